"""How well and how fast records of many lists are linked, beside plain Splink in the same run.

`python -m bench linking` measures quality; `python -m bench linking_scale` time and memory at 100,000 and 1,000,000 rows.
What is not here (lists beside the checkout, the peers' environment) is said to be not here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from atleast.person.linking import PROPOSED, Linkage, cluster, link
from bench import linking_data, linking_plain
from bench.linking_data import Known
from bench.linking_measures import OfClusters, OfPairs, of_clusters, of_pairs
from bench.linking_plain import Plain
from bench.peers import NoPeersError

_LOWEST = -6.0


@dataclass(frozen=True, slots=True)
class Found:
    """What we found, and what Splink found by itself, of one set of lists."""

    known: Known
    ours: OfPairs
    our_clusters: OfClusters
    plain: OfPairs
    plain_clusters: OfClusters
    our_pairs: int
    plain_pairs: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A target: what it is of, its value in this run, and the least that it should be (the most, where `at_most`)."""

    what: str
    value: float
    bar: float
    at_most: bool = False

    @property
    def reached(self) -> bool:
        return self.value <= self.bar if self.at_most else self.value >= self.bar


def measured(known: Known, plainly: Callable[[Known], Plain]) -> Found:
    """Both on the same lists."""
    plain = plainly(known)
    scored = link(known.lists, at_least=_LOWEST)
    lists = {
        row: profile.name
        for table, profile in known.lists
        if profile.holds_nobody_twice
        for row in table[profile.identity].to_pylist()
    }
    groups = cluster(scored.pairs, (), Linkage(lists=lists)).groups
    return Found(
        known,
        of_pairs(scored.pairs, known.truth, known.pairs, PROPOSED),
        of_clusters(groups, known.truth),
        of_pairs(plain.pairs, known.truth, known.pairs, 0.0),
        of_clusters(plain.groups, known.truth),
        scored.looked_at,
        plain.scored,
    )


def _historical(found: Found) -> Sequence[Bar]:
    return (
        Bar("cluster F1", found.our_clusters.pairs.f1, 0.86),
        Bar(
            "largest cluster, over the largest true one",
            found.our_clusters.largest / found.our_clusters.largest_true,
            3,
            True,
        ),
        Bar("default pairwise precision", found.ours.default.precision, 0.98),
    )


def _editions(found: Found) -> Sequence[Bar]:
    return (
        Bar("pairwise F1 at the default", found.ours.default.f1, 0.93),
        Bar("one-to-one F1", found.our_clusters.pairs.f1, 0.965),
        Bar("default pairwise precision", found.ours.default.precision, 0.98),
    )


def _crossing(found: Found) -> Sequence[Bar]:
    return (
        Bar("F1 over Splink's, at defaults", found.ours.default.f1 / found.plain.default.f1, 1.3),
        Bar("F1 over Splink's, each at its best", found.ours.best.f1 / found.plain.best.f1, 1.3),
        Bar("recall of blocking over Splink's", found.ours.met / found.plain.met, 1.6),
        Bar("pairs looked at over Splink's", found.our_pairs / found.plain_pairs, 3, True),
        Bar("default pairwise precision", found.ours.default.precision, 0.98),
    )


def _febrl(found: Found) -> Sequence[Bar]:
    return (
        Bar("best F1 over Splink's", found.ours.best.f1 / found.plain.best.f1, 0.999),
        Bar("default pairwise precision", found.ours.default.precision, 0.98),
    )


_SETS: Sequence[tuple[str, Callable[[], Known], Callable[[Known], Plain], Callable[[Found], Sequence[Bar]]]] = (
    ("historical figures, 50,578 records", linking_data.historical, linking_plain.historical, _historical),
    ("two editions of a list, Arabic", linking_data.editions, linking_plain.editions, _editions),
    ("FEBRL 3", lambda: linking_data.febrl(3), linking_plain.febrl, _febrl),
    ("FEBRL 4", lambda: linking_data.febrl(4), linking_plain.febrl, _febrl),
    ("Latin and Cyrillic, 100,000 each", linking_data.crossing, linking_plain.crossing, _crossing),
)


def run() -> int:
    """Print each set, ours beside Splink's; 1 where a target is missed."""
    missed = 0
    for what, read, plainly, bars in _SETS:
        try:
            found = measured(read(), plainly)
        except FileNotFoundError as error:
            print(f"{what}: not here ({error.filename})")
            continue
        except NoPeersError as error:
            print(f"{what}: not here ({error})")
            continue
        print(f"\n== {what}: {found.known.pairs:,} true pairs")
        for who, pairs, clusters, looked_at in (
            ("ours", found.ours, found.our_clusters, found.our_pairs),
            ("Splink", found.plain, found.plain_clusters, found.plain_pairs),
        ):
            print(
                f"  {who:<7} pairs {pairs.default}  best F1 {pairs.best.f1:.3f}  blocking met {pairs.met:.3f} of {looked_at:,}"
            )
            print(f"  {'':<7} clusters {clusters.pairs}  B-cubed {clusters.b_cubed.f1:.3f}  largest {clusters.largest}")
        for bar in bars(found):
            missed += not bar.reached
            side = "at most" if bar.at_most else "at least"
            print(
                f"  {bar.what:<46} {bar.value:7.3f}  ({side} {bar.bar}: {'reached' if bar.reached else 'MISSED'})",
                flush=True,
            )
    return int(missed > 0)
