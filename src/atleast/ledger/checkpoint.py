"""A checkpoint: the size and the root of the ledger at one moment, signed (C2SP tlog-checkpoint).

the origin: the name of the ledger, which is also the name of its key
the number of entries
base64(root)

— origin base64(key id, signature)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from atleast.errors import DossierDamaged, InvalidRecord
from atleast.ledger import b64
from atleast.ledger.note import load_key, new_key, open_signed, sign_note, verifier_key
from atleast.ledger.tree import HASH_BYTES

__all__ = ["Checkpoint", "load_key", "new_key", "open_note", "sign", "verifier_key"]

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The ledger's name, its number of entries, and the root of 32 bytes over them. Raises InvalidRecord for others."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        """Refuse what could not be read back."""
        if (
            not self.origin
            or "\n" in self.origin
            or len(self.root) != HASH_BYTES
            or not _SIZE.fullmatch(str(self.size))
        ):
            raise InvalidRecord(
                f"A checkpoint cannot be: {self.origin!r}, {self.size} entries, a root of {len(self.root)} bytes.",
                remedy="Nothing was stored. Please report this as a fault of the program.",
            )

    def body(self) -> str:
        """The three lines that are signed, each ended by a new line (tlog-checkpoint, "Note text")."""
        return f"{self.origin}\n{self.size}\n{b64.encode(self.root)}\n"

    @classmethod
    def parse(cls, body: str) -> Checkpoint:
        """The checkpoint in a note's text. Extension lines, which this program never writes, are passed over.

        Raises DossierDamaged for a text that is no checkpoint.
        """
        lines = body.split("\n")
        if len(lines) < 4 or lines.pop() != "" or not all(lines) or not _SIZE.fullmatch(lines[1]):
            raise _not_a_checkpoint()
        try:
            return cls(lines[0], int(lines[1]), b64.decode(lines[2]))
        except (ValueError, InvalidRecord) as error:
            raise _not_a_checkpoint() from error


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """The checkpoint as a signed note. Raises InvalidRecord where the origin cannot be the name of a key."""
    return sign_note(checkpoint.body(), checkpoint.origin, key)


def open_note(note: str, vkey: str) -> Checkpoint:
    """The checkpoint in a note that the owner of the verifier key signed; it names the ledger that the key names.

    Raises DossierDamaged where the signature does not verify, and where the note holds no checkpoint of that ledger.
    """
    checkpoint = Checkpoint.parse(open_signed(note, vkey))
    if checkpoint.origin != vkey.partition("+")[0]:
        raise _not_a_checkpoint()
    return checkpoint


def _not_a_checkpoint() -> DossierDamaged:
    return DossierDamaged(
        "A signed note does not hold a checkpoint of this ledger: its name, a number of entries and a root.",
        remedy="It was altered, or it belongs to another ledger: compare it with a copy kept elsewhere.",
    )
