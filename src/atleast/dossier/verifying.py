"""Whether anything was altered: every original, source, statement, report and the ledger itself, in three values.

What can be checked is held against what the ledger says; the ledger is held against its own root, its checkpoint, and any
older checkpoint or timestamp that somebody kept elsewhere. Only the last can show that the whole dossier was made anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from atleast.dossier import decisions, originals, readings, reviews, schema, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.paths import Paths
from atleast.dossier.verdict import Verdict, Verification, verdict
from atleast.dossier.verifying_ledger import Files, Ledger, check_continuations, check_ledger
from atleast.errors import InvalidRecord
from atleast.ledger import timestamp
from atleast.ledger.canonical import JsonValue, canonical
from atleast.model.statement import is_proposing
from atleast.model.words import Check, SourceState

__all__ = ["Verdict", "Verification", "verify"]


def verify(dossier: Dossier, known: Iterable[str] = (), roots: Iterable[bytes] = ()) -> Verification:
    """Check everything in a dossier, while others may write to it.

    `known` are checkpoints kept elsewhere: the ledger must be a continuation of each. `roots` are certificates of
    timestamp authorities that the person who checks trusts; without one a timestamp's signature is not checked.
    """
    files = Files.of(dossier.paths)
    with dossier.read() as connection:
        return Verification(tuple(_guarded(_everything(connection, dossier.paths, files, known, tuple(roots)))))


def _everything(
    tx: sa.Connection, paths: Paths, files: Files, known: Iterable[str], roots: tuple[bytes, ...]
) -> Iterator[Verdict]:
    yield _store(tx)
    ledger = Ledger(tx)
    yield from check_ledger(ledger, files)
    yield from check_continuations(ledger, files, known)
    yield from _sources(tx, paths, ledger)
    yield from _further_names(tx, ledger)
    yield from _unknown_originals(tx, paths)
    yield from _readings(tx, ledger)
    yield from _decisions(tx, ledger)
    yield from _reviews(tx, ledger)
    yield from _reports(tx, paths, ledger)
    yield from _timestamps(paths, files, ledger, roots)


def _guarded(verdicts: Iterator[Verdict]) -> Iterator[Verdict]:
    """The verdicts, and a last one where the store cannot be read any further."""
    try:
        yield from verdicts
    except sa.exc.DatabaseError as error:
        yield Verdict("dossier.sqlite", Check.FAILED, f"it was damaged: it cannot be read to the end ({error.orig})")


def _store(tx: sa.Connection) -> Verdict:
    """The store's own structure, which SQLite knows best."""
    found = tx.exec_driver_sql("pragma integrity_check(1)").scalar()
    return verdict("dossier.sqlite", found == "ok", f"it was damaged: {found}")


def _sources(tx: sa.Connection, paths: Paths, ledger: Ledger) -> Iterator[Verdict]:
    """Each source: its bytes against its name, its row, text and parts against the last that the ledger tells of it."""
    table = schema.source.c
    rows = tx.execute(sa.select(table.sha256, table.name, table.intake, table.entry).order_by(table.intake)).all()
    told: dict[str, list[int]] = defaultdict(list)
    for index, body in ledger.having("size"):
        told[str(body.get("sha256"))].append(index)
    for row in rows:
        yield _original(paths, row.sha256, row.name)
        item, entries = f"source {row.name}", told[row.sha256]
        same = _same(partial(_source_body, tx, row.sha256), ledger.body(row.entry))
        placed = entries[:1] == [row.intake] and entries[-1:] == [row.entry]
        yield verdict(item, same and placed, "its row, text or parts differ from the ledger")
        if any(ledger.body(earlier).get("state") != SourceState.UNREADABLE for earlier in entries[:-1]):
            yield Verdict(item, Check.FAILED, "the ledger gives it a text anew that it had already")
    present = {index for row in rows for index in told[row.sha256]}
    yield from _gone(ledger, "size", present, lambda body: f"source {body.get('name')}")


def _source_body(tx: sa.Connection, sha256: str) -> JsonValue:
    source = sources.get(tx, sha256)
    return None if source is None else sources.source_body(source, sources.layout_of(tx, source))


def _further_names(tx: sa.Connection, ledger: Ledger) -> Iterator[Verdict]:
    """Each further name of the same bytes against the ledger."""
    rows = tx.execute(sa.select(schema.occurrence).order_by(schema.occurrence.c.entry)).all()
    for row in rows:
        same = _same(partial(_further_name_body, row), ledger.body(row.entry)) and row.taken_in == ledger.at(row.entry)
        yield verdict(f"further name {row.name}", same, "its row differs from the ledger")
    yield from _gone(
        ledger, "also_named", {row.entry for row in rows}, lambda body: f"further name {body['also_named']}"
    )


def _further_name_body(row: sa.Row[Any]) -> JsonValue:
    return sources.further_name_body(row.sha256, row.name, row.container)


def _original(paths: Paths, sha256: str, name: str) -> Verdict:
    path = paths.original(sha256)
    item = f"original of {name} ({sha256})"
    if not path.is_file():
        return Verdict(item, Check.FAILED, "the file is gone")
    return verdict(item, originals.hash_of(path) == sha256, "its bytes are not those that were taken in")


def _unknown_originals(tx: sa.Connection, paths: Paths) -> Iterator[Verdict]:
    """Files under originals/ that nobody took in. One that a killed run left behind is harmless and named all the same."""
    known = {paths.original(sha256) for sha256 in tx.execute(sa.select(schema.source.c.sha256)).scalars()}
    for path in originals.kept(paths):
        if path not in known:
            item = path.relative_to(paths.root).as_posix()
            if _hash(path) == path.name and path == paths.original(path.name):
                yield Verdict(item, Check.NOT_CHECKED, "a run that was ended left it; add its folder again")
            else:
                yield Verdict(item, Check.FAILED, "nobody took it in")


def _readings(tx: sa.Connection, ledger: Ledger) -> Iterator[Verdict]:
    """Each reading: its statements against the ledger, every quote against its source's text, and which one stands."""
    rows = tx.execute(sa.select(schema.reading).order_by(schema.reading.c.entry)).all()
    standing: dict[tuple[str, str, bool], sa.Row[Any]] = {}
    for row in rows:
        earlier = standing.get(_seat(row))
        if readings.replaces(row.state, earlier.state if earlier else None):
            standing[_seat(row)] = row
    for row in rows:
        told = tx.execute(sa.select(schema.statement).where(schema.statement.c.reading == row.id)).mappings().all()
        item = f"statements of {row.source[:12]} by {row.reader} {row.version}"
        body = ledger.body(row.entry)
        same = _same(partial(_reading_body, row, told), _in_order(body))
        yield verdict(
            item, same and row.at == ledger.at(row.entry), "a statement or the reading differs from the ledger"
        )
        if row.current != (standing.get(_seat(row)) is row):
            yield Verdict(item, Check.FAILED, "it is marked as standing and is not, or the other way round")
        if told:
            text = _text(tx, row.source)
            bad = next((one["id"] for one in told if not _holds(one, text)), None)
            detail = f"{bad} is not what stands in its source, or its columns differ from its line"
            yield verdict(f"quotes of {row.source[:12]} by {row.reader} {row.version}", bad is None, detail)
    yield from _gone(ledger, "reader", {row.entry for row in rows}, lambda body: f"reading of {body.get('source')}")


def _seat(row: sa.Row[Any]) -> tuple[str, str, bool]:
    """Of what one reading stands: a part of a source, once as read and once as a model proposes."""
    return row.source, row.part, is_proposing(row.reader)


def _reading_body(row: sa.Row[Any], told: Iterable[sa.RowMapping]) -> JsonValue:
    said = [(one["id"], one["line"], one["rule"]) for one in told]
    return _in_order(readings.reading_body(readings.reading_of(row), said))


def _in_order(body: Mapping[str, Any]) -> JsonValue:
    """The body of a reading with its statements in order of id, which is how the store can give them."""
    said = body.get("statements")
    return dict(body) | ({"statements": sorted(said, key=str)} if isinstance(said, list) else {})


def _text(tx: sa.Connection, sha256: str) -> str:
    found = tx.execute(sa.select(schema.source_text.c.text).where(schema.source_text.c.source == sha256)).scalar()
    return str(found or "")


def _holds(one: sa.RowMapping, text: str) -> bool:
    """Whether a statement's columns are those of its line, and its quote is its source's text."""
    try:
        columns = readings.statement_row(one["line"], one["rule"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    return columns.items() <= dict(one).items() and one["quote"] == text[one["start"] : one["end"]]


def _decisions(tx: sa.Connection, ledger: Ledger) -> Iterator[Verdict]:
    """Each decision's row against the ledger."""
    rows = tx.execute(sa.select(schema.decision).order_by(schema.decision.c.number)).all()
    for row in rows:
        same = _same(partial(_decision_body, row), ledger.body(row.entry)) and row.at == ledger.at(row.entry)
        yield verdict(f"decision {row.number}", same, "its row differs from the ledger")
    yield from _gone(ledger, "decision", {row.entry for row in rows}, lambda body: f"decision {body.get('decision')}")


def _reviews(tx: sa.Connection, ledger: Ledger) -> Iterator[Verdict]:
    """Each review's row against the ledger."""
    rows = tx.execute(sa.select(schema.review).order_by(schema.review.c.number)).all()
    for row in rows:
        same = _same(partial(_review_body, row), ledger.body(row.entry)) and row.at == ledger.at(row.entry)
        yield verdict(f"review {row.number} of statement {row.statement}", same, "its row differs from the ledger")
    yield from _gone(ledger, "review", {row.entry for row in rows}, lambda body: f"review {body.get('review')}")


def _review_body(row: sa.Row[Any]) -> JsonValue:
    return reviews.review_body(row.number, reviews.review_of(row))


def _decision_body(row: sa.Row[Any]) -> JsonValue:
    return decisions.decision_body(row.number, decisions.decision_of(row))


def _reports(tx: sa.Connection, paths: Paths, ledger: Ledger) -> Iterator[Verdict]:
    """Each report's row and files against the ledger, and files under report/ that are no report's."""
    rows = tx.execute(sa.select(schema.report).order_by(schema.report.c.number)).all()
    for row in rows:
        body = ledger.body(row.entry)
        same = _same(partial(_report_body, row), body)
        detail = "its row differs from the ledger"
        yield verdict(f"report {row.number}", same and row.at == ledger.at(row.entry), detail)
    yield from _gone(ledger, "files", {row.entry for row in rows}, lambda body: f"report {body.get('number')}")
    known: set[Path] = set()
    for _, body in ledger.having("files"):
        files = body["files"] if isinstance(body["files"], dict) else {}
        for name, wanted in files.items():
            path = paths.reports / str(body.get("number")) / name
            known.add(path)
            found = _hash(path)
            detail = "the file is gone" if found is None else "it is not as it was made"
            yield verdict(f"report/{body.get('number')}/{name}", found == wanted, detail)
    for path in sorted(paths.reports.rglob("*")):
        if path not in known and (path.is_symlink() or not path.is_dir()):
            item = path.relative_to(paths.root).as_posix()
            yield Verdict(item, Check.NOT_CHECKED, "it is no file of a report that the ledger knows")


def _report_body(row: sa.Row[Any]) -> JsonValue:
    return {"number": row.number, "files": json.loads(row.files)}


def _timestamps(paths: Paths, files: Files, ledger: Ledger, roots: tuple[bytes, ...]) -> Iterator[Verdict]:
    """Each timestamp reply against the ledger and its checkpoint, and that checkpoint against the ledger."""
    attached = {body.get("name"): body for _, body in ledger.having("reply")}
    for name, body in sorted(attached.items(), key=str):
        reply = paths.timestamps / str(name)
        note = reply.with_suffix(".checkpoint")
        for path, wanted in ((reply, body.get("reply")), (note, body.get("checkpoint"))):
            found = _hash(path)
            detail = "the file is gone" if found is None else "it is not as it was attached"
            yield verdict(f"ledger/timestamps/{path.name}", found == wanted, detail)
        if reply.is_file() and note.is_file():
            yield from check_continuations(ledger, files, [note.read_text("utf-8", "replace")])
            stamp = timestamp.check(reply.read_bytes(), note.read_bytes(), roots)
            yield Verdict(f"timestamp {name}", stamp.check, stamp.reason)
    for path in sorted(paths.timestamps.glob("*.tsr")):
        if path.name not in attached:
            detail = "nobody attached it; use `atleast timestamp attach`"
            yield Verdict(f"ledger/timestamps/{path.name}", Check.NOT_CHECKED, detail)


def _gone(ledger: Ledger, key: str, present: set[int], called: Callable[[Mapping[str, Any]], str]) -> Iterator[Verdict]:
    """A verdict on each entry with that key in its body that no row stands for."""
    for index, body in ledger.having(key):
        if index not in present:
            yield Verdict(called(body), Check.FAILED, "it is in the ledger, and its row is gone")


def _same(said: Callable[[], JsonValue], body: JsonValue) -> bool:
    """Whether what the store says is what the ledger says; no, where what the store says makes no sense."""
    try:
        return canonical(said()) == canonical(body)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidRecord):
        return False


def _hash(path: Path) -> str | None:
    return originals.hash_of(path) if path.is_file() else None
