"""Reading with several processes: in order, whatever is read first; what kills a process costs its own text alone."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from atleast.engine.worker import WorkerDied
from atleast.limits import DEFAULT_LIMITS, MIB, Limits
from atleast.model.words import PartKind
from atleast.statement import crew
from atleast.statement.batch import Batch, Said
from atleast.statement.crew import Crew
from atleast.statement.reader import reader_for
from tests.support.readers import Moody, a_text, arrest

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _workers_find_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    found = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), *([found] if found else [])]))


def batch(*names: str) -> Batch:
    return Batch(PartKind.BODY, Moody(), tuple(a_text(name) for name in names))


def read(batches: Sequence[Batch], processes: int = 2, limits: Limits = DEFAULT_LIMITS) -> dict[str, Said]:
    """What is said in each text, by its name, in the order in which it comes."""
    with Crew(processes, limits) as at_work:
        return {
            text.source.name: one
            for each, said in at_work.read(batches)
            for text, one in zip(each.texts, said, strict=True)
        }


def test_batches_come_in_the_order_given_whichever_is_read_first() -> None:
    names = ["slow 1", "2", "3", "slow 4", "5", "6"]
    for processes in (1, 2, 4):
        said = read([batch(name, f"{name} too") for name in names], processes)
        assert list(said) == [each for name in names for each in (name, f"{name} too")]
        assert said["slow 4"] == Said((arrest(a_text("slow 4")),))


def test_few_batches_are_held_at_a_time() -> None:
    made: list[int] = []

    def batches() -> Iterator[Batch]:
        for number in range(50):
            made.append(number)
            yield batch(str(number))

    with Crew(2, DEFAULT_LIMITS) as at_work:
        for number, _ in enumerate(at_work.read(batches())):
            assert len(made) <= number + 2 * crew._AHEAD
    assert len(made) == 50


@pytest.mark.parametrize(
    ("mood", "told"),
    [
        ("crash", "its process ended by SIGSEGV"),
        ("leave", "its process ended without an answer"),
        ("fail", "ValueError"),
        ("lie", "InvalidRecord"),
        ("say", "AttributeError"),
    ],
)
def test_a_text_that_does_harm_costs_that_text_alone(mood: str, told: str) -> None:
    said = read([batch("a", f"{mood} 1", "b"), batch(f"{mood} 2"), batch("c")])
    assert list(said) == ["a", f"{mood} 1", "b", f"{mood} 2", "c"]
    for name, one in said.items():
        if name.startswith(mood):
            assert (one.failed, one.statements) == (True, ())
            assert told in (one.problem or "")
        else:
            assert one == Said((arrest(a_text(name)),))


def test_a_text_that_hangs_is_given_up() -> None:
    limits = replace(DEFAULT_LIMITS, reading_seconds=5.0)
    said = read([batch("a", "hang", "b"), batch("c")], limits=limits)
    assert [name for name, one in said.items() if one.failed] == ["hang"]
    assert "it took longer than 5 seconds" in (said["hang"].problem or "")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not say how much memory is used")
def test_a_text_that_takes_too_much_memory_is_given_up() -> None:
    limits = replace(DEFAULT_LIMITS, reading_bytes=600 * MIB)
    said = read([batch("a", "swell", "b")], limits=limits)
    assert [name for name, one in said.items() if one.failed] == ["swell"]
    assert "MemoryError" in (said["swell"].problem or "")


def test_longer_texts_may_take_longer() -> None:
    seat = crew._Seat(replace(DEFAULT_LIMITS, reading_seconds=10.0))
    long = replace(a_text("long"), text="x" * 250_000)
    assert seat._seconds(batch("short")) == 10
    assert seat._seconds(Batch(PartKind.BODY, Moody(), (long, long))) == 60


def test_a_worker_that_has_read_much_makes_room_for_a_fresh_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_MOST_READ", 50)
    seat = crew._Seat(DEFAULT_LIMITS)
    first, second = batch("1"), batch("2")
    seat.read(first)
    worker = seat._worker
    assert worker is not None
    seat.read(second)
    assert seat._worker is None
    seat.close()


def test_a_worker_that_died_in_between_is_replaced() -> None:
    seat = crew._Seat(DEFAULT_LIMITS)
    seat.read(batch("1"))
    assert seat._worker is not None
    os.kill(seat._worker.id, signal.SIGKILL)
    assert seat.read(batch("2")) == [Said((arrest(a_text("2")),))]
    seat.close()


NONSENSE: list[object] = [
    None, [], [None], [Said(), Said()], [Said((arrest(a_text("other")),))], [Said((3,))]  # type: ignore[arg-type]
]  # fmt: skip


@pytest.mark.parametrize("answer", NONSENSE)
def test_what_a_worker_was_made_to_say_is_no_answer(answer: object) -> None:
    with pytest.raises(WorkerDied):
        crew._checked(answer, batch("mine"))


def test_whoever_stops_reading_leaves_no_worker_behind() -> None:
    began = time.monotonic()
    with Crew(2, DEFAULT_LIMITS) as at_work:
        for _ in at_work.read([batch("a"), batch("hang"), batch("hang too"), batch("b")]):
            workers = [seat._worker for seat in at_work._seats]
            break
    assert time.monotonic() - began < 30
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("reading")]
    assert all(worker is None or worker._process.poll() is not None for worker in workers)


@pytest.mark.parametrize("language", ["en", "ru", "be", "uk"])
def test_a_reader_takes_nothing_that_it_loaded_along(language: str) -> None:
    reader = reader_for(language)
    assert pickle.loads(pickle.dumps(reader)) is reader  # noqa: S301 - our own
    assert len(pickle.dumps(reader)) < 100
