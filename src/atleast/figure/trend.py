"""How a monthly count changes: a slope with its bounds, so that "accelerating" is a statement about numbers.

The slope is that of ordinary least squares over equal months (Draper and Smith, Applied Regression Analysis, chapter 1). It is
a weighted sum of the values, so as each value ranges from floor to ceiling the slope ranges over an interval whose ends are
exact (interval arithmetic: Moore, Interval Analysis, 1966). The interval says what the dates that we hold leave open. It is no
confidence interval: a list is no random sample, and nothing here speaks of what no source tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NO_SAMPLE = "A list is no random sample: this is the change of what is documented, not of what happened."
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Slope:
    """A change a month: by the floors, and the least and the most that it can be between floor and ceiling."""

    by_floors: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Trend:
    """The slope of all months, and of their first and second half, where each has three."""

    whole: Slope
    halves: tuple[Slope, Slope] | None

    @property
    def words(self) -> str:
        """What can be said: only what holds wherever the values lie between floor and ceiling."""
        return f"{self._direction()}{self._acceleration()} {NO_SAMPLE}"

    def _direction(self) -> str:
        if self.whole.least > 0:
            return "It rises, wherever the values lie between floor and ceiling."
        if self.whole.most < 0:
            return "It falls, wherever the values lie between floor and ceiling."
        return "Whether it rises or falls depends on where the values lie between floor and ceiling."

    def _acceleration(self) -> str:
        if self.halves is None:
            return ""
        first, second = self.halves
        if second.least > first.most:
            return " It rises faster, or falls more slowly, in the second half."
        if second.most < first.least:
            return " It rises more slowly, or falls faster, in the second half."
        return " Whether it accelerates cannot be told."


def trend(values: Sequence[tuple[int, int]]) -> Trend | None:
    """The trend of floors and ceilings month by month; None for fewer than three months."""
    if len(values) < _FEWEST:
        return None
    half = len(values) // 2
    halves = (slope(values[:half]), slope(values[-half:])) if half >= _FEWEST else None
    return Trend(slope(values), halves)


def slope(values: Sequence[tuple[int, int]]) -> Slope:
    """The slope of at least two months."""
    middle = (len(values) - 1) / 2
    spread = sum((at - middle) ** 2 for at in range(len(values)))
    weights = [(at - middle) / spread for at in range(len(values))]
    pairs = [(weight, floor, max(floor, ceiling)) for weight, (floor, ceiling) in zip(weights, values, strict=True)]
    return Slope(
        by_floors=sum(weight * floor for weight, floor, _ in pairs),
        least=sum(weight * (floor if weight > 0 else ceiling) for weight, floor, ceiling in pairs),
        most=sum(weight * (ceiling if weight > 0 else floor) for weight, floor, ceiling in pairs),
    )
