"""Files opened safely: text, JSON and CSV here, every other format in a child process that a bad file may kill.

    with Opener(limits) as opener:
        opened = opener.open(path, "press/2023-05-12.html")

One child serves many files. A file on which it crashes, hangs or runs out of memory costs that file alone.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from atleast import errors
from atleast.errors import AtleastError, ReaderFailed
from atleast.limits import Limits
from atleast.source.child import Refusal, Request
from atleast.source.kinds import is_harmless
from atleast.source.layout import open_source
from atleast.source.opened import Opened

# The only things that an answer may be made of, lest a child that a hostile file has taken over runs code in its parent.
_ANSWERS = frozenset(
    {
        ("atleast.source.opened", "Opened"),
        ("atleast.source.opened", "Member"),
        ("atleast.source.child", "Refusal"),
        ("atleast.model.source", "Layout"),
        ("atleast.model.source", "Part"),
        ("atleast.model.source", "Credit"),
        ("atleast.model.words", "PartKind"),
    }
)


class Opener:
    """Opens files one after the other; not for use by several threads at once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child process, if there is one."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def open(self, path: Path, name: str, declared: str | None = None) -> Opened:
        """What `layout.open_source` gives for the file. Raises subclasses of UnreadableSource, and StorageFull.

        A child that fails on a file after it has served others is replaced, and the file is tried once more: what an
        earlier file left behind must not count against it.
        """
        with contextlib.suppress(OSError):
            if is_harmless(path, name):
                return open_source(path, name, self._limits, declared=declared)
        request = Request(str(path), name, declared, self._limits)
        used = self._child is not None
        try:
            return self._ask(request)
        except _OutOfTime:
            raise
        except ReaderFailed:
            if not used:
                raise
        return self._ask(request)

    def _ask(self, request: Request) -> Opened:
        child = self._child = self._child or _Child()
        try:
            return child.ask(request)
        except ReaderFailed:
            self.close()
            raise


class _OutOfTime(ReaderFailed):
    """The child was stopped at the limit of time: trying again would take as long."""


class _Child:
    """A running child process."""

    def __init__(self) -> None:
        # -P: a file called lxml.py in the current folder must not be imported.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from atleast.source.child import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, request: Request) -> Opened:
        """Raises what the child raises, or ReaderFailed where it ends without an answer or takes too long."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(request.limits.reader_seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(request)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if late.is_set():
                raise _OutOfTime(
                    f"{request.name} was not read within {request.limits.reader_seconds:g} seconds.",
                    remedy="Split the file, or raise reader_seconds under [limits] in mandate.toml.",
                ) from error
            raise ReaderFailed(
                f"The reader of {request.name} ended {self._manner_of_death()}.",
                remedy="The file is damaged or made to do harm. Save it anew in another program and add that.",
            ) from error
        finally:
            timer.cancel()
        if isinstance(answer, Refusal):
            raise _raisable(answer)
        return answer

    def _exchange(self, request: Request) -> Opened | Refusal:
        requests, answers = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        pickle.dump(request, requests, protocol=5)
        requests.flush()
        return cast("Opened | Refusal", _AnswerReader(answers).load())

    def _manner_of_death(self) -> str:
        self._process.kill()
        code = self._process.wait()
        if code < 0 and code != -signal.SIGKILL:
            with contextlib.suppress(ValueError):
                return f"by {signal.Signals(-code).name}"
        return "without an answer"

    def end(self) -> None:
        """Stop the process and let go of its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast("IO[bytes]", pipe).close()
        self._process.wait()


class _AnswerReader(pickle.Unpickler):
    """Unpickles answers and nothing else."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in _ANSWERS:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return super().find_class(module, name)


def _raisable(refusal: Refusal) -> AtleastError:
    kind = getattr(errors, refusal.error)
    error = cast("AtleastError", kind(refusal.problem, remedy=refusal.remedy))
    if refusal.cause:
        error.__cause__ = RuntimeError(refusal.cause)
    return error
