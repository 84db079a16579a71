"""Lists of labels: a line with a name, then lines such as "Date of arrest: 3 May 2031" and "Place of detention: …".

The form in which registers of prisoners are often printed. The name is the last line before the labels, with its number
in the list if it has one. A value runs on over lines until the next label or a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atleast.model.source import SourceText
from atleast.model.words import PartKind
from atleast.statement import lexicon
from atleast.statement.record import Record
from atleast.statement.table_columns import TELLING, Cell, Column, column_of

_LABEL = re.compile(
    r"^[ \t]*(?:The )?(?P<label>[^\W\d_][^:\n\t]{1,40}):[ \t]*(?P<value>\S.*(?:\n(?![ \t]*$)(?![^:\n]{1,42}:).*)*)",
    re.MULTILINE,
)
_NAME = re.compile(r"[ \t]*(?:\d{1,4}[.)]\s*)?(?P<name>[^\W\d_][^\n:;!?]{2,80}?)[ \t]*$")
_LEAST = 2
"""So many labels that tell what befell a person make a record: one alone may be any sentence with a colon."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A label with its value, by what it holds."""

    start: int
    column: Column
    cell: Cell


def labelled_records(source: SourceText) -> Iterator[Record]:
    """The records of the lists of labels in the bodies of a source."""
    declared = source.source.credit.language
    known = lexicon.languages("columns")
    for start, end in _stretches(source):
        found = [list(_records(source.text, start, end, each)) for each in known if declared in (None, each)]
        yield from max(found, key=lambda records: sum(len(record.cells) for record in records), default=[])


def _stretches(source: SourceText) -> list[tuple[int, int]]:
    """The bodies and headlines that follow each other without anything else between them, as one stretch each."""
    spans: list[tuple[int, int]] = []
    is_open = False
    for part in source.parts:
        is_prose = part.kind in {PartKind.BODY, PartKind.HEADLINE}
        if is_prose and is_open:
            spans[-1] = (spans[-1][0], part.end)
        elif is_prose:
            spans.append((part.start, part.end))
        is_open = is_prose
    return spans


def _records(text: str, start: int, end: int, language: str) -> Iterator[Record]:
    lines: list[_Line] = []
    name: re.Match[str] | None = None
    for line in _lines(text, start, end, language):
        named = _name_before(text, lines[-1].cell.end if lines else start, line.start)
        if named or any(line.column is other.column for other in lines):
            yield from _record(name, lines, language)
            name, lines = named, []
        lines.append(line)
    yield from _record(name, lines, language)


def _lines(text: str, start: int, end: int, language: str) -> Iterator[_Line]:
    for match in _LABEL.finditer(text, start, end):
        column = column_of(match["label"], language)
        if column is not None:
            value = match["value"].rstrip()
            first = match.start("value")
            yield _Line(match.start(), column, Cell(first, first + len(value), " ".join(value.split())))


def _name_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name on the last line before `end` that is not blank; None where that is no name."""
    while end > start and text[end - 1].isspace():
        end -= 1
    first = max(start, text.rfind("\n", start, end) + 1)
    return _NAME.match(text, first, end)


def _record(name: re.Match[str] | None, lines: list[_Line], language: str) -> Iterator[Record]:
    if name is None or sum(line.column in TELLING for line in lines) < _LEAST:
        return
    cells = {line.column: line.cell for line in lines}
    yield Record(name.start("name"), lines[-1].cell.end, None, language, name["name"], cells)
