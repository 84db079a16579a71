"""Plain text and Markdown: the stored text is the file's characters, not one changed."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from atleast.limits import Limits
from atleast.source.encoding import decode
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import laid_out


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:
    """The text as it stands: line ends, spaces and a byte order mark are kept, so that offsets index the decoded file."""
    decoded = decode(path.read_bytes(), declared)
    kind = Kind.MARKDOWN if PurePosixPath(name).suffix.lower() in (".md", ".markdown") else Kind.TEXT
    notes = (decoded.note,) if decoded.note else ()
    return Opened(kind.media_type, laid_out(decoded.text, name, limits), notes=notes)
