"""The bytes as they came: kept once, named by their SHA-256, read-only."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from atleast.dossier.files import storage, sync_folder
from atleast.dossier.paths import Paths

_BLOCK = 1024 * 1024
_DRAFT = ".draft-"


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes that are kept."""

    sha256: str
    size: int
    path: Path


class Stream(Protocol):
    """Bytes to be read."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size` of them; none at the end."""


def keep(paths: Paths, stream: Stream) -> Original:
    """Keep what a stream holds, read to its end, and name it.

    The bytes are hashed as they are written, so that what is kept is what was hashed, even where the file changes under
    our eyes. Keeping the same bytes again changes nothing.
    """
    draft = paths.originals / f"{_DRAFT}{secrets.token_hex(8)}"
    digest, size = hashlib.sha256(), 0
    with storage():
        paths.originals.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("xb") as out:
                while block := stream.read(_BLOCK):
                    digest.update(block)
                    size += len(block)
                    out.write(block)
                out.flush()
                os.fsync(out.fileno())
            path = paths.original(digest.hexdigest())
            if not path.exists():
                path.parent.mkdir(exist_ok=True)
                sync_folder(paths.originals)
                draft.chmod(0o444)
                draft.replace(path)
                sync_folder(path.parent)
        finally:
            draft.unlink(missing_ok=True)
    return Original(digest.hexdigest(), size, path)


def discard_drafts(paths: Paths) -> None:
    """Remove what a killed run left half-written."""
    for draft in paths.originals.glob(f"{_DRAFT}*"):
        draft.unlink(missing_ok=True)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_intact(paths: Paths, sha256: str) -> bool:
    """Whether the original of that name is there, with the bytes that it is named by."""
    path = paths.original(sha256)
    return path.is_file() and hash_of(path) == sha256


def kept(paths: Paths) -> Iterator[Path]:
    """Everything under originals/ that is no folder, in order of name."""
    if paths.originals.is_dir():
        yield from sorted(
            path
            for path in paths.originals.rglob("*")
            if not path.is_dir() and not (path.parent == paths.originals and path.name.startswith(_DRAFT))
        )
