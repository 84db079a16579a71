"""A printed list of 98 numbered cases, read whole and held to its own table of contents and its own labels."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Part, Source, SourceText
from atleast.model.statement import Event, check_against
from atleast.model.words import EventType, PartKind, SourceState
from atleast.source.labels import Meaning
from atleast.source.layout import open_source
from atleast.statement.cases import ListedCase, cases_of, read_cases

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LIST = CORPUS / "azerbaijan-list-2014.pdf"
# Cases that have no place of detention, and no narrative under a label, in the document itself.
NO_FACILITY = {27, 78, 79, 80, 81}
NO_NARRATIVE = {*range(35, 50), 87, 88, 89}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LIST.is_file(), reason="needs ../shared/corpus, which is not part of this project"),
]


def text_of(path: Path) -> SourceText:
    layout = open_source(path, path.name, DEFAULT_LIMITS).layout
    assert layout is not None
    source = Source("ab" * 32, path.name, 1, "application/pdf", SourceState.LAID_OUT, "", credit=layout.credit)
    return SourceText(source, layout.text, layout.parts)


@pytest.fixture(scope="module")
def source() -> SourceText:
    return text_of(LIST)


@pytest.fixture(scope="module")
def cases(source: SourceText) -> list[ListedCase]:
    return cases_of(source)


def number_of(case: ListedCase) -> int:
    assert case.heading.number is not None
    return int(case.heading.number)


def folded(words: str) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", words)).casefold()


def test_the_cases_are_those_of_the_table_of_contents(source: SourceText, cases: list[ListedCase]) -> None:
    """Number, name and page, in order. The table of contents is furniture, which the reader does not see."""
    contents = re.findall(r"^(\d{1,2})\. ?([^.\n]+?) ?\.{5,} ?(\d+)\s*$", source.text, re.MULTILINE)
    assert len(contents) == 98
    named = [(number_of(case), case.heading, case.place) for case in cases]
    assert [(number, place) for number, _, place in named] == [
        (int(number), f"page {page}") for number, _, page in contents
    ]
    for (_, heading, _), (_, name, _) in zip(named, contents, strict=True):
        assert folded(name).startswith(folded(heading.name))
        assert not heading.also or folded(heading.also) in folded(name)


def test_every_case_has_the_fields_that_the_document_has(cases: list[ListedCase]) -> None:
    for case in cases:
        number = number_of(case)
        expected = [Meaning.ARREST_DATE, Meaning.ARTICLE]
        expected += [] if number in NO_FACILITY else [Meaning.FACILITY]
        expected += [] if number in NO_NARRATIVE else [Meaning.NARRATIVE]
        assert [field.label.meaning for field in case.fields] == expected, number


def test_no_label_of_the_document_is_left_out(source: SourceText, cases: list[ListedCase]) -> None:
    written = re.findall(
        r"^ *(?:The )?(?:(?:Date of (?:arrest|detention)|Detention date)|Charge[sd]?|Place of detention|"
        r"(?:Case )?Background(?: of person)?|Brief Summary of the Case) *:",
        source.text,
        re.MULTILINE | re.IGNORECASE,
    )
    assert len(written) == sum(len(case.fields) for case in cases)


def test_every_field_is_read(source: SourceText, cases: list[ListedCase]) -> None:
    """A date to the day, at least one article, a place of detention; and nothing is left that is not understood."""
    reading = read_cases(source)
    assert reading.problems == ()
    events = [statement.content for statement in reading.statements if isinstance(statement.content, Event)]
    assert Counter(event.type for event in events) == {EventType.ARREST: 98 + 93, EventType.CHARGE: 98}
    dates = [event.date.edtf for event in events if event.date]
    assert len(dates) == 98
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in dates)
    assert all(event.article for event in events if event.type is EventType.CHARGE)
    assert sum(event.facility is not None for event in events) == 93
    assert {name for event in events for name in event.persons} == {case.heading.name for case in cases}


def test_dates_are_those_that_are_written(source: SourceText) -> None:
    """Read again by a cruder rule: the day, the first letters of the month and the year all stand in the words."""
    months = "January February March April May June July August September October November December".split()
    for statement in read_cases(source).statements:
        event = statement.content
        if isinstance(event, Event) and event.date:
            year, month, day = event.date.edtf.split("-")
            assert re.search(
                rf"\b{int(day)}\b|\b{day}\b|{int(day)}(?:st|nd|rd|th)|{months[int(month) - 1]}{int(day)}",
                statement.quote,
            )
            assert year in statement.quote
            assert months[int(month) - 1] in statement.quote


def test_articles_are_all_the_numbers_outside_brackets(source: SourceText) -> None:
    """A compound number that no bracket holds is an article, and every article stands in its quote."""
    for statement in read_cases(source).statements:
        event = statement.content
        if isinstance(event, Event) and event.type is EventType.CHARGE:
            words = " ".join(statement.quote.split())
            numbers = re.findall(r"\d+(?:\.\d+)+", " ".join(event.article))
            assert all(number in words for number in numbers)
            assert set(re.findall(r"(?<![\w/.])\d{2,3}(?:\.\d+)+", words)) <= set(numbers), words


def test_quotes_are_their_own_field_and_prose_has_none_of_it(source: SourceText, cases: list[ListedCase]) -> None:
    spans = {(field.start, field.end) for case in cases for field in case.fields}
    ordered = sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(ordered))
    for statement in read_cases(source).statements:
        check_against(statement, source.text)
        assert (statement.start, statement.end) in spans
    body = [source.text[part.start : part.end] for part in source.parts if part.kind is PartKind.BODY]
    assert not [
        text for text in body if re.match(r"(?:The )?(?:Date of|Charge|Place of|Case b)[^.\n]*:", text, re.IGNORECASE)
    ]


def test_the_cases_that_stand_alone() -> None:
    alone = [
        path for path in sorted(CORPUS.glob("*.json")) if json.loads(path.read_text("utf-8"))["kind"] == "ngo-list-case"
    ]
    assert len(alone) == 16
    for path in alone:
        source = text_of(path)
        (case,) = cases_of(source)
        assert f"case {case.heading.number}:" in json.loads(path.read_text("utf-8"))["title"]
        reading = read_cases(source)
        assert (len(reading.statements), reading.problems) == (3, ())


def test_nothing_else_in_the_corpus_has_cases() -> None:
    for path in sorted(CORPUS.glob("*.json")):
        if json.loads(path.read_text("utf-8"))["kind"] != "ngo-list-case":
            assert not [part for part in text_of(path).parts if _is_field(part)], path.name


def _is_field(part: Part) -> bool:
    return part.kind is PartKind.FIELD
