"""Contacts: who met, visited or held talks with whom."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.statement import Contact
from atleast.model.words import EventType
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.events import Happening
from atleast.statement.english.grammar import complement
from atleast.statement.english.references import parties
from atleast.statement.english.tree import Word

_FEWEST = 2


def contact(event: Happening, discourse: Discourse) -> Contact | None:
    """The contact that a meeting is, where the text names at least two parties to it."""
    if event.type is not EventType.MEETING or event.told.denied:
        return None
    parties = list(dict.fromkeys([*event.subjects, *_others(event.told.word, event, discourse)]))
    if len(parties) < _FEWEST:
        return None
    return Contact(tuple(party.name for party in parties), event.date)


def _others(word: Word, event: Happening, discourse: Discourse) -> Sequence[Party]:
    met = word.child("dobj") if word.lemma in ("meet", "visit") else None
    others = (met, complement(word, "with", "between", "to"), _talked_to(word))
    return [party for other in others if other is not None for party in parties(other, event.passage, discourse)]


def _talked_to(verb: Word) -> Word | None:
    """ "Held talks with the families"."""
    talks = verb.child("dobj") if verb.lemma == "hold" else None
    return complement(talks, "with", "between") if talks is not None else None
