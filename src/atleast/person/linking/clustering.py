"""Scored pairs into persons' clusters: a pure function of the pairs, the decisions that stand, and a threshold.

Nothing is remembered between two calls, so a decision taken back restores what was before it, exactly. Where little has
changed, `recluster` works only on the components that the change touches, with the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atleast.model.person import Decision
from atleast.model.words import Judgement
from atleast.person.linking.agglomerating import Bar, Bounds, Component, agglomerate

_SCALE = 10_000
"""Weights are reckoned in ten-thousandths of a bit, as whole numbers."""


@dataclass(frozen=True, slots=True)
class Linkage:
    """How records are joined. Weights are bits: 0 is as likely as not, 5 is 32 to 1.

    `lists` tells of a record the list that it stands in, if that list holds nobody twice.
    """

    threshold: float = 1.0
    """The least mean weight of all pairs between two clusters that are joined."""
    unscored: float = -2.0
    """What a pair is taken to weigh that shares no block, and so was never scored."""
    ceiling: float = 12.0
    """The most that one pair counts for: beyond it, more agreement makes nobody more the same."""
    most: int = 400
    """The largest cluster that is made without a decision."""
    lists: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Two clusters that the scores would join and that something forbids: a contradiction for a person to look at."""

    first: str
    second: str
    """The first record of each of the two."""
    by: Bar


@dataclass(frozen=True, slots=True)
class Clusters:
    """Who is taken for one person: groups of two records and more, in order. A record in none is a person by itself."""

    groups: tuple[tuple[str, ...], ...]
    forbidden: tuple[Forbidden, ...] = ()


def cluster(edges: pa.Table, decisions: Iterable[Decision] = (), how: Linkage | None = None) -> Clusters:
    """Cluster the records that `edges` (first, second, weight) and `decisions` (those that stand) speak of.

    No cluster holds two records that are decided to be different. What is decided to be the same is together, unless that
    would break the former; then it is among `forbidden`. A pair that is `unsure` or `not_enough` counts as never scored.
    """
    graph = _Graph.of(edges, tuple(decisions))
    return _clusters(graph, graph.components(), how or Linkage())


def recluster(
    before: Clusters,
    edges: pa.Table,
    decisions: Iterable[Decision],
    changed: Iterable[str],
    how: Linkage | None = None,
) -> Clusters:
    """What `cluster` gives for the same input, where `before` is what it gave before the records `changed` got another edge
    or decision, or lost one. Only components are looked at that hold a changed record, now or before."""
    graph = _Graph.of(edges, tuple(decisions))
    touched = _touched(graph, before, set(changed))
    again = _clusters(graph, graph.components(touched), how or Linkage())
    kept = [group for group in before.groups if group[0] not in touched]
    bars = [bar for bar in before.forbidden if bar.first not in touched]
    return Clusters(
        tuple(sorted([*kept, *again.groups])),
        tuple(sorted([*bars, *again.forbidden], key=lambda bar: (bar.first, bar.second))),
    )


@dataclass(frozen=True, slots=True)
class _Graph:
    """Records by number, in order of their ids; pairs as two arrays of numbers with their weights; decisions by number."""

    names: pa.Array
    first: np.ndarray
    second: np.ndarray
    weight: np.ndarray
    same: frozenset[tuple[int, int]]
    different: frozenset[tuple[int, int]]
    unsure: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, edges: pa.Table, decisions: Sequence[Decision]) -> _Graph:
        decided = [key for one in decisions for key in (one.first, one.second)]
        ends = [edges["first"].combine_chunks(), edges["second"].combine_chunks(), pa.array(decided, pa.string())]
        coded = pa.chunked_array([end.cast(pa.string()) for end in ends]).combine_chunks().dictionary_encode()
        order = pc.sort_indices(coded.dictionary).to_numpy()
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        numbers = rank[coded.indices.to_numpy()] if len(order) else np.empty(0, dtype=np.int64)
        count = edges.num_rows
        one, other = numbers[:count], numbers[count : 2 * count]
        pairs = list(zip(numbers[2 * count :: 2].tolist(), numbers[2 * count + 1 :: 2].tolist(), strict=True))

        def judged(*judgements: Judgement) -> frozenset[tuple[int, int]]:
            found = zip(decisions, pairs, strict=True)
            return frozenset((min(pair), max(pair)) for decision, pair in found if decision.judgement in judgements)

        return cls(
            coded.dictionary.take(pa.array(order)),
            np.minimum(one, other),
            np.maximum(one, other),
            edges["weight"].to_numpy(),
            judged(Judgement.SAME),
            judged(Judgement.DIFFERENT),
            judged(Judgement.UNSURE, Judgement.NOT_ENOUGH),
        )

    @property
    def decided(self) -> frozenset[int]:
        """The records that a decision speaks of."""
        return frozenset(record for pair in self.same | self.different | self.unsure for record in pair)

    def labels(self) -> np.ndarray:
        """For each record the first record of its component, as pairs and decisions that say "same" connect them."""
        joined = np.array(sorted(self.same), dtype=np.int64).reshape(-1, 2)
        return _labels(len(self.names), np.r_[self.first, joined[:, 0]], np.r_[self.second, joined[:, 1]])

    def components(self, touched: set[str] | None = None) -> Iterator[tuple[list[int], list[int]]]:
        """The connected components of two records and more: their records and their edges, by number; only those touched."""
        label = self.labels()
        records = np.argsort(label, kind="stable")
        edges = np.argsort(label[self.first], kind="stable") if len(self.first) else self.first
        starts = np.flatnonzero(np.r_[True, np.diff(label[records]) != 0]) if len(records) else records
        ends = np.r_[starts[1:], len(records)] if len(records) else records
        wide = ends - starts > 1
        heads = label[records[starts[wide]]] if len(records) else records
        wanted = (
            None if touched is None else pc.is_in(self.names, pa.array(sorted(touched), pa.string())).to_numpy(False)
        )
        of_edges = label[self.first][edges] if len(edges) else edges
        begins, stops = np.searchsorted(of_edges, heads, "left"), np.searchsorted(of_edges, heads, "right")
        for start, end, begin, stop in zip(starts[wide], ends[wide], begins, stops, strict=True):
            if wanted is None or wanted[records[start]]:
                yield records[start:end].tolist(), edges[begin:stop].tolist()


def _labels(count: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each record the first record of its connected component: hooking and pointer jumping (Shiloach and Vishkin 1982)."""
    label = np.arange(count)
    while True:
        low = np.minimum(label[one], label[other])
        before = label.copy()
        np.minimum.at(label, label[one], low)
        np.minimum.at(label, label[other], low)
        while not np.array_equal(label, jumped := label[label]):
            label = jumped
        if np.array_equal(label, before):
            return label


def _touched(graph: _Graph, before: Clusters, changed: set[str]) -> set[str]:
    """The records of every component that holds a changed one, now or before."""
    label = graph.labels()
    with_group = {name: group for group in before.groups for name in group}
    reached: set[str] = set()
    waiting = changed
    while waiting := waiting - reached:
        reached |= waiting
        numbers = pc.drop_null(pc.index_in(pa.array(sorted(waiting), pa.string()), graph.names)).to_numpy()
        near = np.flatnonzero(np.isin(label, label[numbers]))
        waiting = waiting.union(
            graph.names.take(pa.array(near)).to_pylist(), *(with_group.get(name, ()) for name in waiting)
        )
    return reached


def _clusters(graph: _Graph, components: Iterable[tuple[list[int], list[int]]], how: Linkage) -> Clusters:
    bounds = Bounds(_whole(how.threshold), _whole(how.unscored), how.most)
    weights = np.rint(np.clip(graph.weight, how.unscored, how.ceiling) * _SCALE).astype(np.int64).tolist()
    first, second = graph.first.tolist(), graph.second.tolist()
    names, decided = graph.names.to_pylist(), graph.decided
    found: list[list[int]] = []
    bars: list[tuple[int, int, Bar]] = []
    for records, edges in components:
        if len(edges) == 1 and not how.lists and decided.isdisjoint(records):
            found += [records] if weights[edges[0]] >= bounds.at_least else []
            continue
        at = {record: number for number, record in enumerate(records)}
        scored: dict[tuple[int, int], int] = {}
        for edge in edges:
            if (first[edge], second[edge]) not in graph.unsure:
                pair = (at[first[edge]], at[second[edge]])
                scored[pair] = max(weights[edge], scored.get(pair, bounds.unscored))
        same, different = (
            _within(pairs, at) if not decided.isdisjoint(records) else [] for pairs in (graph.same, graph.different)
        )
        lists = {number: how.lists[names[record]] for record, number in at.items() if names[record] in how.lists}
        together, barred = agglomerate(Component(len(records), scored, same, frozenset(different), lists), bounds)
        found += [[records[number] for number in group] for group in together if len(group) > 1]
        bars += [(records[a], records[b], bar) for a, b, bar in barred]
    groups = tuple(tuple(names[record] for record in group) for group in sorted(found))
    return Clusters(groups, tuple(Forbidden(names[a], names[b], bar) for a, b, bar in sorted(bars)))


def _within(pairs: Iterable[tuple[int, int]], at: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted((at[a], at[b]) for a, b in pairs if a in at and b in at)


def _whole(weight: float) -> int:
    return round(weight * _SCALE)
