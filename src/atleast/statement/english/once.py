"""Words of one sentence that tell of one event, so that it is told once."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.words import EventType
from atleast.statement.english.candidate import Candidate, Told
from atleast.statement.english.grammar import own_subject

_STATES = frozenset({"be", "spend", "remain", "stay", "sit", "languish"})


def is_told_apart(told: Told, found: Sequence[Told]) -> bool:
    """Whether a verb tells of an event of its own beside the others of its paragraph."""
    return not (_is_told_above(told, found) or _is_offence(told) or _is_said_again(told, found))


def _is_told_above(told: Told, found: Sequence[Told]) -> bool:
    """ "Was forced to leave", "had its licence revoked", "was shot and killed": one event of two verbs."""
    verb = told.word
    if verb.dep == "xcomp" and verb.tag == "VB" and own_subject(verb) is None:
        return any(other.word is verb.head and other.trigger.type is told.trigger.type for other in found)
    if verb.dep == "ccomp" and verb.head.lemma == "have":
        return any(other.word is verb.head for other in found)
    killed = any(
        other.word.head is verb and other.word.dep == "conj" and other.trigger.type is EventType.KILLING
        for other in found
    )
    return killed and told.trigger.type is EventType.ILL_TREATMENT


def _is_said_again(told: Told, found: Sequence[Told]) -> bool:
    """ "Was arrested and has been in prison since", "has had no letters and no news": one event in one sentence."""
    verb = told.word
    same = [
        other
        for other in found
        if other is not told and other.trigger.type is told.trigger.type and other.word.sentence == verb.sentence
    ]
    if told.trigger.type is EventType.INCOMMUNICADO:
        return any(other.start < told.start for other in same)
    is_state = told.trigger.type is EventType.ARREST and verb.lemma in _STATES
    return is_state and any(other.word.lemma not in _STATES for other in same)


def _is_offence(told: Told) -> bool:
    """ "Convicted for calling for sanctions": what a court says that somebody did."""
    word = told.word
    gerund = word.tag == "VBG" and word.dep == "pcomp" and word.head.lower in ("for", "of", "with")
    return (
        gerund
        and told.trigger.type is EventType.CALL
        and word.head.head.lemma in ("convict", "charge", "accuse", "sentence", "jail", "guilty")
    )


def is_told_by_its_verb(candidate: Candidate) -> bool:
    """ "Received a sentence", "carried out a search", "took part in the protests": one event, told by the verb."""
    noun = candidate.word
    for told in candidate.before:
        verb = told.word
        if (
            not verb.is_verb
            or verb.sentence != noun.sentence
            or verb not in (noun.head, noun.head.head, noun.head.head.head)
        ):
            continue
        in_phrase = any(noun.lemma in phrase or noun.lower in phrase for phrase in told.trigger.following)
        is_object = noun.lemma in told.trigger.objects and verb in (noun.head, noun.head.head)
        again = (
            told.trigger.type is candidate.trigger.type and noun.dep in ("dobj", "pobj") and noun.child("poss") is None
        )
        if is_object or noun.lemma == told.trigger.more or in_phrase or again:
            return True
    return False
