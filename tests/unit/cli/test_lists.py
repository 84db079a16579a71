from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Run

HEADING = "ID,Name,Date of arrest,Colour\n"


@pytest.fixture
def held(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier that holds two editions of a list, in the current folder."""
    made = tmp_path / "sources"
    made.mkdir()
    (made / "lamp-list-2031-05.csv").write_text(HEADING + "8,Maryna Dol,9 May 2031,red\n9,Zoya Arko,long ago,\n")
    (made / "lamp-list-2031-04.csv").write_text(HEADING + "7,Vasil Korin,3 May 2031,\n8,Maryna Dol,8 May 2031,red\n")
    (tmp_path / "dossier").mkdir()
    monkeypatch.chdir(tmp_path / "dossier")
    run("new")
    run("add", made)
    run("read")
    return tmp_path / "dossier"


@pytest.mark.usefixtures("held")
def test_each_list_is_shown_with_what_its_columns_are_taken_for(run: Run) -> None:
    said = run("lists").out
    assert said.startswith("lamp list\n  lamp-list-2031-04.csv, 2031-04: 2 rows, headings in en\n")
    assert "    Date of arrest: arrest_date\n    Colour: kept, not made sense of\n" in said
    assert "    ! row 3, under Date of arrest: The date 'long ago' is not understood.\n" in said


@pytest.mark.usefixtures("held")
def test_a_program_is_told_the_same(run: Run) -> None:
    (told,) = run("lists", "--json", "lamp").json
    assert [edition["rows"] for edition in told["editions"]] == [2, 2]
    assert told["editions"][0]["columns"][3] == {"heading": "Colour", "taken_for": None}


@pytest.mark.usefixtures("held")
def test_what_changed_between_editions(run: Run) -> None:
    assert run("lists", "--changes").out == (
        "lamp list: lamp-list-2031-04.csv to lamp-list-2031-05.csv, 2031-05\n"
        "  gone from the list: Vasil Korin [7] (row 2)\n"
        "  changed: Maryna Dol [8] (row 2)\n"
        "    Date of arrest: 8 May 2031 -> 9 May 2031\n"
        "  new on the list: Zoya Arko [9] (row 3)\n"
    )
    (change,) = run("lists", "--changes", "--json").json
    assert [row["change"] for row in change["rows"]] == ["gone", "changed", "added"]
    assert change["rows"][0]["before"]["place"] == "row 2"


def test_a_correction_is_kept_and_the_list_read_again(run: Run, held: Path) -> None:
    shown = run("lists", "--toml").out
    (held / "lists.toml").write_text(shown.replace('"Colour" = "other"', '"Colour" = "occupation"'))
    assert run("read").out.startswith("2 texts and tables read")
    assert "    Colour: occupation\n" in run("lists").out


def test_a_mistake_in_lists_toml_is_told_with_its_line(run: Run, held: Path) -> None:
    (held / "lists.toml").write_text('["lamp list"]\ncolumns = { "Colour" = "hue" }\n')
    answer = run("lists")
    assert (answer.code, answer.out) == (2, "")
    assert "lists.toml, line 2: 'hue' is nothing that a column holds" in answer.err


@pytest.mark.usefixtures("held")
def test_no_list_of_that_name(run: Run) -> None:
    answer = run("lists", "torch")
    assert answer.code == 2
    assert "There are: lamp list." in answer.err


def test_nothing_held(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("new")
    assert run("lists").out == "No list of people is held in a table.\n"
    assert run("lists", "--changes").out == "No list is held in two editions.\n"
