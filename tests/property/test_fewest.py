"""The minimum under undecided names, against every way in which they can be decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.figure.fewest import Alike, alike, heads
from atleast.figure.minimum import minimum
from atleast.model.statement import Event
from atleast.model.words import Certainty, EventType, Ground
from atleast.person.candidates import Pair
from atleast.person.names import key_of
from atleast.person.spelling import Likeness, Verdict
from tests.support.told import HELD, Source, follow, recorded, told

FIRST = date(2031, 5, 1)
TELLERS = [Source("a.txt", "2031-05-03"), Source("b.txt", None)]
NAMES = ["Pavel Ketlin", "Anton Berzak", "Lena Vorzhik", "Irma Dolvich"]
KEYS = [key_of(name) for name in NAMES]
RULES = [
    HELD,
    replace(HELD, needs=frozenset({EventType.RECOGNITION})),
    replace(HELD, grounds=frozenset({Ground.READING})),
]
DAYS = st.integers(0, 5).map(lambda number: FIRST + timedelta(days=number))
WHEN = st.one_of(
    DAYS.map(date.isoformat), st.just(None), st.tuples(DAYS, DAYS).map(lambda two: f"{min(two)}/{max(two)}")
)
KINDS = [
    *(EventType.ARREST, EventType.ARREST, EventType.SENTENCE, EventType.RELEASE, EventType.RELEASE),
    *(EventType.DEATH_IN_CUSTODY, EventType.PARDON, EventType.CHARGE, EventType.RECOGNITION),
]
TOLD = st.builds(
    told,
    st.sampled_from(KINDS),
    WHEN,
    st.sampled_from(NAMES),
    by=st.sampled_from(TELLERS),
    certainty=st.sampled_from([Certainty.ASSERTED, Certainty.ASSERTED, Certainty.ALLEGED]),
    grounds=st.sampled_from([(), (), (Ground.READING,)]),
)
RECORDS = st.lists(TOLD, min_size=2, max_size=8, unique_by=lambda one: one.id)
GRAPHS = st.sets(st.sampled_from(list(combinations(sorted(KEYS), 2)))).map(
    lambda edges: alike(
        Pair(*edge, Likeness(0.9, Verdict.MAY_BE_SAME, ("told to be alike",))) for edge in sorted(edges)
    )
)


def decisions(keys: Sequence[str], graph: Alike) -> Iterator[list[list[str]]]:
    """Every way to take the keys for persons: each person is a set of keys that are all joined."""
    if not keys:
        yield []
        return
    first, rest = keys[0], keys[1:]
    for others in decisions(rest, graph):
        yield [[first], *others]
        for number, person in enumerate(others):
            if all(key in graph.get(first, {}) for key in person):
                yield [*others[:number], [first, *person], *others[number + 1 :]]


def decided(record: Sequence[Recorded], persons: Sequence[Sequence[str]]) -> list[Recorded]:
    """The record with one name for each person."""
    name = {key: person[0].title() for person in persons for key in person}
    renamed = []
    for one in record:
        event = one.statement.content
        assert isinstance(event, Event)
        who = (name[key_of(event.persons[0])],)
        source = next(teller for teller in TELLERS if teller.name == one.source_name)
        renamed.append(recorded(replace(event, subject=who, persons=who), by=source, certainty=one.statement.certainty))
    return renamed


def certainly(record: Sequence[Recorded], rule: Rule, day: date) -> int:
    """The number of people who count where nobody is anybody else."""
    known = follow(*record, sources=TELLERS)
    return minimum(known.cases, rule, day, known.by_id, {}).value


@settings(max_examples=600, deadline=None)
@given(RECORDS, GRAPHS, st.sampled_from(RULES), DAYS)
def test_the_minimum_holds_however_the_pairs_are_decided(
    record: list[Recorded], graph: Alike, rule: Rule, day: date
) -> None:
    known = follow(*record, sources=TELLERS)
    counted = minimum(known.cases, rule, day, known.by_id, graph)
    fewest = min(certainly(decided(record, persons), rule, day) for persons in decisions(KEYS, graph))
    assert counted.value <= fewest
    assert counted.names + len(counted.possible) >= certainly(record, rule, day)


@settings(max_examples=300, deadline=None)
@given(RECORDS, GRAPHS, DAYS)
def test_the_minimum_is_no_lower_than_it_must_be_where_nobody_is_released(
    record: list[Recorded], graph: Alike, day: date
) -> None:
    starts = [one for one in record if getattr(one.statement.content, "type", None) in HELD.starts]
    known = follow(*starts, sources=TELLERS)
    fewest = min(certainly(decided(starts, persons), HELD, day) for persons in decisions(KEYS, graph))
    assert minimum(known.cases, HELD, day, known.by_id, graph).value == fewest


@given(GRAPHS)
def test_those_who_count_by_themselves_are_people_apart_and_everybody_counts_with_one_of_them(graph: Alike) -> None:
    found = heads(KEYS, graph)
    apart = [key for key, head in found.items() if key == head]
    assert all(other not in graph.get(key, {}) for key, other in combinations(apart, 2))
    assert all(head in apart and (key == head or head in graph[key]) for key, head in found.items())
