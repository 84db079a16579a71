"""The numbers of people, cases and the like that a text gives: value, bound, what is counted, and of which kind it is.

A number counts where a noun that bears on repression follows it ("at least 40 political prisoners") or stands for it
("12 of them", "their number is 40"). Ages, sums, years, sentences, crowds and numbers of States are no counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atleast.model.statement import Count, When
from atleast.model.words import Bound, FigureKind
from atleast.statement import lexicon
from atleast.statement.count_words import CountWords, Noun, count_words
from atleast.statement.dates import Dated, DateKind, find_dates
from atleast.statement.found import stretch_of
from atleast.statement.numbers import Number, find_numbers

_LEXICONS = ("numbers", "countable", "bounds", "count_links", "figure_cues")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-ZА-ЯЁІЎ])(?<!\b[Dd]r)(?<!\bтыс)(?<!\bтис)[.!?…]['\")]*\s+(?=['\"(]*[A-ZА-ЯЁІЇЄЎ\d])|\n\s*\n"
)
# "members of the Lamp centre": up to four words that belong to a name.
_OF_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,3}")
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"\d{1,3}(?:[ ,]\d{3})+|\d{3,4}")
_LARGE, _SIZEABLE = 1000, 100
"""From here on a number in digits that stands alone counts what was named before; the lesser with a bound only."""
_REACH = 60
"""How far before a number, in characters, its bound and links are looked for."""
_OTHER_PERSONS = Noun("person", None, None)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count at `[start:end]`, from its bound to its noun, and the number within it."""

    start: int
    end: int
    number_start: int
    number_end: int
    count: Count


def find_counts(
    text: str, start: int, end: int, anchor: str | None, language: str, dates: Sequence[Dated] | None = None
) -> list[Counted]:
    """The counts of `text[start:end]`, in order and apart from each other.

    `anchor` is the EDTF date of publication, or None; `dates` are those that `find_dates` gave for the stretch, if the
    caller has them. A language that lacks a lexicon of counts has no counts here.
    """
    if any(language not in lexicon.languages(name) for name in _LEXICONS):
        return []
    if dates is None:
        dates = find_dates(text, start, end, anchor, language)
    numbers = find_numbers(text, start, end, language, dates)
    if not numbers:
        return []
    within = [replace(number, start=number.start - start, end=number.end - start) for number in numbers]
    return list(_Stretch(stretch_of(text, start, end), start, dates, count_words(language)).counts(within))


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a number counts: its words, where they end, and its noun."""

    of: str
    end: int
    noun: Noun
    aside: bool = False
    """Whether it is only a part of what was counted before: "12 of them women"."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the words beside a number claim about the true one, and where those before it begin, those after it end."""

    bound: Bound
    start: int
    end: int


class _Stretch:
    """One stretch of text while its numbers are read. Offsets within are those of the stretch."""

    def __init__(self, text: str, start: int, dates: Sequence[Dated], words: CountWords) -> None:
        self._start = start
        self._text = text
        self._dates = [(dated.start - start, dated) for dated in dates]
        self._words = words
        self._ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]

    def counts(self, numbers: Sequence[Number]) -> Iterator[Counted]:
        """The counts that the numbers are, each begun after the last one's end."""
        last: _Thing | None = None
        reached = 0
        carried: Bound | None = None
        for number, upper in zip(numbers, [*numbers[1:], None], strict=True):
            opens, closes = self._sentence(number)
            claim = self._claim(number, max(opens, reached))
            claim, carried = replace(claim, bound=carried or claim.bound), None
            if upper and self._words.range.fullmatch(self._text, number.end, upper.start):
                # "30 to 40 people": at least the one, at most the other; "up to" or the like before them holds for both.
                is_open = claim.bound is Bound.EXACTLY
                carried = Bound.AT_MOST if is_open else claim.bound
                thing = self._thing(upper, claim, (opens, closes), last) if is_open else None
                claim = replace(claim, bound=Bound.AT_LEAST, end=number.end)
            else:
                thing = self._thing(number, claim, (opens, closes), last)
            if thing is None or number.start < reached or self._is_idle(number, claim, thing):
                continue
            reached = claim.end if carried else max(claim.end, thing.end)
            yield self._counted(number, thing, claim, reached)
            last = last if thing.aside else thing

    def _is_idle(self, number: Number, claim: _Claim, thing: _Thing) -> bool:
        """Whether the number claims nothing: "one", the size of a crowd, or the larger in "tens or hundreds of thousands"."""
        if self._words.crowd.match(self._text, thing.end):
            return True
        if number.value == 1 and claim.bound in {Bound.EXACTLY, Bound.AT_LEAST}:
            return True
        return (
            number.vague and self._words.either.search(self._text, max(0, number.start - 8), number.start) is not None
        )

    def _sentence(self, number: Number) -> tuple[int, int]:
        opens = max(end for end in self._ends if end <= number.start)
        return opens, min(end for end in self._ends if end >= number.end)

    def _claim(self, number: Number, opens: int) -> _Claim:
        words, text = self._words, self._text
        bound, start, end = Bound.AT_LEAST if number.vague else Bound.EXACTLY, number.start, number.end
        if before := words.bound_before.search(text, max(opens, number.start - _REACH), number.start):
            bound, start = words.bounds["before", before["bound"].lower()], before.start()
        elif group := words.group.search(text, max(opens, number.start - _REACH), number.start):
            start = group.start()
        if after := words.bound_after.match(text, number.end):
            bound, end = words.bounds["after", after["bound"].lower()], after.end()
        return _Claim(bound, start, end)

    def _thing(self, number: Number, claim: _Claim, sentence: tuple[int, int], last: _Thing | None) -> _Thing | None:
        """What the number counts: the noun after it, or the one it stands for; None where it is nothing that matters."""
        words, (opens, closes) = self._words, sentence
        end = max(number.end, claim.end)
        if them := words.them.match(self._text, end, closes):
            if them["noun"]:
                return self._named(them.start("noun"), them.end(), self._noun(them), aside=True)
            return self._stood_for(number, them.end(), last)
        if phrase := words.phrase.match(self._text, end, closes):
            noun = self._noun(phrase)
            aside = words.before_them.search(self._text, max(opens, number.start - _REACH), number.start) is not None
            thing = self._named(phrase.start("modifiers"), phrase.end("noun"), noun, aside=aside)
            return None if noun.needs and not noun.needs.search(self._text, opens, closes) else thing
        return self._implied(number, claim, sentence, last)

    def _implied(self, number: Number, claim: _Claim, sentence: tuple[int, int], last: _Thing | None) -> _Thing | None:
        """What a number without a noun counts, by the words around it."""
        opens, closes = sentence
        end = max(number.end, claim.end)
        if fate := self._words.fate.match(self._text, end, closes):
            return self._stood_for(number, end, last) or _Thing(fate["fate"], fate.end(), _OTHER_PERSONS)
        if link := self._number_of(number, claim, opens):
            return self._stood_for(number, end, None, link.end()) or self._stood_for(number, end, last)
        return self._stood_for(number, end, last) if self._is_linked(number, claim, opens) else None

    def _noun(self, match: re.Match[str]) -> Noun:
        return self._words.nouns.get(match["noun"].lower(), _OTHER_PERSONS)

    def _named(self, start: int, end: int, noun: Noun, *, aside: bool) -> _Thing:
        if name := _OF_NAME.match(self._text, end):
            end = name.end()
        return _Thing(" ".join(self._text[start:end].split()), end, noun, aside)

    def _number_of(self, number: Number, claim: _Claim, opens: int) -> re.Match[str] | None:
        """The "number of" that a bare number ends: "the number of prisoners has grown to 40"."""
        if not self._words.alone.match(self._text, number.end):
            return None
        link = _last(self._words.number_of, self._text, max(opens, claim.start - _REACH), claim.start)
        return link if link and not _DIGIT.search(self._text, link.end(), claim.start) else None

    def _is_linked(self, number: Number, claim: _Claim, opens: int) -> bool:
        """Whether the words around a bare number, or its size, say that it counts what was named before."""
        words, text = self._words, self._text
        nearby = max(opens, claim.start - _REACH)
        if words.group.search(text, nearby, number.start) or words.before_them.search(text, nearby, claim.start):
            return True
        is_alone = words.alone.match(text, number.end) and _BARE.fullmatch(text, number.start, number.end)
        if number.value < _LARGE:
            return bool(is_alone and claim.start < number.start and number.value >= _SIZEABLE)
        return bool(is_alone or words.who.match(text, number.end))

    def _stood_for(self, number: Number, end: int, last: _Thing | None, begin: int = 0) -> _Thing | None:
        """What a bare number counts: the same as the number before it, or else the nearest persons named from `begin` on."""
        if last:
            return replace(last, end=end, aside=False)
        named = None
        for match in self._words.noun.finditer(self._text, begin, number.start):
            noun = self._noun(match)
            if noun.kind == "person" or begin:
                named = _Thing(match.group(), end, noun)
        return named

    def _counted(self, number: Number, thing: _Thing, claim: _Claim, end: int) -> Counted:
        opens, closes = self._sentence(number)
        figure = self._figure(thing, (claim.start, end), (opens, closes))
        count = Count(
            bound=claim.bound,
            value=number.value,
            of=thing.of,
            figure=figure,
            as_of=self._as_of(figure, number, (opens, closes)),
            designation=thing.noun.designation,
        )
        at = self._start
        return Counted(at + claim.start, at + end, at + number.start, at + number.end, count)

    def _figure(self, thing: _Thing, phrase: tuple[int, int], sentence: tuple[int, int]) -> FigureKind:
        """The kind that the nearest cue of the sentence says, one after the phrase being nearer than one before it."""
        usual = FigureKind.STOCK if thing.noun.designation else FigureKind.FLOW
        nearest, figure = len(self._text), usual
        for cue in self._words.cue.finditer(self._text, *sentence):
            gap = cue.start() - phrase[1] if cue.start() >= phrase[1] else 2 * (phrase[0] - cue.end())
            said = self._words.cues[cue.group().lower()]
            if said is FigureKind.ESTIMATE:
                gap = gap // 2
            if gap < nearest and not (thing.noun.kind == "case" and said is FigureKind.STOCK):
                nearest, figure = gap, said
        return figure

    def _as_of(self, figure: FigureKind, number: Number, sentence: tuple[int, int]) -> When | None:
        """The date that the sentence gives for the number; for a flow since then, from it on."""
        near = sorted(
            (abs(at - number.start), at, dated) for at, dated in self._dates if sentence[0] <= at < sentence[1]
        )
        for _, _, dated in near:
            if dated.when is None:
                continue
            if dated.kind is DateKind.AS_OF:
                return dated.when
            if figure is FigureKind.FLOW and dated.kind is DateKind.SINCE:
                return When(f"{dated.when.edtf}/..", dated.when.words) if "/" not in dated.when.edtf else dated.when
            if figure is FigureKind.FLOW and dated.kind is not DateKind.UNTIL:
                return dated.when
        return None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found
