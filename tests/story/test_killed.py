"""Nothing is lost: a run that is killed anywhere, and run again, comes to the same bytes as one that was not."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from atleast.dossier.dossier import open_dossier
from atleast.report.running import report_folder
from atleast.source.intake import add
from atleast.statement.reading import read
from tests.support.dossiers import FIXED, SOURCES, outcome_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

KILLS, AT_ONCE = 50, 2
# One of each way in: a text, a table and an archive through the child process, a language of its own.
FEW = ("03-continental-mirror-brief.txt", "06-verasen-list.xlsx", "14-correspondents.zip", "17-uzviej-mlynaviec.txt")


@pytest.fixture
def place() -> Iterator[Path]:
    """A scratch folder in memory where there is one: the disk's patience is not what is tried here."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def few(place: Path) -> Path:
    """A small folder of sources."""
    folder = place / "sources"
    folder.mkdir()
    for name in FEW:
        shutil.copy2(SOURCES / name, folder / name)
    return folder


def test_killed_at_50_random_points_and_run_again_gives_the_same_bytes(
    few: Path, empty_dossier: Path, place: Path
) -> None:
    _kill_and_run_again(few, empty_dossier, place)


@pytest.mark.slow
def test_the_whole_example_killed_at_50_random_points_gives_the_same_bytes(empty_dossier: Path, place: Path) -> None:
    _kill_and_run_again(SOURCES, empty_dossier, place)


def _kill_and_run_again(sources: Path, empty: Path, place: Path) -> None:
    _warm_up(sources, Path(shutil.copytree(empty, place / "warm")))
    whole = Path(shutil.copytree(empty, place / "whole"))
    began = time.monotonic()
    assert _ended(_start(sources, whole)) == 0
    duration, expected = time.monotonic() - began, outcome_of(whole)
    chance = random.Random(1486)  # noqa: S311 - to be repeatable
    killed = 0
    for number in range(0, KILLS, AT_ONCE):
        dossiers = [Path(shutil.copytree(empty, place / str(number + other))) for other in range(AT_ONCE)]
        running = [(_start(sources, dossier), chance.uniform(0.0, duration)) for dossier in dossiers]
        killed += _kill(running)
        again = [_start(sources, dossier) for dossier in dossiers]
        assert [_ended(child) for child in again] == [0] * AT_ONCE
        for dossier in dossiers:
            assert outcome_of(dossier) == expected, f"one of the kills from {number} on"
            shutil.rmtree(dossier)
    assert killed > KILLS // 2, "the kills came too late to try anything"


def _warm_up(sources: Path, dossier: Path) -> None:
    """Load what a run loads, but for what draws the chart, whose threads would not live through a fork."""
    with open_dossier(dossier, write=True) as opened:
        add(opened, sources)
        read(opened)
    import altair
    import vl_convert

    assert altair
    assert vl_convert


def _start(sources: Path, dossier: Path) -> int:
    """Begin a run in a process of its own; its id."""
    child = os.fork()
    if child:
        return child
    try:
        os.environ["SOURCE_DATE_EPOCH"] = FIXED["SOURCE_DATE_EPOCH"]
        report_folder(sources, dossier)
        os._exit(0)
    except BaseException as error:
        sys.stderr.write(repr(error))
        os._exit(1)


def _kill(running: list[tuple[int, float]]) -> int:
    """Kill each process after its time in seconds; how many were still at work."""
    began = time.monotonic()
    killed = 0
    for child, after in sorted(running, key=lambda each: each[1]):
        time.sleep(max(0.0, began + after - time.monotonic()))
        os.kill(child, signal.SIGKILL)
        killed += _ended(child) == -signal.SIGKILL
    return killed


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
