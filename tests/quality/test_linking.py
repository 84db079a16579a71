"""How well records are linked, on a part of the historical figures that a minute is enough for. The floors only rise."""

from __future__ import annotations

import pytest

from atleast.person.linking import PROPOSED, cluster, link
from bench.linking_data import PERSONS, Known, historical
from bench.linking_measures import of_clusters, of_pairs

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PERSONS.is_dir(), reason="the lists with known answers are not here"),
]
_EVERY = 10


def _some(known: Known) -> Known:
    """Every tenth person with all of their records."""
    persons = set(sorted(set(known.truth.values()))[::_EVERY])
    truth = {row: person for row, person in known.truth.items() if person in persons}
    ((table, profile),) = known.lists
    kept = [at for at, row in enumerate(table[profile.identity].to_pylist()) if row in truth]
    return Known([(table.take(kept), profile)], truth)


def test_historical_figures() -> None:
    known = _some(historical())
    found = link(known.lists)
    pairs = of_pairs(found.pairs, known.truth, known.pairs, PROPOSED)
    clusters = of_clusters(cluster(found.pairs).groups, known.truth)
    assert pairs.default.precision >= 0.98
    assert clusters.pairs.f1 >= 0.86
    assert clusters.largest <= 3 * clusters.largest_true
    assert pairs.met >= 0.75
