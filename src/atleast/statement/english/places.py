"""Where an event was: a place by name, and the building in which it was or in which somebody was held."""

from __future__ import annotations

import re

from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.affected import actor_of_verb, thing_acted_on
from atleast.statement.english.candidate import Told
from atleast.statement.english.discourse import Discourse
from atleast.statement.english.grammar import SUBJECTS, phrase
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_WHERE = frozenset(
    {"in", "near", "at", "outside", "inside", "from", "to", "across", "around", "of", "within", "on", "into"}
)
_HELD_AT = frozenset({"in", "at", "inside", "to", "from", "into"})
_BESIDE = frozenset({"near", "in", "outside", "of"})
_PLAINLY_THERE = frozenset({"in", "near"})
_PLACES = ("GPE", "LOC", "FAC")
_NO_PLACES = ("DATE", "TIME", "ORG", "LAW", "MONEY", "LANGUAGE", "PERCENT", "NORP", "CARDINAL", "ORDINAL", "EVENT")
_RULINGS = frozenset({EventType.SENTENCE, EventType.FINE})
_BY_COURTS = _RULINGS | {
    EventType.TRIAL,
    EventType.ARREST,
    EventType.APPEAL,
    EventType.LIQUIDATION,
    EventType.DESIGNATION,
}
_COURT_OF_A_TOWN = re.compile(
    r"^(?:[Tt]he\s+)?(?P<town>(?:[A-ZÀ-Ž][\w’'-]+\s+){0,2}[A-ZÀ-Ž][\w’'-]+)\s+(?:Regional|City|District|Garrison|Municipal|Provincial|Town|County|Oblast)\s+Court"
)
_OF_A_DISTRICT = ("sky", "ski", "skiy", "skyi", "ski", "ny", "aya")
"""How the names of districts end that are no towns: "Leninsky"."""


def place_and_facility(told: Told, passage: Passage, discourse: Discourse) -> tuple[str | None, str | None]:
    """Where it was, as the clause says, or the name of the court that acts."""
    place = facility = None
    for word in passage.tree.words[told.word.first : told.word.last + 1]:
        if word.dep != "pobj" or word.head.lower not in _WHERE or discourse.names.at(passage, word) is not None:
            continue
        if facility is None and word.head.lower in _HELD_AT and _is_facility(word, told):
            facility, beside = _facility(word, passage, discourse.page)
            place = place or beside
        elif place is None and _is_place(word) and _stands_at(word, told.word):
            place = _entity(word, passage, discourse.page)
    if told.trigger.type is EventType.SEARCH and facility is None:
        facility = _searched(told, passage, discourse.page)
    return place or _place_of_actor(told, passage, discourse) or _left(told, passage, discourse), facility


def _is_place(word: Word) -> bool:
    if not word.text[:1].isupper():
        return False
    return word.entity in _PLACES or (
        word.head.lower in _PLAINLY_THERE
        and word.tag == "NNP"
        and word.entity not in _NO_PLACES
        and word.child("det") is None
    )


def _is_facility(noun: Word, told: Told) -> bool:
    """ "A cell"; "Penal Colony No. 4", whichever word the parser takes for the head; where a term is served is its penalty."""
    held, buildings = lexicons.words("facilities", "held"), lexicons.words("facilities", "building")
    states = lexicons.words("facilities", "state")
    parts = [noun, *noun.children]
    numbered = any(part.text.startswith("No") or part.pos == "NUM" for part in parts)
    named = any(part.lemma in held or part.lower in held for part in parts) and (
        numbered or any(part.pos == "PROPN" for part in parts)
    )
    if told.trigger.type in _RULINGS:
        return named
    return named or (noun.lemma in held | buildings and noun.lemma not in states)


def _facility(noun: Word, passage: Passage, page: Page) -> tuple[str, str | None]:
    """A prison or the like, with the place behind it: "prison near Tarsk", however the parser hangs the place."""
    words = passage.tree.words
    start, end = phrase(noun, passage.tree)
    after = next((word for word in words[noun.index + 1 :] if word.start >= end), None)
    place = after.child("pobj") if after is not None and after.pos == "ADP" and after.lower in _BESIDE else None
    if (
        after is None
        or place is None
        or place.pos != "PROPN"
        or place.entity == "DATE"
        or place.first != after.index + 1
    ):
        inner = next(
            (word for word in words[noun.index + 1 :] if word.end <= end and word.dep == "pobj" and _is_place(word)),
            None,
        )
        return _one_line(page.text[start:end]), _entity(inner, passage, page) if inner is not None else None
    return _one_line(page.text[start : place.end]), _entity(place, passage, page)


def _searched(told: Told, passage: Passage, page: Page) -> str | None:
    """What was searched, where it is a building."""
    word = told.word
    thing = (
        thing_acted_on(word)
        if word.is_verb
        else next((child.child("pobj") for child in word.children if child.lower in ("of", "at", "on")), None)
    )
    if thing is None or thing.lemma not in lexicons.words("facilities", "building") or thing.tag == "NNS":
        return None
    start, end = phrase(thing, passage.tree)
    return _one_line(page.text[start:end])


def _stands_at(place: Word, event: Word) -> bool:
    """Whether a place hangs on the event itself, on where somebody is held, or on the court or office that acts."""
    held = lexicons.words("facilities", "held") | lexicons.words("facilities", "building")
    for above in place.ancestors():
        if above is event:
            return True
        acts = above.dep in SUBJECTS and above.lemma in lexicons.words("authorities")
        if above.pos != "ADP" and above.lemma not in held and not acts:
            return False
    return False


def _place_of_actor(told: Told, passage: Passage, discourse: Discourse) -> str | None:
    """The town in the name of a court, the country that is said to act, or that of the dateline for a court without a name."""
    if told.trigger.type not in _BY_COURTS or not told.word.is_verb:
        return None
    actor = actor_of_verb(told.word, told.trigger)
    if actor is None or discourse.names.at(passage, actor) is not None:
        return None
    start, end = phrase(actor, passage.tree)
    text = _one_line(discourse.page.text[start:end])
    town = _COURT_OF_A_TOWN.match(text)
    if town is not None and not town["town"].endswith(_OF_A_DISTRICT):
        return town["town"]
    if actor.entity == "GPE" and actor.child("det") is None:
        return text
    nameless = actor.lemma == "court" and actor.tag == "NN"
    credit = discourse.page.source.source.credit
    return credit.place.partition(",")[0] if nameless and credit.place else None


def _left(told: Told, passage: Passage, discourse: Discourse) -> str | None:
    """The country that somebody left."""
    thing = told.word.child("dobj") if told.trigger.type is EventType.EXILE and told.word.is_verb else None
    return _entity(thing, passage, discourse.page) if thing is not None and thing.entity == "GPE" else None


def _entity(word: Word, passage: Passage, page: Page) -> str:
    words = passage.tree.words
    low = high = word.index
    while low > passage.tree.sentences[word.sentence][0] and _same_name(words[low - 1], word):
        low -= 1
    while high + 1 < len(words) and _same_name(words[high + 1], word):
        high += 1
    return _one_line(page.text[words[low].start : words[high].end])


def _same_name(word: Word, other: Word) -> bool:
    return word.entity == other.entity != "" and word.pos == "PROPN"


def _one_line(text: str) -> str:
    return " ".join(text.split())
