"""The heading of a table of people: which column holds what, told from its words in any of the four languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from atleast.source.characters import plain
from atleast.statement import lexicon

_LEXICON = "columns"
_LONGEST = 60
"""Longest heading, in characters: more is a sentence."""
_DIGIT = re.compile(r"\d")


class Column(StrEnum):
    """What a column holds."""

    PERSON = "person"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    ARREST_DATE = "arrest_date"
    SENTENCE_DATE = "sentence_date"
    PENALTY = "penalty"
    ARTICLE = "article"
    RELEASE_DATE = "release_date"
    DEATH_DATE = "death_date"
    FACILITY = "facility"
    PLACE = "place"
    STATUS = "status"
    GROUNDS = "grounds"
    AUTHORITY = "authority"
    OTHER = "other"


_NAMES = (Column.PERSON, Column.SURNAME, Column.GIVEN_NAME, Column.PATRONYMIC)
TELLING = frozenset(
    {
        Column.ARREST_DATE,
        Column.SENTENCE_DATE,
        Column.PENALTY,
        Column.ARTICLE,
        Column.RELEASE_DATE,
        Column.DEATH_DATE,
        Column.FACILITY,
        Column.STATUS,
    }
)
"""The columns of which a list of persons has one at least: they tell what befell them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its offsets in the text of the source, and its words."""

    start: int
    end: int
    text: str


def cells_of(text: str, start: int, end: int) -> list[Cell]:
    """The cells of the row `text[start:end]`, which one tab parts; each without white space around it."""
    cells = []
    for piece in text[start:end].split("\t"):
        inner = piece.strip()
        offset = start + (len(piece) - len(piece.lstrip()) if inner else 0)
        cells.append(Cell(offset, offset + len(inner), inner))
        start += len(piece) + 1
    return cells


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a table of people, by what they hold, and the language of its words."""

    columns: dict[Column, int]
    language: str

    @classmethod
    def of(cls, cells: Sequence[Cell], language: str | None) -> Self | None:
        """The heading that a row is, or None: it must have a column of persons and one that tells what befell them.

        `language` is that of the source: it decides where the words of two languages are the same.
        """
        words = [_folded(cell.text) for cell in cells]
        if any(_DIGIT.search(heading) for heading in words):
            return None
        known = {each: _columns(words, each) for each in lexicon.languages(_LEXICON)}
        best = max(known, key=lambda each: (len(known[each]), each == language))
        columns = known[best]
        has_person = Column.PERSON in columns or Column.SURNAME in columns
        return cls(columns, best) if has_person and TELLING & columns.keys() else None

    def cell(self, cells: Sequence[Cell], column: Column) -> Cell | None:
        """The cell of a row under a heading; None where the table has no such column, or the cell says nothing."""
        index = self.columns.get(column)
        if index is None or index >= len(cells) or not re.search(r"\w", cells[index].text):
            return None
        return cells[index]

    def name(self, cells: Sequence[Cell]) -> str | None:
        """The name in a row as it is written; parts in columns of their own in the columns' order."""
        found = sorted((cell for column in _NAMES if (cell := self.cell(cells, column))), key=lambda cell: cell.start)
        return " ".join(cell.text for cell in found) or None


def _columns(headings: Sequence[str], language: str) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    for index, heading in enumerate(headings):
        column = _column(heading, language)
        if column is not None:
            columns.setdefault(column, index)
    if Column.SURNAME in columns and Column.PERSON in columns:
        # "Surname | Name": the second is the given name.
        columns[Column.GIVEN_NAME] = columns.pop(Column.PERSON)
    return columns


def _column(heading: str, language: str) -> Column | None:
    """What a heading says: the words that it is, or the longest ones that it has."""
    pattern, known = _headings(language)
    if heading in known:
        return known[heading]
    if len(heading) > _LONGEST:
        return None
    inside = pattern.findall(heading)
    return known[max(inside, key=len)] if inside else None


@cache
def _headings(language: str) -> tuple[re.Pattern[str], dict[str, Column]]:
    known = {_folded(word): Column(entry.value) for entry in lexicon.load(language, _LEXICON) for word in entry.words}
    words = "|".join(re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), known


def _folded(heading: str) -> str:
    return " ".join(plain(heading).lower().replace("ё", "е").rstrip(" :.*").split())
