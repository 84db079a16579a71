from __future__ import annotations

import contextlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from atleast.dossier import dossier as dossiers
from atleast.dossier import log, schema
from atleast.dossier.dossier import is_dossier, mandate_text, new_dossier, open_dossier, open_or_new
from atleast.dossier.mandate import template
from atleast.dossier.paths import Paths
from atleast.dossier.verifying import verify
from atleast.errors import AtleastError, DossierBusy, DossierDamaged, Exit, MandateError, NotADossier, UsageError
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.words import Check

AT = "2031-05-12T09:30:00Z"


def entry(number: int) -> Entry:
    return Entry(EntryKind.DECISION, AT, {"number": number})


def size(root: Path) -> int:
    with open_dossier(root) as opened, opened.read() as connection:
        return log.size(connection)


def test_a_new_dossier_is_a_folder_that_a_person_can_read(tmp_path: Path) -> None:
    root = new_dossier(tmp_path / "a" / "dossier")
    shown = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    assert shown == {"mandate.toml", "dossier.sqlite", "originals", "ledger"}
    assert {path.name for path in (root / "ledger").iterdir()} == {
        "entries.jsonl",
        "checkpoint",
        "key.pub",
        "key.private",
    }
    assert (root / "mandate.toml").read_text("utf-8") == template()
    assert stat.S_IMODE(root.stat().st_mode) == 0o700
    assert stat.S_IMODE((root / "ledger" / "key.private").stat().st_mode) == 0o600
    with open_dossier(root) as opened:
        assert verify(opened).check is Check.PASSED
        assert opened.mandate.report_rule == "held"
        assert mandate_text(opened.paths) == template()


def test_a_mandate_that_was_written_first_is_kept(tmp_path: Path) -> None:
    text = "[mandate]\ntitle = 'Velmaria'\n[rules.held]\nstarts = ['arrest']\n"
    (tmp_path / "mandate.toml").write_text(text)
    new_dossier(tmp_path)
    with open_dossier(tmp_path) as opened:
        assert opened.mandate.title == "Velmaria"


def test_a_mandate_that_cannot_be_followed_makes_no_dossier(tmp_path: Path) -> None:
    (tmp_path / "mandate.toml").write_text("[mandat]\n")
    with pytest.raises(MandateError):
        new_dossier(tmp_path)
    assert not is_dossier(tmp_path)


def test_a_second_dossier_in_the_same_folder_is_refused(empty: Path) -> None:
    before = (empty / "dossier.sqlite").read_bytes()
    with pytest.raises(UsageError, match="already"):
        new_dossier(empty)
    assert (empty / "dossier.sqlite").read_bytes() == before


def test_of_two_that_found_a_dossier_at_once_the_second_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second looked before the first was done, and gets the lock after it."""
    locked = dossiers._locked

    def first_comes_between(paths: Paths) -> object:
        monkeypatch.setattr(dossiers, "_locked", locked)
        new_dossier(tmp_path)
        return locked(paths)

    monkeypatch.setattr(dossiers, "_locked", first_comes_between)
    with pytest.raises(UsageError, match="already"):
        new_dossier(tmp_path)
    with open_dossier(tmp_path) as opened:
        assert verify(opened).check is Check.PASSED


def test_the_remains_of_a_dossier_are_not_built_over(empty: Path) -> None:
    (empty / "dossier.sqlite").unlink()
    ledger = (empty / "ledger" / "entries.jsonl").read_bytes()
    with pytest.raises(UsageError, match="records store is gone"):
        new_dossier(empty)
    assert (empty / "ledger" / "entries.jsonl").read_bytes() == ledger


def test_where_no_folder_can_be_made_a_person_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file", tmp_path / "file" / "dossier"):
        with pytest.raises(UsageError, match="cannot be made into a folder"):
            new_dossier(place)


def test_a_founding_that_was_ended_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: sa.Connection) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dossiers, "_found", stop)
        with pytest.raises(KeyboardInterrupt):
            new_dossier(tmp_path)
    assert not is_dossier(tmp_path)
    with open_or_new(tmp_path):
        pass
    assert size(tmp_path) == 1


def test_another_folder_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(NotADossier) as caught:
        open_dossier(tmp_path)
    assert caught.value.exit is Exit.USAGE
    assert "atleast new" in caught.value.remedy


def test_one_run_writes_and_others_may_look(empty: Path) -> None:
    with open_dossier(empty, write=True):
        with pytest.raises(DossierBusy) as caught:
            open_dossier(empty, write=True)
        with open_dossier(empty) as looking:
            assert verify(looking).check is Check.PASSED
    assert caught.value.exit is Exit.FAILED
    with open_dossier(empty, write=True):
        pass


def test_a_second_process_is_told_that_the_first_is_writing(empty: Path) -> None:
    command = [sys.executable, "-m", "atleast", "read", "--dossier", str(empty)]
    with open_dossier(empty, write=True):
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Another run is writing" in done.stderr


def test_a_failed_opening_lets_go_of_the_lock(empty: Path) -> None:
    with sa.create_engine(f"sqlite:///{empty / 'dossier.sqlite'}").begin() as raw:
        raw.execute(sa.text("update about set value = '99' where key = 'schema'"))
    for _ in range(2):
        with pytest.raises(DossierDamaged, match="another version"):
            open_dossier(empty, write=True)


@pytest.mark.parametrize("data", [b"", b"no database at all" * 100])
def test_a_store_that_is_none_is_told_as_damaged(data: bytes, empty: Path) -> None:
    for leftover in empty.glob("dossier.sqlite*"):
        leftover.unlink()
    (empty / "dossier.sqlite").write_bytes(data)
    with pytest.raises(DossierDamaged, match="not a records store"):
        open_dossier(empty)


def test_a_dossier_opened_to_look_with_cannot_be_written_to(empty: Path) -> None:
    with open_dossier(empty) as opened:
        with pytest.raises(UsageError, match="read only"), opened.write():
            pass
        with pytest.raises(UsageError, match="read only"):
            opened.seal()


def test_a_transaction_that_raises_leaves_no_row_no_entry_and_no_line(empty: Path) -> None:
    before = (empty / "ledger" / "entries.jsonl").read_bytes()
    with open_dossier(empty, write=True) as opened:
        with contextlib.suppress(KeyError), opened.write() as tx:
            tx.execute(schema.missed.insert().values(name="a", problem="b", at=AT))
            log.append(tx, entry(1))
            raise KeyError
        with opened.read() as connection:
            assert connection.execute(sa.select(schema.missed)).all() == []
            assert log.size(connection) == 1
    assert (empty / "ledger" / "entries.jsonl").read_bytes() == before
    assert size(empty) == 1


def test_what_one_looks_at_is_of_one_moment(empty: Path) -> None:
    with open_dossier(empty, write=True) as writing, open_dossier(empty) as looking:
        with looking.read() as connection:
            assert log.size(connection) == 1
            with writing.write() as tx:
                log.append(tx, entry(1))
            assert log.size(connection) == 1
        with looking.read() as connection:
            assert log.size(connection) == 2


def test_a_run_that_fails_is_not_signed_and_the_next_one_carries_on(empty: Path) -> None:
    signed = (empty / "ledger" / "checkpoint").read_bytes()
    with contextlib.suppress(KeyError), open_dossier(empty, write=True) as opened:
        with opened.write() as tx:
            log.append(tx, entry(1))
        raise KeyError
    assert (empty / "ledger" / "checkpoint").read_bytes() == signed
    with open_dossier(empty) as opened:
        assert verify(opened).check is Check.PASSED
    with open_dossier(empty, write=True):
        pass
    assert (empty / "ledger" / "checkpoint").read_bytes() != signed
    assert size(empty) == 2


def test_a_dossier_stays_where_it_is_when_the_current_folder_changes(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(empty)
    with open_dossier(Path(), write=True) as opened:
        monkeypatch.chdir(tmp_path)
        with opened.write() as tx:
            log.append(tx, entry(1))
    assert size(empty) == 2


def test_drafts_of_a_killed_run_are_discarded_by_the_next_that_writes(empty: Path) -> None:
    draft = empty / "originals" / ".draft-00"
    draft.write_bytes(b"half")
    with open_dossier(empty):
        assert draft.exists()
    with open_dossier(empty, write=True):
        assert not draft.exists()


@pytest.mark.parametrize("spoil", ["checkpoint", "entries"])
def test_nothing_is_signed_over_a_ledger_that_was_altered(spoil: str, empty: Path) -> None:
    """A signature over it would cover it up: who keeps only the last checkpoint would never know."""
    with open_dossier(empty, write=True) as opened, opened.write() as tx:
        log.append(tx, entry(1))
    if spoil == "checkpoint":
        note = empty / "ledger" / "checkpoint"
        note.write_text(note.read_text("utf-8").replace("\n2\n", "\n3\n"), "utf-8")
    else:
        with sa.create_engine(f"sqlite:///{empty / 'dossier.sqlite'}").begin() as raw:
            raw.execute(sa.text('delete from entry where "index" = 1'))
    with pytest.raises(DossierDamaged) as caught:
        open_dossier(empty, write=True)
    assert "atleast verify" in caught.value.remedy
    (empty / "ledger" / "checkpoint").rename(empty.parent / "kept")
    with open_dossier(empty, write=True):
        pass


def test_without_the_signing_key_what_was_done_is_stored_and_the_person_is_told(empty: Path) -> None:
    (empty / "ledger" / "key.private").unlink()
    opened = open_dossier(empty, write=True)
    with opened.write() as tx:
        log.append(tx, entry(1))
    with pytest.raises(DossierDamaged, match=r"key\.private") as caught:
        opened.__exit__(None, None, None)
    assert caught.value.remedy
    assert size(empty) == 2
    with open_dossier(empty) as opened:
        assert verify(opened).check is Check.PASSED


def test_every_refusal_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(AtleastError) as caught:
        open_dossier(tmp_path / "none")
    assert str(caught.value) == f"{caught.value.problem} {caught.value.remedy}"
