"""Whole dossiers, through the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.dossiers import SOURCES, Outcome, atleast, outcome_of


@pytest.fixture(scope="session")
def empty_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dossier with its keys, to be copied: so that signatures are comparable too."""
    place = tmp_path_factory.mktemp("empty") / "dossier"
    made = atleast("new", "--dossier", place)
    assert made.returncode == 0, made.stderr
    return place


@pytest.fixture
def dossier(empty_dossier: Path, tmp_path: Path) -> Path:
    """A fresh copy of the empty dossier."""
    return Path(shutil.copytree(empty_dossier, tmp_path / "dossier"))


@pytest.fixture(scope="session")
def finished(empty_dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's dossier after an undisturbed run. Look, do not touch."""
    place = Path(shutil.copytree(empty_dossier, tmp_path_factory.mktemp("finished") / "dossier"))
    run = atleast("report", SOURCES, "--dossier", place)
    assert run.returncode == 0, run.stdout + run.stderr
    return place


@pytest.fixture(scope="session")
def expected(finished: Path) -> Outcome:
    """What the example comes to without any disturbance."""
    return outcome_of(finished)
