"""A person: the mentions that are taken to be the same human being."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One row per human being, as far as is known.

    `key` is what the mentions share (the folded name); `name` is the form shown first, `names` all the forms in use.
    """

    key: str
    name: str
    names: tuple[str, ...]
    statements: tuple[str, ...]
    """Ids of the statements that name the person, in the order of the record."""
