"""The notes: for each statement cited, the quote in its source with the text around it, and all that says where it is from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from atleast.dossier import sources
from atleast.dossier.readings import Recorded
from atleast.model.source import Layout, Source
from atleast.report.dates import spoken_claim
from atleast.report.inline import Inline
from atleast.report.phrases import CERTAINTY, POLARITY, in_words
from atleast.report.tellings import chain_in_words

_CONTEXT = 240
"""Most characters of context on either side of a quote."""


@dataclass(frozen=True, slots=True)
class Note:
    """One statement with its quote in context: `before`, `quote` and `after` are one stretch of the source's text."""

    number: int
    statement: str
    kind: str
    """What it says, in words: "arrest", "count", "position"."""
    quote: str
    before: str
    after: str
    cut_before: bool
    """Whether the text goes on before what is shown."""
    cut_after: bool
    language: str
    place: str | None
    """Where in the original, in words: "page 3"."""
    source_name: str
    sha256: str
    publisher: str | None
    date: Inline
    who: Inline
    certainty: str
    polarity: str
    reader: str
    reviewed: bool
    start: int
    end: int
    rejected: bool = False


def notes_of(
    tx: sa.Connection, cited: Sequence[str], by_id: Mapping[str, Recorded], by_hash: Mapping[str, Source]
) -> list[Note]:
    """The notes of statements, numbered from 1 in the order given. Holds the text of one source at a time."""
    numbers = {statement: number for number, statement in enumerate(cited, start=1)}
    by_source: dict[str, list[str]] = defaultdict(list)
    for statement in cited:
        by_source[by_id[statement].statement.source].append(statement)
    notes: list[Note] = []
    for sha256, statements in by_source.items():
        source = by_hash[sha256]
        layout = sources.layout_of(tx, source) or Layout("", ())
        notes += [note_of(numbers[each], by_id[each], source, layout) for each in statements]
    return sorted(notes, key=lambda note: note.number)


def note_of(number: int, recorded: Recorded, source: Source, layout: Layout) -> Note:
    """One note, with the context cut from the source's text."""
    statement = recorded.statement
    first, last = context(layout.text, statement.start, statement.end)
    return Note(
        number=number,
        statement=recorded.id,
        kind=in_words(statement.content.type) if hasattr(statement.content, "type") else statement.kind,
        quote=statement.quote,
        before=layout.text[first : statement.start],
        after=layout.text[statement.end : last],
        cut_before=first > 0,
        cut_after=last < len(layout.text),
        language=statement.language,
        place=_place(layout, statement.start),
        source_name=source.name,
        sha256=source.sha256,
        publisher=source.credit.publisher,
        date=spoken_claim(source.credit.date),
        who=chain_in_words(statement, source),
        certainty=CERTAINTY[statement.certainty],
        polarity=POLARITY[statement.polarity],
        reader=statement.reader,
        reviewed=statement.reviewed,
        start=statement.start,
        end=statement.end,
        rejected=recorded.rejected,
    )


def context(text: str, start: int, end: int, most: int = _CONTEXT) -> tuple[int, int]:
    """The stretch to show around [start:end]: at most `most` characters either side, cut between words."""
    first, last = max(0, start - most), min(len(text), end + most)
    if first > 0 and not text[first - 1].isspace():
        gap = re.search(r"\s", text[first:start])
        first = first + gap.end() if gap else start
    if last < len(text) and not text[last].isspace():
        gap = re.search(r"\s\S*$", text[end:last])
        last = end + gap.start() if gap else end
    return first, last


def _place(layout: Layout, at: int) -> str | None:
    parts: Iterable[str | None] = (part.place for part in layout.parts if part.start <= at < part.end)
    return next((place for place in parts if place), None)
