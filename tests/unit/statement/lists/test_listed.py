from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.lists import ListRule
from atleast.model.column import Column
from atleast.model.source import Part, Source, SourceText
from atleast.model.words import PartKind, SourceState
from atleast.statement.listed import ListTable, tables_of
from atleast.statement.row_facts import all_facts_of
from atleast.statement.table import read_table
from tests.support.lists import listed

TABLE, BODY, BOILERPLATE = PartKind.TABLE, PartKind.BODY, PartKind.BOILERPLATE
HEADING = "Name\tArrested"


def laid_out(*stretches: tuple[PartKind, str, str | None]) -> SourceText:
    text, parts = "", []
    for kind, words, place in stretches:
        parts.append(Part(kind, len(text), len(text) + len(words), place))
        text += words + "\n"
    source = Source("ab" * 32, "lamp.xlsx", 1, "text/csv", SourceState.LAID_OUT, "2031-05-01T00:00:00Z")
    return SourceText(source, text, tuple(parts))


def names(table: ListTable) -> list[str | None]:
    return [table.heading.name(row.cells) for row in table.rows]


def test_a_table_runs_on_over_pages_and_their_furniture() -> None:
    (table,) = tables_of(
        laid_out(
            (TABLE, HEADING, "page 1, row 1"),
            (TABLE, "Vasil Korin\t3 May 2031", "page 1, row 2"),
            (BOILERPLATE, "page 1", "page 1"),
            (TABLE, HEADING, "page 2, row 1"),
            (TABLE, "Maryna Dol\t4 May 2031", "page 2, row 2"),
        )
    )
    assert (table.name, table.place, names(table)) == ("lamp", "page 1, row 1", ["Vasil Korin", "Maryna Dol"])


def test_a_heading_that_comes_again_after_prose_begins_another_list() -> None:
    tables = tables_of(
        laid_out(
            (TABLE, HEADING, None),
            (TABLE, "Vasil Korin\t3 May 2031", None),
            (BODY, "Those who were released:", None),
            (TABLE, HEADING, None),
            (TABLE, "Maryna Dol\t4 May 2031", None),
        )
    )
    assert [(table.name, names(table)) for table in tables] == [
        ("lamp, table 1", ["Vasil Korin"]),
        ("lamp, table 2", ["Maryna Dol"]),
    ]


def test_sheets_are_lists_of_their_own() -> None:
    tables = tables_of(
        laid_out(
            (TABLE, HEADING, "sheet A, row 1"),
            (TABLE, "Vasil Korin\t3 May 2031", "sheet A, row 2"),
            (TABLE, HEADING, "sheet B, row 1"),
            (TABLE, "Maryna Dol\t4 May 2031", "sheet B, row 2"),
            (TABLE, "Sarnik\t40", "sheet C, row 1"),
        )
    )
    assert [(table.name, names(table)) for table in tables] == [
        ("lamp, sheet A", ["Vasil Korin"]),
        ("lamp, sheet B", ["Maryna Dol"]),
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Name,Date of,,Sentence", ",birth,arrest,"),
        ("Name,Date,,", ",Date of birth,Date of arrest,Sentence"),
        ("Persons,,,Case", "Name,Date of birth,Date of arrest,Sentence"),
    ],
)
def test_a_heading_may_take_two_rows_under_a_title(tmp_path: Path, above: str, below: str) -> None:
    rows = ["Prisoners of conscience,,,", above, below, "Vasil Korin,1985,3 May 2031,3 years"]
    (table,) = tables_of(listed(tmp_path, "a.csv", *rows))
    columns = {Column.PERSON: 0, Column.BIRTH_DATE: 1, Column.ARREST_DATE: 2, Column.PENALTY: 3}
    assert table.heading.columns == columns
    assert names(table) == ["Vasil Korin"]


def test_the_first_row_under_a_heading_is_no_second_row_of_it(tmp_path: Path) -> None:
    (table,) = tables_of(listed(tmp_path, "a.csv", "Name,Status,Remarks", "Vasil Korin,in custody,released"))
    assert names(table) == ["Vasil Korin"]
    assert [table.heading.taken_for(index) for index in range(3)] == [Column.PERSON, Column.STATUS, Column.COMMENT]


def test_a_wide_table_says_in_which_lists_a_person_stands(tmp_path: Path) -> None:
    rows = ["name,in_verasen,in_committee,in_2", "Vasil Korin,1,0,A-17", "Maryna Dol,0,1,"]
    source = listed(tmp_path, "wide.csv", *rows)
    (table,) = tables_of(source)
    assert [table.heading.taken_for(index) for index in range(4)] == [Column.PERSON, *[Column.IN_LIST] * 3]
    assert [each.elsewhere for each in all_facts_of(table)] == [
        (("verasen", None), ("2", "A-17")),
        (("committee", None),),
    ]
    assert read_table(source).problems == ()


def test_lists_toml_comes_before_the_words_of_a_heading(tmp_path: Path) -> None:
    rows = ["Nr 1,Who,Taken,Status", "417,Vasil Korin,3 May 2031,see file"]
    columns = (
        ("Nr 1", Column.LIST_ID),
        ("Who", Column.PERSON),
        ("Taken", Column.ARREST_DATE),
        ("Status", Column.OTHER),
    )
    source = listed(tmp_path, "a.csv", *rows)
    assert tables_of(source) == []
    reading = read_table(source, [ListRule("a", columns=columns)])
    assert (len(reading.statements), reading.problems) == (1, ())


@pytest.mark.parametrize(
    ("row", "birth"),
    [
        ("Vasil Korin,34,3 May 2031", "1996-05-03/1997-06-01"),
        ("Vasil Korin,34 года,", "1996-06-01/1997-06-01"),
        ("Vasil Korin,unknown,3 May 2031", None),
        ("Vasil Korin,old,3 May 2031", None),
    ],
)
def test_an_age_gives_the_days_of_birth_that_it_can_mean(tmp_path: Path, row: str, birth: str | None) -> None:
    (table,) = tables_of(listed(tmp_path, "a.csv", "Name,Age,Date of arrest", row))
    (said,) = all_facts_of(table, "2031-06-01")
    assert said.facts.birth == birth
    assert [problem for _, problem in said.bad] == (["The age 'old' is not understood."] if ",old," in row else [])


def test_other_names_are_kept_as_they_are_written(tmp_path: Path) -> None:
    (table,) = tables_of(
        listed(tmp_path, "a.csv", "Name,Also known as,Sex", '"Dol, Maryna","Arko, Maryna; Maryna Mol",f')
    )
    assert all_facts_of(table)[0].names == ("Arko, Maryna", "Maryna Mol")
