"""A dossier with sources of every kind and outcome, and one with nothing in it; each test has its own to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from atleast.dossier import reports
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from tests.support.records import small_dossier

EPOCH = "1937566800"


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        root = small_dossier(tmp_path_factory.mktemp("made") / "dossier")
        with open_dossier(root, write=True) as dossier:
            reports.put(dossier, {"report.html": b"<p>At least one.</p>", "numbers.json": b"{}"})
    return root


@pytest.fixture
def full(_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A filled dossier, closed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return Path(shutil.copytree(_made, tmp_path / "full"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """An empty dossier, closed."""
    return new_dossier(tmp_path / "empty")


@pytest.fixture
def dossier(empty: Path) -> Iterator[Dossier]:
    """An empty dossier, open for writing."""
    with open_dossier(empty, write=True) as opened:
        yield opened
