"""The numbers of people, cases and the like that a text gives: value, bound, what is counted, and of which kind it is.

A number counts where a noun that bears on repression follows it ("at least 40 political prisoners") or stands for it
("12 of them", "their number is 40"). Ages, sums, years, sentences, inhabitants and numbers of States are no counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from atleast.model.statement import Count
from atleast.model.words import Bound
from atleast.statement import lexicon
from atleast.statement.count_figures import Figures, Found
from atleast.statement.count_nouns import PERSON, Noun
from atleast.statement.count_site import REACH, Claim, Site, Thing
from atleast.statement.count_things import thing
from atleast.statement.count_words import CountWords, count_words
from atleast.statement.dates import Dated, find_dates
from atleast.statement.found import stretch_of
from atleast.statement.numbers import Number, find_numbers, may_have_numbers, unmarked

_LEXICONS = ("numbers", "countable", "bounds", "count_links", "figure_cues")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-ZА-ЯЁІЎ])(?<!\b[Dd]r)(?<!\b[Ss]t)(?<!\bтыс)(?<!\bтис)(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!\bSept)"
    r"[.!?…]['\")]*\s+(?=['\"(]*[A-ZА-ЯЁІЇЄЎ\d])|\n\s*\n"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count at `[start:end]`, from its bound to its noun, and the number within it."""

    start: int
    end: int
    number_start: int
    number_end: int
    count: Count
    noun: Noun = PERSON


def find_counts(
    text: str,
    start: int,
    end: int,
    anchor: str | None,
    language: str,
    dates: Sequence[Dated] | None = None,
    before: Callable[[], Counted | None] = lambda: None,
) -> list[Counted]:
    """The counts of `text[start:end]`, in order and apart from each other.

    `anchor` is the EDTF date of publication, or None; `dates` are those that `find_dates` gave for the stretch, if the
    caller has them; `before` is asked for the last count before the stretch, where a number without a noun may stand for
    the same. A language that lacks a lexicon of counts has no counts here.
    """
    if any(language not in lexicon.languages(name) for name in _LEXICONS):
        return []
    if not may_have_numbers(text, start, end, language):
        return []
    if dates is None:
        dates = find_dates(text, start, end, anchor, language)
    numbers = find_numbers(text, start, end, language, dates)
    if not numbers:
        return []
    within = [replace(number, start=number.start - start, end=number.end - start) for number in numbers]
    stretch = _Stretch(unmarked(stretch_of(text, start, end)), start, dates, count_words(language), before)
    return list(stretch.counts(within))


class _Stretch:
    """One stretch of text while its numbers are read. Offsets within are those of the stretch."""

    def __init__(
        self,
        text: str,
        start: int,
        dates: Sequence[Dated],
        words: CountWords,
        before: Callable[[], Counted | None],
    ) -> None:
        self._start = start
        self._text = text
        self._words = words
        self._before = before
        self._dates = [dated.start - start for dated in dates]
        self._figures = Figures(text, [(dated.start - start, dated) for dated in dates], words)
        self._ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]

    def _thing_before(self) -> Thing | None:
        before = self._before()
        return Thing(before.count.of, 0, before.noun) if before else None

    def counts(self, numbers: Sequence[Number]) -> Iterator[Counted]:
        """The counts that the numbers are, each begun after the last one's end."""
        for sentence, found in groupby(self._found(numbers), key=lambda one: self._sentence(one.number)):
            row = list(found)
            for one, told in zip(row, self._figures.told(row, sentence), strict=True):
                counted, at = one.thing, self._start
                count = Count(
                    bound=one.claim.bound,
                    value=one.number.value,
                    of=counted.of,
                    figure=told.figure,
                    as_of=told.as_of,
                    designation=counted.noun.designation or self._designation(one, sentence),
                )
                ends = at + one.start, at + one.end
                yield Counted(*ends, at + one.number.start, at + one.number.end, count, counted.noun)

    def _found(self, numbers: Sequence[Number]) -> Iterator[Found]:
        """The numbers that count something, with what they claim and of what."""
        last: Thing | None = None
        people: Thing | None = None
        reached = 0
        carried: Bound | None = None
        for number, upper in zip(numbers, [*numbers[1:], None], strict=True):
            sentence = self._sentence(number)
            claim = self._claim(number, max(sentence[0], reached))
            claim, carried = replace(claim, bound=carried or claim.bound), None
            site = Site(self._text, self._words, number, claim, *sentence, last, people, upper)
            if upper and self._is_range(number, claim, upper):
                # "30 to 40 people": at least the one, at most the other; "up to" or the like before them holds for both.
                is_open = claim.bound is Bound.EXACTLY
                carried = Bound.AT_MOST if is_open else claim.bound
                claim = replace(claim, bound=Bound.AT_LEAST, end=number.end)
                counted = self._thing(replace(site, number=upper, upper=None)) if is_open else None
            else:
                counted = self._thing(site)
            if counted is None or number.start < reached or self._is_idle(number, claim, counted, sentence):
                continue
            reached = claim.end if carried else max(claim.end, counted.end)
            if claim.bound is Bound.EXACTLY and (after := self._words.bound_after.match(self._text, reached)):
                claim = replace(claim, bound=self._words.bounds["after", _folded(after["bound"])])
                reached = after.end()
            yield Found(number, claim, counted, reached)
            last = last if counted.aside and last else counted
            people = last if last.noun.kind in {"person", "force"} else people

    def _thing(self, site: Site) -> Thing | None:
        return thing(site, self._thing_before, self._dates)

    def _is_range(self, number: Number, claim: Claim, upper: Number) -> bool:
        words = self._words
        if words.to.fullmatch(self._text, number.end, upper.start):
            return True
        return bool(
            words.between.search(self._text, max(0, claim.start - REACH), claim.start)
            and words.and_.fullmatch(self._text, number.end, upper.start)
        )

    def _is_idle(self, number: Number, claim: Claim, counted: Thing, sentence: tuple[int, int]) -> bool:
        """Whether the number claims nothing: "one", inhabitants, those who did it, or the larger of two guesses."""
        words, text, opens = self._words, self._text, sentence[0]
        if words.idle.match(text, counted.end) or words.idle_before.search(text, opens, claim.start):
            return True
        if number.value == 1 and claim.bound is Bound.EXACTLY:
            return True
        if counted.noun.kind in {"person", "force"} and not counted.aside:
            is_by = words.by.search(text, max(opens, claim.start - REACH), claim.start)
            if is_by or words.agent.search(text, number.end, counted.end + REACH // 3):
                return True
        return number.vague and words.either.search(text, max(0, number.start - 8), number.start) is not None

    def _sentence(self, number: Number) -> tuple[int, int]:
        opens = max(end for end in self._ends if end <= number.start)
        return opens, min(end for end in self._ends if end >= number.end)

    def _claim(self, number: Number, opens: int) -> Claim:
        words, text = self._words, self._text
        bound, start, end = Bound.AT_LEAST if number.vague else Bound.EXACTLY, number.start, number.end
        nearby = max(opens, number.start - REACH)
        if before := words.bound_before.search(text, nearby, number.start):
            bound, start = words.bounds["before", _folded(before["bound"])], before.start()
        elif group := words.group.search(text, nearby, number.start):
            start = group.start()
        elif inverted := words.inverted.search(text, nearby, number.start):
            start = inverted.start()
            bound = Bound.ABOUT if bound is Bound.EXACTLY else bound
        if after := words.bound_after.match(text, number.end):
            bound, end = words.bounds["after", _folded(after["bound"])], after.end()
        return Claim(bound, start, end)

    def _designation(self, one: Found, sentence: tuple[int, int]) -> str | None:
        """ "40 people were recognised as political prisoners": whoever recognises them designates them."""
        if one.thing.noun.kind != "person" or not self._words.recognised.search(self._text, *sentence):
            return None
        named = self._words.nouns.within(self._text, *sentence)
        return next((noun.designation for _, _, noun in named if noun.designation), None)


def _folded(words: str) -> str:
    return " ".join(words.lower().split())
