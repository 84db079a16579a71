"""Sources in the records store: put in once with their text, and found again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

import sqlalchemy as sa

from atleast.dossier import log, schema
from atleast.ledger.canonical import JsonValue, canonical
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.source import Credit, Layout, Part, Source, SourceText
from atleast.model.words import PartKind, SourceState

_OPENED_UNDER = "opened under"
_CREDIT = tuple(field.name for field in fields(Credit))


def put(tx: sa.Connection, source: Source, layout: Layout | None) -> None:
    """Store a new source, with its text where it has one, and enter it in the ledger."""
    index = log.append(tx, Entry(EntryKind.SOURCE, source.taken_in, source_body(source, layout)))
    tx.execute(schema.source.insert().values(intake=index, entry=index, **_row(source)))
    _put_layout(tx, source, layout)


def put_again(tx: sa.Connection, source: Source, layout: Layout | None, at: str) -> None:
    """Store what came of opening a source again that could not be read when it was taken in.

    A new entry of the ledger tells of it from now on. The earlier one stays, and so does the source's place in the order.
    """
    index = log.append(tx, Entry(EntryKind.SOURCE, at, source_body(source, layout)))
    row = schema.source.c.sha256 == source.sha256
    tx.execute(schema.source.update().where(row).values(entry=index, **_row(source)))
    _put_layout(tx, source, layout)


def _put_layout(tx: sa.Connection, source: Source, layout: Layout | None) -> None:
    if layout is not None:
        tx.execute(schema.source_text.insert().values(source=source.sha256, text=layout.text))
        if layout.parts:
            tx.execute(schema.part.insert(), [_part_row(source.sha256, n, part) for n, part in enumerate(layout.parts)])


def put_occurrence(tx: sa.Connection, sha256: str, name: str, container: str | None, at: str) -> None:
    """Record that bytes which are kept already were met under another name."""
    index = log.append(tx, Entry(EntryKind.SOURCE, at, further_name_body(sha256, name, container)))
    tx.execute(
        schema.occurrence.insert().values(sha256=sha256, name=name, container=container, taken_in=at, entry=index)
    )


def further_name_body(sha256: str, name: str, container: str | None) -> dict[str, JsonValue]:
    """What the ledger says of a further name."""
    return {"sha256": sha256, "also_named": name, "container": container}


def source_body(source: Source, layout: Layout | None) -> dict[str, JsonValue]:
    """What the ledger says of a source: everything that is stored of it, its text and parts by their hash."""
    row = {key: value for key, value in _row(source).items() if value is not None}
    if layout is not None:
        row["text_sha256"] = hashlib.sha256(layout.text.encode("utf-8")).hexdigest()
        row["parts_sha256"] = hashlib.sha256(canonical([_part_json(part) for part in layout.parts])).hexdigest()
    return row


def get(tx: sa.Connection, sha256: str) -> Source | None:
    """The source with that hash."""
    row = tx.execute(sa.select(schema.source).where(schema.source.c.sha256 == sha256)).mappings().first()
    return None if row is None else _source(row)


def is_named(tx: sa.Connection, sha256: str, name: str) -> bool:
    """Whether the bytes with that hash are on record under that name."""
    first = sa.select(schema.source.c.name).where(schema.source.c.sha256 == sha256, schema.source.c.name == name)
    again = sa.select(schema.occurrence.c.name).where(
        schema.occurrence.c.sha256 == sha256, schema.occurrence.c.name == name
    )
    return tx.execute(first.union_all(again)).first() is not None


def all_sources(tx: sa.Connection) -> list[Source]:
    """Every source, in the order in which they were taken in."""
    return select(tx, sa.true())


def select(tx: sa.Connection, where: sa.ColumnElement[bool]) -> list[Source]:
    """The sources of which something holds, in the order in which they were taken in."""
    rows = tx.execute(sa.select(schema.source).where(where).order_by(schema.source.c.intake)).mappings()
    return [_source(row) for row in rows]


def depth(tx: sa.Connection, source: Source) -> int:
    """How many archives and e-mails a source lies in, one within the other."""
    container = get(tx, source.container) if source.container else None
    return 0 if container is None else 1 + depth(tx, container)


def occurrences(tx: sa.Connection) -> list[tuple[str, str]]:
    """Hash and further name of bytes that were met more than once, in order of intake."""
    table = schema.occurrence
    return [(row.sha256, row.name) for row in tx.execute(sa.select(table).order_by(table.c.entry))]


def layout_of(tx: sa.Connection, source: Source) -> Layout | None:
    """The text of a source and how it is laid out; None where there is no text."""
    text = tx.execute(sa.select(schema.source_text.c.text).where(schema.source_text.c.source == source.sha256)).scalar()
    if text is None:
        return None
    rows = tx.execute(
        sa.select(schema.part).where(schema.part.c.source == source.sha256).order_by(schema.part.c.number)
    )
    parts = tuple(Part(PartKind(row.kind), row.start, row.end, row.place) for row in rows)
    return Layout(text, parts, source.credit)


def with_parts(tx: sa.Connection, *kinds: PartKind) -> list[Source]:
    """The sources that have a part of one of those kinds, in order of intake."""
    part = schema.part.c
    held = sa.exists().where(part.source == schema.source.c.sha256, part.kind.in_([kind.value for kind in kinds]))
    return select(tx, held)


def characters(tx: sa.Connection, source: Source) -> int:
    """How long the text of a source is; 0 where it has none."""
    text = schema.source_text.c
    found = tx.execute(sa.select(sa.func.length(text.text)).where(text.source == source.sha256)).scalar()
    return int(found or 0)


def texts(tx: sa.Connection, wanted: Sequence[Source]) -> Iterator[SourceText]:
    """The sources with their texts, those that have one, in the order given and one at a time."""
    for source in wanted:
        layout = layout_of(tx, source)
        if layout is not None:
            yield SourceText(source, layout.text, layout.parts)


def seen(tx: sa.Connection, path_hash: str, look: str) -> str | None:
    """The hash that a file had when it last looked so; None where it is new or looks different."""
    table = schema.seen
    query = sa.select(table.c.sha256).where(table.c.path_hash == path_hash, table.c.look == look)
    found = tx.execute(query).scalar()
    return None if found is None else str(found)


def put_seen(tx: sa.Connection, path_hash: str, look: str, sha256: str) -> None:
    """Remember how a file looked."""
    tx.execute(schema.seen.delete().where(schema.seen.c.path_hash == path_hash))
    tx.execute(schema.seen.insert().values(path_hash=path_hash, look=look, sha256=sha256))


def opened_under(tx: sa.Connection) -> str | None:
    """Under what every source that is unreadable was last opened in vain; None before that is known."""
    return tx.execute(sa.select(schema.about.c.value).where(schema.about.c.key == _OPENED_UNDER)).scalar()


def put_opened_under(tx: sa.Connection, conditions: str) -> None:
    """Remember under what the sources that are unreadable were opened, so that they are not opened at every run."""
    tx.execute(schema.about.delete().where(schema.about.c.key == _OPENED_UNDER))
    tx.execute(schema.about.insert().values(key=_OPENED_UNDER, value=conditions))


def put_missed(tx: sa.Connection, name: str, problem: str, at: str) -> None:
    """Record that a file could not even be copied."""
    clear_missed(tx, name)
    tx.execute(schema.missed.insert().values(name=name, problem=problem, at=at))


def clear_missed(tx: sa.Connection, name: str) -> None:
    """Forget a miss that has been made good."""
    tx.execute(schema.missed.delete().where(schema.missed.c.name == name))


def missed(tx: sa.Connection) -> list[tuple[str, str]]:
    """Name and problem of the files that could not be copied, in order of name."""
    rows = tx.execute(sa.select(schema.missed).order_by(schema.missed.c.name))
    return [(row.name, row.problem) for row in rows]


def _row(source: Source) -> dict[str, Any]:
    row = {key: value for key, value in asdict(source).items() if key != "credit"}
    return {**row, **asdict(source.credit), "state": source.state.value}


def _source(row: Any) -> Source:
    own = {field.name: row[field.name] for field in fields(Source) if field.name not in ("credit", "state")}
    return Source(**own, state=SourceState(row["state"]), credit=Credit(**{name: row[name] for name in _CREDIT}))


def _part_json(part: Part) -> list[JsonValue]:
    return [part.kind.value, part.start, part.end, part.place]


def _part_row(sha256: str, number: int, part: Part) -> dict[str, Any]:
    kind, start, end, place = _part_json(part)
    return {"source": sha256, "number": number, "kind": kind, "start": start, "end": end, "place": place}
