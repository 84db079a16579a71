"""A source as the reader sees it: paragraphs of tagged words, with sentences, segments and quotations.

A segment is what stands between two marks of punctuation: the clause rules ask how many of them lie between two words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from atleast.model.source import SourceText
from atleast.model.words import PartKind
from atleast.statement.slavic.letters import Cyrillic, cyrillic, look_up_letters, look_up_word, russian_letters
from atleast.statement.slavic.quotations import Quotation, quotations
from atleast.statement.slavic.tagger import tags

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n(?=\s*[—–-]\s)")
_NAMES_FROM = (PartKind.HEADLINE, PartKind.BYLINE)
_MARKS = frozenset(",;:()—–-.!?…")
_STRONG = frozenset(";:")
# A word with its hyphens and apostrophes, a number with its marks, or marks of one kind: as razdel has them, but for the
# apostrophes, which in Belarusian and Ukrainian are letters.
_LETTERS = r"(?:[^\W_][\u0300\u0301]?)+"
_WORD = re.compile(
    rf"\d+(?:[.,/]\d+)+|{_LETTERS}(?:[-\u2010-\u2015'’ʼ`´‘]{_LETTERS})*|[.!?…]+|[-\u2010-\u2015]+|[^\w\s]"
)


@dataclass(slots=True, eq=False)
class Word:
    """One word or mark of a paragraph."""

    index: int
    start: int
    end: int
    text: str
    low: str
    """As it is looked up."""
    sentence: int
    segment: int
    tag: str
    entity: str
    """PER, LOC, ORG or nothing."""
    is_word: bool
    """Whether it begins with a letter."""
    has_capital: bool


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: its words `[first:last]` of the paragraph, and the span to quote."""

    number: int
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Passage:
    """One paragraph of a part."""

    number: int
    kind: PartKind
    start: int
    end: int
    words: list[Word]
    sentences: list[Sentence]
    quotations: list[Quotation]
    text: str

    def text_between(self, start: int, end: int) -> str:
        """The text of a span of the page that lies in the paragraph."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def sentence_of(self, word: Word) -> Sentence:
        """The sentence that holds a word."""
        return self.sentences[word.sentence]

    def words_of(self, sentence: Sentence) -> Sequence[Word]:
        """The words of a sentence."""
        return self.words[sentence.first : sentence.last]

    def segment(self, word: Word) -> list[Word]:
        """The words of the segment that holds a word."""
        return [one for one in self.words_of(self.sentence_of(word)) if one.segment == word.segment]

    def quotation_at(self, start: int, end: int, *, utterance: bool | None = None) -> Quotation | None:
        """The quotation that `[start:end]` stands in, if any of that kind."""
        for one in self.quotations:
            if one.holds(start, end) and utterance in (None, one.is_utterance):
                return one
        return None


@dataclass(slots=True, eq=False)
class Page:
    """A source with its paragraphs; all offsets are those of `text`, which is the stored text or its Cyrillic."""

    source: SourceText
    language: str
    text: str
    passages: list[Passage] = field(default_factory=list)
    latin: Cyrillic | None = None

    @property
    def date(self) -> str | None:
        """The date of publication."""
        return self.source.source.credit.date

    @property
    def body(self) -> list[Passage]:
        """The paragraphs that statements are read from."""
        return [passage for passage in self.passages if passage.kind is PartKind.BODY]

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The span of the stored text for one of `text`."""
        return self.latin.span(start, end) if self.latin else (start, end)

    def words(self, start: int, end: int) -> str:
        """The stored text of a span, in one line."""
        first, last = self.stored(start, end) if end > start else (0, 0)
        return " ".join(self.source.text[first:last].split())


def page_of(source: SourceText, language: str) -> Page:
    """A source with its words tagged. Belarusian in Latin script is read in Cyrillic."""
    latin = cyrillic(source.text) if _is_latin(source, language) else None
    page = Page(source, language, latin.text if latin else source.text, latin=latin)
    for start, end, kind in _stretches(page, source):
        passage = _passage(page, len(page.passages), start, end, kind)
        if passage.words:
            page.passages.append(passage)
    _tag(page)
    return page


def _is_latin(source: SourceText, language: str) -> bool:
    return language == "be" and (source.source.credit.language or "").lower() == "be-latn"


def _stretches(page: Page, source: SourceText) -> Iterator[tuple[int, int, PartKind]]:
    """The paragraphs of the parts that are read, without the white space around them."""
    place = _places(page)
    for part in source.parts:
        if part.kind is not PartKind.BODY and part.kind not in _NAMES_FROM:
            continue
        start, end = place(part.start), place(part.end)
        marks = [start, *(match.end() for match in _PARAGRAPH.finditer(page.text, start, end)), end]
        for low, high in pairwise(marks):
            inner = page.text[low:high]
            begins = low + len(inner) - len(inner.lstrip())
            ends = low + len(inner.rstrip())
            if begins < ends:
                yield begins, ends, part.kind


def _places(page: Page) -> Callable[[int], int]:
    """From an offset of the stored text to one of the page's text."""
    if page.latin is None:
        return lambda offset: offset
    starts = page.latin.starts
    return lambda offset: bisect_left(starts, offset)


def _passage(page: Page, number: int, start: int, end: int, kind: PartKind) -> Passage:
    from razdel import sentenize

    text = page.text[start:end]
    letters, plain_forms = look_up_letters(text, page.language), page.language != "be"
    passage = Passage(number, kind, start, end, [], [], quotations(page.text, start, end), text)
    for sentence in _joined(sentenize(text), text):
        first = len(passage.words)
        segment = 0
        for found in _WORD.finditer(text, *sentence):
            token, (first_letter, end_letter) = found.group(), found.span()
            low, high = start + first_letter, start + end_letter
            if token in _MARKS and not _is_inside(passage, low, high):
                segment += 2 if token in _STRONG else 1
            form = letters[first_letter:end_letter]
            known = form if plain_forms and form.isalpha() else look_up_word(form, page.language)
            index, number = len(passage.words), len(passage.sentences)
            passage.words.append(
                Word(index, low, high, token, known, number, segment, "O", "", token[0].isalpha(), token[0].isupper())
            )
        passage.sentences.append(
            Sentence(len(passage.sentences), first, len(passage.words), start + sentence[0], start + sentence[1])
        )
    return passage


def _is_inside(passage: Passage, start: int, end: int) -> bool:
    """Whether a mark belongs to a name in quotation marks."""
    return passage.quotation_at(start, end, utterance=False) is not None


def _joined(sentences: Iterable[Any], text: str) -> list[tuple[int, int]]:
    """Sentences, with those put together again that end in an abbreviation: "14 мая 2031 г. суд"."""
    found: list[tuple[int, int]] = []
    for one in sentences:
        start, end = one.start, one.stop
        if (
            found
            and _GOES_ON.search(text, max(0, found[-1][1] - 12), found[-1][1])
            and text[start : start + 1].islower()
        ):
            found[-1] = (found[-1][0], end)
        elif end > start:
            found.append((start, end))
    return found


_GOES_ON = re.compile(r"(?<!\w)(?:г|гг|ст|ч|п|им|ім|р|рр|вул|ул|арт|тыс|тис|млн)\.$")


def _tag(page: Page) -> None:
    """Give the words of all paragraphs their tags, in one go."""
    shown = russian_letters(page.text, page.language)
    words = [word for passage in page.passages for word in passage.words]
    found = tags([shown[word.start : word.end] for word in words]) if words else []
    for word, tag in zip(words, found, strict=True):
        if tag != "O":
            word.tag, word.entity = tag, tag[2:]
