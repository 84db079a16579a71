from __future__ import annotations

from atleast.person.clustering import Strength, Tie, clusters

NAMED = Strength.NAME


def test_ties_join_and_what_has_none_stands_alone() -> None:
    joined, refused = clusters("abcd", [Tie(NAMED, "a", "b"), Tie(NAMED, "b", "c")], {})
    assert joined == [("a", "b", "c"), ("d",)]
    assert not refused


def test_no_chain_crosses_a_bar_and_the_tie_that_would_is_shown() -> None:
    ties = [Tie(NAMED, "a", "b"), Tie(NAMED, "b", "c")]
    joined, (refusal,) = clusters("abc", ties, {("a", "c"): "born in other years"})
    assert joined == [("a", "b"), ("c",)]
    assert (refusal.tie, refusal.first, refusal.second, refusal.why) == (ties[1], "a", "c", "born in other years")


def test_the_stronger_tie_goes_first() -> None:
    ties = [Tie(NAMED, "a", "b"), Tie(Strength.LIST_ID, "b", "c")]
    assert clusters("abc", ties, {("a", "c"): "sex"})[0] == [("a",), ("b", "c")]
