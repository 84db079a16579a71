"""A worker process: what it dies of is told, what it answers is made of records alone."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from atleast.engine.worker import AnswerReader, OutOfTime, Worker, WorkerDied
from atleast.limits import MIB
from atleast.model.words import Polarity
from tests.support import workers

ROOT = Path(__file__).parents[3]
WORDS = frozenset({("atleast.model.words", "Polarity")})


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker("tests.support.workers", WORDS, {"PYTHONPATH": str(ROOT)})
    yield made
    made.end()


def ask(worker: Worker, what: Callable[[], object], seconds: float = 60.0, memory: int = 2048 * MIB) -> object:
    return worker.ask(what, seconds, memory)


def test_one_worker_answers_many_questions(worker: Worker) -> None:
    assert ask(worker, workers.denied) is Polarity.DENIED
    assert ask(worker, os.getpid) == worker.id
    assert worker.asked == 2


def test_what_is_printed_is_no_answer(worker: Worker) -> None:
    assert ask(worker, workers.talk) == "said"


@pytest.mark.parametrize(
    ("what", "manner"), [(workers.crash, "by SIGSEGV"), (workers.leave, "without an answer"), (workers.fail, "without an answer")]
)  # fmt: skip
def test_how_it_died_is_told(what: Callable[[], object], manner: str, worker: Worker) -> None:
    with pytest.raises(WorkerDied) as caught:
        ask(worker, what)
    assert caught.value.manner == manner
    assert not isinstance(caught.value, OutOfTime)


def test_it_is_stopped_at_the_limit_of_time(worker: Worker) -> None:
    ask(worker, os.getpid)
    with pytest.raises(OutOfTime):
        ask(worker, workers.hang, seconds=0.2)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say how much memory is used")
def test_it_gets_no_more_memory_than_it_may_have(worker: Worker) -> None:
    assert ask(worker, workers.swell, memory=2048 * MIB) == 400 * MIB
    with pytest.raises(WorkerDied):
        ask(worker, workers.swell, memory=200 * MIB)


def test_a_class_that_is_no_record_is_refused(worker: Worker) -> None:
    with pytest.raises(WorkerDied) as caught:
        ask(worker, workers.intrude)
    assert isinstance(caught.value.__cause__, pickle.UnpicklingError)


def answer(data: bytes) -> object:
    return AnswerReader(io.BytesIO(data), WORDS).load()


def by_name(kind: str, name: str) -> bytes:
    """A member of an enumeration as Python 3.11.2 pickles it; `kind` is "module name"."""
    return f"cbuiltins\ngetattr\n(c{kind.replace(' ', chr(10))}\nV{name}\ntR.".encode()


def test_members_of_enumerations_are_records_however_they_are_pickled() -> None:
    assert answer(by_name("atleast.model.words Polarity", "DENIED")) is Polarity.DENIED


@pytest.mark.parametrize(
    "data", [by_name("atleast.model.words Polarity", "mro"), by_name("os system", "__call__"), pickle.dumps(os.system)]
)
def test_nothing_else_is(data: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        answer(data)
