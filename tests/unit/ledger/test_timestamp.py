"""Timestamps by an authority that `openssl ts` plays; no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atleast.errors import InvalidRecord, UsageError
from atleast.ledger.timestamp import check, request_for
from atleast.model.words import Check

if TYPE_CHECKING:
    from .conftest import OpenSSL

MESSAGE = b"example.org/ledger\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
SIGNER = ("extendedKeyUsage=critical,timeStamping", "basicConstraints=critical,CA:FALSE")
AUTHORITY = ("basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign")
SETTINGS = """
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class Tsa:
    """A timestamp authority in a folder: root, an authority below it, a signer of each, and a stranger's root."""

    openssl: OpenSSL
    folder: Path

    def certify(self, name: str, by: str | None, extensions: tuple[str, ...]) -> None:
        request = [
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-keyout",
            f"{name}.key",
            "-subj",
            f"/CN=Invented {name}",
        ]
        extended = [word for extension in extensions for word in ("-addext", extension)]
        issuer = ["-CA", f"{by}.pem", "-CAkey", f"{by}.key"] if by else []
        days = ["-days", "36500", "-out", f"{name}.pem"]
        self.openssl("req", "-x509", *request, *extended, *issuer, *days, folder=self.folder)

    def reply(self, request: bytes, signer: str = "signer", *options: str) -> bytes:
        (self.folder / "request.tsq").write_bytes(request)
        signed_by = ["-signer", f"{signer}.pem", "-inkey", f"{signer}.key", *options]
        files = ["-config", "settings", "-queryfile", "request.tsq", "-out", "reply.tsr"]
        self.openssl("ts", "-reply", *files, *signed_by, folder=self.folder)
        return (self.folder / "reply.tsr").read_bytes()

    def pem(self, name: str) -> bytes:
        return (self.folder / f"{name}.pem").read_bytes()


@pytest.fixture(scope="module")
def tsa(openssl: OpenSSL, tmp_path_factory: pytest.TempPathFactory) -> Tsa:
    made = Tsa(openssl, tmp_path_factory.mktemp("tsa"))
    (made.folder / "settings").write_text(SETTINGS)
    (made.folder / "serial").write_text("01\n")
    made.certify("root", None, AUTHORITY)
    made.certify("middle", "root", AUTHORITY)
    made.certify("signer", "root", SIGNER)
    made.certify("deep", "middle", SIGNER)
    made.certify("stranger", None, AUTHORITY)
    return made


@pytest.fixture(scope="module")
def reply(tsa: Tsa) -> bytes:
    return tsa.reply(request_for(MESSAGE))


def test_a_reply_up_to_a_trusted_root_passes(tsa: Tsa, reply: bytes) -> None:
    result = check(reply, MESSAGE, [tsa.pem("root")])
    assert result.check is Check.PASSED
    assert result.authority == "CN=Invented signer"
    assert result.time is not None
    said = tsa.openssl("ts", "-reply", "-in", "reply.tsr", "-text", folder=tsa.folder).stdout.decode()
    clock = result.time[11:19]
    assert f"{clock} {result.time[:4]} GMT" in said


def test_without_a_root_nothing_is_claimed(reply: bytes) -> None:
    result = check(reply, MESSAGE)
    assert result.check is Check.NOT_CHECKED
    assert "no root certificate was given" in result.reason
    assert result.time is not None


@pytest.mark.parametrize("roots", [[], ["root"]])
def test_an_altered_message_fails_with_and_without_a_root(tsa: Tsa, reply: bytes, roots: list[str]) -> None:
    for bit in range(len(MESSAGE) * 8):
        altered = bytearray(MESSAGE)
        altered[bit // 8] ^= 1 << bit % 8
        assert check(reply, bytes(altered), [tsa.pem(root) for root in roots]).check is Check.FAILED


def test_a_flipped_bit_of_the_reply_never_passes_for_another_time(tsa: Tsa, reply: bytes) -> None:
    """A few bits of a reply are under no signature: version numbers, and the name of the signature's method."""
    root = [tsa.pem("root")]
    genuine, failed = check(reply, MESSAGE, root), 0
    for at in range(len(reply)):
        altered = bytearray(reply)
        altered[at] ^= 1 << at % 8
        result = check(bytes(altered), MESSAGE, root)
        failed += result.check is Check.FAILED
        assert result.check is Check.FAILED or result == genuine
    assert failed > 0.95 * len(reply)


def test_garbage_fails_and_never_crashes(tsa: Tsa, reply: bytes) -> None:
    root = [tsa.pem("root")]
    garbage = [b"", b"\x30", b"\x30\x80\x00\x00", b"\x30\x84\xff\xff\xff\xff", b"\x30\x03\x02\x01\x00", bytes(1000)]
    garbage += [b"<html>not found</html>", reply + b"\n", tsa.pem("root"), request_for(MESSAGE), reply * 2]
    garbage += [reply[:length] for length in range(0, len(reply), 7)]
    for data in garbage:
        result = check(data, MESSAGE, root)
        assert result.check is Check.FAILED
        assert result.reason
        assert check(data, MESSAGE).check is Check.FAILED


def test_another_authority_fails(tsa: Tsa, reply: bytes) -> None:
    result = check(reply, MESSAGE, [tsa.pem("stranger")])
    assert result.check is Check.FAILED
    assert "another authority" in result.reason


def test_one_of_several_roots_is_enough(tsa: Tsa, reply: bytes) -> None:
    assert check(reply, MESSAGE, [tsa.pem("stranger"), tsa.pem("root")]).check is Check.PASSED
    assert check(reply, MESSAGE, [tsa.pem("stranger") + tsa.pem("root")]).check is Check.PASSED


def test_a_root_may_be_der(tsa: Tsa, reply: bytes) -> None:
    tsa.openssl("x509", "-in", "root.pem", "-outform", "DER", "-out", "root.der", folder=tsa.folder)
    assert check(reply, MESSAGE, [(tsa.folder / "root.der").read_bytes()]).check is Check.PASSED


@pytest.mark.parametrize("root", [b"", b"garbage", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_root_that_is_no_certificate_is_the_persons_to_mend(reply: bytes, root: bytes) -> None:
    with pytest.raises(UsageError, match="Root certificate 1") as caught:
        check(reply, MESSAGE, [root])
    assert caught.value.remedy


def test_a_chain_in_any_order_is_read(tsa: Tsa) -> None:
    """DER sorts the certificates of a reply; openssl sends them as they come, one of the two ways round unsorted."""
    (tsa.folder / "chain.pem").write_bytes(tsa.pem("middle") + tsa.pem("root"))
    deep = tsa.reply(request_for(MESSAGE), "deep", "-chain", "chain.pem")
    result = check(deep, MESSAGE, [tsa.pem("root")])
    assert (result.check, result.authority) == (Check.PASSED, "CN=Invented deep")
    assert check(deep, MESSAGE + b"\n", [tsa.pem("root")]).check is Check.FAILED
    assert check(deep, MESSAGE, [tsa.pem("stranger")]).check is Check.FAILED


def test_a_refusal_fails_with_the_authoritys_words(tsa: Tsa) -> None:
    (tsa.folder / "message").write_bytes(MESSAGE)
    tsa.openssl("ts", "-query", "-data", "message", "-sha1", "-out", "sha1.tsq", folder=tsa.folder)
    result = check(tsa.reply((tsa.folder / "sha1.tsq").read_bytes()), MESSAGE, [tsa.pem("root")])
    assert result.check is Check.FAILED
    assert "not supported" in result.reason


@pytest.mark.parametrize("digest", ["sha384", "sha512"])
def test_longer_hashes_are_checked_too(tsa: Tsa, digest: str) -> None:
    (tsa.folder / "message").write_bytes(MESSAGE)
    tsa.openssl("ts", "-query", "-data", "message", f"-{digest}", "-cert", "-out", "long.tsq", folder=tsa.folder)
    long = tsa.reply((tsa.folder / "long.tsq").read_bytes())
    assert check(long, MESSAGE, [tsa.pem("root")]).check is Check.PASSED


def test_a_request_is_what_openssl_would_ask(tsa: Tsa) -> None:
    (tsa.folder / "message").write_bytes(MESSAGE)
    options = ["-data", "message", "-sha256", "-cert", "-no_nonce", "-out", "theirs.tsq"]
    tsa.openssl("ts", "-query", *options, folder=tsa.folder)
    assert request_for(MESSAGE) == request_for(MESSAGE) == (tsa.folder / "theirs.tsq").read_bytes()


def test_openssl_verifies_the_reply_without_this_program(tsa: Tsa, reply: bytes) -> None:
    (tsa.folder / "message").write_bytes(MESSAGE)
    (tsa.folder / "kept.tsr").write_bytes(reply)
    options = ["-data", "message", "-in", "kept.tsr", "-CAfile", "root.pem"]
    assert b"OK" in tsa.openssl("ts", "-verify", *options, folder=tsa.folder).stdout


def test_nothing_is_not_timestamped() -> None:
    with pytest.raises(InvalidRecord):
        request_for(b"")
