"""An entry of the ledger: what happened to the dossier, and when, as canonical JSON (RFC 8785).

The bytes are {"at":…,"body":{…},"kind":…,"v":1}; their hash is a leaf of the tree. Version 1 is the only one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from atleast.errors import DossierDamaged, InvalidRecord
from atleast.ledger.canonical import LARGEST_INTEGER, JsonValue, canonical

_VERSION = 1
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


class EntryKind(StrEnum):
    """What an entry is about."""

    DOSSIER = "dossier"
    SOURCE = "source"
    READING = "reading"
    DECISION = "decision"
    REPORT = "report"
    TIMESTAMP = "timestamp"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done. `at` is UTC, "2024-05-12T09:30:00Z"; what `body` holds is the business of its kind.

    Raises InvalidRecord for another form of time.
    """

    kind: EntryKind
    at: str
    body: Mapping[str, JsonValue]

    def __post_init__(self) -> None:
        """Refuse a time in another form: one moment is spelt in one way."""
        if not _UTC.fullmatch(self.at):
            raise InvalidRecord(
                f"An entry of the ledger says {self.at!r}, which is not a time in UTC to the second.",
                remedy="Nothing was stored. Please report this as a fault of the program.",
            )

    def to_bytes(self) -> bytes:
        """The bytes that are hashed and kept. Raises InvalidRecord for a body that JSON cannot hold."""
        return canonical({"v": _VERSION, "kind": self.kind.value, "at": self.at, "body": self.body})

    @classmethod
    def from_bytes(cls, data: bytes) -> Entry:
        """The entry in bytes that `to_bytes` gave. Raises DossierDamaged for any others, down to a space too many."""
        try:
            said = json.loads(data.decode(), parse_int=_number)
            entry = cls(EntryKind(said["kind"]), said["at"], _object(said["body"]))
            canonical_again = entry.to_bytes()
        except (ValueError, KeyError, TypeError, RecursionError, InvalidRecord) as error:
            raise _damaged(data) from error
        if canonical_again != data:
            raise _damaged(data)
        return entry


def _number(digits: str) -> int | float:
    """JSON does not tell 1e16 from 10000000000000000: beyond the safe integers it was written as a float."""
    number = int(digits)
    return number if abs(number) <= LARGEST_INTEGER else float(number)


def _object(value: Any) -> dict[str, JsonValue]:
    if not isinstance(value, dict):
        raise TypeError("the body of an entry is an object")
    return value


def _damaged(data: bytes) -> DossierDamaged:
    return DossierDamaged(
        f"The ledger holds {data[:60]!r}, which is not an entry as this version of the program writes it.",
        remedy="It was altered, or written by a later version: compare it with a copy kept elsewhere, or upgrade.",
    )
