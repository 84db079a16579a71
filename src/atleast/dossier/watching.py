"""How far a long piece of work has come, for whoever wants to show it."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Told of each unit of work that is done."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """`done` of `total` units of `what` are done."""


def silent(what: str, done: int, total: int) -> None:
    """Watch nothing."""
