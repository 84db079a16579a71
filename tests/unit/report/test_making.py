from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from atleast.dossier.dossier import open_dossier
from atleast.dossier.verifying import verify
from atleast.errors import UsageError
from atleast.model.words import Check
from atleast.report.making import NUMBERS, PAGE, make_report
from tests.support.records import AT, empty_dossier, small_dossier


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1937566800")
    return small_dossier(tmp_path / "dossier")


def _read(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in (PAGE, NUMBERS)}


def _parsed(folder: Path) -> Any:
    return html.document_fromstring(_read(folder)[PAGE].decode())


def test_same_dossier_same_bytes_whenever_and_wherever(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere" / "moved"
    shutil.copytree(root, elsewhere)
    with open_dossier(root, write=True) as dossier:
        first = make_report(dossier)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    with open_dossier(elsewhere, write=True) as dossier:
        second = make_report(dossier)
    assert _read(first.folder) == _read(second.folder)
    assert str(tmp_path).encode() not in b"".join(_read(first.folder).values())


def test_making_it_again_makes_nothing_new(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        first, second = make_report(dossier), make_report(dossier)
    assert (first.number, second.number) == (1, 1)
    assert first.files == second.files


def test_what_is_entered_later_makes_a_new_report_beside_the_old(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        first = make_report(dossier)
        before = _read(first.folder)
        mandate = root / "mandate.toml"
        mandate.write_text(mandate.read_text("utf-8") + "# a remark\n", "utf-8")
        second = make_report(dossier)
        assert verify(dossier).tally()[Check.FAILED] == 0
    assert second.number == 2
    assert _read(first.folder) == before


def test_a_copy_goes_where_it_is_asked_for(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    with open_dossier(root, write=True) as dossier:
        made = make_report(dossier, out)
    assert _read(out) == _read(made.folder)
    assert sorted(path.name for path in out.iterdir()) == [NUMBERS, PAGE]


def test_out_that_is_a_file_is_said_to_be(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with open_dossier(root, write=True) as dossier, pytest.raises(UsageError, match="cannot be copied"):
        make_report(dossier, tmp_path / "out")


def test_an_empty_dossier_makes_a_page_that_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1937566800")
    with open_dossier(empty_dossier(tmp_path / "empty"), write=True) as dossier:
        made = make_report(dossier)
    text = _parsed(made.folder).text_content()
    assert "Nothing has been taken in yet." in text
    assert "there is no day to count on" in text
    assert "Counts over time" not in text


def test_the_page_is_as_of_the_last_thing_on_record(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        made = make_report(dossier)
    assert _parsed(made.folder).xpath("//header//time/@datetime")[-1] == AT
    ledger = [n for n in json.loads(_read(made.folder)[NUMBERS])["numbers"] if n["label"] == "entries of the ledger"]
    assert [number["value"] for number in ledger] == [
        len((root / "ledger" / "entries.jsonl").read_text().splitlines()) - 1
    ]
