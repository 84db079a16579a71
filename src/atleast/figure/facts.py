"""Cases as facts for `engine.counting`: the starts and ends of each person, as known from day to day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from atleast.case.building import Dates, cases
from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.engine.counting import FAR_AHEAD, LONG_AGO, Fact, Role
from atleast.figure.judging import FINAL, Question, served
from atleast.model.case import Case, Step
from atleast.model.edtf import days_of
from atleast.model.person import Person
from atleast.model.words import EventType

_KINDS = {kind: number for number, kind in enumerate(EventType)}
_Key = tuple[Role, int, int, int, bool]


def facts_of(own: Sequence[Case], number: int, rule: Rule, by_id: Mapping[str, Recorded]) -> list[Fact]:
    """The facts of one person by all that is known. `rule` asks for starts and ends and for nothing more."""
    return [Fact(number, *key) for key in dict.fromkeys(_keys(own, rule, by_id))]


def facts_as_known(person: Person, number: int, rule: Rule, by_id: Mapping[str, Recorded], dates: Dates) -> list[Fact]:
    """The facts of one person as they were known from day to day, by the dates of the sources; undated ones are never known."""
    told = _days_told(person, by_id, dates)
    found: list[Fact] = []
    for since, until in pairwise([*told, FAR_AHEAD]):
        seen = _seen_by(person, since, by_id, dates)
        record = [by_id[identity] for identity in seen.statements]
        known = cases([seen], record, {each: edtf for each, edtf in dates.items() if _told_on(edtf) <= since})
        found += [Fact(number, *key, since, until) for key in dict.fromkeys(_keys(known, rule, by_id))]
    return list(_joined(found))


def _keys(own: Sequence[Case], rule: Rule, by_id: Mapping[str, Recorded]) -> Iterator[_Key]:
    asked = Question(rule, date.max, by_id)
    steps = [step for case in own for step in case.steps]
    for step in steps:
        if step.type in rule.starts:
            yield _key(Role.START, step, asked)
    for step in (*(step for step in steps if step.type in rule.ends), *served(own, asked)):
        role = Role.FINAL if step.type in FINAL else Role.END
        yield _key(role, step, asked)


def _key(role: Role, step: Step, asked: Question) -> _Key:
    earliest = step.days.earliest.toordinal() if step.days.earliest else LONG_AGO
    latest = step.days.latest.toordinal() if step.days.latest else FAR_AHEAD
    return role, _KINDS[step.type], earliest, latest, asked.is_firm(step)


def _days_told(person: Person, by_id: Mapping[str, Recorded], dates: Dates) -> list[int]:
    told = {_told_on(dates.get(by_id[identity].statement.source)) for identity in person.statements}
    return sorted(day for day in told if day < FAR_AHEAD)


def _told_on(edtf: str | None) -> int:
    """The day by which a source has certainly come out."""
    latest = days_of(edtf).latest if edtf else None
    return latest.toordinal() if latest else FAR_AHEAD


def _seen_by(person: Person, day: int, by_id: Mapping[str, Recorded], dates: Dates) -> Person:
    seen = (each for each in person.statements if _told_on(dates.get(by_id[each].statement.source)) <= day)
    return Person(person.key, person.name, person.names, tuple(seen), person.mentions)


def _joined(found: Iterable[Fact]) -> Iterator[Fact]:
    """The same facts, those that follow each other in known time as one."""
    runs: dict[Fact, list[Fact]] = {}
    for fact in found:
        run = runs.setdefault(replace(fact, known_from=LONG_AGO, known_to=FAR_AHEAD), [])
        if run and run[-1].known_to == fact.known_from:
            run[-1] = replace(run[-1], known_to=fact.known_to)
        else:
            run.append(fact)
    for run in runs.values():
        yield from run
