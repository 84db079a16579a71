"""What a line of the page is made of: the program's own words, and everything else marked as what it is.

The program's words may hold no digit. A number reaches the page only as a `Figure` that is registered, a date only as a
`Time`, what a source says only as `Verbatim` or `Quote`. So a number that nobody can check cannot be printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from atleast.errors import InvalidRecord


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the program. Raises InvalidRecord where they hold a digit."""

    words: str

    def __post_init__(self) -> None:
        """Refuse a digit: it belongs in one of the other pieces."""
        if any(letter.isdigit() for letter in self.words):
            raise InvalidRecord(
                f"The report was about to print {self.words!r}, a number that is not registered.",
                remedy="Nothing was made. Please report this as a fault of the program.",
            )


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Words that are not the program's: a name, a place, a penalty as a source or the mandate gives it."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What a source says, between quotation marks."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A point in time: for machines as HTML has it ("2023-05"), for people as text ("May 2023")."""

    machine: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of numbers.json."""

    number: str
    value: int


@dataclass(frozen=True, slots=True)
class Code:
    """A hash, a span, a date in EDTF, a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a note; `machine` where no person has confirmed what it rests on."""

    note: int
    machine: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """References to notes, in order."""

    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A name that leads to another place on the page."""

    anchor: str
    text: str


Piece = Text | Verbatim | Quote | Time | Figure | Code | Notes | Jump
Inline = tuple[Piece, ...]


def words(text: str) -> Inline:
    """The program's words; nothing where there are none."""
    return (Text(text),) if text else ()


def verbatim(text: str | None, language: str | None = None) -> Inline:
    """Somebody else's words; nothing where there are none."""
    return (Verbatim(text, language),) if text else ()


def code(text: str) -> Inline:
    """A hash, a span, a date in EDTF, a command."""
    return (Code(text),)


def fill(template: str, **fields: Inline) -> Inline:
    """A sentence: the template's words with each {field} replaced by its pieces."""
    pieces: list[Piece] = []
    for said, field, _, _ in Formatter().parse(template):
        pieces += words(said)
        if field is not None:
            pieces += fields[field]
    return tuple(pieces)


def join(items: Sequence[Inline], last: str = " and ") -> Inline:
    """Items in a row: "a, b and c"."""
    pieces: list[Piece] = []
    for place, item in enumerate(items):
        if place:
            pieces += words(last if place == len(items) - 1 else ", ")
        pieces += item
    return tuple(pieces)


def to_text(line: Inline) -> str:
    """The line as plain text, for a terminal or a figure's label."""
    return "".join(_plain(piece) for piece in line)


def _plain(piece: Piece) -> str:
    match piece:
        case Text():
            return piece.words
        case Quote():
            return f"“{piece.text}”"
        case Figure():
            return f"{piece.value:,}"
        case Notes():
            return "".join(f" [{ref.note}]" for ref in piece.refs)
        case Verbatim() | Time() | Code() | Jump():
            return piece.text
