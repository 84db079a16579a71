"""What a date means, once its words are known: an EDTF string, as far as anything says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.edtf import is_edtf
from atleast.statement.anchor import Anchor
from atleast.statement.date_words import Token


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date may lean on where its own words do not say the year."""

    anchor: Anchor | None
    year_nearby: int | None
    """The year of the nearest date before it that has one."""
    ahead: bool
    """Whether its sentence speaks of what is to come."""


def year_said(words: Sequence[Token], setting: Setting) -> int | None:
    """The year that the words say: in digits, or as "last year" where that can be counted."""
    if years := _numbers(words, "y"):
        return years[-1]
    if _numbers(words, "k") and (steps := _numbers(words, "l")) and setting.anchor:
        year = setting.anchor.unit("year", steps[0])
        return int(year) if year else None
    return None


def how_long(words: Sequence[Token]) -> int:
    """The number of units in "two days ago", 1 in "неделю назад", where the unit itself says it; 0 in "years ago"."""
    return (_numbers(words, "nd") or _numbers(words, "gku") or [0])[0]


def meaning(form: str, words: Sequence[Token], setting: Setting) -> str | None:
    """The EDTF date that the words of a form of `dates` mean; None where it is no real day or nothing says which."""
    edtf = _edtf(form, words, setting)
    return edtf if edtf and is_edtf(edtf) else None


def _edtf(form: str, words: Sequence[Token], setting: Setting) -> str | None:
    found: str | None
    match form:
        case "exact":
            found = next(token.sense.iso for token in words if token.sense.iso)
        case "day" | "days":
            found = _days(words, setting)
        case "month" | "months":
            found = _months(words, setting)
        case "year" | "years":
            years = _numbers(words, "y")
            found = _span(str(years[0]), str(years[-1]))
        case "decade":
            decade = _numbers(words, "e")[0]
            found = f"{decade}/{decade + 9}"
        case "season":
            found = _season(words, setting)
        case _:
            found = _relative(form, words, setting.anchor, ahead=setting.ahead) if setting.anchor else None
    return found


def _days(words: Sequence[Token], setting: Setting) -> str | None:
    month = _numbers(words, "M")[0]
    days = _numbers(words, "dq")
    found = [_day(month, day, year_said(words, setting), setting) for day in (days[0], days[-1])]
    return _span(found[0], found[-1])


def _day(month: int, day: int, year: int | None, setting: Setting) -> str | None:
    if year is None and setting.anchor:
        return setting.anchor.day_in_year(month, day, ahead=setting.ahead)
    year = year or setting.year_nearby
    return f"{year}-{month:02}-{day:02}" if year else None


def _months(words: Sequence[Token], setting: Setting) -> str | None:
    year = year_said(words, setting)
    ahead = setting.ahead or _numbers(words, "l") == [1]
    found = [_month(month, year, setting, ahead=ahead) for month in _numbers(words, "M")]
    return _span(found[0], found[-1])


def _month(month: int, year: int | None, setting: Setting, *, ahead: bool) -> str | None:
    if year is None and setting.anchor:
        return setting.anchor.month_in_year(month, ahead=ahead)
    year = year or setting.year_nearby
    return f"{year}-{month:02}" if year else None


def _season(words: Sequence[Token], setting: Setting) -> str | None:
    season = _numbers(words, "S")[0]
    year = year_said(words, setting)
    if year is None and setting.anchor and (step := _numbers(words, "l")):
        # "Last summer" is the nearest one that was over; "this summer" is that of the anchor's year.
        began = (season - 21) * 3 + 3
        over = setting.anchor.last.month >= began + 3
        year = setting.anchor.last.year + (step[0] if step[0] >= 0 or not over else 0)
    return f"{year}-{season}" if year else None


def _relative(form: str, words: Sequence[Token], anchor: Anchor, *, ahead: bool) -> str | None:
    steps = _numbers(words, "l")
    step = steps[0] if steps else 0
    match form:
        case "relative_day":
            return anchor.days_away(_numbers(words, "r")[0])
        case "weekday":
            return anchor.weekday(_numbers(words, "W")[0], step=step, ahead=ahead)
        case "relative_year":
            return anchor.unit("year", _numbers(words, "R")[0])
        case "ago":
            return anchor.ago(_unit(words), how_long(words))
    unit = _unit(words)
    if unit == "week" and step == 0:
        return anchor.week_so_far()
    return anchor.unit(unit, step)


def _unit(words: Sequence[Token]) -> str:
    return next(token.sense.unit for token in words if token.sense.unit)


def _numbers(words: Sequence[Token], letters: str) -> list[int]:
    return [token.sense.number for token in words if token.sense.letter in letters]


def _span(first: str | None, last: str | None) -> str | None:
    return first if first == last or not last else f"{first}/{last}" if first else None
