"""Which statements stand in the rows of which list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from atleast.dossier.readings import Recorded
from atleast.model.person import Facts
from atleast.model.source import Part
from atleast.model.words import PartKind


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, as far as it tells people apart."""

    listed: str
    """The list: a name, the same for all its rows."""
    start: int
    """Where the row begins in the text of its source."""
    id: str | None = None
    """The id that the list itself gives to the person, where it does."""
    facts: Facts = field(default_factory=Facts)


Rows = Mapping[str, Row]
"""Id of a statement to the row that it stands in."""


def rows_of(record: Iterable[Recorded], parts: Mapping[str, Sequence[Part]]) -> dict[str, Row]:
    """The row of each statement that stands in one; `parts` are those of each source, by its hash."""
    tables = {source: list(_rows(source, laid_out)) for source, laid_out in parts.items()}
    starts = {source: [part.start for part, _ in rows] for source, rows in tables.items()}
    found = {}
    for recorded in record:
        source, start = recorded.statement.source, recorded.statement.start
        at = bisect_right(starts.get(source, []), start) - 1
        if at >= 0:
            part, table = tables[source][at]
            if start < part.end:
                found[recorded.id] = Row(table, part.start)
    return found


def _rows(source: str, parts: Sequence[Part]) -> Iterator[tuple[Part, str]]:
    """The rows of a source with their table: another begins with another sheet, and where anything else stands between."""
    number, sheet, between = 0, None, False
    for part in parts:
        if part.kind is PartKind.TABLE:
            on = _sheet(part)
            if between or on != sheet:
                number, sheet, between = number + 1, on, False
            yield part, f"{source} {number}"
        elif part.kind is not PartKind.BOILERPLATE:
            between = True


def _sheet(part: Part) -> str | None:
    """The sheet of a workbook that a row is on; pages have none, since a table runs on over them."""
    place, comma, _ = (part.place or "").rpartition(", row ")
    return place if comma and place.startswith("sheet ") else None
