"""Whether the ledger is what it was: entries, tree, file, checkpoint, and any checkpoint that somebody kept elsewhere.

Everything is made anew from the bytes of the entries, and what is stored is held against that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from atleast.dossier import log, schema
from atleast.dossier.paths import Paths
from atleast.dossier.verdict import Verdict, verdict
from atleast.errors import AtleastError
from atleast.ledger import checkpoint as notes
from atleast.ledger import tree
from atleast.ledger.checkpoint import Checkpoint
from atleast.model.words import Check


@dataclass(frozen=True, slots=True)
class Files:
    """The ledger's files, None where one is gone.

    Read before the store is looked at: a run that writes meanwhile writes to the store first.
    """

    entries: bytes | None
    checkpoint: bytes | None
    verifier_key: bytes | None

    @classmethod
    def of(cls, paths: Paths) -> Files:
        """The files as they are now."""
        return cls(_bytes(paths.entries), _bytes(paths.checkpoint), _bytes(paths.verifier_key))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


class Ledger:
    """The entries in the records store, and the tree that their bytes give."""

    def __init__(self, tx: sa.Connection) -> None:
        self.rows = tx.execute(sa.select(schema.entry).order_by(schema.entry.c.index)).mappings().all()
        self.stored = [data for _, data in log.entries(tx)]
        self.nodes_on_record: dict[tuple[int, int], bytes] = {
            (row["level"], row["index"]): row["hash"] for row in tx.execute(sa.select(schema.node)).mappings()
        }
        self._told = {index: _parsed(data) for index, data in log.entries(tx)}

    @cached_property
    def nodes(self) -> dict[tuple[int, int], bytes]:
        """The complete nodes over the entries, from nothing but their bytes (RFC 9162, 2.1.1)."""
        made: dict[tuple[int, int], bytes] = {}
        for size, data in enumerate(self.stored):
            new = tree.append(size, tree.leaf_hash(data), lambda level, index: made[level, index])
            made.update({(node.level, node.index): node.hash for node in new})
        return made

    def root(self, size: int) -> bytes:
        """The root over the first entries."""
        return tree.root(size, lambda level, index: self.nodes[level, index])

    def body(self, index: int) -> Mapping[str, Any]:
        """What an entry says; nothing where there is none or its bytes are no entry, which fits nothing."""
        body = self._told.get(index, {}).get("body")
        return body if isinstance(body, dict) else {}

    def at(self, index: int) -> object:
        """When an entry says that it was made."""
        return self._told.get(index, {}).get("at")

    def kind(self, index: int) -> object:
        """What an entry says that it is about."""
        return self._told.get(index, {}).get("kind")

    def having(self, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Index and body of the entries whose body has that key."""
        return ((index, self.body(index)) for index in self._told if key in self.body(index))


def _parsed(data: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def check_ledger(ledger: Ledger, files: Files) -> Iterator[Verdict]:
    """The ledger against itself, its file and its checkpoint."""
    yield _entries(ledger)
    yield _tree(ledger)
    signed = _signed(files)
    yield _file(ledger, files, signed.size if isinstance(signed, Checkpoint) else 0)
    yield _checkpoint(ledger, signed)


def _entries(ledger: Ledger) -> Verdict:
    """Each entry's bytes against its hash, and its columns against its bytes."""
    for number, row in enumerate(ledger.rows):
        item = f"ledger entry {number}"
        if row["index"] != number:
            return Verdict(item, Check.FAILED, "it is gone from the records store")
        if ledger.nodes_on_record.get((0, number)) != ledger.nodes[0, number]:
            return Verdict(item, Check.FAILED, "its bytes in the records store do not give the hash on record")
        if (row["kind"], row["at"]) != (ledger.kind(number), ledger.at(number)):
            return Verdict(item, Check.FAILED, "its columns say something else than its bytes")
    return Verdict("ledger entries in the records store", Check.PASSED)


def _tree(ledger: Ledger) -> Verdict:
    """Each node on record against the nodes below it, and that none lacks and none is too many."""
    recorded = ledger.nodes_on_record
    for level, index in sorted(recorded.keys() | ledger.nodes.keys()):
        item = f"ledger node {index} of level {level}"
        if (level, index) not in recorded or (level, index) not in ledger.nodes:
            return Verdict(item, Check.FAILED, "it is gone, or one too many, for the entries there are")
        below = [recorded.get((level - 1, 2 * index + side)) for side in (0, 1)]
        if level and (None in below or recorded[level, index] != tree.node_hash(*(hashed or b"" for hashed in below))):
            return Verdict(item, Check.FAILED, "it is not the hash of the two below it")
    return Verdict("ledger tree", Check.PASSED)


def _file(ledger: Ledger, files: Files, signed: int) -> Verdict:
    """The ledger's file against the store. It may be a little late, but never behind what was signed."""
    item = "ledger/entries.jsonl"
    *lines, half = (files.entries or b"").split(b"\n")
    pairs = enumerate(zip(lines, ledger.stored, strict=False))
    differing = next((number for number, (line, stored) in pairs if line != stored), None)
    if differing is None and len(lines) > len(ledger.stored):
        differing = len(ledger.stored)
    late = ledger.stored[len(lines) :]
    if differing is None and (len(lines) < signed or (half and not (late and late[0].startswith(half)))):
        differing = len(lines)
    if differing is not None:
        return Verdict(item, Check.FAILED, f"its line {differing + 1} is not what the records store holds")
    if late:
        detail = f"it lacks the last {len(late)}, as while a run writes or after one was ended; the next that writes adds them"
        return Verdict(item, Check.NOT_CHECKED, detail)
    return Verdict(item, Check.PASSED)


def _signed(files: Files) -> Checkpoint | Verdict:
    item = "ledger/checkpoint"
    if files.checkpoint is None or files.verifier_key is None:
        gone = item if files.checkpoint is None else "ledger/key.pub"
        return Verdict(gone, Check.NOT_CHECKED, "it is not there; the next run that writes will make it")
    try:
        return notes.open_note(files.checkpoint.decode(), files.verifier_key.decode().strip())
    except (AtleastError, ValueError) as error:
        return Verdict(item, Check.FAILED, f"its signature does not verify ({error})")


def _checkpoint(ledger: Ledger, signed: Checkpoint | Verdict) -> Verdict:
    if isinstance(signed, Verdict):
        return signed
    detail = f"the ledger is not a continuation of what was signed at {signed.size} entries"
    return verdict("ledger/checkpoint", _continues(ledger, signed), detail)


def _continues(ledger: Ledger, point: Checkpoint) -> bool:
    return point.size <= len(ledger.stored) and ledger.root(point.size) == point.root


def check_continuations(ledger: Ledger, files: Files, known: Iterable[str]) -> Iterator[Verdict]:
    """Whether the ledger continues each checkpoint that somebody kept (RFC 9162, 2.1.4)."""
    for note in known:
        size = f"{note.splitlines()[1]} entries" if note.count("\n") > 1 else "no checkpoint"
        item = f"checkpoint kept elsewhere ({size})"
        if files.verifier_key is None:
            yield Verdict(item, Check.NOT_CHECKED, "ledger/key.pub, by which it is checked, is not there")
            continue
        try:
            point = notes.open_note(note, files.verifier_key.decode().strip())
        except (AtleastError, ValueError) as error:
            yield Verdict(item, Check.FAILED, f"it is not of this ledger ({error})")
        else:
            detail = "the ledger is no continuation of it: its past was changed"
            yield verdict(item, _continues(ledger, point), detail)
