from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.dossier import open_dossier
from atleast.dossier.stamping import attach_timestamp, request_timestamp
from atleast.dossier.verifying import Verdict, verify
from atleast.errors import Exit, UsageError
from atleast.ledger.timestamp import request_for
from atleast.model.words import Check
from tests.support.authority import Authority


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def stamped(empty: Path, authority: Authority, tmp_path: Path) -> Path:
    """A dossier with a timestamp over its beginning."""
    with open_dossier(empty, write=True) as opened:
        request = request_timestamp(opened, tmp_path)
        (tmp_path / "reply.tsr").write_bytes(authority.reply(request))
        assert attach_timestamp(opened, tmp_path / "reply.tsr").check is Check.NOT_CHECKED
    return empty


def verdicts(root: Path, check: Check, *roots: bytes) -> list[Verdict]:
    with open_dossier(root) as opened:
        return [verdict for verdict in verify(opened, roots=roots).verdicts if verdict.check is check]


def test_a_request_is_over_the_checkpoint_which_is_kept_aside(empty: Path, tmp_path: Path) -> None:
    with open_dossier(empty, write=True) as opened:
        path = request_timestamp(opened, tmp_path / "out")
    assert path == tmp_path / "out" / "000000001.tsq"
    note = (empty / "ledger" / "checkpoint").read_bytes()
    assert path.read_bytes() == request_for(note)
    assert (empty / "ledger" / "timestamps" / "000000001.checkpoint").read_bytes() == note


def test_a_reply_is_checked_up_to_a_root_that_the_checker_trusts(stamped: Path, authority: Authority) -> None:
    with open_dossier(stamped) as opened:
        assert verify(opened).exit is Exit.NOT_CHECKED
        assert verify(opened, roots=[authority.root]).exit is Exit.PASSED


def test_a_reply_is_in_the_ledger_and_kept_as_it_came(stamped: Path, tmp_path: Path) -> None:
    kept = stamped / "ledger" / "timestamps" / "000000001.tsr"
    assert kept.read_bytes() == (tmp_path / "reply.tsr").read_bytes()
    assert '"kind":"timestamp"' in (stamped / "ledger" / "entries.jsonl").read_text("utf-8")


def test_every_altered_byte_of_a_reply_is_found(stamped: Path, authority: Authority) -> None:
    """Even those that are under no signature."""
    kept = stamped / "ledger" / "timestamps" / "000000001.tsr"
    whole = kept.read_bytes()
    for at in range(0, len(whole), 29):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert "ledger/timestamps/000000001.tsr" in {
            verdict.item for verdict in verdicts(stamped, Check.FAILED, authority.root)
        }


@pytest.mark.parametrize("name", ["000000001.tsr", "000000001.checkpoint"])
def test_a_reply_or_its_checkpoint_that_is_gone_or_another_is_found(name: str, stamped: Path) -> None:
    path = stamped / "ledger" / "timestamps" / name
    path.write_bytes((stamped / "ledger" / "checkpoint").read_bytes())
    assert f"ledger/timestamps/{name}" in {verdict.item for verdict in verdicts(stamped, Check.FAILED)}
    path.unlink()
    found = {(verdict.item, verdict.detail) for verdict in verdicts(stamped, Check.FAILED)}
    assert found == {(f"ledger/timestamps/{name}", "the file is gone")}


def test_a_reply_that_nobody_attached_is_not_checked(stamped: Path) -> None:
    (stamped / "ledger" / "timestamps" / "planted.tsr").write_bytes(b"x")
    assert "ledger/timestamps/planted.tsr" in {verdict.item for verdict in verdicts(stamped, Check.NOT_CHECKED)}


def test_a_reply_to_something_else_is_refused_and_not_kept(empty: Path, authority: Authority, tmp_path: Path) -> None:
    other = tmp_path / "other.tsq"
    other.write_bytes(request_for(b"something else"))
    (tmp_path / "reply.tsr").write_bytes(authority.reply(other))
    with open_dossier(empty, write=True) as opened:
        request_timestamp(opened, tmp_path)
        with pytest.raises(UsageError, match="none of this dossier's requests"):
            attach_timestamp(opened, tmp_path / "reply.tsr")
    assert not list((empty / "ledger" / "timestamps").glob("*.tsr"))


def test_a_reply_that_comes_after_the_ledger_has_grown_is_still_welcome(stamped: Path, authority: Authority) -> None:
    """Attaching the reply itself has made it grow."""
    with open_dossier(stamped, write=True) as opened:
        attach_timestamp(opened, stamped / "ledger" / "timestamps" / "000000001.tsr")
        assert verify(opened, roots=[authority.root]).exit is Exit.PASSED
