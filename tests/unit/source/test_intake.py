from __future__ import annotations

import errno
import io
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from atleast.dossier import originals, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.paths import Paths
from atleast.dossier.verifying import verify
from atleast.errors import StorageFull, UsageError
from atleast.model.words import Check, SourceState
from atleast.source import intake
from atleast.source.intake import add
from tests.support.intake import NEWS, held, missed, zipped


def as_if_unreadable(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    """The system refuses one file, as it does to anybody but root."""
    true_open = os.open

    def refuse(path: str | os.PathLike[str], flags: int, mode: int = 0o777, **more: int) -> int:
        if os.fspath(path).endswith(name):
            raise error
        return true_open(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", refuse)


def test_a_file_is_kept_laid_out_and_on_record(dossier: Dossier, folder: Path) -> None:
    (folder / "press").mkdir()
    (folder / "press" / "news.txt").write_text(NEWS)
    done = add(dossier, folder)
    assert (done.new, done.again, done.unchanged, done.missed, done.unreadable) == (1, 0, 0, (), ())
    assert done.states == {SourceState.LAID_OUT: 1}
    source = held(dossier)["press/news.txt"]
    assert source.sha256 == sha256(NEWS.encode()).hexdigest()
    assert dossier.paths.original(source.sha256).read_bytes() == NEWS.encode()
    with dossier.read() as connection:
        layout = sources.layout_of(connection, source)
    assert layout is not None
    assert "Police arrested Pavel Ketlin" in layout.text


def test_one_file_can_be_added_by_itself(dossier: Dossier, folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS)
    assert add(dossier, folder / "news.txt").new == 1
    assert list(held(dossier)) == ["news.txt"]


def test_nothing_at_a_place_is_the_persons_to_mend(dossier: Dossier, folder: Path) -> None:
    with pytest.raises(UsageError, match="nothing at"):
        add(dossier, folder / "none")


def test_files_come_in_order_of_name_whatever_the_disk_says(dossier: Dossier, folder: Path) -> None:
    for name in ("b.txt", "a.txt", "c/a.txt", "B.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"{name} {NEWS}")
    add(dossier, folder)
    assert list(held(dossier)) == ["B.txt", "a.txt", "b.txt", "c/a.txt"]


def test_an_unchanged_file_is_not_even_opened(dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "news.txt").write_text(NEWS)
    add(dossier, folder)

    def never(*_: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(originals, "keep", never)
    monkeypatch.setattr(intake, "FileStream", never)
    done = add(dossier, folder)
    assert (done.new, done.unchanged) == (0, 1)


def test_a_touched_file_is_read_again_and_is_the_same_source(dossier: Dossier, folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS)
    add(dossier, folder)
    os.utime(folder / "news.txt", (1, 1))
    done = add(dossier, folder)
    assert (done.new, done.again, done.unchanged) == (0, 0, 1)


def test_the_same_bytes_under_two_names_are_one_source_with_two_names(dossier: Dossier, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(NEWS)
    done = add(dossier, folder)
    assert (done.new, done.again) == (1, 1)
    assert list(held(dossier)) == ["a.txt"]
    with dossier.read() as connection:
        assert [name for _, name in sources.occurrences(connection)] == ["b.txt"]
    again = add(dossier, folder)
    assert (again.new, again.again, again.unchanged) == (0, 0, 2)


def test_changed_bytes_under_the_same_name_are_another_source_and_the_first_stays(
    dossier: Dossier, folder: Path
) -> None:
    (folder / "news.txt").write_text(NEWS)
    add(dossier, folder)
    (folder / "news.txt").write_text(NEWS + "It was corrected later.\n")
    assert add(dossier, folder).new == 1
    with dossier.read() as connection:
        assert [source.name for source in sources.all_sources(connection)] == ["news.txt", "news.txt"]
    assert verify(dossier).check is Check.PASSED


def test_links_devices_and_pipes_are_listed_and_not_followed(dossier: Dossier, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text(NEWS)
    (folder / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "pipe")
    done = add(dossier, folder)
    assert [each.name for each in done.missed] == ["gone", "link.txt", "linked", "pipe"]
    assert held(dossier) == {}
    assert sorted(missed(dossier)) == ["gone", "link.txt", "linked", "pipe"]


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(errno.EACCES, "Permission denied"), FileNotFoundError(errno.ENOENT, "No such file"),
        OSError(errno.EIO, "Input/output error"), OSError(errno.ELOOP, "Too many links"),
    ],
    ids=["not yours", "gone meanwhile", "a bad disk", "a link by now"],
)  # fmt: skip
def test_a_file_that_gives_no_bytes_costs_itself_alone(
    error: OSError, dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(f"{name} {NEWS}")
    with monkeypatch.context() as patch:
        as_if_unreadable(patch, "b.txt", error)
        done = add(dossier, folder)
    assert done.new == 2
    assert [each.name for each in done.missed] == ["b.txt"]
    assert error.strerror
    assert error.strerror in done.missed[0].problem
    assert "add it again" in done.missed[0].problem
    assert list(missed(dossier)) == ["b.txt"]
    assert add(dossier, folder).new == 1
    assert missed(dossier) == {}


def test_a_file_that_breaks_off_while_it_is_read_leaves_nothing(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "news.txt").write_text(NEWS)

    class Breaking(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", lambda *_: Breaking())
        done = add(dossier, folder)
    assert [each.name for each in done.missed] == ["news.txt"]
    assert list(originals.kept(dossier.paths)) == []


def test_a_file_that_is_swapped_for_a_pipe_is_not_waited_for(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe")
    monkeypatch.setattr(intake, "not_a_file", lambda _: None)
    assert [each.name for each in add(dossier, folder).missed] == ["pipe"]


def test_a_file_that_changes_while_it_is_read_is_kept_as_it_was_read_and_read_again(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "news.txt"
    path.write_text(NEWS)
    keep = originals.keep

    def changing(paths: Paths, stream: originals.Stream) -> originals.Original:
        kept = keep(paths, stream)
        path.write_text(NEWS + "More.\n")
        return kept

    with monkeypatch.context() as patch:
        patch.setattr(originals, "keep", changing)
        add(dossier, folder)
    source = held(dossier)["news.txt"]
    assert source.note is not None
    assert "changed while it was read" in source.note
    assert source.sha256 == sha256(NEWS.encode()).hexdigest()
    assert add(dossier, folder).new == 1


def test_a_folder_that_cannot_be_looked_into_is_listed(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    (folder / "news.txt").write_text(NEWS)
    scandir = os.scandir

    def refuse(path: str | os.PathLike[str]) -> object:
        if os.fspath(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    done = add(dossier, folder)
    assert done.new == 1
    assert [each.name for each in done.missed] == ["closed"]
    assert "Permission denied" in missed(dossier)["closed"]


def test_a_dossier_that_takes_no_bytes_is_not_blamed_on_the_file(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "news.txt").write_text(NEWS)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageFull):
            add(dossier, folder)
    assert held(dossier) == {}
    assert missed(dossier) == {}
    assert add(dossier, folder).new == 1


def test_a_name_that_is_no_utf8_is_shown_with_a_mark_and_the_file_is_kept(dossier: Dossier, folder: Path) -> None:
    name = "новости.txt".encode("cp1251")
    try:
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:  # noqa: PTH118, PTH123 - a name in bytes
            file.write(NEWS.encode())
    except OSError:
        pytest.skip("this disk takes only names in UTF-8")
    assert add(dossier, folder).new == 1
    assert list(held(dossier)) == ["\ufffd" * 7 + ".txt"]
    assert add(dossier, folder).unchanged == 1


def test_a_dossier_inside_its_own_folder_of_sources_does_not_take_itself_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["report-2031.txt", "ledger-of-names.txt", "originals-list.txt", "report.txt", "mandate.txt"]
    for name in names:
        (folder / name).write_text(f"{name} {NEWS}")
    monkeypatch.chdir(folder)
    new_dossier(Path())
    for _ in range(2):
        with open_dossier(Path(), write=True) as opened:
            add(opened, Path())
            assert sorted(held(opened)) == sorted(names)
            assert missed(opened) == {}
            (folder / "report").mkdir(exist_ok=True)
            (folder / "report" / "page.html").write_text(NEWS)


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.txt", b""), ("broken.pdf", b"%PDF-1.7\nbroken"), ("odd.bin", b"\x00\x01\x02\x03" * 50)],
)
def test_a_file_that_cannot_be_read_is_kept_listed_and_explained(
    name: str, data: bytes, dossier: Dossier, folder: Path
) -> None:
    (folder / name).write_bytes(data)
    (folder / "news.txt").write_text(NEWS)
    done = add(dossier, folder)
    assert done.new == 2
    ((shown, problem),) = done.unreadable
    assert shown == name
    assert problem
    source = held(dossier)[name]
    assert (source.state, source.problem) == (SourceState.UNREADABLE, problem)
    assert dossier.paths.original(source.sha256).read_bytes() == data


def test_who_took_it_in_is_on_record(tmp_path: Path, folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS)
    root = tmp_path / "signed"
    root.mkdir()
    (root / "mandate.toml").write_text("[mandate]\ncollected_by = 'V. R.'\n[rules.held]\nstarts = ['arrest']\n")
    with open_dossier(new_dossier(root), write=True) as dossier:
        add(dossier, folder)
        assert held(dossier)["news.txt"].collected_by == "V. R."


def test_the_disk_of_whoever_took_it_in_is_not_told(dossier: Dossier, folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS)
    add(dossier, folder)
    dossier.seal()
    stored = b"".join(path.read_bytes() for path in dossier.paths.root.rglob("*") if path.is_file())
    assert os.fsencode(folder) not in stored


def test_progress_is_told_file_by_file(dossier: Dossier, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{name} {NEWS}")
    heard: list[tuple[str, int, int]] = []
    add(dossier, folder, lambda what, done, total: heard.append((what, done, total)))
    assert heard == [("taking in", 1, 2), ("taking in", 2, 2)]


def test_what_could_not_be_read_is_remembered_by_every_later_run(dossier: Dossier, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert [name for name, _ in add(dossier, folder).unreadable] == ["empty.txt"]
    again = add(dossier, folder)
    assert (again.unchanged, again.unreadable, again.still_unreadable) == (1, (), 1)


def test_what_an_archive_would_not_give_is_told_like_a_file_that_cannot_be_read(dossier: Dossier, folder: Path) -> None:
    packed = zipped({"a.txt": NEWS, "b.txt": "Four people were held."}, zipfile.ZIP_STORED)
    (folder / "all.zip").write_bytes(packed.replace(b"Four people", b"Five people", 1))
    done = add(dossier, folder)
    assert [name for name, _ in done.unreadable] == ["all.zip!/b.txt"]
    assert "CRC" in done.unreadable[0][1]


def test_an_original_that_was_lost_is_kept_anew_when_its_file_is_added_again(dossier: Dossier, folder: Path) -> None:
    (folder / "a.txt").write_text(NEWS)
    add(dossier, folder)
    (source,) = held(dossier).values()
    path = dossier.paths.original(source.sha256)
    path.unlink()
    assert add(dossier, folder).unchanged == 1
    assert originals.hash_of(path) == source.sha256
    assert verify(dossier).check is Check.PASSED
