"""What a date means, once its words are known: an EDTF string, as far as anything says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.edtf import is_edtf
from atleast.statement.anchor import Anchor
from atleast.statement.date_words import Token

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date may lean on where its own words do not say the year."""

    anchor: Anchor | None
    year_nearby: int | None
    """The year of the nearest date before it that has one."""
    ahead: bool
    """Whether its sentence speaks of what is to come."""
    base: str | None = None
    """The date before it, from which "the next day" and "two weeks later" are counted."""
    heading: int | None = None
    """A year that stands alone above: it is that of the dates below it."""


def year_said(words: Sequence[Token], setting: Setting) -> int | None:
    """The year that the words say: in digits, or as "last year" where that can be counted."""
    if years := _numbers(words, "y"):
        return years[-1]
    if (ago := _numbers(words, "R")) and _numbers(words, "M") and setting.anchor:
        year = setting.anchor.unit("year", ago[0])
        return int(year) if year else None
    if setting.base and _numbers(words, "E") and _numbers(words, "k"):
        return int(setting.base.rpartition("/")[2][:4])
    if _numbers(words, "k") and (steps := _numbers(words, "lL")) and setting.anchor:
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
            part = _edge(words) if form == "year" else None
            found = f"{years[0]}-{part:02}" if part else _span(str(years[0]), str(years[-1]))
        case "decade":
            decade = _numbers(words, "e")[0]
            found = f"{decade}/{decade + 9}"
        case "season":
            found = _season(words, setting)
        case "fraction" | "first_months":
            found = _months_from(form, words, year_said(words, setting))
        case "later" | "same" | "next":
            found = _hanging(form, words, setting.base)
        case _:
            found = _relative(form, words, setting.anchor, ahead=setting.ahead) if setting.anchor else None
    return found


def _days(words: Sequence[Token], setting: Setting) -> str | None:
    month = _numbers(words, "M")[0]
    days = _numbers(words, "dq")
    found = [_day(month, day, year_said(words, setting), setting) for day in (days[0], days[-1])]
    return _span(found[0], found[-1])


def _day(month: int, day: int, year: int | None, setting: Setting) -> str | None:
    year = year or setting.heading
    if year is None and setting.anchor:
        return setting.anchor.day_in_year(month, day, ahead=setting.ahead)
    year = year or setting.year_nearby
    return f"{year}-{month:02}-{day:02}" if year else None


def _months(words: Sequence[Token], setting: Setting) -> str | None:
    year = year_said(words, setting)
    ahead = setting.ahead or _numbers(words, "L") == [1]
    found = [_month(month, year, setting, ahead=ahead) for month in _numbers(words, "M")]
    return _span(found[0], found[-1])


def _month(month: int, year: int | None, setting: Setting, *, ahead: bool) -> str | None:
    year = year or setting.heading
    if year is None and setting.anchor:
        return setting.anchor.month_in_year(month, ahead=ahead)
    year = year or setting.year_nearby
    return f"{year}-{month:02}" if year else None


def _edge(words: Sequence[Token]) -> int | None:
    """The month that the beginning or the end of a year is: 1, 12, or None where the words say neither."""
    return next(
        (token.sense.number for token in words if token.sense.letter == "p" and token.sense.number in {1, 12}), None
    )


def _months_from(form: str, words: Sequence[Token], year: int | None) -> str | None:
    """ "The second half of 2030", "the first quarter", "the first four months": months from one to another."""
    count = _numbers(words, "nd")[0] if form == "first_months" else _numbers(words, "h")[0]
    first = (_numbers(words, "q")[0] - 1) * count + 1
    last = first + count - 1
    return f"{year}-{first:02}/{year}-{last:02}" if year and last <= _MONTHS else None


def _hanging(form: str, words: Sequence[Token], base: str | None) -> str | None:
    """A date counted from the one before it; of a time that has an end, from its end."""
    anchor = Anchor.of(base.rpartition("/")[2] if base else None, "")
    if anchor is None:
        return None
    if form == "same" and _numbers(words, "nd"):
        return base
    unit = next((token.sense.unit for token in words if token.sense.unit), "day")
    step = {"same": 0, "next": 1}.get(form)
    if step is None:
        back = any(token.sense.letter == "p" and token.sense.number < 0 for token in words)
        step = (how_long(words) or 1) * (-1 if back else 1)
    if unit == "week":
        return anchor.days_away(7 * step)
    return anchor.unit(unit, step)


def _season(words: Sequence[Token], setting: Setting) -> str | None:
    season = _numbers(words, "SY")[0]
    year = year_said(words, setting)
    if year is None and setting.anchor:
        # "Last summer" is the nearest one that was over; "this summer" is that of the anchor's year; "in summer" has begun.
        step = (_numbers(words, "lL") or [-1])[0]
        began = (season - 21) * 3 + 3
        is_bare = not _numbers(words, "lL")
        over = setting.anchor.last.month >= began + (0 if is_bare else 3)
        year = setting.anchor.last.year + (step if step >= 0 or not over else 0)
        year += is_bare and setting.ahead and over is False
    return f"{year}-{season}" if year else None


def _relative(form: str, words: Sequence[Token], anchor: Anchor, *, ahead: bool) -> str | None:
    steps = _numbers(words, "lL")
    step = steps[0] if steps else 0
    found: str | None
    match form:
        case "relative_day":
            found = anchor.days_away((_numbers(words, "r") or steps)[0])
        case "day_of_month":
            found = anchor.day_of_month(_numbers(words, "d")[0], ahead=ahead)
        case "weekday":
            found = anchor.weekday(_numbers(words, "W")[0], step=step, ahead=ahead)
        case "relative_year":
            found = anchor.unit("year", _numbers(words, "R")[0])
        case "ago":
            found = anchor.ago(_unit(words), how_long(words))
        case "past":
            found = anchor.past(_unit(words), how_long(words) or 1)
        case "part_of":
            whole, part = anchor.unit(_unit(words), 0), _edge(words)
            found = f"{whole}-{part:02}" if whole and part and _unit(words) == "year" else whole
        case _ if _unit(words) == "week" and step == 0:
            found = anchor.week_so_far()
        case _:
            found = anchor.unit(_unit(words), step)
    return found


def _unit(words: Sequence[Token]) -> str:
    return next(token.sense.unit for token in words if token.sense.unit)


def _numbers(words: Sequence[Token], letters: str) -> list[int]:
    return [token.sense.number for token in words if token.sense.letter in letters]


def _span(first: str | None, last: str | None) -> str | None:
    return first if first == last or not last else f"{first}/{last}" if first else None
