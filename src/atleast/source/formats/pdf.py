"""PDF: the text of each page as pdfium reads it; pages with ruled tables row by row, as pdfplumber finds them.

A gap between two lines that is wider than the page's usual one is kept as an empty line, since pdfium drops it.
"""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from atleast.errors import DamagedSource, EmptySource, EncryptedSource, UnreadableSource
from atleast.limits import Limits
from atleast.model.source import Credit
from atleast.source.characters import storable
from atleast.source.credit import properties_of
from atleast.source.formats.rows import Rows
from atleast.source.formats.ruled import THICKEST_RULE, ruled_blocks
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.paragraphs import BLANK
from atleast.source.writing import Draft, too_large

_WIDE = 1.35
"""A gap this many times the usual one parts two paragraphs."""
_FEWEST_RULES, _MOST_RULES = 6, 4_000
"""Drawn lines and boxes on a page with a ruled table; beyond the upper number it is a drawing."""
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_LINE_END_HYPHEN = "\ufffe"


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """One section per page, placed as "page 3"; rows of ruled tables as "page 3, row 2".

    Raises EncryptedSource, DamagedSource, OversizedSource, EmptySource (pages that are pictures).
    """
    document = _opened(path, name)
    try:
        if len(document) > limits.pages:
            raise too_large(name, "pages", len(document), limits.pages, "pages")
        draft = Draft()
        rows = Rows(draft, name, limits)
        empty = [number for number in range(1, len(document) + 1) if not _add_page(document, path, number, draft, rows)]
        if len(empty) == len(document):
            raise EmptySource(
                f"{name} has {len(empty):,} pages and no text in them; they seem to be pictures.",
                remedy="Have a program for text recognition (such as ocrmypdf) add the text, and add that file.",
            )
        properties = _properties(document.get_metadata_dict())
    finally:
        document.close()
    notes = (f"No text on page {', '.join(map(str, empty))}: blank or a picture.",) if empty else ()
    return Opened(Kind.PDF.media_type, draft.layout(name, limits, properties=properties), notes=notes)


def _opened(path: Path, name: str) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        raise _refusal(name, str(error)) from error
    if pages == 0:
        raise DamagedSource(f"{name} has no pages.", remedy="The file was cut short or altered; ask for it again.")
    return document


def _refusal(name: str, reason: str) -> UnreadableSource:
    if "password" in reason.lower() or "security" in reason.lower():
        return EncryptedSource(f"{name} asks for a password.", remedy="Save it without one and add that.")
    return DamagedSource(f"{name} is no whole PDF.", remedy="The file was cut short or altered; ask for it again.")


def _properties(about: dict[str, str]) -> Credit:
    created = _CREATED.match(about.get("CreationDate", ""))
    return properties_of(about.get("Title"), about.get("Author"), "-".join(created.groups()) if created else None)


def _add_page(document: Any, path: Path, number: int, draft: Draft, rows: Rows) -> bool:
    """Add a page; whether it has any text."""
    place = f"page {number}"
    page = document[number - 1]
    try:
        text = _page_text(page)
        if not text.strip(BLANK + "\n"):
            return False
        blocks = ruled_blocks(path, number) if _may_be_ruled(page) else None
    finally:
        page.close()
    if blocks is None:
        draft.add(text, place=place)
        return True
    for block in blocks:
        if isinstance(block, str):
            draft.add(block, place=place)
        else:
            rows.add(block.cells, f"{place}, row {block.number}")
    return True


def _page_text(page: Any) -> str:
    """The page's lines, each ended by one line feed, with an empty line where the gap is wide or a new column begins."""
    textpage = page.get_textpage()
    try:
        raw = storable(textpage.get_text_range())
        lines = raw.replace(_LINE_END_HYPHEN, "-").split("\r\n")
        heights = _baselines(textpage, lines)
    finally:
        textpage.close()
    gaps = [above - below for above, below in pairwise(heights) if above > below]
    usual = median(gaps) if gaps else 0.0
    pieces: list[str] = []
    for index, line in enumerate(lines):
        if index and not 0 <= heights[index - 1] - heights[index] <= _WIDE * usual:
            pieces.append("")
        pieces.append(line)
    return "\n".join(pieces)


def _baselines(textpage: Any, lines: list[str]) -> list[float]:
    """The height of each line's baseline above the foot of the page, in points; an empty line has that of the one before."""
    import pypdfium2.raw as pdfium

    heights: list[float] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    start = 0
    for line in lines:
        if line:
            pdfium.FPDFText_GetCharOrigin(textpage, start, x, y)
        heights.append(y.value)
        start += len(line) + len("\r\n")
    return heights


def _may_be_ruled(page: Any) -> bool:
    """Whether lines and rims of boxes are drawn on the page, enough for a table and too few for a drawing."""
    import pypdfium2.raw as pdfium

    drawn = 0
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, bottom, right, top = path.get_bounds()
        drawn += min(right - left, top - bottom) <= THICKEST_RULE or _has_rim(path)
        if drawn > _MOST_RULES:
            return False
    return drawn >= _FEWEST_RULES


def _has_rim(path: Any) -> bool:
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)
