"""Cells of a sheet that are merged over several rows: what the first of them says, it says in each row.

Cells merged side by side are left as they are, since a title over a table is merged so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

_RANGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]{0,80}?\bref=[\"']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})[\"']")
_MARK = b"mergeCell"
_CHUNK = 1 << 20
_OVERLAP = 200
"""So many bytes of a chunk are looked at again with the next: more than one range takes."""


class Merged:
    """The merged cells of one sheet that openpyxl has opened to read only, while its rows pass by in order."""

    def __init__(self, sheet: Any) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for column, first, last in sorted(_ranges(sheet)):
            self._ranges[first].append((column, last))
        self._on: dict[int, tuple[int, object]] = {}

    def filled(self, number: int, cells: Sequence[object]) -> Sequence[object]:
        """The cells of row `number`, with what goes on from rows above; a row with nothing of its own stays empty."""
        self._on = {column: (last, value) for column, (last, value) in self._on.items() if number <= last}
        going_on = {column: value for column, (_, value) in self._on.items()}
        for column, last in self._ranges.get(number, ()):
            if column < len(cells) and cells[column] is not None:
                self._on[column] = (last, cells[column])
        if not going_on or all(cell is None for cell in cells):
            return cells
        return [going_on.get(index) if cell is None else cell for index, cell in enumerate(cells)]


def _ranges(sheet: Any) -> set[tuple[int, int, int]]:
    """Column, first and last row of each range of more than one row; columns are counted from 0, rows from 1."""
    found: set[tuple[int, int, int]] = set()
    rest = b""
    with sheet._get_source() as source:  # the sheet's own XML: what is read only does not know of its merged cells
        while chunk := source.read(_CHUNK):
            rest += chunk
            if _MARK in rest:
                found |= {(_number(column), int(first), int(last)) for column, first, last in _RANGE.findall(rest)}
            rest = rest[-_OVERLAP:]
    return {each for each in found if each[1] < each[2]}


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
