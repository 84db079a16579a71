"""A signed note: a text and under it who signed it (C2SP signed-note, Ed25519 signatures of RFC 8032).

    the text, which ends in a new line
                                                    <- one empty line
    — name base64(key id of 4 bytes, signature of 64 bytes)

A verifier key is the line that a checker needs: name+key id in hex+base64(0x01, public key of 32 bytes).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from atleast.errors import DossierDamaged, InvalidRecord
from atleast.ledger import b64

MOST_SIGNATURES = 100
"""A note with more signature lines is refused unread; the standard asks for 16 or more."""

_ED25519 = b"\x01"
_KEY_ID_BYTES = 4
_SIGNATURE_LINE = "\u2014 "


def new_key() -> bytes:
    """A new private key: PEM, PKCS #8, not encrypted, readable by `openssl pkey`."""
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def load_key(pem: bytes) -> Ed25519PrivateKey:
    """The private key in the PEM that `new_key` gave. Raises DossierDamaged."""
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _not_a_key() from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _not_a_key()
    return key


def verifier_key(name: str, key: Ed25519PrivateKey) -> str:
    """The line that verifies what `key` signs under `name`. Raises InvalidRecord for what cannot be a name."""
    _require_name(name)
    public = key.public_key().public_bytes_raw()
    return f"{name}+{_key_id(name, public).hex()}+{b64.encode(_ED25519 + public)}"


def sign_note(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """The text with one signature under it; the same text and key give the same note.

    Raises InvalidRecord for a text that does not end in a new line, or a name or text that a note cannot hold.
    """
    _require_name(name)
    if not text.endswith("\n") or _forbidden(text):
        raise InvalidRecord(
            "A text that ends in no new line, or holds control characters, was about to be signed.",
            remedy="Nothing was stored. Please report this as a fault of the program.",
        )
    signature = _key_id(name, key.public_key().public_bytes_raw()) + key.sign(text.encode())
    return f"{text}\n{_SIGNATURE_LINE}{name} {b64.encode(signature)}\n"


def open_signed(note: str, vkey: str) -> str:
    """The text of a note that the owner of the verifier key signed.

    Signatures by other keys are passed over. Raises DossierDamaged where the note or the verifier key is not one, where
    no signature is by this key, and where one by this key does not fit the text.
    """
    verifier = _verifier(vkey)
    text, signatures = _split(note)
    ours = [value for name, value in signatures if name == verifier.name and value[:_KEY_ID_BYTES] == verifier.key_id]
    if not ours:
        raise _damaged(f"The note is not signed by {verifier.name} with the key {verifier.key_id.hex()}.")
    try:
        for value in ours:
            verifier.key.verify(value[_KEY_ID_BYTES:], text.encode())
    except InvalidSignature as error:
        raise _damaged(f"The signature of {verifier.name} does not fit the text of the note.") from error
    return text


@dataclass(frozen=True, slots=True)
class _Verifier:
    name: str
    key_id: bytes
    key: Ed25519PublicKey


def _verifier(vkey: str) -> _Verifier:
    problem = f"{vkey[:80]!r} is not the verifier key of an Ed25519 key."
    try:
        # Base 64 may hold a plus sign too, so only the first two are separators.
        name, key_id, encoded = vkey.split("+", 2)
        data = b64.decode(encoded)
        kind, public = data[:1], data[1:]
        verifier = _Verifier(name, _key_id(name, public), Ed25519PublicKey.from_public_bytes(public))
    except ValueError as error:
        raise _damaged(problem) from error
    if kind != _ED25519 or key_id != verifier.key_id.hex() or not _is_name(name):
        raise _damaged(problem)
    return verifier


def _split(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text, and of each signature line the name and the bytes (key id, then signature)."""
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n") or _forbidden(note):
        raise _damaged("The note has no text with signatures under it.")
    signatures = lines[:-1].split("\n")
    if len(signatures) > MOST_SIGNATURES:
        raise _damaged(f"The note has more than {MOST_SIGNATURES} signatures.")
    return text + "\n", [_signature(line) for line in signatures]


def _signature(line: str) -> tuple[str, bytes]:
    name, space, encoded = line.removeprefix(_SIGNATURE_LINE).partition(" ")
    try:
        value = b64.decode(encoded)
    except ValueError as error:
        raise _damaged(f"{line[:80]!r} is not a signature line.") from error
    if not line.startswith(_SIGNATURE_LINE) or not space or not _is_name(name) or len(value) <= _KEY_ID_BYTES:
        raise _damaged(f"{line[:80]!r} is not a signature line.")
    return name, value


def _key_id(name: str, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:_KEY_ID_BYTES]


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(letter.isspace() for letter in name) and not _forbidden(name)


def _forbidden(text: str) -> bool:
    """Whether it holds control characters other than a new line, or halves of surrogate pairs: no note may."""
    return any((letter < " " and letter != "\n") or "\ud800" <= letter <= "\udfff" for letter in text)


def _require_name(name: str) -> None:
    if not _is_name(name):
        raise InvalidRecord(
            f"{name!r} cannot be the name of a key: it is empty, or holds a space, a plus sign or a control character.",
            remedy="Nothing was stored. Please report this as a fault of the program.",
        )


def _not_a_key() -> DossierDamaged:
    return DossierDamaged(
        "The private key of the ledger is not an Ed25519 key in PEM.",
        remedy="Restore the key file from a copy of the dossier; `atleast verify` still works without it.",
    )


def _damaged(problem: str) -> DossierDamaged:
    return DossierDamaged(
        problem, remedy="It was altered, or it belongs to another ledger: compare it with a copy kept elsewhere."
    )
