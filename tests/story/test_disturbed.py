"""Nothing is lost when the world is unkind: a full disk, two runs at once, a folder that changes, no network."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.dossiers import FIXED, SOURCES, Outcome, atleast, outcome_of


def test_a_full_disk_is_said_and_the_next_run_carries_on(dossier: Path, expected: Outcome, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        small = Path(shutil.copytree(dossier, disk / "dossier"))
        run = atleast("report", SOURCES, "--dossier", small)
        assert run.returncode == 1
        assert "disk is full" in run.stderr
        assert "Free some space" in run.stderr
        assert "Traceback" not in run.stderr
        saved = Path(shutil.copytree(small, tmp_path / "saved"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert atleast("report", SOURCES, "--dossier", saved).returncode == 0
    assert outcome_of(saved) == expected


@pytest.fixture
def read_only(finished: Path, tmp_path: Path) -> Iterator[Path]:
    """The example's dossier on a disk that cannot be written to."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        dossier = Path(shutil.copytree(finished, disk / "dossier"))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        yield dossier
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_dossier_that_cannot_be_written_to_can_be_looked_into(read_only: Path, finished: Path) -> None:
    for command in (["verify"], ["count"], ["why", "Natalia Brukova"], ["export", "statements"], ["match"]):
        looked = atleast(*command, "--dossier", read_only)
        assert (looked.returncode, looked.stderr) == (0, ""), command
        assert looked.stdout == atleast(*command, "--dossier", finished).stdout
    refused = atleast("add", SOURCES, "--dossier", read_only)
    assert refused.returncode == 2
    assert "cannot be written to (Read-only file system)" in refused.stderr


def test_what_spoils_the_mandate_spoils_no_verification(finished: Path, tmp_path: Path) -> None:
    dossier = Path(shutil.copytree(finished, tmp_path / "dossier"))
    (dossier / "mandate.toml").write_text("[mandate", "utf-8")
    assert atleast("verify", "--dossier", dossier).returncode == 0
    refused = atleast("count", "--dossier", dossier)
    assert refused.returncode == 2
    assert "mandate.toml" in refused.stderr


@pytest.mark.parametrize("most", [40_000, 400_000])
def test_a_file_that_may_not_grow_is_a_full_disk(dossier: Path, expected: Outcome, most: int) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "atleast", "report", str(SOURCES), "--dossier", str(dossier)]
    run = subprocess.run(
        command, capture_output=True, text=True, env=FIXED, preexec_fn=limited, check=False, timeout=120
    )
    assert run.returncode == 1
    assert "disk is full" in run.stderr or "it is full or failing" in run.stderr
    assert "Traceback" not in run.stderr
    assert atleast("report", SOURCES, "--dossier", dossier).returncode == 0
    assert outcome_of(dossier) == expected


def test_of_two_runs_at_once_one_is_told_to_wait(dossier: Path, expected: Outcome) -> None:
    command = [sys.executable, "-m", "atleast", "report", str(SOURCES), "--dossier", str(dossier)]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=FIXED)
        for _ in range(2)
    ]
    said = [run.communicate(timeout=300) for run in runs]
    codes = sorted(run.returncode for run in runs)
    assert codes in ([0, 1], [0, 0]), said
    if codes == [0, 1]:
        told = next(err for run, (_, err) in zip(runs, said, strict=True) if run.returncode == 1)
        assert "Another run is writing" in told
        assert "Wait" in told
    assert outcome_of(dossier) == expected


def test_a_second_run_does_nothing_and_says_so(dossier: Path) -> None:
    atleast("report", SOURCES, "--dossier", dossier)
    before = outcome_of(dossier)
    again = atleast("report", SOURCES, "--dossier", dossier)
    assert again.returncode == 0
    assert "0 sources taken in" in again.stdout
    assert "0 texts and tables read" in again.stdout
    assert outcome_of(dossier) == before


def test_without_a_network_it_comes_to_the_same(dossier: Path, expected: Outcome) -> None:
    unshare = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*unshare, "true"], check=False).returncode:
        pytest.skip("the kernel allows no network namespace here")
    run = atleast("report", SOURCES, "--dossier", dossier, before=unshare)
    assert run.returncode == 0, run.stderr
    assert outcome_of(dossier) == expected


@pytest.mark.slow
def test_sources_that_are_taken_in_one_by_one_come_to_the_same_statements(dossier: Path, expected: Outcome) -> None:
    for path in sorted(SOURCES.iterdir(), reverse=True):
        assert atleast("add", path, "--dossier", dossier).returncode == 0
    assert atleast("read", "--dossier", dossier).returncode == 0
    assert sorted(outcome_of(dossier).export.splitlines()) == sorted(expected.export.splitlines())
