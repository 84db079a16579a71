"""Where one person stands on a day by a rule: in, possibly in, or out, with the reason and what would tip it.

All that is asked of dates is asked of intervals: a start counts from the last day that its date may mean, an end from the
first. `minimum` counts people by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.figure.asking import excluded_by, in_words, lacking
from atleast.figure.served import TermServed, terms_served
from atleast.model.case import Case, Step
from atleast.model.edtf import Days
from atleast.model.words import EventType

FINAL = frozenset({EventType.DEATH_IN_CUSTODY, EventType.KILLING})
"""What nothing comes after: a start that is told later or without a date was before it, or is told of somebody else."""


class Verdict(IntEnum):
    """Whether somebody counts."""

    IN = 0
    POSSIBLE = 1
    OUT = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """Where somebody stands, and why."""

    verdict: Verdict
    reason: str
    steps: Sequence[Step]
    """What the reason rests on; the first says which case it is."""
    tip: str = ""
    """What would change the verdict, in words; empty where nothing small would."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of everybody."""

    rule: Rule
    day: date
    by_id: Mapping[str, Recorded]

    def is_firm(self, step: Step) -> bool:
        """Whether a step is told firmly enough for the rule."""
        return any(map(self.is_said_firmly, step.statements))

    def is_said_firmly(self, identity: str) -> bool:
        """Whether a statement is firm enough for the rule."""
        return self.by_id[identity].statement.certainty in self.rule.certainty


def judge(own: Sequence[Case], asked: Question) -> Judged | None:
    """Where a person stands on the day; None where nothing in the cases is what the rule starts from."""
    steps = [step for case in own for step in case.steps]
    starts = [step for step in steps if step.type in asked.rule.starts]
    if not starts:
        return None
    firm = [step for step in starts if asked.is_firm(step)]
    if not firm:
        return weak(starts, asked)
    ends = [*(step for step in steps if step.type in asked.rule.ends), *served(own, asked)]
    return with_needs(_held(firm, ends, asked), own, asked)


def served(own: Sequence[Case], asked: Question) -> list[TermServed]:
    """The terms that may be over; none for a rule that no release ends."""
    return terms_served(own, asked.rule.starts, asked.by_id) if EventType.RELEASE in asked.rule.ends else []


def _held(firm: Sequence[Step], ends: Sequence[Step], asked: Question) -> Judged:
    """Whether firm starts and whatever ends leave a person held on the day."""
    begun = [step for step in firm if step.days.certainly_by(asked.day)]
    ends = [step for step in ends if step.days.possibly_by(asked.day)]
    over = [
        end for end in ends if end.type in FINAL or not any(end.days.certainly_before(start.days) for start in begun)
    ]
    if begun and not over:
        since = [start for start in begun if all(end.days.certainly_before(start.days) for end in ends)]
        reason = f"{told_in_words(since[0])}; nothing that we hold says that it has ended."
        return Judged(Verdict.IN, reason, since, _rests_on_one(since, asked))
    possible = _possibly_last(firm, ends, asked)
    if possible and over and possible.days.certainly_by(asked.day):
        reason = f"{told_in_words(possible)}; {told_in_words(over[-1]).lower()}: it may have been over by then."
        return Judged(Verdict.POSSIBLE, reason, [possible, over[-1]], _tip_of_end(over[-1], asked))
    if possible:
        tip = f"In if a source dates the {in_words(possible.type)} to {asked.day} or before."
        return Judged(Verdict.POSSIBLE, f"{told_in_words(possible)}: not certainly by then.", [possible], tip)
    exact = most_exactly(firm)
    if not any(step.days.possibly_by(asked.day) for step in exact):
        return Judged(Verdict.OUT, f"{told_in_words(exact[0])}: after that day.", [exact[0]])
    certain = [end for end in over if end.days.certainly_by(asked.day) and asked.is_firm(end)]
    what = in_words(certain[-1].type)
    tip = f"In if the one source that tells of the {what} is withdrawn." if _is_told_once(certain, asked) else ""
    return Judged(Verdict.OUT, f"{told_in_words(certain[-1])}: over by then.", [certain[-1]], tip)


def _rests_on_one(since: Sequence[Step], asked: Question) -> str:
    """That all of it is told by one source, where it is."""
    return "Out if the one source that tells it firmly is withdrawn." if _is_told_once(since, asked) else ""


def _is_told_once(steps: Sequence[Step], asked: Question) -> bool:
    """Whether one source alone tells all of the steps firmly."""
    said = (asked.by_id[each] for step in steps for each in step.statements if asked.is_said_firmly(each))
    return len({each.statement.source for each in said}) == 1


def _tip_of_end(end: Step, asked: Question) -> str:
    if isinstance(end, TermServed):
        return f"In if a source tells that it went on after {end.days.earliest}; out if one tells of the release by {asked.day}."
    what = in_words(end.type)
    if not asked.is_firm(end):
        return f"Out if a source tells the {what} firmly, by {asked.day}; in if it is denied and withdrawn."
    return f"In if a source dates the {what} after {asked.day}; out if one dates it to {asked.day} or before."


def _possibly_last(firm: Sequence[Step], ends: Sequence[Step], asked: Question) -> Step | None:
    """The latest of the starts that may be the last thing by the day: the dates allow every end before it, or after the day."""
    starts = [step for step in most_exactly(firm) if step.days.possibly_by(asked.day)]
    certain = [end for end in ends if end.days.certainly_by(asked.day) and asked.is_firm(end)]
    if any(end.type in FINAL for end in certain):
        return None
    for start in reversed(starts):
        at_latest = min(start.days.latest or asked.day, asked.day)
        others = [other for other in starts if other is not start]
        if all(end.days.certainly_before(start.days) or _fits_before(end, at_latest, others) for end in certain):
            return start
    return None


def _fits_before(end: Step, day: date, others: Iterable[Step]) -> bool:
    """Whether an end may lie on the day or before, and have ended another start."""
    at_latest = min(end.days.latest or day, day)
    return end.days.possibly_by(day) and any(other.days.possibly_by(at_latest) for other in others)


def most_exactly(starts: Sequence[Step]) -> list[Step]:
    """The starts without those that only retell another of their kind less exactly."""
    kept: list[Step] = []
    for number, start in enumerate(starts):
        rivals = [*kept, *starts[number + 1 :]]
        same = [rival for rival in rivals if rival.type is start.type and _within(rival.days, start.days)]
        if not any(rival in kept or rival.days != start.days for rival in same):
            kept.append(start)
    return kept


def _within(inner: Days, outer: Days) -> bool:
    begins = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return begins and ends


def with_needs(held: Judged, own: Sequence[Case], asked: Question) -> Judged:
    """The same, unless the rule asks for more than the case that counts has, or certainly has by the day."""
    if held.verdict is Verdict.OUT or not asked.rule.asks_more:
        return held
    case = next(case for case in own if held.steps[0] in case.steps)
    certain = [step for step in case.steps if asked.is_firm(step) and step.days.certainly_by(asked.day)]
    possible = [step for step in case.steps if step.days.possibly_by(asked.day)]
    rule, told, by_id = asked.rule, case.steps, asked.by_id
    for verdict, reason in (
        (Verdict.OUT, lacking(rule, possible, told, by_id, firmly=False)),
        (Verdict.OUT, excluded_by(rule, certain)),
        (Verdict.POSSIBLE, lacking(rule, certain, told, by_id, firmly=True)),
        (Verdict.POSSIBLE, excluded_by(rule, possible)),
    ):
        if reason and verdict > held.verdict:
            return Judged(verdict, reason, held.steps, _tip_of_need(reason, verdict))
    return held


def _tip_of_need(reason: str, verdict: Verdict) -> str:
    if verdict is Verdict.OUT:
        return ""
    return (
        "In if a source says it firmly." if reason.startswith("No") else "Out if a source says so firmly, with a day."
    )


def weak(steps: Sequence[Step], asked: Question) -> Judged:
    """Out, since nobody tells of it firmly enough for the rule."""
    certainties = {asked.by_id[identity].statement.certainty for step in steps for identity in step.statements}
    reason = f"{told_in_words(steps[0])}, but only {' or '.join(sorted(certainties))}."
    tip = f"In if a source tells it with one of: {', '.join(sorted(asked.rule.certainty))}."
    return Judged(Verdict.OUT, reason, steps, tip)


def told_in_words(step: Step) -> str:
    """A step in words: "Arrest, 2023-05-12"."""
    if isinstance(step, TermServed):
        return f"Term served, on {step.days.earliest} at the earliest"
    dated = step.when.edtf if step.when else f"undated, told by {step.days.latest}" if step.days.latest else "undated"
    return f"{in_words(step.type).capitalize()}, {dated}"


def statements_of(steps: Iterable[Step]) -> tuple[str, ...]:
    """Ids of the statements of some steps, each once."""
    return tuple(dict.fromkeys(identity for step in steps for identity in step.statements))
