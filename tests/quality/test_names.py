"""How well names are told apart, at the score from which they may be one person's. The floors only rise.

The pairs are real names and public, and not part of this project: see bench/persons.py for what they are.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from atleast.person.spelling import keys
from bench.persons import PERSONS, Pair, f1, name_bench, officials, wikidata

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PERSONS.is_dir(), reason="the lists of names with known answers are not here"),
]


@pytest.mark.parametrize(("read", "floor"), [(officials, 0.98), (name_bench, 0.79), (wikidata, 0.85)])
def test_f1(read: Callable[[], list[Pair]], floor: float) -> None:
    value, _, _ = f1(read())
    assert value >= floor


def test_whoever_is_taken_for_another_official_bears_the_same_name() -> None:
    _, precision, recall = f1(officials())
    assert precision >= 0.96  # two namesakes, whom names without a patronymic do not tell apart
    assert recall == 1.0


@pytest.mark.parametrize(("read", "floor"), [(officials, 1.0), (wikidata, 0.99)])
def test_spellings_of_one_name_share_a_key(read: Callable[[], list[Pair]], floor: float) -> None:
    true = [(a, b) for a, b, same in read() if same]
    assert sum(bool(keys(a) & keys(b)) for a, b in true) / len(true) >= floor
