"""Versions: what sources say differently of one event, side by side, and which of them is shown first, by whose rule.

Steps of a case are versions of one event where they are of one type and their dates lie within a few days of each other, or
within a month where the same court or the same penalty is named; a vaguer date retells the one event that it can mean. Two
arrests months apart stay two. What is counted does not depend on it: `minimum` takes every date as it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from atleast.case.naming import article_number, is_of_a_list
from atleast.dossier.readings import Recorded
from atleast.dossier.versions import What
from atleast.model.case import Case, Step
from atleast.model.edtf import Days, days_of
from atleast.model.statement import Event, Statement
from atleast.model.words import EventType
from atleast.person.names import fold
from atleast.statement.terms import least_days

_NEAR = timedelta(days=3)
"""So far apart may the days of one event be told."""
_NEAR_IN_CONTEXT = timedelta(days=31)
"""So far where the same authority or penalty is named."""


@dataclass(frozen=True, slots=True)
class Version:
    """One value as sources give it, and the statements that do. Of one meaning in several forms the most used is shown."""

    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """What is told of one thing about an event; `rival` where two versions cannot both be so."""

    what: What
    versions: tuple[Version, ...]
    rival: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event of a case: the steps that are versions of it, and what is told of it."""

    type: EventType
    steps: tuple[Step, ...]
    details: tuple[Detail, ...]

    @property
    def rivals(self) -> tuple[Detail, ...]:
        """The details in which versions stand against each other."""
        return tuple(detail for detail in self.details if detail.rival)


By = Mapping[str, Recorded]
"""Id of a statement to it."""


def occurrences(case: Case, by_id: By) -> list[Occurrence]:
    """The events of a case, in the order of their first steps."""
    groups: list[list[Step]] = []
    for step in sorted(case.steps, key=lambda step: (_width(step.days), case.steps.index(step))):
        near = [group for group in groups if group[0].type is step.type and _is_near(step, group, by_id)]
        if len(near) == 1:
            near[0].append(step)
        else:
            groups.append([step])
    in_order = [tuple(step for step in case.steps if step in group) for group in groups]
    in_order.sort(key=lambda steps: case.steps.index(steps[0]))
    return [Occurrence(steps[0].type, steps, tuple(_details(steps, by_id))) for steps in in_order]


def _width(days: Days) -> timedelta:
    return days.latest - days.earliest if days.earliest and days.latest else timedelta.max


def _is_near(step: Step, group: Iterable[Step], by_id: By) -> bool:
    return any(
        (gap := _gap(step, other)) is not None
        and (gap <= _NEAR or (gap <= _NEAR_IN_CONTEXT and bool(_context(step, by_id) & _context(other, by_id))))
        for other in group
    )


def _gap(one: Step, other: Step) -> timedelta | None:
    """How far apart two steps were at least; None where one is certainly told of before the other was."""
    if one.when is None or other.when is None:
        undated, dated = (one, other) if one.when is None else (other, one)
        told, earliest = undated.days.latest, dated.days.earliest
        return None if told and earliest and earliest > told else timedelta()
    if one.days.latest and other.days.earliest and one.days.latest < other.days.earliest:
        return other.days.earliest - one.days.latest
    if other.days.latest and one.days.earliest and other.days.latest < one.days.earliest:
        return one.days.earliest - other.days.latest
    return timedelta()


def _context(step: Step, by_id: By) -> set[str]:
    """The authorities and penalties that are named with a step, as far as they can be compared."""
    found = set()
    for statement, event in _events([step], by_id):
        found |= {fold(event.authority)} if event.authority else set()
        if event.penalty and _is_one_term(event):
            found.add(_meaning(What.PENALTY, event.penalty, statement.language))
    return found


def _events(steps: Iterable[Step], by_id: By) -> Iterator[tuple[Statement, Event]]:
    for _, statement, event in _told(steps, by_id):
        yield statement, event


def _told(steps: Iterable[Step], by_id: By) -> Iterator[tuple[str, Statement, Event]]:
    for step in steps:
        for identity in step.statements:
            statement = by_id[identity].statement
            if isinstance(statement.content, Event):
                yield identity, statement, statement.content


def _details(steps: Sequence[Step], by_id: By) -> Iterator[Detail]:
    forms: dict[What, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for identity, statement, event in _told(steps, by_id):
        for what, value in _values(event):
            if what is What.FACILITY and is_of_a_list(statement):
                continue
            forms[what][_meaning(what, value, statement.language)][value].append(identity)
    for what in What:
        if what in forms:
            versions = [_version(said) for _, said in sorted(forms[what].items())]
            yield Detail(what, tuple(versions), _are_rivals(what, list(forms[what])))


def _version(said: Mapping[str, Sequence[str]]) -> Version:
    shown = min(said, key=lambda value: (-len(said[value]), value))
    return Version(shown, tuple(dict.fromkeys(identity for identities in said.values() for identity in identities)))


def _values(event: Event) -> Iterator[tuple[What, str]]:
    single = {
        What.DATE: event.date.edtf if event.date else None,
        What.PLACE: event.place,
        What.FACILITY: event.facility,
        What.PENALTY: event.penalty if _is_one_term(event) else None,
        What.AUTHORITY: event.authority,
    }
    yield from ((what, value) for what, value in single.items() if value)
    yield from ((What.ARTICLE, article) for article in event.article)
    yield from ((What.GROUNDS, ground.value) for ground in event.grounds)


def _is_one_term(event: Event) -> bool:
    """Whether it can be told whose the penalty is: of several people, or of several terms, it cannot."""
    return len(event.persons) <= 1 and ";" not in (event.penalty or "")


def _meaning(what: What, value: str, language: str) -> str:
    """What two forms of one meaning have in common."""
    if what is What.PENALTY and (days := least_days(value, language)) is not None:
        return f"{days:09} days"
    if what is What.ARTICLE and (number := article_number(value)):
        return number
    if what in {What.DATE, What.GROUNDS}:
        return value
    return " ".join(word for word in fold(value).split() if word != "the")


def _are_rivals(what: What, meanings: Sequence[str]) -> bool:
    """Whether any two cannot both be so. Several grounds, articles and places can; names in two scripts are not compared."""
    if what is What.DATE:
        return any(days_of(one).excludes(days_of(other)) for one, other in combinations(meanings, 2))
    if what is What.PENALTY:
        return sum(meaning.endswith(" days") for meaning in meanings) > 1
    if what in {What.FACILITY, What.AUTHORITY}:
        return any(
            one.isascii() == other.isascii() and not _contains(one, other) for one, other in combinations(meanings, 2)
        )
    return False


def _contains(one: str, other: str) -> bool:
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine
