from __future__ import annotations

from collections.abc import Sequence

import pytest

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Event, Statement, check_against
from atleast.model.words import Certainty, PartKind, SourceState
from atleast.statement.table import TABLES, read_table


def _source(
    rows: Sequence[str], credit: Credit | None = None, places: Sequence[str | None] | None = None
) -> SourceText:
    text, parts = "", []
    for row, place in zip(rows, places or [f"row {number}" for number in range(1, len(rows) + 1)], strict=True):
        parts.append(Part(PartKind.TABLE, len(text), len(text) + len(row), place))
        text += row + "\n"
    credit = credit or Credit(publisher="Lamp Centre", language="en")
    source = Source(
        "ab" * 32, "list.csv", len(text), "text/csv", SourceState.LAID_OUT, "2031-05-01T00:00:00Z", credit=credit
    )
    return SourceText(source, text, tuple(parts))


def _event(statement: Statement) -> Event:
    assert isinstance(statement.content, Event)
    return statement.content


def _short(statement: Statement) -> tuple[str, str | None]:
    event = _event(statement)
    return event.type.value, event.date.edtf if event.date else None


HEADING = "No\tName\tDate of arrest\tArticle\tSentence\tPlace of detention\tStatus"


def test_a_row_tells_what_befell_its_person() -> None:
    row = "1\tVasil Korin\t07.02.2031\tArt. 287, part 1\t2 years 6 months\tPenal Colony No. 2\treleased on 9 May 2031"
    source = _source([HEADING, row])
    reading = read_table(source)
    assert reading.problems == ()
    arrest, sentence, release = reading.statements
    assert [_short(each) for each in reading.statements] == [
        ("arrest", "2031-02-07"),
        ("sentence", None),
        ("release", "2031-05-09"),
    ]
    assert all(_event(each).persons == _event(each).subject == ("Vasil Korin",) for each in reading.statements)
    assert _event(arrest).article == ("Art. 287, part 1",)
    assert _event(arrest).facility == "Penal Colony No. 2"
    assert _event(sentence).penalty == "2 years 6 months"
    assert arrest.certainty is Certainty.ASSERTED
    assert [link.name for link in arrest.chain] == ["Lamp Centre"]
    for each in reading.statements:
        check_against(each, source.text)
        assert each.quote == row
        assert each.language == "en"
    assert source.text[slice(*arrest.trigger)] == "07.02.2031"
    assert source.text[slice(*release.trigger)] == "released on 9 May 2031"


@pytest.mark.parametrize(
    ("heading", "row", "name", "told"),
    [
        (
            "№\tФИО\tДата задержания\tСрок\tСтатус",
            "1\tКорин Василь\t7 февраля 2031 года\t3 года\tотбывает наказание",
            "Корин Василь",
            [("arrest", "2031-02-07"), ("sentence", None)],
        ),
        (
            "Імя і прозвішча\tДата затрымання\tМесца ўтрымання\tСтатус",
            "Васіль Корын\t7 лютага 2031\tкалонія № 2\tвызвалены 9 мая 2031 года",
            "Васіль Корын",
            [("arrest", "2031-02-07"), ("release", "2031-05-09")],
        ),
        (
            "Прізвище\tІм'я\tДата арешту\tВирок",
            "Корін\tВасиль\t07.02.2031\t3 роки",
            "Корін Василь",
            [("arrest", "2031-02-07"), ("sentence", None)],
        ),
        (
            "Surname\tFirst name\tDate of sentence\tSentence\tStatus",
            "Korin\tVasil\t3 March 2031\tfined 840 rubles\tfled",
            "Korin Vasil",
            [("sentence", "2031-03-03"), ("fine", None), ("exile", None)],
        ),
    ],
)
def test_the_heading_may_be_in_any_of_the_four_languages(
    heading: str, row: str, name: str, told: list[tuple[str, str | None]]
) -> None:
    reading = read_table(_source([heading, row], Credit()))
    assert reading.problems == ()
    assert [_short(each) for each in reading.statements] == told
    assert {_event(each).persons for each in reading.statements} == {(name,)}
    assert all(each.chain == () for each in reading.statements)


def test_in_custody_is_an_arrest_only_where_no_other_cell_tells_one() -> None:
    heading = "Name\tDate of arrest\tStatus"
    reading = read_table(_source([heading, "Vasil Korin\t\tin custody", "Maryna Dol\t3 May 2031\tin custody"]))
    assert [_short(each) for each in reading.statements] == [("arrest", None), ("arrest", "2031-05-03")]


def test_each_date_of_a_cell_is_an_event_of_its_own() -> None:
    reading = read_table(_source(["Name\tArrested", "Vasil Korin\t3 May 2030, 5 June 2031"]))
    assert [_short(each) for each in reading.statements] == [("arrest", "2030-05-03"), ("arrest", "2031-06-05")]


@pytest.mark.parametrize(
    "rows",
    [
        ["Month\tBudget\tStaff", "April 2031\t40\t12"],
        ["Name of organisation\tDate\tStatus", "Lamp Centre\t3 May 2031\tdissolved"],
        ["Name\tCity", "Vasil Korin\tSarnik"],
        ["1\tVasil Korin\t3 May 2031"],
    ],
)
def test_a_table_that_is_no_list_of_what_befell_persons_says_nothing(rows: list[str]) -> None:
    reading = read_table(_source(rows))
    assert (reading.statements, reading.problems) == ((), ())


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("2\t\t3 May 2031\t\t\t\tin custody", "no name of a person"),
        ("Total\t14", "no name of a person"),
        ("2\tVasil Korin\tlong ago\t\t\t\t", "'long ago' is not understood"),
        ("2\tVasil Korin\t3 May 2031\t\tas per usual\t\t", "'as per usual' is not understood"),
        ("2\tVasil Korin\t3 May 2031\t\t\t\tsee note", "'see note' is not understood"),
        ("2\tVasil Korin\t3 May 2031\ttreason\t\t\t", "No article of law is understood in 'treason'"),
        ("2\tVasil Korin\t3 May 2031\t\t\t\t\tred\tblue", "Under no heading: 'red; blue'"),
        ("2\tVasil Korin\t\t\tawaiting trial\t\t", "Nothing that is said about Vasil Korin"),
    ],
)
def test_what_makes_no_sense_is_told(row: str, problem: str) -> None:
    source = _source([HEADING, row])
    problems = read_table(source).problems
    assert any(problem in each.problem for each in problems)
    assert all(each.place == "row 2" for each in problems)
    assert all(source.text[each.start : each.end] in row for each in problems)


def test_a_heading_that_comes_again_is_no_row_and_another_sheet_begins_anew() -> None:
    rows = ["Name\tArrested", "Vasil Korin\t3 May 2031", "Name\tArrested", "Maryna Dol\t4 May 2031", "Sarnik\t40"]
    places = ["sheet A, row 1", "sheet A, row 2", "sheet A, row 3", "sheet A, row 4", "sheet B, row 1"]
    reading = read_table(_source(rows, places=places))
    assert [_event(each).persons for each in reading.statements] == [("Vasil Korin",), ("Maryna Dol",)]
    assert reading.problems == ()


def test_a_statement_names_the_reader_of_tables_and_its_version() -> None:
    said = TABLES.read(_source(["Name\tArrested", "Vasil Korin\t3 May 2031"])).statements
    assert [each.reader for each in said] == [f"{TABLES.name} {TABLES.version}"]
