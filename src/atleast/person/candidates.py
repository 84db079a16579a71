"""Pairs of persons that may be one: by their names alone, so far, and by what lists keep apart.

Nobody is merged by this. A count asks what it would be if every pair were one person; a decision is for people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from atleast.model.person import Person
from atleast.person.rows import Rows
from atleast.person.spelling import Likeness, Verdict, compare, keys
from atleast.person.spelling.blocking import LOOSE, is_short
from atleast.person.spelling.comparing import DIFFERENT_BELOW, score
from atleast.person.spelling.words import name_of


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons, by their keys in order of the alphabet, whose names may be one person's."""

    first: str
    second: str
    likeness: Likeness
    """Of the two spellings that are most alike."""

    @property
    def reason(self) -> str:
        """Why, in words."""
        return "; ".join(self.likeness.reasons) or "the same name"


def candidates(people: Sequence[Person], rows: Rows | None = None) -> list[Pair]:
    """The pairs of persons that may be one, in order of their keys.

    Two who stand in two rows of one table are kept apart, if their names differ by more than the letters of one
    spelling: a list does not name one person in two ways, but it may hold a row twice. With n names and blocks of
    bounded size the work is near-linear in n: only names that share a key (`spelling.keys`) are compared.
    """
    by_key = {person.key: person for person in people}
    places = {person.key: _places(person, rows or {}) for person in people}
    found = []
    for first, second in sorted(_sharing_a_key(people)):
        likeness = _closest(by_key[first], by_key[second])
        if likeness and not _apart(by_key[first], by_key[second], places):
            found.append(Pair(first, second, likeness))
    return _without_guesses(found, by_key)


def _sharing_a_key(people: Iterable[Person]) -> set[tuple[str, str]]:
    """The pairs of keys of persons to compare: who share a key of two words, or a loose one where a name is short."""
    whole: dict[str, set[str]] = defaultdict(set)
    loose: dict[str, set[str]] = defaultdict(set)
    short = {person.key for person in people if any(map(is_short, person.names))}
    for person in people:
        for key in sorted(frozenset().union(*map(keys, person.names))):
            (loose if key.startswith(LOOSE) else whole)[key].add(person.key)
    pairs = {pair for block in whole.values() for pair in combinations(sorted(block), 2)}
    for block in loose.values():
        for one in block & short:
            pairs |= {(min(one, other), max(one, other)) for other in block if other != one}
    return pairs


def _closest(one: Person, other: Person) -> Likeness | None:
    """The likeness of the two spellings that are most alike; None where all are two people's names."""
    spellings = [(a, b) for a in one.names for b in other.names]
    best = max(spellings, key=lambda pair: score(*pair)) if len(spellings) > 1 else spellings[0]
    return compare(*best) if score(*best) >= DIFFERENT_BELOW else None


_Places = Mapping[str, frozenset[int]]
"""The tables that a person stands in, and where their rows begin there."""


def _places(person: Person, rows: Rows) -> _Places:
    places: dict[str, set[int]] = defaultdict(set)
    for identity in person.statements:
        if identity in rows:
            table, row = rows[identity]
            places[table].add(row)
    return {table: frozenset(begins) for table, begins in places.items()}


def _apart(one: Person, other: Person, places: Mapping[str, _Places]) -> bool:
    """Whether one table has the two in different rows, under names that are no double of one another."""
    mine, theirs = places[one.key], places[other.key]
    shared = [table for table in mine if table in theirs and not mine[table] & theirs[table]]
    return bool(shared) and not any(_sound_alike(a, b) for a in one.names for b in other.names)


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


def _is_likely(pair: Pair) -> bool:
    return pair.likeness.verdict is not Verdict.CANNOT_TELL


def _undecided(pair: Pair, rival: str) -> Pair:
    reasons = (*pair.likeness.reasons, f"{rival} fits as well, and is another person: cannot tell which")
    return replace(pair, likeness=replace(pair.likeness, verdict=Verdict.CANNOT_TELL, reasons=reasons))
