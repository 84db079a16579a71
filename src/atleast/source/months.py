"""Months and full dates in English, Russian, Belarusian (both scripts) and Ukrainian.

The names are data, in `words/months.toml`. Only dates that say their year are dates here: what "3 May" or "Thursday"
means is for whoever knows the day on which the text was published.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("words") / "months.toml"
# POSIX: 69 to 99 are of the last century.
_LAST_CENTURY_FROM = 69
_CYRILLIC = frozenset({"ru", "be", "uk"})

# What may stand around a date without being part of what it says: a weekday, an article, "года", "р.", "UTC".
_BEFORE = r"(?:[^\W\d]+\.?,\s+)?(?:on\s+)?"
_AFTER = r"(?:\s*(?:году|года|годзе|год|гг?|года|року|рік|році|р|hoda|hodu|h)\b\.?)?"
_TIME = r"(?:,?\s+(?:at\s+|в\s+|у\s+|о\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s*(?:am|pm|a\.m\.|p\.m\.|utc|gmt))?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|-?го|-?га)?"
_YEAR = r"(?P<year>\d{4})(?:-?(?:го|га|м|й))?"
_FORMS = tuple(
    re.compile(_BEFORE + form + _AFTER + _TIME + r"\.?", re.IGNORECASE)
    for form in (
        rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?(?P<month>[^\W\d]+)\.?,?\s+{_YEAR}",
        rf"(?P<month>[^\W\d]+)\.?\s+{_DAY},?\s+{_YEAR}",
        rf"(?P<month>[^\W\d]+)\.?,?\s+{_YEAR}",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)(?!\d)",
        r"(?P<year>\d{4})[./](?P<number>\d{1,2})[./](?P<day>\d{1,2})(?!\d)",
    )
)
_ISO = re.compile(r"(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:\d\d\S*(?: ?[+-]\d\d:?\d\d| UTC| GMT)?)?")
_SLASHED = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)")


def month_of(word: str, language: str | None = None) -> int | None:
    """The month, 1 to 12, that a word names in any case or usual abbreviation, or None.

    `language` (en, ru, be, be-Latn, uk) looks in that language only: "мае" is May in Russian and "has" in Belarusian. Any
    other looks in all five.
    """
    return _months(language).get(_folded(word))


def month_words(language: str | None = None) -> tuple[str, ...]:
    """Every form that `month_of` knows, longest first: for building patterns."""
    return tuple(sorted(_months(language), key=lambda word: (-len(word), word)))


def parse_date(text: str, language: str | None = None) -> str | None:
    """The EDTF date that the whole of `text` is, or None.

    Dotted dates are day.month.year everywhere. Slashed dates are read where only one order is possible, or where the
    language (ru, be, uk) leaves no doubt. Two-digit years are of 1969 to 2068. A month with a year gives "2023-05".
    """
    words = " ".join(text.split())
    if iso := _ISO.fullmatch(words):
        return _valid(*iso["date"].split("-"))
    if slashed := _SLASHED.fullmatch(words):
        return _from_slashes(slashed["first"], slashed["second"], slashed["year"], language)
    for form in _FORMS:
        if match := form.fullmatch(words):
            found = match.groupdict()
            # A page in one language may carry its date in another.
            month = found.get("number") or month_of(found["month"], language) or month_of(found["month"])
            if month:
                return _valid(found["year"], str(month), found.get("day"))
    return None


def _from_slashes(first: str, second: str, year: str, language: str | None) -> str | None:
    by_day = _valid(year, second, first)
    by_month = _valid(year, first, second)
    if by_day and by_month and by_day != by_month:
        return by_day if language in _CYRILLIC else None
    return by_day or by_month


def _valid(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The EDTF string of a date that exists, or None."""
    full_year = int(year)
    if len(year) == 2:
        full_year += 1900 if full_year >= _LAST_CENTURY_FROM else 2000
    try:
        exact = date(full_year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    return exact.isoformat()[: 10 if day else 7 if month else 4]


def _folded(word: str) -> str:
    return word.strip().rstrip(".").lower().replace("ё", "е")


@cache
def _months(language: str | None) -> dict[str, int]:
    languages: dict[str, dict[str, str]] = tomllib.loads(_DATA.read_text("utf-8"))
    chosen = (languages[language],) if language in languages else languages.values()
    return {form: int(month) for months in chosen for month, forms in months.items() for form in forms.split()}
