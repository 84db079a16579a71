"""Whether anything was altered: every original, source, statement, report and the ledger itself, in three values.

What can be checked is held against what the ledger says; the ledger is held against its own root, its checkpoint, and any
older checkpoint or timestamp that somebody kept elsewhere. Only the last can show that the whole dossier was made anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from atleast.dossier import log, originals, readings, reports, schema, sources
from atleast.dossier.dossier import Dossier
from atleast.errors import AtleastError, Exit
from atleast.ledger import checkpoint as notes
from atleast.ledger import timestamp, tree
from atleast.ledger.canonical import canonical
from atleast.model.source import Source
from atleast.model.words import Check


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of checking one thing."""

    item: str
    check: Check
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdicts on a whole dossier."""

    verdicts: tuple[Verdict, ...]

    @property
    def check(self) -> Check:
        """Failed if anything failed; else not checked if anything was not checked; else passed."""
        found = {verdict.check for verdict in self.verdicts}
        return next((check for check in (Check.FAILED, Check.NOT_CHECKED) if check in found), Check.PASSED)

    @property
    def exit(self) -> Exit:
        """The exit code that says so."""
        return {Check.PASSED: Exit.PASSED, Check.FAILED: Exit.FAILED, Check.NOT_CHECKED: Exit.NOT_CHECKED}[self.check]

    def tally(self) -> dict[Check, int]:
        """How many items have which verdict."""
        counted = Counter(verdict.check for verdict in self.verdicts)
        return {check: counted[check] for check in Check}


Entries = Mapping[int, Mapping[str, Any]]
"""Index of an entry to its body."""


def verify(dossier: Dossier, known: Iterable[str] = (), roots: Iterable[bytes] = ()) -> Verification:
    """Check everything in a dossier.

    `known` are checkpoints kept elsewhere: the ledger must be a continuation of each. `roots` are certificates of
    timestamp authorities that the person who checks trusts; without one a timestamp's signature is not checked.
    """
    with dossier.read() as connection:
        bodies = _bodies(connection)
        verdicts = [
            *_ledger(connection, dossier),
            *_continuations(connection, dossier, known),
            *_sources(connection, dossier, bodies),
            *_unknown_originals(connection, dossier),
            *_readings(connection, bodies),
            *_reports(connection, dossier, bodies),
            *_timestamps(connection, dossier, tuple(roots)),
        ]
    return Verification(tuple(verdicts))


def _bodies(tx: sa.Connection) -> dict[int, Mapping[str, Any]]:
    """The body of each entry; an entry that is no JSON any more has none, which fails whatever it is held against."""
    bodies = {}
    for index, data in log.entries(tx):
        try:
            bodies[index] = json.loads(data)["body"]
        except (ValueError, KeyError, TypeError):
            bodies[index] = {}
    return bodies


def _ledger(tx: sa.Connection, dossier: Dossier) -> Iterator[Verdict]:
    """The entries against the file, the tree and the checkpoint."""
    stored = [data for _, data in log.entries(tx)]
    path = dossier.paths.entries
    lines = path.read_bytes().split(b"\n")[:-1] if path.is_file() else []
    differing = next((n for n, (a, b) in enumerate(zip(stored, lines, strict=False)) if a != b), None)
    if differing is None and len(stored) != len(lines):
        differing = min(len(stored), len(lines))
    yield _verdict("ledger/entries.jsonl", differing is None, f"entry {differing} differs from the records store")
    leaves = [tree.leaf_hash(data) for data in stored]
    yield _verdict("ledger tree", _root(leaves) == log.root(tx), "the entries no longer give the root on record")
    yield _checkpoint(dossier, leaves)


def _root(leaves: list[bytes]) -> bytes:
    """The root over leaf hashes, from nothing but them (RFC 9162, 2.1.1)."""
    nodes: dict[tuple[int, int], bytes] = {}

    def node(level: int, index: int) -> bytes:
        return nodes[level, index]

    for size, leaf in enumerate(leaves):
        nodes.update({(new.level, new.index): new.hash for new in tree.append(size, leaf, node)})
    return tree.root(len(leaves), node)


def _checkpoint(dossier: Dossier, leaves: list[bytes]) -> Verdict:
    item = "ledger/checkpoint"
    if not dossier.paths.checkpoint.is_file() or not dossier.paths.verifier_key.is_file():
        return Verdict(item, Check.NOT_CHECKED, "it is not there; the next run that writes will make it")
    try:
        note = dossier.paths.checkpoint.read_text("utf-8")
        point = notes.open_note(note, dossier.paths.verifier_key.read_text("utf-8").strip())
    except (AtleastError, ValueError) as error:
        return Verdict(item, Check.FAILED, f"its signature does not verify ({error})")
    return _verdict(
        item,
        point.size <= len(leaves) and point.root == _root(leaves[: point.size]),
        f"the ledger is not a continuation of what was signed at {point.size} entries",
    )


def _continuations(tx: sa.Connection, dossier: Dossier, known: Iterable[str]) -> Iterator[Verdict]:
    """Whether the ledger continues each checkpoint that somebody kept (RFC 9162, 2.1.4)."""
    size, root = log.size(tx), log.root(tx)
    vkey = dossier.paths.verifier_key.read_text("utf-8").strip() if dossier.paths.verifier_key.is_file() else ""
    for note in known:
        item = f"checkpoint kept elsewhere ({note.splitlines()[1] if note.count(chr(10)) > 1 else '?'} entries)"
        try:
            point = notes.open_note(note, vkey)
            proof = log.consistency_proof(tx, point.size) if point.size <= size else []
            continued = point.size <= size and tree.verify_consistency(point.size, size, point.root, root, proof)
        except (AtleastError, ValueError) as error:
            yield Verdict(item, Check.FAILED, f"it is not of this ledger ({error})")
        else:
            yield _verdict(item, continued, "the ledger is no continuation of it: its past was changed")


def _sources(tx: sa.Connection, dossier: Dossier, bodies: Entries) -> Iterator[Verdict]:
    """Each source: its bytes against its name, its row, text and parts against the ledger."""
    indexes = dict(tx.execute(sa.select(schema.source.c.sha256, schema.source.c.entry)).tuples().all())
    for source in sources.all_sources(tx):
        yield _original(dossier, source)
        body = bodies.get(indexes[source.sha256], {})
        layout = sources.layout_of(tx, source)
        same = canonical(sources.source_body(source, layout)) == canonical(dict(body))
        yield _verdict(f"source {source.name}", same, "its row, text or parts differ from the ledger")
    entered = {body["sha256"] for body in bodies.values() if "sha256" in body}
    for missing in sorted(entered - set(indexes)):
        yield Verdict(f"source {missing}", Check.FAILED, "it is in the ledger, and its row is gone")


def _original(dossier: Dossier, source: Source) -> Verdict:
    path = dossier.paths.original(source.sha256)
    item = f"original of {source.name} ({source.sha256})"
    if not path.is_file():
        return Verdict(item, Check.FAILED, "the file is gone")
    return _verdict(item, originals.hash_of(path) == source.sha256, "its bytes are not those that were taken in")


def _unknown_originals(tx: sa.Connection, dossier: Dossier) -> Iterator[Verdict]:
    """Files under originals/ that nobody took in. One that a killed run left behind is harmless and named all the same."""
    known = set(tx.execute(sa.select(schema.source.c.sha256)).scalars())
    for path in originals.kept(dossier.paths):
        if path.name not in known:
            intact = originals.hash_of(path) == path.name
            detail = "a run that was ended left it; add its folder again" if intact else "nobody took it in"
            yield Verdict(
                f"originals/{path.parent.name}/{path.name}", Check.NOT_CHECKED if intact else Check.FAILED, detail
            )


def _readings(tx: sa.Connection, bodies: Entries) -> Iterator[Verdict]:
    """Each reading: its statements against the ledger, every quote against its source's text, and which one stands."""
    numbered = readings.numbered(tx)
    standing = {(reading.source, reading.part): row.entry for row, reading, _ in numbered}
    for row, reading, stands in numbered:
        told = {
            one.id: one for one in tx.execute(sa.select(schema.statement).where(schema.statement.c.reading == row.id))
        }
        item = f"statements of {reading.source[:12]} by {reading.reader} {reading.version}"
        body = bodies.get(row.entry, {})
        ordered = [
            (identity, told[identity].line if identity in told else "") for identity, _ in body.get("statements", [])
        ]
        same = len(told) == len(ordered) and canonical(readings.reading_body(reading, ordered)) == canonical(dict(body))
        yield _verdict(item, same, "a statement differs from the ledger")
        if stands != (standing[reading.source, reading.part] == row.entry):
            yield Verdict(item, Check.FAILED, "it is marked as standing and is not, or the other way round")
        if told:
            text = _text(tx, reading.source)
            bad = next((one.id for one in told.values() if not _is_slice(one.line, one.quote, text)), None)
            yield _verdict(
                f"quotes of {reading.source[:12]} by {reading.reader}", bad is None, f"{bad} is not in its source"
            )
    entered = {index for index, body in bodies.items() if "reader" in body}
    for index in sorted(entered - {row.entry for row, _, _ in numbered}):
        yield Verdict(f"reading of entry {index}", Check.FAILED, "it is in the ledger, and its row is gone")


def _text(tx: sa.Connection, sha256: str) -> str:
    found = tx.execute(sa.select(schema.source_text.c.text).where(schema.source_text.c.source == sha256)).scalar()
    return str(found or "")


def _is_slice(line: str, quote: str, text: str) -> bool:
    try:
        said = json.loads(line)
        return bool(said["quote"] == quote == text[said["start"] : said["end"]])
    except (ValueError, KeyError, TypeError):
        return False


def _reports(tx: sa.Connection, dossier: Dossier, bodies: Entries) -> Iterator[Verdict]:
    """Each report's files against the ledger."""
    made = {report.number: report for report in reports.all_reports(tx, dossier.paths.reports)}
    entered = {body["number"]: body["files"] for body in bodies.values() if "files" in body}
    for number in sorted(set(made) | set(entered)):
        files = entered.get(number, {})
        if number not in made or dict(made[number].files) != files:
            yield Verdict(f"report {number}", Check.FAILED, "its row differs from the ledger")
        for name, wanted in files.items():
            path = dossier.paths.reports / str(number) / name
            found = originals.hash_of(path) if path.is_file() else None
            detail = "the file is gone" if found is None else "it is not as it was made"
            yield _verdict(f"report/{number}/{name}", found == wanted, detail)


def _timestamps(tx: sa.Connection, dossier: Dossier, roots: tuple[bytes, ...]) -> Iterator[Verdict]:
    """Each timestamp reply against the checkpoint that it is over, and that checkpoint against the ledger."""
    for reply in sorted(dossier.paths.timestamps.glob("*.tsr")):
        note = reply.with_suffix(".checkpoint")
        item = f"ledger/timestamps/{reply.name}"
        if not note.is_file():
            yield Verdict(item, Check.FAILED, "the checkpoint that it is over is gone")
            continue
        yield from _continuations(tx, dossier, [note.read_text("utf-8")])
        stamp = timestamp.check(reply.read_bytes(), note.read_bytes(), roots)
        yield Verdict(item, stamp.check, stamp.reason)


def _verdict(item: str, passed: bool, detail: str) -> Verdict:
    return Verdict(item, Check.PASSED) if passed else Verdict(item, Check.FAILED, detail)
