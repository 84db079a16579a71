"""The child process that runs the parsers of hostile formats, asked over its pipes; `opening` starts it.

It answers one request after the other, each within limits of memory and time, and ends when its parent does: at the end of
its standard input, when it notices another parent, or by the alarm that each request sets.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from atleast.errors import ReaderFailed, StorageFull, UnreadableSource
from atleast.limits import Limits
from atleast.source.layout import open_source
from atleast.source.opened import Opened

_GRACE = 5.0
"""Seconds after which a child whose parent did not stop it stops itself."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file to open, as `open_source` takes it."""

    path: str
    name: str
    declared: str | None
    limits: Limits


@dataclass(frozen=True, slots=True)
class Refusal:
    """An UnreadableSource, or a full disk, on its way between processes."""

    error: str
    """Name of the class in errors.py."""
    problem: str
    remedy: str
    cause: str | None


def main() -> None:
    """Answer requests from standard input until it ends. What a library prints goes nowhere."""
    requests, answers = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    while True:
        try:
            request: Request = pickle.load(requests)  # noqa: S301 - from our own parent
        except EOFError:
            return
        _limit(request.limits)
        answer = _answer(request)
        pickle.dump(answer, answers, protocol=5)
        answers.flush()
        _alarm(0)
        if isinstance(answer, Refusal) and answer.error == ReaderFailed.__name__:
            return  # out of memory: the next file gets a fresh process


def _answer(request: Request) -> Opened | Refusal:
    try:
        return open_source(Path(request.path), request.name, request.limits, declared=request.declared)
    except (UnreadableSource, StorageFull) as error:
        cause = f"{type(error.__cause__).__name__}: {error.__cause__}" if error.__cause__ else None
        return Refusal(type(error).__name__, error.problem, error.remedy, cause)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, taken away from whatever else reads standard input or writes to standard output."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    sys.stdout = sys.stderr
    return requests, answers


def _limit(limits: Limits) -> None:
    """Bound memory (where the system says how much is used) and time for the next file."""
    _alarm(limits.reader_seconds + _GRACE)
    with contextlib.suppress(ImportError, OSError, ValueError, IndexError):
        import resource  # not on every system

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + limits.reader_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)
