"""Clusters on small random graphs: held to an oracle that reckons every mean anew, and to the promises made about decisions."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from atleast.model.person import Decision
from atleast.model.words import Judgement
from atleast.person.linking.agglomerating import Bounds, Component, agglomerate
from atleast.person.linking.clustering import Clusters, Linkage, cluster, recluster

NAMES = "abcdefghij"
PAIRS = list(combinations(NAMES, 2))
HOW = Linkage(threshold=0.0, unscored=-2.0, most=6)
EDGES = st.dictionaries(st.sampled_from(PAIRS), st.integers(-5, 12), max_size=20)
DECISIONS = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from(list(Judgement)), max_size=6)


def _table(edges: dict[tuple[str, str], int], order: list[tuple[str, str]] | None = None) -> pa.Table:
    pairs = order if order is not None else list(edges)
    columns = [pa.array([pair[at] for pair in pairs], pa.string()) for at in (0, 1)]
    return pa.table(
        {"first": columns[0], "second": columns[1], "weight": pa.array([float(edges[p]) for p in pairs], pa.float64())}
    )


def _decisions(decided: dict[tuple[str, str], Judgement]) -> list[Decision]:
    return [Decision(*pair, judgement, "anna", "2031-05-01T10:00:00Z") for pair, judgement in decided.items()]


def _together(clusters: Clusters, one: str, other: str) -> bool:
    return any(one in group and other in group for group in clusters.groups)


def _oracle(
    size: int, weights: dict[tuple[int, int], int], different: set[tuple[int, int]], bounds: Bounds
) -> list[list[int]]:
    """Average linkage as a textbook has it: every mean of every two clusters, anew at every step."""
    groups = [[record] for record in range(size)]

    def mean(one: list[int], other: list[int]) -> Fraction:
        pairs = [(min(a, b), max(a, b)) for a in one for b in other]
        return Fraction(sum(max(weights.get(pair, bounds.unscored), bounds.unscored) for pair in pairs), len(pairs))

    def may(one: list[int], other: list[int]) -> bool:
        pairs = {(min(a, b), max(a, b)) for a in one for b in other}
        return not pairs & different and len(one) + len(other) <= bounds.most and bool(pairs & weights.keys())

    while True:
        open_pairs = [(a, b) for a, b in combinations(groups, 2) if may(a, b) and mean(a, b) >= bounds.at_least]
        if not open_pairs:
            return sorted(groups)
        best = min(open_pairs, key=lambda pair: (-mean(*pair), pair))
        groups = sorted([group for group in groups if group not in best] + [sorted(best[0] + best[1])])


@given(
    st.dictionaries(st.sampled_from(list(combinations(range(7), 2))), st.integers(-30, 90), max_size=15),
    st.sets(st.sampled_from(list(combinations(range(7), 2))), max_size=4),
    st.integers(2, 7),
)
def test_it_is_average_linkage(weights: dict[tuple[int, int], int], different: set[tuple[int, int]], most: int) -> None:
    bounds = Bounds(at_least=0, unscored=-20, most=most)
    groups, _ = agglomerate(Component(7, weights, different=frozenset(different)), bounds)
    assert groups == _oracle(7, weights, different, bounds)


@given(EDGES, DECISIONS, st.data())
def test_order_of_intake_does_not_matter(
    edges: dict[tuple[str, str], int], decided: dict[tuple[str, str], Judgement], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(list(edges)))
    turned = data.draw(st.permutations(_decisions(decided)))
    assert cluster(_table(edges, order), turned, HOW) == cluster(_table(edges), _decisions(decided), HOW)


@given(EDGES, DECISIONS)
def test_no_merge_crosses_a_different(
    edges: dict[tuple[str, str], int], decided: dict[tuple[str, str], Judgement]
) -> None:
    found = cluster(_table(edges), _decisions(decided), HOW)
    for pair, judgement in decided.items():
        if judgement is Judgement.DIFFERENT:
            assert not _together(found, *pair)


@given(EDGES, DECISIONS)
def test_what_is_decided_the_same_is_together_or_told(
    edges: dict[tuple[str, str], int], decided: dict[tuple[str, str], Judgement]
) -> None:
    found = cluster(_table(edges), _decisions(decided), HOW)
    apart = [p for p, judgement in decided.items() if judgement is Judgement.SAME and not _together(found, *p)]
    assert not apart or found.forbidden


@given(EDGES, DECISIONS, st.sampled_from(PAIRS), st.sampled_from(list(Judgement)))
def test_a_decision_taken_back_restores_what_was_and_little_need_be_done_again(
    edges: dict[tuple[str, str], int],
    decided: dict[tuple[str, str], Judgement],
    pair: tuple[str, str],
    judgement: Judgement,
) -> None:
    table = _table(edges)
    before, after = _decisions(decided), _decisions(decided | {pair: judgement})
    first = cluster(table, before, HOW)
    changed = recluster(first, table, after, pair, HOW)
    assert changed == cluster(table, after, HOW)
    assert recluster(changed, table, before, pair, HOW) == first


@given(EDGES, st.sampled_from(PAIRS), st.integers(-5, 12), DECISIONS)
def test_one_more_row_is_as_if_it_had_been_there(
    edges: dict[tuple[str, str], int], pair: tuple[str, str], weight: int, decided: dict[tuple[str, str], Judgement]
) -> None:
    more, decisions = edges | {pair: weight}, _decisions(decided)
    before = cluster(_table(edges), decisions, HOW)
    assert recluster(before, _table(more), decisions, pair, HOW) == cluster(_table(more), decisions, HOW)
