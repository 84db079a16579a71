"""A child process around the parsers: what crashes, hangs or swells costs one file, and no process outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from atleast.errors import DamagedSource, ReaderFailed
from atleast.limits import DEFAULT_LIMITS, MIB
from atleast.source.layout import open_source
from atleast.source.opening import Opener

PAGE = b"<html><body><p>Four people were held in Velgrad on Friday, said the Beacon Centre.</p></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    return path


def child_of(opener: Opener) -> int | None:
    return opener._worker.id if opener._worker else None


def test_the_answer_is_that_of_open_source(page: Path) -> None:
    with Opener(DEFAULT_LIMITS) as opener:
        assert opener.open(page, "page.html") == open_source(page, "page.html", DEFAULT_LIMITS)


def test_text_is_read_without_a_child(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Four people were held.", "utf-8")
    with Opener(DEFAULT_LIMITS) as opener:
        assert opener.open(tmp_path / "a.txt", "a.txt").layout is not None
        assert child_of(opener) is None


def test_one_child_serves_many_files_and_ends_with_the_opener(page: Path) -> None:
    with Opener(DEFAULT_LIMITS) as opener:
        opener.open(page, "page.html")
        child = child_of(opener)
        opener.open(page, "again.html")
        assert child_of(opener) == child
    assert child is not None
    assert not alive(child)


def test_an_error_keeps_its_words_and_its_cause(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\ntorn")
    with Opener(DEFAULT_LIMITS) as opener, pytest.raises(DamagedSource, match=r"a\.pdf is no whole PDF") as caught:
        opener.open(path, "a.pdf")
    assert "ask for it again" in caught.value.remedy
    assert "PdfiumError" in str(caught.value.__cause__)


def test_a_child_that_died_between_files_is_replaced(page: Path) -> None:
    with Opener(DEFAULT_LIMITS) as opener:
        opener.open(page, "page.html")
        os.kill(child_of(opener) or 0, signal.SIGKILL)
        assert opener.open(page, "page.html").layout is not None


def test_a_crash_costs_one_file(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    crashing = tmp_path / "python"
    crashing.write_text("#!/bin/sh\nkill -SEGV $$\n", "utf-8")
    crashing.chmod(0o755)
    with Opener(DEFAULT_LIMITS) as opener:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "executable", str(crashing))
            with pytest.raises(ReaderFailed, match="SIGSEGV") as caught:
                opener.open(page, "page.html")
        assert caught.value.remedy
        assert opener.open(page, "page.html").layout is not None


def test_a_file_that_takes_too_long_is_given_up(page: Path) -> None:
    limits = replace(DEFAULT_LIMITS, reader_seconds=0.3)
    with Opener(DEFAULT_LIMITS) as opener:
        opener.open(page, "page.html")
        child = child_of(opener) or 0
        os.kill(child, signal.SIGSTOP)
        opener._limits = limits
        with pytest.raises(ReaderFailed, match=r"within 0\.3 seconds") as caught:
            opener.open(page, "page.html")
        assert "reader_seconds" in caught.value.remedy
        assert not alive(child)
        opener._limits = DEFAULT_LIMITS
        assert opener.open(page, "page.html").layout is not None


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say how much memory is used")
def test_a_file_that_takes_too_much_memory_is_given_up(page: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.html"
    large.write_bytes(b"<html><body>" + b"<p>Four people were held.</p>" * 800_000 + b"</body></html>")
    with Opener(replace(DEFAULT_LIMITS, reader_bytes=500 * MIB)) as opener:
        with pytest.raises(ReaderFailed):
            opener.open(large, "large.html")
        assert opener.open(page, "page.html").layout is not None


def test_a_child_does_not_outlive_a_parent_that_is_killed(page: Path) -> None:
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom atleast.limits import DEFAULT_LIMITS\n"
        "from atleast.source.opening import Opener\n"
        "opener = Opener(DEFAULT_LIMITS)\nopener.open(Path(sys.argv[1]), 'page.html')\n"
        "print(opener._worker.id, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(page)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert alive(child)
        parent.kill()
    deadline = time.monotonic() + 10
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(child)


def test_nothing_in_the_current_folder_is_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trafilatura.py").write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    with Opener(DEFAULT_LIMITS) as opener:
        assert opener.open(page, "page.html").layout is not None


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and is not yet waited for does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
