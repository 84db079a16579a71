"""Marks on the blocks of a text: what is furniture, dateline, headline, byline. What stays unmarked is body.

Each function looks at what is still open and marks what it is sure of; `parts.anatomy` calls them in their order.
"""

from __future__ import annotations

import re
from collections import Counter

from atleast.model.words import PartKind
from atleast.source.blocks import Block
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

_HEAD_PARAGRAPHS = 8
"""A headline, byline or dateline stands among this many paragraphs from the start, or it is none."""
_RUNNING = 3
"""A line at the edge of fewer pages is no running header or footer."""
_HEADING_MARK = re.compile(r"#{1,6}\s+\S[^\n]*$")


def mark_furniture(blocks: list[Block]) -> None:
    """Mark lines of the page: navigation, labels, page numbers, running headers and footers."""
    running = _running_lines(blocks)
    for block in blocks:
        alone = is_page_number(block.text) and block.place is not None
        if is_furniture(block.text) or alone or id(block) in running:
            block.kind = PartKind.BOILERPLATE


def _running_lines(blocks: list[Block]) -> set[int]:
    """Identities of running headers and footers: the same line at the edge of three pages, and of every fifth page."""
    pages: dict[str, list[Block]] = {}
    for block in blocks:
        if block.place is not None and not is_page_number(block.text):
            pages.setdefault(block.place, []).append(block)
    edges = [block for page in pages.values() if len(page) > 2 for block in (page[0], page[-1])]
    times = Counter(folded(block.text) for block in edges)
    fewest = max(_RUNNING, len(pages) / 5)
    return {id(block) for block in edges if times[folded(block.text)] >= fewest}


def _open(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if block.is_open]


def mark_dateline(blocks: list[Block], language: str | None) -> Dateline | None:
    """The first dateline near the start. Two that are whole lines are rows of a list ("Name, date"), not datelines."""
    found = [
        (block, dateline)
        for block in _open(blocks)[:_HEAD_PARAGRAPHS]
        if (dateline := dateline_at_start(block.text, language))
    ]
    whole = [block for block, dateline in found if dateline.length >= len(block.text)]
    for block, dateline in found:
        if block in whole and len(whole) > 1:
            continue
        block.split = block.start + dateline.length
        return dateline
    return None


def mark_dates(blocks: list[Block], language: str | None) -> str | None:
    """Lines near the start or the end that are a date and nothing else; the first of them is the date of publication."""
    first = None
    unmarked = _open(blocks)
    for block in unmarked[:_HEAD_PARAGRAPHS] + unmarked[_HEAD_PARAGRAPHS:][-_HEAD_PARAGRAPHS:]:
        if date := publication_date(block.text, language):
            block.kind = PartKind.DATELINE
            first = first or date
    return first


def mark_headline(blocks: list[Block], title: str | None) -> str | None:
    """The title where it stands in the text, or a short first line that sentences follow; repeats are furniture."""
    headline = _headline_among(blocks, title)
    lead = _lead(blocks)
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


def _headline_among(blocks: list[Block], title: str | None) -> Block | None:
    """Near the start: a heading that is marked, the title's words, the first of the lead, or a line beside a dateline."""
    head = blocks[:_HEAD_PARAGRAPHS]
    for block in head:
        if block.kind is PartKind.HEADLINE or _HEADING_MARK.match(block.text):
            return block
    for block in head:
        if title and block.is_open and folded(block.text) == folded(title):
            return block
    lead = _lead(blocks)
    if lead:
        return lead[0] if author_in_byline(lead[0].text) is None else None
    return _beside_dateline(head)


def _beside_dateline(head: list[Block]) -> Block | None:
    """A line right below a dateline that stands alone, or right above any dateline."""
    for index, block in enumerate(head):
        if block.split is not None or block.kind is PartKind.DATELINE:
            alone = block.split in (None, block.end)
            near = (head[index + 1 : index + 2] if alone else []) + head[max(0, index - 1) : index]
            return next(
                (line for line in near if line.is_open and line.is_headline_like and not line.is_sentence), None
            )
    return None


def _lead(blocks: list[Block]) -> list[Block]:
    """The short lines before the first sentence; none where there are too many to be a headline and what goes with it."""
    unmarked = [block for block in blocks if block.kind is None]
    lead: list[Block] = []
    for block in unmarked[: _HEAD_PARAGRAPHS + 1]:
        if block.split is not None or not block.is_headline_like or (block.is_sentence and lead):
            break
        lead.append(block)
    followed = any(block.split is not None or block.is_sentence for block in unmarked[len(lead) :][:2])
    return lead if followed and len(lead) <= _HEAD_PARAGRAPHS else []


def mark_bylines(blocks: list[Block]) -> str | None:
    """Lines that name the author in so many words; or a name alone, above the text or right below it."""
    author = None
    unmarked = _open(blocks)
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


def _name_above(blocks: list[Block]) -> Block | None:
    """The only name that stands alone between the headline and the first sentence."""
    headline_seen = False
    names: list[Block] = []
    for block in blocks[: 2 * _HEAD_PARAGRAPHS]:
        if block.split is not None or (block.kind is None and block.is_sentence):
            break
        if block.kind is None and headline_seen and is_name(block.text):
            names.append(block)
        headline_seen = headline_seen or block.kind is PartKind.HEADLINE
    return names[0] if len(names) == 1 else None


def _name_below(blocks: list[Block]) -> Block | None:
    """The only name that stands alone below the last sentence, right below it. After a colon it is an item of a list."""
    last = _last_sentence(blocks)
    if last is None or blocks[last].text.endswith(":"):
        return None
    below = [block for block in blocks[last + 1 :] if block.kind is None]
    names = [block for block in below if is_name(block.text)]
    return names[0] if len(names) == 1 and names[0] is below[0] and len(below) <= _HEAD_PARAGRAPHS else None


def _last_sentence(blocks: list[Block]) -> int | None:
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.split is not None or (block.kind is None and block.is_sentence):
            return index
    return None


def mark_tail(blocks: list[Block]) -> None:
    """Short lines below the text, once furniture or a byline stands there too, are furniture."""
    last = _last_sentence(blocks)
    if last is None:
        return
    closed = False
    for block in blocks[last + 1 :]:
        closed = closed or block.kind in (PartKind.BOILERPLATE, PartKind.BYLINE)
        if closed and block.kind is None and block.is_headline_like and not any(c.isdigit() for c in block.text):
            block.kind = PartKind.BOILERPLATE


def mark_headings(blocks: list[Block]) -> None:
    """Mark headings that Markdown marks."""
    for block in _open(blocks):
        if _HEADING_MARK.match(block.text):
            block.kind = PartKind.HEADLINE
