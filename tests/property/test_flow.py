"""A flow against an oracle that tries every day that every uncertain date may turn out to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Measure, Unit
from atleast.model.case import Step
from atleast.model.words import Certainty, EventType
from tests.support.told import HELD, Source, Told, follow, told

FIRST = date(2031, 5, 1)
SPAN = 6
TELLERS = [Source("a.txt", (FIRST + timedelta(days=2)).isoformat()), Source("b.txt", None)]
DAYS = st.integers(0, SPAN - 1).map(lambda number: FIRST + timedelta(days=number))
TAKEN = replace(HELD, measure=Measure.FLOW, starts=frozenset({EventType.ARREST}), counts=Unit.DETENTIONS)
WHEN = st.one_of(
    DAYS.map(date.isoformat),
    st.none(),
    st.tuples(DAYS, DAYS).map(lambda two: f"{min(two)}/{max(two)}"),
    DAYS.map(lambda day: f"../{day}"),
)
TOLD = st.builds(
    told,
    st.sampled_from([EventType.ARREST, EventType.ARREST, EventType.RELEASE]),
    WHEN,
    by=st.sampled_from(TELLERS),
    certainty=st.sampled_from([Certainty.ASSERTED, Certainty.ASSERTED, Certainty.ALLEGED]),
)
RECORDS = st.lists(TOLD, max_size=5, unique_by=lambda one: one.id)


def firm_steps(known: Told, kind: EventType) -> list[Step]:
    return [
        step
        for case in known.cases
        for step in case.steps
        if step.type is kind and any(known.by_id[one].statement.certainty in HELD.certainty for one in step.statements)
    ]


def days(step: Step) -> list[date]:
    """Every day that it may have been; one beyond either side stands for all of those."""
    earliest = step.days.earliest or FIRST - timedelta(days=1)
    latest = step.days.latest or FIRST + timedelta(days=SPAN)
    return [earliest + timedelta(days=number) for number in range((latest - earliest).days + 1)]


def least_takings(known: Told, since: date, until: date) -> int:
    """The fewest takings within the period in any world: arrests without a release on a day between may be one."""
    arrests, releases = firm_steps(known, EventType.ARREST), firm_steps(known, EventType.RELEASE)
    fewest = None
    for world in product(*(days(step) for step in (*arrests, *releases))):
        taken = sorted(day for day in world[: len(arrests)] if since <= day <= until)
        freed = world[len(arrests) :]
        counted: list[date] = []
        for day in taken:
            if not counted or any(counted[-1] < free < day for free in freed):
                counted.append(day)
        fewest = len(counted) if fewest is None else min(fewest, len(counted))
    return fewest or 0


@settings(max_examples=300, deadline=None)
@given(RECORDS, DAYS, DAYS)
def test_a_flow_is_never_more_than_the_takings_in_any_world(record: list[Recorded], one: date, other: date) -> None:
    since, until = min(one, other), max(one, other)
    known = follow(*record, sources=TELLERS)
    truth = least_takings(known, since, until)
    by_detentions = known.minimum(until, TAKEN, since)
    by_people = known.minimum(until, replace(TAKEN, counts=Unit.PEOPLE), since)
    by_cases = known.minimum(until, replace(TAKEN, counts=Unit.CASES), since)
    assert by_detentions.value <= truth
    assert by_people.value == min(by_detentions.value, 1) <= by_cases.value <= by_detentions.value
    assert by_people.ceiling <= by_cases.ceiling <= by_detentions.ceiling


@given(RECORDS, DAYS, DAYS, DAYS)
def test_a_longer_period_never_counts_fewer_people(record: list[Recorded], a: date, b: date, c: date) -> None:
    first, second, third = sorted((a, b, c))
    known = follow(*record, sources=TELLERS)
    people = replace(TAKEN, counts=Unit.PEOPLE)
    assert known.minimum(second, people, first).value <= known.minimum(third, people, first).value
