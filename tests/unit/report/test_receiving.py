from __future__ import annotations

from dataclasses import replace

import pytest

from atleast.case.register import Register
from atleast.dossier.mandate import Mandate
from atleast.dossier.readings import Reading
from atleast.model.source import Source
from atleast.model.words import PartKind, ReadingState, SourceState
from atleast.report.desk import Desk, desk_for
from atleast.report.inline import Verbatim, to_text
from atleast.report.receiving import Outcome, language_words, outcome_of, received
from tests.support.records import HOSTILE_NAME

SOURCE = Source("a" * 64, "a.txt", 1, "text/plain", SourceState.LAID_OUT, "2031-01-01T00:00:00Z")


def _reading(state: ReadingState, part: PartKind = PartKind.BODY) -> Reading:
    return Reading(SOURCE.sha256, part, "r", 1, state, "2031-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("state", "read", "outcome"),
    [
        (SourceState.UNPACKED, [], Outcome.UNPACKED),
        (SourceState.UNREADABLE, [], Outcome.UNREADABLE),
        (SourceState.LAID_OUT, [], Outcome.NOT_READ_YET),
        (SourceState.LAID_OUT, [ReadingState.NOT_READ_YET], Outcome.NOT_READ_YET),
        (SourceState.LAID_OUT, [ReadingState.FAILED], Outcome.FAILED),
        (SourceState.LAID_OUT, [ReadingState.READ], Outcome.READ),
        (SourceState.LAID_OUT, [ReadingState.READ, ReadingState.NOT_READ_YET], Outcome.PARTLY_READ),
    ],
)
def test_what_became_of_a_source(state: SourceState, read: list[ReadingState], outcome: Outcome) -> None:
    assert outcome_of(replace(SOURCE, state=state), [_reading(each) for each in read]) is outcome


def test_every_source_is_accounted_for(desk: Desk) -> None:
    section = received(desk)
    assert [row.sha256 for row in section.sources] == [source.sha256 for source in desk.register.sources]
    became = {row.name: to_text(row.outcome) for row in section.sources}
    assert became == {
        "wire/court.txt": "read: 8 statements",
        "verasen/умер.txt": "read: 2 statements",
        "ministry.txt": "read: 4 statements",
        HOSTILE_NAME: "read: 2 statements",
        "radio.txt": "not read yet",
        "all.zip": "unpacked: 1 taken out, listed by themselves",
        "all.zip!/locked.pdf": "unreadable",
    }
    assert section.missed == (("secret.txt", "No permission to read it."),)


def test_why_it_could_not_be_read_and_how_else_it_came_stand_beside_it(desk: Desk) -> None:
    rows = {row.name: row for row in received(desk).sources}
    assert rows["all.zip!/locked.pdf"].remarks == (
        "It asks for a password. Open it, save it without one, and add it again.",
    )
    assert rows["all.zip"].also_named == ("copy of all.zip",)


def test_a_later_reading_that_failed_is_told_beside_what_stands(register: Register, mandate: Mandate) -> None:
    first = register.sources[0]
    failed = replace(_reading(ReadingState.FAILED), source=first.sha256, problem="The reader r failed on it.")
    row = received(desk_for(replace(register, failed_since=(failed,)), mandate)).sources[0]
    assert "The reader r failed on it. What an earlier reading found stands." in row.remarks
    assert to_text(row.outcome) == "read: 8 statements"


def test_the_counts_by_language_add_up_to_all(desk: Desk) -> None:
    section = received(desk)
    totals = [int(to_text(row.total)) for row in section.languages]
    cells = [sum(int(to_text(cell)) for cell in row.cells if cell) for row in section.languages]
    assert totals == cells
    assert sum(totals) == len(desk.register.sources)
    assert section.outcomes == ("read", "not read yet", "unpacked", "unreadable")


def test_languages_that_nobody_reads_yet_are_named(desk: Desk) -> None:
    assert [to_text(each) for each in received(desk).not_read_yet] == ["1 source, language Belarusian"]


def test_an_unknown_language_stands_as_its_tag() -> None:
    assert language_words("x1") == (Verbatim("x1"),)
