"""A text as the words that dates are made of: one letter for each word, so that a date is a pattern over letters.

"on 14 July 2021 a court" becomes "jdMynz": a preposition, a day number, a month, a year, a number word, any other word.
The letters are the same in every language, so that one grammar reads all of them; the words come from the lexicon `dates`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from atleast.source.months import month_of, month_words
from atleast.statement import lexicon
from atleast.statement.found import stretch_of

LETTERS = {
    "weekday": "W",
    "season": "S",
    "relative_day": "r",
    "relative_year": "R",
    "unit": "u",
    "step": "l",
    "next": "L",
    "ago": "a",
    "part": "p",
    "number": "n",
    "several": "m",
    "ordinal": "q",
    "of": "o",
    "the": "t",
    "and": "&",
    "since": "s",
    "between": "b",
    "until": "U",
    "as_of": "A",
    "by": "B",
    "within": "i",
    "on": "j",
    "vote": "v",
    "year_word": "k",
    "year_sign": "K",
    "future": "F",
    "day_part": "N",
    "same": "E",
    "too": "H",
    "following": "w",
    "through": "Q",
    "past": "c",
    "day_of_month": "C",
    "fraction": "h",
    "in_season": "Y",
}
"""The part that a word plays, as the lexicon calls it, and its letter.

Besides these: M month, d number of a day, y year, e decade, x a whole date in digits, g the unit "day", Z a blank line;
the marks `-,./()` stand for themselves (any dash is `-`), and z is anything else.
"""

_MARKS = "-,./()"
_DASHES = "\u2013\u2014"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LAST_CENTURY_FROM = 69
_YEARS = range(1900, 2100)
# Asterisks are passed over: in Markdown they stand around words without meaning anything.
_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*)
    | (?P<mark>[^\w\s*])
    | (?P<roman>\d{1,2}\.(?:I{1,3}|I?V|VI{1,3}|I?X|XI{0,2})\.(?:\d{4}|\d\d))(?!\w)
    | (?P<iso>\d{4}-\d\d-\d\d)(?!\d)
    | (?P<numeric>\d{1,2}(?P<sign>[./])\d{1,2}(?P=sign)\d{4} | \d\d\.\d\d\.\d\d | \d\d/\d\d/\d\d)(?!\d|[./]\d)
    | (?P<decade>(?:(?:19|20)\d0|[2-9]0)(?:s|-?[хx]))(?!\w)
    | (?P<number>\d+(?:[.,:]\d+)*)(?:-?(?:st|nd|rd|th|го|га|му|м|й|е|m|ha|hu|h)(?!\w))?
    | (?P<blank>\n\s*\n)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word means in a date: its letter, its number, and the unit of time that it names."""

    letter: str
    number: int = 0
    unit: str = ""
    iso: str | None = None
    """The whole date, where the word is one."""


class Token(NamedTuple):
    """One word and where it stands. A tuple, since every word of every text becomes one."""

    start: int
    end: int
    sense: Sense


_OTHER = Sense("z")
_BLANK = Sense("Z")
_PLAIN_KINDS = frozenset({"word", "mark"})


def tokens_of(text: str, start: int, end: int, language: str) -> list[Token]:
    """The words of `text[start:end]`, in order, with offsets into `text`."""
    known = _senses(language)
    found = []
    for match in _TOKEN.finditer(stretch_of(text, start, end)):
        words = match.group()
        sense = known.get(words) or known.get(words.lower())
        if sense is None:
            sense = _OTHER if match.lastgroup in _PLAIN_KINDS else _digits(match)
        first, last = match.span()
        found.append(Token(start + first, start + last, sense))
    return found


@cache
def _senses(language: str) -> dict[str, Sense]:
    """The words of a language. Names of months in English are so only with a capital: "may" and "march" are verbs."""
    senses = {mark: Sense(mark) for mark in _MARKS} | {dash: Sense("-") for dash in _DASHES}
    for word in month_words(language):
        sense = Sense("M", month_of(word, language) or 0)
        if language == "en":
            senses |= {word.capitalize(): sense, word.upper(): sense}
        else:
            senses[word] = sense
    for entry in lexicon.load(language, "dates"):
        unit = entry.extra.get("unit", "year" if entry.value == "year_word" else "")
        letter = "g" if unit == "day" else LETTERS[entry.value]
        sense = Sense(letter, int(entry.extra.get("number", 0)), unit)
        senses |= dict.fromkeys(entry.words, sense)
    return senses


def _digits(match: re.Match[str]) -> Sense:
    """A number, a blank line, a decade, or a date written in digits."""
    words = match.group()
    match match.lastgroup:
        case "number":
            return _number(match["number"])
        case "blank":
            return _BLANK
        case "decade":
            years = int(re.sub(r"\D", "", words))
            return Sense("e", years if years >= _YEARS.start else 1900 + years)
        case "roman":
            day_, month_, year_ = words.split(".")
            return _whole((_in_full(int(year_)), _ROMAN.index(month_) + 1, int(day_)))
        case "iso":
            year, month, day = map(int, words.split("-"))
            return _whole((year, month, day))
        case _:
            first, second, year = map(int, re.findall(r"\d+", words))
            year = _in_full(year)
            return _whole((year, second, first), (year, first, second))


def _in_full(year: int) -> int:
    """A year of two digits is one of 1969 to 2068, as in POSIX."""
    return year if year >= 100 else year + (1900 if year >= _LAST_CENTURY_FROM else 2000)


def _number(digits: str) -> Sense:
    if digits.isdecimal() and len(digits) <= 4:
        value = int(digits)
        if len(digits) == 4 and value in _YEARS:
            return Sense("y", value)
        if len(digits) <= 2 and 1 <= value <= 31:
            return Sense("d", value)
    return _OTHER


def _whole(*orders: tuple[int, int, int]) -> Sense:
    """The first of the orders of year, month and day that is a day of the calendar: day before month, where it can be."""
    for year, month, day in orders:
        try:
            return Sense("x", iso=date(year, month, day).isoformat())
        except ValueError:
            continue
    return _OTHER
