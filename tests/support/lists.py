"""Lists of invented people, as files and as what the program makes of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Source, SourceText
from atleast.model.words import SourceState
from atleast.source.formats import delimited


def listed(folder: Path, name: str, *rows: str, date: str | None = None, publisher: str | None = None) -> SourceText:
    """A list in a file of rows parted by commas, opened."""
    path = folder / "list.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    layout = delimited.read(path, name, DEFAULT_LIMITS).layout
    assert layout is not None
    credit = replace(layout.credit, date=date or layout.credit.date, publisher=publisher or layout.credit.publisher)
    digest = hashlib.sha256(f"{name}\n{layout.text}".encode()).hexdigest()
    source = Source(digest, name, 1, "text/csv", SourceState.LAID_OUT, "2031-05-12T09:30:00Z", credit=credit)
    return SourceText(source, layout.text, layout.parts)
