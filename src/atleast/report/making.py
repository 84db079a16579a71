"""The report made: from the record of a dossier to files that are kept in it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from atleast.case.register import Register, register_of
from atleast.case.tabulating import tabulate
from atleast.dossier import log, reports
from atleast.dossier.dossier import Dossier, mandate_text
from atleast.dossier.files import write_whole
from atleast.dossier.reports import MadeReport
from atleast.errors import UsageError
from atleast.ledger.entry import Entry, EntryKind
from atleast.report import numbers, page
from atleast.report.assembling import assemble
from atleast.report.chart import draw
from atleast.report.content import Content
from atleast.report.notes import notes_of

PAGE = "report.html"
NUMBERS = "numbers.json"
# What is entered after the fact does not change what a report says.
_AFTERWARDS = frozenset({EntryKind.REPORT, EntryKind.TIMESTAMP})


def make_report(dossier: Dossier, out: Path | None = None) -> MadeReport:
    """Make the report of a dossier that is open for writing, and keep it there; `out` is a folder for a copy.

    The persons and cases that it tells of are written to the store's tables, too. Same dossier, same bytes: nothing in it
    comes from a clock or from where it is made. Raises UsageError where `out` cannot be a folder, StorageFull, and
    whatever reading the record raises.
    """
    register = register_of(dossier)
    tabulate(dossier, register)
    files = report_files(dossier, register)
    made = reports.put(dossier, files)
    if out is not None:
        _copy(files, out)
    return made


def report_files(dossier: Dossier, register: Register) -> dict[str, bytes]:
    """The files of the report on a register by name: the page, and the numbers beside it."""
    text = mandate_text(dossier.paths)
    with dossier.read() as connection:
        as_of, size = _record_at(connection)
        root = log.root(connection, size).hex()
        content = assemble(register, dossier.mandate, text, as_of, size, root)
        rendered = _rendered(connection, content, register)
    written = numbers.to_bytes(content.numbers, dossier.mandate.rules, content.version)
    return {PAGE: rendered, NUMBERS: written}


def _rendered(connection: sa.Connection, content: Content, register: Register) -> bytes:
    by_hash = {source.sha256: source for source in register.sources}
    notes = notes_of(connection, content.cited, register.by_id, by_hash)
    return page.render(content, notes, draw(content.chart) if content.chart else None)


def _record_at(connection: sa.Connection) -> tuple[str, int]:
    """The moment of the last entry that a report can rest on, and the size of the ledger with it."""
    moment, size = "", 0
    for index, data in log.entries(connection):
        entry = Entry.from_bytes(data)
        if entry.kind not in _AFTERWARDS:
            moment, size = entry.at, index + 1
    return moment, size


def _copy(files: dict[str, bytes], out: Path) -> None:
    try:
        for name, data in files.items():
            write_whole(out / name, data)
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise UsageError(
            f"The report cannot be copied to {out}.", remedy="Name a folder that you may write to with --out."
        ) from error
