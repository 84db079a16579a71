"""A stranger's file as it lies on the disk: looked at and read, whatever happens to it meanwhile."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Self

CHECK = "Check that it is there and yours, then add it again."


class CannotBeRead(Exception):
    """The file itself gives no bytes, as against a dossier that takes none."""


@contextlib.contextmanager
def reading() -> Iterator[None]:
    """Turn what the system says of a file into CannotBeRead, with what to do."""
    try:
        yield
    except OSError as error:
        raise CannotBeRead(f"It could not be read ({error.strerror}). {CHECK}") from error


class FileStream:
    """The bytes of an ordinary file. Whatever lies at its path by now, no link is followed and no pipe waited for."""

    def __init__(self, path: Path) -> None:
        with reading():
            self._file = os.fdopen(_descriptor(path), "rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, size: int, /) -> bytes:
        """The next bytes. Raises CannotBeRead."""
        with reading():
            return self._file.read(size)

    def sha256(self) -> str:
        """The SHA-256 of the whole file, which is then read from its beginning. Raises CannotBeRead."""
        with reading():
            digest = hashlib.file_digest(self._file, "sha256").hexdigest()
            self._file.seek(0)
        return digest

    def look(self) -> str:
        """What the open file looks like now."""
        return look_of(os.fstat(self._file.fileno()))


def _descriptor(path: Path) -> int:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is no ordinary file any more", str(path))
    return descriptor


def not_a_file(path: Path) -> str | None:
    """Why a path is nothing to take in; None where it is an ordinary file, or already gone."""
    with contextlib.suppress(OSError):
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return "It is a link, and what it points to may lie outside the folder. Put the file itself in the folder."
        if not stat.S_ISREG(mode):
            return "It is no file but a device, a pipe or a socket. Remove it from the folder."
    return None


def look_of(status: os.stat_result) -> str:
    """What tells an unchanged file without reading it: size, times and place on the disk."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
