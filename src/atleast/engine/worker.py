"""A process beside this one for work that may kill it: asked over its pipes, stopped at a limit of time.

worker = Worker("atleast.source.child", frozenset({("atleast.source.opened", "Opened")}))
opened = worker.ask(wanted, seconds=120.0, memory=2 << 30)
worker.end()
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from enum import Enum
from typing import IO, Any, cast

from atleast.engine.serving import Request

Records = frozenset[tuple[str, str]]
"""Module and name of the classes that an answer may be made of."""


class WorkerDied(Exception):
    """The worker ended without an answer; `manner` says how, in words: "by SIGSEGV"."""

    def __init__(self, manner: str) -> None:
        super().__init__(manner)
        self.manner = manner


class OutOfTime(WorkerDied):
    """The worker was stopped at the limit of time: trying again would take as long."""


class Worker:
    """A running worker; `module` has the `main` that serves in it. Not for use by several threads at once."""

    def __init__(self, module: str, records: Records, environment: Mapping[str, str] | None = None) -> None:
        self._records = records
        self.asked = 0
        """How many requests it was given."""
        # -P: a file called lxml.py in the current folder must not be imported.
        self._process = subprocess.Popen(  # noqa: S603 - a module of our own
            [sys.executable, "-P", "-c", f"from {module} import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )

    @property
    def id(self) -> int:
        """The id of the process."""
        return self._process.pid

    def ask(self, what: object, seconds: float, memory: int) -> Any:
        """What the worker answers. Raises WorkerDied where it ends without an answer, OutOfTime where it takes too long."""
        self.asked += 1
        request = pickle.dumps(Request(what, seconds, memory), protocol=5)
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(request)
        except Exception as error:  # whatever stands in a pipe that something hostile may have written to
            manner = self._manner_of_death()
            raise (OutOfTime(manner) if late.is_set() else WorkerDied(manner)) from error
        finally:
            timer.cancel()

    def _exchange(self, request: bytes) -> Any:
        requests, answers = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        requests.write(request)
        requests.flush()
        return AnswerReader(answers, self._records).load()

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


class AnswerReader(pickle.Unpickler):
    """Unpickles records of known classes and nothing else, lest a worker that hostile input took over runs code here."""

    def __init__(self, answers: IO[bytes], records: Records) -> None:
        super().__init__(answers)
        self._records = records

    def find_class(self, module: str, name: str) -> object:
        """The class of a record."""
        if (module, name) == ("builtins", "getattr"):
            return _member  # by which some versions of Python 3.11 pickle the members of enumerations
        if (module, name) not in self._records:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return super().find_class(module, name)


def _member(kind: object, name: str) -> Enum:
    if not (isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__):
        raise pickle.UnpicklingError(f"{name} is no member of an enumeration")
    return kind[name]
