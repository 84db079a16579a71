"""The blocks of a text: its paragraphs, and the stretches whose kind the format of the file knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.words import PartKind
from atleast.source.paragraphs import paragraphs

_LONGEST_HEADLINE = 25
"""In words."""
# "- Anton Lisk", "12. Vera Holm", "Name: Anton Lisk", "Date of arrest: 3 May".
_LIST_ITEM = re.compile(r"[-*\u2022\u2013\u2014\u00b7]\s|\(?\d+[.)]|\S+:\s|(?:\S+ ){1,3}\S+:\s.*\d")
_ENDS = tuple(".!?\u2026;:")
_CLOSING = "\"'\u201d\u2019\u00bb\u201c)]*_"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch `[start:end]` of a text as its format gives it: of a kind that is known, or None to be told by its words."""

    start: int
    end: int
    kind: PartKind | None = None
    place: str | None = None


@dataclass(slots=True)
class Block:
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
        """Whether it ends as a sentence does, or is longer than any headline."""
        return self.text.rstrip(_CLOSING).endswith(_ENDS) or len(self.text.split()) > _LONGEST_HEADLINE

    @property
    def is_headline_like(self) -> bool:
        """Whether it is short, does not end as a statement does, and is no item of a list."""
        words = self.text.split()
        ends_open = not self.text.rstrip(_CLOSING).endswith((".", ";", ":"))
        return len(words) <= _LONGEST_HEADLINE and ends_open and _LIST_ITEM.match(self.text) is None

    @property
    def is_open(self) -> bool:
        """Whether its kind is still to be found."""
        return self.kind is None and self.split is None


def blocks_of(text: str, sections: Sequence[Section]) -> list[Block]:
    """The blocks of the sections, in order; every line with something on it is in exactly one."""
    blocks: list[Block] = []
    for section in sections:
        spans = paragraphs(text, section.start, section.end) if section.kind is None else [(section.start, section.end)]
        blocks.extend(Block(start, end, text[start:end], section.place, section.kind) for start, end in spans)
    return blocks
