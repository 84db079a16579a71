"""Dates in words: EDTF as a reader of English says it."""

from __future__ import annotations

import re
from datetime import date

from atleast.model.edtf import is_edtf
from atleast.report.inline import Inline, Time, fill, verbatim, words

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_EDTF = re.compile(r"\d{4}(?:-\d\d){0,2}~?(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}~?))?|\.\./\d{4}(?:-\d\d){0,2}~?")


def spoken(edtf: str) -> Inline:
    """A date in words: "12 May 2023", "about 2023", "between 7 May 2023 and 12 May 2023". Raises ValueError if not EDTF."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first == "..":
        return fill("{last} or earlier", last=_point(last))
    if last == "..":
        return fill("{first} or later", first=_point(first))
    return fill("between {first} and {last}", first=_point(first), last=_point(last))


def spoken_day(day: date) -> Inline:
    """A day in words."""
    return spoken(day.isoformat())


def spoken_claim(claimed: str | None) -> Inline:
    """The date that a source claims: in words where it is EDTF, else as it stands; nothing where it claims none."""
    if claimed and is_edtf(claimed):
        return spoken(claimed)
    return verbatim(claimed)


def spoken_moment(moment: str) -> Inline:
    """A moment of the ledger in words: "12 May 2023, 09:30 UTC"."""
    day, clock = moment[:10], moment[11:16]
    said = spoken(day)[0]
    return (Time(moment, f"{said.text}, {clock} UTC"),) if isinstance(said, Time) else (Time(moment, moment),)


def with_dates(text: str) -> Inline:
    """The program's words with the EDTF dates in them put into words."""
    line: Inline = ()
    end = 0
    for match in _EDTF.finditer(text):
        said = spoken(match[0]) if is_edtf(match[0]) else verbatim(match[0])
        line += words(text[end : match.start()]) + said
        end = match.end()
    return line + words(text[end:])


def _point(edtf: str) -> Inline:
    if edtf.endswith("~"):
        return fill("about {date}", date=_point(edtf[:-1]))
    if not is_edtf(edtf):
        raise ValueError(f"{edtf!r} is not an EDTF date")
    year, *rest = edtf.split("-")
    if not rest:
        return (Time(year, year),)
    month = int(rest[0])
    if month in _SEASONS:
        return fill(_SEASONS[month] + " {year}", year=(Time(year, year),))
    named = f"{_MONTHS[month - 1]} {year}"
    return (Time(edtf, named if len(rest) == 1 else f"{int(rest[1])} {named}"),)
