"""Which format a file is in: by its first bytes and its structure, and only then by its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import Enum
from pathlib import Path, PurePosixPath

from atleast.errors import DamagedSource, EmptySource, EncryptedSource, UnknownFormat
from atleast.source.encoding import looks_like_text

_HEAD = 4096
"""Bytes looked at."""


class Kind(Enum):
    """A format that is read: its media type, and whether a parser of hostile input is needed (see `opener`)."""

    TEXT = ("text/plain", False)
    MARKDOWN = ("text/markdown", False)
    JSON = ("application/json", False)
    CSV = ("text/csv", False)
    HTML = ("text/html", True)
    PDF = ("application/pdf", True)
    DOCX = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", True)
    XLSX = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", True)
    EML = ("message/rfc822", True)
    WARC = ("application/warc", True)
    WACZ = ("application/wacz", True)
    ZIP = ("application/zip", True)

    def __init__(self, media_type: str, hostile: bool) -> None:
        self.media_type = media_type
        self.hostile = hostile


_OTHER_FORMATS = (
    (b"\x89PNG", "a picture", "Add its text as a text file beside it."),
    (b"\xff\xd8\xff", "a picture", "Add its text as a text file beside it."),
    (b"GIF8", "a picture", "Add its text as a text file beside it."),
    (b"II*\x00", "a picture", "Add its text as a text file beside it."),
    (b"MM\x00*", "a picture", "Add its text as a text file beside it."),
    (b"{\\rtf", "an RTF document", "Save it as .docx or .txt and add that."),
    (b"\x1f\x8b", "packed with gzip", "Unpack it and add what was in it."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it, or pack it as .zip."),
    (b"Rar!", "a RAR archive", "Unpack it, or pack it as .zip."),
    (b"BZh", "packed with bzip2", "Unpack it and add what was in it."),
    (b"\xfd7zXZ", "packed with xz", "Unpack it and add what was in it."),
    (b"SQLite format 3", "a database", "Export its tables as CSV."),
    (b"ID3", "a recording", "Add a transcript as a text file."),
    (b"RIFF", "a recording", "Add a transcript as a text file."),
    (b"OggS", "a recording", "Add a transcript as a text file."),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY_SUFFIXES = frozenset({".pdf", ".docx", ".xlsx", ".zip", ".wacz", ".gz"})
_HTML_START = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(rb"<(?:head|body|meta|title|div|article|p|h1)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rb"^(From|To|Date|Subject|Received|Message-ID|MIME-Version|Return-Path|Delivered-To):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_LINES = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2}")


def kind_of(path: Path, name: str) -> Kind:
    """The format of the file at `path`, which a person knows as `name`.

    Raises EmptySource, EncryptedSource, DamagedSource, UnknownFormat.
    """
    head = _head(path)
    if not head:
        raise EmptySource(
            f"{name} has no bytes.", remedy="Check the file where it came from; it may not have been copied."
        )
    if kind := _kind_by_head(head, name):
        return kind
    if head.startswith(_ZIP_STARTS):
        return _zip_kind(path, name)
    _refuse_known_others(path, head, name)
    raise _unknown(name, PurePosixPath(name).suffix.lower())


def is_harmless(path: Path, name: str) -> bool:
    """Whether the file is of a kind that needs no parser of hostile input: text, JSON, CSV. Looks at its start only."""
    kind = _kind_by_head(_head(path), name)
    return kind is not None and not kind.hostile


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _kind_by_head(head: bytes, name: str) -> Kind | None:
    """The kind that the first bytes show, or None where the file has to be looked into."""
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and _unpacked_head(head).startswith(b"WARC/")):
        return Kind.WARC
    if head.startswith((*_ZIP_STARTS, _OLE, *(start for start, _, _ in _OTHER_FORMATS))) or _is_mailbox(head):
        return None
    if not looks_like_text(head):
        return None
    return _text_kind(head, PurePosixPath(name).suffix.lower()) if head else None


def _text_kind(head: bytes, suffix: str) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    headers = {match.lower() for match in _MAIL_HEADER.findall(start)}
    if _HEADER_LINES.match(start) and (len(headers) >= 3 or (suffix == ".eml" and headers)):
        return Kind.EML
    if _HTML_START.search(start[:2048]) or (suffix in (".html", ".htm", ".xhtml") and _HTML_TAG.search(start)):
        return Kind.HTML
    if start.startswith((b"{", b"[")) and (suffix == ".json" or re.match(rb'\{\s*"[^"]*"\s*:', start)):
        return Kind.JSON
    if suffix in (".csv", ".tsv", ".tab"):
        return Kind.CSV
    return Kind.MARKDOWN if suffix in (".md", ".markdown") else Kind.TEXT


def _zip_kind(path: Path, name: str) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise DamagedSource(
            f"{name} begins like a zip archive, but its table of contents cannot be read.",
            remedy="The file was cut short or altered; ask for it again.",
        ) from error
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "content.xml" in names and "mimetype" in names:
        raise UnknownFormat(f"{name} is an OpenDocument file.", remedy="Save it as .docx or .xlsx and add that.")
    if "ppt/presentation.xml" in names:
        raise UnknownFormat(f"{name} is a presentation.", remedy="Save it as .pdf and add that.")
    if any(member.startswith("archive/") and member.endswith((".warc", ".warc.gz")) for member in names):
        return Kind.WACZ
    return Kind.ZIP


def _is_mailbox(head: bytes) -> bool:
    return head.startswith(b"From ") and len(_MAIL_HEADER.findall(head)) > 1


def _unpacked_head(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _refuse_known_others(path: Path, head: bytes, name: str) -> None:
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise EncryptedSource(f"{name} asks for a password.", remedy="Save it without one and add that.")
        raise UnknownFormat(
            f"{name} is in the format of Office before 2007 (.doc, .xls, .msg).",
            remedy="Save it as .docx or .xlsx and add that.",
        )
    if _is_mailbox(head):
        raise UnknownFormat(
            f"{name} is a mailbox of many e-mails.", remedy="Export its e-mails as .eml files and add those."
        )
    for start, what, remedy in _OTHER_FORMATS:
        if head.startswith(start):
            raise UnknownFormat(f"{name} is {what}, which is not read.", remedy=remedy)


def _unknown(name: str, suffix: str) -> DamagedSource | UnknownFormat:
    if suffix in _BINARY_SUFFIXES:
        return DamagedSource(
            f"{name} does not begin as a {suffix} file does.",
            remedy="The file was cut short or altered; ask for it again.",
        )
    return UnknownFormat(
        f"{name} is in no format that is read.",
        remedy="Save it as .txt, .pdf, .docx, .xlsx, .csv or .html and add that.",
    )
