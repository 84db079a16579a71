"""What the stretches of a text are: headline, dateline, byline, body, table, boilerplate.

The words that tell are data (`words/furniture.toml`, `words/datelines.toml`). In doubt a stretch is body: a statement read
from a heading can be set aside, one that was never read is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.source import Credit, Part
from atleast.model.words import PartKind
from atleast.source import marks
from atleast.source.blocks import Block, Section, blocks_of
from atleast.source.dateline import Dateline
from atleast.source.fields import cut_fields
from atleast.source.furniture import folded
from atleast.source.masthead import is_organisation, is_place


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a text, and what its headline, dateline and byline say."""

    parts: tuple[Part, ...]
    headline: str | None = None
    author: str | None = None
    date: str | None = None
    place: str | None = None
    publisher: str | None = None


def anatomy(
    text: str, sections: Sequence[Section] | None = None, *, known: Credit | None = None, language: str | None = None
) -> Anatomy:
    """The parts of `text`: in order, not overlapping, every line with something on it in exactly one.

    `sections` are what the format knows of the text (pages, rows, headings), in order; without them it is one stretch.
    `known` is what the file's metadata give of title and publisher. Pure: the same text gives the same parts.
    """
    blocks = blocks_of(text, sections if sections is not None else (Section(0, len(text)),))
    marks.mark_furniture([block for block in blocks if block.is_open])
    blocks, others = cut_fields(text, blocks, language)
    open_blocks = [block for block in others if block.is_open]
    dateline = marks.mark_dateline(open_blocks, language)
    date = marks.mark_dates(open_blocks, language)
    known = known or Credit()
    headline = marks.mark_headline(others, known.title)
    author = marks.mark_bylines(open_blocks)
    marks.mark_tail(open_blocks)
    marks.mark_headings(open_blocks)
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


def _parts_of(block: Block) -> tuple[Part, ...]:
    if block.split is None:
        return (Part(block.kind or PartKind.BODY, block.start, block.end, block.place),)
    dateline = Part(PartKind.DATELINE, block.start, block.split, block.place)
    if block.split >= block.end:
        return (dateline,)
    return (dateline, Part(PartKind.BODY, block.split, block.end, block.place))
