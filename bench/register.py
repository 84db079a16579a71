"""The register at scale: a million steps of 200,000 people, counted on any day, as known on any day, month by month."""

from __future__ import annotations

import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import pairwise

import pyarrow as pa

from atleast.engine.counting import FAR_AHEAD, LONG_AGO, Counter, Fact, Role
from bench.measuring import show

_PEOPLE, _STEPS, _ROUNDS = 200_000, 1_000_000, 9
_FIRST, _LAST = date(2020, 8, 1), date(2030, 8, 1)
_ARREST, _SENTENCE, _RELEASE = 0, 4, 7


def run() -> int:
    """Print times, memory and ratios beside what they may be; 1 where one is more.

    Times are CPU seconds of both threads together: what others do on the machine does not lengthen them, and two idle cores
    take at most as long by the clock.
    """
    print(f"\n== A register of {_STEPS:,} steps of {_PEOPLE:,} people, two threads, CPU seconds")
    table = _table(_facts(_STEPS))
    began = time.process_time()
    counter = Counter(table, threads=2, memory=1 << 30)
    counter.on(_LAST)
    show("loading the facts and the first count", time.process_time() - began, "s")
    del table
    days = [date(2020 + year, month, 15) for year in range(1, 10) for month in (1, 7)]
    now = max(_timed(partial(counter.on, day)) for day in days)
    then = max(_timed(partial(counter.on, day, earlier)) for earlier, day in pairwise(days))
    months = [date(2020 + (7 + number) // 12, (7 + number) % 12 + 1, 28) for number in range(120)]
    empty = Counter(threads=2, memory=1 << 30)
    good = [
        show("an as-of count by what is known now, slowest of 18", now, "s", at_most=0.3),
        show("an as-of count as known half a year before, slowest of 17", then, "s", at_most=0.3),
        show("120 months, floor and ceiling, known now", _median(partial(counter.series, months)), "s", at_most=2),
        show("120 months, floor, each as known then", _median(partial(counter.series_then, months)), "s", at_most=2),
        show("one step more: full against empty", _adding(counter) / _adding(empty), "", at_most=1.5),
        show("the first count after one step more", _after_one(counter), "s"),
        show(
            "peak memory of the process", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB", at_most=2048
        ),
    ]
    return 0 if all(good) else 1


def _adding(counter: Counter) -> float:
    """The median time to take in one step more."""
    step = Fact(_PEOPLE + 1, Role.START, _ARREST, 741_000, 741_000, firm=True)
    return statistics.median(_timed(partial(counter.add, [step])) for _ in range(500))


def _after_one(counter: Counter) -> float:
    counter.on(_LAST)
    counter.add([Fact(_PEOPLE + 2, Role.START, _ARREST, 741_000, 741_000, firm=True)])
    return _timed(partial(counter.on, _LAST))


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_timed(work) for _ in range(3))


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _facts(number: int) -> Iterator[tuple[int, ...]]:
    """Lives of about five steps: taken, sentenced, freed, some taken again, told days to years later, some of it vaguely."""
    chance, first, last = random.Random(7), _FIRST.toordinal(), _LAST.toordinal()  # noqa: S311
    made = 0
    for person in range(_PEOPLE):
        steps = number * (person + 1) // _PEOPLE - made
        made += steps
        days = sorted(chance.randint(first, last) for _ in range(steps))
        kinds = [(_ARREST, Role.START), (_SENTENCE, Role.START), (_RELEASE, Role.END)]
        for at, day in enumerate(days):
            kind, role = kinds[at % 3]
            vague = chance.random()
            earliest = LONG_AGO if vague < 0.02 else day
            latest = day + 30 if vague > 0.85 else day
            known = min(last, latest + int(chance.expovariate(1 / 60)))
            yield person, role, kind, earliest, latest, int(chance.random() > 0.05), known, FAR_AHEAD


def _table(facts: Iterator[tuple[int, ...]]) -> pa.Table:
    columns = list(zip(*facts, strict=True))
    names = ("person", "role", "kind", "earliest", "latest", "firm", "known_from", "known_to")
    types = (pa.int64(), pa.int8(), pa.int8(), pa.int32(), pa.int32(), pa.bool_(), pa.int32(), pa.int32())
    arrays = [
        pa.array(map(bool, column) if name == "firm" else column, kind)
        for name, kind, column in zip(names, types, columns, strict=True)
    ]
    return pa.table(dict(zip(names, arrays, strict=True)))
