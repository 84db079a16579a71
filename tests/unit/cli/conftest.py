"""The command line, run in this process as the installed command would be."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atleast.cli import main
from atleast.dossier.dossier import new_dossier
from tests.support.records import small_dossier


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer for a program."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `atleast` with some arguments."""

    def command(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["atleast", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return command


@pytest.fixture(scope="session")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_dossier(tmp_path_factory.mktemp("small") / "dossier")


@pytest.fixture
def dossier(_small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A filled dossier, which is the current folder."""
    root = Path(shutil.copytree(_small, tmp_path / "dossier"))
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty dossier, which is the current folder."""
    root = new_dossier(tmp_path / "empty")
    monkeypatch.chdir(root)
    return root
