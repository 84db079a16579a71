"""Known time: nothing told later is seen, the order of intake is nothing, and a withdrawn source takes its own with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.case.register import EVERYTHING, Register, Seen, register_from
from atleast.dossier.readings import Recorded
from atleast.figure.fewest import alike
from atleast.figure.minimum import minimum
from atleast.model.figure import Minimum
from atleast.model.person import Decision
from atleast.model.words import Certainty, EventType, Judgement
from tests.support.told import HELD, Source, held, told

FIRST = date(2031, 5, 1)
SOURCES = [
    Source("a.txt", "2031-05-02", "2032-01-01T00:00:00Z"),
    Source("b.txt", "2031-05-04", "2032-01-02T00:00:00Z"),
    Source("c.txt", "2031-05", "2032-01-03T00:00:00Z"),
    Source("d.txt", None, "2032-01-04T00:00:00Z"),
]
NAMES = ["Pavel Ketlin", "Pavel Kietlin", "Irma Dolvich"]
DAYS = st.integers(0, 35).map(lambda number: FIRST + timedelta(days=number))
KINDS = [EventType.ARREST, EventType.ARREST, EventType.SENTENCE, EventType.RELEASE, EventType.DEATH_IN_CUSTODY]
TOLD = st.builds(
    told,
    st.sampled_from(KINDS),
    DAYS.map(date.isoformat) | st.none(),
    st.sampled_from(NAMES),
    by=st.sampled_from(SOURCES),
    certainty=st.sampled_from([Certainty.ASSERTED, Certainty.ASSERTED, Certainty.ALLEGED]),
)
RECORDS = st.lists(TOLD, max_size=7, unique_by=lambda one: one.id)


def seen(record: Sequence[Recorded], what: Seen = EVERYTHING, decided: Sequence[Decision] = ()) -> Register:
    return register_from(held(record, SOURCES, decided), what)


def counted(register: Register, day: date) -> Minimum:
    return minimum(register.cases, HELD, day, register.by_id, alike(register.pairs))


def shape(count: Minimum) -> object:
    groups = (count.members, count.possible, count.excluded)
    return [sorted((one.case, one.reason, sorted(one.statements), one.counts_with) for one in each) for each in groups]


@settings(deadline=None)
@given(RECORDS, RECORDS, DAYS, DAYS)
def test_known_by_never_sees_the_future(past: list[Recorded], more: list[Recorded], known_by: date, day: date) -> None:
    """Whatever else came out after that day, or has no date, the count as known then is the same."""
    then = Seen(known_by=known_by)
    names = {source.sha256: source for source in seen([], then).sources}
    future = [one for one in more if one.statement.source not in names and one.id not in {each.id for each in past}]
    assert shape(counted(seen(past, then), day)) == shape(counted(seen([*past, *future], then), day))


@settings(deadline=None)
@given(RECORDS, DAYS, st.integers(1, 4))
def test_taken_in_by_sees_what_had_been_taken_in_and_nothing_else(
    record: list[Recorded], day: date, until: int
) -> None:
    had = {source.sha256 for source in SOURCES[:until]}
    then = seen(record, Seen(taken_in_by=date(2032, 1, until)))
    assert {source.sha256 for source in then.sources} == had
    held_then = [one for one in record if one.statement.source in had]
    assert shape(counted(then, day)) == shape(counted(seen(held_then), day))


@settings(deadline=None)
@given(RECORDS, DAYS)
def test_what_is_known_at_last_is_all_that_has_a_date(record: list[Recorded], day: date) -> None:
    dated = [one for one in record if one.source_name != "d.txt"]
    assert shape(counted(seen(record, Seen(known_by=date.max)), day)) == shape(counted(seen(dated), day))


@settings(deadline=None)
@given(RECORDS, st.sampled_from(SOURCES))
def test_withdrawing_a_source_takes_away_exactly_what_only_it_said(record: list[Recorded], gone: Source) -> None:
    """What is told by others stays, step for step, but for the day by which an undated one was first told."""
    before = seen(record)
    after = seen([one for one in record if one.statement.source != gone.sha256])
    kept = {one.id for one in record if one.statement.source != gone.sha256}
    in_steps = {identity for case in after.cases for step in case.steps for identity in step.statements}
    assert in_steps == kept
    for case in before.cases:
        for step in case.steps:
            left = set(step.statements) & kept
            found = {s.type for c in after.cases for s in c.steps if left & set(s.statements)}
            assert found == ({step.type} if left else set())


@settings(deadline=None)
@given(RECORDS, DAYS)
def test_merging_two_persons_moves_their_cases_and_taking_it_back_moves_them_back(
    record: list[Recorded], day: date
) -> None:
    before = seen(record)
    by_name = {name: person for person in before.persons for name in person.names}
    one, other = by_name.get("Pavel Ketlin"), by_name.get("Irma Dolvich")
    if one is None or other is None:
        return
    keys = sorted((one.mentions[0].key, other.mentions[0].key))
    same = Decision(keys[0], keys[1], Judgement.SAME, "R.", "2032-01-05T00:00:00Z")
    taken_back = Decision(keys[0], keys[1], Judgement.SAME, "R.", "2032-01-06T00:00:00Z", takes_back=1)
    merged = seen(record, decided=[same])
    assert len(merged.persons) == len(before.persons) - 1
    both = {identity for person in (one, other) for identity in person.statements}
    assert both <= {
        identity for person in merged.persons for identity in person.statements if set(person.statements) >= both
    }
    assert shape(counted(seen(record, decided=[same, taken_back]), day)) == shape(counted(before, day))
    assert counted(merged, day).value <= counted(before, day).apart
    early = seen(record, Seen(taken_in_by=date(2032, 1, 4)), [same])
    assert shape(counted(early, day)) == shape(counted(before, day))


def test_a_source_is_seen_when_it_had_certainly_come_out() -> None:
    def names(known_by: str) -> list[str]:
        return [source.name for source in seen([], Seen(known_by=date.fromisoformat(known_by))).sources]

    assert [len(names(day)) for day in ("2031-05-01", "2031-05-02", "2031-05-10", "2031-05-31")] == [0, 1, 2, 3]
