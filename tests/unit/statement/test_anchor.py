from __future__ import annotations

import pytest

from atleast.statement.anchor import Anchor


def _anchor(edtf: str, language: str = "en") -> Anchor:
    anchor = Anchor.of(edtf, language)
    assert anchor is not None
    return anchor


FRIDAY = _anchor("2031-05-09")


@pytest.mark.parametrize("edtf", [None, "", "soon", "2031/..", "../2031"])
def test_what_has_no_two_ends_is_no_anchor(edtf: str | None) -> None:
    assert Anchor.of(edtf, "en") is None


@pytest.mark.parametrize(
    ("weekday", "step", "ahead", "meant"),
    [
        (4, 0, False, "2031-05-08"),
        (5, 0, False, "2031-05-09"),
        (6, 0, False, "2031-05-03"),
        (5, -1, False, "2031-05-02"),
        (1, 1, False, "2031-05-12"),
        (5, 1, False, "2031-05-16"),
        (1, 0, True, "2031-05-12"),
        (5, 0, True, "2031-05-09"),
    ],
)
def test_a_weekday_is_the_nearest_on_its_side(weekday: int, step: int, ahead: bool, meant: str) -> None:
    assert FRIDAY.weekday(weekday, step=step, ahead=ahead) == meant


def test_a_week_begins_on_sunday_in_english_and_on_monday_elsewhere() -> None:
    assert FRIDAY.week_so_far() == "2031-05-04/2031-05-09"
    assert _anchor("2031-05-09", "uk").week_so_far() == "2031-05-05/2031-05-09"
    assert FRIDAY.unit("week", -1) == "2031-04-27/2031-05-03"


@pytest.mark.parametrize(
    ("unit", "step", "meant"),
    [
        ("month", -5, "2030-12"),
        ("month", 0, "2031-05"),
        ("month", 8, "2032-01"),
        ("year", -1, "2030"),
        ("day", 1, "2031-05-10"),
    ],
)
def test_units_are_counted_over_the_ends_of_years(unit: str, step: int, meant: str) -> None:
    assert FRIDAY.unit(unit, step) == meant


def test_a_day_without_its_year_is_the_nearest_on_its_side() -> None:
    assert FRIDAY.day_in_year(5, 9, ahead=False) == "2031-05-09"
    assert FRIDAY.day_in_year(5, 10, ahead=False) == "2030-05-10"
    assert FRIDAY.day_in_year(2, 8, ahead=True) == "2032-02-08"
    # What would be almost a year ahead has been meanwhile.
    assert FRIDAY.day_in_year(5, 8, ahead=True) == "2031-05-08"
    assert FRIDAY.day_in_year(2, 29, ahead=False) == "2028-02-29"
    assert FRIDAY.day_in_year(2, 30, ahead=False) is None


def test_a_month_without_its_year_is_the_nearest_and_may_be_the_current_one() -> None:
    assert FRIDAY.month_in_year(5, ahead=False) == "2031-05"
    assert FRIDAY.month_in_year(6, ahead=False) == "2030-06"
    assert FRIDAY.month_in_year(2, ahead=True) == "2032-02"
    assert FRIDAY.month_in_year(4, ahead=True) == "2031-04"


def test_a_vague_anchor_gives_what_it_can() -> None:
    month, year = _anchor("2031-05"), _anchor("2031")
    assert month.weekday(4) is None
    assert month.day_in_year(5, 20, ahead=False) == "2031-05-20"
    assert month.unit("month", -1) == "2031-04"
    assert year.unit("month", -1) is None
    assert year.unit("year", -1) == "2030"
    assert month.week_so_far() is None


def test_how_long_ago_is_about_for_longer_units() -> None:
    assert FRIDAY.ago("day", 2) == "2031-05-07"
    assert FRIDAY.ago("week", 1) == "2031-05-02~"
    assert FRIDAY.ago("month", 6) == "2030-11"
    assert FRIDAY.ago("year", 3) == "2028"
    assert FRIDAY.ago("year", 4000) is None
    assert FRIDAY.ago("day", 10**9) is None


@pytest.mark.parametrize(
    ("unit", "number", "meant"),
    [
        ("day", 3, "2031-05-06/2031-05-09"),
        ("week", 1, "2031-05-02/2031-05-09"),
        ("month", 3, "2031-02/2031-05"),
        ("year", 10, "2021/2031"),
    ],
)
def test_the_past_units_reach_up_to_the_anchor(unit: str, number: int, meant: str) -> None:
    assert FRIDAY.past(unit, number) == meant


def test_a_day_of_the_month_is_the_nearest_on_its_side() -> None:
    assert FRIDAY.day_of_month(5, ahead=False) == "2031-05-05"
    assert FRIDAY.day_of_month(20, ahead=False) == "2031-04-20"
    assert FRIDAY.day_of_month(20, ahead=True) == "2031-05-20"
    assert FRIDAY.day_of_month(31, ahead=False) == "2031-03-31"
    assert _anchor("2031").day_of_month(31, ahead=False) is None
