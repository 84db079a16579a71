"""A language model behind a real server proposes; nothing counts until a person confirms it; a server that is gone is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.dossiers import ROOT, atleast


def test_from_a_proposal_to_a_figure(dossier: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    text = "Sarnik, 12 May 2031 (Sarnik Wire) - It is said that Zorka Welmarin was arrested yesterday.\n"
    (folder / "note.txt").write_text(text, "utf-8")
    assert atleast("add", folder, "--dossier", dossier).returncode == 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.model_server"], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        assert server.stdout is not None
        address = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
        with (dossier / "mandate.toml").open("a", encoding="utf-8") as mandate:
            mandate.write(f'\n[reading.model]\naddress = "{address}"\nname = "well"\n')
        read = atleast("read", "--dossier", dossier)
        server.kill()
    assert read.returncode == 0, read.stdout + read.stderr
    assert "The model proposed 1 statements; they count for nothing until a person confirms them." in read.stdout
    exported = atleast("export", "statements", "--dossier", dossier).stdout
    (proposed,) = [line for line in exported.splitlines() if '"reader": "model well 1"' in line]
    assert '"reviewed": false' in proposed
    explained = atleast("read", "--explain", "note.txt", "--dossier", dossier).stdout
    identity = next(line for line in explained.splitlines() if line.startswith(proposed[8:16])).split()[0]
    assert atleast("confirm", identity, "--by", "N. Reader", "--dossier", dossier).returncode == 0
    assert '"reviewed": true' in atleast("export", "statements", "--dossier", dossier).stdout
    assert atleast("verify", "--dossier", dossier).returncode == 0

    (folder / "other.txt").write_text(text.replace("Zorka", "Irma"), "utf-8")
    assert atleast("add", folder, "--dossier", dossier).returncode == 0
    gone = atleast("read", "--dossier", dossier)
    assert gone.returncode == 3
    assert f"left for the next run: 1 sources, for nobody answers at {address}" in gone.stdout
    assert "Traceback" not in gone.stderr
