"""Names that another finder sees, marked among the words of a page as names of persons where the tagger saw none."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.name_finder import NameFinder, Span
from atleast.statement.slavic.page import Page, Passage, Word


def look_again(page: Page, finder: NameFinder) -> tuple[list[Span], list[Span]]:
    """Mark the names that the finder sees on a page; all that it sees, and those that were new, as spans of the page's text."""
    found: list[Span] = []
    added: list[Span] = []
    texts = [page.text[passage.start : passage.end] for passage in page.passages]
    for passage, spans in zip(page.passages, finder.persons(texts), strict=True):
        for start, end in spans:
            span = (passage.start + start, passage.start + end)
            found.append(span)
            if words := _new(passage, span):
                _mark(words)
                added.append(span)
    return found, added


def _new(passage: Passage, span: Span) -> Sequence[Word]:
    """The words of a span, if they may be a name and the tagger saw none in any of them."""
    words = [word for word in passage.words if span[0] <= word.start and word.end <= span[1]]
    return words if all(not word.entity and (word.has_capital or not word.is_word) for word in words) else ()


def _mark(words: Sequence[Word]) -> None:
    for number, word in enumerate(words):
        word.tag, word.entity = ("I-PER" if number else "B-PER"), "PER"
