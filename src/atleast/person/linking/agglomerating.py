"""One component of records into clusters, by average linkage within what people decided.

Average linkage (Sokal and Michener 1958): two clusters are as near as the mean of all pairs between them, so that one wrong
pair cannot chain two persons together, as it does where connected records are taken for one. The nearest two are joined
first; a decision, a list that holds nobody twice, or the largest size allowed can forbid it, and then it is reported.

Weights are whole numbers and ties go by the order of the records, so that the answer depends on nothing but the input.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


class Bar(StrEnum):
    """What forbids that two clusters are joined."""

    DECISION = "decision"
    """Somebody decided that two of their records are different persons."""
    LIST = "list"
    """They would put two rows of one list together, which holds nobody twice."""
    SIZE = "size"
    """They would be larger than any person's cluster is believed to be."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How near two clusters must be, how far a pair is taken to be that was never scored, and how large a cluster may be."""

    at_least: int
    unscored: int
    most: int


@dataclass(frozen=True, slots=True)
class Component:
    """Records by number from 0, scored pairs with their weights, and what is known of them. Pairs are in rising order."""

    size: int
    weights: Mapping[Pair, int]
    same: Sequence[Pair] = ()
    different: frozenset[Pair] = frozenset()
    lists: Mapping[int, str] | None = None


def agglomerate(component: Component, bounds: Bounds) -> tuple[list[list[int]], list[tuple[int, int, Bar]]]:
    """The clusters, each in rising order, and the joinings that were forbidden, each by the first records of the two."""
    state = _State(component, bounds.unscored)
    barred = list(_decided(state, component.same))
    waiting = [(-state.mean(a, b), a, b) for a in state.links for b in state.links[a] if a < b]
    heapify(waiting)
    while waiting:
        mean, a, b = heappop(waiting)
        if b not in state.links.get(a, ()) or -state.mean(a, b) != mean:
            continue
        if -mean < bounds.at_least - bounds.unscored:
            break
        if bar := state.join(a, b, most=bounds.most):
            barred.append((a, b, bar))
        else:
            for other in state.links[a]:
                heappush(waiting, (-state.mean(a, other), min(a, other), max(a, other)))
    return sorted(state.members.values()), list(dict.fromkeys(barred))


def _decided(state: _State, same: Sequence[Pair]) -> Iterator[tuple[int, int, Bar]]:
    """Join what people decided is one; what contradicts another decision is not done, and told."""
    for pair in sorted(same):
        a, b = sorted(state.home[record] for record in pair)
        if a != b and (bar := state.join(a, b, most=None)):
            yield a, b, bar


class _State:
    """The clusters so far, each called by its first record."""

    def __init__(self, component: Component, unscored: int) -> None:
        self.members = {record: [record] for record in range(component.size)}
        self.home = list(range(component.size))
        self.links: dict[int, dict[int, int]] = {record: {} for record in range(component.size)}
        for (a, b), weight in component.weights.items():
            self.links[a][b] = self.links[b][a] = max(0, weight - unscored)
        self.apart: dict[int, set[int]] = {record: set() for record in range(component.size)}
        for a, b in component.different:
            self.apart[a].add(b)
            self.apart[b].add(a)
        lists = component.lists or {}
        self.lists = {record: {lists[record]} if record in lists else set() for record in range(component.size)}

    def mean(self, a: int, b: int) -> float:
        """By how much the mean of all pairs between two clusters is above that of pairs never scored."""
        return self.links[a][b] / (len(self.members[a]) * len(self.members[b]))

    def bar(self, a: int, b: int, most: int | None) -> Bar | None:
        """What forbids joining two clusters; `most` None where a person decided it, whom a machine's bounds do not bind."""
        if b in self.apart[a]:
            return Bar.DECISION
        if most is None:
            return None
        if self.lists[a] & self.lists[b]:
            return Bar.LIST
        return Bar.SIZE if len(self.members[a]) + len(self.members[b]) > most else None

    def join(self, a: int, b: int, most: int | None) -> Bar | None:
        """Join b to a, which is before it; what forbids it, if anything does."""
        if bar := self.bar(a, b, most):
            return bar
        for record in self.members[b]:
            self.home[record] = a
        self.members[a] = sorted(self.members[a] + self.members.pop(b))
        self.lists[a] |= self.lists.pop(b)
        for enemy in self.apart.pop(b):
            self.apart[enemy].discard(b)
            self.apart[enemy].add(a)
            self.apart[a].add(enemy)
        self.links[a].pop(b, None)
        for other, weight in self.links.pop(b).items():
            if other != a:
                del self.links[other][b]
                self.links[a][other] = self.links[other][a] = self.links[a].get(other, 0) + weight
        return None
