from __future__ import annotations

import pytest

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Event, check_against
from atleast.model.words import PartKind, SourceState
from atleast.statement.labelled import labelled_records
from atleast.statement.table import read_table
from atleast.statement.table_columns import Column

LIST = """JOURNALISTS

1. Vasil Korin

Date of arrest: 7 February 2031

Charge: Criminal Code Articles 287 (Organising what
is not allowed); 301.2

Place of detention: Prison No. 2 (Kosterna
detention centre)

Case background: Korin wrote for a paper: its name was Lamp.

2. Maryna Dol
Date of detention: 5 November 2030
Place of detention: Prison No. 4
"""


def _source(text: str, language: str | None = "en", parts: tuple[Part, ...] | None = None) -> SourceText:
    credit = Credit(language=language)
    source = Source(
        "ab" * 32, "list.txt", len(text), "text/plain", SourceState.LAID_OUT, "2031-05-01T00:00:00Z", credit=credit
    )
    return SourceText(source, text, parts or (Part(PartKind.BODY, 0, len(text)),))


def test_a_name_and_its_labels_are_a_record() -> None:
    first, second = labelled_records(_source(LIST))
    assert (first.name, second.name) == ("Vasil Korin", "Maryna Dol")
    assert first.cells[Column.FACILITY].text == "Prison No. 2 (Kosterna detention centre)"
    assert LIST[first.start : first.end].startswith("Vasil Korin\n")
    assert LIST[first.start : first.end].endswith("detention centre)")


def test_a_record_makes_statements() -> None:
    reading = read_table(_source(LIST))
    assert reading.problems == ()
    arrest = reading.statements[0]
    assert isinstance(arrest.content, Event)
    assert arrest.content.persons == ("Vasil Korin",)
    assert arrest.content.date is not None
    assert arrest.content.date.edtf == "2031-02-07"
    assert arrest.content.article == ("Articles 287", "301.2")
    for statement in reading.statements:
        check_against(statement, LIST)


def test_a_page_number_between_two_records_parts_them() -> None:
    cut = LIST.index("2. Maryna")
    text = LIST[:cut] + "17\n" + LIST[cut:]
    parts = (
        Part(PartKind.BODY, 0, cut),
        Part(PartKind.BOILERPLATE, cut, cut + 2),
        Part(PartKind.BODY, cut + 3, len(text)),
    )
    assert [record.name for record in labelled_records(_source(text, parts=parts))] == ["Vasil Korin", "Maryna Dol"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "3. Корин Василь\nДата задержания: 7 февраля 2031 года\nСтатус: под стражей\n", "Корин Василь"),
        ("uk", "Корін Василь\nДата затримання: 07.02.2031\nМісце утримання: колонія № 2\n", "Корін Василь"),
        (None, "Васіль Корын\nДата затрымання: 07.02.2031\nМесца ўтрымання: калонія № 2\n", "Васіль Корын"),
    ],
)
def test_labels_in_other_languages(language: str | None, text: str, name: str) -> None:
    assert [record.name for record in labelled_records(_source(text, language))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Status: open\nPlace of detention: none",
        "A line.\nStatus: it is open, they said.\nMore text.",
        "He said: we are free.\nThey answered: not yet.",
        LIST.replace("\n", " "),
    ],
)
def test_what_is_no_record(text: str) -> None:
    assert list(labelled_records(_source(text))) == []
