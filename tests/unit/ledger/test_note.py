"""Signed notes against published ones, and against every altered bit."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from atleast.errors import DossierDamaged, InvalidRecord
from atleast.ledger.note import MOST_SIGNATURES, load_key, new_key, open_signed, sign_note, verifier_key

# One that implementations of C2SP signed-note share.
PUBLISHED = [
    (
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "This is an example message.\n",
        "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
    ),
]
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
NAME = "example.org/ledger"
VKEY = verifier_key(NAME, KEY)
NOTE = sign_note("first line\n\nthird line\n", NAME, KEY)


@pytest.mark.parametrize(("vkey", "text", "signature"), PUBLISHED)
def test_published_notes_open(vkey: str, text: str, signature: str) -> None:
    assert open_signed(f"{text}\n{signature}", vkey) == text


def test_a_note_is_always_the_same_and_opens() -> None:
    assert sign_note("first line\n\nthird line\n", NAME, KEY) == NOTE
    assert open_signed(NOTE, VKEY) == "first line\n\nthird line\n"


def test_every_flipped_bit_of_a_note_is_found() -> None:
    whole = NOTE.encode()
    for bit in range(len(whole) * 8):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        with pytest.raises(DossierDamaged):
            open_signed(damaged.decode("utf-8", "surrogateescape"), VKEY)


def test_every_altered_letter_of_a_verifier_key_is_found() -> None:
    for at in range(len(VKEY)):
        for letter in "A+=":
            if VKEY[at] != letter:
                with pytest.raises(DossierDamaged):
                    open_signed(NOTE, VKEY[:at] + letter + VKEY[at + 1 :])


def test_signatures_by_others_are_passed_over() -> None:
    other = sign_note("first line\n\nthird line\n", "example.org/witness", OTHER).rpartition("\n\n")[2]
    assert open_signed(NOTE + other, VKEY) == open_signed(NOTE, VKEY)


def test_a_note_by_another_only_is_refused() -> None:
    with pytest.raises(DossierDamaged, match="not signed by"):
        open_signed(sign_note("text\n", NAME, OTHER), VKEY)


def test_a_second_signature_by_the_key_must_fit_too() -> None:
    of_another_text = sign_note("text\n", NAME, KEY).rpartition("\n\n")[2]
    with pytest.raises(DossierDamaged, match="does not fit"):
        open_signed(NOTE + of_another_text, VKEY)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n",
        "text\n",
        "text\n\n",
        NOTE.rstrip("\n"),
        NOTE + "\n",
        NOTE.replace("— ", "- "),
        NOTE.replace("\n", "\r\n"),
        NOTE + "— name\n",
        NOTE + "— name QUJDRA==\n",
        NOTE + "—  QUJDREVG\n",
        NOTE + "— name QUJDREVG\n" * MOST_SIGNATURES,
        "\ud800" + NOTE,
    ],
)
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(DossierDamaged) as caught:
        open_signed(note, VKEY)
    assert caught.value.remedy


@pytest.mark.parametrize("vkey", ["", "name", "name+00000000", "name+00000000+AQ==", VKEY.replace("+", "+0", 1)])
def test_what_is_no_verifier_key_is_refused(vkey: str) -> None:
    with pytest.raises(DossierDamaged, match="verifier key"):
        open_signed(NOTE, vkey)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\nb", "a\x00b"])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidRecord):
        sign_note("text\n", name, KEY)
    with pytest.raises(InvalidRecord):
        verifier_key(name, KEY)


@pytest.mark.parametrize("text", ["", "no new line", "tab\t\n", "\ud800\n"])
def test_what_cannot_be_a_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord):
        sign_note(text, NAME, KEY)


def test_a_new_key_is_new_and_can_be_loaded() -> None:
    first, second = new_key(), new_key()
    assert first != second
    assert open_signed(sign_note("text\n", NAME, load_key(first)), verifier_key(NAME, load_key(first))) == "text\n"


def test_what_is_no_key_is_refused() -> None:
    other_kind = rsa.generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for pem in (b"", b"garbage", other_kind, new_key()[:60]):
        with pytest.raises(DossierDamaged, match="private key"):
            load_key(pem)
