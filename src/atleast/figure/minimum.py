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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from atleast.case.building import together
from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Measure, Rule
from atleast.figure.fewest import Alike, alike, heads, joined_with
from atleast.figure.flow import judge_flow
from atleast.figure.judging import Judged, Question, Verdict, judge, served, statements_of, told_in_words
from atleast.model.case import Case
from atleast.model.figure import Double, Member, Minimum
from atleast.person.candidates import candidates

_MOST_TRIED = 8
"""Names that may be one person's, up to which every set of them is tried for a rule that asks for more."""


def minimum(
    cases: Iterable[Case],
    rule: Rule,
    day: date,
    by_id: Mapping[str, Recorded],
    graph: Alike | None = None,
    since: date | None = None,
) -> Minimum:
    """Count by a rule on a day, or, for a flow, from `since` to that day, both included.

    By a stock, and by a flow of people, one person counts once, by all that happened to them in all their cases. `graph`
    says who may be one person with whom; without it, their names alone do.
    """
    of_person: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        of_person[case.person.key].append(case)
    if graph is None:
        graph = alike(candidates([own[0].person for own in of_person.values()]))
    count = _Count(Question(rule, day, by_id), since or date.min, of_person, graph)
    alone = {key: found for key, own in of_person.items() if (found := count.judged(own))}
    judged = {key: count.doubted(found, key) for key, found in alone.items()}
    counting = [key for key, found in judged.items() if any(each.verdict is Verdict.IN for each in found)]
    together_with = heads(counting, graph)
    members = {key: [count.member(key, each) for each in found] for key, found in judged.items()}
    for key, head in together_with.items():
        if key != head:
            members[key] = [replace(member, counts_with=members[head][0].case) for member in members[key]]
    counted, possible, excluded = (
        tuple(
            member if verdict is Verdict.IN else replace(member, counts_with="")
            for key, found in judged.items()
            for each, member in zip(found, members[key], strict=True)
            if each.verdict is verdict
        )
        for verdict in Verdict
    )
    apart = sum(each.verdict is Verdict.IN for found in alone.values() for each in found)
    return Minimum(rule.name, rule.of, day, counted, possible, excluded, apart, since if _is_flow(rule) else None)


def _is_flow(rule: Rule) -> bool:
    return rule.measure is Measure.FLOW


_People = Mapping[str, Sequence[Case]]
"""Key of a person to their cases."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A question, asked of everybody."""

    asked: Question
    since: date
    people: _People
    graph: Alike

    def judged(self, own: Sequence[Case]) -> list[Judged]:
        """Where one person stands: one entry, or, by a flow of cases, one for each."""
        if _is_flow(self.asked.rule):
            return judge_flow(own, self.asked, self.since)
        found = judge(own, self.asked)
        return [found] if found else []

    def doubted(self, found: list[Judged], key: str) -> list[Judged]:
        """The same, but only possible where less would count if another name were the same person's."""
        certain = sum(each.verdict is Verdict.IN for each in found)
        if not certain:
            return found
        near = [other for other in self.graph.get(key, {}) if other in self.people]
        others = sorted(other for other in near if _can_matter(self.people[other], self.asked))
        for some in _to_try(key, others, self.graph, self.asked):
            pooled = self.judged(together([case for one in (key, *some) for case in self.people[one]]))
            if sum(each.verdict is Verdict.IN for each in pooled) < certain:
                return [_in_doubt(each, pooled) for each in found]
        if self.asked.rule.asks_more and len(others) > _MOST_TRIED:
            return [_untried(each) for each in found]
        return found

    def member(self, key: str, judged: Judged) -> Member:
        """A person's case as a member, with who may be the same."""
        own = self.people[key]
        case = next((case for case in own if judged.steps[0] in case.steps), own[0])
        doubles = [
            Double(self.people[other][0].person.name, self.people[other][0].id, pair.reason)
            for other, pair in sorted(
                self.graph.get(key, {}).items(), key=lambda item: (-item[1].likeness.score, item[0])
            )
            if other in self.people
        ]
        return Member(
            case.id, case.person.name, judged.reason, statements_of(judged.steps), tuple(doubles), tip=judged.tip
        )


def _in_doubt(judged: Judged, pooled: Sequence[Judged]) -> Judged:
    if judged.verdict is not Verdict.IN:
        return judged
    worst = max(pooled, key=lambda each: each.verdict, default=None)
    what = worst.reason if worst else "nothing is left that counts."
    reason = (
        f"{told_in_words(judged.steps[0])}; but with what is told of another name that may be the same person's: {what}"
    )
    steps = [judged.steps[0], *(worst.steps if worst else ())]
    return Judged(Verdict.POSSIBLE, reason, steps, "In if it is decided that they are two: see `atleast match`.")


def _untried(judged: Judged) -> Judged:
    if judged.verdict is not Verdict.IN:
        return judged
    reason = f"{told_in_words(judged.steps[0])}; but too many names may be the same person's to try them all."
    return Judged(Verdict.POSSIBLE, reason, judged.steps, "Decide who is who: see `atleast match`.")


def _can_matter(own: Sequence[Case], asked: Question) -> bool:
    """Whether what is told of somebody can take another out of the count: it has an end, or the rule asks for more.

    A flow loses nothing by an end.
    """
    if _is_flow(asked.rule):
        return asked.rule.asks_more
    ended = any(step.type in asked.rule.ends for case in own for step in case.steps)
    return asked.rule.asks_more or ended or bool(served(own, asked))


def _to_try(key: str, others: Sequence[str], graph: Alike, asked: Question) -> Iterator[tuple[str, ...]]:
    """The sets of names to pool with one.

    One other name at a time is enough where all depends on starts and ends: an end that a start of the two comes after
    is an end that a start of all comes after. What a rule asks for besides may be lost between three.
    """
    if asked.rule.asks_more:
        return joined_with(key, others[:_MOST_TRIED], graph)
    return ((other,) for other in others)
