from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from atleast.figure.series import series
from atleast.model.words import EventType
from tests.support.told import HELD, follow, told

ARREST, RELEASE = EventType.ARREST, EventType.RELEASE


def test_there_is_a_point_on_each_day_of_change_and_the_day_before() -> None:
    known = follow(told(ARREST, "2031-02-07"), told(RELEASE, "2031-05-01/2031-05-10"))
    points = series(known.cases, HELD, known.by_id, date(2031, 6, 1))
    assert [(point.day.isoformat(), point.value, point.ceiling) for point in points] == [
        ("2031-02-06", 0, 0),
        ("2031-02-07", 1, 1),
        ("2031-04-30", 1, 1),
        ("2031-05-01", 0, 1),
        ("2031-05-09", 0, 1),
        ("2031-05-10", 0, 0),
        ("2031-06-01", 0, 0),
    ]


def test_between_two_points_nothing_changes() -> None:
    known = follow(
        told(ARREST, "2031-02", "Irma Dolvich"),
        told(ARREST, "2031-02-07"),
        told(RELEASE, "2031-02-20/2031-03-02"),
        told(ARREST, "2031-03-01"),
    )
    points = series(known.cases, HELD, known.by_id, date(2031, 3, 31))
    for earlier, later in pairwise(points):
        for number in range((later.day - earlier.day).days):
            counted = known.minimum(earlier.day + timedelta(days=number))
            assert (counted.value, counted.ceiling) == (earlier.value, earlier.ceiling)


def test_nothing_after_the_last_day_is_drawn() -> None:
    known = follow(told(ARREST, "2031-02-07"), told(RELEASE, "2031-05-01"))
    assert [point.day for point in series(known.cases, HELD, known.by_id, date(2031, 3, 1))] == [
        date(2031, 2, 6),
        date(2031, 2, 7),
        date(2031, 3, 1),
    ]


def test_no_cases_make_no_points() -> None:
    assert series([], HELD, {}, date(2031, 3, 1)) == []


def test_beyond_400_days_of_change_there_is_one_point_a_month() -> None:
    day = date(2030, 1, 1)
    record = [
        told(ARREST, (day + timedelta(days=2 * n)).isoformat(), f"Person {chr(65 + n % 26)}{n}") for n in range(220)
    ]
    known = follow(*record)
    points = series(known.cases, HELD, known.by_id, None)
    months = [(point.day.year, point.day.month) for point in points]
    assert len(months) == len(set(months)) < 20
    assert points[-1].value == 220


def test_the_first_day_of_the_calendar_has_no_day_before() -> None:
    known = follow(told(ARREST, "0001-01-01"))
    assert series(known.cases, HELD, known.by_id, None)[0].value == 1
