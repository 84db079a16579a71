"""The heading of a table of people: which column holds what, told from its words in any of the four languages.

What a person wrote in lists.toml about a heading comes before what the words say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from atleast.model.column import DESCRIBING, TELLING, Column
from atleast.source.characters import plain
from atleast.statement import lexicon

_LEXICON = "columns"
_LONGEST = 60
"""Longest heading, in characters: more is a sentence."""
_DIGIT = re.compile(r"\d")
_SAYS = re.compile(r"\w")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_IN_LIST = re.compile(r"in_(\w+)", re.IGNORECASE)
_NAMES = (Column.PERSON, Column.SURNAME, Column.GIVEN_NAME, Column.PATRONYMIC)

Corrections = Mapping[str, Column]
"""What the column of a heading holds, by the heading as `folded`: what a person said in lists.toml."""


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
    named: tuple[str, ...] = ()
    """What stands above each column, as it is written."""
    members: tuple[tuple[int, str], ...] = ()
    """The columns that say who stands in another list, each with the name of that list."""

    @classmethod
    def of(cls, cells: Sequence[Cell], language: str | None, corrections: Corrections | None = None) -> Self | None:
        """The heading that a row is, or None: it must have a column of persons, and one that tells of them.

        `language` is that of the source: it decides where the words of two languages are the same.
        """
        return cls.named_by([cell.text for cell in cells], language, corrections or {})

    @classmethod
    def named_by(cls, named: Sequence[str], language: str | None, corrections: Corrections) -> Self | None:
        """The heading of columns that are called so, or None."""
        words = [folded(heading) for heading in named]
        members = tuple((index, found[1]) for index, each in enumerate(named) if (found := _IN_LIST.fullmatch(each)))
        lists = {index for index, _ in members}
        if any(_DIGIT.search(each) and each not in corrections and n not in lists for n, each in enumerate(words)):
            return None
        known = {each: _columns(words, each, corrections) for each in lexicon.languages(_LEXICON)}
        best = max(known, key=lambda each: (len(known[each]), each == language))
        columns = known[best]
        told = columns.keys() | ({Column.IN_LIST} if members else set())
        has_person = Column.PERSON in columns or Column.SURNAME in columns
        return cls(columns, best, tuple(named), members) if has_person and (TELLING | DESCRIBING) & told else None

    @property
    def tells(self) -> bool:
        """Whether a column tells of custody; a date of death alone does not."""
        return bool((TELLING - {Column.DEATH_DATE}) & self.columns.keys())

    def cell(self, cells: Sequence[Cell], column: Column) -> Cell | None:
        """The cell of a row under a heading; None where the table has no such column, or the cell says nothing."""
        index = self.columns.get(column)
        if index is None or index >= len(cells) or not _SAYS.search(cells[index].text):
            return None
        return cells[index]

    def name(self, cells: Sequence[Cell]) -> str | None:
        """The name in a row as it is written; parts in columns of their own in the columns' order."""
        found = sorted((cell for column in _NAMES if (cell := self.cell(cells, column))), key=lambda cell: cell.start)
        return " ".join(cell.text for cell in found) or None

    def held(self, cells: Sequence[Cell]) -> dict[Column, Cell]:
        """The cells of a row that say something, by what they hold."""
        return {column: cell for column in self.columns if (cell := self.cell(cells, column))}

    def taken_for(self, index: int) -> Column | None:
        """What a column is taken for; None where it is kept and not made sense of."""
        if any(index == each for each, _ in self.members):
            return Column.IN_LIST
        return next((column for column, at in self.columns.items() if at == index and column is not Column.OTHER), None)


def column_of(heading: str, language: str) -> Column | None:
    """What a heading says that is, as a whole, one that the lexicon of a language knows; None for any other."""
    return _headings(language).whole.get(folded(heading)) if language in lexicon.languages(_LEXICON) else None


def folded(heading: str) -> str:
    """A heading as headings are compared: `Verdict_date:` and `verdictDate` are "verdict date"."""
    words = heading if " " in heading else _HUMP.sub(" ", heading)
    return " ".join(plain(words).replace("_", " ").lower().replace("ё", "е").rstrip(" :.*").split())


def _columns(headings: Sequence[str], language: str, corrections: Corrections) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    for heading in corrections:
        if heading in headings:
            columns.setdefault(corrections[heading], headings.index(heading))
    for index, heading in enumerate(headings):
        column = None if heading in corrections else _column(heading, language)
        if column is not None:
            columns.setdefault(column, index)
    if Column.SURNAME in columns and Column.PERSON in columns:
        # "Surname | Name": the second is the given name.
        columns[Column.GIVEN_NAME] = columns.pop(Column.PERSON)
    return columns


def _column(heading: str, language: str) -> Column | None:
    """What a heading says: the words that it is, or the longest ones that it has."""
    known = _headings(language)
    if heading in known.whole:
        return known.whole[heading]
    if len(heading) > _LONGEST:
        return None
    inside = known.pattern.findall(heading)
    return known.whole[max(inside, key=len)] if inside else None


@dataclass(frozen=True, slots=True)
class _Headings:
    """The words of a language that a heading may be, and a pattern of those that it may have among others."""

    whole: Mapping[str, Column]
    pattern: re.Pattern[str]


@cache
def _headings(language: str) -> _Headings:
    entries = lexicon.load(language, _LEXICON)
    whole = {folded(word): Column(entry.value) for entry in entries for word in entry.words}
    within = {folded(word) for entry in entries if "whole" not in entry.extra for word in entry.words}
    words = "|".join(re.escape(word) for word in sorted(within, key=lambda word: (-len(word), word)))
    return _Headings(whole, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
