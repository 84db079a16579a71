"""Contacts: who met, visited or held talks with whom."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.statement import Contact
from atleast.model.words import EventType
from atleast.statement.slavic.happenings import Happening
from atleast.statement.slavic.references import Candidate

_WITH = frozenset("с со з са із зі".split())
_FEWEST = 2


def contact(event: Happening, found: Sequence[Candidate]) -> Contact | None:
    """The contact that a meeting is, where the text names at least two parties to it."""
    if event.type is not EventType.MEETING:
        return None
    words = event.passage.words
    others = [
        party
        for one in found
        if one.kind == "name"
        and any(word.low in _WITH for word in words[max(event.sentence.first, one.first - 5) : one.first])
        for party in one.parties
    ]
    parties = tuple(dict.fromkeys(party.name for party in (*event.subjects, *others)))
    return Contact(parties, event.date) if len(parties) >= _FEWEST else None
