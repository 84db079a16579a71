from __future__ import annotations

import pytest

from atleast.model.column import Column
from atleast.statement.table_columns import Cell, Heading, cells_of


def _heading(row: str, language: str | None = None) -> Heading | None:
    return Heading.of(cells_of(row, 0, len(row)), language)


def test_cells_keep_their_offsets() -> None:
    text = "before\n 1 \tVasil Korin\t\tend"
    assert cells_of(text, 7, len(text)) == [
        Cell(8, 9, "1"),
        Cell(11, 22, "Vasil Korin"),
        Cell(23, 23, ""),
        Cell(24, 27, "end"),
    ]


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("Full name:\tDate of arrest", {Column.PERSON: 0, Column.ARREST_DATE: 1}),
        ("Full name of the prisoner\tDate of the verdict, sentence", {Column.PERSON: 0, Column.PENALTY: 1}),
        ("Name\tName of court\tSentence", {Column.PERSON: 0, Column.COURT: 1, Column.PENALTY: 2}),
        ("Surname\tName\tStatus", {Column.SURNAME: 0, Column.GIVEN_NAME: 1, Column.STATUS: 2}),
        ("Осуждённый\tСтатья", {Column.PERSON: 0, Column.ARTICLE: 1}),
    ],
)
def test_what_the_columns_hold(row: str, columns: dict[Column, int]) -> None:
    heading = _heading(row)
    assert heading is not None
    assert heading.columns == columns


def test_the_source_decides_between_two_languages_with_the_same_words() -> None:
    row = "Прозвішча\tСтатус"
    assert (heading := _heading(row, "be")) is not None
    assert heading.language == "be"


@pytest.mark.parametrize("row", ["Name\tCity", "City\tStatus", "1\tName\tStatus 2031", "", "\t\t"])
def test_what_is_no_heading(row: str) -> None:
    assert _heading(row) is None
