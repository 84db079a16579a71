"""The minimum against an oracle that tries every world: every day that every uncertain date may turn out to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.dossier.readings import Recorded
from atleast.model.case import Step
from atleast.model.statement import Event
from atleast.model.words import Certainty, EventType
from tests.support.told import HELD, Source, Told, follow, told

FIRST = date(2031, 5, 1)
SPAN = 6
LONG_AGO = FIRST - timedelta(days=1)
FAR_AHEAD = FIRST + timedelta(days=SPAN)
TELLERS = [Source("a.txt", (FIRST + timedelta(days=2)).isoformat()), Source("b.txt", None)]
DAYS = st.integers(0, SPAN - 1).map(lambda number: FIRST + timedelta(days=number))


@st.composite
def dates(draw: st.DrawFn) -> str | None:
    """A day, a few days, an open interval, or no date."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    forms = [first.isoformat(), f"{first}/{last}", f"{first}/..", f"../{last}", None]
    return draw(st.sampled_from(forms))


TOLD = st.builds(
    told,
    st.sampled_from([EventType.ARREST, EventType.SENTENCE, EventType.RELEASE]),
    dates(),
    by=st.sampled_from(TELLERS),
    certainty=st.sampled_from([Certainty.ASSERTED, Certainty.ASSERTED, Certainty.ALLEGED]),
)
RECORDS = st.lists(TOLD, max_size=4, unique_by=lambda one: one.id)


@dataclass(frozen=True)
class Happening:
    """A step as the oracle sees it."""

    start: bool
    firm: bool
    step: Step

    def days(self) -> list[date]:
        """Every day that it may have been; one long ago or far ahead stands for all of those."""
        earliest = self.step.days.earliest or LONG_AGO
        latest = self.step.days.latest or FAR_AHEAD
        count = (latest - earliest).days + 1
        return [earliest + timedelta(days=number) for number in range(count)]


def happenings(known: Told) -> list[Happening]:
    steps = [step for case in known.cases for step in case.steps if step.type in HELD.starts | HELD.ends]
    return [
        Happening(
            step.type in HELD.starts,
            any(known.by_id[one].statement.certainty in HELD.certainty for one in step.statements),
            step,
        )
        for step in steps
    ]


def lives(happened: Sequence[Happening], day: date) -> Iterator[tuple[Happening, ...]]:
    """Every order of things by the day, in every world; on one day things happen in any order."""
    for world in set(product(*(each.days() for each in happened))):
        past = sorted((on, number) for number, on in enumerate(world) if on <= day)
        by_day = [[number for on, number in past if on == when] for when in sorted({on for on, _ in past})]
        for orders in product(*(permutations(numbers) for numbers in by_day)):
            yield tuple(happened[number] for numbers in orders for number in numbers)


def certainly_held(happened: Sequence[Happening], day: date) -> bool:
    """Whether a firm start comes last in every world: every end is taken as true, and weak starts as untrue."""
    counted = [each for each in happened if each.firm or not each.start]
    return all(life and life[-1].start for life in lives(counted, day))


def possibly_held(happened: Sequence[Happening], day: date) -> bool:
    """Whether a firm start comes last in some world where every end, if it can, ends a start; weak ends may be untrue."""
    counted = [each for each in happened if each.firm and not (each.start and _retold(each, happened))]
    return any(life and life[-1].start and _makes_sense(life, counted) for life in lives(counted, day))


def _retold(start: Happening, happened: Sequence[Happening]) -> bool:
    """Whether another firm start of the kind lies within it, or is the same days and is listed before it."""
    mine = set(start.days())
    for other in happened:
        if other is not start and other.firm and other.step.type is start.step.type:
            theirs = set(other.days())
            if theirs < mine or (theirs == mine and happened.index(other) < happened.index(start)):
                return True
    return False


def _makes_sense(life: Sequence[Happening], counted: Sequence[Happening]) -> bool:
    starts = [each for each in counted if each.start]
    return all(
        any(earlier.start for earlier in life[:number])
        for number, each in enumerate(life)
        if not each.start and any(start.days()[0] <= each.days()[-1] for start in starts)
    )


@settings(max_examples=400)
@given(RECORDS, DAYS)
def test_who_counts_is_held_in_every_world_and_nobody_else_counts(record: list[Recorded], day: date) -> None:
    known = follow(*record, sources=TELLERS)
    assert known.minimum(day).value == certainly_held(happenings(known), day)


@settings(max_examples=400)
@given(RECORDS, DAYS)
def test_whoever_is_held_in_some_world_counts_or_possibly_counts_and_nobody_else(
    record: list[Recorded], day: date
) -> None:
    known = follow(*record, sources=TELLERS)
    happened = happenings(known)
    assert known.minimum(day).ceiling == (certainly_held(happened, day) or possibly_held(happened, day))


@given(RECORDS, DAYS)
def test_a_source_that_only_repeats_changes_no_number(record: list[Recorded], day: date) -> None:
    tellers_are_dated = all(one.source_name == TELLERS[0].name for one in record)
    echo = Source("echo.txt", "2031-12-31" if tellers_are_dated else None)  # a first date would be news
    repeated = [_repeated(one, echo) for one in record]
    before = follow(*record, sources=TELLERS).minimum(day)
    after = follow(*record, *repeated, sources=[*TELLERS, echo]).minimum(day)
    assert (before.value, before.ceiling) == (after.value, after.ceiling)


@given(RECORDS, DAYS)
def test_everybody_whom_a_start_names_is_in_one_list_with_a_reason(record: list[Recorded], day: date) -> None:
    known = follow(*record, sources=TELLERS)
    counted = known.minimum(day)
    listed = [*counted.members, *counted.possible, *counted.excluded]
    named = any(step.type in HELD.starts for case in known.cases for step in case.steps)
    assert len(listed) == named
    assert all(member.reason and member.statements for member in listed)
    assert all(set(member.statements) <= set(known.by_id) for member in listed)


def _repeated(one: Recorded, by: Source) -> Recorded:
    event = one.statement.content
    assert isinstance(event, Event)
    return told(event.type, event.date.edtf if event.date else None, by=by, certainty=one.statement.certainty)
