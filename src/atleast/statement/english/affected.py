"""To whom an event happens, and who acts, by the grammar of the word that tells of it."""

from __future__ import annotations

from collections.abc import Iterable

from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, complement, direct_object, is_passive, row, subject
from atleast.statement.english.tree import Word
from atleast.statement.english.triggers import Trigger

ACTS = frozenset({EventType.CALL, EventType.INVOCATION, EventType.REPORT, EventType.MEETING})
"""The types whose subject is who acts."""


def thing_acted_on(verb: Word) -> Word | None:
    """The object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return subject(verb)
    return direct_object(verb)


def affected_by_verb(verb: Word, trigger: Trigger) -> list[Word]:
    """The heads of the phrases for whom the event happens to, or who acts in a call, report or the like."""
    found: Iterable[Word | None]
    match trigger.happens_to:
        case "subject":
            found = [subject(verb)]
        case "actor":
            found = [agent(verb)] if is_passive(verb) else [subject(verb)]
        case "author":
            found = _authors(verb)
        case "to":
            found = [_receiver(verb)]
        case "owner":
            found = [_owner(thing_acted_on(verb))]
        case "against":
            found = [complement(verb, "against", "on", "at") or _owner(thing_acted_on(verb))]
        case "on":
            found = [complement(verb, "on", "against", "upon") or _owner(thing_acted_on(verb))]
        case "victim":
            found = [
                subject(verb)
                if is_passive(verb) or verb.lemma in ("undergo", "suffer", "endure")
                else direct_object(verb)
            ]
        case "patient":
            found = [_patient(verb)]
        case "about":
            found = [
                complement(verb, "from", "with")
                or next(
                    (
                        inner
                        for part in verb.children
                        if part.dep in ("dobj", "attr") and (inner := complement(part, "of", "with", "from", "about"))
                    ),
                    None,
                )
            ]
        case "contact":
            thing = thing_acted_on(verb)
            found = [complement(thing, "with", "to") if thing is not None else None]
        case "whose":
            thing = subject(verb)
            found = [thing.child("poss") or complement(thing, "of") if thing is not None else None]
        case "for":
            thing = thing_acted_on(verb)
            found = [
                complement(verb, "for", "against")
                or (complement(thing, "for", "against") if thing is not None else None)
            ]
        case "place":
            found = [complement(verb, "of")]
        case "nobody":
            found = []
        case _:
            found = [thing_acted_on(verb)]
    return [word for word in [*found, *_companions(verb, trigger)] if word is not None and word.lower != "there"]


def actor_of_verb(verb: Word, trigger: Trigger) -> Word | None:
    """Who does it to them: the agent of a passive, the subject of an active verb that somebody else is the object of."""
    if trigger.type in ACTS or trigger.happens_to in ("subject", "actor", "author"):
        return None
    if is_passive(verb):
        return agent(verb)
    found = subject(verb)
    return found if found is not None and found.pos != "PRON" else None


def affected_by_noun(noun: Word, trigger: Trigger) -> list[Word]:
    """Whose arrest, trial or report it is: "his arrest", "the trial of Korin", "charges against her"."""
    if trigger.happens_to == "actor":
        owner = complement(noun, *trigger.owners) or noun.child("poss")
    else:
        owner = noun.child("poss") or complement(noun, *trigger.owners)
    if owner is not None and noun.lemma != "dock":
        return [owner] if owner.entity not in ("DATE", "TIME") else []
    if trigger.type is EventType.CALL and noun.dep == "dobj":
        whose = subject(noun.head)
        return [whose] if whose is not None else []
    if noun.lemma == "dock" and noun.head.head.is_verb:
        be = noun.head.head
        return [
            word
            for word in (be.child("nsubj"), be.child("attr"), complement(be, "with"), complement(noun, "with"))
            if word is not None
        ]
    if noun.dep == "pobj" and noun.head.lower in ("in", "under", "on", "before") and noun.head.head.is_verb:
        whose = subject(noun.head.head)
        return [whose] if whose is not None else []
    return []


def actor_of_noun(noun: Word, trigger: Trigger) -> Word | None:
    """By whom: "the search of her flat by officers"."""
    return None if trigger.happens_to == "actor" else complement(noun, "by")


def _receiver(verb: Word) -> Word | None:
    """To whom something is given: "gave Korin ten years", "was given ten years", "was given to 40 people"."""
    to = complement(verb, "to", "on", "upon")
    if to is None:
        to = next((child.child("pobj") for child in verb.children_by("dative") if child.pos == "ADP"), None)
    if to is not None:
        return to
    if is_passive(verb):
        return subject(verb)
    dative = verb.child("dative")
    if dative is not None:
        return dative
    if verb.lemma in ("receive", "get", "pay"):
        return subject(verb)
    return None


def _owner(word: Word | None) -> Word | None:
    if word is None:
        return None
    owner = word.child("poss") or complement(word, "of", "against", "for", "on", "to")
    if owner is not None:
        return owner
    return word if word.pos == "PROPN" else None


def _authors(verb: Word) -> list[Word | None]:
    if not is_passive(verb):
        return [subject(verb)]
    by = agent(verb)
    if by is None:
        text = subject(verb)
        by = text.child("poss") if text is not None else None
    return [by]


def _patient(verb: Word) -> Word | None:
    """Whom it would have treated: "failed to give him care", "were slow to take him to hospital"."""
    for child in verb.children:
        if child.dep in ("xcomp", "acomp", "ccomp") and (child.is_verb or child.pos == "ADJ"):
            inner = child if child.is_verb else child.child("xcomp")
            if inner is not None:
                for receiver in (inner.child("dative"), inner.child("dobj"), complement(inner, "to", "for")):
                    if receiver is not None and receiver.lemma not in _CARE:
                        return receiver if receiver.pos != "ADP" else receiver.child("pobj")
                things = inner.child("dobj")
                if things is not None:
                    return complement(things, "to", "for", "of") or things.child("poss")
    return complement(verb, "to", "for")


def _companions(verb: Word, trigger: Trigger) -> list[Word]:
    """ "Together with Korin the court sentenced ..."."""
    if trigger.happens_to not in ("object", "to", "subject"):
        return []
    found = []
    for child in verb.children:
        if child.lower in _BESIDE or (child.lower == "with" and any(word.lower in _BESIDE for word in child.children)):
            inner = child if child.child("pobj") else child.child("prep")
            other = inner.child("pobj") if inner is not None else None
            if other is not None:
                found.append(other)
    return found


def all_heads(words: Iterable[Word]) -> list[Word]:
    """The words and all that is coordinated with them."""
    return [item for word in words for item in row(word)]


def looks_human(word: Word, *, named: bool) -> bool:
    """Whether a noun phrase is a person or people: by name, by pronoun, by a noun for people, by a bare number."""
    if named or word.lower in _PEOPLE_WORDS or word.entity == "PERSON":
        return True
    if word.pos == "NUM":
        return word.entity not in ("DATE", "MONEY", "TIME", "PERCENT") and not (
            len(word.text) == 4 and word.text.isdigit()
        )
    if word.pos == "PRON":
        return word.lower in ("i", "me", "we", "us", "you")
    if word.lemma in _AMOUNTS:
        counted = complement(word, "of")
        return counted is not None and counted is not word and looks_human(counted, named=False)
    people = lexicons.values("people")
    if word.lemma in people or word.lower in people:
        return True
    if word.pos == "PROPN":
        return word.entity in ("", "NORP", "ORG") and not word.text.isupper()
    return word.pos == "NOUN" and word.lemma.endswith(
        ("ist", "eer", "ier", "man", "woman", "ant", "ee", "ian", "worker", "maker", "goer")
    )


_AMOUNTS = frozenset(
    {
        "image",
        "footage",
        "video",
        "picture",
        "photo",
        "scene",
        "number",
        "majority",
        "total",
        "series",
        "wave",
        "half",
        "quarter",
        "part",
    }
)
_BESIDE = frozenset({"together", "along", "alongside"})
_CARE = frozenset(
    {
        "hospital",
        "care",
        "treatment",
        "assistance",
        "help",
        "doctor",
        "medicine",
        "medication",
        "ambulance",
        "attention",
    }
)
_PEOPLE_WORDS = frozenset(
    "he him she her they them who whom those others everyone anyone someone everybody both each many several some all hundreds thousands dozens "
    "another more three two four five six seven eight nine ten".split()
)
