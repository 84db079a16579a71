"""Statements into cases: the steps of a person in order of time, an episode each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from atleast.dossier.readings import Recorded
from atleast.model.case import Case, Step
from atleast.model.edtf import Days, days_of
from atleast.model.person import Person
from atleast.model.statement import Event
from atleast.model.words import EventType, Polarity

# What happens to a person, as against what a person does. Only this makes steps.
SUFFERED = frozenset(EventType) - {
    EventType.PROTEST,
    EventType.ELECTION,
    EventType.REPORT,
    EventType.INVOCATION,
    EventType.MEETING,
    EventType.CALL,
    EventType.CENSORSHIP,
    EventType.LIQUIDATION,
}
# What ends an episode: the next arrest after it begins another.
_ENDS = frozenset({EventType.RELEASE, EventType.PARDON, EventType.EXILE, EventType.DEPORTATION})
_BEGINS = frozenset({EventType.ARREST, EventType.CHARGE, EventType.SENTENCE})
# What happens once in a life, so that a vague telling and an exact one are tellings of the same.
_ONCE = frozenset({EventType.DEATH_IN_CUSTODY, EventType.KILLING})

Dates = Mapping[str, str | None]
"""Hash of a source to the date it claims, EDTF."""


def cases(people: Iterable[Person], record: Iterable[Recorded], dates: Dates) -> list[Case]:
    """The cases of every person to whom, by an affirmed statement, something happened. In order of the persons."""
    by_id = {recorded.id: recorded for recorded in record}
    return [case for person in people for case in _cases_of(person, by_id, dates)]


def together(several: Sequence[Case]) -> list[Case]:
    """The cases of one person, if the persons of several cases are one: from all their steps, as if told of one name.

    They go by the person of the first case.
    """
    told: dict[tuple[EventType, str | None], list[Step]] = defaultdict(list)
    for step in (step for case in several for step in case.steps):
        told[step.type, step.when.edtf if step.when else None].append(step)
    steps = _sharpened([_joined(key, same) for key, same in told.items()])
    denials = dict.fromkeys(denial for case in several for denial in case.denials)
    return _in_episodes(several[0].person, steps, tuple(denials))


def _joined(key: tuple[EventType, str | None], same: Sequence[Step]) -> Step:
    kind, edtf = key
    latest = min((step.days.latest for step in same if step.days.latest), default=None)
    days = days_of(edtf) if edtf is not None else Days(None, latest)
    when = next((step.when for step in same if step.when), None)
    return Step(kind, when, days, tuple(dict.fromkeys(each for step in same for each in step.statements)))


def _cases_of(person: Person, by_id: Mapping[str, Recorded], dates: Dates) -> list[Case]:
    return _in_episodes(person, _steps(person, by_id, dates), _denials(person, by_id))


def _in_episodes(person: Person, steps: Iterable[Step], denials: tuple[str, ...]) -> list[Case]:
    episodes: list[list[Step]] = [[]]
    for step in steps:
        over = any(earlier.type in _ENDS for earlier in episodes[-1])
        if over and step.type in _BEGINS and step.when is not None:
            episodes.append([])
        episodes[-1].append(step)
    return [Case(f"{person.key}/{n}", person, tuple(steps), denials) for n, steps in enumerate(episodes, 1) if steps]


def _denials(person: Person, by_id: Mapping[str, Recorded]) -> tuple[str, ...]:
    return tuple(i for i in person.statements if by_id[i].statement.polarity is Polarity.DENIED)


def _steps(person: Person, by_id: Mapping[str, Recorded], dates: Dates) -> list[Step]:
    """The steps of a person in order of time: one for each type and date, with all statements that say so."""
    told: dict[tuple[EventType, str | None], list[Recorded]] = defaultdict(list)
    for identity in person.statements:
        statement = by_id[identity].statement
        event = statement.content
        if isinstance(event, Event) and event.type in SUFFERED and statement.polarity is Polarity.AFFIRMED:
            told[event.type, event.date.edtf if event.date else None].append(by_id[identity])
    return _sharpened([_step(kind, edtf, said, dates) for (kind, edtf), said in told.items()])


def _sharpened(steps: Sequence[Step]) -> list[Step]:
    """The steps in order of time; of what happens once, a vague telling ("in April", or no date) made as sharp as it can be.

    Where one more exact date lies within it, it is a telling of that. Where rival ones do, it stands by itself, and means
    the days from the first of them to the last.
    """
    kept: dict[int, Step] = dict(enumerate(steps))
    for number, step in sorted(kept.items(), key=lambda item: _width(item[1]), reverse=True):
        finer = [other for other, each in kept.items() if step.type in _ONCE and _is_within(each, step)]
        finest = [each for each in finer if not any(_is_within(kept[other], kept[each]) for other in finer)]
        if len(finest) == 1:
            sharp = kept[finest[0]]
            kept[finest[0]] = replace(sharp, statements=tuple(dict.fromkeys((*sharp.statements, *step.statements))))
            del kept[number]
        elif finest:
            first = min(day for each in finest if (day := kept[each].days.earliest))
            last = max(day for each in finest if (day := kept[each].days.latest))
            kept[number] = replace(step, days=Days(first, last))
    return sorted(kept.values(), key=_order)


def _width(step: Step) -> timedelta:
    """How vague a step's date is; one without a date is the vaguest."""
    if step.when is None or step.days.earliest is None or step.days.latest is None:
        return timedelta.max
    return step.days.latest - step.days.earliest


def _is_within(step: Step, vaguer: Step) -> bool:
    """Whether a step's date is one that a vaguer telling of the same kind of thing may mean."""
    if step.type is not vaguer.type or step.days.earliest is None or step.days.latest is None or step.when is None:
        return False
    if vaguer.when is None or vaguer.days.earliest is None or vaguer.days.latest is None:
        return vaguer.when is None
    inside = vaguer.days.earliest <= step.days.earliest and step.days.latest <= vaguer.days.latest
    return inside and step.days != vaguer.days


def _step(kind: EventType, edtf: str | None, said: list[Recorded], dates: Dates) -> Step:
    told = (recorded.statement.content for recorded in said)
    when = next((event.date for event in told if isinstance(event, Event) and event.date), None)
    days = days_of(edtf) if edtf is not None else Days(None, _first_told(said, dates))
    return Step(kind, when, days, tuple(recorded.id for recorded in said))


def _first_told(said: Iterable[Recorded], dates: Dates) -> date | None:
    """The last day that it can have been: the day of the first source that tells it."""
    days = (dates.get(recorded.statement.source) for recorded in said)
    return min((latest for edtf in days if edtf and (latest := days_of(edtf).latest)), default=None)


def _order(step: Step) -> tuple[date, date, str, str]:
    latest = step.days.latest or date.max
    return (step.days.earliest or latest, latest, step.type.value, step.when.edtf if step.when else "")
