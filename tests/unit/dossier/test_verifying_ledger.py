# ruff: noqa: S608 - the queries are put together from our own words
"""Whatever is altered in the ledger, verification finds it and names it. Each test alters one thing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from atleast.dossier.dossier import new_dossier, open_dossier
from atleast.dossier.paths import Paths
from atleast.dossier.verifying_ledger import Files
from atleast.errors import Exit
from atleast.model.words import Check
from tests.support.tampering import WIRE, checked, failed, flip, go_on, one, sql


def test_the_bytes_of_an_entry_in_the_store(full: Path) -> None:
    sql(full, "update entry set bytes = replace(bytes, '2031-04-12', '2031-04-13') where \"index\" = 1")
    found = {verdict.item for verdict in failed(full)}
    assert {"ledger entry 1", f"source {WIRE}"} <= found


@pytest.mark.parametrize(
    "data", ["no json", "[]", "{}", '{"body":[]}', '{"body":{"files":3,"statements":3,"reader":1}}']
)
def test_an_entry_whose_bytes_are_none(data: str, full: Path) -> None:
    for index in range(int(one(full, "select count(*) from entry"))):
        sql(full, f"update entry set bytes = '{data}' where \"index\" = {index}")
    assert "ledger entry 0" in {verdict.item for verdict in failed(full)}


@pytest.mark.parametrize("change", ["kind = 'decision'", "at = '2031-01-01T00:00:00Z'"])
def test_the_columns_of_an_entry(change: str, full: Path) -> None:
    sql(full, f'update entry set {change} where "index" = 3')
    assert [verdict.item for verdict in failed(full)] == ["ledger entry 3"]


@pytest.mark.parametrize("index", [0, 2, '(select max("index") from entry)'])
def test_an_entry_that_was_taken_out(index: int | str, full: Path) -> None:
    sql(full, f'delete from entry where "index" = {index}')
    found = {verdict.item for verdict in failed(full)}
    assert "ledger/checkpoint" in found
    assert "ledger/entries.jsonl" in found


def test_every_node_of_the_tree(full: Path) -> None:
    for row in range(int(one(full, "select count(*) from node"))):
        spoilt = full.with_name(f"node-{row}")
        shutil.copytree(full, spoilt)
        at = f'(level, "index") = (select level, "index" from node order by level, "index" limit 1 offset {row})'
        sql(spoilt, f"update node set hash = zeroblob(32) where {at}")
        assert all(verdict.item.startswith("ledger ") for verdict in failed(spoilt))
        sql(spoilt, f"delete from node where {at}")
        assert all(verdict.item.startswith("ledger ") for verdict in failed(spoilt))
        shutil.rmtree(spoilt)


def test_a_node_too_many(full: Path) -> None:
    sql(full, "insert into node values (9, 9, zeroblob(32))")
    assert [verdict.item for verdict in failed(full)] == ["ledger node 9 of level 9"]


def test_a_line_of_the_ledgers_file(full: Path) -> None:
    path = full / "ledger" / "entries.jsonl"
    whole = path.read_bytes()
    for at in (0, len(whole) // 2, len(whole) - 2):
        flip(path, at)
        (verdict,) = failed(full)
        assert verdict.item == "ledger/entries.jsonl"
        line = whole[:at].count(b"\n") + 1
        assert verdict.detail.startswith(f"its line {line} ")
        path.write_bytes(whole)
    for spoilt in (whole + b"{}\n", whole + b"{", whole[:-1], whole[: whole.index(b"\n") + 1], b""):
        path.write_bytes(spoilt)
        assert [verdict.item for verdict in failed(full)] == ["ledger/entries.jsonl"]
    path.unlink()
    assert [verdict.item for verdict in failed(full)] == ["ledger/entries.jsonl"]


@pytest.mark.parametrize("cut", [1, 20, "line"])
def test_a_file_behind_what_was_not_signed_yet_is_only_late(cut: int | str, full: Path) -> None:
    """So it is after a run that was ended between the store and the file."""
    path, note = full / "ledger" / "entries.jsonl", full / "ledger" / "checkpoint"
    signed = note.read_bytes()
    go_on(full)
    note.write_bytes(signed)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut] if isinstance(cut, int) else whole[: whole[:-1].rindex(b"\n") + 1])
    verification = checked(full)
    assert verification.exit is Exit.NOT_CHECKED
    late = [verdict.item for verdict in verification.verdicts if verdict.check is Check.NOT_CHECKED]
    assert late == ["ledger/entries.jsonl"]
    with open_dossier(full, write=True):
        pass
    assert checked(full).check is Check.PASSED


def test_every_byte_of_the_checkpoint(full: Path) -> None:
    path = full / "ledger" / "checkpoint"
    whole = path.read_bytes()
    for at in range(len(whole)):
        flip(path, at)
        assert [verdict.item for verdict in failed(full)] == ["ledger/checkpoint"], at
        path.write_bytes(whole)


@pytest.mark.parametrize("name", ["checkpoint", "key.pub"])
def test_a_checkpoint_or_key_that_is_gone_is_not_checked(name: str, full: Path) -> None:
    (full / "ledger" / name).unlink()
    verification = checked(full)
    assert verification.exit is Exit.NOT_CHECKED
    assert [verdict.item for verdict in verification.verdicts if verdict.check is not Check.PASSED] == [
        f"ledger/{name}"
    ]


def test_a_key_that_was_exchanged(full: Path, empty: Path) -> None:
    shutil.copy(empty / "ledger" / "key.pub", full / "ledger" / "key.pub")
    assert [verdict.item for verdict in failed(full)] == ["ledger/checkpoint"]
    (full / "ledger" / "key.pub").write_bytes(b"\xff\xfe")
    assert "ledger/checkpoint" in {verdict.item for verdict in failed(full, "a\n3\nb\n")}


def test_a_ledger_that_goes_on_continues_an_older_checkpoint(full: Path) -> None:
    older = (full / "ledger" / "checkpoint").read_text("utf-8")
    go_on(full)
    verification = checked(full, older)
    assert verification.check is Check.PASSED
    size = json.loads(older.splitlines()[1])
    assert f"checkpoint kept elsewhere ({size} entries)" in {verdict.item for verdict in verification.verdicts}


def test_a_dossier_made_anew_does_not_continue_an_older_checkpoint(full: Path) -> None:
    """Everything in it agrees; only what was kept elsewhere tells."""
    older = (full / "ledger" / "checkpoint").read_text("utf-8")
    key = (full / "ledger" / "key.private").read_bytes()
    shutil.rmtree(full)
    new_dossier(full)
    assert checked(full).check is Check.PASSED
    assert [verdict.item.partition(" (")[0] for verdict in failed(full, older)] == ["checkpoint kept elsewhere"]
    shutil.rmtree(full)
    (full / "ledger").mkdir(parents=True)
    (full / "ledger" / "key.private").write_bytes(key)
    new_dossier(full)
    assert checked(full).check is Check.PASSED
    assert failed(full, older)


def test_a_ledger_cut_back_does_not_continue_what_was_kept(full: Path) -> None:
    with open_dossier(full, write=True):
        pass
    cut = full.with_name("cut")
    shutil.copytree(full, cut)
    go_on(full)
    later = (full / "ledger" / "checkpoint").read_text("utf-8")
    assert checked(full, later).check is Check.PASSED
    (verdict,) = failed(cut, later)
    assert "its past was changed" in verdict.detail


@pytest.mark.parametrize("note", ["", "x", "a\nb\nc\n", "\n\n\n\n"])
def test_a_note_that_is_no_checkpoint(note: str, full: Path) -> None:
    assert failed(full, note)[0].item.startswith("checkpoint kept elsewhere")


def test_without_the_public_key_an_older_checkpoint_is_not_checked(full: Path) -> None:
    older = (full / "ledger" / "checkpoint").read_text("utf-8")
    (full / "ledger" / "key.pub").unlink()
    assert checked(full, older).exit is Exit.NOT_CHECKED


def test_a_run_that_writes_meanwhile_has_altered_nothing(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files_of = Files.of

    def then_the_ledger_grows(paths: Paths) -> Files:
        files = files_of(paths)
        go_on(full)
        return files

    with monkeypatch.context() as patch:
        patch.setattr(Files, "of", then_the_ledger_grows)
        verification = checked(full)
    assert [verdict.item for verdict in verification.verdicts if verdict.check is not Check.PASSED] == [
        "ledger/entries.jsonl"
    ]
    assert verification.check is Check.NOT_CHECKED
    assert checked(full).check is Check.PASSED
