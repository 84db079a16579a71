from __future__ import annotations

from datetime import date

import pytest

from atleast.report.dates import spoken, spoken_claim, spoken_day, spoken_moment, with_dates
from atleast.report.inline import Time, Verbatim, to_text


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2031-05-07", "7 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-22", "summer 2031"),
        ("2031~", "about 2031"),
        ("2031-05~", "about May 2031"),
        ("2031-05-05/2031-05-12", "between 5 May 2031 and 12 May 2031"),
        ("2030/2031", "between 2030 and 2031"),
        ("2031-05/..", "May 2031 or later"),
        ("../2031", "2031 or earlier"),
    ],
)
def test_dates_in_words(edtf: str, said: str) -> None:
    assert to_text(spoken(edtf)) == said


def test_machines_get_what_html_knows_as_a_date() -> None:
    assert spoken("2031-05-07") == (Time("2031-05-07", "7 May 2031"),)
    assert [piece.machine for piece in spoken("2031-22") if isinstance(piece, Time)] == ["2031"]


@pytest.mark.parametrize("wrong", ["soon", "", "2031-5-7", "2031-13"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF"):
        spoken(wrong)


def test_a_claimed_date_that_is_none_stands_as_it_is() -> None:
    assert spoken_claim("last Tuesday, 12th") == (Verbatim("last Tuesday, 12th"),)
    assert spoken_claim(None) == ()
    assert to_text(spoken_claim("2031-05-07")) == "7 May 2031"


def test_a_day_and_a_moment() -> None:
    assert to_text(spoken_day(date(2031, 5, 7))) == "7 May 2031"
    assert spoken_moment("2031-05-07T09:30:00Z") == (Time("2031-05-07T09:30:00Z", "7 May 2031, 09:30 UTC"),)


def test_dates_within_words() -> None:
    line = with_dates("Arrest, 2031-02; release, 2031-05-05/2031-05-12: it may have been over by then.")
    said = "Arrest, February 2031; release, between 5 May 2031 and 12 May 2031: it may have been over by then."
    assert to_text(line) == said
    assert to_text(with_dates("told by 2023~")) == "told by about 2023"
