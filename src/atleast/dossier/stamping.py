"""Timestamps over the ledger: what to send to an authority, and its reply put beside the checkpoint it is over."""

from __future__ import annotations

from pathlib import Path

from atleast.dossier import clock, log
from atleast.dossier.dossier import Dossier
from atleast.dossier.files import write_whole
from atleast.dossier.originals import hash_of
from atleast.errors import UsageError
from atleast.ledger import timestamp
from atleast.ledger.entry import Entry, EntryKind
from atleast.ledger.timestamp import Timestamp
from atleast.model.words import Check


def request_timestamp(dossier: Dossier, out: Path) -> Path:
    """Write a request for a timestamp over the checkpoint as it stands; the path of the .tsq file.

    The checkpoint is kept aside under the same name until the reply comes: the ledger may have grown by then.
    """
    note = _checkpoint(dossier)
    name = _name(note)
    write_whole(dossier.paths.timestamps / f"{name}.checkpoint", note)
    path = out / f"{name}.tsq"
    write_whole(path, timestamp.request_for(note))
    return path


def attach_timestamp(dossier: Dossier, reply: Path) -> Timestamp:
    """Put a reply beside the checkpoint that it is over and enter it in the ledger.

    Raises UsageError where it is over no checkpoint that was asked for.
    """
    data = reply.read_bytes()
    for note in sorted(dossier.paths.timestamps.glob("*.checkpoint")):
        stamp = timestamp.check(data, note.read_bytes())
        if stamp.check is not Check.FAILED:
            kept = note.with_suffix(".tsr")
            write_whole(kept, data)
            with dossier.write() as tx:
                body = {"checkpoint": hash_of(note), "reply": hash_of(kept), "name": kept.name}
                log.append(tx, Entry(EntryKind.TIMESTAMP, clock.now(), body))
            return stamp
    raise UsageError(
        f"{reply} is a reply to none of this dossier's requests.",
        remedy="Make a request with `atleast timestamp request`, have an authority answer it, and attach that answer.",
    )


def _checkpoint(dossier: Dossier) -> bytes:
    dossier.seal()
    return dossier.paths.checkpoint.read_bytes()


def _name(note: bytes) -> str:
    """The number of entries that the checkpoint is over, to sort by."""
    return f"{int(note.split(chr(10).encode())[1]):09d}"
