"""An event on its way to a statement."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.model.statement import Event, When
from atleast.model.words import EventType, Ground
from atleast.statement.slavic.page import Passage, Sentence
from atleast.statement.slavic.references import Party
from atleast.statement.slavic.triggers import Trigger


@dataclass(slots=True, eq=False)
class Happening:
    """An event on its way to a statement: its date may still come from where the text tells it again."""

    trigger: Trigger
    passage: Passage
    sentence: Sentence
    subjects: tuple[Party, ...]
    denied: bool
    authority: str | None = None
    facility: str | None = None
    place: str | None = None
    date: When | None = None
    article: tuple[str, ...] = ()
    penalty: str | None = None
    grounds: tuple[Ground, ...] = ()
    date_at: int = -1
    """Where its own sentence has its date."""

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return self.trigger.type

    @property
    def language(self) -> str:
        """The language of its word."""
        return self.trigger.language

    def content(self) -> Event:
        """The record."""
        persons = tuple(party.person.nominative for party in self.subjects if party.person is not None)
        names = tuple(party.name for party in self.subjects)
        return Event(
            self.type,
            names,
            persons,
            self.authority,
            self.facility,
            self.place,
            self.date,
            self.article,
            self.penalty,
            self.grounds,
        )
