"""A statement: one exact span of a source's text, who says it, how sure they are, and what is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atleast.errors import InvalidRecord
from atleast.model.edtf import is_edtf
from atleast.model.source import SourceText
from atleast.model.words import Bound, Certainty, ChainRole, EventType, FigureKind, Ground, Polarity, Stance


@dataclass(frozen=True, slots=True)
class Link:
    """One place in the chain of who says so."""

    role: ChainRole
    name: str
    description: str | None = None
    """What the text calls them: "U.S. ambassador to the OSCE"."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as an EDTF string, and the words of the text that it was read from."""

    edtf: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened, with its roles; names stand as they stand in the text."""

    type: EventType
    subject: tuple[str, ...] = ()
    """Names in full where the text has them in full, or a noun phrase: ("Selma Corvane",), ("four journalists",)."""
    persons: tuple[str, ...] = ()
    """Those of `subject` that are names of persons, in the nominative where the language has cases and it is sure."""
    authority: str | None = None
    facility: str | None = None
    place: str | None = None
    date: When | None = None
    article: tuple[str, ...] = ()
    penalty: str | None = None
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, cases or the like that the text gives, with its bound and whose designation it is."""

    bound: Bound
    value: int
    of: str
    figure: FigureKind
    place: str | None = None
    as_of: When | None = None
    designation: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a holder says toward somebody or something, in the holder's words."""

    holder: str
    toward: str | None
    stance: Stance
    text: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting or other contact between parties."""

    parties: tuple[str, ...]
    date: When | None = None


PROPOSING = "model "
"""How the name of a reader begins that is a language model: "model NAME"."""

Content = Event | Count | Position | Contact


@dataclass(frozen=True, slots=True)
class Statement:
    """What one exact span of one source says. A statement whose quote is not its source's text cannot be stored."""

    source: str
    start: int
    end: int
    quote: str
    language: str
    certainty: Certainty
    polarity: Polarity
    chain: tuple[Link, ...]
    """Who says so, outermost first: outlet, speaker, cited origin."""
    content: Content
    trigger: tuple[int, int]
    """The span of the fewest words that carry it, within [start:end]."""
    reader: str
    """Name and version of the reader, "english 1"; for a person's own statement, "person"."""
    rule: str
    """The rule and words that made it, for `atleast read --explain`."""
    reviewed: bool = False

    @property
    def kind(self) -> str:
        """One of event, count, position, contact."""
        return type(self.content).__name__.lower()

    @property
    def proposed(self) -> bool:
        """Whether a language model proposed it, so that it counts for nothing until a person confirms it."""
        return is_proposing(self.reader)


def is_proposing(reader: str) -> bool:
    """Whether a reader, by its name, is a language model."""
    return reader.startswith(PROPOSING)


def check_all(statements: Iterable[Statement], source: SourceText) -> None:
    """Raise InvalidRecord unless each statement is of that source and can stand against its text."""
    for statement in statements:
        if statement.source != source.source.sha256:
            raise _invalid(
                statement, f"found in source {source.source.sha256[:12]} says that it is of {statement.source[:12]}"
            )
        check_against(statement, source.text)


def check_against(statement: Statement, text: str) -> None:
    """Raise InvalidRecord unless the quote is the text's own slice, the trigger lies within it, and its date is EDTF."""
    start, end = statement.trigger
    if (
        not (0 <= statement.start < statement.end <= len(text))
        or statement.quote != text[statement.start : statement.end]
    ):
        raise _invalid(
            statement,
            f"quotes {statement.quote[:60]!r}, which is not what stands at "
            f"[{statement.start}:{statement.end}] of source {statement.source[:12]}",
        )
    if not (statement.start <= start < end <= statement.end):
        raise _invalid(
            statement, f"has the trigger [{start}:{end}], outside its quote [{statement.start}:{statement.end}]"
        )
    when = _when(statement.content)
    if when is not None and not is_edtf(when.edtf):
        raise _invalid(statement, f"is dated {when.edtf!r}, which is not EDTF")


def _when(content: Content) -> When | None:
    match content:
        case Event() | Contact():
            return content.date
        case Count():
            return content.as_of
        case Position():
            return None


def _invalid(statement: Statement, problem: str) -> InvalidRecord:
    remedy = f"Nothing was stored. Please report this with the name of the reader: {statement.reader}."
    return InvalidRecord(f"A statement {problem}.", remedy=remedy)
