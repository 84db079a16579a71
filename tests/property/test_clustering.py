"""Clusters of mentions: whatever ties and bars there are, no bar is crossed, and the order of things does not matter."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from atleast.model.person import Decision, Mention
from atleast.model.words import Judgement
from atleast.person.clustering import Strength, Tie, clusters
from atleast.person.matching import match_mentions

KEYS = "abcdefgh"
PAIRS = list(combinations(KEYS, 2))
ties = st.lists(
    st.builds(lambda pair, strength: Tie(strength, *pair), st.sampled_from(PAIRS), st.sampled_from(Strength))
)
bars = st.dictionaries(st.sampled_from(PAIRS), st.just("apart"))
decided = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from(Judgement))


def _decisions(said: dict[tuple[str, str], Judgement]) -> dict[tuple[str, str], Decision]:
    return {pair: Decision(*pair, judgement, "A. Reviewer", "2031-05-01T00:00:00Z") for pair, judgement in said.items()}


def _mentions() -> list[Mention]:
    names = ("Pavel Ketlin", "Zoya Arko")
    return [Mention(key, names[n % 2], (names[n % 2],), key, (key,)) for n, key in enumerate(KEYS)]


@given(ties, bars)
def test_every_mention_is_in_one_cluster_and_no_standing_bar_is_crossed(
    some: list[Tie], against: dict[tuple[str, str], str]
) -> None:
    joined, refused = clusters(KEYS, some, against)
    assert sorted(key for cluster in joined for key in cluster) == list(KEYS)
    for cluster in joined:
        for pair in combinations(cluster, 2):
            assert pair not in against
    for refusal in refused:
        assert (refusal.first, refusal.second) in against


@given(ties, bars, st.randoms(use_true_random=False))
def test_the_order_of_ties_does_not_matter(
    some: list[Tie], against: dict[tuple[str, str], str], random: object
) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clusters(KEYS, some, against) == clusters(reversed(KEYS), shuffled, against)


@given(decided)
def test_no_merge_crosses_a_different_and_every_same_is_followed_or_shown(
    said: dict[tuple[str, str], Judgement],
) -> None:
    matched = match_mentions(_mentions(), _decisions(said))
    of = {mention.key: person.key for person in matched.persons for mention in person.mentions}
    refused = {(each.tie.first, each.tie.second) for each in matched.refused}
    for (first, second), judgement in said.items():
        if judgement is Judgement.DIFFERENT:
            assert of[first] != of[second]
        if judgement is Judgement.SAME:
            assert of[first] == of[second] or (first, second) in refused


@given(decided, st.sampled_from(PAIRS), st.sampled_from(Judgement))
def test_a_decision_that_is_taken_back_leaves_no_trace(
    said: dict[tuple[str, str], Judgement], pair: tuple[str, str], judgement: Judgement
) -> None:
    before = {other: one for other, one in said.items() if other != pair}
    match_mentions(_mentions(), _decisions(before | {pair: judgement}))
    assert match_mentions(_mentions(), _decisions(before)) == match_mentions(_mentions()[::-1], _decisions(before))
