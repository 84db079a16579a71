"""Whole dossiers: run as a person does, and held against each other byte by byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from atleast.dossier.dossier import open_dossier
from atleast.dossier.verifying import verify
from atleast.model.words import Check
from atleast.report.exporting import export_statements

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "examples" / "velmaria" / "sources"
# The one clock of a run stands still, so that what comes out can be compared byte by byte.
FIXED = {**os.environ, "SOURCE_DATE_EPOCH": "1924992000", "PYTHONHASHSEED": "random"}


def atleast(
    *arguments: str | Path, env: Mapping[str, str] = FIXED, before: Sequence[str] = (), cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does; output and exit code."""
    command = [*before, sys.executable, "-m", "atleast", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=dict(env), cwd=cwd, check=False, timeout=300)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a dossier came to: everything that is promised to be the same for the same sources."""

    export: str
    files: Mapping[str, str]
    """SHA-256 of the ledger's entries, of every original and of every report file, by path."""


def outcome_of(dossier: Path) -> Outcome:
    """The outcome of a dossier on disk; checks on the way that nothing in it was altered."""
    with open_dossier(dossier) as opened:
        altered = [verdict for verdict in verify(opened).verdicts if verdict.check is not Check.PASSED]
        exported = "\n".join(export_statements(opened))
    assert not altered
    kept = [dossier / "ledger" / "entries.jsonl", *(dossier / "originals").rglob("*"), *(dossier / "report").rglob("*")]
    hashes = {
        path.relative_to(dossier).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(kept)
        if path.is_file()
    }
    return Outcome(exported, hashes)
