"""Dates as people know them: EDTF strings and the days they may mean.

The part of ISO 8601-2:2019 (EDTF level 0, and `~` and `..` of level 1) that sources need: "2023-05-12", "2023-05", "2023",
"2023-22" (summer), "2023~", "2020/2023", "2023-05-07/2023-05-12", "2021/..", "../2021".

The standard gives `~` ("about") no width. Here it is as long again on either side, and a week for a day: wide enough that
nobody is counted on the strength of "about".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~?)", re.ASCII)
# EDTF seasons 21 to 24, in the northern hemisphere; winter begins in December of the year it is named after.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_OPEN = ".."
_WEEK = 7


@dataclass(frozen=True, slots=True)
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

    def certainly_before(self, other: Days) -> bool:
        """Whether it was before another date, whatever the two mean."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def excludes(self, other: Days) -> bool:
        """Whether the two cannot mean the same day."""
        return self.certainly_before(other) or other.certainly_before(self)


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


def exclude_each_other(one: str, other: str) -> bool:
    """Whether two EDTF strings cannot mean the same day; no, where either is none."""
    return is_edtf(one) and is_edtf(other) and days_of(one).excludes(days_of(other))


def is_edtf(edtf: str) -> bool:
    """Whether `days_of` understands it."""
    try:
        days_of(edtf)
    except ValueError:
        return False
    return True


def _point(edtf: str) -> Days:
    """The days of a date that is no interval: at least one, and never open."""
    match = _POINT.fullmatch(edtf)
    if match is None:
        raise ValueError(f"{edtf!r} is not an EDTF date such as 2023-05-12, 2023-05, 2023~ or 2023-05-07/2023-05-12")
    first, last = _stretch(
        int(match["year"]), *(int(match[unit]) if match[unit] else None for unit in ("month", "day"))
    )
    return _about(first, last) if match["about"] else Days(first, last)


def _stretch(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day of a year, a season, a month or a day. Raises ValueError where the calendar has none."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    first, last = _SEASONS.get(month, (month, month))
    last_year = year + (last < first)
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def _about(first: date, last: date) -> Days:
    """As long again on either side, within the calendar."""
    length = last.toordinal() - first.toordinal() + 1
    wide = _WEEK if length == 1 else length
    earliest = max(date.min.toordinal(), first.toordinal() - wide)
    latest = min(date.max.toordinal(), last.toordinal() + wide)
    return Days(date.fromordinal(earliest), date.fromordinal(latest))
