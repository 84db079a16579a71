"""What changed from one edition of a list to the next: rows added, gone and changed, each a dated fact about the list.

"Gone from the list" is not "released", and "added" is not "arrested": a list says what its publisher knew and chose to print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from atleast.dossier.dossier import Dossier
from atleast.model.column import Column
from atleast.person.lists import Edition, HeldList, lists
from atleast.person.names import key_of
from atleast.statement.cell_words import day_of
from atleast.statement.listed import ListedRow
from atleast.statement.row_facts import RowFacts
from atleast.statement.table_columns import folded

_DAYS = frozenset(
    {
        Column.BIRTH_DATE,
        Column.ARREST_DATE,
        Column.SENTENCE_DATE,
        Column.RELEASE_DATE,
        Column.DEATH_DATE,
        Column.DESIGNATION_DATE,
    }
)


class Change(StrEnum):
    """What became of a row in the next edition."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    UNCLEAR = "unclear"
    """Several rows bear one name, and nothing tells which of them is which."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else: what stands above it, and its words before and after; empty where there were none."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of one row, with its place and words in both editions; None where an edition has no such row."""

    change: Change
    name: str
    id: str | None
    before: ListedRow | None
    after: ListedRow | None
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ListChange:
    """What changed from one edition of a list to the next: a fact about the list, of the day of the later edition."""

    list: str
    earlier: Edition
    later: Edition
    rows: tuple[RowChange, ...]
    columns_added: tuple[str, ...] = ()
    columns_gone: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """The day of the later edition, EDTF: from then on the list says so."""
        return self.later.dated


def list_changes(dossier: Dossier) -> list[ListChange]:
    """What changed from each edition of each list that a dossier holds to the next, in order of list and edition.

    Rows are the same by the list's own id. Where they have none, by the folded name, and where several bear it, by the day
    of birth or arrest as well; where that is not unique, it is told (`Change.UNCLEAR`) and nothing is guessed.
    """
    return [change for held in lists(dossier) for change in changes_of(held)]


def changes_of(held: HeldList) -> Iterator[ListChange]:
    """The same for one list."""
    for earlier, later in pairwise(held.editions):
        before, after = _columns(earlier), _columns(later)
        yield ListChange(
            held.name,
            earlier,
            later,
            tuple(_row_changes(earlier, later)),
            tuple(named for key, (named, _) in after.items() if key not in before),
            tuple(named for key, (named, _) in before.items() if key not in after),
        )


_Row = tuple[ListedRow, RowFacts]


def _row_changes(earlier: Edition, later: Edition) -> Iterator[RowChange]:
    """In order: what became of the rows of the earlier edition, and the rows that are new."""
    before, after = list(earlier.rows), list(later.rows)
    pairs: dict[int, int] = {}
    for key in (_id, _name(earlier, later, sharp=True), _name(earlier, later, sharp=False)):
        _pair(before, after, pairs, key)
    taken = set(pairs.values())
    left = [row for index, row in enumerate(before) if index not in pairs]
    new = [row for index, row in enumerate(after) if index not in taken]
    doubtful = _shared(earlier, later, left, new)
    for index, (row, facts) in enumerate(before):
        name = _called(earlier, row)
        if index in pairs:
            other = after[pairs[index]][0]
            if cells := tuple(_cell_changes(earlier, later, row, other)):
                yield RowChange(Change.CHANGED, _called(later, other), facts.id, row, other, cells)
        else:
            change = Change.UNCLEAR if key_of(name) in doubtful else Change.GONE
            yield RowChange(change, name, facts.id, row, None)
    for row, facts in new:
        name = _called(later, row)
        change = Change.UNCLEAR if key_of(name) in doubtful else Change.ADDED
        yield RowChange(change, name, facts.id, None, row)


def _pair(
    before: Sequence[_Row], after: Sequence[_Row], pairs: dict[int, int], key: Callable[[_Row, bool], Hashable | None]
) -> None:
    """Add the pairs of rows that alone have one key, each in its edition, among those that have no pair yet."""
    taken = set(pairs.values())
    mine: dict[Hashable, list[int]] = defaultdict(list)
    theirs: dict[Hashable, list[int]] = defaultdict(list)
    for rows, found, passed, first in ((before, mine, pairs.keys(), True), (after, theirs, taken, False)):
        for index, row in enumerate(rows):
            if index not in passed and (said := key(row, first)) is not None:
                found[said].append(index)
    for said, indexes in mine.items():
        if len(indexes) == 1 and len(theirs.get(said, ())) == 1:
            pairs[indexes[0]] = theirs[said][0]


def _id(row: _Row, first: bool) -> Hashable | None:  # noqa: ARG001 - an id is an id in both editions
    return row[1].id


def _name(earlier: Edition, later: Edition, *, sharp: bool) -> Callable[[_Row, bool], Hashable | None]:
    """The key of rows without an id: the folded name, and if it is to be sharp, the day of birth or of arrest too."""

    def key(row: _Row, first: bool) -> Hashable | None:
        edition = earlier if first else later
        if row[1].id is not None and _has_ids(earlier) and _has_ids(later):
            return None
        name = key_of(_called(edition, row[0]))
        if not sharp:
            return name or None
        arrest = edition.table.heading.held(row[0].cells).get(Column.ARREST_DATE)
        day = row[1].facts.birth or (day_of(arrest.text, edition.table.heading.language) if arrest else None)
        return (name, day) if name and day else None

    return key


def _has_ids(edition: Edition) -> bool:
    return bool({Column.LIST_ID, Column.URL} & edition.table.heading.columns.keys())


def _shared(earlier: Edition, later: Edition, left: Sequence[_Row], new: Sequence[_Row]) -> set[str]:
    """The folded names that rows without an id bear which are left over in both editions."""
    mine = {key_of(_called(earlier, row)) for row, facts in left if facts.id is None}
    theirs = {key_of(_called(later, row)) for row, facts in new if facts.id is None}
    return mine & theirs


def _called(edition: Edition, row: ListedRow) -> str:
    return edition.table.heading.name(row.cells) or ""


def _columns(edition: Edition) -> Mapping[str, tuple[str, int]]:
    """The headings of an edition but for the running number, as they are compared: as written, and the column's index."""
    named = edition.columns
    return {
        folded(name): (name, index)
        for index, (name, column) in reversed(list(enumerate(named)))
        if name and column is not Column.ROW_NUMBER
    }


def _cell_changes(earlier: Edition, later: Edition, before: ListedRow, after: ListedRow) -> Iterator[CellChange]:
    mine, theirs = _columns(earlier), _columns(later)
    for key in sorted(mine.keys() & theirs.keys(), key=lambda each: theirs[each][1]):
        was, now = _words(before, mine[key][1]), _words(after, theirs[key][1])
        column = later.table.heading.taken_for(theirs[key][1])
        if _compared(was, column, earlier) != _compared(now, column, later):
            yield CellChange(theirs[key][0], was, now)


def _words(row: ListedRow, index: int) -> str:
    return row.cells[index].text if index < len(row.cells) else ""


def _compared(words: str, column: Column | None, edition: Edition) -> str:
    """What is compared of a cell: its words, or the day that they mean, however it is written."""
    day = day_of(words, edition.table.heading.language) if column in _DAYS and words else None
    return day or " ".join(words.split())
