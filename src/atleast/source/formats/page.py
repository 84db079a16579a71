"""Web pages: the main text as trafilatura (Barbaresi 2021) finds it, with its headings and table rows.

The stored text is what was found, block by block; offsets go into it, and the page itself is kept as the original.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from atleast.errors import EmptySource
from atleast.limits import Limits
from atleast.model.source import Credit, Layout
from atleast.model.words import PartKind
from atleast.source.characters import storable
from atleast.source.credit import claimed, claimed_date
from atleast.source.encoding import decode
from atleast.source.formats.rows import row_text
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import Draft

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BLOCKS = frozenset({"body", "p", "head", "item", "list", "row", "table", "quote", "code", "ab", "div", "main"})
# Only what the page says of its date in so many words: no search for dates in the text, and no look at today's.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1991-01-01", "max_date": "2199-12-31"}


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:
    """The main text of the page. Raises EmptySource for a page of navigation, scripts or pictures only."""
    data = path.read_bytes()
    in_page = _DECLARED.search(data[:4096])
    decoded = decode(data, declared or (in_page[1].decode("ascii") if in_page else None))
    notes = (decoded.note,) if decoded.note and not decoded.note.startswith("No encoding") else ()
    return Opened(Kind.HTML.media_type, layout_of_html(decoded.text, name, limits), notes=notes)


def layout_of_html(html: str, name: str, limits: Limits, known: Credit | None = None) -> Layout:
    """The layout of HTML given as characters; `known` comes before what the page says of itself."""
    from trafilatura import bare_extraction, html2txt

    whole = _whole_page(storable(html))
    page: Any = bare_extraction(whole, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    draft = Draft()
    if page is not None and page.body is not None:
        _add_block(draft, page.body)
    if draft.length < 2:
        for line in str(html2txt(whole) or "").splitlines():
            draft.add(line)
    if draft.length < 2:
        raise EmptySource(
            f"{name} is a page without a text.",
            remedy="It may be filled in by scripts; save it as it shows in a browser.",
        )
    return draft.layout(name, limits, known or (_credit(page) if page is not None else None))


def _whole_page(html: str) -> str:
    """The page as lxml takes it: without an XML declaration, as these are characters already, and with its outermost tag."""
    page = re.sub(r"^\s*\ufeff?<\?xml[^>]*\?>", "", html)
    return page if re.search(r"<html[\s>]", page[:4096], re.IGNORECASE) else f"<html><body>{page}</body></html>"


def _add_block(draft: Draft, element: Any) -> None:
    """Add an element of trafilatura's tree: a row, a heading, a paragraph, or whatever blocks are in it."""
    tag = element.tag
    if not isinstance(tag, str):
        return
    if tag == "row":
        draft.add(row_text("".join(cell.itertext()) for cell in element), PartKind.TABLE)
    elif tag in _BLOCKS and any(child.tag in _BLOCKS for child in element):
        _add_text(draft, element.text)
        for child in element:
            _add_block(draft, child)
            _add_text(draft, child.tail)
    else:
        _add_text(draft, _text_of(element), PartKind.HEADLINE if tag == "head" else None)


def _add_text(draft: Draft, text: str | None, kind: PartKind | None = None) -> None:
    if text and text.strip():
        draft.add(text.strip(), kind)


def _text_of(element: Any) -> str:
    """All characters of an element; `lb` is a line break."""
    pieces = [element.text or ""]
    for child in element:
        pieces.append("\n" if child.tag == "lb" else _text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _credit(page: Any) -> Credit:
    return Credit(
        publisher=claimed(page.sitename),
        author=claimed(page.author),
        title=claimed(page.title),
        date=claimed_date(page.date),
        url=claimed(page.url),
    )
