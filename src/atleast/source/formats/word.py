"""Word documents: paragraphs, headings and table rows, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atleast.limits import Limits
from atleast.model.source import Credit
from atleast.model.words import PartKind
from atleast.source.credit import claimed
from atleast.source.formats.basket import check_package
from atleast.source.formats.rows import Rows
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import Draft

_HEADING = re.compile(r"(?:title|subtitle|heading \d)$", re.IGNORECASE)
_NO_TITLE = re.compile(r"microsoft word|untitled|document ?\d*$|word document|без названия|.*\.\w{2,4}$", re.IGNORECASE)


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """The body of the document. The author that Word records is a login as often as a name, and is not taken.

    Raises OversizedSource, EmptySource. python-docx does not resolve entities.
    """
    from docx import Document

    check_package(path, name, limits)
    with path.open("rb") as file:
        document = Document(file)
    draft = Draft()
    rows = Rows(draft, name, limits)
    tables = 0
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            tables += 1
            for number, row in enumerate(block.rows, 1):
                rows.add(_cells(row), f"table {tables}, row {number}")
        else:
            heading = _HEADING.match(block.style.name or "") if block.style is not None else None
            draft.add(block.text, PartKind.HEADLINE if heading else None)
    known = Credit(title=document_title(document.core_properties.title))
    return Opened(Kind.DOCX.media_type, draft.layout(name, limits, known))


def document_title(title: object) -> str | None:
    """The title in a document's properties, unless a program put a file's name there."""
    words = claimed(title)
    return None if words is None or _NO_TITLE.match(words) else words


def _cells(row: Any) -> Iterator[str]:
    """The text of each cell; a merged cell once; tables within a cell are part of its text."""
    seen = None
    for cell in row.cells:
        if cell._tc is not seen:
            seen = cell._tc
            yield " ".join(_texts(cell))


def _texts(cell: Any) -> Iterator[str]:
    for block in cell.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from _cells(row)
        else:
            yield block.text
