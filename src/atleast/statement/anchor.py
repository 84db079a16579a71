"""What relative dates mean, counted from the day on which a text was published.

All answers are EDTF strings, or None where the anchor is too vague to say. A week begins on Sunday in English texts,
which are mostly written to that habit, and on Monday (ISO 8601) in the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from atleast.model.edtf import days_of, is_edtf

_SUNDAY, _MONDAY = 7, 1
_MONTHS = 12
_TOO_FAR = 300
"""In days: nothing without a year is announced for so far ahead."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and the last day on which a text may have been published, and the day that begins its weeks."""

    first: date
    last: date
    week_begins: int
    """1 is Monday, 7 is Sunday."""

    @classmethod
    def of(cls, edtf: str | None, language: str) -> Self | None:
        """The anchor that an EDTF date is, or None where it is no date or open on one side."""
        try:
            days = days_of(edtf or "")
        except ValueError:
            return None
        if days.earliest is None or days.latest is None:
            return None
        return cls(days.earliest, days.latest, _SUNDAY if language == "en" else _MONDAY)

    @property
    def day(self) -> date | None:
        """The exact day of publication, where it is known."""
        return self.first if self.first == self.last else None

    def day_in_year(self, month: int, day: int, *, ahead: bool) -> str | None:
        """A day of a month without its year: the nearest one not after the anchor, or not before it if `ahead`.

        What would be more than 300 days ahead has been meanwhile: nothing without a year is announced so early.
        """
        return self._nearest(lambda year: date(year, month, day), ahead=ahead)

    def day_of_month(self, day: int, *, ahead: bool) -> str | None:
        """A day without its month ("20-го числа"): the nearest one not after the anchor, or not before it if `ahead`."""
        if self.day is None:
            return None
        for step in range(3):
            month = self._month(step if ahead else -step)
            found = f"{month}-{day:02}"
            if month and is_edtf(found) and (found >= self.day.isoformat() if ahead else found <= self.day.isoformat()):
                return found
        return None

    def month_in_year(self, month: int, *, ahead: bool) -> str | None:
        """A month without its year, found as by `day_in_year`; the anchor's own month is itself."""
        edge = self.first if ahead else self.last
        nearest = self._nearest(lambda year: date(year, month, edge.day if month == edge.month else 1), ahead=ahead)
        return nearest and nearest[:7]

    def weekday(self, number: int, *, step: int = 0, ahead: bool = False) -> str | None:
        """A weekday, 1 is Monday: the nearest one up to the anchor (which counts), or from it on if `ahead`.

        `step` -1 ("last Friday") wants one strictly before the anchor's day, 1 ("next Friday") one strictly after it.
        """
        if self.day is None:
            return None
        back = (self.day.isoweekday() - number) % 7
        forward = step > 0 or (ahead and step == 0)
        days = -back % 7 if forward else -back
        return _iso(self.day, days or 7 * step)

    def days_away(self, days: int) -> str | None:
        """The day so many days after (or, below zero, before) the anchor."""
        return _iso(self.day, days) if self.day else None

    def unit(self, unit: str, step: int) -> str | None:
        """The whole day, week, month or year that lies `step` units away: ("week", -1) is last week."""
        match unit:
            case "year":
                return self._year(self.last.year + step) if self.first.year == self.last.year else None
            case "month":
                same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
                return self._month(step) if same else None
            case "week":
                return self._week(step)
            case _:
                return self.days_away(step)

    def week_so_far(self) -> str | None:
        """ "Earlier this week": from the day that begins the week to the anchor."""
        if self.day is None:
            return None
        return f"{self._week_start(self.day).isoformat()}/{self.day.isoformat()}"

    def ago(self, unit: str, number: int) -> str | None:
        """A number of units before the anchor: that day, month or year; for weeks, about that day."""
        if unit != "week":
            return self.unit(unit, -number)
        about = self.days_away(-7 * number)
        return about and f"{about}~"

    def past(self, unit: str, number: int) -> str | None:
        """ "The past three months": from so many units ago up to the anchor, in days for days and weeks."""
        if unit in {"day", "week"}:
            begins = self.days_away(-number * (7 if unit == "week" else 1))
            return f"{begins}/{self.day.isoformat()}" if begins and self.day else None
        begins, ends = self.unit(unit, -number), self.unit(unit, 0)
        return f"{begins}/{ends}" if begins and ends else None

    def _nearest(self, of_year: Callable[[int], date], *, ahead: bool) -> str | None:
        # Eight years reach the next 29 February wherever one starts.
        years = range(self.first.year, self.first.year + 9) if ahead else range(self.last.year, self.last.year - 9, -1)
        for year in years:
            try:
                found = of_year(year)
            except ValueError:
                continue
            if ahead and (found - self.first).days > _TOO_FAR:
                # What was to come has been meanwhile.
                return self._nearest(of_year, ahead=False)
            if found >= self.first if ahead else found <= self.last:
                return found.isoformat()
        return None

    def _week(self, step: int) -> str | None:
        start = _iso(self._week_start(self.day), 7 * step) if self.day else None
        end = start and _iso(date.fromisoformat(start), 6)
        return f"{start}/{end}" if start and end else None

    def _week_start(self, day: date) -> date:
        return day - timedelta(days=(day.isoweekday() - self.week_begins) % 7)

    def _month(self, step: int) -> str | None:
        years, month = divmod(self.last.month - 1 + step, _MONTHS)
        year = self._year(self.last.year + years)
        return year and f"{year}-{month + 1:02}"

    @staticmethod
    def _year(year: int) -> str | None:
        return f"{year:04}" if date.min.year <= year <= date.max.year else None


def _iso(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
