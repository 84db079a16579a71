"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from atleast.errors import StorageFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def storage() -> Iterator[None]:
    """Turn what the system says of a full disk into StorageFull; let everything else through."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise _full(error.filename) from error
        raise
    except Exception as error:
        if "disk is full" in str(error):
            raise _full(None) from error
        if "disk I/O error" in str(error):
            raise StorageFull(
                "The disk did not do what was asked of it: it is full or failing, or was taken out.",
                remedy="See to it and run the same command again: it carries on where it stopped.",
            ) from error
        raise


def is_full(error: OSError) -> bool:
    """Whether the system says that there is no room."""
    return error.errno in _FULL


def write_whole(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Write a file so that it is there whole or not at all, and is on the disk when this returns."""
    draft = path.with_name(f".{path.name}.draft")
    with storage():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            sync_folder(path.parent)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _full(where: str | Path | None) -> StorageFull:
    return StorageFull(
        f"The disk is full{f' ({where})' if where else ''}.",
        remedy="Free some space and run the same command again: it carries on where it stopped.",
    )
