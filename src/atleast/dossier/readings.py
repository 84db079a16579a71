"""Readings in the records store: what one version of a reader made of one source, and the statements that stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from atleast.dossier import log, reviews, schema, sources
from atleast.ledger.canonical import JsonValue
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.lines import from_line, statement_id, to_line
from atleast.model.review import Place, Review
from atleast.model.source import Source, SourceText
from atleast.model.statement import PROPOSING, Statement, check_all, is_proposing
from atleast.model.words import PartKind, ReadingState, ReviewVerdict

NOBODY = "nobody"
"""The reader of a text that no reader reads yet: its reading says so, until there is one."""

_BEGUN, _READ_UNDER = "readings begun", "read under"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one reader's look at one source."""

    source: str
    part: PartKind
    """What was read of it: its bodies or its tables. One reading of each part stands: the last, but see `replaces`."""
    reader: str
    version: int
    state: ReadingState
    at: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A statement as it stands on the record, and the review that holds of it."""

    id: str
    statement: Statement
    source_name: str
    review: Review | None = None

    @property
    def rejected(self) -> bool:
        """Whether a person said that its words do not say it."""
        return self.review is not None and self.review.verdict is ReviewVerdict.REJECTED

    @property
    def counts(self) -> bool:
        """Whether anything may rest on it: nobody rejected it, and a person confirmed it where a model proposed it."""
        return not self.rejected and (self.statement.reviewed or not self.statement.proposed)


def put(tx: sa.Connection, reading: Reading, text: SourceText, statements: Sequence[Statement]) -> int:
    """Store a reading with its statements and enter it in the ledger; where it `replaces` the earlier one, it stands.

    The number of statements stored: one that a reader gives twice is stored once. Raises InvalidRecord, and stores
    nothing, where a quote is not its source's text.
    """
    check_all(statements, text)
    kept = {statement_id(statement): statement for statement in statements}
    lines = {identity: _line(identity, statement) for identity, statement in kept.items()}
    said = [(identity, lines[identity], statement.rule) for identity, statement in kept.items()]
    index = log.append(tx, Entry(EntryKind.READING, reading.at, reading_body(reading, said)))
    table = schema.reading
    same_part = (table.c.source == reading.source) & (table.c.part == reading.part.value)
    standing = same_part & (_proposing(table) == is_proposing(reading.reader)) & table.c.current
    stands = replaces(reading.state, tx.execute(sa.select(table.c.state).where(standing)).scalar())
    if stands:
        tx.execute(table.update().where(standing).values(current=False))
    row = {name: getattr(reading, name) for name in ("source", "part", "reader", "version", "state", "at", "problem")}
    stored = tx.execute(table.insert().values(current=stands, entry=index, **row))
    number = stored.inserted_primary_key[0]  # type: ignore[index]
    rows = [
        {"reading": number} | statement_row(lines[identity], statement.rule) for identity, statement in kept.items()
    ]
    if rows:
        tx.execute(schema.statement.insert(), rows)
    return len(rows)


def _proposing(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return table.c.reader.startswith(PROPOSING, autoescape=True)


def replaces(later: str, standing: str | None) -> bool:
    """Whether a reading in one state takes the place of one in another: any later one does, but a failed one of a good one.

    A new version of a reader that fails on a text must not cost what an older one found in it.
    """
    return later != ReadingState.FAILED or standing != ReadingState.READ


def reading_body(reading: Reading, said: Iterable[tuple[str, str, str]]) -> dict[str, JsonValue]:
    """What the ledger says of a reading: who read what, and of each statement its id and the hash of line and rule.

    What is hashed is the line as it is stored, a new line, and the rule, in UTF-8.
    """
    digests: list[JsonValue] = [
        [identity, hashlib.sha256(f"{line}\n{rule}".encode()).hexdigest()] for identity, line, rule in said
    ]
    body: dict[str, JsonValue] = {
        "source": reading.source,
        "part": reading.part.value,
        "reader": reading.reader,
        "version": reading.version,
        "state": reading.state.value,
        "statements": digests,
    }
    return body | ({"problem": reading.problem} if reading.problem else {})


def _line(identity: str, statement: Statement) -> str:
    """The line as it is exported, without the source's name, which is the source's own affair."""
    line = to_line(statement, "", identity)
    del line["source_name"]
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def unread(
    tx: sa.Connection,
    reader: str,
    version: int,
    part: PartKind,
    languages: frozenset[str] | None = None,
    *,
    failed_too: bool = False,
) -> list[Source]:
    """The sources with a part of that kind which that version of a reader was not the last to read, in order of intake.

    Where another has read it since, it is read again. With `languages` only those in one of them: "be" stands for "be-Latn" too.
    With `failed_too` those as well that the version was the last to read and failed on.
    """
    has_part = sa.exists().where(schema.part.c.source == schema.source.c.sha256, schema.part.c.kind == part.value)
    wanted = has_part if languages is None else has_part & _in_one_of(languages)
    return sources.select(tx, wanted & ~_was_last_read((reader, version), part, failed_too=failed_too))


def unread_by_anybody(tx: sa.Connection, part: PartKind, languages: frozenset[str]) -> list[Source]:
    """The sources with a part of that kind that are in none of the languages, and of which that is not on record yet."""
    has_part = sa.exists().where(schema.part.c.source == schema.source.c.sha256, schema.part.c.kind == part.value)
    elsewhere = schema.source.c.language.is_(None) | ~_in_one_of(languages)
    return sources.select(tx, has_part & elsewhere & ~_was_read((NOBODY, 1)))


def not_read_yet(tx: sa.Connection) -> list[Source]:
    """The sources of which a reading that stands says that nobody reads them yet, in order of intake."""
    read = schema.reading.c
    waits = (read.source == schema.source.c.sha256) & read.current & (read.state == ReadingState.NOT_READ_YET.value)
    return sources.select(tx, sa.exists().where(waits))


def _in_one_of(languages: frozenset[str]) -> sa.ColumnElement[bool]:
    tag = schema.source.c.language
    return sa.or_(*(sa.or_(tag == language, tag.startswith(f"{language}-")) for language in sorted(languages)))


def _was_read(by: tuple[str, int]) -> sa.ColumnElement[bool]:
    read = schema.reading.c
    return sa.exists().where(read.source == schema.source.c.sha256, read.reader == by[0], read.version == by[1])


def _was_last_read(by: tuple[str, int], part: PartKind, *, failed_too: bool) -> sa.ColumnElement[bool]:
    """Whether the last reading of a part of a source is by that version of a reader; with `failed_too` one that did not fail."""
    last, after = schema.reading.alias(), schema.reading.alias()
    beside = _proposing(after) == is_proposing(by[0])  # what a model proposes is a reading of its own
    since = sa.exists().where(
        after.c.source == last.c.source, after.c.part == last.c.part, after.c.entry > last.c.entry, beside
    )
    same_part = (last.c.source == schema.source.c.sha256) & (last.c.part == part.value)
    counts = last.c.state != ReadingState.FAILED.value if failed_too else sa.true()
    return sa.exists().where(same_part, last.c.reader == by[0], last.c.version == by[1], ~since, counts)


def put_begun(tx: sa.Connection) -> int:
    """Remember that a run begins to read; how many have begun, this one included, since one came to its end."""
    table = schema.about
    begun = int(tx.execute(sa.select(table.c.value).where(table.c.key == _BEGUN)).scalar() or 0) + 1
    clear_begun(tx)
    tx.execute(table.insert().values(key=_BEGUN, value=str(begun)))
    return begun


def read_under(tx: sa.Connection) -> str | None:
    """The limits under which texts were read last; None before any was."""
    return tx.execute(sa.select(schema.about.c.value).where(schema.about.c.key == _READ_UNDER)).scalar()


def put_read_under(tx: sa.Connection, limits: str) -> None:
    """Remember under which limits texts are read, so that those that failed are not read at every run."""
    tx.execute(schema.about.delete().where(schema.about.c.key == _READ_UNDER))
    tx.execute(schema.about.insert().values(key=_READ_UNDER, value=limits))


def clear_begun(tx: sa.Connection) -> None:
    """Forget the runs that began to read: one has come to its end."""
    tx.execute(schema.about.delete().where(schema.about.c.key == _BEGUN))


def current(tx: sa.Connection) -> list[Reading]:
    """The readings that stand, in the order of the ledger; not what a model made of a source."""
    table = schema.reading
    stands = table.c.current & ~_proposing(table)
    return [reading_of(row) for row in tx.execute(sa.select(table).where(stands).order_by(table.c.entry))]


def failed_since(tx: sa.Connection) -> list[Reading]:
    """The readings that failed after a good one of the same part, which stands on, in order; not those of a model."""
    table, stands = schema.reading, schema.reading.alias()
    same_part = (stands.c.source == table.c.source) & (stands.c.part == table.c.part)
    same = same_part & ~_proposing(stands) & ~_proposing(table) & stands.c.current
    after = sa.exists().where(same, stands.c.entry < table.c.entry)
    return [reading_of(row) for row in tx.execute(sa.select(table).where(after).order_by(table.c.entry))]


def reading_of(row: sa.Row[Any]) -> Reading:
    """The reading in a row of its table. Raises ValueError for words that are not the fixed ones."""
    state, part = ReadingState(row.state), PartKind(row.part)
    return Reading(row.source, part, row.reader, row.version, state, row.at, row.problem)


def recorded(tx: sa.Connection) -> list[Recorded]:
    """Every statement that stands and that something may rest on, by order of source and of place in it."""
    return [each for each in every_recorded(tx) if each.counts]


def every_recorded(tx: sa.Connection) -> list[Recorded]:
    """The same with those that people rejected, and those that a model proposed and nobody confirmed."""
    said, told, where = schema.statement, schema.reading, schema.source
    query = (
        sa.select(said.c.id, said.c.line, said.c.rule, where.c.name)
        .join(told, told.c.id == said.c.reading)
        .join(where, where.c.sha256 == said.c.source)
        .where(told.c.current)
        .order_by(where.c.intake, said.c.start, said.c.end, said.c.id, _proposing(told))
    )
    found: dict[str, Recorded] = {}
    for row in tx.execute(query):  # what a reader says and a model proposes as well is the reader's
        found.setdefault(row.id, Recorded(row.id, _statement(row.line, row.rule), row.name))
    return _reviewed(tx, list(found.values()), reviews.holding(tx))


def place_of(statement: Statement) -> Place:
    """What the review of a statement is carried over by."""
    type_ = getattr(statement.content, "type", None)
    return statement.source, statement.kind, type_ and type_.value, statement.start, statement.end


def _reviewed(tx: sa.Connection, found: list[Recorded], held: Mapping[str, Review]) -> list[Recorded]:
    """The statements with what holds of each: what was said of itself, or of the one that an older version found there."""
    ids = {each.id for each in found}
    said = {identity: review for identity, review in held.items() if identity in ids}
    for review in held.values():
        if review.statement not in ids and (heir := _heir(tx, review, found, said)):
            said[heir] = review
    return [_with_review(tx, each, said[each.id]) if each.id in said else each for each in found]


def _heir(tx: sa.Connection, review: Review, found: Iterable[Recorded], said: Mapping[str, Review]) -> str | None:
    """The one statement of the same place and sort, about the same people where there are several; None where none is it."""
    heirs = [each for each in found if each.id not in said and place_of(each.statement) == review.place]
    if len(heirs) > 1:
        about = _about(_formerly(tx, review.statement))
        heirs = [each for each in heirs if _about(each.statement) == about]
    return heirs[0].id if len(heirs) == 1 else None


def _about(statement: Statement) -> object:
    return getattr(statement.content, "subject", None)


def _with_review(tx: sa.Connection, recorded: Recorded, review: Review) -> Recorded:
    """A confirmed statement says what it said when it was confirmed; a rejection goes for whatever is said there now."""
    if review.verdict is ReviewVerdict.REJECTED:
        return replace(recorded, review=review)
    identity = review.statement
    confirmed = recorded.statement if identity == recorded.id else _formerly(tx, identity)
    return Recorded(identity, replace(confirmed, reviewed=True), recorded.source_name, review)


def _formerly(tx: sa.Connection, identity: str) -> Statement:
    """The statement of an id as any reading has it."""
    table = schema.statement.c
    row = tx.execute(sa.select(table.line, table.rule).where(table.id == identity)).first()
    assert row is not None, "what was reviewed is on record"  # noqa: S101
    return _statement(row.line, row.rule)


def _statement(line: str, rule: str) -> Statement:
    return from_line(json.loads(line) | {"rule": rule})


def statement_row(line: str, rule: str) -> dict[str, Any]:
    """The columns of a statement, all of which follow from its line and rule. Raises what `from_line` raises."""
    statement = _statement(line, rule)
    return {
        "id": json.loads(line)["id"],
        "source": statement.source,
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind,
        "type": getattr(statement.content, "type", None),
        "certainty": statement.certainty.value,
        "quote": statement.quote,
        "rule": rule,
        "line": line,
    }
