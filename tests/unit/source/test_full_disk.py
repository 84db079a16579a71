"""A disk without room for a library's temporary files is not the file's fault, and is not held against it for good."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from atleast.errors import DamagedSource, StorageFull
from atleast.limits import DEFAULT_LIMITS
from atleast.source import child, opening
from atleast.source.child import Refusal, Request
from atleast.source.formats import plain
from atleast.source.layout import open_source


def no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "news.txt"
    made.write_text("It rained in Kosterna.\n")
    return made


def test_no_room_for_temporary_files_is_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "read", no_room)
    with pytest.raises(StorageFull, match="temporary files"):
        open_source(path, path.name, DEFAULT_LIMITS)


def test_anything_else_that_a_reader_trips_over_is_the_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(plain, "read", trip)
    with pytest.raises(DamagedSource):
        open_source(path, path.name, DEFAULT_LIMITS)


def test_a_full_disk_is_told_across_the_process_of_the_readers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "read", no_room)
    answer = child._open(Request(str(path), path.name, None, DEFAULT_LIMITS))
    assert isinstance(answer, Refusal)
    error = opening._raisable(answer)
    assert isinstance(error, StorageFull)
    assert "run the same command again" in error.remedy
