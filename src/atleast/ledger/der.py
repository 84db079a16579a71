"""Timestamp replies that nearly keep the rules of DER: the certificates of a reply, put in the order that DER asks for.

A CMS SignedData holds its certificates as a SET, which DER sorts by its bytes (X.690, section 11.6). Authorities that
run `openssl ts` with a chain send them as they come, and a strict reader refuses the whole reply. The certificates are
not under the signature, so that sorting them changes nothing that was signed.
"""

from __future__ import annotations

_CONSTRUCTED_0 = 0xA0
# From a reply to the certificates in it: TimeStampResp, ContentInfo, [0] content, SignedData, [0] certificates.
# Each step names the tag to enter and how many elements of the same level to pass over first
# (RFC 3161, section 2.4.2; RFC 5652, sections 3 and 5.1).
_SEQUENCE = 0x30
_WAY = ((_SEQUENCE, 0), (_SEQUENCE, 1), (_CONSTRUCTED_0, 1), (_SEQUENCE, 0), (_CONSTRUCTED_0, 3))


def certificates_in_order(reply: bytes) -> bytes:
    """The reply with its certificates sorted; as it was where it has none. Raises ValueError for what is no reply."""
    start, end = 0, len(reply)
    for tag, passed_over in _WAY:
        for _ in range(passed_over):
            start = _element(reply, start, end)[1]
        if start == end or reply[start] != tag:
            return reply
        start, end = _element(reply, start, end)
    certificates = []
    at = start
    while at < end:
        after = _element(reply, at, end)[1]
        certificates.append(reply[at:after])
        at = after
    return reply[:start] + b"".join(sorted(certificates)) + reply[end:]


def _element(data: bytes, at: int, end: int) -> tuple[int, int]:
    """Where the contents of the element at `at` begin and end (X.690, section 8.1). Only definite lengths."""
    if at + 2 > end:
        raise ValueError("an element is cut short")
    length, start = data[at + 1], at + 2
    if length & 0x80:
        octets = length & 0x7F
        length, start = int.from_bytes(data[start : start + octets]), start + octets
        if octets == 0 or octets > 4:
            raise ValueError("a length is indefinite, or beyond 4 GiB")
    if start + length > end:
        raise ValueError("an element is longer than what holds it")
    return start, start + length
