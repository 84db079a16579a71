"""CSV and its kin: delimiter and encoding are found out, each row becomes a part with its number."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path

from atleast.errors import DamagedSource
from atleast.limits import Limits
from atleast.source.characters import storable
from atleast.source.encoding import decode
from atleast.source.formats.rows import Rows
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import Draft

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:
    """Rows as they stand, "row 1" being the first, whether or not it is a heading. Raises as `Rows` and `Draft` do."""
    decoded = decode(path.read_bytes(), declared)
    text = storable(decoded.text).removeprefix("\ufeff")
    draft = Draft()
    rows = Rows(draft, name, limits)
    csv.field_size_limit(limits.text_characters)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), 1):
            rows.add(cells, f"row {number}")
    except csv.Error as error:
        raise DamagedSource(f"{name} is no table: {error}.", remedy="Save it anew as CSV and add that.") from error
    notes = (decoded.note,) if decoded.note else ()
    return Opened(Kind.CSV.media_type, draft.layout(name, limits), notes=notes)


def _delimiter(text: str) -> str:
    """The delimiter that parts most rows into one and the same number of columns, more than one; else the comma."""
    sample = text[:200_000]
    return max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row in islice(reader, _SAMPLE_ROWS) if row)
    except csv.Error:
        return (0.0, 0)
    if not widths:
        return (0.0, 0)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (rows / widths.total(), width) if width > 1 else (0.0, 0)
