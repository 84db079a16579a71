"""What docs/explanation/ledger.md tells a checker to do is done here, word for word."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from atleast.ledger.checkpoint import Checkpoint, sign, verifier_key
from atleast.ledger.entry import Entry, EntryKind
from atleast.ledger.tree import append, leaf_hash, root

if TYPE_CHECKING:
    from .conftest import OpenSSL

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "ledger.md"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SHOWN = 11
"""Entries under the checkpoint; a twelfth came later."""


def _block(language: str) -> str:
    (block,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return str(block)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    nodes: dict[tuple[int, int], bytes] = {}
    entries = [Entry(EntryKind.SOURCE, "2024-05-12T09:30:00Z", {"n": n}).to_bytes() for n in range(SHOWN + 1)]
    for size, entry in enumerate(entries):
        for node in append(size, leaf_hash(entry), lambda level, index: nodes[level, index]):
            nodes[node.level, node.index] = node.hash
    point = Checkpoint("example.org/ledger", SHOWN, root(SHOWN, lambda level, index: nodes[level, index]))
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "entries.jsonl").write_bytes(b"".join(entry + b"\n" for entry in entries))
    (tmp_path / "ledger" / "checkpoint").write_text(sign(point, KEY), "utf-8")
    (tmp_path / "ledger" / "key.pub").write_text(verifier_key("example.org/ledger", KEY) + "\n", "utf-8")
    return tmp_path


def _python(folder: Path) -> int:
    return subprocess.run([sys.executable, "-I", "-c", _block("python")], cwd=folder, check=False).returncode


def _shell(folder: Path) -> int:
    return subprocess.run(["sh", "-e", "-c", _block("sh")], cwd=folder, check=False, capture_output=True).returncode


def test_the_root_can_be_checked_with_python_alone(dossier: Path) -> None:
    assert _python(dossier) == 0
    entries = dossier / "ledger" / "entries.jsonl"
    entries.write_bytes(entries.read_bytes().replace(b'"n":3', b'"n":4'))
    assert _python(dossier) != 0


def test_the_signature_can_be_checked_with_openssl_alone(dossier: Path, openssl: OpenSSL) -> None:
    assert b"OpenSSL" in openssl("version", folder=dossier).stdout
    assert _shell(dossier) == 0
    checkpoint = dossier / "ledger" / "checkpoint"
    checkpoint.write_text(checkpoint.read_text("utf-8").replace("\n11\n", "\n12\n"), "utf-8")
    assert _shell(dossier) != 0
