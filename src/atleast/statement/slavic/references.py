"""Whom a page speaks of, as it goes on: persons and groups, the last named together, who speaks, and whose case it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atleast.statement.slavic.mentions import Mention, Person
from atleast.statement.slavic.names import Names
from atleast.statement.slavic.page import Page


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who fills a role: a person, or people by a noun phrase."""

    name: str
    person: Person | None = field(default=None, compare=False)
    number: str = "s"
    noun_gender: str = field(default="", compare=False)

    @property
    def gender(self) -> str:
        """ "f" or "m": of the person, or of the noun."""
        return self.person.gender if self.person is not None else self.noun_gender


@dataclass(slots=True, eq=False)
class Candidate:
    """Words `[first:last]` that may fill a role, with the cases that they may be in."""

    first: int
    last: int
    cases: frozenset[str]
    number: str
    gender: str
    kind: str
    """name, noun, pronoun, relative, possessive."""
    mention: Mention | None = None
    is_actor: bool = False
    """Whether it is somebody in office: a judge, an investigator."""
    parties: tuple[Party, ...] = ()
    lemma: str = ""
    """Of a noun that stands alone, its dictionary form."""
    anyone: bool = False
    """Whether the noun may be said of any woman or man who was spoken of."""


@dataclass(slots=True, eq=False)
class Discourse:
    """Whom the page has spoken of so far."""

    page: Page
    names: Names
    recent: list[Party] = field(default_factory=list)
    """Persons and groups in the order in which they were spoken of, the last one last."""
    speaker: Party | None = None
    rows: list[tuple[str, tuple[Party, ...]]] = field(default_factory=list)
    """Those who were named together, with the noun before them: ("брат", (Андрэй, Павел))."""
    case: tuple[Party, ...] = ()
    """To whom the last step of a case happened."""
    me: Party | None = None
    """Who says "I" in the sentence that is being read."""
    turn: Party | None = None
    """Who speaks in the turn that is being read."""
    speaking: frozenset[str] = frozenset()
    """Names of those who speak in the sentence that is being read."""

    def row(self, lemma: str = "") -> tuple[Party, ...]:
        """Those who were named together last, under that noun where one is given."""
        return next((parties for head, parties in reversed(self.rows) if not lemma or head == lemma), ())

    def note(self, parties: Sequence[Party]) -> None:
        """Remember that these were spoken of."""
        for party in parties:
            if party in self.recent:
                self.recent.remove(party)
            self.recent.append(party)

    def last(self, number: str = "s", gender: str = "", *, persons: bool = False) -> tuple[Party, ...]:
        """The last one spoken of who may be meant; for "they", the last group, or the persons named together last."""
        if number == "p":
            row = self.row()
            groups = [party for party in self.recent if party.number == "p" and party not in row]
            since = max((self.recent.index(party) for party in row if party in self.recent), default=-1)
            return row if row and not (groups and self.recent.index(groups[-1]) > since) else tuple(groups[-1:])
        for party in reversed(self.recent):
            if party.name in self.speaking:
                continue
            if (
                party.number == "s"
                and (not gender or not party.gender or party.gender == gender)
                and (party.person or not persons)
            ):
                return (party,)
        return ()

    def ahead(self, gender: str) -> tuple[Party, ...]:
        """Where nobody has been named yet, the first who will be: "Её задержали на границе"."""
        if any(party.person for party in self.recent):
            return ()
        ahead = sorted(self.names.persons, key=lambda person: (person.mentions[0].passage, person.mentions[0].first))
        return next(
            ((party_of(person),) for person in ahead if not gender or not person.gender or person.gender == gender), ()
        )


def party_of(person: Person) -> Party:
    """A person as a party."""
    return Party(person.name, person)
