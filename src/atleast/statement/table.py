"""Lists and figures in tables: rows that stand under a heading.

A table is a list of people where a heading names a column of persons and one of what befell them, a table of counts
where `count_table` says so; others are left alone. A row under such a heading that makes no sense is told as a problem,
never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from atleast.model.source import Part, SourceText
from atleast.model.statement import Statement
from atleast.model.words import PartKind
from atleast.statement.count_table import read_counts
from atleast.statement.record import ListReader, ListReading, Record, RecordProblem, read_record
from atleast.statement.table_columns import Column, Heading, cells_of

_NAME, _VERSION = "table", 1


def read_table(source: SourceText) -> ListReading:
    """What the tables of one source say about persons and in counts, and which of their rows and cells say nothing."""
    statements: list[Statement] = []
    problems: list[RecordProblem] = []
    for record in _rows(source):
        reading = read_record(source, record, f"{_NAME} {_VERSION}")
        statements += reading.statements
        problems += reading.problems
    counts = read_counts(source, f"{_NAME} {_VERSION}")
    statements += counts.statements
    problems += counts.problems
    return ListReading(tuple(statements), tuple(problems))


TABLES = ListReader(_NAME, _VERSION, read_table)


def _rows(source: SourceText) -> Iterator[Record]:
    """The rows that stand under the heading of a list of people."""
    heading: Heading | None = None
    sheet: str | None = None
    for part in source.parts:
        if part.kind is not PartKind.TABLE:
            continue
        if (of := _sheet(part)) != sheet:
            heading, sheet = None, of
        cells = cells_of(source.text, part.start, part.end)
        if found := Heading.of(cells, source.source.credit.language):
            heading = found
        elif heading is not None and any(cell.text for cell in cells):
            held = {column: cell for column in Column if (cell := heading.cell(cells, column))}
            start, end = cells[0].start, cells[-1].end
            yield Record(start, end, part.place, heading.language, heading.name(cells), held)


def _sheet(part: Part) -> str | None:
    """The sheet that a row is on; pages have none, since a table runs on over them."""
    place, comma, _ = (part.place or "").rpartition(", row ")
    return place if comma and place.startswith("sheet ") else None
