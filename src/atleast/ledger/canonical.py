"""Canonical JSON: one value, one sequence of bytes (RFC 8785, JSON Canonicalization Scheme)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import rfc8785

from atleast.errors import InvalidRecord

JsonValue: TypeAlias = bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"] | None
"""What JSON can hold. A sequence is a list or a tuple, never bytes."""

LARGEST_INTEGER = 2**53 - 1
"""Beyond it, either way, readers of JSON disagree about which integer is meant (RFC 8785, appendix D)."""


def canonical(value: JsonValue) -> bytes:
    """The bytes of a value in UTF-8: no white space, keys in UTF-16 order, numbers as ECMAScript writes them.

    Raises InvalidRecord for what JSON cannot hold: NaN and infinities, integers beyond `LARGEST_INTEGER`, keys that are
    not strings, halves of surrogate pairs, and any other type.
    """
    try:
        return rfc8785.dumps(_plain(value))
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        raise InvalidRecord(
            f"A record cannot be written as canonical JSON: {error}.",
            remedy="Nothing was stored. Please report this as a fault of the program.",
        ) from error


def _plain(value: JsonValue) -> JsonValue:
    """The value with every mapping as a dict, since the library takes no other."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
