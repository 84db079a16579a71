"""The process that runs the parsers of hostile formats: a worker that opens one file after the other; `opening` asks it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from atleast.engine.serving import Answer, serve
from atleast.errors import ReaderFailed, StorageFull, UnreadableSource
from atleast.limits import Limits
from atleast.source.layout import open_source
from atleast.source.opened import Opened


@dataclass(frozen=True, slots=True)
class Request:
    """A file to open, as `open_source` takes it."""

    path: str
    name: str
    declared: str | None
    limits: Limits


@dataclass(frozen=True, slots=True)
class Refusal:
    """An UnreadableSource, or a full disk, on its way between processes."""

    error: str
    """Name of the class in errors.py."""
    problem: str
    remedy: str
    cause: str | None


def main() -> None:
    """Open files as long as there is somebody who asks."""
    serve(_answer)


def _answer(request: Request) -> Answer:
    opened = _open(request)
    out_of_memory = isinstance(opened, Refusal) and opened.error == ReaderFailed.__name__
    return Answer(opened, last=out_of_memory)  # the next file gets a fresh process


def _open(request: Request) -> Opened | Refusal:
    try:
        return open_source(Path(request.path), request.name, request.limits, declared=request.declared)
    except (UnreadableSource, StorageFull) as error:
        cause = f"{type(error.__cause__).__name__}: {error.__cause__}" if error.__cause__ else None
        return Refusal(type(error).__name__, error.problem, error.remedy, cause)
