"""The cases of a list: a heading such as "17. Anton Lisk", then fields under fixed labels ("Date of arrest: 3 May 2031").

Headings become headlines and fields parts of their own, so that no reader of prose takes a label for a sentence. What
stands behind the label of a narrative ("Case background:") stays body. A label makes a field only in a case: below a
heading that names a person, with another label beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from atleast.model.words import PartKind
from atleast.source.blocks import Block
from atleast.source.headings import CaseHeading, goes_on_heading, is_open, is_unfinished
from atleast.source.labels import TELLING, Label, Meaning, any_label_at, label_at
from atleast.source.paragraphs import BLANK

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LEAST = 2
"""So many labels make a case."""
_BETWEEN = 2
"""At most so many lines stand between a heading and its first label."""
_FARTHEST = 6000
"""In characters: a label that stands further from the one before is not of the same case."""
_MOST = 40
"""Labels of one case."""
_LONGEST = 20_000
"""A field, in characters: what comes after that is left to be prose."""
_AT_ENDS = BLANK + "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_FOOTNOTE = re.compile(r"\[?\d{1,3}\]?\.?\s+(?:https?://|www\.)\S*\s*")
_ITEM = re.compile(r"\w{1,3}[.)]\s")
_PLAINLY_HELD = frozenset({Meaning.ARREST_DATE, Meaning.FACILITY})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it, without blanks at its ends."""

    block: int
    start: int
    end: int
    text: str
    label: Label | None
    follows: bool
    """Whether nothing but a line break parts it from the line before."""

    @property
    def labelled(self) -> str:
        """The words of the label."""
        return self.text[: self.label.end - self.start].lower() if self.label else ""

    def has(self, meaning: Meaning) -> bool:
        return self.label is not None and self.label.meaning is meaning


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one block that is a heading or a field, or part of one."""

    block: int
    start: int
    end: int
    kind: PartKind


@dataclass(slots=True)
class _Case:
    """Where a case stands in the lines: its heading from `[first]` on, and its labels."""

    heading: range
    is_numbered: bool
    labels: list[int]

    def is_case(self, lines: Sequence[_Line]) -> bool:
        meanings = [label.meaning for index in self.labels if (label := lines[index].label)]
        told = TELLING.intersection(meanings)
        if self.is_numbered:
            return len(meanings) - meanings.count(Meaning.UNKNOWN) >= _LEAST and bool(told)
        return len(told) >= _LEAST and bool(_PLAINLY_HELD & told)


def cut_fields(text: str, blocks: Sequence[Block], language: str | None) -> tuple[list[Block], list[Block]]:
    """The blocks of a text, cut where headings of cases and fields stand in them; and those of the blocks that are neither.

    Only blocks that are still open are cut. Every line of the text stays in exactly one block.
    """
    lines = _lines(text, blocks, language)
    pieces: dict[int, list[_Piece]] = {}
    cases = list(_cases(lines))
    for case, stop in zip(cases, [*(case.heading.start for case in cases[1:]), len(lines)], strict=False):
        for piece in _pieces(case, lines, stop):
            pieces.setdefault(piece.block, []).append(piece)
    cut = [each for index, block in enumerate(blocks) for each in _cut(text, block, pieces.get(index, ()))]
    return [block for block, _ in cut], [block for block, is_of_case in cut if not is_of_case]


def _lines(text: str, blocks: Sequence[Block], language: str | None) -> list[_Line]:
    lines: list[_Line] = []
    for index, block in enumerate(blocks):
        if not block.is_open and block.kind is not PartKind.HEADLINE:
            continue
        for match in _LINE.finditer(text, block.start, block.end):
            words = match.group().strip(_AT_ENDS)
            if not words:
                continue
            start = match.start() + match.group().index(words)
            end = start + len(words)
            read = any_label_at if start == block.start else label_at
            label = read(text, start, end, language) if block.is_open else None
            follows = bool(lines) and text[lines[-1].end : start].strip(" \t") in ("\n", "\r\n", "\r")
            lines.append(_Line(index, start, end, words, label, follows))
    return lines


def _cases(lines: Sequence[_Line]) -> Iterator[_Case]:
    case: _Case | None = None
    for index, line in enumerate(lines):
        if line.label is None:
            continue
        begun = None if line.has(Meaning.UNKNOWN) else _begun(lines, index)
        if begun is None and case and _belongs(lines, case.labels[-1], index, case):
            case.labels.append(index)
            continue
        if case is not None and not (line.has(Meaning.UNKNOWN) and begun is None):
            yield from _finished(case, lines)
            case = None
        case = begun or case
    yield from _finished(case, lines)


def _finished(case: _Case | None, lines: Sequence[_Line]) -> Iterator[_Case]:
    if case is None:
        return
    while case.labels and lines[case.labels[-1]].has(Meaning.UNKNOWN):
        case.labels.pop()
    if case.is_case(lines):
        yield case


def _begun(lines: Sequence[_Line], index: int) -> _Case | None:
    """The case of which the label at `index` is the first: a heading stands right above, or with up to two lines between."""
    for first in range(index - 1, max(-1, index - 2 - _BETWEEN), -1):
        if lines[first].label is not None:
            return None
        last = first + 1
        while last < index and _goes_on(lines[first:last], lines[last]):
            last += 1
        heading = CaseHeading.of(" ".join(line.text for line in lines[first:last]))
        if heading and (heading.number or last == index):
            return _Case(range(first, last), heading.number is not None, [index])
    return None


def _goes_on(heading: Sequence[_Line], line: _Line) -> bool:
    """Whether a heading that is broken over lines goes on in a line."""
    wrapped = line.block == heading[-1].block
    return wrapped or is_unfinished(" ".join(each.text for each in heading)) or goes_on_heading(line.text)


def _belongs(lines: Sequence[_Line], before: int, index: int, case: _Case) -> bool:
    """Whether a label is of the same case as the one before it.

    What a label says stands once in a case: the second "Charge" may be that of somebody whose heading was not known for
    one. Only right behind each other may two dates stand.
    """
    line, other = lines[index], lines[before]
    if line.start - other.end > _FARTHEST or len(case.labels) == _MOST:
        return False
    if line.has(Meaning.UNKNOWN):
        return not other.has(Meaning.NARRATIVE)
    seen = [label.meaning for at in case.labels if (label := lines[at].label)]
    return line.label is not None and (
        line.label.meaning not in seen
        or line.has(Meaning.ASIDE)
        or (index == before + 1 and line.labelled != other.labelled)
    )


def _pieces(case: _Case, lines: Sequence[_Line], stop: int) -> Iterator[_Piece]:
    """The heading and the fields of a case, which ends before the line `stop` at the latest."""
    yield from _joined([lines[index] for index in case.heading], PartKind.HEADLINE)
    for index, after in pairwise([*case.labels, stop]):
        line = lines[index]
        if line.label and line.label.meaning is Meaning.NARRATIVE:
            end = line.start + len(line.text[: line.label.end - line.start].rstrip(_AT_ENDS))
            yield _Piece(line.block, line.start, end, PartKind.FIELD)
        else:
            yield from _joined(_field(lines, index, after, is_last=after == stop), PartKind.FIELD)


def _field(lines: Sequence[_Line], index: int, after: int, *, is_last: bool) -> list[_Line]:
    """The lines of a field: that of its label, and those on which its words go on. `after` is the next label's."""
    field = [lines[index]]
    for line in lines[index + 1 : after]:
        wrapped = line.block == field[-1].block
        if not wrapped and _FOOTNOTE.fullmatch(line.text):
            continue
        adjoins = line.follows and not is_last
        goes_on = line.label is None and (wrapped or adjoins or _must_go_on(field, line))
        if not goes_on or line.end - field[0].start > _LONGEST:
            break
        field.append(line)
    return field


def _must_go_on(field: Sequence[_Line], line: _Line) -> bool:
    """Whether a field cannot end before a line: the line begins within a sentence, or a bracket or the field is still open."""
    if line.text[0].islower() and _ITEM.match(line.text) is None:
        return True
    return field[-1].text.endswith((":", ",", ";", "-")) or is_open(" ".join(each.text for each in field))


def _joined(lines: Sequence[_Line], kind: PartKind) -> Iterator[_Piece]:
    """Lines as stretches, one for each block that they stand in."""
    for block in dict.fromkeys(line.block for line in lines):
        of_block = [line for line in lines if line.block == block]
        yield _Piece(block, of_block[0].start, of_block[-1].end, kind)


def _cut(text: str, block: Block, pieces: Sequence[_Piece]) -> list[tuple[Block, bool]]:
    """A block, with its pieces cut out of it as blocks of their own; of each whether it is such a piece."""
    if not block.is_open or not pieces:
        return [(block, False)]
    cut: list[tuple[Block, bool]] = []
    reached = block.start
    for piece in pieces:
        cut += _rest(text, block, reached, piece.start)
        cut.append((Block(piece.start, piece.end, text[piece.start : piece.end], block.place, piece.kind), True))
        reached = piece.end
    return cut + _rest(text, block, reached, block.end)


def _rest(text: str, block: Block, start: int, end: int) -> list[tuple[Block, bool]]:
    words = text[start:end].strip(_AT_ENDS)
    if not words:
        return []
    first = text.index(words, start)
    return [(Block(first, first + len(words), words, block.place), False)]
