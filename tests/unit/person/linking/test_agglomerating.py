from __future__ import annotations

from atleast.person.linking.agglomerating import Bar, Bounds, Component, agglomerate

NEAR = Bounds(at_least=0, unscored=-20, most=10)


def test_one_wrong_pair_does_not_chain_two_persons_together() -> None:
    chain = {(0, 1): 90, (1, 2): 90, (0, 2): 90, (3, 4): 90, (4, 5): 90, (3, 5): 90, (2, 3): 40}
    groups, barred = agglomerate(Component(6, chain), NEAR)
    assert groups == [[0, 1, 2], [3, 4, 5]]
    assert barred == []


def test_the_nearest_are_joined_first_and_others_by_the_mean_of_all_pairs() -> None:
    weights = {(0, 1): 50, (1, 2): 60}
    assert agglomerate(Component(3, weights), Bounds(at_least=15, unscored=-20, most=10))[0] == [[0, 1, 2]]
    assert agglomerate(Component(3, weights), Bounds(at_least=16, unscored=-20, most=10))[0] == [[0], [1, 2]]


def test_a_decision_that_two_are_different_holds_against_any_weight() -> None:
    triangle = {(0, 1): 90, (1, 2): 80, (0, 2): 90}
    groups, barred = agglomerate(Component(3, triangle, different=frozenset({(0, 1)})), NEAR)
    assert groups == [[0, 2], [1]]
    assert barred == [(0, 1, Bar.DECISION)]


def test_a_decision_that_two_are_the_same_joins_them_without_any_weight() -> None:
    groups, barred = agglomerate(Component(3, {}, same=[(0, 2)]), NEAR)
    assert (groups, barred) == ([[0, 2], [1]], [])


def test_decisions_that_contradict_one_another_are_told_and_nobody_decided_different_is_joined() -> None:
    found = agglomerate(Component(3, {}, same=[(0, 1), (1, 2)], different=frozenset({(0, 2)})), NEAR)
    assert found == ([[0, 1], [2]], [(0, 2, Bar.DECISION)])


def test_two_rows_of_a_list_that_holds_nobody_twice_stay_apart() -> None:
    weights = {(0, 1): 90, (0, 2): 80}
    groups, barred = agglomerate(Component(3, weights, lists={0: "a", 1: "b", 2: "b"}), NEAR)
    assert groups == [[0, 1], [2]]
    assert barred == [(0, 2, Bar.LIST)]


def test_no_cluster_grows_beyond_the_cap_but_by_decisions() -> None:
    everybody = {(a, b): 90 for a in range(4) for b in range(a + 1, 4)}
    narrow = Bounds(at_least=0, unscored=-20, most=2)
    groups, barred = agglomerate(Component(4, everybody), narrow)
    assert groups == [[0, 1], [2, 3]]
    assert {bar for *_, bar in barred} == {Bar.SIZE}
    assert agglomerate(Component(4, everybody, same=[(0, 1), (1, 2)]), narrow)[0] == [[0, 1, 2], [3]]
