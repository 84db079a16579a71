"""Set work against the minimum that judges one by one: equal on random registers, in valid time and in known time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.case.building import cases
from atleast.case.register import Seen, register_from
from atleast.dossier.readings import Recorded
from atleast.engine.counting import Counter, Fact
from atleast.figure.facts import facts_as_known, facts_of
from atleast.figure.minimum import minimum
from atleast.model.words import Certainty, EventType
from tests.support.told import HELD, Source, held, told

FIRST = date(2031, 5, 1)
SPAN = 12
SOURCES = [
    Source("a.txt", "2031-05-03"),
    Source("b.txt", "2031-05-07"),
    Source("c.txt", "2031-05"),
    Source("d.txt", None),
]
DAYS = st.integers(0, SPAN - 1).map(lambda number: FIRST + timedelta(days=number))
WHEN = st.one_of(
    DAYS.map(date.isoformat),
    st.none(),
    st.tuples(DAYS, DAYS).map(lambda two: f"{min(two)}/{max(two)}"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day}"),
    st.just("2031-05"),
)
KINDS = [
    *(EventType.ARREST, EventType.ARREST, EventType.SENTENCE, EventType.RELEASE, EventType.RELEASE),
    *(EventType.EXILE, EventType.DEATH_IN_CUSTODY),
]
TOLD = st.builds(
    told,
    st.sampled_from(KINDS),
    WHEN,
    st.sampled_from(["Pavel Ketlin", "Irma Dolvich", "Selma Corvane"]),
    by=st.sampled_from(SOURCES),
    certainty=st.sampled_from([Certainty.ASSERTED, Certainty.ASSERTED, Certainty.ALLEGED]),
    penalty=st.sampled_from([None, None, None, "2 days", "five days"]),
)
RECORDS = st.lists(TOLD, max_size=8, unique_by=lambda one: one.id)
ALL_DAYS = [FIRST + timedelta(days=number) for number in range(-2, SPAN + 8)]


def counter(facts: Sequence[Fact]) -> Counter:
    made = Counter(threads=1, memory=1 << 28)
    made.add(facts)
    return made


def by_all_that_is_known(record: Sequence[Recorded]) -> list[Fact]:
    known = register_from(held(record, SOURCES))
    return [
        fact
        for number, person in enumerate(known.persons)
        for fact in facts_of(cases([person], record, known.dates), number, HELD, known.by_id)
    ]


def as_known(record: Sequence[Recorded]) -> list[Fact]:
    known = register_from(held(record, SOURCES))
    return [
        fact
        for number, person in enumerate(known.persons)
        for fact in facts_as_known(person, number, HELD, known.by_id, known.dates)
    ]


def one_by_one(record: Sequence[Recorded], day: date, known_by: date | None = None) -> tuple[int, int]:
    known = register_from(held(record, SOURCES), Seen(known_by=known_by))
    counted = minimum(known.cases, HELD, day, known.by_id, {})
    return counted.value, counted.ceiling


@settings(max_examples=50, deadline=None)
@given(RECORDS)
def test_the_same_on_every_day_at_once_and_day_by_day(record: list[Recorded]) -> None:
    made = counter(by_all_that_is_known(record))
    expected = [one_by_one(record, day) for day in ALL_DAYS]
    assert [(tally.certain, tally.ceiling) for tally in made.series(ALL_DAYS)] == expected
    assert [(tally.certain, tally.ceiling) for tally in map(made.on, ALL_DAYS)] == expected


@settings(max_examples=40, deadline=None)
@given(RECORDS, st.lists(st.tuples(st.sampled_from(ALL_DAYS), st.sampled_from(ALL_DAYS)), min_size=4, max_size=8))
def test_the_same_as_known_on_any_day(record: list[Recorded], asked: list[tuple[date, date]]) -> None:
    made = counter(as_known(record))
    for day, known_by in asked:
        tally = made.on(day, known_by)
        assert (tally.certain, tally.ceiling) == one_by_one(record, day, known_by)
    then = made.series_then(ALL_DAYS)
    assert then == [one_by_one(record, day, day)[0] for day in ALL_DAYS]


@settings(max_examples=50, deadline=None)
@given(RECORDS, st.integers(0, 20))
def test_what_is_added_later_counts_as_if_it_had_always_been_there(record: list[Recorded], at: int) -> None:
    facts = by_all_that_is_known(record)
    whole, parts = counter(facts), counter(facts[:at])
    parts.on(FIRST)
    parts.add(facts[at:])
    day = FIRST + timedelta(days=6)
    assert parts.on(day) == whole.on(day)
    assert parts.certain_on(day) == whole.certain_on(day)
