"""The inside of a worker process: it answers one request after the other over its pipes; `worker` starts it.

Each request is answered within limits of memory and time. The process ends when its parent does: at the end of its
standard input, when it notices another parent, or by the alarm that each request sets.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_GRACE = 5.0
"""Seconds after which a worker whose parent did not stop it stops itself."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, and what answering it may take."""

    asked: Any
    seconds: float
    """Wall time."""
    memory: int
    """Address space beyond what is taken when the request comes, in bytes; where the system can say."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered; `last` where the process ends after it, because it is not what it was any more."""

    given: Any
    last: bool = False


def serve(answer: Callable[[Any], Answer]) -> None:
    """Answer requests from standard input until it ends. What a library prints goes nowhere."""
    requests, answers = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    while True:
        try:
            request: Request = pickle.load(requests)  # noqa: S301 - from our own parent
        except EOFError:
            return
        _alarm(request.seconds + _GRACE)
        _bound(request.memory)
        made = answer(request.asked)
        pickle.dump(made.given, answers, protocol=5)
        answers.flush()
        _alarm(0)
        if made.last:
            return


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, taken away from whatever else reads standard input or writes to standard output."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    sys.stdout = sys.stderr
    return requests, answers


def _bound(memory: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError, IndexError):
        import resource  # not on every system

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)
