"""Altering a dossier as somebody with an editor would, and asking verification about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from atleast.dossier import log
from atleast.dossier.dossier import open_dossier
from atleast.dossier.verifying import Verdict, Verification, verify
from atleast.errors import Exit
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.words import Check

WIRE = "wire/court.txt"
"""The source that has statements of every kind."""


def checked(root: Path, *known: str) -> Verification:
    """What verification says, given checkpoints kept elsewhere."""
    with open_dossier(root) as opened:
        return verify(opened, known)


def failed(root: Path, *known: str) -> list[Verdict]:
    """What failed; the exit code must say so."""
    verification = checked(root, *known)
    assert verification.check is Check.FAILED
    assert verification.exit is Exit.FAILED
    return [verdict for verdict in verification.verdicts if verdict.check is Check.FAILED]


def sql(root: Path, *statements: str) -> None:
    """Alter the store as any other program could; foreign keys are that program's own business."""
    with sqlite3.connect(root / "dossier.sqlite") as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
    connection.close()


def one(root: Path, query: str) -> str:
    """The one value that a query gives."""
    with sqlite3.connect(root / "dossier.sqlite") as connection:
        found = connection.execute(query).fetchone()[0]
    connection.close()
    return str(found)


def flip(path: Path, at: int = 0) -> None:
    """Turn one bit."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.chmod(0o644)
    path.write_bytes(bytes(data))


def go_on(root: Path) -> None:
    """Let the ledger grow by an entry, as any run does."""
    with open_dossier(root, write=True) as opened, opened.write() as tx:
        log.append(tx, Entry(EntryKind.DECISION, "2031-05-26T09:00:00Z", {}))


def original(root: Path, name: str = WIRE) -> Path:
    """Where the bytes of a source lie."""
    digest = one(root, f"select sha256 from source where name = '{name}'")  # noqa: S608 - a name of our own
    return root / "originals" / digest[:2] / digest
