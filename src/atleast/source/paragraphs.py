"""Where the paragraphs of a text stand. Nothing is joined or cut: a paragraph is a span of the text as it is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What may stand at the ends of a line without being part of what it says.
BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f\u202f\u205f\u3000\ufeff"
_WIDEST_WRAP = 130
"""Lines longer than this, in characters, are paragraphs and not wrapped lines."""
_NARROWEST_WRAP = 40
_FEWEST_SMALL = 0.25
_LIST_ITEM = re.compile(r"(?:[-*\u2022\u2013\u2014\u00b7]|\(?\d{1,4}[.)]|#{1,6})\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it, blanks at its ends left out, and whether it follows the one before without a gap."""

    start: int
    end: int
    adjoins: bool


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the paragraphs within `[start:end]`, in order; every line with something on it is in exactly one.

    A line goes on the paragraph before it where nothing but a single line break parts them, and that break is one of
    wrapping: the lines are of about one width, and the next word would not have fitted.
    """
    lines = _lines(text, start, end)
    if not lines:
        return []
    width = _wrapping_width(text, lines)
    spans = [(lines[0].start, lines[0].end)]
    for before, line in pairwise(lines):
        if line.adjoins and width and _wrapped(text, before, line, width):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans


def _lines(text: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    reached = start
    for match in _LINE.finditer(text, start, end):
        raw = match.group()
        first = match.start() + len(raw) - len(raw.lstrip(BLANK))
        last = match.start() + len(raw.rstrip(BLANK))
        if first >= last:
            continue
        lines.append(Line(first, last, adjoins=text[reached : match.start()] in ("\n", "\r\n", "\r")))
        reached = match.end()
    return lines


def _wrapping_width(text: str, lines: list[Line]) -> int | None:
    """The width at which the lines were wrapped (the ninth decile of their lengths), or None where they were not.

    Of wrapped lines many begin in the midst of a sentence, with a small letter; of the lines of a list few do.
    """
    broken = [(before, line) for before, line in pairwise(lines) if line.adjoins]
    small = sum(text[line.start].islower() for _, line in broken)
    if not broken or small < _FEWEST_SMALL * len(broken):
        return None
    lengths = sorted(before.end - before.start for before, _ in broken)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if _NARROWEST_WRAP <= width <= _WIDEST_WRAP else None


def _wrapped(text: str, before: Line, line: Line, width: int) -> bool:
    if _LIST_ITEM.match(text, line.start, line.end):
        return False
    length = before.end - before.start
    if text[line.start].islower():
        return length > width / 2
    next_word = text[line.start : line.end].split(maxsplit=1)[0]
    ends = text[before.end - 1] in ".!?:;\u2026"
    return length + 1 + len(next_word) > (0.9 if ends else 0.7) * width
