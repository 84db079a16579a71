"""To whom an event happens that a noun tells of: "his arrest", "charges against her", "143 prisoners reported torture"."""

from __future__ import annotations

from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.affected import is_time, thing_acted_on
from atleast.statement.english.grammar import complement, subject
from atleast.statement.english.tree import Word
from atleast.statement.english.triggers import Trigger


def affected_by_noun(noun: Word, trigger: Trigger) -> list[Word]:
    """Whose arrest, trial or report it is: "his arrest", "the trial of Korin", "charges against her"."""
    if noun.lemma == "dock" and noun.head.head.is_verb:
        be = noun.head.head
        among = (be.child("nsubj"), be.child("attr"), complement(be, "with"), complement(noun, "with"))
        return [word for word in among if word is not None]
    owner, complement_ = noun.child("poss"), complement(noun, *trigger.owners) or _behind_date(noun, trigger)
    if trigger.type is EventType.FINE and complement_ is not None and _is_sum(complement_):
        complement_ = None
    first, second = (complement_, owner) if trigger.happens_to == ("actor",) else (owner, complement_)
    whose = first if first is not None else second
    if whose is not None and trigger.type is EventType.SEARCH and whose is complement_:
        whose = whose.child("poss") or whose
    if whose is None and noun.dep == "dobj" and trigger.type is EventType.CALL:
        whose = subject(noun.head)
    if whose is None and noun.dep == "pobj" and noun.head.head.is_verb:
        whose = _whose_clause(noun.head)
    if whose is None:
        whose = _who_tells(noun)
    return [whose] if whose is not None and not is_time(whose) else []


def _is_sum(word: Word) -> bool:
    """ "A fine of 900 crowns"."""
    return word.pos == "NUM" or word.child("nummod") is not None


def _who_tells(noun: Word) -> Word | None:
    """ "143 detainees reported torture or beatings": those who tell of what befell them."""
    first = noun
    while first.dep == "conj" and first.head.is_noun:
        first = first.head
    verb = first.head.head if first.dep == "pobj" else first.head
    teller = subject(verb) if verb.is_verb and verb.lemma in lexicons.words("kinds", "tells of oneself") else None
    return teller if teller is not None and lexicons.values("people").get(teller.lemma) in ("case", "crowd") else None


def _behind_date(noun: Word, trigger: Trigger) -> Word | None:
    """ "The release yesterday of fourteen prisoners"."""
    date = next((word for word in noun.head.children if word.entity == "DATE" and word.index == noun.index + 1), None)
    if date is None:
        return None
    prepositions = (
        word for word in noun.head.children if word.index == date.index + 1 and word.lower in trigger.owners
    )
    return next((word.child("pobj") for word in prepositions), None)


def _whose_clause(preposition: Word) -> Word | None:
    """Of "he was in detention" the subject; of "the court sentenced him on charges of" the object."""
    verb = preposition.head
    if preposition.lower == "on":
        return thing_acted_on(verb) or subject(verb)
    return subject(verb) if preposition.lower in ("in", "under", "before") else None


def actor_of_noun(noun: Word, trigger: Trigger) -> Word | None:
    """By whom: "the search of her flat by officers"."""
    return None if trigger.happens_to == ("actor",) else complement(noun, "by")
