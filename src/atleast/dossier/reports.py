"""Reports that were made: each in a folder of its own, whole or not at all, its files' hashes in the ledger."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from atleast.dossier import clock, log, schema
from atleast.dossier.dossier import Dossier
from atleast.dossier.files import storage, sync_folder, write_whole
from atleast.dossier.originals import hash_of
from atleast.ledger.canonical import JsonValue
from atleast.ledger.entry import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report on disk: its number, its folder, and the SHA-256 of each of its files."""

    number: int
    folder: Path
    files: Mapping[str, str]


def put(dossier: Dossier, files: Mapping[str, bytes]) -> MadeReport:
    """Keep a report. The same bytes as the last report are that report: nothing new is made, if it is still as it was."""
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    last = latest(dossier)
    if last is not None and last.files == hashes and _intact(last):
        return last
    number = 1 if last is None else last.number + 1
    folder = dossier.paths.reports / str(number)
    _write_folder(folder, files)
    body: dict[str, JsonValue] = {"number": number, "files": dict(hashes)}
    with dossier.write() as tx:
        at = clock.now()
        index = log.append(tx, Entry(EntryKind.REPORT, at, body))
        tx.execute(schema.report.insert().values(number=number, at=at, files=json.dumps(hashes), entry=index))
    return MadeReport(number, folder, hashes)


def all_reports(tx: sa.Connection, reports: Path) -> list[MadeReport]:
    """Every report there was, in order."""
    rows = tx.execute(sa.select(schema.report).order_by(schema.report.c.number))
    return [MadeReport(row.number, reports / str(row.number), json.loads(row.files)) for row in rows]


def file_hashes(tx: sa.Connection) -> frozenset[str]:
    """The SHA-256 of every file of every report there was."""
    return frozenset(
        sha256
        for files in tx.execute(sa.select(schema.report.c.files)).scalars()
        for sha256 in json.loads(files).values()
    )


def latest(dossier: Dossier) -> MadeReport | None:
    """The last report; None before the first."""
    with dossier.read() as connection:
        made = all_reports(connection, dossier.paths.reports)
    return made[-1] if made else None


def _intact(report: MadeReport) -> bool:
    paths = ((report.folder / name, wanted) for name, wanted in report.files.items())
    return all(path.is_file() and hash_of(path) == wanted for path, wanted in paths)


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder whole; what a killed run left under its name was never entered and is replaced."""
    draft = folder.with_name(f".{folder.name}.draft")
    with storage():
        for leftover in (draft, folder):
            if leftover.exists():
                shutil.rmtree(leftover)
        for name, data in files.items():
            write_whole(draft / name, data)
        draft.replace(folder)
        sync_folder(folder.parent)
