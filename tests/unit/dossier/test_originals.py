from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from atleast.dossier import originals
from atleast.dossier.paths import Paths
from atleast.errors import StorageFull

DATA = b"Police arrested Pavel Ketlin.\n" * 100_000  # more than one block


def test_bytes_are_kept_under_their_hash_read_only(tmp_path: Path) -> None:
    kept = originals.keep(Paths(tmp_path), io.BytesIO(DATA))
    assert kept.sha256 == hashlib.sha256(DATA).hexdigest()
    assert kept.size == len(DATA)
    assert kept.path == tmp_path / "originals" / kept.sha256[:2] / kept.sha256
    assert kept.path.read_bytes() == DATA
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o444


def test_keeping_again_changes_nothing(tmp_path: Path) -> None:
    first = originals.keep(Paths(tmp_path), io.BytesIO(DATA))
    before = first.path.stat()
    assert originals.keep(Paths(tmp_path), io.BytesIO(DATA)) == first
    after = first.path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert list(originals.kept(Paths(tmp_path))) == [first.path]


def test_the_name_is_of_what_was_written_even_where_the_source_changes_meanwhile(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_bytes(DATA)

    class Changing:
        def __init__(self) -> None:
            self.file = source.open("rb")

        def read(self, size: int, /) -> bytes:
            block = self.file.read(size)
            source.write_bytes(b"x" * len(DATA))
            return block

    kept = originals.keep(Paths(tmp_path), Changing())
    assert kept.sha256 != hashlib.sha256(DATA).hexdigest()
    assert originals.hash_of(kept.path) == kept.sha256


class Failing:
    """A stream that breaks off after its first block."""

    def __init__(self, error: BaseException) -> None:
        self.error: BaseException | None = None
        self.next = error

    def read(self, size: int, /) -> bytes:
        if self.error is not None:
            raise self.error
        self.error = self.next
        return b"x" * size


@pytest.mark.parametrize("error", [OSError(errno.EIO, "bad sector"), KeyboardInterrupt()])
def test_a_stream_that_breaks_off_leaves_nothing(error: BaseException, tmp_path: Path) -> None:
    with pytest.raises(type(error)):
        originals.keep(Paths(tmp_path), Failing(error))
    assert list((tmp_path / "originals").iterdir()) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFull):
        originals.keep(Paths(tmp_path), io.BytesIO(DATA))
    assert list((tmp_path / "originals").iterdir()) == []


def test_drafts_of_a_killed_run_are_no_originals_and_are_discarded(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    kept = originals.keep(paths, io.BytesIO(b"a"))
    (paths.originals / ".draft-0011").write_bytes(b"half")
    assert list(originals.kept(paths)) == [kept.path]
    originals.discard_drafts(paths)
    assert list(paths.originals.iterdir()) == [kept.path.parent]
