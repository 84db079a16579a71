"""Base 64 in which one sequence of bytes has one spelling (RFC 4648, sections 3.5 and 4)."""

from __future__ import annotations

from base64 import b64decode, b64encode


def encode(data: bytes) -> str:
    """The standard alphabet, padded, in one line."""
    return b64encode(data).decode("ascii")


def decode(text: str) -> bytes:
    """The bytes. Raises ValueError for anything that `encode` would not have written.

    The library alone lets the unused last bits be anything, so that a flipped bit would go unseen.
    """
    data = b64decode(text, validate=True)
    if encode(data) != text:
        raise ValueError("the last letter carries bits that belong to no byte")
    return data
