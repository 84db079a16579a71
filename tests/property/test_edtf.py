from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from atleast.model.edtf import Days, days_of, is_edtf
from tests.support.strategies import points


@given(points())
def test_a_point_means_at_least_a_day_and_is_open_on_no_side(edtf: str) -> None:
    days = days_of(edtf)
    assert days.earliest is not None
    assert days.latest is not None
    assert days.earliest <= days.latest


@given(points())
def test_about_means_the_date_and_days_on_either_side(edtf: str) -> None:
    exact, about = days_of(edtf.rstrip("~")), days_of(edtf.rstrip("~") + "~")
    ordered = [about.earliest, exact.earliest, exact.latest, about.latest]
    days = [day for day in ordered if day is not None]
    assert len(days) == 4
    assert days == sorted(days)
    assert days[0] < days[1]
    assert days[2] < days[3]


@given(points(), points(), st.dates())
def test_an_interval_runs_from_the_first_day_of_one_to_the_last_of_the_other(first: str, last: str, day: date) -> None:
    begin, end = days_of(first), days_of(last)
    assert begin.earliest is not None
    assert end.latest is not None
    assert is_edtf(f"{first}/{last}") == (begin.earliest <= end.latest)
    if is_edtf(f"{first}/{last}"):
        days = days_of(f"{first}/{last}")
        assert days == Days(begin.earliest, end.latest)
        assert not (days.certainly_by(day) and not days.possibly_by(day))


@given(st.text(max_size=30))
def test_no_text_crashes(text: str) -> None:
    assert is_edtf(text) in (True, False)


@given(st.dates())
def test_an_iso_day_is_itself(day: date) -> None:
    assert days_of(day.isoformat()) == Days(day, day)
