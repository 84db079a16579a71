"""Lists and figures in tables: rows that stand under a heading.

A table is a list of people where `listed` finds one, a table of counts where `count_table` does; others are left alone. A
row under such a heading that makes no sense is told as a problem, never passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from atleast.dossier.lists import ListRule
from atleast.model.source import Source, SourceText
from atleast.model.statement import Statement
from atleast.statement.count_table import read_counts
from atleast.statement.list_names import date_of, rule_of
from atleast.statement.listed import ListedRow, ListTable, tables_of
from atleast.statement.record import ListReader, ListReading, Record, RecordProblem, read_record
from atleast.statement.row_facts import all_facts_of

_NAME, _VERSION = "table", 2


def read_table(source: SourceText, rules: Sequence[ListRule] = (), reader: str = f"{_NAME} {_VERSION}") -> ListReading:
    """What the tables of one source say about persons and in counts, and which of their rows and cells say nothing."""
    statements: list[Statement] = []
    problems: list[RecordProblem] = []
    known = replace(source, source=_credited(source.source, rule_of(source.source, rules)))
    for table in tables_of(source, rules):
        for row, facts in zip(table.rows, all_facts_of(table, known.source.credit.date), strict=True):
            reading = read_record(known, record_of(table, row), reader)
            statements += reading.statements
            problems += (*reading.problems, *_beyond(table, row))
            problems += [RecordProblem(cell.start, cell.end, row.place, told) for cell, told in facts.bad]
    counts = read_counts(source, reader)
    return ListReading((*statements, *counts.statements), (*problems, *counts.problems))


def _beyond(table: ListTable, row: ListedRow) -> list[RecordProblem]:
    """What stands right of the last heading, and so under none."""
    cells = [cell for cell in row.cells[len(table.heading.named) :] if cell.text]
    words = "; ".join(cell.text for cell in cells)
    return [RecordProblem(cells[0].start, cells[-1].end, row.place, f"Under no heading: {words!r}.")] if cells else []


def record_of(table: ListTable, row: ListedRow) -> Record:
    """A row as what is recorded of one person."""
    heading = table.heading
    cells = heading.held(row.cells)
    return Record(row.start, row.end, row.place, heading.language, heading.name(row.cells), cells, heading.tells)


TABLES = ListReader(_NAME, _VERSION, read_table)


def readers_of_tables(rules: Sequence[ListRule]) -> tuple[ListReader, ...]:
    """The readers of tables of a dossier: one for each block of lists.toml, and one for all that no block is about.

    The name of the former holds the block's digest, so that a list is read again when what is said of it changes.
    """

    corrected = tuple(_reader(rule, rules) for rule in rules)
    return (replace(TABLES, reads=partial(_reads, None, rules)), *corrected)


def _reader(rule: ListRule, rules: Sequence[ListRule]) -> ListReader:
    name = f"{_NAME}-{rule.digest}"
    read = partial(read_table, rules=(rule,), reader=f"{name} {_VERSION}")
    return ListReader(name, _VERSION, read, partial(_reads, rule, rules))


def _reads(rule: ListRule | None, rules: Sequence[ListRule], source: Source) -> bool:
    """Whether a source is read by one block of lists.toml; with None, whether no block is about it."""
    found = rule_of(source, rules)
    return found == rule if rule else found not in rules


def _credited(source: Source, rule: ListRule) -> Source:
    """The source with what lists.toml says of its publisher and date."""
    publisher, date = rule.publisher or source.credit.publisher, date_of(source, rule) or source.credit.date
    return replace(source, credit=replace(source.credit, publisher=publisher, date=date))
