"""How long a penalty lasts at least, in days: "15 days", "2 years 6 months", "чотири роки колонії"."""

from __future__ import annotations

import re
from functools import cache

from atleast.source.characters import plain
from atleast.statement import lexicon

_WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*")
_UNITS, _NUMBERS = "term_units", "numbers"


def least_days(penalty: str, language: str) -> int | None:
    """The fewest days that a penalty can mean; None where it names no length of time (a fine, life, an unknown language).

    Of several numbers before one unit ("five and four years, respectively") the least counts. A month has 28 days, a year
    365; halves and hours beyond whole days are left out. Units that follow each other ("2 years 6 months") add up.
    """
    spoken = language.partition("-")[0]
    if spoken not in lexicon.languages(_UNITS):
        return None
    units, numbers = _units(spoken), _numbers(spoken)
    total, before = None, list[float]()
    for word in _WORD.findall(plain(penalty).lower()):
        if word in units:
            total = (total or 0) + int((min(before) if before else 1) * units[word])
            before = []
        elif (value := _value(word, numbers)) is not None:
            _add(before, value)
    return max(total, 1) if total is not None else None


def _add(before: list[float], value: float) -> None:
    """Take in a number; "twenty five" is one."""
    if before and before[-1] >= 20 and before[-1] % 10 == 0 and value < 10:
        before[-1] += value
    else:
        before.append(value)


def _value(word: str, numbers: dict[str, float]) -> float | None:
    return float(word.replace(",", ".")) if word[0].isdigit() else numbers.get(word)


@cache
def _units(language: str) -> dict[str, int]:
    """The days of each word for a unit of time."""
    return {word: int(entry.value) for entry in lexicon.load(language, _UNITS) for word in entry.words}


@cache
def _numbers(language: str) -> dict[str, float]:
    """The values of words for whole numbers."""
    return {
        word.lower(): float(entry.extra["number"])
        for entry in lexicon.load(language, _NUMBERS)
        if entry.value == "number" and "number" in entry.extra
        for word in entry.words
    }
