"""The end of a term that nobody tells of: whoever was given 15 days is not certainly held on the sixteenth."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from atleast.dossier.readings import Recorded
from atleast.model.case import Case, Step
from atleast.model.edtf import Days
from atleast.model.statement import Event
from atleast.model.words import EventType
from atleast.statement.terms import least_days


@dataclass(frozen=True, slots=True)
class TermServed(Step):
    """That a term may be over from a day on, as it follows from a penalty; no source says that it is."""


def terms_served(own: Sequence[Case], starts: Collection[EventType], by_id: Mapping[str, Recorded]) -> list[TermServed]:
    """For each start of one person's cases that is told with a term, the days on which the term may be over.

    A term is taken to run from the earliest day on which any start of its case may have been, or, where none has a date,
    from the day on which one was first told; and to be over before the next case begins. Of several terms told of one
    start the shortest counts.
    """
    return [
        TermServed(EventType.RELEASE, None, Days(begun + timedelta(days=term), _day_before(later)), step.statements)
        for case, later in zip_longest(own, own[1:])
        if (held := [step for step in case.steps if step.type in starts]) and (begun := _begun(held))
        for step in held
        if (term := _shortest(step, by_id)) is not None
    ]


def _begun(starts: Sequence[Step]) -> date | None:
    """The first day that a term may have begun."""
    dated = [step.days.earliest for step in starts if step.days.earliest is not None]
    told = [step.days.latest for step in starts if step.days.latest is not None]
    return min(dated or told, default=None)


def _day_before(case: Case | None) -> date | None:
    """The day before a case can have begun; None where there is none, or its beginning is not known."""
    first = case.steps[0].days.earliest if case else None
    return first - timedelta(days=1) if first else None


def _shortest(step: Step, by_id: Mapping[str, Recorded]) -> int | None:
    """The fewest days of the terms that a start is told with; None where it is told with none."""
    said = (by_id[identity].statement for identity in step.statements)
    terms = (
        least_days(statement.content.penalty, statement.language)
        for statement in said
        if isinstance(statement.content, Event) and statement.content.penalty
    )
    return min((days for days in terms if days is not None), default=None)
