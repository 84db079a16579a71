"""The certificates of a reply put in order; replies as `openssl ts` makes them are in test_timestamp.py."""

from __future__ import annotations

import pytest

from atleast.ledger.der import certificates_in_order

SEQUENCE, SET, OID, INTEGER, CONTEXT = 0x30, 0x31, 0x06, 0x02, 0xA0


def _element(tag: int, *contents: bytes) -> bytes:
    """One element with its length in two bytes, or in one where that is enough."""
    data = b"".join(contents)
    length = bytes([len(data)]) if len(data) < 128 else b"\x82" + len(data).to_bytes(2)
    return bytes([tag]) + length + data


def _reply(*certificates: bytes) -> bytes:
    signed_data = _element(
        SEQUENCE,
        _element(INTEGER, b"\x03"),
        _element(SET),
        _element(SEQUENCE, b"what was stamped"),
        _element(CONTEXT, *certificates),
        _element(SET, b"who signed"),
    )
    token = _element(SEQUENCE, _element(OID, b"kind"), _element(CONTEXT, signed_data))
    return _element(SEQUENCE, _element(SEQUENCE, b"granted"), token)


FIRST, SECOND, LONG = _element(SEQUENCE, b"a"), _element(SEQUENCE, b"b"), _element(SEQUENCE, b"c" * 300)


def test_certificates_are_sorted_and_nothing_else_changes() -> None:
    assert certificates_in_order(_reply(LONG, SECOND, FIRST)) == _reply(FIRST, SECOND, LONG)


@pytest.mark.parametrize("reply", [_reply(), _reply(FIRST), _reply(FIRST, SECOND)])
def test_what_is_in_order_stays_as_it_is(reply: bytes) -> None:
    assert certificates_in_order(reply) == reply


@pytest.mark.parametrize(
    "reply",
    [b"", b"\x02\x01\x00", _element(SEQUENCE, _element(SEQUENCE, b"refused")), b"-----BEGIN CERTIFICATE-----"],
)
def test_what_has_no_certificates_stays_as_it_is(reply: bytes) -> None:
    assert certificates_in_order(reply) == reply


@pytest.mark.parametrize(
    "reply",
    [
        b"\x30",
        b"\x30\x05\x00",
        b"\x30\x80\x00\x00",
        b"\x30\x85\x00\x00\x00\x00\x00",
        b"\x30\x84\xff\xff\xff\xff",
        _reply(LONG)[:-60],
        _reply(FIRST, b"\x30\x7f"),
        _reply(FIRST).replace(_element(CONTEXT, FIRST), b"\xa0\x80" + FIRST),
    ],
)
def test_lengths_that_cannot_be_are_refused(reply: bytes) -> None:
    with pytest.raises(ValueError, match=r"length|cut short|longer"):
        certificates_in_order(reply)
