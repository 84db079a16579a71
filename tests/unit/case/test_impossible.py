from __future__ import annotations

from dataclasses import replace

import pytest

from atleast.case.impossible import Kind, conflicts
from atleast.case.register import register_from
from atleast.dossier.readings import Recorded
from atleast.model.words import EventType
from tests.support.told import Source, held, told

ARREST, SENTENCE, RELEASE = EventType.ARREST, EventType.SENTENCE, EventType.RELEASE
DEATH, TRANSFER = EventType.DEATH_IN_CUSTODY, EventType.TRANSFER
LATE = Source("late.txt", "2033-01-15")


def found(*record: Recorded, months: int = 12, sources: tuple[Source, ...] = (Source("wire.txt"),)) -> list[Kind]:
    return [each.kind for each in conflicts(register_from(held(record, sources)), months)]


@pytest.mark.parametrize(
    ("release", "kinds"),
    [("2031-01-05", [Kind.RELEASED_BEFORE_TAKEN]), ("2031-02", []), ("2031-02-07", []), (None, [])],
)
def test_who_is_released_before_being_taken(release: str | None, kinds: list[Kind]) -> None:
    assert found(told(ARREST, "2031-02-07"), told(RELEASE, release)) == kinds


def test_a_second_arrest_after_a_release_is_no_conflict() -> None:
    assert found(told(ARREST, "2030-02-07"), told(RELEASE, "2030-05-01"), told(ARREST, "2031-02-07")) == []


def test_who_is_sentenced_after_death_and_who_is_honoured() -> None:
    record = [told(ARREST, "2031-01-01"), told(DEATH, "2031-03-01")]
    assert found(*record, told(SENTENCE, "2031-04-01")) == [Kind.AFTER_DEATH]
    assert found(*record, told(SENTENCE, "2031-03-01")) == []
    assert found(*record, told(EventType.RECOGNITION, "2031-04-01")) == []


@pytest.mark.parametrize(
    ("here", "there", "kinds"),
    [
        ("Prison No. 2", "Colony No. 15", [Kind.TWO_PLACES]),
        ("Prison No. 2", "prison no. 2, Sarnik", []),
        ("Prison No. 2", "Тюрьма № 2", []),
    ],
)
def test_two_prisons_on_one_day(here: str, there: str, kinds: list[Kind]) -> None:
    record = [told(ARREST, "2031-02-07", facility=here), told(SENTENCE, "2031-02-07", facility=there)]
    assert found(*record) == kinds
    moved = [told(ARREST, "2031-02-07", facility=here), told(TRANSFER, "2031-02-07", facility=there)]
    assert found(*moved) == []


def test_where_a_list_says_that_somebody_is_now_is_not_where_the_arrest_was() -> None:
    row = told(ARREST, "2031-02-07", facility="Colony No. 15")
    of_a_list = replace(row, statement=replace(row.statement, reader="table 1"))
    prison = told(ARREST, "2031-02-07", facility="Prison No. 2")
    assert found(prison, row) == [Kind.TWO_PLACES]
    assert found(prison, of_a_list) == []


def test_who_is_in_custody_and_not_heard_of_for_long() -> None:
    record = [told(ARREST, "2031-02-07"), told(ARREST, "2033-01-10", "Irma Dolvich", by=LATE)]
    both = (Source("wire.txt"), LATE)
    assert found(*record, sources=both) == [Kind.NO_NEWS]
    assert found(*record, months=14, sources=both) == []
    assert found(*record, told(RELEASE, "2031-03-01"), sources=both) == []


def test_a_conflict_names_the_case_the_person_and_the_statements() -> None:
    record = [told(ARREST, "2031-02-07"), told(RELEASE, "2031-01-05")]
    (conflict,) = conflicts(register_from(held(record)), 12)
    assert (conflict.person, set(conflict.statements)) == ("Pavel Ketlin", {one.id for one in record})
    assert conflict.case.startswith("pavel-ketlin/")
    assert (
        conflict.what == "Release, 2031-01-05; the first that is told before it is arrest, 2031-02-07, which is later."
    )
