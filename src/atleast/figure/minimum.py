"""Our own minimum by a rule on a day.

A minimum holds up. Whatever the uncertain dates turn out to be, a person who counts was held on that day, as far as what
we hold goes: a step that starts it is certainly past, told firmly enough, and every step that may have ended it by then,
however weakly told, is certainly before such a start. Whoever was held if the dates fall one way, and not if they fall
another, stands beside the minimum as possible, with the reason. So does whoever was given a term that may be over by then,
though no source tells of a release.

One person may stand there under two spellings. So `value` is the fewest people that the names can be (`fewest`), and a name
counts only if it does whoever of those that may be the same person is: with what is told of each of them added, a release
under another spelling included, it must still count.

For what is possible, two more things are taken for granted. A start told less exactly, "arrested in 2030", retells the more
exact one within it. And an end ends something: it comes after a start, where one may lie before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from atleast.case.building import together
from atleast.dossier.mandate import Rule
from atleast.dossier.readings import Recorded
from atleast.figure.fewest import Alike, alike, heads, joined_with
from atleast.figure.served import TermServed, terms_served
from atleast.model.case import Case, Step
from atleast.model.edtf import Days
from atleast.model.figure import Double, Member, Minimum
from atleast.model.statement import Event
from atleast.model.words import EventType, Ground
from atleast.person.candidates import candidates

_FINAL = frozenset({EventType.DEATH_IN_CUSTODY, EventType.KILLING})
"""What nothing comes after: a start that is told later or without a date was before it, or is told of somebody else."""
_MOST_TRIED = 8
"""Names that may be one person's, up to which every set of them is tried for a rule that asks for more."""


class _Verdict(IntEnum):
    IN = 0
    POSSIBLE = 1
    OUT = 2


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: _Verdict
    reason: str
    steps: Sequence[Step]
    """What the reason rests on; the first says which case it is."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of everybody."""

    rule: Rule
    day: date
    by_id: Mapping[str, Recorded]

    @property
    def needs_more(self) -> bool:
        """Whether the rule asks for more than starts and ends."""
        return bool(self.rule.needs or self.rule.grounds)

    def is_firm(self, step: Step) -> bool:
        """Whether a step is told firmly enough for the rule."""
        return any(self.by_id[identity].statement.certainty in self.rule.certainty for identity in step.statements)


def minimum(
    cases: Iterable[Case], rule: Rule, day: date, by_id: Mapping[str, Recorded], graph: Alike | None = None
) -> Minimum:
    """Count people by a rule on a day; one person counts once, by all that happened to them in all their cases.

    `graph` says who may be one person with whom; without it, their names alone do.
    """
    asked = _Question(rule, day, by_id)
    of_person: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        of_person[case.person.key].append(case)
    if graph is None:
        graph = alike(candidates([own[0].person for own in of_person.values()]))
    alone = {key: found for key, own in of_person.items() if (found := _judge(own, asked))}
    judged = {key: _doubted(found, key, of_person, graph, asked) for key, found in alone.items()}
    together_with = heads([key for key, each in judged.items() if each.verdict is _Verdict.IN], graph)
    members = {key: _member(key, each, of_person, graph) for key, each in judged.items()}
    for key, head in together_with.items():
        if key != head:
            members[key] = replace(members[key], counts_with=members[head].case)
    counted, possible, excluded = (
        tuple(members[key] for key, each in judged.items() if each.verdict is verdict) for verdict in _Verdict
    )
    apart = sum(each.verdict is _Verdict.IN for each in alone.values())
    return Minimum(rule.name, rule.of, day, counted, possible, excluded, apart)


_People = Mapping[str, Sequence[Case]]
"""Key of a person to their cases."""


def _member(key: str, judged: _Judged, people: _People, graph: Alike) -> Member:
    case = next((case for case in people[key] if judged.steps[0] in case.steps), people[key][0])
    doubles = [
        Double(people[other][0].person.name, people[other][0].id, pair.reason)
        for other, pair in sorted(graph.get(key, {}).items(), key=lambda item: (-item[1].likeness.score, item[0]))
        if other in people
    ]
    return Member(case.id, case.person.name, judged.reason, _statements(judged.steps), tuple(doubles))


def _doubted(judged: _Judged, key: str, people: _People, graph: Alike, asked: _Question) -> _Judged:
    """The same, but only possible where it would not count if another name were the same person's."""
    if judged.verdict is not _Verdict.IN:
        return judged
    others = [other for other in graph.get(key, {}) if other in people and _can_matter(people[other], asked)]
    for some in _to_try(key, sorted(others), graph, asked):
        pooled = _judge(together([case for one in (key, *some) for case in people[one]]), asked)
        if pooled is None or pooled.verdict is not _Verdict.IN:
            what = pooled.reason if pooled else "nothing is left that counts."
            reason = (
                f"{_told(judged.steps[0])}; but with what is told of another name that may be the same person's: {what}"
            )
            return _Judged(_Verdict.POSSIBLE, reason, [judged.steps[0], *(pooled.steps if pooled else ())])
    if asked.needs_more and len(others) > _MOST_TRIED:
        reason = f"{_told(judged.steps[0])}; but too many names may be the same person's to try them all."
        return _Judged(_Verdict.POSSIBLE, reason, judged.steps)
    return judged


def _can_matter(own: Sequence[Case], asked: _Question) -> bool:
    """Whether what is told of somebody can take another out of the count: it has an end, or the rule asks for more."""
    ended = any(step.type in asked.rule.ends for case in own for step in case.steps)
    return asked.needs_more or ended or bool(_served(own, asked))


def _to_try(key: str, others: Sequence[str], graph: Alike, asked: _Question) -> Iterable[tuple[str, ...]]:
    """The sets of names to pool with one.

    One other name at a time is enough where all depends on starts and ends: an end that a start of the two comes after
    is an end that a start of all comes after. What a rule asks for besides may be lost between three.
    """
    if asked.needs_more:
        return joined_with(key, others[:_MOST_TRIED], graph)
    return ((other,) for other in others)


def _judge(own: Sequence[Case], asked: _Question) -> _Judged | None:
    """Where a person stands on the day; None where nothing in the cases is what the rule starts from."""
    steps = [step for case in own for step in case.steps]
    starts = [step for step in steps if step.type in asked.rule.starts]
    if not starts:
        return None
    firm = [step for step in starts if asked.is_firm(step)]
    if not firm:
        return _Judged(_Verdict.OUT, _weak(starts, asked), starts)
    held = _held(firm, [*(step for step in steps if step.type in asked.rule.ends), *_served(own, asked)], asked)
    return held if held.verdict is _Verdict.OUT else _with_needs(held, _case_of(held.steps[0], own), asked)


def _served(own: Sequence[Case], asked: _Question) -> list[TermServed]:
    """The terms that may be over; none for a rule that no release ends."""
    return terms_served(own, asked.rule.starts, asked.by_id) if EventType.RELEASE in asked.rule.ends else []


def _held(firm: Sequence[Step], ends: Sequence[Step], asked: _Question) -> _Judged:
    """Whether firm starts and whatever ends leave a person held on the day."""
    begun = [step for step in firm if step.days.certainly_by(asked.day)]
    ends = [step for step in ends if step.days.possibly_by(asked.day)]
    over = [end for end in ends if end.type in _FINAL or not any(_before(end, start) for start in begun)]
    if begun and not over:
        since = [start for start in begun if all(_before(end, start) for end in ends)]
        reason = f"{_told(since[0])}; nothing that we hold says that it has ended."
        return _Judged(_Verdict.IN, reason, since)
    possible = _possibly_last(firm, ends, asked)
    if possible and over and possible.days.certainly_by(asked.day):
        reason = f"{_told(possible)}; {_told(over[-1]).lower()}: it may have been over by then."
        return _Judged(_Verdict.POSSIBLE, reason, [possible, over[-1]])
    if possible:
        return _Judged(_Verdict.POSSIBLE, f"{_told(possible)}: not certainly by then.", [possible])
    exact = _told_most_exactly(firm)
    if not any(step.days.possibly_by(asked.day) for step in exact):
        return _Judged(_Verdict.OUT, f"{_told(exact[0])}: after that day.", [exact[0]])
    certain = [end for end in over if end.days.certainly_by(asked.day) and asked.is_firm(end)]
    return _Judged(_Verdict.OUT, f"{_told(certain[-1])}: over by then.", [certain[-1]])


def _possibly_last(firm: Sequence[Step], ends: Sequence[Step], asked: _Question) -> Step | None:
    """The latest of the starts that may be the last thing by the day: the dates allow every end before it, or after the day."""
    starts = [step for step in _told_most_exactly(firm) if step.days.possibly_by(asked.day)]
    certain = [end for end in ends if end.days.certainly_by(asked.day) and asked.is_firm(end)]
    if any(end.type in _FINAL for end in certain):
        return None
    for start in reversed(starts):
        at_latest = min(start.days.latest or asked.day, asked.day)
        others = [other for other in starts if other is not start]
        if all(_before(end, start) or _fits_before(end, at_latest, others) for end in certain):
            return start
    return None


def _fits_before(end: Step, day: date, others: Iterable[Step]) -> bool:
    """Whether an end may lie on the day or before, and have ended another start."""
    at_latest = min(end.days.latest or day, day)
    return end.days.possibly_by(day) and any(other.days.possibly_by(at_latest) for other in others)


def _told_most_exactly(starts: Sequence[Step]) -> list[Step]:
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


def _with_needs(held: _Judged, case: Case, asked: _Question) -> _Judged:
    """The same, unless the rule asks for more than the case has, or certainly has by the day."""
    certain = [step for step in case.steps if asked.is_firm(step) and step.days.certainly_by(asked.day)]
    possible = [step for step in case.steps if step.days.possibly_by(asked.day)]
    for verdict, reason in (
        (_Verdict.OUT, _lacking(possible, case.steps, asked, firmly=False)),
        (_Verdict.POSSIBLE, _lacking(certain, case.steps, asked, firmly=True)),
    ):
        if reason and verdict > held.verdict:
            return _Judged(verdict, reason, held.steps)
    return held


def _lacking(had: Iterable[Step], told: Iterable[Step], asked: _Question, *, firmly: bool) -> str:
    """What the rule asks for besides and is not among what was had, or told; empty where nothing lacks."""
    rule = asked.rule
    surely = "certainly " if firmly else ""
    if missing := sorted(rule.needs - {step.type for step in had}):
        return f"No {', no '.join(_words(kind) for kind in missing)} is {surely}on record by that day."
    if rule.grounds and not rule.grounds & _grounds(told, asked, firmly=firmly):
        return f"None of the grounds {', '.join(sorted(rule.grounds))} is {'firmly ' if firmly else ''}named."
    return ""


def _grounds(steps: Iterable[Step], asked: _Question, *, firmly: bool) -> set[Ground]:
    said = (asked.by_id[identity].statement for step in steps for identity in step.statements)
    return {
        ground
        for statement in said
        if isinstance(statement.content, Event) and (not firmly or statement.certainty in asked.rule.certainty)
        for ground in statement.content.grounds
    }


def _case_of(step: Step, own: Iterable[Case]) -> Case:
    return next(case for case in own if step in case.steps)


def _before(step: Step, other: Step) -> bool:
    """Whether a step was certainly before another, so that it cannot have ended it."""
    return step.days.latest is not None and other.days.earliest is not None and step.days.latest < other.days.earliest


def _weak(steps: Sequence[Step], asked: _Question) -> str:
    certainties = {asked.by_id[identity].statement.certainty for step in steps for identity in step.statements}
    return f"{_told(steps[0])}, but only {' or '.join(sorted(certainties))}."


def _told(step: Step) -> str:
    """A step in words: "Arrest, 2023-05-12"."""
    if isinstance(step, TermServed):
        return f"Term served, on {step.days.earliest} at the earliest"
    dated = step.when.edtf if step.when else f"undated, told by {step.days.latest}" if step.days.latest else "undated"
    return f"{_words(step.type).capitalize()}, {dated}"


def _words(kind: EventType) -> str:
    return kind.value.replace("_", " ")


def _statements(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identity for step in steps for identity in step.statements))
