"""What the words of one cell of a list mean, by the heading that they stand under: a day, a sex, a state, a designation."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from atleast.model.edtf import is_edtf
from atleast.source.characters import plain
from atleast.source.months import parse_date
from atleast.statement import lexicon

NONE, UNKNOWN = "none", "unknown"
"""What a state is where words say that nothing follows from it, and where they say that it is not known."""
RECOGNISED = "recognised"
_OUTSIDE = frozenset({UNKNOWN, "release", "pardon", "exile", "deportation", "death_in_custody"})
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_DAY_ZERO = date(1899, 12, 30)
"""The day that Excel counts from, its 29 February 1900 included, which never was."""
_MONTH_AND_YEAR = re.compile(r"(?:[0?xX]{1,2}[./-])?(?P<month>\d\d?)[./-](?P<year>\d{4})")
_YEAR_ALONE = re.compile(r"(?:[0?xX]{1,2}[./-]){2}(?P<year>\d{4})")
_FROM_THE_YEAR = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d|[0?xX]{2})(?:-[0?xX]{2})?")
_AROUND_A_YEAR = re.compile(r"\s*(?:г|р|н|y)\.?(?:\s*(?:р|н)\.?)?$", re.IGNORECASE)


def day_of(words: str, language: str | None) -> str | None:
    """The EDTF date that a cell is, or None: whole or partial ("1985", "03.1985", "00.00.1985"), or a number of Excel's.

    Such a number has five digits, and counts days from the end of 1899: 31058 is 11 January 1985.
    """
    text = " ".join(words.split())
    if serial := _SERIAL.fullmatch(text):
        return (_DAY_ZERO + timedelta(days=int(serial[1]))).isoformat()
    return parse_date(text, language) or _partial(_AROUND_A_YEAR.sub("", text))


def _partial(text: str) -> str | None:
    if match := _YEAR_ALONE.fullmatch(text):
        return match["year"]
    match = _MONTH_AND_YEAR.fullmatch(text) or _FROM_THE_YEAR.fullmatch(text)
    if match is None:
        return text if re.fullmatch(r"(?:18|19|20)\d\d", text) else None
    month = match["month"]
    edtf = f"{match['year']}-{int(month):02}" if month.isdecimal() and int(month) else match["year"]
    return edtf if is_edtf(edtf) else None


def sex_of(words: str, language: str) -> str | None:
    """ "female" or "male", where a cell says either; None where it says anything else."""
    return _whole("sexes", language).get(_cell(words)) or _whole("sexes", "en").get(_cell(words))


def designation_of(words: str, language: str) -> str | None:
    """`RECOGNISED` where the whole of a cell says that the list recognises a person, now or before; `NONE` where not.

    None where it says anything else. A designation is the list's own, and says nothing of where the person is.
    """
    return _whole("designations", language).get(_cell(words)) or _whole("designations", "en").get(_cell(words))


def state_of(words: str, language: str) -> str | None:
    """What the words of a cell say about where a case stands: the value of the first words in it that a lexicon knows."""
    text = plain(words)
    found = [
        (match.start(), -match.end(), value) for pattern, value in _states(language) if (match := pattern.search(text))
    ]
    return min(found)[2] if found else None


def instead_of_facility(words: str, language: str) -> str | None:
    """The state that a cell under "prison" tells in place of one ("released", "unknown"); None where it names one.

    A facility has a number or a name of its own, and so a digit or a capital within.
    """
    if any(letter.isdigit() or letter.isupper() for letter in words[1:]):
        return None
    state = state_of(words, language)
    return state if state in _OUTSIDE else None


def _cell(words: str) -> str:
    return " ".join(plain(words).lower().split()).rstrip(".;,")


@cache
def _whole(name: str, language: str) -> dict[str, str]:
    entries = lexicon.load(language, name) if language in lexicon.languages(name) else ()
    return {_cell(word): entry.value for entry in entries for word in entry.words}


@cache
def _states(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    words = [(word, entry.value) for entry in lexicon.load(language, "statuses") for word in entry.words]
    longest_first = sorted(words, key=lambda item: (-len(item[0]), item[0]))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE), value) for word, value in longest_first
    )
