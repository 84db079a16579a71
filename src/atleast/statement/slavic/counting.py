"""Counts: the numbers that `statement.counts` finds, with their place and who says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atleast.statement.counts import Counted, find_counts
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.circumstances import Calendar
from atleast.statement.slavic.drafts import Draft, draft
from atleast.statement.slavic.names import Names
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.speech import Voice

_REACH = 3
_IN = frozenset("в во у ў на па по".split())


def counts(passage: Passage, voices: Sequence[Voice], page: Page, calendar: Calendar, names: Names) -> Iterator[Draft]:
    """The counts of a paragraph, each over its sentence and said by the voices that cover it."""
    for counted in _counted(passage, page, calendar):
        sentence = next((one for one in passage.sentences if one.start <= counted.number_start < one.end), None)
        if sentence is None:
            continue
        start, end = page.stored(counted.start, counted.end)
        count = replace(counted.count, place=counted.count.place or _place(passage, sentence, page, names))
        if page.latin is not None:
            count = replace(count, of=_stored_of(page, counted.number_end, counted.end) or count.of)
        rule = f"count: {count.bound.value} {page.source.text[start:end]}"
        yield draft((sentence.start, sentence.end), (counted.start, counted.end), count, voices, rule)


def _counted(passage: Passage, page: Page, calendar: Calendar, reach: int = _REACH) -> list[Counted]:
    """The counts of a paragraph. A number without a noun may stand for one in a paragraph before it, so many of them back."""
    numbers = lexicons.words(page.language, "numbers")
    if not any(word.low in numbers or word.text[0].isdigit() for word in passage.words):
        return []

    def before() -> Counted | None:
        for earlier in reversed(page.passages[max(0, passage.number - reach) : passage.number]):
            if found := _counted(earlier, page, calendar, 0):
                return found[-1]
        return None

    dates = calendar.of(passage)
    return find_counts(page.text, passage.start, passage.end, page.date, page.language, dates, before)


def _place(passage: Passage, sentence: Sentence, page: Page, names: Names) -> str | None:
    """The first place by name that the sentence says something is in."""
    places = (word for word in passage.words_of(sentence) if _is_place(word, passage, names))
    return next((page.words(word.start, word.end) for word in places), None)


def _stored_of(page: Page, start: int, end: int) -> str:
    return page.words(start, end).strip(" ,-") if end > start else ""


def _is_place(word: Word, passage: Passage, names: Names) -> bool:
    index = word.index
    if word.tag != "B-LOC" or index == 0 or names.at(passage, index) is not None:
        return False
    return passage.words[index - 1].low in _IN
