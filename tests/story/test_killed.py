"""Nothing is lost: a run that is killed anywhere, and run again, comes to the same bytes as one that was not."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from atleast.report.running import report_folder
from atleast.statement.reader import readers
from tests.support.dossiers import SOURCES, Outcome, outcome_of

KILLS = 50


def _start(dossier: Path) -> int:
    """Begin a run in a process of its own, with what it loads loaded already; the process id."""
    child = os.fork()
    if child:
        return child
    try:
        os.environ["SOURCE_DATE_EPOCH"] = "1924992000"
        report_folder(SOURCES, dossier)
        os._exit(0)
    except BaseException as error:
        sys.stderr.write(repr(error))
        os._exit(1)


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_50_random_points_and_run_again_gives_the_same_bytes(
    empty_dossier: Path, expected: Outcome, tmp_path: Path
) -> None:
    for reader in readers():
        list(reader.read_many([]))
    whole = shutil.copytree(empty_dossier, tmp_path / "whole")
    began = time.monotonic()
    assert _ended(_start(whole)) == 0
    duration = time.monotonic() - began
    chance = random.Random(1486)  # noqa: S311 - to be repeatable
    killed = 0
    for number in range(KILLS):
        dossier = shutil.copytree(empty_dossier, tmp_path / str(number))
        child = _start(dossier)
        time.sleep(chance.uniform(0.0, duration))
        os.kill(child, signal.SIGKILL)
        killed += _ended(child) == -signal.SIGKILL
        assert _ended(_start(dossier)) == 0
        assert outcome_of(dossier) == expected, f"after kill {number}"
        shutil.rmtree(dossier)
    assert killed > KILLS // 2, "the kills came too late to try anything"
