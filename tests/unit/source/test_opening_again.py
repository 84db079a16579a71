"""What could not be read is opened again when the limits or the layout code are others: the record is as if it always could."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from atleast.dossier import log, readings, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.readings import Recorded
from atleast.dossier.verifying import verify
from atleast.errors import DamagedSource
from atleast.model.source import Layout, Source
from atleast.model.words import Check, SourceState
from atleast.source import intake
from atleast.source.intake import Intake, add
from atleast.source.layout import LAYOUT_VERSION
from atleast.source.opened import Member, Opened
from atleast.source.opening import Opener
from atleast.statement.reading import read
from tests.support.intake import NEWS, zipped

TABLE = "Name,Date of arrest,Place\n" + "Irma Dolvich,2031-02-07,Kosterna\n" * 3
TIGHT, WIDE = "file_bytes = 120\n", ""


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1937566800")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of sources, of which the first and the last are longer than the tight limit allows."""
    made = tmp_path / "sources"
    made.mkdir()
    (made / "a.csv").write_text(TABLE + "Anton Berzak,2031-03-01,Sarnik\n")
    (made / "b.csv").write_text("Name,Date of arrest\nLena Vorzhik,2031-02-08\n")
    (made / "b.txt").write_text(NEWS)
    (made / "c.txt").write_text(NEWS + "More of it came later.\n" * 10)
    return made


def limited(root: Path, limits: str) -> Path:
    """A dossier under some limits, made first if need be."""
    root.mkdir(exist_ok=True)
    (root / "mandate.toml").write_text(f"[rules.held]\nstarts = ['arrest']\n[limits]\n{limits}")
    return root if (root / "dossier.sqlite").exists() else new_dossier(root)


def run(root: Path, limits: str, folder: Path) -> Intake:
    with open_dossier(limited(root, limits), write=True) as dossier:
        return add(dossier, folder)


def entries(root: Path) -> list[dict[str, object]]:
    with open_dossier(root) as dossier, dossier.read() as connection:
        return [json.loads(data) for _, data in log.entries(connection)]


def held(dossier: Dossier) -> list[tuple[Source, Layout | None]]:
    with dossier.read() as connection:
        return [(each, sources.layout_of(connection, each)) for each in sources.all_sources(connection)]


def said(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> list[Recorded]:
    """Every statement, once what is new of tables was read."""
    monkeypatch.setattr("atleast.statement.reading.readers", lambda: ())
    read(dossier)
    with dossier.read() as connection:
        return readings.recorded(connection)


def test_once_the_limits_allow_it_the_record_is_as_if_they_always_had(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, at_once = tmp_path / "late", tmp_path / "at-once"
    first = run(late, TIGHT, folder)
    assert [name for name, _ in first.unreadable] == ["a.csv", "c.txt"]
    with open_dossier(late, write=True) as dossier:
        assert {each.source_name for each in said(dossier, monkeypatch)} == {"b.csv"}
    second = run(late, WIDE, folder)
    assert (second.new, second.unchanged, second.read_at_last, second.unreadable) == (0, 4, 2, ())
    run(at_once, WIDE, folder)
    with open_dossier(late, write=True) as one, open_dossier(at_once, write=True) as other:
        assert held(one) == held(other)
        assert said(one, monkeypatch) == said(other, monkeypatch) != []
        assert verify(one).check is Check.PASSED


def test_the_ledger_keeps_the_old_entry_and_has_a_new_one(tmp_path: Path, folder: Path) -> None:
    root = tmp_path / "dossier"
    run(root, TIGHT, folder)
    before = entries(root)
    run(root, WIDE, folder)
    after = entries(root)
    assert after[: len(before)] == before
    bodies = [entry["body"] for entry in after[len(before) :]]
    assert [(body["name"], body["state"]) for body in bodies] == [("a.csv", "laid_out"), ("c.txt", "laid_out")]  # type: ignore[index]
    with open_dossier(root, write=True) as dossier:
        assert add(dossier, folder).read_at_last == 0
    assert entries(root) == after


def test_what_fails_again_is_told_adds_no_entry_and_is_not_tried_at_every_run(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "dossier"
    run(root, TIGHT, folder)
    before = entries(root)
    again = run(root, "file_bytes = 121\n", folder)
    assert [name for name, _ in again.unreadable] == ["a.csv", "c.txt"]
    assert "121" in again.unreadable[0][1]
    assert entries(root) == before
    monkeypatch.setattr(Opener, "open", lambda *_: pytest.fail("it was opened once more"))
    assert run(root, "file_bytes = 121\n", folder).unreadable == ()


def test_another_version_of_the_layout_code_tries_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "dossier"
    (folder / "d.bin").write_bytes(b"\x00\x01\x02\x03" * 20)
    assert [name for name, _ in run(root, WIDE, folder).unreadable] == ["d.bin"]
    monkeypatch.setattr(intake, "LAYOUT_VERSION", LAYOUT_VERSION + 1)
    opened: list[str] = []
    true_open = Opener.open

    def watched(opener: Opener, path: Path, name: str, declared: str | None = None) -> object:
        opened.append(name)
        return true_open(opener, path, name, declared)

    monkeypatch.setattr(Opener, "open", watched)
    for _ in range(2):
        run(root, WIDE, folder)
    assert opened == ["d.bin"]


def test_members_of_an_archive_are_opened_again_by_themselves(tmp_path: Path, folder: Path) -> None:
    (folder / "d.zip").write_bytes(zipped({"long.txt": NEWS * 3, "short.txt": "short " + NEWS}))
    late, at_once = tmp_path / "late", tmp_path / "at-once"
    assert "d.zip!/long.txt" in dict(run(late, TIGHT, folder).unreadable)
    run(late, WIDE, folder)
    run(at_once, WIDE, folder)
    with open_dossier(late) as one, open_dossier(at_once) as other:
        assert held(one) == held(other)
        assert verify(one).check is Check.PASSED


def test_an_archive_that_was_too_large_brings_in_its_members_last(tmp_path: Path, folder: Path) -> None:
    (folder / "b.zip").write_bytes(zipped({"x.txt": "x " + NEWS}))
    root = tmp_path / "dossier"
    assert "b.zip" in dict(run(root, "archive_bytes = 150\n", folder).unreadable)
    done = run(root, WIDE, folder)
    assert (done.read_at_last, done.new, done.states) == (1, 1, {SourceState.LAID_OUT: 1})
    names = ["a.csv", "b.csv", "b.txt", "b.zip", "c.txt", "b.zip!/x.txt"]
    with open_dossier(root) as dossier:
        assert [source.name for source, _ in held(dossier)] == names
        assert verify(dossier).check is Check.PASSED


def test_what_an_archive_said_of_a_member_and_how_deep_it_lies_holds_when_it_is_opened_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "d.zip").write_bytes(zipped({"inner.zip": "", "page.txt": ""}))
    root, address, cyrillic = tmp_path / "dossier", "gopher://sarnik.example/1", "text/plain; charset=koi8-r"
    page = Member("page.txt", "Полиция задержала Павла.\n".encode("koi8-r"), url=address, media_type=cyrillic)
    inner = Member("inner.zip", zipped({"deep.txt": "deep " + NEWS}))
    true_open = Opener.open

    def at_first(opener: Opener, path: Path, name: str, declared: str | None = None) -> Opened:
        if name == "d.zip":
            return Opened("application/zip", members=(inner, page))
        if "!/" in name:
            raise DamagedSource(f"{name} is damaged.", remedy="Save it anew.")
        return true_open(opener, path, name, declared)

    with monkeypatch.context() as patch:
        patch.setattr(Opener, "open", at_first)
        run(root, "archive_depth = 1\n", folder)
    monkeypatch.setattr(intake, "LAYOUT_VERSION", LAYOUT_VERSION + 1)
    done = run(root, "archive_depth = 1\n", folder)
    assert [missed.name for missed in done.missed] == ["d.zip!/inner.zip!/deep.txt"]
    with open_dossier(root) as dossier:
        found = {source.name: (source, layout) for source, layout in held(dossier)}
    source, layout = found["d.zip!/page.txt"]
    assert layout is not None
    assert layout.text.startswith("Полиция задержала Павла.")
    assert source.note is None, "the encoding that the archive declared was not used"
    assert source.credit.url == layout.credit.url == address


def test_an_altered_original_is_not_laid_out(tmp_path: Path, folder: Path) -> None:
    root = tmp_path / "dossier"
    run(root, TIGHT, folder)
    with open_dossier(root) as dossier:
        source = next(source for source, _ in held(dossier) if source.name == "c.txt")
    path = root / "originals" / source.sha256[:2] / source.sha256
    path.chmod(0o644)
    path.write_text("Nothing happened.\n")
    done = run(root, WIDE, folder)
    assert (done.read_at_last, [name for name, _ in done.unreadable]) == (1, ["c.txt"])
    assert "atleast verify" in done.unreadable[0][1]
