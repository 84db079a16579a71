"""Names that another finder sees, marked in the parse as names of persons where the parser saw none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from atleast.statement.name_finder import NameFinder, Span

Parsed = tuple[int, Any]
"""Where a passage begins in the text, and its spaCy Doc."""


def look_again(passages: Sequence[Parsed], finder: NameFinder) -> tuple[list[Span], list[Span]]:
    """Mark the names that the finder sees in the passages of a source; all that it sees, and those that were new.

    The marks are made in the Docs. Spans are of the source's text.
    """
    found: list[Span] = []
    added: list[Span] = []
    texts = [doc.text for _, doc in passages]
    for (at, doc), spans in zip(passages, finder.persons(texts), strict=True):
        found += [(at + start, at + end) for start, end in spans]
        added += [(at + start, at + end) for start, end in _mark(doc, spans)]
    return found, added


def _mark(doc: Any, spans: Iterable[Span]) -> list[Span]:
    new = [doc.char_span(start, end, label="PERSON", alignment_mode="contract") for start, end in spans]
    new = [span for span in new if span is not None and all(_may_be_of_a_name(token) for token in span)]
    doc.set_ents(new, default="unmodified")
    return [(span.start_char, span.end_char) for span in new]


def _may_be_of_a_name(token: Any) -> bool:
    return not token.ent_type_ and (token.text[0].isupper() or not token.is_alpha) and not token.is_sent_end
