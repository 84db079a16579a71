"""The port: one file in; its text laid out, or what was in it, or an error that says what to do.

    opened = open_source(path, "press/2023-05-12.html", limits)
    opened.layout      text, parts and credit, or None for an archive
    opened.members     the files of an archive, the attachments of an e-mail

`open_source` reads in this process; `opening.Opener` does the same with a child process around parsers of hostile input.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import cast

from atleast.dossier.files import is_full
from atleast.errors import DamagedSource, ReaderFailed, StorageFull, UnreadableSource
from atleast.limits import Limits
from atleast.source.kinds import Kind, kind_of
from atleast.source.opened import Member, Opened
from atleast.source.writing import too_large

__all__ = ["LAYOUT_VERSION", "Member", "Opened", "open_source"]

LAYOUT_VERSION = 1
"""Raise it with any change by which a file may be read that could not be: what was unreadable is then opened once more."""

_READERS = {
    Kind.TEXT: "plain",
    Kind.MARKDOWN: "plain",
    Kind.JSON: "records",
    Kind.CSV: "delimited",
    Kind.HTML: "page",
    Kind.PDF: "pdf",
    Kind.DOCX: "word",
    Kind.XLSX: "workbook",
    Kind.EML: "mail",
    Kind.WARC: "web_archive",
    Kind.WACZ: "web_archive",
    Kind.ZIP: "archive",
}
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_ARCHIVES = frozenset({Kind.WARC, Kind.WACZ, Kind.ZIP})


def open_source(path: Path, name: str, limits: Limits, *, declared: str | None = None) -> Opened:
    """What is in the file at `path`, which a person knows as `name` (its ending is a hint, its content decides).

    `declared` is the media type that an archive or e-mail gave for it, if any: its charset is a hint. Nothing is written
    in the dossier. Raises subclasses of UnreadableSource; an error of a library is its `__cause__`. Raises StorageFull where
    a library found no room for its own temporary files: that is not the file's fault, and must not be held against it.
    """
    try:
        kind = kind_of(path, name)
        check_size(path, name, kind, limits)
        reader = import_module(f"atleast.source.formats.{_READERS[kind]}")
        return cast("Opened", reader.read(path, name, limits, _charset(declared)))
    except UnreadableSource:
        raise
    except MemoryError as error:
        raise ReaderFailed(
            f"{name} needs more memory to be read than is allowed.",
            remedy="Split the file, or raise reader_bytes under [limits] in mandate.toml.",
        ) from error
    except Exception as error:
        if isinstance(error, OSError) and is_full(error):
            raise StorageFull(
                "The disk is full: there is no room for temporary files.",
                remedy="Free some space and run the same command again: it carries on where it stopped.",
            ) from error
        raise DamagedSource(
            f"{name} could not be read: {type(error).__name__}.",
            remedy="The file is damaged, or written in a way that its reader does not know. Save it anew and add that.",
        ) from error


def check_size(path: Path, name: str, kind: Kind, limits: Limits) -> None:
    """Raise OversizedSource for a file that is larger than the limit for its kind."""
    limit = "archive_bytes" if kind in _ARCHIVES else "file_bytes"
    size, most = path.stat().st_size, getattr(limits, limit)
    if size > most:
        raise too_large(name, limit, size, most, "bytes")


def _charset(declared: str | None) -> str | None:
    """The charset in a media type such as "text/html; charset=koi8-r"."""
    match = _CHARSET.search(declared or "")
    return match[1] if match else None
