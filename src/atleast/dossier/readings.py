"""Readings in the records store: what one version of a reader made of one source, and the statements that stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from atleast.dossier import log, schema
from atleast.ledger.canonical import JsonValue
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.lines import from_line, statement_id, to_line
from atleast.model.source import SourceText
from atleast.model.statement import Statement, check_against
from atleast.model.words import ReadingState


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one reader's look at one source."""

    source: str
    reader: str
    version: int
    state: ReadingState
    at: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A statement as it stands on the record."""

    id: str
    statement: Statement
    source_name: str


def put(tx: sa.Connection, reading: Reading, text: SourceText, statements: Sequence[Statement]) -> None:
    """Store a reading with its statements and enter it in the ledger; an earlier reading by that reader stands no longer.

    Raises InvalidRecord, and stores nothing, where a quote is not its source's text.
    """
    for statement in statements:
        check_against(statement, text.text)
    kept = {statement_id(statement): statement for statement in statements}
    lines = {identity: _line(identity, statement) for identity, statement in kept.items()}
    index = log.append(tx, Entry(EntryKind.READING, reading.at, reading_body(reading, lines.items())))
    table = schema.reading
    tx.execute(
        table.update().where(table.c.source == reading.source, table.c.reader == reading.reader).values(current=False)
    )
    row = {"source": reading.source, "reader": reading.reader, "version": reading.version, "problem": reading.problem}
    stored = tx.execute(
        table.insert().values(state=reading.state.value, at=reading.at, current=True, entry=index, **row)
    )
    number = stored.inserted_primary_key[0]  # type: ignore[index]
    rows = [_row(number, identity, statement, lines[identity]) for identity, statement in kept.items()]
    if rows:
        tx.execute(schema.statement.insert(), rows)


def reading_body(reading: Reading, lines: Iterable[tuple[str, str]]) -> dict[str, JsonValue]:
    """What the ledger says of a reading: who read what, and each statement's id with the hash of its line."""
    digests: list[JsonValue] = [[identity, hashlib.sha256(line.encode()).hexdigest()] for identity, line in lines]
    body: dict[str, JsonValue] = {
        "source": reading.source,
        "reader": reading.reader,
        "version": reading.version,
        "state": reading.state.value,
        "statements": digests,
    }
    return body | ({"problem": reading.problem} if reading.problem else {})


def done(tx: sa.Connection) -> set[tuple[str, str, int]]:
    """Source, reader and version of every reading there is."""
    table = schema.reading
    return {
        (row.source, row.reader, row.version)
        for row in tx.execute(sa.select(table.c.source, table.c.reader, table.c.version))
    }


def current(tx: sa.Connection) -> list[Reading]:
    """The readings that stand, in the order of the ledger."""
    table = schema.reading
    rows = tx.execute(sa.select(table).where(table.c.current).order_by(table.c.entry))
    return [Reading(row.source, row.reader, row.version, ReadingState(row.state), row.at, row.problem) for row in rows]


def recorded(tx: sa.Connection) -> list[Recorded]:
    """Every statement that stands, by order of source and of place in it."""
    said, told, where = schema.statement, schema.reading, schema.source
    query = (
        sa.select(said.c.id, said.c.line, said.c.rule, where.c.name)
        .join(told, told.c.id == said.c.reading)
        .join(where, where.c.sha256 == said.c.source)
        .where(told.c.current)
        .order_by(where.c.entry, said.c.start, said.c.end, said.c.id)
    )
    return [Recorded(row.id, _statement(row.line, row.rule), row.name) for row in tx.execute(query)]


def _line(identity: str, statement: Statement) -> str:
    """The line as it is exported, without the source's name, which is the source's own affair."""
    line = to_line(statement, "", identity)
    del line["source_name"]
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _statement(line: str, rule: str) -> Statement:
    return from_line(json.loads(line) | {"rule": rule})


def _row(reading: int, identity: str, statement: Statement, line: str) -> dict[str, object]:
    return {
        "reading": reading,
        "id": identity,
        "source": statement.source,
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind,
        "type": getattr(statement.content, "type", None),
        "certainty": statement.certainty.value,
        "quote": statement.quote,
        "rule": statement.rule,
        "line": line,
    }
