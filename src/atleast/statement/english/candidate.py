"""A word that may tell of an event, with what the conditions of the lexicons ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.statement.english.names import Names
from atleast.statement.english.page import Passage
from atleast.statement.english.tree import Word
from atleast.statement.english.triggers import Trigger


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A word that tells of an event: which one, its span, whether it is denied, and to whom it happens (heads of phrases)."""

    word: Word
    trigger: Trigger
    start: int
    end: int
    denied: bool
    affected: tuple[Word, ...]
    implied: bool = False
    """Whether it is told without a subject, of whom the entry is about: "Arrested on 3 May."."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A word and one entry that it may be told by."""

    word: Word
    trigger: Trigger
    affected: Sequence[Word]
    following: str
    """What follows in the clause, in small letters after a space; empty for nouns."""
    passage: Passage
    names: Names
    before: Sequence[Told]
    """What the paragraph has told already."""
    about_sanctions: bool = False
    """Whether the page speaks of sanctions."""
    implied: bool = False
    """As in `Told`."""

    def is_named(self, word: Word) -> bool:
        """Whether a word is part of a person's name."""
        return self.names.at(self.passage, word) is not None
