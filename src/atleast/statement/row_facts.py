"""What a row of a list says of its person besides what befell them: what tells people apart, under what id, and where else.

Cells that make no sense are told. A date of birth may be partial, or follow from an age: who was 34 between an arrest and the
day of the list was born in one of some years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from atleast.model.column import Column
from atleast.model.edtf import days_of
from atleast.model.person import Facts
from atleast.statement.cell_words import UNKNOWN, day_of, sex_of, state_of
from atleast.statement.field import Field
from atleast.statement.listed import ListedRow, ListTable
from atleast.statement.table_columns import Cell, Heading, column_of

_AGE = re.compile(r"(\d{1,3})(?:\s*[^\W\d]+\.?)?")
_OLDEST = 120
_NOT_A_MEMBER = frozenset({"", "0", "no", "false", "нет", "не", "ні", "-", "–"})
_MEMBER = frozenset({"1", "yes", "true", "да", "так", "x", "х", "+"})


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What a row says of its person."""

    id: str | None
    """What the list calls the person: its id, or the address of their page."""
    names: tuple[str, ...]
    """Further names, as they are written."""
    facts: Facts
    elsewhere: tuple[tuple[str, str | None], ...] = ()
    """The other lists that the person stands in, each with the id there where one is given."""
    bad: tuple[tuple[Cell, str], ...] = ()
    """The cells that make no sense, and why."""


def all_facts_of(table: ListTable, dated: str | None = None) -> list[RowFacts]:
    """What each row of a table says, in order; `dated` is the day of the edition, EDTF, which an age needs.

    An id that one edition gives to two names is nobody's: it is told, and left out of all those rows.
    """
    said = [_Row(table, row, dated).facts() for row in table.rows]
    named: dict[str, set[str]] = defaultdict(set)
    for row, facts in zip(table.rows, said, strict=True):
        if facts.id:
            named[facts.id].add((table.heading.name(row.cells) or "").casefold())
    return [
        _without_id(table, row, facts) if facts.id and len(named[facts.id]) > 1 else facts
        for row, facts in zip(table.rows, said, strict=True)
    ]


def facts_of_fields(text: str, fields: Sequence[Field], dated: str | None = None) -> RowFacts:
    """What the fields of a case with fixed labels say of its person: a field is a cell, and its label stands above it."""
    language = next((field.language for field in fields), "")
    labels = [text[field.start : field.label.end].strip(" \t\u00a0-*:_•–—·") for field in fields]
    columns: dict[Column, int] = {}
    for index, label in enumerate(labels):
        if column := column_of(label, language):
            columns.setdefault(column, index)
    cells = tuple(Cell(field.label.end, field.end, field.words) for field in fields)
    start, end = (fields[0].start, fields[-1].end) if fields else (0, 0)
    table = ListTable("", Heading(columns, language, tuple(labels)), None, ())
    return _Row(table, ListedRow(start, end, None, cells), dated).facts()


def _without_id(table: ListTable, row: ListedRow, facts: RowFacts) -> RowFacts:
    held = table.heading.held(row.cells)
    cell = held.get(Column.LIST_ID) or held[Column.URL]
    problem = f"{cell.text!r} is given to several names, and so is no id."
    return replace(facts, id=None, bad=(*facts.bad, (cell, problem)))


class _Row:
    """A row while it is looked through."""

    def __init__(self, table: ListTable, row: ListedRow, dated: str | None) -> None:
        self._heading = table.heading
        self._row = row
        self._dated = dated
        self._held: Mapping[Column, Cell] = table.heading.held(row.cells)
        self._bad: list[tuple[Cell, str]] = []

    def facts(self) -> RowFacts:
        facts = Facts(
            birth=self._birth(),
            sex=self._sex(),
            place=self._words(Column.PLACE) or self._words(Column.REGION),
            occupation=self._words(Column.OCCUPATION),
            authorities=self._all(Column.COURT, Column.JUDGE, Column.PROSECUTOR),
        )
        names = _names_in(self._words(Column.OTHER_NAME) or "")
        found = self._words(Column.LIST_ID) or self._words(Column.URL)
        return RowFacts(found, names, facts, self._elsewhere(), tuple(self._bad))

    def _birth(self) -> str | None:
        cell = self._held.get(Column.BIRTH_DATE)
        if cell is None or self._is_unknown(cell):
            return self._from_age()
        if (born := day_of(cell.text, self._heading.language)) is None:
            self._bad.append((cell, f"The date of birth {cell.text!r} is not understood."))
        return born

    def _from_age(self) -> str | None:
        """The days on which somebody can have been born who had that age at some time from the arrest to the list's day."""
        cell = self._held.get(Column.AGE)
        if cell is None or self._is_unknown(cell):
            return None
        match = _AGE.fullmatch(cell.text)
        if match is None or int(match[1]) > _OLDEST:
            self._bad.append((cell, f"The age {cell.text!r} is not understood."))
            return None
        arrest = self._held.get(Column.ARREST_DATE)
        arrested = day_of(arrest.text, self._heading.language) if arrest else None
        last = days_of(self._dated).latest if self._dated else None
        first = (days_of(arrested).earliest if arrested else None) or last
        if first is None or last is None or first > last:
            return None
        age = int(match[1])
        return f"{_years_before(first, age + 1).isoformat()}/{_years_before(last, age).isoformat()}"

    def _sex(self) -> str | None:
        cell = self._held.get(Column.SEX)
        if cell is None or self._is_unknown(cell):
            return None
        if (sex := sex_of(cell.text, self._heading.language)) is None:
            self._bad.append((cell, f"The sex {cell.text!r} is not understood."))
        return sex

    def _elsewhere(self) -> tuple[tuple[str, str | None], ...]:
        found = []
        for index, listed in self._heading.members:
            words = self._row.cells[index].text if index < len(self._row.cells) else ""
            if words.lower() not in _NOT_A_MEMBER:
                found.append((listed, None if words.lower() in _MEMBER else words))
        return tuple(found)

    def _all(self, *columns: Column) -> tuple[str, ...]:
        return tuple(sorted({words for column in columns if (words := self._words(column))}))

    def _words(self, column: Column) -> str | None:
        cell = self._held.get(column)
        return cell.text if cell and not self._is_unknown(cell) else None

    def _is_unknown(self, cell: Cell) -> bool:
        return len(cell.text) < _SHORT and state_of(cell.text, self._heading.language) == UNKNOWN


def _names_in(words: str) -> tuple[str, ...]:
    """The names in a cell. A comma parts two only where each has two words: "Korin, Vasil" is one."""
    pieces = re.split(r"[;/|]", words)
    apart = [each.split(",") for each in pieces]
    names = (each if all(len(name.split()) > 1 for name in each) else [",".join(each)] for each in apart)
    return tuple(name for each in names for one in each if (name := one.strip(" ()")))


_SHORT = 25
"""Longest cell, in characters, that can say no more than that something is not known."""


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February for the 29th of a year that has none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
