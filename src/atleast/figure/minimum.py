"""Our own minimum by a rule on a day.

A minimum holds up: a case counts only where a step that starts it is certainly past, told firmly enough, and no step that
ends it may have come since. Whoever possibly counts stands beside it, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from atleast.dossier.mandate import Rule
from atleast.dossier.readings import Recorded
from atleast.model.case import Case, Step
from atleast.model.figure import Member, Minimum
from atleast.model.statement import Event
from atleast.model.words import EventType, Ground


class _Verdict(Enum):
    IN = auto()
    POSSIBLE = auto()
    OUT = auto()


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: _Verdict
    reason: str
    statements: tuple[str, ...]


def minimum(cases: Iterable[Case], rule: Rule, day: date, by_id: Mapping[str, Recorded]) -> Minimum:
    """Count people by a rule on a day; one person counts once, by the case that counts most firmly."""
    best: dict[str, tuple[Case, _Judged]] = {}
    for case in cases:
        judged = _judge(case, rule, day, by_id)
        if judged is not None:
            held = best.get(case.person.key)
            if held is None or judged.verdict.value <= held[1].verdict.value:
                best[case.person.key] = (case, judged)

    def chosen(verdict: _Verdict) -> tuple[Member, ...]:
        return tuple(
            Member(case.id, case.person.name, judged.reason, judged.statements)
            for case, judged in best.values()
            if judged.verdict is verdict
        )

    return Minimum(rule.name, rule.of, day, chosen(_Verdict.IN), chosen(_Verdict.POSSIBLE), chosen(_Verdict.OUT))


def _judge(case: Case, rule: Rule, day: date, by_id: Mapping[str, Recorded]) -> _Judged | None:
    """Where a case stands on a day; None where nothing in it is what the rule starts from."""
    starts = [step for step in case.steps if step.type in rule.starts]
    if not starts:
        return None
    firm = [step for step in starts if _firm(step, rule, by_id)]
    if not firm:
        return _Judged(_Verdict.OUT, _weak(starts, by_id), _statements(starts))
    begun = [step for step in firm if step.days.certainly_by(day)]
    if not begun:
        return _not_begun(firm, day)
    if ended := _ended(case, rule, day, begun):
        return ended
    if lacking := _lacking(case, rule, day, by_id):
        return _Judged(_Verdict.OUT, lacking, _statements(begun))
    return _Judged(_Verdict.IN, f"{_told(begun[0])}; nothing that we hold says that it has ended.", _statements(begun))


def _ended(case: Case, rule: Rule, day: date, begun: list[Step]) -> _Judged | None:
    """Whether it is over by the day, certainly or possibly; None where nothing says so."""
    ends = [step for step in case.steps if step.type in rule.ends and step.days.possibly_by(day)]
    over = [step for step in ends if not _before(step, begun[-1])]
    if certain := [step for step in over if step.days.certainly_by(day)]:
        return _Judged(_Verdict.OUT, f"{_told(certain[-1])}: over by then.", _statements([certain[-1]]))
    if over:
        reason = f"{_told(begun[0])}; {_told(over[-1]).lower()}: it may have been over by then."
        return _Judged(_Verdict.POSSIBLE, reason, _statements([begun[0], over[-1]]))
    return None


def _not_begun(firm: list[Step], day: date) -> _Judged:
    possible = [step for step in firm if step.days.possibly_by(day)]
    if possible:
        return _Judged(_Verdict.POSSIBLE, f"{_told(possible[0])}: not certainly by then.", _statements(possible))
    return _Judged(_Verdict.OUT, f"{_told(firm[0])}: after that day.", _statements([firm[0]]))


def _firm(step: Step, rule: Rule, by_id: Mapping[str, Recorded]) -> bool:
    return any(by_id[identity].statement.certainty in rule.certainty for identity in step.statements)


def _lacking(case: Case, rule: Rule, day: date, by_id: Mapping[str, Recorded]) -> str:
    """What the rule asks for besides and the case has not; empty where it has everything."""
    had = {step.type for step in case.steps if step.days.certainly_by(day)}
    if missing := sorted(rule.needs - had):
        return f"No {', no '.join(_words(kind) for kind in missing)} is on record by that day."
    if rule.grounds and not rule.grounds & _grounds(case, by_id):
        return f"None of the grounds {', '.join(sorted(rule.grounds))} is named."
    return ""


def _grounds(case: Case, by_id: Mapping[str, Recorded]) -> set[Ground]:
    said = (by_id[identity].statement.content for step in case.steps for identity in step.statements)
    return {ground for content in said if isinstance(content, Event) for ground in content.grounds}


def _before(step: Step, other: Step) -> bool:
    """Whether a step was certainly before another, so that it cannot have ended it."""
    return step.days.latest is not None and other.days.earliest is not None and step.days.latest < other.days.earliest


def _weak(steps: list[Step], by_id: Mapping[str, Recorded]) -> str:
    certainties = {by_id[identity].statement.certainty for step in steps for identity in step.statements}
    return f"{_told(steps[0])}, but only {' or '.join(sorted(certainties))}."


def _told(step: Step) -> str:
    """A step in words: "Arrest, 2023-05-12"."""
    dated = step.when.edtf if step.when else f"undated, told by {step.days.latest}" if step.days.latest else "undated"
    return f"{_words(step.type).capitalize()}, {dated}"


def _words(kind: EventType) -> str:
    return kind.value.replace("_", " ")


def _statements(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identity for step in steps for identity in step.statements))
