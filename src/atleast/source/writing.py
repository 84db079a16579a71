"""From a text to its layout: language, parts and credit, for every format alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atleast.errors import EmptySource, OversizedSource
from atleast.limits import Limits
from atleast.model.source import Credit, Layout
from atleast.model.words import PartKind
from atleast.source.blocks import Section
from atleast.source.characters import storable
from atleast.source.credit import credit_of
from atleast.source.language import language_of
from atleast.source.paragraphs import BLANK
from atleast.source.parts import anatomy


def laid_out(
    text: str,
    name: str,
    limits: Limits,
    *,
    known: Credit | None = None,
    properties: Credit | None = None,
    sections: Sequence[Section] | None = None,
) -> Layout:
    """The layout of `text`, which the file called `name` holds.

    `known` is what its metadata say of the text, `properties` what they say of the file. Raises EmptySource where there is
    nothing to read, OversizedSource where there is too much.
    """
    known = known or Credit()
    if len(text) > limits.text_characters:
        raise too_large(name, "text_characters", len(text), limits.text_characters, "characters of text")
    text = storable(text)
    if not text.strip(BLANK + "\r\n\v\f"):
        raise EmptySource(
            f"{name} has no text in it.", remedy="Check the file where it came from; it may have been cut."
        )
    language = language_of(text)
    properties = properties or Credit()
    publisher = known.publisher or properties.publisher
    found = anatomy(text, sections, known=replace(known, publisher=publisher), language=known.language or language)
    return Layout(text, found.parts, credit_of(known, found, language, properties))


class Draft:
    """A text as it is put together from pieces of a document, each on a line of its own, with its section."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._sections: list[Section] = []
        self.length = 0
        """In characters, so far."""

    def add(self, piece: str, kind: PartKind | None = None, place: str | None = None) -> None:
        """Add a piece; one of nothing but blanks is kept in the text and has no section."""
        if piece.strip(BLANK + "\r\n\v\f"):
            self._sections.append(Section(self.length, self.length + len(piece), kind, place))
        self._pieces.append(piece + "\n")
        self.length += len(piece) + 1

    def layout(
        self, name: str, limits: Limits, known: Credit | None = None, properties: Credit | None = None
    ) -> Layout:
        """The layout of all that was added. Raises as `laid_out` does."""
        text = "".join(self._pieces)
        return laid_out(text, name, limits, known=known, properties=properties, sections=self._sections)


def too_large(name: str, limit: str, number: int, most: int, of_what: str) -> OversizedSource:
    """The error for a file beyond `limits.<limit>`, which names the limit, the number and the remedy."""
    return OversizedSource(
        f"{name} has {number:,} {of_what}; the limit is {most:,}.",
        remedy=f"Split the file, or raise it in mandate.toml: [limits] {limit} = {number}.",
    )
