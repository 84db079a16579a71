"""What the stretches of a text are: headline, dateline, byline, body, table, boilerplate.

The words that tell are data (`words/furniture.toml`, `words/datelines.toml`). In doubt a stretch is body: a statement read
from a heading can be set aside, one that was never read is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.source import Credit, Part
from atleast.model.words import PartKind
from atleast.source.dateline import Dateline, dateline_at_start
from atleast.source.furniture import (
    author_in_byline,
    folded,
    is_furniture,
    is_name,
    is_page_number,
    is_unnamed_byline,
    publication_date,
)
from atleast.source.masthead import is_organisation, is_place
from atleast.source.paragraphs import paragraphs

_HEAD_PARAGRAPHS = 8
"""A headline, byline or dateline stands among this many paragraphs from the start, or it is none."""
_LONGEST_HEADLINE = 25
"""In words."""
_RUNNING = 3
"""A line at the edge of fewer pages is no running header or footer."""
_LIST_ITEM = re.compile(r"[-*\u2022\u2013\u2014\u00b7]\s|\(?\d+[.)]|\S+:\s")
_HEADING_MARK = re.compile(r"#{1,6}\s+\S")
_ENDS = tuple(".!?\u2026;:")
_CLOSING = "\"'\u201d\u2019\u00bb\u201c)]*_"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch `[start:end]` of a text as its format gives it: of a kind that is known, or None to be told by its words."""

    start: int
    end: int
    kind: PartKind | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a text, and what its headline, dateline and byline say."""

    parts: tuple[Part, ...]
    headline: str | None = None
    author: str | None = None
    date: str | None = None
    place: str | None = None
    publisher: str | None = None


@dataclass(slots=True)
class _Block:
    """A paragraph while its kind is being found."""

    start: int
    end: int
    text: str
    place: str | None
    kind: PartKind | None = None
    split: int | None = None
    """Where the dateline ends and the body begins."""

    @property
    def is_sentence(self) -> bool:
        return self.text.rstrip(_CLOSING).endswith(_ENDS) or len(self.text.split()) > _LONGEST_HEADLINE

    @property
    def is_headline_like(self) -> bool:
        words = self.text.split()
        ends_open = not self.text.rstrip(_CLOSING).endswith((".", ";", ":"))
        return len(words) <= _LONGEST_HEADLINE and ends_open and _LIST_ITEM.match(self.text) is None


def anatomy(
    text: str, sections: Sequence[Section] | None = None, *, known: Credit | None = None, language: str | None = None
) -> Anatomy:
    """The parts of `text`: in order, not overlapping, every line with something on it in exactly one.

    `sections` are what the format knows of the text (pages, rows, headings), in order; without them it is one stretch.
    `known` is what the file's metadata give of title and publisher. Pure: the same text gives the same parts.
    """
    blocks = _blocks(text, sections if sections is not None else (Section(0, len(text)),))
    open_blocks = [block for block in blocks if block.kind is None]
    _mark_furniture(open_blocks)
    dateline = _mark_dateline(open_blocks, language)
    date = _mark_dates(open_blocks, language)
    known = known or Credit()
    headline = _mark_headline(blocks, known.title)
    author = _mark_bylines(open_blocks)
    _mark_tail(open_blocks)
    _mark_headings(open_blocks)
    parts = tuple(part for block in blocks for part in _parts_of(block))
    place, publisher = _named(dateline, text, known.publisher)
    return Anatomy(parts, headline, author, (dateline.date if dateline else None) or date, place, publisher)


def _named(dateline: Dateline | None, text: str, publisher: str | None) -> tuple[str | None, str | None]:
    """The place and the publisher that a dateline names. "Isthmus Post, 13 March 2023" names a publisher.

    Where the publisher is known and is another, a line of its own names a place.
    """
    if dateline is None:
        return None, None
    name = dateline.place
    if name and dateline.alone and not is_place(name, text):
        another = publisher and folded(publisher) != folded(name) and not is_organisation(name)
        return (name, None) if another else (None, name)
    return name, dateline.agency


def _blocks(text: str, sections: Sequence[Section]) -> list[_Block]:
    blocks: list[_Block] = []
    for section in sections:
        spans = paragraphs(text, section.start, section.end) if section.kind is None else [(section.start, section.end)]
        blocks.extend(_Block(start, end, text[start:end], section.place, section.kind) for start, end in spans)
    return blocks


def _parts_of(block: _Block) -> tuple[Part, ...]:
    if block.split is None:
        return (Part(block.kind or PartKind.BODY, block.start, block.end, block.place),)
    dateline = Part(PartKind.DATELINE, block.start, block.split, block.place)
    if block.split >= block.end:
        return (dateline,)
    return (dateline, Part(PartKind.BODY, block.split, block.end, block.place))


def _mark_furniture(blocks: list[_Block]) -> None:
    running = _running_lines(blocks)
    for block in blocks:
        alone = is_page_number(block.text) and block.place is not None
        if is_furniture(block.text) or alone or id(block) in running:
            block.kind = PartKind.BOILERPLATE


def _running_lines(blocks: list[_Block]) -> set[int]:
    """Identities of running headers and footers: the same line at the edge of three pages, and of every fifth page."""
    pages: dict[str, list[_Block]] = {}
    for block in blocks:
        if block.place is not None and not is_page_number(block.text):
            pages.setdefault(block.place, []).append(block)
    edges = [block for page in pages.values() if len(page) > 2 for block in (page[0], page[-1])]
    times = Counter(folded(block.text) for block in edges)
    fewest = max(_RUNNING, len(pages) / 5)
    return {id(block) for block in edges if times[folded(block.text)] >= fewest}


def _unmarked(blocks: list[_Block]) -> list[_Block]:
    return [block for block in blocks if block.kind is None and block.split is None]


def _mark_dateline(blocks: list[_Block], language: str | None) -> Dateline | None:
    """The first dateline near the start. Two that are whole lines are rows of a list ("Name, date"), not datelines."""
    found = [
        (block, dateline)
        for block in _unmarked(blocks)[:_HEAD_PARAGRAPHS]
        if (dateline := dateline_at_start(block.text, language))
    ]
    whole = [block for block, dateline in found if dateline.length >= len(block.text)]
    for block, dateline in found:
        if block in whole and len(whole) > 1:
            continue
        block.split = block.start + dateline.length
        return dateline
    return None


def _mark_dates(blocks: list[_Block], language: str | None) -> str | None:
    """Lines near the start or the end that are a date and nothing else; the first of them is the date of publication."""
    first = None
    unmarked = _unmarked(blocks)
    for block in unmarked[:_HEAD_PARAGRAPHS] + unmarked[_HEAD_PARAGRAPHS:][-_HEAD_PARAGRAPHS:]:
        if date := publication_date(block.text, language):
            block.kind = PartKind.DATELINE
            first = first or date
    return first


def _mark_headline(blocks: list[_Block], title: str | None) -> str | None:
    """The title where it stands in the text, or a short first line that sentences follow; repeats are furniture."""
    headline = _headline_among(blocks, title)
    lead = _lead([block for block in blocks if block.kind is None])
    seen = {folded(title)} if title else set()
    if headline:
        headline.kind = PartKind.HEADLINE
        seen.add(folded(headline.text))
    for line in lead:
        if line is headline:
            continue
        if folded(line.text) in seen:
            line.kind = PartKind.BOILERPLATE
        elif headline and author_in_byline(line.text) is None and not is_name(line.text):
            line.kind = PartKind.HEADLINE
        seen.add(folded(line.text))
    return " ".join(headline.text.lstrip("# ").split()) if headline else None


def _headline_among(blocks: list[_Block], title: str | None) -> _Block | None:
    """The heading that the format marks, the block that repeats the title, the first of the lead, or a line by a dateline."""
    head = blocks[:_HEAD_PARAGRAPHS]
    for block in blocks:
        if block.kind is PartKind.HEADLINE or (block in head and _HEADING_MARK.match(block.text)):
            return block
    unmarked = [block for block in blocks if block.kind is None]
    for block in unmarked[:_HEAD_PARAGRAPHS]:
        if title and block.split is None and folded(block.text) == folded(title):
            return block
    lead = _lead(unmarked)
    if lead:
        return lead[0] if author_in_byline(lead[0].text) is None else None
    return _beside_dateline(head)


def _beside_dateline(head: list[_Block]) -> _Block | None:
    """A line right below a dateline that stands alone, or right above any dateline."""
    at = next(
        (index for index, block in enumerate(head) if block.split is not None or block.kind is PartKind.DATELINE), None
    )
    if at is None:
        return None
    alone = head[at].split in (None, head[at].end)
    near = (head[at + 1 : at + 2] if alone else []) + head[max(0, at - 1) : at]
    return next(
        (block for block in near if block.kind is None and block.is_headline_like and not block.is_sentence), None
    )


def _lead(blocks: list[_Block]) -> list[_Block]:
    """The short lines before the first sentence; none where there are too many to be a headline and what goes with it."""
    lead: list[_Block] = []
    for block in blocks:
        if block.split is not None or not block.is_headline_like or len(lead) > _HEAD_PARAGRAPHS:
            break
        if block.is_sentence and lead:
            break
        lead.append(block)
    followed = any(block.split is not None or block.is_sentence for block in blocks[len(lead) :][:2])
    return lead if followed and len(lead) <= _HEAD_PARAGRAPHS else []


def _mark_bylines(blocks: list[_Block]) -> str | None:
    """Lines that name the author in so many words; or a name alone, above the text or right below it."""
    author = None
    unmarked = _unmarked(blocks)
    for block in unmarked:
        if is_unnamed_byline(block.text):
            block.kind = PartKind.BYLINE
        elif named := author_in_byline(block.text):
            block.kind = PartKind.BYLINE
            author = author or named
    if author:
        return author
    name = _name_above(blocks) or _name_below(blocks)
    if name is None:
        return None
    name.kind = PartKind.BYLINE
    return " ".join(name.text.split())


def _name_above(blocks: list[_Block]) -> _Block | None:
    """A name alone between the headline and the first sentence."""
    headline_seen = False
    for block in blocks[: 2 * _HEAD_PARAGRAPHS]:
        if block.split is not None or (block.kind is None and block.is_sentence):
            return None
        if block.kind is None and headline_seen and is_name(block.text):
            return block
        headline_seen = headline_seen or block.kind is PartKind.HEADLINE
    return None


def _name_below(blocks: list[_Block]) -> _Block | None:
    """A name alone right after the last sentence."""
    last = _last_sentence(blocks)
    below = [block for block in blocks[last + 1 :] if block.kind is None] if last is not None else []
    return below[0] if below and is_name(below[0].text) and len(below) <= _HEAD_PARAGRAPHS else None


def _last_sentence(blocks: list[_Block]) -> int | None:
    return next(
        (
            index
            for index in range(len(blocks) - 1, -1, -1)
            if blocks[index].kind is None and (blocks[index].is_sentence or blocks[index].split is not None)
        ),
        None,
    )


def _mark_tail(blocks: list[_Block]) -> None:
    """Short lines below the text, once furniture or a byline stands there too, are furniture."""
    last = _last_sentence(blocks)
    if last is None:
        return
    closed = False
    for block in blocks[last + 1 :]:
        closed = closed or block.kind in (PartKind.BOILERPLATE, PartKind.BYLINE)
        if closed and block.kind is None and block.is_headline_like and not any(c.isdigit() for c in block.text):
            block.kind = PartKind.BOILERPLATE


def _mark_headings(blocks: list[_Block]) -> None:
    for block in _unmarked(blocks):
        if _HEADING_MARK.match(block.text) and "\n" not in block.text:
            block.kind = PartKind.HEADLINE
