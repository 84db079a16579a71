"""Reading with several processes, each within limits of memory and time: batches in, what is said in them out, in order.

    with Crew(processes=4, limits) as crew:
        for batch, said in crew.read(batches):
            ...

A text that crashes its process, hangs it or fills its memory costs that text alone: the others of its batch are read once
more, each by itself. Only a few batches are held at a time, whichever takes longest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from atleast.engine.worker import OutOfTime, Worker, WorkerDied
from atleast.errors import InvalidRecord
from atleast.limits import Limits
from atleast.model.statement import check_all
from atleast.statement.batch import Batch, Said, failure

_CHILD = "atleast.statement.child"
_RECORDS = frozenset(
    {("atleast.statement.batch", "Said")}
    | {("atleast.model.statement", name) for name in "Statement Link When Event Count Position Contact".split()}
    | {("atleast.model.words", name) for name in "Bound Certainty ChainRole EventType FigureKind Ground Polarity Stance".split()}
)  # fmt: skip
# One thread each: more would only fight for the cores that the other workers use.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_AHEAD = 3
"""Batches for each process that are under way or waiting to be recorded."""
_MOST_READ = 4_000_000
"""Characters after which a worker makes room for a fresh one: a parser remembers every word that it met."""
_SECONDS_FOR = 100_000
"""Characters that are read within `reading_seconds`."""


class Crew:
    """Some workers that read. Use as a context manager: none of them outlives it."""

    def __init__(self, processes: int, limits: Limits) -> None:
        self._seats = [_Seat(limits) for _ in range(processes)]
        self._free: SimpleQueue[_Seat] = SimpleQueue()
        for seat in self._seats:
            self._free.put(seat)
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="reading")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._close()
        self._threads.shutdown()
        self._close()  # of a worker that had just begun

    def _close(self) -> None:
        for seat in self._seats:
            seat.close()

    def read(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, list[Said]]]:
        """Each batch with what is said in each of its texts, in the order given, whichever is read first."""
        rest = iter(batches)
        under_way: deque[tuple[Batch, Future[list[Said]]]] = deque()
        for batch in islice(rest, _AHEAD * len(self._seats)):
            under_way.append((batch, self._threads.submit(self._said, batch)))
        while under_way:
            batch, said = under_way.popleft()
            yield batch, said.result()
            for following in islice(rest, 1):
                under_way.append((following, self._threads.submit(self._said, following)))

    def _said(self, batch: Batch) -> list[Said]:
        seat = self._free.get()
        try:
            return seat.read(batch)
        finally:
            self._free.put(seat)


class _Seat:
    """A place for one worker, which is replaced when it died or has read much."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._worker: Worker | None = None
        self._read = 0
        self._closed = False

    def close(self) -> None:
        """Let nobody sit here any more."""
        self._closed = True
        self._leave()

    def read(self, batch: Batch) -> list[Said]:
        """What is said in each text; where the worker dies of one, the texts are read by themselves to find it out."""
        if len(batch.texts) > 1:
            try:
                return self._ask(batch)
            except WorkerDied:
                pass
        return [self._alone(replace(batch, texts=(text,))) for text in batch.texts]

    def _alone(self, batch: Batch) -> Said:
        fresh = self._worker is None
        try:
            return self._ask(batch)[0]
        except OutOfTime:
            took = f"it took longer than {self._seconds(batch):g} seconds; reading_seconds under [limits] allows more"
            return failure(batch.reader, took)
        except WorkerDied as death:
            if fresh:
                return failure(batch.reader, f"its process ended {death.manner}")
        return self._alone(batch)  # by a fresh worker: what an earlier text left behind must not count against this one

    def _ask(self, batch: Batch) -> list[Said]:
        if self._closed:
            raise RuntimeError("reading was given up")
        worker = self._worker = self._worker or Worker(_CHILD, _RECORDS, _ONE_THREAD)
        try:
            said = _checked(worker.ask(batch, self._seconds(batch), self._limits.reading_bytes), batch)
        except WorkerDied:
            self._leave()
            raise
        self._read += batch.characters
        if self._read > _MOST_READ or any(each.failed for each in said):
            self._leave()
        return said

    def _seconds(self, batch: Batch) -> float:
        return self._limits.reading_seconds * (1 + batch.characters // _SECONDS_FOR)

    def _leave(self) -> None:
        if self._worker is not None:
            self._worker.end()
        self._worker, self._read = None, 0


def _checked(answer: object, batch: Batch) -> list[Said]:
    """The answer, if it is one to the batch; a worker that a text has taken over may say anything. Raises WorkerDied."""
    said = [each for each in answer if isinstance(each, Said)] if isinstance(answer, list) else []
    try:
        for each, text in zip(said, batch.texts, strict=True):
            check_all(each.statements, text)
    except (InvalidRecord, TypeError, AttributeError, ValueError) as error:
        raise WorkerDied("with an answer that is none") from error
    return said
