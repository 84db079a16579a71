"""Dates as people know them: EDTF strings and the days they may mean.

The part of ISO 8601-2:2019 (EDTF level 0, and `~` and `..` of level 1) that sources need: "2023-05-12", "2023-05", "2023",
"2023-22" (summer), "2023~", "2020/2023", "2023-05-07/2023-05-12", "2021/..", "../2021".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~?)")
# EDTF seasons 21 to 24, in the northern hemisphere; winter begins in December of the year it is named after.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_OPEN = ".."


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that a date may mean, both inclusive; None where it is open on that side."""

    earliest: date | None
    latest: date | None

    def certainly_by(self, day: date) -> bool:
        """Whether it was on `day` at the latest, whatever the date means."""
        return self.latest is not None and self.latest <= day

    def possibly_by(self, day: date) -> bool:
        """Whether it may have been on `day` or before."""
        return self.earliest is None or self.earliest <= day


def days_of(edtf: str) -> Days:
    """The days that an EDTF string may mean. Raises ValueError for anything that is not of the forms above."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first == _OPEN and last == _OPEN:
        raise ValueError(f"{edtf!r} says nothing about when")
    earliest = None if first == _OPEN else _point(first).earliest
    latest = None if last == _OPEN else _point(last).latest
    if earliest and latest and earliest > latest:
        raise ValueError(f"{edtf!r} ends before it begins")
    return Days(earliest, latest)


def is_edtf(edtf: str) -> bool:
    """Whether `days_of` understands it."""
    try:
        days_of(edtf)
    except ValueError:
        return False
    return True


def _point(edtf: str) -> Days:
    match = _POINT.fullmatch(edtf)
    if match is None:
        raise ValueError(f"{edtf!r} is not an EDTF date such as 2023-05-12, 2023-05, 2023~ or 2023-05-07/2023-05-12")
    year = int(match["year"])
    if match["month"] is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    month = int(match["month"])
    if month in _SEASONS and match["day"] is None:
        first, last = _SEASONS[month]
        last_year = year + (last < first)
        return Days(date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1]))
    if match["day"] is None:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    exact = date(year, month, int(match["day"]))
    return Days(exact, exact)
