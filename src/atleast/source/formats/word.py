"""Word documents: paragraphs, headings, table rows and notes, in the order in which they stand.

The XML is walked here, over python-docx: its own `text` leaves out what was inserted with changes tracked, and what stands
in content controls and text boxes. Deleted text stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atleast.limits import Limits
from atleast.model.words import PartKind
from atleast.source.credit import properties_of
from atleast.source.formats.basket import check_package
from atleast.source.formats.rows import Rows
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import Draft

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LETTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PARAGRAPH, _TABLE, _BOX = f"{_W}p", f"{_W}tbl", f"{_W}txbxContent"
# Text moved or deleted, and the second copy of what an old program could not show.
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_HEADING = re.compile(r"(?:title|subtitle|heading \d)$", re.IGNORECASE)


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """The body, then footnotes and endnotes.

    Raises OversizedSource, EmptySource. python-docx does not resolve entities.
    """
    from docx import Document

    check_package(path, name, limits)
    with path.open("rb") as file:
        document = Document(file)
    draft = Draft()
    rows = Rows(draft, name, limits)
    tables = 0
    for block in _blocks(document.element.body):
        if block.tag == _TABLE:
            tables += 1
            for number, row in enumerate(block.iterchildren(f"{_W}tr"), 1):
                rows.add(_cells(row), f"table {tables}, row {number}")
        else:
            draft.add(_text(block), PartKind.HEADLINE if _is_heading(block, document) else None)
    _add_notes(document, draft)
    about = document.core_properties
    created = about.created.date().isoformat() if about.created else None
    properties = properties_of(about.title, about.author, created)
    return Opened(Kind.DOCX.media_type, draft.layout(name, limits, properties=properties))


def _blocks(element: Any) -> Iterator[Any]:
    """The paragraphs and tables below an element, in order; text boxes after the paragraph that they hang on."""
    for child in element.iterchildren():
        if child.tag == _PARAGRAPH:
            yield child
            yield from _boxes(child)
        elif child.tag == _TABLE:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _boxes(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        if child.tag == _BOX:
            yield from _blocks(child)
        elif child.tag not in _LEFT_OUT:
            yield from _boxes(child)


def _text(element: Any) -> str:
    """The characters below an element as they show, without those of text boxes."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in _LETTERS:
        return _LETTERS[element.tag]
    return "".join(_text(child) for child in element.iterchildren() if child.tag not in _LEFT_OUT and child.tag != _BOX)


def _cells(row: Any) -> Iterator[str]:
    """The text of each cell of a row, tables within it included; a merged cell once."""
    for child in row.iterchildren():
        if child.tag == f"{_W}tc":
            yield " ".join(_within_cell(block) for block in _blocks(child))
        elif child.tag not in _LEFT_OUT:
            yield from _cells(child)


def _within_cell(block: Any) -> str:
    if block.tag != _TABLE:
        return _text(block)
    return " ".join(cell for row in block.iterchildren(f"{_W}tr") for cell in _cells(row))


def _is_heading(paragraph: Any, document: Any) -> bool:
    from docx.text.paragraph import Paragraph

    style = Paragraph(paragraph, document).style
    return style is not None and _HEADING.match(style.name or "") is not None


def _add_notes(document: Any, draft: Draft) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    for what, kind in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
        for relation in document.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                for note in parse_xml(relation.target_part.blob).iterchildren(f"{_W}{what}"):
                    for block in _blocks(note):
                        draft.add(_text(block).strip(), PartKind.BODY, f"{what} {note.get(f'{_W}id')}")
