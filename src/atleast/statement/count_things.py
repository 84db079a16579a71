"""What a number counts: the noun beside it, or the one that it stands for ("12 of them", "another 14", "34 are in custody")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from atleast.model.words import Bound
from atleast.statement.count_nouns import PERSON, Noun
from atleast.statement.count_words import CountWords
from atleast.statement.numbers import Number

REACH = 60
"""How far before a number, in characters, its bound and links are looked for."""
_MODIFIERS = 3
_SIZEABLE, _LARGE = 100, 1000
"""From here on a number in digits that stands alone with a bound counts what was named before."""
_SHORT = 10
_MANY_ENOUGH = 5
""" "All four" are those just named; "all 34" is a count."""
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
_DIGIT = re.compile(r"\d")
# "members of the Lamp centre": up to four words that belong to a name.
_OF_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,3}")
_OPENING = re.compile(r"\s+[\"'(]?")
_MANY = re.compile(r"[a-z]{3,}(?:[^su]s)(?!\w)|[^\W\d_]{3,}(?:ов|ев|ей|ів|їв|аў|яў|оў|ек|ок|ак|иц|ис|ісок|иков)(?!\w)")
"""A noun in the plural that no lexicon has."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a number counts: its words, where they end, and its noun."""

    of: str
    end: int
    noun: Noun
    aside: bool = False
    """Whether it is only a part of what was counted before: "12 of them women"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the words beside a number claim about the true one, and where those before it begin, those after it end."""

    bound: Bound
    start: int
    end: int


class Things:
    """What the numbers of one stretch of text count."""

    def __init__(self, text: str, words: CountWords, dates: Sequence[int]) -> None:
        self._text = text
        self._words = words
        self._dates = dates

    def thing(
        self, number: Number, claim: Claim, sentence: tuple[int, int], last: Thing | None, upper: Number | None
    ) -> Thing | None:
        """What the number counts: the noun after it, or the one it stands for; None where it is nothing that matters."""
        words, (opens, closes) = self._words, sentence
        end = max(number.end, claim.end)
        if them := words.them.match(self._text, end, closes):
            return self._part(number, them.end(), closes, last)
        if words.are.match(self._text, end, closes) and (described := self._described(end, closes)):
            return described
        if found := self._noun(end, closes):
            start, last_of, noun = found
            if not self._matters(noun, claim, last_of, sentence):
                return None
            aside = words.before_them.search(self._text, max(opens, number.start - REACH), claim.start) is not None
            return self._named(start, last_of, noun, aside=aside)
        if upper and words.of_the.fullmatch(self._text, end, upper.start) and (whole := self._noun(upper.end, closes)):
            return replace(self._named(*whole), end=end)
        return self._unknown(number, claim, sentence) or self._implied(number, claim, sentence, last)

    def _part(self, number: Number, end: int, closes: int, last: Thing | None) -> Thing | None:
        """ "Of them" after the number: with what those are ("12 of them women"), or not."""
        found = self._described(end, closes) or self._beside(end, closes)
        return found or self._stood_for(number, end, last) or Thing(self._words.anybody, end, PERSON)

    def _described(self, start: int, closes: int) -> Thing | None:
        """ "Are women": the noun that tells what those counted are."""
        are = self._words.are.match(self._text, start, closes)
        found = self._beside(are.end() - 1, closes) if are else None
        # "Twelve were detained" tells what befell them, not what they are.
        return None if found is None or self._words.fate_before.search(found.of) else found

    def _beside(self, start: int, closes: int) -> Thing | None:
        found = self._noun(start, closes)
        return self._named(*found, aside=True) if found else None

    def _noun(self, start: int, closes: int) -> tuple[int, int, Noun] | None:
        """The noun that follows within three words: where it begins with its modifiers, where it ends, and itself."""
        before = self._words.before_noun.match(self._text, start, closes)
        if before is None:
            return None
        first = at = before.end()
        for _ in range(_MODIFIERS + 1):
            if found := self._words.nouns.at(self._text, at):
                return (first, found[1], found[0]) if found[1] <= closes else None
            modifier = None if self._words.stop.match(self._text, at) else self._words.modifier.match(self._text, at)
            if modifier is None or modifier.end() >= closes:
                return None
            at = modifier.end()
        return None

    def _unknown(self, number: Number, claim: Claim, sentence: tuple[int, int]) -> Thing | None:
        """ "Detained six dancers", "six dancers were detained": what befalls them tells that they are people."""
        closes = sentence[1]
        after = _OPENING.match(self._text, max(number.end, claim.end), closes)
        noun = after and _MANY.match(self._text, after.end(), closes)
        if (
            noun is None
            or noun.group().lower() in self._words.units
            or self._words.stop.match(self._text, noun.start())
        ):
            return None
        return self._named(noun.start(), noun.end(), PERSON) if self._befell(claim, noun.end(), sentence) else None

    def _matters(self, noun: Noun, claim: Claim, end: int, sentence: tuple[int, int]) -> bool:
        """Whether a number of that noun bears on repression, by what befalls them or by the words of the sentence."""
        if noun.needs is None or noun.needs.search(self._text, *sentence):
            return True
        done = self._words.fate.match(self._text, end, sentence[1])
        return noun.kind == "force" and (bool(done and done["aux"]) or self._befell_before(claim, sentence[0]))

    def _befell(self, claim: Claim, end: int, sentence: tuple[int, int]) -> bool:
        """Whether those between the claim and the end are whom something befell: "detained six", "six were detained"."""
        return bool(self._words.fate.match(self._text, end, sentence[1])) or self._befell_before(claim, sentence[0])

    def _befell_before(self, claim: Claim, opens: int) -> bool:
        return bool(self._words.fate_before.search(self._text, max(opens, claim.start - REACH), claim.start))

    def _implied(self, number: Number, claim: Claim, sentence: tuple[int, int], last: Thing | None) -> Thing | None:
        """What a number without a noun counts, by the words around it."""
        words, text, opens = self._words, self._text, sentence[0]
        end, nearby = max(number.end, claim.end), max(opens, claim.start - REACH)
        following = _NEXT.match(text, end)
        if (following and following[1].lower() in words.units) or words.sum.search(text, nearby, claim.start):
            return None
        if link := self._number_of(number, claim, opens):
            return self._stood_for(number, end, None, link.end()) or self._stood_for(number, end, last)
        if words.all.search(text, nearby, claim.start):
            return self._stood_for(number, end, last) if number.value >= _MANY_ENOUGH else None
        if words.definite.search(text, nearby, claim.start):
            is_many = number.value >= _SIZEABLE and words.who.match(text, end)
            return self._stood_for(number, end, last) if is_many else None
        if self._is_of_people(number, claim, sentence):
            return self._stood_for(number, end, last) or Thing(words.anybody, end, PERSON)
        is_told = (last and words.acts.match(text, end, sentence[1])) or self._is_linked(number, claim, opens, last)
        return self._stood_for(number, end, last) if is_told else None

    def _is_of_people(self, number: Number, claim: Claim, sentence: tuple[int, int]) -> bool:
        """Whether the words beside a bare number tell that people are counted: "were released", "detained four"."""
        words, text, opens, end = self._words, self._text, sentence[0], max(number.end, claim.end)
        if words.inverted.search(text, opens, number.start) or words.fate.match(text, end, sentence[1]):
            return True
        return bool(words.alone.match(text, end)) and self._befell_before(claim, opens)

    def _named(self, start: int, end: int, noun: Noun, *, aside: bool = False) -> Thing:
        if name := _OF_NAME.match(self._text, end):
            end = name.end()
        return Thing(" ".join(self._text[start:end].split()), end, noun, aside)

    def _number_of(self, number: Number, claim: Claim, opens: int) -> re.Match[str] | None:
        """The "number of" that a bare number ends: "the number of prisoners has grown to 40"."""
        if not self._words.alone.match(self._text, number.end):
            return None
        link = _last(self._words.number_of, self._text, max(opens, claim.start - 2 * REACH), claim.start)
        return link if link and not _DIGIT.search(self._text, link.end(), claim.start) else None

    def _is_linked(self, number: Number, claim: Claim, opens: int, last: Thing | None) -> bool:
        """Whether the words around a bare number, or its size, say that it counts what was named before."""
        words, text = self._words, self._text
        nearby = max(opens, claim.start - REACH)
        if words.group.search(text, nearby, number.start) or words.before_them.search(text, nearby, claim.start):
            return True
        more = words.more_after.match(text, number.end)
        end = more.end() if more else number.end
        if not words.alone.match(text, end):
            return number.value >= _LARGE and words.who.match(text, end) is not None
        if last and (more or words.more_before.search(text, nearby, number.start)):
            return True
        if last and last.end > opens and self._is_before_date(end):
            return True
        return number.value >= (_SIZEABLE if claim.start < number.start else _LARGE)

    def _is_before_date(self, end: int) -> bool:
        """ "22 in February": whether a date begins right after, or after a short word."""
        following = bisect_left(self._dates, end)
        return following < len(self._dates) and self._dates[following] - end <= _SHORT

    def _stood_for(self, number: Number, end: int, last: Thing | None, begin: int = 0) -> Thing | None:
        """What a bare number counts: the same as the number before it, or else the nearest persons named from `begin` on."""
        if last:
            return replace(last, end=end, aside=False)
        named = None
        for first, after, noun in self._words.nouns.within(self._text, begin, number.start):
            if noun.kind == "person" and not begin and self._words.fate_before.fullmatch(self._text[first:after]):
                continue
            if noun.kind == "person" or begin:
                named = Thing(self._text[first:after], end, noun)
        return named


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found
