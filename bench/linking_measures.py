"""How right pairs and clusters are: precision, recall and F1 of pairs, what blocking missed, and B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Right:
    """Precision, recall, and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-12)

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


@dataclass(frozen=True, slots=True)
class OfPairs:
    """Scored pairs against the truth: at the default weight, at the best one, and how many were scored at all."""

    default: Right
    best: Right
    met: float
    """The share of true pairs that were scored: what blocking did not miss."""


def of_pairs(pairs: pa.Table, truth: Mapping[str, str], total: int, default: float) -> OfPairs:
    """`pairs` as first, second, weight; `total` true pairs; the pairs from the weight `default` on are said to be one person."""
    first, second = pairs["first"].to_pylist(), pairs["second"].to_pylist()
    true = np.array([truth[a] == truth[b] for a, b in zip(first, second, strict=True)], dtype=bool)
    weights = pairs["weight"].to_numpy()

    def at(cut: float) -> Right:
        said = weights >= cut
        right = int((said & true).sum())
        return Right(right / max(int(said.sum()), 1), right / total)

    cuts = np.arange(-6, 20, 0.5)
    return OfPairs(at(default), max((at(cut) for cut in cuts), key=lambda right: right.f1), float(true.sum()) / total)


@dataclass(frozen=True, slots=True)
class OfClusters:
    """Clusters against the truth: by pairs, by B-cubed (Bagga and Baldwin 1998), and the largest beside the largest true one."""

    pairs: Right
    b_cubed: Right
    largest: int
    largest_true: int


def of_clusters(groups: Sequence[Sequence[str]], truth: Mapping[str, str]) -> OfClusters:
    label = {row: f"alone {row}" for row in truth} | {row: str(at) for at, group in enumerate(groups) for row in group}
    both = Counter((label[row], truth[row]) for row in truth)
    found, true = Counter(label.values()), Counter(truth.values())
    together, said, told = (sum(n * (n - 1) // 2 for n in counted.values()) for counted in (both, found, true))
    precision = sum(n * n / found[group] for (group, _), n in both.items()) / len(truth)
    recall = sum(n * n / true[person] for (_, person), n in both.items()) / len(truth)
    largest, largest_true = max(found.values()), max(true.values())
    return OfClusters(Right(together / max(said, 1), together / told), Right(precision, recall), largest, largest_true)
