"""Files opened safely: text, JSON and CSV here, every other format in a worker process that a bad file may kill.

    with Opener(limits) as opener:
        opened = opener.open(path, "press/2023-05-12.html")

One worker serves many files. A file on which it crashes, hangs or runs out of memory costs that file alone.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from atleast import errors
from atleast.engine.worker import OutOfTime, Worker, WorkerDied
from atleast.errors import AtleastError, ReaderFailed
from atleast.limits import Limits
from atleast.source.child import Refusal, Request
from atleast.source.kinds import is_harmless
from atleast.source.layout import open_source
from atleast.source.opened import Opened

_CHILD = "atleast.source.child"
_RECORDS = frozenset(
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
        self._worker: Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker process, if there is one."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def open(self, path: Path, name: str, declared: str | None = None) -> Opened:
        """What `layout.open_source` gives for the file. Raises subclasses of UnreadableSource, and StorageFull.

        A worker that fails on a file after it has served others is replaced, and the file is tried once more: what an
        earlier file left behind must not count against it.
        """
        with contextlib.suppress(OSError):
            if is_harmless(path, name):
                return open_source(path, name, self._limits, declared=declared)
        request = Request(str(path), name, declared, self._limits)
        used = self._worker is not None
        try:
            return self._ask(request)
        except ReaderFailed as failure:
            if not used or isinstance(failure.__cause__, OutOfTime):
                raise
        return self._ask(request)

    def _ask(self, request: Request) -> Opened:
        worker = self._worker = self._worker or Worker(_CHILD, _RECORDS)
        try:
            answer = worker.ask(request, request.limits.reader_seconds, request.limits.reader_bytes)
        except WorkerDied as death:
            self.close()
            raise _failure(request, death) from death
        if isinstance(answer, Refusal):
            error = _raisable(answer)
            if isinstance(error, ReaderFailed):
                self.close()
            raise error
        return cast("Opened", answer)


def _failure(request: Request, death: WorkerDied) -> ReaderFailed:
    if isinstance(death, OutOfTime):
        return ReaderFailed(
            f"{request.name} was not read within {request.limits.reader_seconds:g} seconds.",
            remedy="Split the file, or raise reader_seconds under [limits] in mandate.toml.",
        )
    return ReaderFailed(
        f"The reader of {request.name} ended {death.manner}.",
        remedy="The file is damaged or made to do harm. Save it anew in another program and add that.",
    )


def _raisable(refusal: Refusal) -> AtleastError:
    kind = getattr(errors, refusal.error)
    error = cast("AtleastError", kind(refusal.problem, remedy=refusal.remedy))
    if refusal.cause:
        error.__cause__ = RuntimeError(refusal.cause)
    return error
