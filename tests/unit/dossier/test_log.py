from __future__ import annotations

import errno
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa

from atleast.dossier import log, schema
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.errors import DossierDamaged, StorageFull
from atleast.ledger import checkpoint as notes
from atleast.ledger import tree
from atleast.ledger.entry import Entry, EntryKind

AT = "2031-05-12T09:30:00Z"


def fill(dossier: Dossier, count: int) -> None:
    with dossier.write() as tx:
        for number in range(count):
            log.append(tx, Entry(EntryKind.DECISION, AT, {"number": number}))


def naive_root(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word, from the bytes of the file."""
    if len(leaves) < 2:
        return sha256(b"\x00" + leaves[0]).digest() if leaves else sha256().digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + naive_root(leaves[:split]) + naive_root(leaves[split:])).digest()


def lines(root: Path) -> list[bytes]:
    return (root / "ledger" / "entries.jsonl").read_bytes().splitlines()


def test_the_root_is_that_of_rfc_6962_over_the_lines_of_the_file(dossier: Dossier) -> None:
    for _ in range(12):
        fill(dossier, 1)
        with dossier.read() as connection:
            assert log.root(connection) == naive_root(lines(dossier.paths.root))
            assert log.size(connection) == len(lines(dossier.paths.root))
    with dossier.read() as connection:
        for size in range(14):
            assert log.root(connection, size) == naive_root(lines(dossier.paths.root)[:size])


def test_an_index_is_given_in_order_and_proved(dossier: Dossier) -> None:
    fill(dossier, 5)
    with dossier.write() as tx:
        assert log.append(tx, Entry(EntryKind.DECISION, AT, {})) == 6
    with dossier.read() as connection:
        root = log.root(connection)
        for index, data in log.entries(connection):
            proof = log.inclusion_proof(connection, index)
            assert tree.verify_inclusion(tree.leaf_hash(data), index, 7, proof, root)
        proof = log.consistency_proof(connection, 3)
        assert tree.verify_consistency(3, 7, log.root(connection, 3), root, proof)


def test_entries_can_be_had_from_anywhere_on(dossier: Dossier) -> None:
    fill(dossier, 3)
    with dossier.read() as connection:
        assert [index for index, _ in log.entries(connection, 2)] == [2, 3]
        assert [json.loads(data)["body"]["number"] for _, data in log.entries(connection, 2)] == [1, 2]


def test_the_file_holds_the_bytes_of_the_store(dossier: Dossier) -> None:
    fill(dossier, 3)
    with dossier.read() as connection:
        assert lines(dossier.paths.root) == [data for _, data in log.entries(connection)]


@pytest.mark.parametrize("keep", [0, 1, 40, -1, -2, -30])
def test_the_file_catches_up_after_a_crash_wherever_it_stopped(keep: int, empty: Path) -> None:
    """Between commit and file, in the middle of a line, just before its end, and without the file."""
    with open_dossier(empty, write=True) as dossier:
        fill(dossier, 4)
    path = empty / "ledger" / "entries.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:keep])
    (empty / "ledger" / "checkpoint").unlink()
    with open_dossier(empty, write=True):
        pass
    assert path.read_bytes() == whole


def test_a_file_that_is_gone_is_written_anew(empty: Path) -> None:
    path = empty / "ledger" / "entries.jsonl"
    whole = path.read_bytes()
    path.unlink()
    with open_dossier(empty, write=True):
        pass
    assert path.read_bytes() == whole


def test_a_line_longer_than_a_block_is_cut_whole(empty: Path) -> None:
    path = empty / "ledger" / "entries.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b"x" * (2 * 1024 * 1024))
    with open_dossier(empty, write=True):
        pass
    assert path.read_bytes() == whole


def test_a_disk_that_was_full_is_caught_up_with_in_the_same_run(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with open_dossier(empty, write=True) as dossier:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(StorageFull):
                fill(dossier, 2)
        fill(dossier, 1)
        with dossier.read() as connection:
            assert lines(empty) == [data for _, data in log.entries(connection)]


def test_the_checkpoint_is_a_note_that_its_key_verifies(empty: Path) -> None:
    with open_dossier(empty, write=True) as dossier:
        fill(dossier, 4)
    note = (empty / "ledger" / "checkpoint").read_text("utf-8")
    point = notes.open_note(note, (empty / "ledger" / "key.pub").read_text("utf-8").strip())
    assert (point.size, point.root) == (5, naive_root(lines(empty)))
    assert point.origin == "atleast/" + sha256(b"\x00" + lines(empty)[0]).hexdigest()[:16]


def test_signing_what_is_signed_already_changes_nothing(empty: Path) -> None:
    before = (empty / "ledger" / "checkpoint").stat().st_mtime_ns
    with open_dossier(empty, write=True):
        pass
    assert (empty / "ledger" / "checkpoint").stat().st_mtime_ns == before


def test_a_node_that_is_gone_is_told_by_name(empty: Path) -> None:
    with open_dossier(empty, write=True) as dossier:
        fill(dossier, 3)
        with dossier.write() as tx:
            tx.execute(schema.node.delete().where(schema.node.c.level == 2))
        with dossier.read() as connection, pytest.raises(DossierDamaged, match="node 0 of level 2"):
            log.root(connection)
        with dossier.write() as tx:
            made = [data for _, data in log.entries(tx)]
            tx.execute(schema.node.insert().values(level=2, index=0, hash=naive_root(made)))


def test_a_ledger_without_a_first_entry_has_no_name(dossier: Dossier) -> None:
    with dossier.read() as connection:
        connection.execute(sa.delete(schema.entry))
        with pytest.raises(DossierDamaged, match="no first entry"):
            log.origin(connection)
        connection.rollback()
