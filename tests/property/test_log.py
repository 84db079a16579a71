"""The ledger of a dossier under any course of events: what is appended stays, in order, whatever is cut off in between."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.dossier import log
from atleast.dossier.dossier import new_dossier, open_dossier
from atleast.dossier.verifying import verify
from atleast.ledger import tree
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.words import Check

AT = "2031-05-12T09:30:00Z"
BODIES = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), st.integers(0, 99), max_size=2)
# A run: what it appends, transaction by transaction; then how many bytes of the file a crash takes, None where it ends well.
RUNS = st.lists(
    st.tuples(st.lists(st.lists(BODIES, max_size=3), max_size=3), st.none() | st.integers(0, 300)),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_dossier(tmp_path_factory.mktemp("log") / "dossier")


@contextmanager
def copied(empty: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(empty, Path(folder) / "dossier"))


def naive_root(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word."""
    if len(leaves) < 2:
        return sha256(b"\x00" + leaves[0]).digest() if leaves else sha256().digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + naive_root(leaves[:split]) + naive_root(leaves[split:])).digest()


class _Crash(Exception):
    pass


def run(root: Path, transactions: list[list[dict[str, int]]], lost: int | None) -> None:
    """One run on a dossier; a crash leaves the store committed, the file cut short, and the checkpoint as it was."""
    with suppress(_Crash), open_dossier(root, write=True) as dossier:
        for bodies in transactions:
            with dossier.write() as tx:
                for body in bodies:
                    log.append(tx, Entry(EntryKind.DECISION, AT, body))
        if lost is not None:
            raise _Crash
    signed = int((root / "ledger" / "checkpoint").read_text("utf-8").splitlines()[1])
    path = root / "ledger" / "entries.jsonl"
    whole = path.read_bytes()
    least = len(b"".join(whole.splitlines(keepends=True)[:signed]))
    path.write_bytes(whole[: max(least, len(whole) - (lost or 0))])


@settings(max_examples=15)
@given(RUNS)
def test_what_is_appended_stays_whatever_is_cut_off(
    empty: Path, runs: list[tuple[list[list[dict[str, int]]], int | None]]
) -> None:
    with copied(empty) as root:
        expected = (root / "ledger" / "entries.jsonl").read_bytes().splitlines()
        for transactions, lost in runs:
            run(root, transactions, lost)
            expected += [Entry(EntryKind.DECISION, AT, body).to_bytes() for bodies in transactions for body in bodies]
            with open_dossier(root) as dossier:
                assert verify(dossier).check is not Check.FAILED
        with open_dossier(root, write=True):
            pass
        assert (root / "ledger" / "entries.jsonl").read_bytes().splitlines() == expected
        with open_dossier(root) as dossier:
            assert verify(dossier).check is Check.PASSED
            with dossier.read() as connection:
                assert log.root(connection) == naive_root(expected)
                for size in range(len(expected) + 1):
                    old = log.root(connection, size)
                    assert old == naive_root(expected[:size])
                    proof = log.consistency_proof(connection, size)
                    assert tree.verify_consistency(size, len(expected), old, naive_root(expected), proof)
