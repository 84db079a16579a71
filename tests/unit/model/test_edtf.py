from __future__ import annotations

from datetime import date

import pytest

from atleast.model.edtf import Days, days_of, is_edtf


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2031-05-12", "2031-05-12", "2031-05-12"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-21", "2031-03-01", "2031-05-31"),
        ("2031-22", "2031-06-01", "2031-08-31"),
        ("2031-23", "2031-09-01", "2031-11-30"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-05-12~", "2031-05-05", "2031-05-19"),
        ("2031-05~", "2031-03-31", "2031-07-01"),
        ("2031~", "2030-01-01", "2032-12-30"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("2030/2031", "2030-01-01", "2031-12-31"),
        ("2031-05-07/2031-05-12", "2031-05-07", "2031-05-12"),
        ("2031/2031-05", "2031-01-01", "2031-05-31"),
        ("2031-05-12/2031-05-12", "2031-05-12", "2031-05-12"),
        ("2031/..", "2031-01-01", None),
        ("../2031-05", None, "2031-05-31"),
    ],
)
def test_every_form_means_its_days(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert is_edtf(edtf)
    assert days_of(edtf) == Days(
        date.fromisoformat(earliest) if earliest else None, date.fromisoformat(latest) if latest else None
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "", " ", "soon", "2031-5-7", "31-05-12", "2031-13", "2031-00", "2031-02-30", "2031-25", "2031-22-05", "0000",
        "9999-24", "20310512", "2031-05-12T10:00", "2031-05-12 ", "2031-05-12\n", "../..", "..", "2031/", "/2031",
        "2031/2030", "2031-05-12/2031-05-11", "2030/2031/2032", "2031?", "~2031", "2031~~", "２０３１", "٢٠٣١", "203X",
    ],
)  # fmt: skip
def test_what_is_none_of_the_forms_is_refused(wrong: str) -> None:
    assert not is_edtf(wrong)
    with pytest.raises(ValueError, match=r".+"):
        days_of(wrong)


def test_days_tell_what_is_certain_from_what_is_possible() -> None:
    month = days_of("2031-05")
    assert not month.possibly_by(date(2031, 4, 30))
    assert month.possibly_by(date(2031, 5, 1))
    assert not month.certainly_by(date(2031, 5, 30))
    assert month.certainly_by(date(2031, 5, 31))


def test_an_open_side_is_never_certain_and_always_possible() -> None:
    assert not days_of("2031/..").certainly_by(date.max)
    assert days_of("../2031").possibly_by(date.min)
    assert not Days(None, None).certainly_by(date.max)
    assert Days(None, None).possibly_by(date.min)
