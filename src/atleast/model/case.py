"""A case: one person's deprivation of liberty or other violation, as dated steps."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.model.edtf import Days
from atleast.model.person import Person
from atleast.model.statement import When
from atleast.model.words import EventType


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened in a case, with every statement that says so.

    Versions that differ in their date stand as separate steps beside each other; none is thrown away.
    """

    type: EventType
    when: When | None
    """The date as sources give it; None where none gives one."""
    days: Days
    """The days it may have been: from the date, or, without one, up to the day on which a source first told it."""
    statements: tuple[str, ...]
    """Ids of statements, in the order of the record."""


@dataclass(frozen=True, slots=True)
class Case:
    """One episode of one person: from an arrest, charge or sentence to the release, exile or death that ends it."""

    id: str
    """The person's key and the number of the episode: "ales-bialiatski/1"."""
    person: Person
    steps: tuple[Step, ...]
    """In order of time; undated steps stand where the day they were told puts them."""
    denials: tuple[str, ...] = ()
    """Ids of the statements by which somebody says that something of the kind did not happen to this person."""
