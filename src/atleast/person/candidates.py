"""Pairs of persons that may be one: by their names, and by what lists, facts and decisions keep apart.

Nobody is merged by this. A count asks what it would be if every pair were one person; a decision is for people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from atleast.model.person import Person
from atleast.model.words import Judgement
from atleast.person.clustering import Bars
from atleast.person.matching import Decided, contradiction, tells_apart
from atleast.person.spelling import Likeness, Verdict, compare
from atleast.person.spelling.blocking import meeting
from atleast.person.spelling.comparing import DIFFERENT_BELOW, score
from atleast.person.spelling.words import name_of


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons, by their keys in order of the alphabet, whose names may be one person's."""

    first: str
    second: str
    likeness: Likeness
    """Of the two spellings that are most alike."""
    doubted: bool = False
    """Whether somebody looked at it already and could not tell."""

    @property
    def reason(self) -> str:
        """Why, in words."""
        return "; ".join(self.likeness.reasons) or "the same name"


def candidates(people: Sequence[Person], bars: Bars | None = None, decided: Decided | None = None) -> list[Pair]:
    """The pairs of persons that may be one, in order of their keys; `bars` say which mentions are kept apart.

    Two who stand in two rows of one list are kept apart, if their names differ by more than the letters of one
    spelling: a list does not name one person in two ways, but it may hold a row twice. With n names and blocks of
    bounded size the work is near-linear in n: only names that share a key (`spelling.keys`) are compared.
    """
    by_key = {person.key: person for person in people}
    of_mention = {mention.key: person.key for person in people for mention in person.mentions}
    apart = {_in_order(of_mention, *pair) for pair in bars or {}}
    found = []
    for first, second in sorted(meeting({person.key: person.names for person in people}) - apart):
        one, other = by_key[first], by_key[second]
        likeness = _closest(one, other)
        if likeness and not contradict(one, other) and not _apart(one, other):
            found.append(Pair(first, second, likeness))
    return _with_doubts(_without_guesses(found, by_key), of_mention, decided or {})


def _in_order(of_mention: Mapping[str, str], first: str, second: str) -> tuple[str, str]:
    """The keys of the persons of two mentions, in order of the alphabet."""
    one, other = of_mention.get(first, first), of_mention.get(second, second)
    return min(one, other), max(one, other)


def contradict(one: Person, other: Person) -> bool:
    """Whether anything that is told of two persons excludes that they are one."""
    return any(contradiction(a, b) for a in one.mentions for b in other.mentions if tells_apart(a) and tells_apart(b))


def _closest(one: Person, other: Person) -> Likeness | None:
    """The likeness of the two spellings that are most alike; None where all are two people's names."""
    spellings = [(a, b) for a in one.names for b in other.names]
    best = max(spellings, key=lambda pair: score(*pair)) if len(spellings) > 1 else spellings[0]
    return compare(*best) if score(*best) >= DIFFERENT_BELOW else None


def _apart(one: Person, other: Person) -> bool:
    """Whether one edition of a list has the two in different rows, under names that are no double of one another."""
    mine, theirs = _rows(one), _rows(other)
    shared = [edition for edition in mine if edition in theirs and not mine[edition] & theirs[edition]]
    return bool(shared) and not any(_sound_alike(a, b) for a in one.names for b in other.names)


def _rows(person: Person) -> Mapping[tuple[str, str], frozenset[int | None]]:
    """The editions of lists that a person stands in, by list and source, and where the rows begin there."""
    rows: dict[tuple[str, str], set[int | None]] = defaultdict(set)
    for mention in person.mentions:
        if mention.listed:
            rows[mention.listed, mention.source].add(mention.row)
    return {edition: frozenset(begins) for edition, begins in rows.items()}


def _sound_alike(a: str, b: str) -> bool:
    return sorted(word.sounds for word in name_of(a).words) == sorted(word.sounds for word in name_of(b).words)


def _without_guesses(pairs: Sequence[Pair], by_key: Mapping[str, Person]) -> list[Pair]:
    """The same, but where a name fits two who are not one another it cannot be told which of them it is."""
    likely: dict[str, set[str]] = defaultdict(set)
    joined = {(pair.first, pair.second) for pair in pairs}
    for pair in pairs:
        if pair.likeness.verdict is not Verdict.CANNOT_TELL:
            likely[pair.first].add(pair.second)
            likely[pair.second].add(pair.first)

    def rivals(pair: Pair) -> Iterator[str]:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            for rival in likely[one] - {other}:
                if (min(rival, other), max(rival, other)) not in joined:
                    yield rival

    return [
        _undecided(pair, by_key[min(found)].name) if (found := set(rivals(pair))) and _is_likely(pair) else pair
        for pair in pairs
    ]


_DOUBTS = {
    Judgement.UNSURE: "is unsure about it",
    Judgement.NOT_ENOUGH: "found that it cannot be told from what is held",
}


def _with_doubts(pairs: Sequence[Pair], of_mention: Mapping[str, str], decided: Decided) -> list[Pair]:
    """The same, saying of which of them somebody looked at them and could not tell."""
    doubts = {
        _in_order(of_mention, *pair): f"{decision.by} {_DOUBTS[decision.judgement]}"
        for pair, decision in decided.items()
        if decision.judgement in _DOUBTS
    }

    def told(pair: Pair) -> Pair:
        doubt = doubts.get((pair.first, pair.second))
        if doubt is None:
            return pair
        return replace(pair, likeness=replace(pair.likeness, reasons=(*pair.likeness.reasons, doubt)), doubted=True)

    return [told(pair) for pair in pairs]


def _is_likely(pair: Pair) -> bool:
    return pair.likeness.verdict is not Verdict.CANNOT_TELL


def _undecided(pair: Pair, rival: str) -> Pair:
    reasons = (*pair.likeness.reasons, f"{rival} fits as well, and is another person: cannot tell which")
    return replace(pair, likeness=replace(pair.likeness, verdict=Verdict.CANNOT_TELL, reasons=reasons))
