"""Cases do not depend on the order in which sources came in."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from atleast.dossier.readings import Recorded
from atleast.model.statement import Event
from atleast.model.words import EventType, Polarity
from atleast.person.names import key_of
from tests.support.strategies import points
from tests.support.told import Source, follow, told

SOURCES = [Source("a.txt", "2031-03-01"), Source("b.txt", "2031-06"), Source("c.txt", None)]
TOLD = st.builds(
    told,
    st.sampled_from([EventType.ARREST, EventType.SENTENCE, EventType.RELEASE, EventType.DEATH_IN_CUSTODY]),
    st.none() | st.sampled_from(["2030", "2030-05", "2030-05-07", "2031-02", "2031-02-07"]) | points(),
    st.sampled_from(["Pavel Ketlin", "PAVEL KETLIN", "Irma Dolvich"]),
    by=st.sampled_from(SOURCES),
    polarity=st.sampled_from([Polarity.AFFIRMED, Polarity.AFFIRMED, Polarity.DENIED]),
)
RECORDS = st.lists(TOLD, max_size=8, unique_by=lambda one: one.id)


def shape(record: Sequence[Recorded]) -> list[object]:
    """Cases without the order of the statements within a step, which is that of the record."""
    return [
        (case.id, case.person.name, [(step.type, step.days, sorted(step.statements)) for step in case.steps],
         sorted(case.denials))
        for case in follow(*record, sources=SOURCES).cases
    ]  # fmt: skip


@given(RECORDS.flatmap(lambda record: st.tuples(st.just(record), st.permutations(record))))
def test_the_order_of_intake_changes_nothing(drawn: tuple[list[Recorded], list[Recorded]]) -> None:
    record, shuffled = drawn
    assert shape(record) == shape(shuffled)


@given(RECORDS)
def test_every_affirmed_statement_is_in_one_step_of_its_person_and_every_denial_stands(record: list[Recorded]) -> None:
    built = follow(*record, sources=SOURCES).cases
    in_steps = [identity for case in built for step in case.steps for identity in step.statements]
    affirmed = [one.id for one in record if one.statement.polarity is Polarity.AFFIRMED]
    assert sorted(in_steps) == sorted(affirmed)
    with_cases = {case.person.key for case in built}
    denied = {identity for case in built for identity in case.denials}
    assert {one.id for one in record} - set(affirmed) >= denied
    assert all(
        one.id in denied
        for one in record
        if one.id not in affirmed and _key(one) in with_cases
    )  # fmt: skip


def _key(one: Recorded) -> str:
    event = one.statement.content
    assert isinstance(event, Event)
    return key_of(event.persons[0])
