"""The openssl of the machine: an authority and a checker that share no code with this program."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

OpenSSL = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def openssl() -> OpenSSL:
    """Run `openssl` with some arguments in a folder; skips where there is none, or another program of that name."""

    def run(*arguments: str | Path, folder: Path, check: bool = True) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["openssl", *arguments], cwd=folder, check=check, capture_output=True)

    if which("openssl") is None or not run("version", folder=Path()).stdout.startswith(b"OpenSSL 3"):
        pytest.skip("OpenSSL 3 is not on this machine")
    return run
