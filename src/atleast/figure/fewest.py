"""The fewest persons that names allow: how many people some names must be, if every pair that may be one person were one.

Who may be one person with whom is a graph: its vertices are names, its edges the pairs of `person.candidates`. However the
pairs are decided, every person is a set of names that are all joined to one another, and names that are not joined are
people apart. So any set of names of which no two are joined is of that many people at least: an independent set. The
largest is hard to find; one that cannot be enlarged, begun with the names that have the fewest edges, is enough for a
minimum (a greedy bound after Turan and Wei; it may be too low, never too high).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from atleast.person.candidates import Pair

Alike = Mapping[str, Mapping[str, Pair]]
"""Key of a person to the keys of those who may be the same, and why."""


def alike(pairs: Iterable[Pair]) -> Alike:
    """The graph of some pairs."""
    found: dict[str, dict[str, Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.first, {})[pair.second] = pair
        found.setdefault(pair.second, {})[pair.first] = pair
    return found


def heads(keys: Sequence[str], graph: Alike) -> dict[str, str]:
    """Each key to the one that it counts with. The keys that count with themselves are people apart, whatever is decided.

    The others go with the one they are most like.
    """
    among = set(keys)
    near = {key: {other: pair for other, pair in graph.get(key, {}).items() if other in among} for key in keys}
    apart: set[str] = set()
    for key in sorted(keys, key=lambda key: (len(near[key]), key)):
        if apart.isdisjoint(near[key]):
            apart.add(key)
    return {key: key if key in apart else _most_like(near[key], apart) for key in keys}


def _most_like(near: Mapping[str, Pair], apart: set[str]) -> str:
    return min(apart & near.keys(), key=lambda other: (-near[other].likeness.score, other))


def joined_with(key: str, others: Sequence[str], graph: Alike) -> Iterator[tuple[str, ...]]:
    """Every set of the others, the empty one apart, that may be one person with `key`: all joined to one another."""
    near = [other for other in others if other in graph.get(key, {})]
    for size in range(1, len(near) + 1):
        for some in combinations(near, size):
            if all(b in graph.get(a, {}) for a, b in combinations(some, 2)):
                yield some
