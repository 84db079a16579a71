"""Whom a lead leaves unnamed: "a court jailed the editor of a newspaper. Alena Marozava, 46, was convicted of ..."."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Party
from atleast.statement.english.events import Happening
from atleast.statement.english.names import Names, Person

_OF_ONE_CASE = (
    frozenset(
        {EventType.SENTENCE, EventType.TRIAL, EventType.CHARGE, EventType.ARREST, EventType.FINE, EventType.APPEAL}
    ),
    frozenset({EventType.DEATH_IN_CUSTODY, EventType.DENIAL_OF_MEDICAL_CARE, EventType.SENTENCE, EventType.ARREST}),
    frozenset({EventType.KILLING}),
    frozenset({EventType.DISAPPEARANCE, EventType.ARREST}),
    frozenset({EventType.RELEASE, EventType.PARDON, EventType.SENTENCE}),
    frozenset({EventType.DISMISSAL}),
    frozenset({EventType.DEPORTATION, EventType.ARREST}),
)
_NEAR = 4
"""How many events on the name may stand."""


def name_the_unnamed(events: Sequence[Happening], names: Names) -> None:
    """Take a person without a name to the one whom the next events of the case name for the first time."""
    for number, event in enumerate(events):
        party = event.subjects[0] if len(event.subjects) == 1 else None
        if party is None or not _is_somebody(party):
            continue
        person = _named_next(event, events[number + 1 : number + 1 + _NEAR], names)
        if person is None:
            continue
        named = Party(person.name, person)
        for other in events:
            other.subjects = tuple(dict.fromkeys(named if one == party else one for one in other.subjects))


def _is_somebody(party: Party) -> bool:
    """One person, by a role and an article: "the editor of a newspaper", "a man"."""
    role = lexicons.values("people").get(party.noun) in ("role", "case")
    return (
        party.person is None
        and not party.plural
        and role
        and party.name.split(" ", 1)[0].lower() in ("a", "an", "the", "one")
    )


def _named_next(event: Happening, following: Sequence[Happening], names: Names) -> Person | None:
    for later in following:
        one_case = any({event.type, later.type} <= types for types in _OF_ONE_CASE)
        person = later.subjects[0].person if len(later.subjects) == 1 else None
        near = later.passage.number - event.passage.number <= 1
        if one_case and person is not None and near and _is_new(person, event, names):
            return person
    return None


def _is_new(person: Person, event: Happening, names: Names) -> bool:
    """Whether the text names somebody for the first time behind an event."""
    for passage in names.mentions[: event.passage.number + 1]:
        if any(mention.person is person and mention.start < event.told.start for mention in passage):
            return False
    return True
