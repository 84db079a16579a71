"""A source: the bytes as they came, and their text laid out in parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from atleast.model.words import PartKind, SourceState


@dataclass(frozen=True, slots=True)
class Credit:
    """Who a source says it is by, where from and of when. Every field is what the source claims, None where it claims nothing."""

    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    place: str | None = None
    """The place of the dateline."""
    date: str | None = None
    """The date of publication, EDTF."""
    language: str | None = None
    """BCP 47: en, ru, be, be-Latn, uk, or another that was detected; None where there is too little text."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch `[start:end]` of a source's text, and what it is.

    `place` is where the stretch stands in the original, in words a person can follow: "page 3", "sheet Prisoners, row 12".
    The text of a table row holds its cells separated by one tab each.
    """

    kind: PartKind
    start: int
    end: int
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of one source and how it is laid out. Parts are in order, do not overlap, and lie within the text."""

    text: str
    parts: tuple[Part, ...]
    credit: Credit = field(default_factory=Credit)


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes as they came: named by their SHA-256, never altered, with how they were collected."""

    sha256: str
    name: str
    """Where the bytes were first found: the path below the folder that was taken in, with `!/` between an archive and
    what is in it."""
    size: int
    """In bytes."""
    media_type: str
    state: SourceState
    taken_in: str
    """UTC, ISO 8601 to the second."""
    collected_by: str | None = None
    container: str | None = None
    """SHA-256 of the archive or e-mail that the bytes came out of."""
    problem: str | None = None
    """Why there is no text, in words, with what to do; None where there is text."""
    note: str | None = None
    """What a person should know of the text: letters that could not be decoded, members that were not taken out."""
    credit: Credit = field(default_factory=Credit)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source with its text and parts: what a reader reads."""

    source: Source
    text: str
    parts: tuple[Part, ...]
