"""Our own minimum over time: one point for each day on which it can change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.figure.fewest import Alike, alike
from atleast.figure.minimum import minimum
from atleast.figure.served import terms_served
from atleast.model.case import Case
from atleast.person.candidates import candidates

_MOST_POINTS = 400


@dataclass(frozen=True, slots=True)
class Point:
    """The minimum and the ceiling on a day."""

    day: date
    value: int
    ceiling: int


def series(
    cases: Sequence[Case], rule: Rule, by_id: Mapping[str, Recorded], last: date | None, graph: Alike | None = None
) -> list[Point]:
    """The points up to `last`, in order; beyond 400 days of change, the last of each month."""
    days = sorted(day for day in _days_of_change(cases, rule, by_id) if last is None or day <= last)
    if last is not None and days and days[-1] < last:
        days.append(last)
    if len(days) > _MOST_POINTS:
        days = sorted({(day.year, day.month): day for day in days}.values())
    graph = (
        graph
        if graph is not None
        else alike(candidates(list({case.person.key: case.person for case in cases}.values())))
    )
    counted = ((day, minimum(cases, rule, day, by_id, graph)) for day in days)
    return [Point(day, count.value, count.ceiling) for day, count in counted]


def _days_of_change(cases: Sequence[Case], rule: Rule, by_id: Mapping[str, Recorded]) -> set[date]:
    """The days on which a step that the rule knows first may be, and first certainly is; and the day before each."""
    kinds = rule.starts | rule.ends | rule.needs
    steps = [step for case in cases for step in case.steps if step.type in kinds]
    steps += [term for case in cases for term in terms_served([case], rule.starts, by_id)]
    edges = {day for step in steps for day in (step.days.earliest, step.days.latest) if day is not None}
    return edges | {day - timedelta(days=1) for day in edges if day > date.min}
