"""A source as the reader sees it: its paragraphs, parsed, with their sentences and quotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from atleast.model.source import Part, SourceText
from atleast.model.words import PartKind
from atleast.source.characters import plain
from atleast.statement.english.quotations import Quotation, quotations
from atleast.statement.english.tree import Tree, Word, tree_of

_LONGEST_PASSAGE = 20_000
_LONGEST_HEADING = 9
_ENDS = '.!?…:;,"”»)'
_UNFINISHED = ("art", "arts", "no", "nos", "dr", "mr", "mrs", "ms", "prof", "st", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
               "sep", "sept", "oct", "nov", "dec", "para", "sec", "gen", "col", "lt", "sgt", "rev", "hon", "vs", "v")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One paragraph: a stretch of a part, its tree, its quotations, and where each of its sentences begins and ends."""

    number: int
    start: int
    end: int
    kind: PartKind
    tree: Tree
    quotations: tuple[Quotation, ...]
    sentence_spans: tuple[tuple[int, int], ...]
    """For each sentence of the tree, the span of text to quote, trimmed of white space."""

    def sentence_span(self, word: Word) -> tuple[int, int]:
        """The span of the sentence that holds the word."""
        return self.sentence_spans[word.sentence]

    def quotation_at(self, start: int, end: int) -> Quotation | None:
        """The utterance that `[start:end]` stands in, if it stands in one."""
        for quotation in self.quotations:
            if quotation.is_utterance and quotation.holds(start, end):
                return quotation
        return None

    def sentence_words(self, number: int) -> tuple[Word, ...]:
        """The words of a sentence."""
        low, high = self.tree.sentences[number]
        return self.tree.words[low:high]


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One source: its text and its paragraphs in order, those of headlines first read for names only."""

    source: SourceText
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The stored text."""
        return self.source.text

    @property
    def body(self) -> Iterable[Passage]:
        """The paragraphs that statements come from."""
        return (passage for passage in self.passages if passage.kind is PartKind.BODY)


def stretches(source: SourceText) -> list[tuple[int, int, Part]]:
    """The stretches of text to parse, each trimmed of white space: bodies, and headlines for the names in them.

    A part that is longer than a long page is cut at line ends, so that a text without paragraphs costs no more memory.
    """
    found = []
    for part in source.parts:
        if part.kind not in (PartKind.BODY, PartKind.HEADLINE):
            continue
        for start, end in _pieces(source.text, part.start, part.end):
            if any(letter.isalpha() for letter in source.text[start:end]):
                found.append((start, end, part))
    return found


def parser_text(text: str, start: int, end: int) -> str:
    """What the parser is given: the plain form, letter for letter, with line ends and bullets as spaces."""
    return plain(text[start:end]).translate(_ONE_LINE)


_BULLETS = "•▪◦●○■□▸►➤‣⁃∙·✔✅❗‼\ufe0f"
_ONE_LINE = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029" + _BULLETS, " "))


def page_of(source: SourceText, parsed: Iterable[tuple[int, int, Part, Any]]) -> Page:
    """The page of a source from its stretches and their spaCy Docs."""
    passages = []
    for number, (start, end, part, doc) in enumerate(parsed):
        tree = tree_of(doc, start)
        passages.append(
            Passage(
                number,
                start,
                end,
                PartKind.HEADLINE if _is_heading(tree) else part.kind,
                tree,
                tuple(quotations(source.text, start, end)),
                tuple(_sentence_spans(tree)),
            )
        )
    return Page(source, tuple(passages))


def _is_heading(tree: Tree) -> bool:
    """Whether a paragraph is a heading inside the text: a few words without a verb, a date's day or an end."""
    words = tree.words
    if not words or len(words) > _LONGEST_HEADING or words[-1].text[-1] in _ENDS:
        return False
    return not any(word.is_verb or word.tag in ("VBN", "CD") for word in words)


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    while start < end:
        stop = end
        if end - start > _LONGEST_PASSAGE:
            cut = text.rfind("\n", start + 1, start + _LONGEST_PASSAGE)
            if cut < 0:
                cut = text.rfind(" ", start + 1, start + _LONGEST_PASSAGE)
            stop = cut if cut > start else start + _LONGEST_PASSAGE
        low, high = start, stop
        while low < high and text[low].isspace():
            low += 1
        while low < high and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high
        start = stop


def _sentence_spans(tree: Tree) -> list[tuple[int, int]]:
    """The sentences, with those joined that the parser cut after an abbreviation or before a small letter."""
    spans: list[tuple[int, int]] = []
    group: list[int] = []
    for number, (low, high) in enumerate(tree.sentences):
        group.append(number)
        if number + 1 < len(tree.sentences) and _runs_on(
            tree.words[high - 1], tree.words[high - 2 : high - 1], tree.words[high]
        ):
            continue
        span = tree.words[tree.sentences[group[0]][0]].start, tree.words[high - 1].end
        spans.extend([span] * len(group))
        group = []
        del low
    return spans


def _runs_on(last: Word, before: tuple[Word, ...], following: Word) -> bool:
    if last.text in (".", "!", "?", "…", '"', ":", ")") or last.text.endswith((".", "…")):
        word = last.lower.rstrip(".") or (before[0].lower if before else "")
        return last.text != '"' and word in _UNFINISHED and not following.text[:1].isspace()
    return True
