"""Same in, same out: the same bytes on the oldest and the newest Python that is supported."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.dossiers import FIXED, ROOT, SOURCES, Outcome


def _another_python() -> str | None:
    """The newest supported Python if this is another, else the oldest; None where it is not here."""
    version = "3.13" if sys.version_info[:2] != (3, 13) else "3.11"
    beside = sorted(map(str, (Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python")))
    return next((candidate for candidate in (f"python{version}", *beside) if _is_version(candidate, version)), None)


def _is_version(candidate: str, version: str) -> bool:
    if shutil.which(candidate) is None:
        return False
    probe = [candidate, "-c", "import sys, venv; print(f'{sys.version_info[0]}.{sys.version_info[1]}')"]
    return subprocess.run(probe, capture_output=True, text=True, check=False).stdout.strip() == version


@pytest.mark.slow
def test_another_python_gives_the_same_bytes(empty_dossier: Path, expected: Outcome, tmp_path: Path) -> None:
    other = _another_python()
    if other is None:
        pytest.skip("no other supported Python is here")
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".venv*", ".git", "build", ".*_cache", ".hypothesis"))
    made = subprocess.run(
        ["make", "setup", f"PYTHON={other}"], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    python = checkout / ".venv" / "bin" / "python"
    dossier = shutil.copytree(empty_dossier, tmp_path / "dossier")
    run = subprocess.run(
        [python, "-m", "atleast", "report", SOURCES, "--dossier", dossier],
        capture_output=True,
        text=True,
        env=FIXED,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    exported = subprocess.run(
        [python, "-m", "atleast", "export", "statements", "--dossier", dossier],
        capture_output=True,
        text=True,
        check=True,
    )
    assert exported.stdout.rstrip("\n") == expected.export
    for name, wanted in expected.files.items():
        assert hashlib.sha256((dossier / name).read_bytes()).hexdigest() == wanted, name
