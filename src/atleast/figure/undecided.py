"""What is undecided about who is who, and what each decision would do to a count: the most telling question first.

The names that may be one person's fall into groups that have nothing to do with one another, so a count is the sum of the
counts of the groups, and what a decision does to it is found within its group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from atleast.case.building import together
from atleast.case.register import Register, register_of
from atleast.dossier.dossier import Dossier
from atleast.dossier.rules import Rule
from atleast.figure.counting import day_of
from atleast.figure.fewest import Alike, alike
from atleast.figure.minimum import minimum
from atleast.model.case import Case
from atleast.model.person import Person
from atleast.person.arguing import Arguments, arguments
from atleast.person.candidates import Pair


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two persons are one: what is known, and what the answer does to the count."""

    first: Person
    second: Person
    pair: Pair
    arguments: Arguments
    if_different: int
    """By so much the minimum rises if they are two."""
    if_same: int
    """By so much the most that may count falls if they are one."""

    @property
    def tells(self) -> int:
        """How far the count can move by it."""
        return self.if_different + self.if_same


@dataclass(frozen=True, slots=True)
class Undecided:
    """The questions that are open about a count, the most telling first, and the range that it has until they are answered."""

    rule: str
    of: str
    day: date
    fewest: int
    """The count if every pair that may be one person is."""
    most: int
    """The count if none is."""
    questions: tuple[Question, ...]
    groups: tuple[tuple[int, int], ...]
    """Of each group of names: by how much the count can still change in it, and how many pairs are open in it."""

    def decisions_until(self, change: int = 0) -> int:
        """So many decisions are enough, whatever they are, for a count that can change by no more than that."""
        left, taken = sum(width for width, _ in self.groups), 0
        for width, pairs in sorted(self.groups, key=lambda group: (group[1] / max(group[0], 1), group)):
            if left <= change:
                break
            if width:
                left, taken = left - width, taken + pairs
        return taken


def match(dossier: Dossier, rule: str | None = None, day: date | None = None) -> Undecided:
    """What is open about who is who, for a count by a rule on a day: by default the mandate's, on the last day known.

    Raises MandateError where there is no such rule, UsageError where no source has a date and no day is given.
    """
    register, mandate = register_of(dossier), dossier.mandate
    return undecided(register, mandate.rule(rule), day or day_of(register, mandate))


def undecided(register: Register, rule: Rule, day: date) -> Undecided:
    """What is open about a count by a rule on a day."""
    people = {person.key: person for person in register.persons}
    own: dict[str, list[Case]] = defaultdict(list)
    for case in register.cases:
        own[case.person.key].append(case)
    asked = _Asked(register, rule, day, own)
    questions: list[Question] = []
    groups: list[tuple[int, int]] = []
    for pairs in _groups(register.pairs):
        graph = alike(pairs)
        fewest, most = asked.value(sorted(graph), graph), asked.value(sorted(graph), {})
        groups.append((most - fewest, len(pairs)))
        questions += [asked.question(pair, graph, fewest, most, people) for pair in pairs]
    questions.sort(
        key=lambda question: (-question.tells, -question.pair.likeness.score, question.pair.first, question.pair.second)
    )
    whole = minimum(register.cases, rule, day, register.by_id, alike(register.pairs))
    return Undecided(rule.name, rule.of, day, whole.value, whole.apart, tuple(questions), tuple(groups))


def _most_telling(question: Question) -> tuple[int, float, str, str]:
    return (-question.tells, -question.pair.likeness.score, question.pair.first, question.pair.second)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A count, asked of a few people at a time."""

    register: Register
    rule: Rule
    day: date
    own: Mapping[str, Sequence[Case]]

    def value(self, keys: Sequence[str], graph: Alike, one: Sequence[Case] = ()) -> int:
        """The minimum over some people; `one` are the cases of a further one."""
        cases = [*one, *(case for key in keys for case in self.own.get(key, ()))]
        return minimum(cases, self.rule, self.day, self.register.by_id, graph).value

    def question(self, pair: Pair, graph: Alike, fewest: int, most: int, people: Mapping[str, Person]) -> Question:
        keys = sorted(graph)
        others = [key for key in keys if key not in (pair.first, pair.second)]
        if_two = {
            key: {other: why for other, why in near.items() if {key, other} != {pair.first, pair.second}}
            for key, near in graph.items()
        }
        as_one = (
            together(several) if (several := [*self.own.get(pair.first, ()), *self.own.get(pair.second, ())]) else []
        )
        first, second = people[pair.first], people[pair.second]
        return Question(
            first=first,
            second=second,
            pair=pair,
            arguments=arguments(pair, first, second),
            if_different=max(0, self.value(keys, if_two) - fewest),
            if_same=max(0, most - self.value(others, {}, as_one)),
        )


def _groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs by what is joined by them, through however many."""
    head: dict[str, str] = {}

    def find(key: str) -> str:
        while head.setdefault(key, key) != key:
            head[key] = head[head[key]]
            key = head[key]
        return key

    for pair in pairs:
        one, other = sorted((find(pair.first), find(pair.second)))
        head[other] = one
    grouped: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        grouped[find(pair.first)].append(pair)
    yield from (grouped[key] for key in sorted(grouped))
