"""Rows of tables, for every format alike: cells parted by one tab, each row a part of its own with its place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from atleast.limits import Limits
from atleast.model.words import PartKind
from atleast.source.writing import Draft, too_large

# Within a cell a tab or line end would look like the end of the cell or row: each becomes one space.
_ONE_SPACE = str.maketrans(dict.fromkeys("\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def row_text(cells: Iterable[object]) -> str:
    """The cells parted by one tab; empty cells at the end are left out, those between keep their place."""
    return "\t".join(_cell(cell) for cell in cells).rstrip("\t")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).translate(_ONE_SPACE).strip()


class Rows:
    """Rows as they are added to a draft, counted against the limits of tables."""

    def __init__(self, draft: Draft, name: str, limits: Limits) -> None:
        self._draft = draft
        self._name = name
        self._limits = limits
        self._count = 0

    def add(self, cells: Iterable[object], place: str) -> None:
        """Add a row, unless there is nothing in it. Raises OversizedSource for too many rows or columns."""
        text = row_text(cells)
        if not text.strip():
            return
        self._count += 1
        if self._count > self._limits.table_rows:
            raise too_large(self._name, "table_rows", self._count, self._limits.table_rows, "rows or more")
        columns = text.count("\t") + 1
        if columns > self._limits.table_columns:
            raise too_large(self._name, "table_columns", columns, self._limits.table_columns, "columns in a row")
        self._draft.add(text, PartKind.TABLE, place)
