"""Lists of people in a source: where the tables are, under which headings, and in which rows.

A heading may take two rows ("Date of" above "arrest" and "sentence"), and a title may stand above it. It holds for the rows
below it, on its sheet or over the pages of a document, until another heading comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from atleast.dossier.lists import ListRule
from atleast.model.source import Part, SourceText
from atleast.model.words import PartKind
from atleast.statement import lexicon
from atleast.statement.list_names import rule_of
from atleast.statement.table_columns import Cell, Corrections, Heading, cells_of, column_of, folded


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row `[start:end]`, its cells in order, and where it stands in the original."""

    start: int
    end: int
    place: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ListTable:
    """One table of people: its heading, and the rows below it that are not empty."""

    name: str
    """What the list is called, the same in all its editions."""
    heading: Heading
    place: str | None
    """Where the heading stands."""
    rows: tuple[ListedRow, ...]


def tables_of(source: SourceText, rules: Sequence[ListRule] = ()) -> list[ListTable]:
    """The tables of people in a source, in order; `rules` are what lists.toml says.

    Where there are several, each is a list of its own, named by its sheet or its number: a person may stand in two.
    """
    rule = rule_of(source.source, rules)
    search = _Search(rule, source.source.credit.language)
    for sheet, rows in _sheets(source):
        search.look(sheet, rows)
    found = [table for table in search.found if table.rows]
    sheets = [table.sheet for table in found]
    return [
        ListTable(_called(rule.name, table.sheet, number, sheets), table.heading, table.place, tuple(table.rows))
        for number, table in enumerate(found, 1)
    ]


def sheet_of(part: Part) -> str | None:
    """The sheet of a workbook that a row is on; pages have none, since a table runs on over them."""
    place, comma, _ = (part.place or "").rpartition(", row ")
    return place if comma and place.startswith("sheet ") else None


def _called(name: str, sheet: str | None, number: int, sheets: Sequence[str | None]) -> str:
    if len(sheets) == 1:
        return name
    return f"{name}, {sheet}" if sheet and sheets.count(sheet) == 1 else f"{name}, table {number}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table, and whether anything but furniture stands between it and the row before."""

    row: ListedRow
    apart: bool


def _sheets(source: SourceText) -> Iterator[tuple[str | None, list[_Line]]]:
    """The rows of each sheet; those of a document without sheets together."""
    sheet: str | None = None
    lines: list[_Line] = []
    apart = False
    for part in source.parts:
        if part.kind is not PartKind.TABLE:
            apart = apart or part.kind is not PartKind.BOILERPLATE
            continue
        if (on := sheet_of(part)) != sheet:
            yield sheet, lines
            sheet, lines = on, []
        cells = tuple(cells_of(source.text, part.start, part.end))
        if any(cell.text for cell in cells):
            lines.append(_Line(ListedRow(cells[0].start, cells[-1].end, part.place, cells), apart))
        apart = False
    yield sheet, lines


@dataclass(slots=True)
class _Found:
    """A table while its rows are gathered."""

    heading: Heading
    place: str | None
    sheet: str | None
    rows: list[ListedRow] = field(default_factory=list)


class _Search:
    """The tables of one source as they are found, row by row."""

    def __init__(self, rule: ListRule, language: str | None) -> None:
        self._corrections: Corrections = {folded(heading): column for heading, column in rule.columns}
        self._language = rule.language or language
        self.found: list[_Found] = []

    def look(self, sheet: str | None, lines: Sequence[_Line]) -> None:
        """Find the tables on one sheet."""
        table: _Found | None = None
        apart = False
        index = 0
        while index < len(lines):
            row = lines[index].row
            apart = apart or lines[index].apart
            heading, taken = self._heading(lines, index)
            if heading is not None:
                if table is None or apart or table.heading.named != heading.named:
                    table = _Found(heading, row.place, sheet)
                    self.found.append(table)
                apart = False
            elif table is not None:
                table.rows.append(row)
            index += taken

    def _heading(self, lines: Sequence[_Line], index: int) -> tuple[Heading | None, int]:
        """The heading that begins with a row, and how many rows it takes; none, and one row, for any other row."""
        above = [cell.text for cell in lines[index].row.cells]
        alone = self._of(above)
        if index + 1 < len(lines):
            below = [cell.text for cell in lines[index + 1].row.cells]
            both = _joined(above, below)
            if _is_second_row(below, both):
                known = max(_width(alone), _width(self._of(below)))
                if (heading := self._of(both)) and _width(heading) > known:
                    return heading, 2
        return alone, 1

    def _of(self, named: Sequence[str]) -> Heading | None:
        return Heading.named_by(named, self._language, self._corrections)


def _width(heading: Heading | None) -> int:
    return len(heading.columns) if heading else 0


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Two rows of a heading as one: what stands above goes on over the empty cells to its right, as a merged cell does."""
    joined, over = [], ""
    for index in range(max(len(above), len(below))):
        own = above[index] if index < len(above) else ""
        under = below[index] if index < len(below) else ""
        over = own or (over if under else "")
        joined.append(f"{over} {under}".strip())
    return joined


def _is_second_row(below: Sequence[str], joined: Sequence[str]) -> bool:
    """Whether a row can be the second of a heading: each of its cells, alone or with what stands above, is a known one."""
    languages = lexicon.languages("columns")
    said = [(under, both) for under, both in zip(below, joined, strict=False) if under]
    return bool(said) and all(
        any(column_of(each, language) for each in pair for language in languages) for pair in said
    )
