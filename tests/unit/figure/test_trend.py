from __future__ import annotations

import random

import pytest

from atleast.figure.trend import NO_SAMPLE, slope, trend


def test_the_slope_of_a_line_is_its_rise() -> None:
    assert slope([(number * 3, number * 3) for number in range(5)]).by_floors == pytest.approx(3)


def test_the_bounds_hold_wherever_the_values_lie_and_are_reached() -> None:
    chance = random.Random(3)  # noqa: S311 - made to be the same each time
    values = [(floor, floor + chance.randint(0, 9)) for floor in (chance.randint(0, 40) for _ in range(9))]
    bounds = slope(values)
    for _ in range(300):
        drawn = [chance.randint(*both) for both in values]
        inside = slope([(value, value) for value in drawn]).by_floors
        assert bounds.least - 1e-9 <= inside <= bounds.most + 1e-9
    low_first = [floor if at < 4 else ceiling for at, (floor, ceiling) in enumerate(values)]
    high_first = [ceiling if at < 4 else floor for at, (floor, ceiling) in enumerate(values)]
    ends = [slope([(value, value) for value in world]).by_floors for world in (high_first, low_first)]
    assert ends == [pytest.approx(bounds.least), pytest.approx(bounds.most)]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([(0, 0), (2, 2), (4, 4)], "It rises, wherever"),
        ([(4, 4), (2, 2), (0, 0)], "It falls, wherever"),
        ([(0, 9), (1, 9), (2, 9)], "Whether it rises or falls depends"),
        ([(0, 0), (0, 0), (0, 0), (1, 1), (5, 5), (9, 9)], "rises faster"),
        ([(0, 0), (5, 5), (9, 9), (9, 9), (9, 9), (9, 9)], "rises more slowly"),
        ([(0, 9), (1, 9), (2, 9), (3, 9), (5, 9), (9, 9)], "Whether it accelerates cannot be told."),
    ],
)
def test_only_what_holds_between_floor_and_ceiling_is_said(values: list[tuple[int, int]], said: str) -> None:
    found = trend(values)
    assert found is not None
    assert said in found.words
    assert found.words.endswith(NO_SAMPLE)


def test_two_months_are_no_trend() -> None:
    assert trend([(0, 0), (9, 9)]) is None
