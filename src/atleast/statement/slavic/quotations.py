"""What stands between quotation marks: utterances, and names in quotation marks.

Works on the stored text. Marks that differ on each side may stand inside each other; a quotation that is not closed ends with
its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSING = {"«": "»", "„": '“”"', "“": "”", '"': '"'}
_MARK = re.compile(f"[{''.join(_CLOSING)}]")
_FEWEST_WORDS = 5
_SHORTEST_UNCLOSED = 40


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, `[start:end]`."""

    start: int
    end: int
    is_utterance: bool
    """Whether somebody speaks; otherwise it is a name («Верасень») or words are only borrowed."""

    def holds(self, start: int, end: int) -> bool:
        """Whether `[start:end]` lies inside."""
        return self.start <= start and end <= self.end


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of the paragraph `[start:end]`, in order, outermost only."""
    found: list[Quotation] = []
    if not _MARK.search(text, start, end):
        return found
    opened: list[int] = []
    for index in range(start, end):
        letter = text[index]
        if opened and letter in _CLOSING[text[opened[-1]]]:
            first = opened.pop()
            if not opened:
                found.append(_quotation(text, first, index + 1, closed=True))
        elif letter in _CLOSING and (letter != '"' or _may_open(text, index, start)):
            opened.append(index)
    if opened and end - opened[0] >= _SHORTEST_UNCLOSED:
        found.append(_quotation(text, opened[0], end, closed=False))
    return found


def _may_open(text: str, index: int, start: int) -> bool:
    return index == start or not text[index - 1].isalnum()


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    inner = text[start + 1 : end - 1 if closed else end].strip()
    outside = text[end : end + 3].lstrip()[:1] if closed else ""
    count = len(inner.split())
    spoken = inner[-1:] == "," or (outside in ("—", "–", "-", ",") and inner[:1].isupper() and count > 1)
    return Quotation(start, end, count >= _FEWEST_WORDS or (spoken and count >= 2))
