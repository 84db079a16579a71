"""The penalties in a text: terms ("10 years in a penal colony"), fines, life and death.

A length of time is a penalty only in a sentence that speaks of one, and not where it says when or how old ("two years
ago", "24 years old").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Self

from atleast.statement import lexicon
from atleast.statement.found import Found, apart, either, stretch_of

_SUM = r"\d{1,3}(?:[ ,]\d{3})+|\d+(?:[.,]\d+)?"
_SUM_BEFORE = re.compile(rf"(?<![\w.,-])(?:{_SUM})\s(?:[^\W\d_]+\s)?$")
_SUM_AFTER = re.compile(rf"\s?(?:{_SUM})")
_REACH = 60
"""How long the number before a unit can be, in characters."""


def find_penalties(text: str, start: int, end: int, language: str, *, expected: bool = False) -> list[Found]:
    """The penalties of `text[start:end]`, in order and apart from each other.

    The span takes in where a term is served; `text` is the term alone. `expected` says that the stretch is known to
    tell of a penalty, as the cell of a table is. A language without a lexicon of penalties has none.
    """
    if language not in lexicon.languages("penalties"):
        return []
    words = _words(language)
    stretch = stretch_of(text, start, end)
    if not expected and not words.cue.search(stretch):
        return []
    whole = ((found.start(), found.end(), found.end()) for found in words.whole.finditer(stretch))
    return apart(
        Found(start + first, start + last, " ".join(text[start + first : start + core].split()))
        for first, core, last in chain(_terms(stretch, words), _fines(stretch, words), whole)
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    cue: re.Pattern[str]
    unit: re.Pattern[str]
    whole: re.Pattern[str]
    currency: re.Pattern[str]
    amounts: re.Pattern[str]
    """One or more numbers up to the end: "nine, seven and eight", "three and a half"."""
    place: re.Pattern[str]
    more: re.Pattern[str]
    """ "and six months", after a term."""
    no_term_after: re.Pattern[str]
    no_term_before: re.Pattern[str]

    @classmethod
    def of(cls, language: str) -> Self:
        """The patterns from the lexicons penalties and numbers."""
        words = {value: either(language, "penalties", value) for value in _VALUES}
        units, half = either(language, "numbers", "number"), either(language, "numbers", "half")
        number = rf"(?:\d{{1,2}}-\d{{1,2}}|\d{{1,3}}(?:[.,]\d)?|(?:{units})(?:-(?:{units}))?|{half})"
        amounts = rf"{number}(?:(?:\s*,\s*|,?\s+(?:{words['joins']})\s+|\s+){number})*"
        return cls(
            cue=re.compile(rf"(?<!\w)(?:{words['cue']})", re.IGNORECASE),
            unit=re.compile(rf"[\s-](?:{words['unit']})(?!\w)", re.IGNORECASE),
            whole=re.compile(rf"(?<!\w)(?:{words['whole']})(?!\w)", re.IGNORECASE),
            currency=re.compile(rf"(?<!\w)(?:{words['currency']})(?!\w)", re.IGNORECASE),
            amounts=re.compile(rf"(?<![\w.,-]){amounts}$", re.IGNORECASE),
            place=re.compile(rf"\s+(?:{words['place']})(?!\w)", re.IGNORECASE),
            more=re.compile(rf"(?:,?\s+(?:{words['joins']}))?\s+{number}\s(?:{words['unit']})(?!\w)", re.IGNORECASE),
            no_term_after=re.compile(rf"(?<!\w)(?:{words['not_after']})\s+$", re.IGNORECASE),
            no_term_before=re.compile(rf"[\s-](?:{words['not_before']})(?!\w)", re.IGNORECASE),
        )


_VALUES = ("unit", "whole", "currency", "cue", "place", "not_after", "not_before", "joins")


@cache
def _words(language: str) -> _Words:
    return _Words.of(language)


def _terms(stretch: str, words: _Words) -> Iterator[tuple[int, int, int]]:
    """Beginning, end without the place, and end of each term."""
    for unit in words.unit.finditer(stretch):
        amounts = _amounts(stretch, unit.start(), words)
        if amounts is None or words.no_term_before.match(stretch, unit.end()):
            continue
        if words.no_term_after.search(stretch, max(0, amounts - _REACH), amounts):
            continue
        more = words.more.match(stretch, unit.end())
        core = more.end() if more else unit.end()
        place = words.place.match(stretch, core)
        yield amounts, core, place.end() if place else core


def _fines(stretch: str, words: _Words) -> Iterator[tuple[int, int, int]]:
    """The same for sums of money: "840 rubles", "185,000 Belgravian rubles", "BYN 840"."""
    for currency in words.currency.finditer(stretch):
        after = _SUM_AFTER.match(stretch, currency.end()) if currency.group().isupper() else None
        before = _SUM_BEFORE.search(stretch, max(0, currency.start() - _REACH), currency.start())
        if after:
            yield currency.start(), after.end(), after.end()
        elif before:
            yield before.start(), currency.end(), currency.end()


def _amounts(stretch: str, end: int, words: _Words) -> int | None:
    """Where the numbers that end there begin."""
    found = words.amounts.search(stretch, max(0, end - _REACH), end)
    return found.start() if found else None
