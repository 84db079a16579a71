"""A timestamp authority that `openssl ts` plays, in a folder: no network, and no code shared with this program."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest

_SETTINGS = """
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """An authority with one root certificate. Skips the test where OpenSSL 3 is not on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if which("openssl") is None or not self._run("version").startswith(b"OpenSSL 3"):
            pytest.skip("OpenSSL 3 is not on this machine")
        (folder / "settings").write_text(_SETTINGS)
        (folder / "serial").write_text("01\n")
        self._certify("root", "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign")
        self._certify("signer", "extendedKeyUsage=critical,timeStamping", by=["-CA", "root.pem", "-CAkey", "root.key"])

    @property
    def root(self) -> bytes:
        """The root certificate, PEM."""
        return (self._folder / "root.pem").read_bytes()

    def reply(self, request: Path) -> bytes:
        """The authority's reply (.tsr) to a request (.tsq)."""
        keys = ["-signer", "signer.pem", "-inkey", "signer.key"]
        self._run("ts", "-reply", "-config", "settings", "-queryfile", str(request), *keys, "-out", "reply.tsr")
        return (self._folder / "reply.tsr").read_bytes()

    def _certify(self, name: str, *extensions: str, by: list[str] | None = None) -> None:
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key"]
        extended = [word for extension in extensions for word in ("-addext", extension)]
        subject = ["-subj", f"/CN=Invented {name}", "-days", "36500", "-out", f"{name}.pem"]
        self._run("req", "-x509", *key, *extended, *(by or []), *subject)

    def _run(self, *arguments: str) -> bytes:
        return subprocess.run(["openssl", *arguments], cwd=self._folder, check=True, capture_output=True).stdout
