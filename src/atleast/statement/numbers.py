"""Numbers as people write them: 1,486 and 1 486, "twenty-one", "a thousand", "1.5 thousand", "hundreds of thousands".

Only numbers of things are found: years and dates, ages, articles, money, shares, times, ordinals and the numbering of
lists are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from atleast.statement import lexicon
from atleast.statement.dates import Dated, find_dates
from atleast.statement.found import stretch_of

_DIGITS = (
    r"(?=\d)(?<![\w.,:/#№+])(?<!(?<!\d)-)"  # not within a word, a decimal or a date; the second of a range
    r"(?:\d{1,3}(?:[ ,.']\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?[kкKК]?)"
    r"(?:-(?:т[иі]|м[иі]?|[её]?х|рых|ма|ох)\b)?"  # "12-ти", "3-х"
    r"(?![:/]\d|[.,]\d|\d|[-.]?(?:st|nd|rd|th|й|я|е|го|га|му)\b|[^\W\d_])"
)
# "1. " and "1) " at the beginning of a line number the items of a list.
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t]*\(?\d{1,3}[.)]\s", re.MULTILINE)
_GAP = re.compile(r"\s*-?\s*")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.']\d{3})+")
_ENDING = re.compile(r"-\w+$")
_THOUSANDS = "kкKК"

# What a word of a number may stand after: "" is the beginning. "Of" joins vague words only: "hundreds of thousands".
_AMOUNTS = {"", "number", "digits"}
_MAY_FOLLOW = {
    "number": _AMOUNTS - {"digits"} | {"scale", "vague", "and"},
    "digits": {"", "scale", "vague", "and"},
    "scale": _AMOUNTS | {"scale", "vague", "half", "of", "several", "article"},
    "vague": _AMOUNTS | {"vague", "half", "of", "several"},
    "half": _AMOUNTS | {"and", "article"},
    "and": _AMOUNTS - {""} | {"scale"},
    "of": {"vague"},
    "article": {"", "and", "half"},
    "several": {""},
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start:end]`. It is vague where the words only say how large it is at least ("hundreds")."""

    start: int
    end: int
    value: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """One word or group of digits of a number: what it does to the value, and its own value."""

    start: int
    end: int
    role: str
    value: Fraction
    scaled: Fraction


def find_numbers(text: str, start: int, end: int, language: str, dates: Sequence[Dated] | None = None) -> list[Number]:
    """The numbers of things in `text[start:end]`, in order and apart from each other.

    `dates` are those that `find_dates` gave for the stretch, if the caller has them. A language without a lexicon of
    numbers has no numbers here.
    """
    if language not in lexicon.languages("numbers"):
        return []
    stretch = unmarked(stretch_of(text, start, end))
    words = _words(stretch, language)
    if not words:
        return []
    if dates is None:
        dates = find_dates(text, start, end, None, language)
    taken = [(dated.start - start, dated.end - start) for dated in dates]
    taken += [match.span() for match in _LIST_NUMBER.finditer(stretch)]
    free = [word for word in words if not any(word.start < last and first < word.end for first, last in taken)]
    before, after = _neighbours(language)
    return [
        Number(start + number.start, start + number.end, number.value, number.vague)
        for number in _assembled(free, stretch)
        if not before.search(stretch, max(0, number.start - 24), number.start) and not after.match(stretch, number.end)
    ]


def may_have_numbers(text: str, start: int, end: int, language: str) -> bool:
    """Whether `text[start:end]` has any words or digits that numbers are made of; quicker than to find the numbers."""
    return bool(_words(unmarked(stretch_of(text, start, end)), language))


def unmarked(stretch: str) -> str:
    """A stretch without the asterisks that Markdown puts around words; as long as it was."""
    return stretch.replace("*", " ")


@lru_cache(maxsize=16)
def _words(stretch: str, language: str) -> list[_Word]:
    pattern, known = _vocabulary(language)
    found = []
    for match in pattern.finditer(stretch):
        words = match.group()
        if match.lastgroup == "digits":
            value = _of_digits(words)
            found.append(_Word(match.start(), match.end(), "digits", value, value))
        elif meaning := known.get(words) or known.get(words.lower()):
            role, value, scaled = meaning
            found.append(_Word(match.start(), match.end(), role, value, scaled))
    return found


def _of_digits(written: str) -> Fraction:
    digits = _ENDING.sub("", written)
    if _GROUPED.fullmatch(digits):
        return Fraction(re.sub(r"\D", "", digits))
    times = 1000 if digits[-1] in _THOUSANDS else 1
    return Fraction(digits.rstrip(_THOUSANDS).replace(",", ".")) * times


@cache
def _vocabulary(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, Fraction, Fraction]]]:
    """The pattern of whatever a number may be made of, and what each word of a number does."""
    known: dict[str, tuple[str, Fraction, Fraction]] = {}
    for entry in lexicon.load(language, "numbers"):
        value = Fraction(entry.extra.get("number", "1"))
        known |= dict.fromkeys(entry.words, (entry.value, value, Fraction(entry.extra.get("scaled", value))))
    phrases = "".join(rf"(?i:{re.escape(words)})\b|" for words in sorted(known) if " " in words)
    return re.compile(rf"(?P<digits>{_DIGITS})|\b(?:{phrases}[^\W\d_]+(?:'[^\W\d_]+)*)"), known


@cache
def _neighbours(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What before a number, and what after it, makes it no number of things; `*` stands for any ending."""
    sides: dict[str, list[str]] = {"before": [], "after": []}
    for entry in lexicon.load(language, "number_neighbours"):
        sides[entry.extra["place"]] += entry.words
    before, after = (
        "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(side, key=len, reverse=True))
        for side in sides.values()
    )
    return (
        re.compile(rf"(?:(?<!\w)|(?<=[A-Z])(?=[$€£]))(?:{before})\.?\s*(?:\d[\d.,-]*(?:,| and|-)\s*)?$", re.IGNORECASE),
        re.compile(rf"\s*-?(?:{after})(?!\w)", re.IGNORECASE),
    )


def _assembled(words: Iterable[_Word], stretch: str) -> list[Number]:
    """The numbers that the words make, joined where they stand together and the next one can go on with the last."""
    numbers: list[Number] = []
    sum_ = _Sum()
    for word in words:
        if sum_.words and not (_adjoin(sum_.words[-1], word, stretch) and sum_.takes(word)):
            numbers += sum_.result()
            sum_ = _Sum()
        if sum_.takes(word):
            sum_.add(word)
    return numbers + sum_.result()


def _adjoin(one: _Word, two: _Word, stretch: str) -> bool:
    return _GAP.fullmatch(stretch, one.end, two.start) is not None


class _Sum:
    """A number while its words come in."""

    def __init__(self) -> None:
        self.words: list[_Word] = []
        self._total = Fraction(0)
        self._part = Fraction(0)
        self._room = Fraction(10**12)
        """What is still to come must be below this: "twenty" leaves room for "one", "one" for nothing."""
        self._vague = False

    def takes(self, word: _Word) -> bool:
        """Whether a number that has come so far can go on with the word."""
        last = self.words[-1].role if self.words else ""
        if last not in _MAY_FOLLOW[word.role]:
            return False
        return word.role not in {"number", "digits"} or (not self._vague and word.value < self._room)

    def add(self, word: _Word) -> None:
        self.words.append(word)
        match word.role:
            case "number" | "digits" | "half":
                self._add(word)
                self._room = _room_after(word) if word.role == "number" else Fraction(0)
            case "scale" | "vague":
                self._vague |= not self._part and (word.role == "vague" or self.words[0].role == "several")
                self._scale(word)
            case _:
                pass

    def _add(self, word: _Word) -> None:
        # "A dozen and a half" is half a dozen more.
        scale = next((one for one in reversed(self.words[:-1]) if one.role not in {"and", "article"}), word)
        self._part += word.value * (scale.value if word.role == "half" and scale.role == "scale" else 1)

    def _scale(self, word: _Word) -> None:
        # "Dozens of thousands": the first vague word has not been scaled up yet.
        first = self.words[0]
        if self._vague and first is not word and first.role == "vague":
            self._total = first.scaled * word.value
            return
        part = (self._part or 1) * word.value
        if word.value < 1000 and word.role == "scale":
            self._part, self._room = part, word.value
        else:
            self._total, self._part, self._room = self._total + part, Fraction(0), word.value

    def result(self) -> list[Number]:
        """The number, without words at its end that only would have joined it to another; none if that leaves nothing."""
        words = list(self.words)
        while words and words[-1].role in {"and", "of", "article", "several"}:
            words.pop()
        value = self._total + self._part
        if not words or value.denominator != 1 or value == 0 or all(word.role == "half" for word in words):
            return []
        return [Number(words[0].start, words[-1].end, int(value), self._vague)]


def _room_after(word: _Word) -> Fraction:
    """A word for a round number leaves room for a smaller one: hundreds for tens and units, tens from 20 for units."""
    if word.value >= 100:
        return Fraction(100)
    return Fraction(10) if word.value >= 20 and word.value % 10 == 0 else Fraction(0)
