"""What the page holds, section by section, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from atleast.model.words import Bound
from atleast.report.inline import Inline
from atleast.report.numbers import Number


@dataclass(frozen=True, slots=True)
class Detail:
    """A label in the program's words and what sources say under it."""

    label: str
    value: Inline


@dataclass(frozen=True, slots=True)
class Narration:
    """An event in words: the sentence, who else says so, and what is named besides."""

    sentence: Inline
    also: Inline
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The head of the page."""

    title: str
    country: str
    period: Inline
    mechanism: str
    as_of: Inline
    """The moment of the last thing that the record holds."""
    summary: Inline


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that the reader should meet first."""

    value: Inline
    label: Inline
    anchor: str
    """The section that says more."""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """How many sources of one language came to what, in the order of `Received.outcomes`; empty where none did."""

    language: Inline
    cells: tuple[Inline, ...]
    total: Inline


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source and what became of it."""

    sha256: str
    name: str
    title: str | None
    publisher: str | None
    author: str | None
    date: Inline
    language: Inline
    outcome: Inline
    remarks: tuple[str, ...]
    """Why it could not be read and what to do, or what to know of its text, as it stands on the record."""
    also_named: tuple[str, ...]
    size: Inline
    media_type: str
    url: str | None
    taken_in: Inline
    collected_by: str | None


@dataclass(frozen=True, slots=True)
class Received:
    """What was received and what became of it."""

    outcomes: tuple[str, ...]
    languages: tuple[LanguageRow, ...]
    sources: tuple[SourceRow, ...]
    not_read_yet: tuple[Inline, ...]
    missed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person who counts, possibly counts or does not, and why."""

    name: str
    anchor: str
    reason: Inline
    tip: Inline = ()
    """What would tip it in or out."""
    doubles: tuple[Inline, ...] = ()
    """Who may be the same person under another name, and why."""
    counts_with: Inline = ()
    """The name that it counts with, once for both."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Our own count on one day."""

    day: Inline
    headline: Inline
    ceiling: Inline
    members: tuple[MemberRow, ...]
    possible: tuple[MemberRow, ...]
    excluded: tuple[MemberRow, ...]
    then: Inline = ()
    """The same as known on that day, where it was another number."""


@dataclass(frozen=True, slots=True)
class OwnMinimum:
    """Our own counts and the rule that they follow."""

    rule: Inline
    counts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A figure that a source publishes, beside our own for the day it gives."""

    figure: Inline
    kind: str
    place: Inline
    as_of: Inline
    told: Inline
    who: Inline
    designation: Inline
    own: Inline
    denied: bool


@dataclass(frozen=True, slots=True)
class PointRow:
    """Our own count on one day of change."""

    day: date
    value: int
    ceiling: int
    said_day: Inline
    said_value: Inline
    said_ceiling: Inline


@dataclass(frozen=True, slots=True)
class PublishedPoint:
    """A published stock as the chart draws it."""

    day: date
    value: int
    bound: Bound
    of: str
    who: str
    day_given: bool
    """False where the day is only that on which it was told."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """What the chart draws."""

    of: str
    points: tuple[PointRow, ...]
    published: tuple[PublishedPoint, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the chronology."""

    when: Inline
    edtf: str | None
    type: str
    denied: bool
    narration: Narration


@dataclass(frozen=True, slots=True)
class Chronology:
    """Events, oldest first; those without a date after them, by the day they were told."""

    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Episode:
    """One case of a person."""

    id: str
    standing: tuple[Inline, ...]
    """Whether it counts by the report's rule, on each day of the report."""
    steps: tuple[Entry, ...]
    versions: tuple[Inline, ...] = ()
    """What sources tell differently, and what is shown first by which rule."""


@dataclass(frozen=True, slots=True)
class PersonBlock:
    """One person: how sources spell the name, what happened, and what is denied."""

    name: str
    anchor: str
    spellings: tuple[str, ...]
    episodes: tuple[Episode, ...]
    denials: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """What holders say toward somebody, and who met whom."""

    positions: tuple[Inline, ...]
    contacts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The state of the ledger that the report was made from."""

    size: Inline
    root: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the page holds but the notes, whose texts are fetched when it is written."""

    version: str
    title: Title
    key_figures: tuple[KeyFigure, ...]
    received: Received
    minimum: OwnMinimum
    published: tuple[PublishedRow, ...]
    chart: ChartData | None
    chronology: Chronology
    persons: tuple[PersonBlock, ...]
    positions: Positions
    definitions: tuple[tuple[str, str], ...]
    mandate_text: str
    record: Record
    numbers: tuple[Number, ...]
    cited: tuple[str, ...]
    """Ids of the statements cited, in order of note."""
    impossible: tuple[Inline, ...] = ()
    """Lives that cannot have been as they are told."""
    set_aside: tuple[Inline, ...] = ()
    """What nothing rests on: rejected by people, or proposed by a model and not confirmed."""
