from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.paths import Paths

HERE = Paths(Path("/home/me/dossier"))


@pytest.mark.parametrize(
    "name",
    [
        "mandate.toml", "dossier.sqlite", "dossier.sqlite-wal", "dossier.sqlite-shm", ".dossier.sqlite.draft",
        ".dossier.sqlite.draft-journal", ".mandate.toml.draft", ".lock", "originals", "originals/ab/abcd", "ledger/key.pub",
        "report/1/report.html",
    ],
)  # fmt: skip
def test_what_the_program_writes_is_the_dossiers_own(name: str) -> None:
    assert HERE.own(HERE.root / name)


@pytest.mark.parametrize(
    "path",
    [
        "/home/me/dossier/sources/report.html", "/home/me/dossier/report-2031.pdf", "/home/me/dossier/ledger-of-names.csv",
        "/home/me/dossier/originals-list.xlsx", "/home/me/dossier/sources/dossier.sqlite", "/home/me/report/1/a.html",
        "/home/me/dossier", "/home/me/dossier-2/ledger/key.pub", "/home/me/mandate.toml",
    ],
)  # fmt: skip
def test_a_strangers_file_is_a_source_whatever_its_name(path: str) -> None:
    assert not HERE.own(Path(path))
