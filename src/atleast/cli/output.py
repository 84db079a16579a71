"""What the commands print: plain lines for people, JSON for programs, a bar for what takes longer than two seconds."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from atleast.dossier.watching import Watch, silent

if TYPE_CHECKING:
    from rich.progress import Progress

_SHOWN_AFTER = 2.0
"""Seconds of work before a bar is worth its place."""
_ODD = {
    letter: f"\\u{letter:04x}"
    for letter in (*range(32), 127, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def say(line: str = "") -> None:
    """Print a line of the answer. What a terminal would obey or reorder, it shows."""
    print(shown(line))


def shown(text: str) -> str:
    """The text with control characters and direction marks written out."""
    return text.translate(_ODD)


def say_json(answer: Any) -> None:
    """Print an answer for a program."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))


@contextlib.contextmanager
def watching() -> Iterator[Watch]:
    """A watch that shows a bar on a terminal once the work has taken two seconds; none elsewhere."""
    if not sys.stderr.isatty():
        yield silent
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    """A bar for each kind of work, begun when it is worth it."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._progress: Progress | None = None
        self._tasks: dict[str, Any] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._progress is None:
            if time.monotonic() - self._started < _SHOWN_AFTER:
                return
            self._progress = _begin()
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._progress is not None:
            self._progress.stop()


def _begin() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.start()
    return progress
