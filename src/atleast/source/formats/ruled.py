"""Ruled tables on a page of a PDF, with the text around them, by pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

THICKEST_RULE = 3.0
"""In points: a filled box thinner than this is a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its number on the page, from 1, and its cells from left to right."""

    number: int
    cells: tuple[str, ...]


def ruled_blocks(path: Path, page_number: int) -> list[str | Row] | None:
    """The lines of the page and the rows of its tables, from top to bottom; None where no table is ruled on it.

    A table has two columns and two rows at least: a box around text is none, nor is a highlighted line.
    """
    import pdfplumber

    with pdfplumber.open(path, pages=[page_number]) as document:
        page = document.pages[0].filter(_is_no_background)
        tables = [table for table in page.find_tables() if _is_table(table.extract())]
        if not tables:
            return None
        pieces = [*_lines_outside(page, tables), *(_rows(tables))]
    return [piece for _, piece in _numbered(sorted(pieces, key=lambda piece: piece[0]))]


def _is_no_background(thing: dict[str, Any]) -> bool:
    """Whether a thing on the page is anything but a filled area without a rim, such as marks of a highlighter."""
    area = thing["object_type"] == "rect" and min(thing["width"], thing["height"]) > THICKEST_RULE
    return not (area and thing.get("fill") and not thing.get("stroke"))


def _is_table(rows: list[list[str | None]]) -> bool:
    """Whether most rows have text in two cells or more, and there are two such rows."""
    filled = [sum(bool(cell and cell.strip()) for cell in row) for row in rows]
    wide = sum(count > 1 for count in filled)
    return wide > 1 and wide >= len([count for count in filled if count]) / 2


def _rows(tables: list[Any]) -> Iterator[tuple[float, str | Row]]:
    """Each row with the height of its upper edge, in points from the top of the page."""
    for table in tables:
        for row, cells in zip(table.rows, table.extract(), strict=True):
            yield row.bbox[1], Row(0, tuple(" ".join((cell or "").split()) for cell in cells))


def _lines_outside(page: Any, tables: list[Any]) -> Iterator[tuple[float, str | Row]]:
    boxes = [table.bbox for table in tables]

    def outside(thing: dict[str, Any]) -> bool:
        middle_x, middle_y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(left <= middle_x <= right and top <= middle_y <= bottom for left, top, right, bottom in boxes)

    for line in page.filter(outside).extract_text_lines(return_chars=False):
        yield line["top"], line["text"]


def _numbered(pieces: list[tuple[float, str | Row]]) -> Iterator[tuple[float, str | Row]]:
    number = 0
    for top, piece in pieces:
        if isinstance(piece, Row):
            number += 1
            yield top, Row(number, piece.cells)
        else:
            yield top, piece
