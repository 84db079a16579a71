"""Mentions into clusters: ties join them, and whatever sets two apart is never crossed.

A pure function of the ties and of what stands against them. Ties are taken in order of their strength, and of equals in
the order of the alphabet; one that would bring together two who are apart is refused and shown. So no chain of likenesses
merges what somebody, or the evidence, has set apart, and the order in which things came in does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Strength(IntEnum):
    """What a tie rests on, strongest first."""

    DECISION = 0
    LIST_ID = 1
    NAME_AND_BIRTH = 2
    NAME = 3


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two mentions, by their keys in order of the alphabet, that are one person, and what that rests on."""

    strength: Strength
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A tie that was not followed, the two mentions that it would have brought together, and what sets them apart."""

    tie: Tie
    first: str
    second: str
    why: str


Bars = Mapping[tuple[str, str], str]
"""Keys of two mentions, in order of the alphabet, to what sets them apart, in words."""


def clusters(keys: Iterable[str], ties: Iterable[Tie], bars: Bars) -> tuple[list[tuple[str, ...]], list[Refusal]]:
    """The clusters, each in order of its keys and all in order of their first; and the ties that were refused."""
    forest = _Forest(keys, bars)
    refused = [refusal for tie in sorted(set(ties)) if (refusal := forest.join(tie))]
    return forest.clusters(), refused


def chains(keys: Iterable[str], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """What the ties would bring together if nothing stood against them."""
    return clusters(keys, ties, {})[0]


class _Forest:
    """Clusters while they are joined. A cluster goes by any one of its keys; joining moves the smaller into the larger."""

    def __init__(self, keys: Iterable[str], bars: Bars) -> None:
        self._of = {key: key for key in keys}
        self._members = {key: [key] for key in self._of}
        self._bars = bars
        self._barred: dict[str, set[str]] = defaultdict(set)
        for first, second in bars:
            self._barred[first].add(second)
            self._barred[second].add(first)

    def join(self, tie: Tie) -> Refusal | None:
        one, other = self._of[tie.first], self._of[tie.second]
        if one == other:
            return None
        smaller, larger = sorted((one, other), key=lambda root: (len(self._members[root]), root))
        if refusal := self._refusal(tie, smaller, larger):
            return refusal
        for key in self._members.pop(smaller):
            self._of[key] = larger
            self._members[larger].append(key)
        return None

    def _refusal(self, tie: Tie, smaller: str, larger: str) -> Refusal | None:
        against = []
        for key in self._members[smaller]:
            for other in self._barred[key]:
                pair = (min(key, other), max(key, other))
                if self._of.get(other) == larger:
                    against.append(pair)
        if not against:
            return None
        first, second = min(against)
        return Refusal(tie, first, second, self._bars[first, second])

    def clusters(self) -> list[tuple[str, ...]]:
        return sorted(tuple(sorted(members)) for members in self._members.values())
