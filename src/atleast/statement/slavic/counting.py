"""Counts: the numbers that `statement.counts` finds, with their place and who says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atleast.model.words import EventType
from atleast.statement.counts import find_counts
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.circumstances import Calendar
from atleast.statement.slavic.drafts import Draft, draft
from atleast.statement.slavic.names import Names
from atleast.statement.slavic.page import Page, Passage, Word
from atleast.statement.slavic.speech import Voice

_CROWDS = (EventType.PROTEST.value, EventType.CALL.value)
_IN = frozenset("в во у ў на па по".split())


def counts(passage: Passage, voices: Sequence[Voice], page: Page, calendar: Calendar, names: Names) -> Iterator[Draft]:
    """The counts of a paragraph, each over its sentence and said by the voices that cover it."""
    numbers = lexicons.words(page.language, "numbers")
    if not any(word.low in numbers or word.text[0].isdigit() for word in passage.words):
        return
    for found in find_counts(page.text, passage.start, passage.end, page.date, page.language, calendar.of(passage)):
        sentence = next((one for one in passage.sentences if one.start <= found.number_start < one.end), None)
        if sentence is None or _is_crowd(found.end, passage, page):
            continue
        start, end = page.stored(found.start, found.end)
        count = found.count
        if page.latin is not None:
            count = replace(count, of=_stored_of(page, found.number_end, found.end) or count.of)
        place = next(
            (
                page.words(word.start, word.end)
                for word in passage.words_of(sentence)
                if _is_place(word, passage, names)
            ),
            None,
        )
        count = replace(count, place=count.place or place)
        yield draft(
            (sentence.start, sentence.end),
            (found.start, found.end),
            count,
            voices,
            f"count: {count.bound.value} {page.source.text[start:end]}",
        )


def _is_crowd(end: int, passage: Passage, page: Page) -> bool:
    """ "Two thousand people demanded": how many came and called for something is no count of repression."""
    after = [word for word in passage.words if word.start >= end][:1]
    verbs = lexicons.by_form(page.language, "event_verbs")
    return any(meaning.entry.value in _CROWDS for word in after for meaning in verbs.get(word.low, ()))


def _stored_of(page: Page, start: int, end: int) -> str:
    return page.words(start, end).strip(" ,-") if end > start else ""


def _is_place(word: Word, passage: Passage, names: Names) -> bool:
    index = word.index
    if word.tag != "B-LOC" or index == 0 or names.at(passage, index) is not None:
        return False
    return passage.words[index - 1].low in _IN
