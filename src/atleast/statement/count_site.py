"""A number where it stands in its sentence, with what it claims, and what it turns out to count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from atleast.model.words import Bound
from atleast.statement.count_nouns import PERSON, Noun
from atleast.statement.count_words import CountWords
from atleast.statement.numbers import Number

REACH = 60
"""How far before a number, in characters, its bound and links are looked for."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a number counts: its words, where they end, and its noun."""

    of: str
    end: int
    noun: Noun
    aside: bool = False
    """Whether it is only a part of what was counted before: "12 of them women"."""
    total: bool = False
    """Whether the text calls it their number: "the number of prisoners is 40"."""

    def at(self, end: int) -> Thing:
        """The same, counted by another number that ends there."""
        return replace(self, end=end, aside=False, total=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """What the words beside a number claim about the true one, and where those before it begin, those after it end."""

    bound: Bound
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Site:
    """A number of a stretch of text, and what is known when it is read."""

    text: str
    words: CountWords
    number: Number
    claim: Claim
    opens: int
    """Where its sentence begins."""
    closes: int
    last: Thing | None = None
    """What was counted before it in the stretch."""
    people: Thing | None = None
    """The last people who were counted before it in the stretch."""
    upper: Number | None = None
    """The next number."""

    @property
    def end(self) -> int:
        """Where the number ends with what is said of it."""
        return max(self.number.end, self.claim.end)

    @property
    def is_alone(self) -> bool:
        """Whether nothing follows that it could count."""
        return self.words.alone.match(self.text, self.number.end) is not None

    @property
    def has_last_in_sentence(self) -> bool:
        """Whether something was counted before it in its own sentence."""
        return self.last is not None and self.last.end > self.opens

    def before(self, pattern: re.Pattern[str], reach: int = REACH) -> re.Match[str] | None:
        """What a pattern finds shortly before the number and its bound, in the sentence."""
        return pattern.search(self.text, max(self.opens, self.claim.start - reach), self.claim.start)

    def after(self, pattern: re.Pattern[str], end: int | None = None) -> re.Match[str] | None:
        """What a pattern matches right after the number, or from `end` on, in the sentence."""
        return pattern.match(self.text, self.end if end is None else end, self.closes)

    def befell(self, end: int) -> bool:
        """Whether those counted, who end there, are whom something befell: "detained six", "six were detained"."""
        return self.after(self.words.fate, end) is not None or self.before(self.words.fate_before) is not None

    @property
    def anybody(self) -> Thing:
        """People of whom nothing more is told."""
        return Thing(self.words.anybody, self.end, PERSON)
