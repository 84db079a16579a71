"""Datelines: "Port Sella/12.05.23/Meridian:", "VELGRAD (Reuters) -", "ВЕЛЬГРАД, 3 мая — БелаПАН.", "BAKU, July 3. /TASS/".

A dateline is believed only with the punctuation that ends one and with something that a sentence would not have there: a
date, a known agency, or a place in capitals.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from atleast.source.characters import plain
from atleast.source.months import month_words, parse_date

_DATA = Path(__file__).with_name("words") / "datelines.toml"
_LONGEST = 160
"""Characters from the start of a paragraph within which its dateline ends."""
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĐĒĖĘĢĪĶŁĻŃŅŌŚŠŪŬŹŻŽƏİŞĞА-ЯЁЎІЇЄҐ]"


@dataclass(frozen=True, slots=True)
class Dateline:
    """`[0:length]` of a paragraph, and what it says; None for what it does not say."""

    length: int
    place: str | None = None
    date: str | None = None
    """EDTF; None where the dateline gives no year."""
    agency: str | None = None
    alone: bool = False
    """Whether it is a line of its own without an agency: then its "place" may be an outlet (see `masthead`)."""


def dateline_at_start(paragraph: str, language: str | None = None) -> Dateline | None:
    """The dateline that the paragraph begins with, spaces after it included, or None."""
    head = plain(paragraph[:_LONGEST]).replace("\r", " ").replace("\n", " ")
    for form in _forms():
        match = form.match(head)
        if match and _believable(found := match.groupdict()):
            agency = found.get("agency")
            rest = paragraph[match.end() :].strip()
            return Dateline(
                length=match.end(),
                place=_as_place(found.get("place")),
                date=parse_date(found.get("date") or "", language),
                agency=paragraph[match.start("agency") : match.end("agency")].strip() if agency else None,
                alone=not agency and not rest,
            )
    return None


def _believable(found: dict[str, str | None]) -> bool:
    place, agency = found.get("place"), found.get("agency")
    known = agency is not None and agency.strip(" .").lower() in dateline_words("agencies")
    if place is None:
        return known
    words = place.lower().rstrip(".").replace(",", " ").split()
    if words[0] in dateline_words("not_first") or " ".join(words) in dateline_words("not_places"):
        return False
    return bool(found.get("date") or known or _in_capitals(place))


def _in_capitals(place: str) -> bool:
    first = place.partition(",")[0]
    return first.isupper() and len(first) > 2


def _as_place(place: str | None) -> str | None:
    """The place with an all-capital name written as names are: MINSK is Minsk, but D.C. stays."""
    if place is None:
        return None
    words = (word.title() if len(word) > 2 and word.isupper() and "." not in word else word for word in place.split())
    return " ".join(words)


@cache
def dateline_words(key: str) -> frozenset[str]:
    """A list of words/datelines.toml by its name."""
    data: dict[str, list[str]] = tomllib.loads(_DATA.read_text("utf-8"))
    return frozenset(data[key])


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    month = r"(?i:(?:" + "|".join(map(re.escape, month_words())) + r")\b\.?)"
    year = r"(?:,? \d{4}(?: (?:года|году|года|року|hoda|hodu|г\.|р\.|h\.))?)"
    day = rf"\d{{1,2}} {month}{year}?|{month} \d{{1,2}}{year}?"
    date = rf"(?P<date>\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|{day})"
    word = rf"(?!{month}){_CAPITAL}[\w.'-]*"
    name = rf"{word}(?:[ -](?:{word}|am|na|on|upon|на|над)){{0,4}}"
    place = rf"(?P<place>{name}(?:, {name})?)"
    city = rf"(?P<place>{name})"
    agency = rf"(?P<agency>{_CAPITAL}[\w-]+(?: {_CAPITAL}[\w-]+)?)"
    in_brackets = r"\((?P<agency>[^()\d]{2,40}?)(?:[,;] [^()]{3,25})?\)"
    in_slashes = r"/(?P<agency>[^/\d]{2,30})/"
    dash = r"[-\u2013\u2014]"
    forms = (
        rf"{city} ?/ ?{date} ?/ ?(?P<agency>[^/:\d]{{2,40}}?) ?[:.]",  # Port Sella/12.05.23/Meridian:
        rf"{place}(?:,? {date})?\.? ?{in_brackets} ?(?:{dash}|[:.]){{1,2}}",  # VELGRAD, 3 May (Reuters) -
        rf"{place}(?:,? {date})?\.? ?{dash}? ?{in_slashes}[.:]?(?: ?{dash})?",  # VELGRAD, May 3. /TASS/
        rf"{place} \({date}\) ?(?:{dash}|[:.])",  # VELGRAD (3 May 2023) -
        rf"{place},? {date}\.? ?(?:{dash}|\.) ?{agency}[.:](?=\s|$)",  # ВЕЛЬГРАД, 3 мая — БелаПАН.
        rf"{place}, {date} ?(?:{dash}|:|\.(?=\s+{_CAPITAL}))",  # Velgrad, 3 May 2023:
        rf"[*_]{{0,3}}(?P<place>{_CAPITAL}[^\d,.;:!?]{{1,60}}), {date}\.?[*_]{{0,3}}(?=\s*$)",  # Velgrad, 3 May 2023
        rf"{city} (?:{dash})(?=\s+[\"']?{_CAPITAL})",  # VELGRAD - A court
        rf"{date},? {agency}[.:](?=\s)",  # May 12, BelTA.
    )
    return tuple(re.compile(rf"[\s\ufeff]*{form}\s*") for form in forms)
