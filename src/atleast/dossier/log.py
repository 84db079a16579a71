"""The ledger of a dossier: entries in the records store, mirrored to plain files that need no database to be checked.

An entry is written in the same transaction as what it records. The file follows after the commit; where a run was killed
in between, the next one writes what the file lacks. So the store and the file can never tell two stories, only one of
them a little late.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from atleast.dossier import schema
from atleast.dossier.files import storage, write_whole
from atleast.dossier.paths import Paths
from atleast.errors import DossierDamaged
from atleast.ledger import checkpoint as notes
from atleast.ledger import tree
from atleast.ledger.entry import Entry

_BLOCK = 1 << 20


def append(tx: sa.Connection, entry: Entry) -> int:
    """Add an entry to the ledger within a transaction; its index, counted from 0."""
    index = size(tx)
    data = entry.to_bytes()
    tx.execute(
        schema.entry.insert().values(index=index, kind=entry.kind.value, at=entry.at, bytes=data.decode("utf-8"))
    )
    new = tree.append(index, tree.leaf_hash(data), lambda level, at: _node(tx, level, at))
    tx.execute(schema.node.insert(), [{"level": node.level, "index": node.index, "hash": node.hash} for node in new])
    return index


def size(tx: sa.Connection) -> int:
    """The number of entries."""
    last = tx.execute(sa.select(sa.func.max(schema.entry.c.index))).scalar()
    return 0 if last is None else int(last) + 1


def root(tx: sa.Connection, at_size: int | None = None) -> bytes:
    """The root over the first `at_size` entries; over all where it is None."""
    count = size(tx) if at_size is None else at_size
    return tree.root(count, lambda level, index: _node(tx, level, index))


def inclusion_proof(tx: sa.Connection, index: int) -> list[bytes]:
    """The hashes that lead from an entry to the root over all (RFC 9162, 2.1.3.1)."""
    return tree.inclusion_proof(index, size(tx), lambda level, at: _node(tx, level, at))


def consistency_proof(tx: sa.Connection, old_size: int) -> list[bytes]:
    """The hashes that show the ledger to continue what it was at `old_size` entries (RFC 9162, 2.1.4.1)."""
    return tree.consistency_proof(old_size, size(tx), lambda level, at: _node(tx, level, at))


def entries(tx: sa.Connection, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Index and canonical bytes of the entries from `start` on, in order."""
    query = sa.select(schema.entry.c.index, schema.entry.c.bytes).where(schema.entry.c.index >= start)
    for index, data in tx.execute(query.order_by(schema.entry.c.index)):
        yield index, data.encode("utf-8")


class Mirror:
    """The ledger's file, kept in step with the store. Costs only what is new, but for counting the lines once a run."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._lines: int | None = None

    def catch_up(self, tx: sa.Connection) -> None:
        """Write to the file what it lacks of the ledger."""
        lines, self._lines = self._lines, None  # after a failed write they are counted anew
        with storage():
            self._paths.ledger.mkdir(exist_ok=True)
            with self._paths.entries.open("ab+") as file:
                if lines is None:
                    _cut_half_line(file.fileno())
                    lines = _count_lines(file.fileno())
                new = [data + b"\n" for _, data in entries(tx, lines)]
                if new:
                    file.write(b"".join(new))
                    file.flush()
                    os.fsync(file.fileno())
        self._lines = lines + len(new)


def write_checkpoint(tx: sa.Connection, paths: Paths) -> None:
    """Sign the ledger as it stands. Raises DossierDamaged where the signing key is gone."""
    key = _signing_key(paths)
    point = notes.Checkpoint(origin(tx), size(tx), root(tx))
    note = notes.sign(point, key)
    if not paths.checkpoint.is_file() or paths.checkpoint.read_text("utf-8") != note:
        write_whole(paths.checkpoint, note.encode("utf-8"))


def write_verifier_key(tx: sa.Connection, paths: Paths) -> None:
    """Write the public key that the checkpoints are checked by, where it is not there yet."""
    if not paths.verifier_key.is_file():
        vkey = notes.verifier_key(origin(tx), _signing_key(paths))
        write_whole(paths.verifier_key, f"{vkey}\n".encode())


def require_continuation(tx: sa.Connection, paths: Paths) -> None:
    """Raise DossierDamaged unless the ledger continues what was signed last.

    Whoever signed on over a ledger that lost or changed entries would cover it up.
    """
    if not paths.checkpoint.is_file() or not paths.verifier_key.is_file():
        return
    try:
        note, vkey = (path.read_text("utf-8") for path in (paths.checkpoint, paths.verifier_key))
        point = notes.open_note(note, vkey.strip())
        continued = point.size <= size(tx) and root(tx, point.size) == point.root
    except (DossierDamaged, ValueError) as error:
        raise _not_continued("does not verify") from error
    if not continued:
        raise _not_continued("was signed over entries that the records store no longer has as they were")


def _not_continued(problem: str) -> DossierDamaged:
    return DossierDamaged(
        f"ledger/checkpoint {problem}. Nothing is added to a ledger that may have been altered.",
        remedy="Run `atleast verify` to see what was altered, and restore it from a copy. If you have looked into it and "
        "want to go on all the same, move ledger/checkpoint out of the dossier and keep it.",
    )


def _signing_key(paths: Paths) -> Ed25519PrivateKey:
    try:
        return notes.load_key(paths.signing_key.read_bytes())
    except OSError as error:
        raise DossierDamaged(
            f"{paths.signing_key} cannot be read, so that the ledger cannot be signed.",
            remedy="Restore it from a copy of the dossier. Everything else is stored; `atleast verify` works without it.",
        ) from error


def origin(tx: sa.Connection) -> str:
    """The name of this ledger in its checkpoints: "atleast/" and the first hex digits of its first entry's hash."""
    first = next(entries(tx), None)
    if first is None:
        raise DossierDamaged(
            "The ledger has no first entry.", remedy="Make a new dossier and take the sources in again."
        )
    return f"atleast/{tree.leaf_hash(first[1]).hex()[:16]}"


def _node(tx: sa.Connection, level: int, index: int) -> bytes:
    query = sa.select(schema.node.c.hash).where(schema.node.c.level == level, schema.node.c.index == index)
    found = tx.execute(query).scalar()
    if found is None:
        raise DossierDamaged(
            f"The ledger lacks the node {index} of level {level}.",
            remedy="Run `atleast verify` to see what was altered.",
        )
    return bytes(found)


def _cut_half_line(descriptor: int) -> None:
    """Cut off a last line that a killed run did not finish."""
    length = os.fstat(descriptor).st_size
    keep = length
    while keep > 0:
        start = max(0, keep - _BLOCK)
        block = os.pread(descriptor, keep - start, start)
        newline = block.rfind(b"\n")
        if newline >= 0:
            keep = start + newline + 1
            break
        keep = start
    if keep < length:
        os.ftruncate(descriptor, keep)


def _count_lines(descriptor: int) -> int:
    count, position = 0, 0
    while block := os.pread(descriptor, _BLOCK, position):
        count += block.count(b"\n")
        position += len(block)
    return count
