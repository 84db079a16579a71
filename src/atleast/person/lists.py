"""The lists that a dossier holds: their editions, what each column is taken for, and what in them makes no sense."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atleast.dossier import sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.lists import ListRule
from atleast.model.column import Column
from atleast.model.edtf import days_of
from atleast.model.source import Source, SourceText
from atleast.model.words import PartKind
from atleast.statement.list_names import date_of, rule_of
from atleast.statement.listed import ListedRow, ListTable, tables_of
from atleast.statement.record import RecordProblem
from atleast.statement.row_facts import RowFacts, all_facts_of
from atleast.statement.table import read_table


@dataclass(frozen=True, slots=True)
class Edition:
    """One list as one source has it."""

    source: Source
    dated: str | None
    """The day of the edition, EDTF: as lists.toml says, else as the source claims, else as its file is named."""
    table: ListTable
    facts: tuple[RowFacts, ...]
    """What each row says of its person, in order of the rows."""
    problems: tuple[RecordProblem, ...]
    """The rows and cells that make no sense."""

    @property
    def columns(self) -> tuple[tuple[str, Column | None], ...]:
        """What stands above each column, and what it is taken for; None for one that is kept and not made sense of."""
        heading = self.table.heading
        return tuple((named, heading.taken_for(index)) for index, named in enumerate(heading.named))

    def heading_of(self, problem: RecordProblem) -> str | None:
        """What stands above the cell that a problem is about; None where it is about a whole row, or what is under none."""
        at = bisect_right(self.table.rows, problem.start, key=lambda row: row.start) - 1
        cells = self.table.rows[at].cells if at >= 0 else ()
        named = zip(self.table.heading.named, cells, strict=False)
        return next((name for name, cell in named if (cell.start, cell.end) == (problem.start, problem.end)), None)

    @property
    def rows(self) -> Iterator[tuple[ListedRow, RowFacts]]:
        """Each row with what it says of its person."""
        return zip(self.table.rows, self.facts, strict=True)


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list, and its editions from the first to the last."""

    name: str
    editions: tuple[Edition, ...]


def lists(dossier: Dossier) -> list[HeldList]:
    """The lists of people that the sources of a dossier hold in tables, in order of their names.

    Editions are in order of their days; where one has none, in the order in which they were taken in.
    """
    with dossier.read() as connection:
        texts = list(sources.texts(connection, sources.with_parts(connection, PartKind.TABLE)))
    return lists_in(texts, dossier.lists)


def lists_in(texts: Sequence[SourceText], rules: Sequence[ListRule]) -> list[HeldList]:
    """The same for sources at hand, in order of intake."""
    editions: dict[str, list[Edition]] = defaultdict(list)
    for text in texts:
        for edition in _editions(text, rules):
            editions[edition.table.name].append(edition)
    return [HeldList(name, tuple(_in_order(found))) for name, found in sorted(editions.items())]


def _editions(text: SourceText, rules: Sequence[ListRule]) -> Iterator[Edition]:
    tables = tables_of(text, rules)
    if not tables:
        return
    dated = date_of(text.source, rule_of(text.source, rules))
    problems = read_table(text, rules).problems
    for table in tables:
        first, last = table.rows[0].start, table.rows[-1].end
        own = tuple(each for each in problems if first <= each.start <= last)
        yield Edition(text.source, dated, table, tuple(all_facts_of(table, dated)), own)


def _in_order(editions: Sequence[Edition]) -> list[Edition]:
    days = [days_of(edition.dated).latest if edition.dated else None for edition in editions]
    known = [(day, number) for number, day in enumerate(days) if day is not None]
    return [editions[number] for _, number in sorted(known)] if len(known) == len(days) else list(editions)


def as_toml(held: HeldList) -> str:
    """A list as a block of lists.toml, with its columns as they are taken now: to be corrected there."""
    edition = held.editions[-1]
    files = ", ".join(_quoted(each.source.name) for each in held.editions)
    taken = [f"{_quoted(named)} = {_quoted(column or Column.OTHER)}" for named, column in edition.columns if named]
    days = [f"{_quoted(each.source.name)} = {_quoted(each.dated)}" for each in held.editions if each.dated]
    lines = [f"[{_quoted(held.name)}]", f"files = [{files}]", f"language = {_quoted(edition.table.heading.language)}"]
    if publisher := edition.source.credit.publisher:
        lines.append(f"publisher = {_quoted(publisher)}")
    lines += ["", f"[{_quoted(held.name)}.columns]", *dict.fromkeys(taken)]
    return "\n".join([*lines, *(["", f"[{_quoted(held.name)}.dates]", *days] if days else [])]) + "\n"


def _quoted(words: str) -> str:
    """The words as a basic string of TOML."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in escaped) + '"'
