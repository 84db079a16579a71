from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from atleast.dossier import log, reports
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.dossier.verifying import verify
from atleast.model.words import Check

FILES = {"report.html": b"<p>At least one.</p>", "numbers.json": b"{}"}


def entries(dossier: Dossier) -> int:
    return len(dossier.paths.entries.read_bytes().splitlines())


def test_a_report_is_kept_in_a_folder_of_its_own_with_its_hashes(dossier: Dossier) -> None:
    made = reports.put(dossier, FILES)
    assert made.number == 1
    assert made.folder == dossier.paths.reports / "1"
    assert {path.name: path.read_bytes() for path in made.folder.iterdir()} == FILES
    assert made.files == {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    assert reports.latest(dossier) == made
    assert entries(dossier) == 2


def test_the_same_report_again_is_that_report(dossier: Dossier) -> None:
    assert reports.put(dossier, FILES) == reports.put(dossier, dict(reversed(FILES.items())))
    assert entries(dossier) == 2


def test_another_report_stands_beside_the_first(dossier: Dossier) -> None:
    first = reports.put(dossier, FILES)
    second = reports.put(dossier, FILES | {"numbers.json": b"{1}"})
    assert second.number == 2
    assert (first.folder / "numbers.json").read_bytes() == b"{}"
    third = reports.put(dossier, FILES)
    assert third.number == 3


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"altered")])
def test_a_report_that_was_altered_is_not_handed_out_again(spoil: Callable[[Path], object], dossier: Dossier) -> None:
    first = reports.put(dossier, FILES)
    spoil(first.folder / "report.html")
    again = reports.put(dossier, FILES)
    assert again.number == 2
    assert (again.folder / "report.html").read_bytes() == FILES["report.html"]


def test_a_run_that_ends_before_the_entry_leaves_nothing_that_counts(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_dossier(empty, write=True) as dossier:
        with monkeypatch.context() as patch:
            patch.setattr(log, "append", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                reports.put(dossier, {"report.html": b"never entered", "extra": b"x"})
        assert reports.latest(dossier) is None
        made = reports.put(dossier, FILES)
        assert made.number == 1
        assert {path.name for path in made.folder.iterdir()} == set(FILES)
    with open_dossier(empty) as dossier:
        assert verify(dossier).check is Check.PASSED
