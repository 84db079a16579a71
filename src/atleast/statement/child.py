"""The process that reads beside others: a worker that reads one batch after the other; `crew` asks it."""

from __future__ import annotations

from atleast.engine.serving import Answer, serve
from atleast.statement.batch import Batch, said_of


def main() -> None:
    """Read as long as there is somebody who asks."""
    serve(_answer)


def _answer(batch: Batch) -> Answer:
    return Answer(list(said_of(batch)))
