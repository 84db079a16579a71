"""Checkpoints: the form that tlog-checkpoint prints, and what must not be taken for one."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from atleast.errors import DossierDamaged, InvalidRecord
from atleast.ledger.checkpoint import Checkpoint, open_note, sign, verifier_key
from atleast.ledger.note import sign_note

# The body printed in C2SP tlog-checkpoint.
PUBLISHED = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ORIGIN = "example.org/ledger"
POINT = Checkpoint(ORIGIN, 7, bytes(range(32)))


def test_the_published_body_is_read_and_written() -> None:
    point = Checkpoint.parse(PUBLISHED)
    assert (point.origin, point.size, len(point.root)) == ("example.com/behind-the-sofa", 20852163, 32)
    assert point.body() == PUBLISHED


def test_extension_lines_are_passed_over() -> None:
    assert Checkpoint.parse(PUBLISHED + "an extension\n") == Checkpoint.parse(PUBLISHED)


def test_a_signed_checkpoint_opens() -> None:
    assert open_note(sign(POINT, KEY), verifier_key(ORIGIN, KEY)) == POINT


def test_the_note_is_what_earlier_versions_wrote() -> None:
    assert verifier_key(ORIGIN, KEY) == "example.org/ledger+5f5b716d+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    assert sign(POINT, KEY) == (
        "example.org/ledger\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\n"
        "— example.org/ledger "
        "X1txbXcWYgtkArCzCe0Cb9Q84L5uNWcP5N+18SFKpsTCMAkJrI9JiTraSydPf/5nfWq0UiT0QqWlkMpMwgblrSQfEQ0=\n"
    )


def test_a_note_that_holds_something_else_is_refused() -> None:
    with pytest.raises(DossierDamaged, match="checkpoint"):
        open_note(sign_note("any text\n", ORIGIN, KEY), verifier_key(ORIGIN, KEY))


def test_a_checkpoint_of_another_ledger_under_the_same_key_is_refused() -> None:
    note = sign_note(Checkpoint("example.org/other", 7, bytes(32)).body(), ORIGIN, KEY)
    with pytest.raises(DossierDamaged, match="checkpoint"):
        open_note(note, verifier_key(ORIGIN, KEY))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "origin\n1\n",
        PUBLISHED.rstrip("\n"),
        PUBLISHED + "\n",
        PUBLISHED.replace("20852163", "020852163"),
        PUBLISHED.replace("20852163", "-1"),
        PUBLISHED.replace("20852163", "2e3"),
        PUBLISHED.replace("20852163", "٣"),
        PUBLISHED.replace("20852163", "9" * 5000),
        PUBLISHED.replace("2I=", "2J="),
        PUBLISHED.replace("CsUY", ""),
        PUBLISHED.replace("example.com/behind-the-sofa", ""),
    ],
)
def test_what_is_no_checkpoint_is_refused(body: str) -> None:
    with pytest.raises(DossierDamaged) as caught:
        Checkpoint.parse(body)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("origin", "size", "root"),
    [("", 1, bytes(32)), ("two\nlines", 1, bytes(32)), ("a", -1, bytes(32)), ("a", 10**19, bytes(32)), ("a", 1, b"")],
)
def test_what_could_not_be_read_back_is_not_made(origin: str, size: int, root: bytes) -> None:
    with pytest.raises(InvalidRecord):
        Checkpoint(origin, size, root)
