from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from atleast.dossier import files
from atleast.dossier.files import storage, write_whole
from atleast.errors import StorageFull


def test_a_file_is_written_with_its_folders_and_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "key"
    write_whole(path, b"secret", mode=0o600)
    assert path.read_bytes() == b"secret"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["key"]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
@pytest.mark.parametrize("raised", [OSError(errno.EIO, "broken"), KeyboardInterrupt()])
def test_what_stops_half_way_leaves_the_old_file_and_no_draft(
    broken: str, raised: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "checkpoint"
    write_whole(path, b"old")

    def stop(*_: object) -> None:
        raise raised

    monkeypatch.setattr(os if broken == "fsync" else Path, broken, stop)
    with pytest.raises(type(raised)):
        write_whole(path, b"new and longer")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["checkpoint"]


def test_the_name_is_given_only_to_bytes_that_are_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checkpoint"
    order: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: order.append("bytes on disk"))
    replace = Path.replace

    def naming(draft: Path, to: Path) -> Path:
        order.append("named")
        return replace(draft, to)

    monkeypatch.setattr(Path, "replace", naming)
    monkeypatch.setattr(files, "sync_folder", lambda _: order.append("name on disk"))
    write_whole(path, b"new")
    assert order == ["bytes on disk", "named", "name on disk"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_as_such(code: int) -> None:
    with pytest.raises(StorageFull) as caught, storage():
        raise OSError(code, "full", "place")
    assert "place" in caught.value.problem
    assert isinstance(caught.value.__cause__, OSError)


def test_a_full_disk_under_the_store_is_told_as_such() -> None:
    with pytest.raises(StorageFull), storage():
        raise RuntimeError("database or disk is full")


@pytest.mark.parametrize("other", [OSError(errno.EACCES, "no"), ValueError("no"), KeyboardInterrupt()])
def test_everything_else_goes_through(other: BaseException) -> None:
    with pytest.raises(type(other)), storage():
        raise other


def test_no_room_for_a_new_folder_is_a_full_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(StorageFull):
        write_whole(tmp_path / "new" / "file", b"x")
