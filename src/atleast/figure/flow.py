"""Whom a start befell within a period: a flow. One taking is certainly another only where a release that is told lies between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from atleast.dossier.rules import Unit
from atleast.figure.judging import Judged, Question, Verdict, most_exactly, told_in_words, weak, with_needs
from atleast.model.case import Case, Step


def judge_flow(own: Sequence[Case], asked: Question, first: date) -> list[Judged]:
    """Where one person's cases stand in a flow from `first` to the day of the question; one entry for each unit counted.

    By people there is one at most. Empty where nothing in the cases is what the rule starts from.
    """
    steps = [step for case in own for step in case.steps]
    starts = [step for step in steps if step.type in asked.rule.starts]
    firm = [step for step in starts if asked.is_firm(step)]
    if not starts:
        return []
    if not firm:
        return [weak(starts, asked)]
    ends = [step for step in steps if step.type in asked.rule.ends and asked.is_firm(step)]
    certain = _apart([step for step in firm if _lies_within(step, first, asked.day)], ends)
    possible = [step for step in most_exactly(firm) if step not in certain and _may_lie_within(step, first, asked.day)]
    found = [_certain(step, own, asked) for step in certain] + [_possible(step, own, asked) for step in possible]
    if not found:
        return [Judged(Verdict.OUT, f"{told_in_words(firm[0])}: not in the period.", [firm[0]])]
    return _by_unit(found, own, asked.rule.counts)


def _certain(step: Step, own: Sequence[Case], asked: Question) -> Judged:
    return with_needs(Judged(Verdict.IN, f"{told_in_words(step)}: within the period.", [step]), own, asked)


def _possible(step: Step, own: Sequence[Case], asked: Question) -> Judged:
    reason = f"{told_in_words(step)}: not certainly within the period, or not certainly another."
    tip = f"In if a source dates the {step.type.value} within the period."
    return with_needs(Judged(Verdict.POSSIBLE, reason, [step], tip), own, asked)


def _by_unit(found: list[Judged], own: Sequence[Case], unit: Unit) -> list[Judged]:
    """Those that count as one each: all takings, the best of each case, or the best of the person."""
    in_order = sorted(found, key=lambda judged: judged.verdict)
    if unit is Unit.PEOPLE:
        return in_order[:1]
    if unit is Unit.DETENTIONS:
        return in_order
    certain = [judged for judged in in_order if judged.verdict is Verdict.IN]
    taken = {_number_of(judged, own) for judged in certain}
    others: dict[int, Judged] = {}
    for judged in in_order:
        if judged.verdict is not Verdict.IN and _number_of(judged, own) not in taken:
            others.setdefault(_number_of(judged, own), judged)
    return [*certain, *others.values()]


def _number_of(judged: Judged, own: Sequence[Case]) -> int:
    return next(number for number, case in enumerate(own) if judged.steps[0] in case.steps)


def _apart(starts: Sequence[Step], ends: Sequence[Step]) -> list[Step]:
    """As many of the starts as are certainly takings apart: between one and the next an end certainly lies."""
    chosen: list[Step] = []
    for start in sorted(starts, key=lambda step: (step.days.latest or date.max, step.days.earliest or date.min)):
        if not chosen or any(
            chosen[-1].days.certainly_before(end.days) and end.days.certainly_before(start.days) for end in ends
        ):
            chosen.append(start)
    return chosen


def _lies_within(step: Step, first: date, last: date) -> bool:
    return step.days.earliest is not None and step.days.earliest >= first and step.days.certainly_by(last)


def _may_lie_within(step: Step, first: date, last: date) -> bool:
    return step.days.possibly_by(last) and (step.days.latest is None or step.days.latest >= first)
