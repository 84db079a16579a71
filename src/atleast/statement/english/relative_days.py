"""Days that are counted from another day of the text: "two days later", "the same night", "the day before", "during the year"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from atleast.model.statement import When
from atleast.statement.dates import Dated, DateKind

_COUNTS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_PART_OF_DAY = r"(?:day|morning|afternoon|evening|night)"
_EXPRESSION = re.compile(
    rf"(?<!\w)(?:(?P<same>(?:the|that)\s+same\s+{_PART_OF_DAY})|(?P<next>the\s+(?:next|following)\s+{_PART_OF_DAY})"
    rf"|(?P<before>the\s+(?:day|night)\s+before)(?!\s+(?:the|his|her|their|a))"
    r"|(?:(?<=during\s)|(?<=over\s)|(?<=throughout\s))(?P<year>the\s+year)(?!\s+(?:of|before|to|\d))"
    rf"|(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\s+(?P<unit>day|week)s?\s+later)(?!\w)",
    re.IGNORECASE,
)
_A_DAY = 10


def days_counted_on(text: str, start: int, end: int, dates: Sequence[Dated]) -> Iterator[Dated]:
    """The days of `text[start:end]` that are counted from the date before them; `dates` are those found, in order."""
    known = [(one.start, one.when.edtf) for one in dates if one.when is not None]
    for found in _EXPRESSION.finditer(text, start, end):
        place = bisect_left(known, (found.start(), ""))
        day = _counted(found, known[place - 1][1]) if place else None
        if day is not None:
            known.insert(place, (found.start(), day))
            kind = DateKind.PERIOD if found["year"] else DateKind.DAY
            yield Dated(found.start(), found.end(), When(day, found.group()), kind)


def _counted(found: re.Match[str], reference: str) -> str | None:
    if found["year"]:
        return reference[:4] if reference[:4].isdigit() else None
    if found["same"]:
        return reference
    if len(reference) != _A_DAY:
        return None
    step = 1 if found["next"] else -1 if found["before"] else _steps(found)
    try:
        return (date.fromisoformat(reference) + timedelta(days=step)).isoformat()
    except (OverflowError, ValueError):
        return None


def _steps(found: re.Match[str]) -> int:
    count = found["count"].lower()
    return (_COUNTS.get(count) or int(count)) * (7 if found["unit"].lower() == "week" else 1)
