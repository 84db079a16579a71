"""A timestamp: an authority's signed word that some bytes existed at a time (RFC 3161), checked without a network.

The request and the reply travel as files (.tsq, .tsr), by any means. The reply is kept as it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256, sha384, sha512

from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    PKIStatus,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from atleast.errors import InvalidRecord, UsageError
from atleast.ledger.der import certificates_in_order
from atleast.model.words import Check

_PEM_BEGIN = b"-----BEGIN"
_HASHES = {
    "2.16.840.1.101.3.4.2.1": sha256,
    "2.16.840.1.101.3.4.2.2": sha384,
    "2.16.840.1.101.3.4.2.3": sha512,
}


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What came of checking a reply.

    `time` (UTC, ISO 8601 to the second) and `authority` (the subject of the signer's certificate, RFC 4514) are what
    the reply says; they can be relied on only where `check` is passed.
    """

    check: Check
    reason: str
    """Why the check has its value, in words."""
    time: str | None = None
    authority: str | None = None


def request_for(message: bytes) -> bytes:
    """The request for a timestamp over the message: DER (RFC 3161, section 2.4.1).

    It tells the authority the SHA-256 of the message and nothing else of it, and asks for the authority's certificate.
    It has no nonce, so that the same message gives the same request: the reply is bound to the message by its hash, and
    an older reply to the same message is as good. Raises InvalidRecord for an empty message.
    """
    if not message:
        raise InvalidRecord(
            "A timestamp was about to be asked for nothing at all.",
            remedy="Nothing was stored. Please report this as a fault of the program.",
        )
    request = TimestampRequestBuilder(message, HashAlgorithm.SHA256, nonce=False, cert_req=True).build()
    return request.as_bytes()


def check(tsr: bytes, message: bytes, roots: Sequence[bytes] = ()) -> Timestamp:
    """Check a reply against the message it should be over, and up to the root certificates that the checker trusts.

    passed: it is over this message, and its signature leads to one of the roots. not_checked: it is over this message,
    and no root was given, so that anybody could have signed it. failed: anything else, garbage too. Certificates count
    as of the time in the reply, so that no clock is asked.

    `roots` are certificates, PEM (any number in one) or DER. Raises UsageError for one that is no certificate.
    """
    trusted = [certificate for number, root in enumerate(roots, 1) for certificate in _certificates(root, number)]
    try:
        return _checked(decode_timestamp_response(certificates_in_order(tsr)), message, trusted)
    except Exception:  # the bytes are a stranger's: on some, the libraries raise KeyError and others of no common root
        return Timestamp(Check.FAILED, "This is not a timestamp reply, or it was damaged: its DER cannot be read.")


def _checked(reply: TimeStampResponse, message: bytes, trusted: list[x509.Certificate]) -> Timestamp:
    if PKIStatus(reply.status) != PKIStatus.GRANTED:
        return Timestamp(Check.FAILED, f"The authority gave no timestamp. It says: {'; '.join(reply.status_string)!r}.")
    time, authority = _time(reply), _authority(reply)
    if not _is_over(reply, message):
        return Timestamp(
            Check.FAILED, "The timestamp is not over this checkpoint: one of them was altered.", time, authority
        )
    if not trusted:
        return Timestamp(
            Check.NOT_CHECKED,
            "The timestamp is over this checkpoint. Its signature was not checked: no root certificate was given.",
            time,
            authority,
        )
    try:
        VerifierBuilder(roots=trusted).build().verify_message(reply, message)
    except VerificationError:
        return Timestamp(
            Check.FAILED,
            "The signature does not lead to a root certificate that was given: the reply was altered, or it comes from "
            "another authority.",
            time,
            authority,
        )
    return Timestamp(
        Check.PASSED, "The timestamp is over this checkpoint, and signed up to a given root.", time, authority
    )


def _is_over(reply: TimeStampResponse, message: bytes) -> bool:
    imprint = reply.tst_info.message_imprint
    hashed = _HASHES.get(imprint.hash_algorithm.dotted_string)
    return hashed is not None and hashed(message).digest() == imprint.message


def _time(reply: TimeStampResponse) -> str:
    return reply.tst_info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _authority(reply: TimeStampResponse) -> str | None:
    """The subject of the certificate that signed, where the reply holds it."""
    signers = {(signer.issuer, signer.serial_number) for signer in reply.signed_data.signer_infos}
    subjects = sorted(
        certificate.subject.rfc4514_string()
        for certificate in map(x509.load_der_x509_certificate, reply.signed_data.certificates)
        if (certificate.issuer, certificate.serial_number) in signers
    )
    return subjects[0] if subjects else None


def _certificates(root: bytes, number: int) -> list[x509.Certificate]:
    try:
        if _PEM_BEGIN in root:
            return x509.load_pem_x509_certificates(root)
        return [x509.load_der_x509_certificate(root)]
    except (ValueError, x509.InvalidVersion) as error:
        raise UsageError(
            f"Root certificate {number} is not a certificate in PEM or DER.",
            remedy="Give the root certificate as the authority publishes it.",
        ) from error
