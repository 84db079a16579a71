"""Tables of counts: a column of days, and columns whose heading is what is counted ("Date, Political prisoners").

Each number of such a column is a count that holds for the day of its row. A bound stands in a column of its own, or with
the number ("at least 40"); without one the number is given as exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from atleast.model.source import SourceText
from atleast.model.statement import Count, Link, Statement, When
from atleast.model.words import Bound, Certainty, ChainRole, FigureKind, PartKind, Polarity
from atleast.source.characters import plain
from atleast.source.months import parse_date
from atleast.statement import lexicon
from atleast.statement.count_nouns import Noun
from atleast.statement.count_words import count_words
from atleast.statement.designation import with_designator
from atleast.statement.record import ListReading, RecordProblem
from atleast.statement.table_columns import Cell, Heading, cells_of

_LEXICON = "count_columns"
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A column of numbers: its place in the row, what it counts, in the heading's words, and the noun in them."""

    index: int
    of: str
    noun: Noun


@dataclass(frozen=True, slots=True)
class _CountHeading:
    """The heading of a table of counts."""

    language: str
    day: int
    bound: int | None
    counted: tuple[_Counted, ...]

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> Self | None:
        """The heading that a row is, or None: it has a column of days and one at least of what is counted."""
        words = [_folded(cell.text) for cell in cells]
        if any(letter.isdigit() for word in words for letter in word):
            return None
        for language in lexicon.languages(_LEXICON):
            kinds = _kinds(language)
            columns = {kinds[word]: index for index, word in reversed(list(enumerate(words))) if word in kinds}
            nouns = count_words(language).nouns.known
            counted = tuple(
                _Counted(index, word, noun) for index, word in enumerate(words) if (noun := _noun(word, nouns))
            )
            if "day" in columns and counted:
                return cls(language, columns["day"], columns.get("bound"), counted)
        return None


def read_counts(source: SourceText, reader: str) -> ListReading:
    """What the tables of counts of a source say, and the rows and cells that say nothing that is understood."""
    statements: list[Statement] = []
    problems: list[RecordProblem] = []
    for heading, cells, place in _rows(source):
        start, end = cells[0].start, cells[-1].end
        when = _day(heading, cells)
        for column in heading.counted:
            cell = cells[column.index] if column.index < len(cells) else None
            if cell is None or not cell.text:
                continue
            count = _count(heading, cells, column, cell, when)
            if count is None:
                problems.append(RecordProblem(start, end, place, f"{cell.text!r} is no number that could be read"))
            elif when is None:
                problems.append(RecordProblem(start, end, place, f"the day of {cell.text!r} could not be read"))
            else:
                statements.append(_statement(source, (start, end), cell, count, reader))
    return ListReading(tuple(statements), tuple(problems))


def _rows(source: SourceText) -> Iterator[tuple[_CountHeading, list[Cell], str | None]]:
    """The rows under a heading of counts, up to a heading of another kind."""
    heading: _CountHeading | None = None
    for part in source.parts:
        if part.kind is not PartKind.TABLE:
            continue
        cells = cells_of(source.text, part.start, part.end)
        if Heading.of(cells, source.source.credit.language):
            heading = None
        elif found := _CountHeading.of(cells):
            heading = found
        elif heading is not None and any(cell.text for cell in cells):
            yield heading, cells, part.place


def _day(heading: _CountHeading, cells: Sequence[Cell]) -> When | None:
    if heading.day >= len(cells):
        return None
    words = cells[heading.day].text
    edtf = parse_date(words, heading.language)
    return When(edtf, words) if edtf else None


def _count(
    heading: _CountHeading, cells: Sequence[Cell], column: _Counted, cell: Cell, when: When | None
) -> Count | None:
    numbers = _NUMBER.findall(plain(cell.text))
    if len(numbers) != 1:
        return None
    beside = cells[heading.bound].text if heading.bound is not None and heading.bound < len(cells) else ""
    return Count(
        bound=_bound(f"{beside} {cell.text}", heading.language),
        value=int(re.sub(r"\D", "", numbers[0])),
        of=column.of,
        figure=FigureKind.FLOW if column.noun.kind == "case" else FigureKind.STOCK,
        as_of=when,
        designation=column.noun.designation,
    )


def _bound(words: str, language: str) -> Bound:
    said = plain(words).lower()
    bounds = count_words(language).bounds
    known = sorted(bounds, key=lambda each: -len(each[1]))
    found = next((bounds[each] for each in known if re.search(rf"(?<!\w){re.escape(each[1])}(?!\w)", said)), None)
    return found or Bound.EXACTLY


def _statement(source: SourceText, span: tuple[int, int], cell: Cell, count: Count, reader: str) -> Statement:
    publisher = source.source.credit.publisher
    chain = (Link(ChainRole.OUTLET, publisher),) if publisher else ()
    said = with_designator(count, chain)
    return Statement(
        source=source.source.sha256,
        start=span[0],
        end=span[1],
        quote=source.text[span[0] : span[1]],
        language=source.source.credit.language or "und",
        certainty=Certainty.ASSERTED,
        polarity=Polarity.AFFIRMED,
        chain=chain,
        content=said,
        trigger=(cell.start, cell.end),
        reader=reader,
        rule=f"table: {count.bound.value} {count.of} from the cell {cell.text!r}",
    )


def _noun(heading: str, nouns: dict[str, Noun]) -> Noun | None:
    """The noun that a heading ends with, the longest that it has; None for one that the heading does not tie to repression."""
    known = [word for word in nouns if heading == word or heading.endswith(f" {word}")]
    noun = nouns[max(known, key=len)] if known else None
    return noun if noun and (noun.needs is None or noun.needs.search(heading)) else None


def _folded(heading: str) -> str:
    return " ".join(plain(heading).replace("_", " ").lower().rstrip(" :.*").split())


@cache
def _kinds(language: str) -> dict[str, str]:
    """What headings say that are no count: "day" or "bound", by their words."""
    return {_folded(word): entry.value for entry in lexicon.load(language, _LEXICON) for word in entry.words}
