"""Impossible lives: what cannot be so as it is told. They are found and listed, and nothing is changed by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from atleast.case.naming import is_of_a_list
from atleast.case.register import Register
from atleast.model.case import Case, Step
from atleast.model.edtf import days_of
from atleast.model.statement import Event
from atleast.model.words import EventType
from atleast.person.names import fold

_DEATH = frozenset({EventType.DEATH_IN_CUSTODY, EventType.KILLING})
_TAKEN = frozenset(
    {EventType.ARREST, EventType.CHARGE, EventType.SENTENCE, EventType.TRANSFER, EventType.SOLITARY_CONFINEMENT}
)
_FREED = frozenset({EventType.RELEASE, EventType.PARDON})
_OVER = _FREED | _DEATH | {EventType.EXILE, EventType.DEPORTATION}
# What only the living undergo; an honour or a verdict of others may come after.
_OF_THE_LIVING = _TAKEN | _FREED | {EventType.TRIAL, EventType.EXILE, EventType.DEPORTATION, EventType.ILL_TREATMENT}


class Kind(StrEnum):
    """What is wrong with a life as it is told."""

    RELEASED_BEFORE_TAKEN = "released before taken"
    AFTER_DEATH = "after death"
    TWO_PLACES = "two places on one day"
    NO_NEWS = "no news"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that cannot be so, or that somebody should look at, with the statements that make it so."""

    kind: Kind
    case: str
    person: str
    what: str
    """In words, with dates in EDTF and no other digits."""
    statements: tuple[str, ...]


def conflicts(register: Register, months_without_news: int) -> list[Conflict]:
    """The impossible lives of a register, in order of its persons. `months_without_news` counts to the last day known."""
    own: dict[str, list[Case]] = defaultdict(list)
    for case in register.cases:
        own[case.person.key].append(case)
    return [found for cases in own.values() for found in _of_person(cases, register, months_without_news)]


def _of_person(cases: Sequence[Case], register: Register, months: int) -> Iterator[Conflict]:
    steps = [step for case in cases for step in case.steps]
    yield from _released_before_taken(cases, steps)
    yield from _after_death(cases, steps)
    yield from _two_places(cases, steps, register)
    yield from _no_news(cases, register, months)


def _conflict(kind: Kind, cases: Sequence[Case], steps: Sequence[Step], what: str) -> Conflict:
    case = next((case for case in cases if steps[-1] in case.steps), cases[0])
    statements = tuple(dict.fromkeys(identity for step in steps for identity in step.statements))
    return Conflict(kind, case.id, case.person.name, what, statements)


def _released_before_taken(cases: Sequence[Case], steps: Sequence[Step]) -> Iterator[Conflict]:
    taken = [step for step in steps if step.type in _TAKEN]
    for freed in (step for step in steps if step.type in _FREED and step.when):
        if taken and all(freed.days.certainly_before(start.days) for start in taken):
            what = f"{_said(freed)}; the first that is told before it is {_said(taken[0]).lower()}, which is later."
            yield _conflict(Kind.RELEASED_BEFORE_TAKEN, cases, [freed, taken[0]], what)


def _after_death(cases: Sequence[Case], steps: Sequence[Step]) -> Iterator[Conflict]:
    for death in (step for step in steps if step.type in _DEATH):
        for later in (step for step in steps if step.type in _OF_THE_LIVING and death.days.certainly_before(step.days)):
            yield _conflict(Kind.AFTER_DEATH, cases, [death, later], f"{_said(later)}, after {_said(death).lower()}.")


def _two_places(cases: Sequence[Case], steps: Sequence[Step], register: Register) -> Iterator[Conflict]:
    """Two facilities on one exact day; where one is told of a transfer and the other is not, both may be so."""
    on: dict[date, list[tuple[Step, str]]] = defaultdict(list)
    for step in steps:
        if step.days.earliest is not None and step.days.earliest == step.days.latest:
            on[step.days.earliest] += [(step, facility) for facility in _facilities(step, register)]
    for day, held in sorted(on.items()):
        for (one, here), (other, there) in combinations(held, 2):
            moved = (one.type is EventType.TRANSFER) != (other.type is EventType.TRANSFER)
            if not moved and _differ(here, there):
                yield _conflict(Kind.TWO_PLACES, cases, [one, other], f"Two facilities are named for {day}.")
                break


def _no_news(cases: Sequence[Case], register: Register, months: int) -> Iterator[Conflict]:
    """The last case begun and not told to be over, of which no dated source has told for long."""
    last, now = cases[-1], register.last_day()
    taken = [step for step in last.steps if step.type in _TAKEN]
    if now is None or not taken or any(step.type in _OVER for step in last.steps):
        return
    told = _last_told(last, register)
    if told is not None and _months_between(told, now) >= months:
        yield _conflict(Kind.NO_NEWS, cases, taken, f"In custody by what is told, and nothing told since {told}.")


def _last_told(case: Case, register: Register) -> date | None:
    sources = {register.by_id[each].statement.source for step in case.steps for each in step.statements}
    days = (days_of(edtf).latest for source in sources if (edtf := register.dates.get(source)))
    return max((day for day in days if day), default=None)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _facilities(step: Step, register: Register) -> Iterable[str]:
    said = (register.by_id[identity].statement for identity in step.statements)
    events = (each.content for each in said if isinstance(each.content, Event) and not is_of_a_list(each))
    return list(dict.fromkeys(event.facility for event in events if event.facility))


def _differ(one: str, other: str) -> bool:
    """Whether two names are of two facilities: in one script, and neither holds all words of the other."""
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    same_script = one.isascii() == other.isascii()
    return same_script and not (mine <= theirs or theirs <= mine)


def _said(step: Step) -> str:
    dated = step.when.edtf if step.when else "undated"
    return f"{step.type.value.replace('_', ' ').capitalize()}, {dated}"
