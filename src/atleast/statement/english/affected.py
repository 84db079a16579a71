"""To whom an event happens, and who acts, by the grammar of the word that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, complement, direct_object, is_passive, row, subject
from atleast.statement.english.tree import Word
from atleast.statement.english.triggers import Trigger

ACTS = frozenset({EventType.CALL, EventType.INVOCATION, EventType.REPORT, EventType.MEETING})
"""The types whose subject is who acts."""
_ACT_ON_NOBODY = ("subject", "actor", "author")
_BESIDE = frozenset({"together", "along", "alongside"})
_HUMAN_ENDINGS = (
    "ist",
    "teacher",
    "keeper",
    "driver",
    "leader",
    "eer",
    "ier",
    "man",
    "woman",
    "ant",
    "ee",
    "ian",
    "worker",
    "maker",
    "goer",
)
_UPON = frozenset({"impose", "slap", "levy", "inflict", "confer", "bestow", "use", "apply", "place", "put"})
_PARTS_OF_BODY = frozenset(
    {"ear", "hand", "foot", "head", "body", "back", "leg", "arm", "neck", "finger", "nail", "face", "skin", "tooth"}
)
_LETTERS = frozenset({"visit", "letter", "parcel", "call", "relative", "family", "lawyer"})
_NOT_PEOPLE = ("DATE", "MONEY", "TIME", "PERCENT")


def thing_acted_on(verb: Word) -> Word | None:
    """The object of an active verb, the subject of a passive one."""
    return subject(verb) if is_passive(verb) else direct_object(verb)


def affected_by_verb(verb: Word, trigger: Trigger) -> list[Word]:
    """The heads of the phrases for whom the event happens to, or who acts in a call, report or the like."""
    found = [_first_of(verb, trigger.happens_to)]
    if trigger.happens_to[0] in ("object", "to", "subject"):
        found += _companions(verb)
    if trigger.type is EventType.TRIAL:
        found.append(complement(verb, "with", "alongside"))
    found = [word.child("poss") if word is not None and word.lemma in _PARTS_OF_BODY else word for word in found]
    return [word for word in found if word is not None and word.lower != "there" and not is_time(word)]


def _first_of(verb: Word, ways: Iterable[str]) -> Word | None:
    return next((found for way in ways if (found := _HAPPENS_TO[way](verb)) is not None), None)


def actor_of_verb(verb: Word, trigger: Trigger) -> Word | None:
    """Who does it to them: the agent of a passive, the subject of an active verb that somebody else is the object of."""
    if trigger.type in ACTS or trigger.happens_to[0] in _ACT_ON_NOBODY:
        return None
    if is_passive(verb):
        return agent(verb)
    found = subject(verb)
    return found if found is not None and found.pos != "PRON" else None


def all_heads(words: Iterable[Word]) -> list[Word]:
    """The words and all that is coordinated with them."""
    return [item for word in words for item in row(word)]


def looks_human(word: Word, *, named: bool) -> bool:
    """Whether a noun phrase is a person or people: by name, by pronoun, by a noun for people, by a bare number."""
    if named or word.entity == "PERSON" or word.lower in lexicons.words("kinds", "somebody"):
        return True
    if word.lemma in lexicons.words("kinds", "amount"):
        counted = complement(word, "of")
        return counted is not None and looks_human(counted, named=False)
    people = lexicons.values("people")
    return word.lemma in people or word.lower in people or _LOOKS_HUMAN.get(word.pos, _is_never)(word)


def _is_never(_: Word) -> bool:
    return False


def _is_number_of_people(word: Word) -> bool:
    year = len(word.text) == 4 and word.text.isdigit()
    return word.entity not in _NOT_PEOPLE and not year


_LOOKS_HUMAN: Mapping[str, Callable[[Word], bool]] = {
    "NUM": _is_number_of_people,
    "PRON": lambda word: word.lower in ("i", "me", "we", "us", "you"),
    "PROPN": lambda word: word.entity in ("", "NORP", "ORG") and not word.text.isupper(),
    "NOUN": lambda word: word.lemma.endswith(_HUMAN_ENDINGS),
}


def is_time(word: Word) -> bool:
    """Whether a noun is a length or a point of time."""
    return word.entity in ("DATE", "TIME") and word.lemma not in lexicons.values("people")


def _receiver(verb: Word) -> Word | None:
    """To whom something is given: "gave Korin ten years", "was given ten years", "was given to 40 people"."""
    to = complement(verb, "to", "on", "upon") if verb.lemma in _UPON else complement(verb, "to")
    if to is None:
        to = next((child.child("pobj") for child in verb.children_by("dative") if child.pos == "ADP"), None)
    if to is not None:
        return to
    if is_passive(verb) or verb.lemma in ("receive", "get", "pay"):
        return subject(verb)
    return verb.child("dative")


def _owner(word: Word | None) -> Word | None:
    if word is None:
        return None
    owner = word.child("poss") or complement(word, "of", "against", "for", "on", "to")
    return owner if owner is not None else word if word.pos == "PROPN" else None


def _owner_of_thing(verb: Word) -> Word | None:
    return _owner(thing_acted_on(verb))


def _whose_work(verb: Word) -> Word | None:
    """Of "access to the paper's website was blocked" the paper; of "the paper was banned" the paper as well."""
    thing = thing_acted_on(verb)
    if thing is not None and thing.lemma == "access":
        thing = complement(thing, "to") or thing
    return thing.child("poss") or thing if thing is not None else None


def _authors(verb: Word) -> Word | None:
    if not is_passive(verb):
        return subject(verb)
    text = subject(verb)
    return agent(verb) or (text.child("poss") if text is not None else None)


def _actor(verb: Word) -> Word | None:
    return agent(verb) if is_passive(verb) else subject(verb)


def _victim(verb: Word) -> Word | None:
    """Of "was subjected to", "suffered": the subject; of "subjected him to": the object."""
    return subject(verb) if is_passive(verb) or verb.lemma in ("undergo", "suffer", "endure") else direct_object(verb)


def _patient(verb: Word) -> Word | None:
    """Whom it would have treated: "failed to give him care", "were slow to take him to hospital"."""
    care = lexicons.words("kinds", "medical care")
    for child in verb.children:
        inner = (
            child
            if child.is_verb and child.dep in ("xcomp", "ccomp")
            else child.child("xcomp")
            if child.dep == "acomp"
            else None
        )
        if inner is None:
            continue
        for receiver in (inner.child("dative"), inner.child("dobj"), complement(inner, "to", "for")):
            if receiver is not None and receiver.lemma not in care:
                return receiver.child("pobj") if receiver.pos == "ADP" else receiver
        things = inner.child("dobj")
        if things is not None:
            return complement(things, "to", "for", "of") or things.child("poss")
    return complement(verb, "to", "for")


def _whom_it_is_about(verb: Word) -> Word | None:
    """ "There is no news of her", "nothing was heard from him"."""
    direct = complement(verb, "from", "with")
    if direct is not None:
        return direct
    inner = (complement(child, "of", "with", "from", "about") for child in verb.children_by("dobj", "attr"))
    return next((word for word in inner if word is not None), None)


def _contact(verb: Word) -> Word | None:
    thing = thing_acted_on(verb)
    return complement(thing, "with", "to") if thing is not None else None


def _whose(verb: Word) -> Word | None:
    thing = subject(verb)
    return thing.child("poss") or complement(thing, "of") if thing is not None else None


def _for_whom(verb: Word) -> Word | None:
    thing = thing_acted_on(verb)
    return complement(verb, "for", "against") or (complement(thing, "for", "against") if thing is not None else None)


def _kept_apart(verb: Word) -> Word | None:
    """Of "was not allowed to see him": whom; of "was barred from receiving visits": the object."""
    able, permission = verb.child("acomp"), verb.child("dobj")
    inner = (
        (permission.child("acl") if permission is not None else None)
        or verb.child("xcomp", "ccomp")
        or (able.child("xcomp") if able is not None else None)
        or next((child.child("pcomp") for child in verb.children_by("prep")), None)
    )
    if inner is not None and inner.lemma in lexicons.words("kinds", "meets"):
        thing = inner.child("dobj") or complement(inner, "with", "to")
        if thing is not None and thing.tag in ("PRP", "NNP", "NNS", "NN") and thing.lemma not in _LETTERS:
            return thing
    return thing_acted_on(verb)


def _organiser(verb: Word) -> Word | None:
    """Who holds a rally, or whose rally was held."""
    return _actor(verb) or _owner_of_thing(verb)


def _winner(verb: Word) -> Word | None:
    return subject(verb) if verb.lemma == "win" else None


def _inner_owner(verb: Word) -> Word | None:
    """ "Broke into her flat", "came to search his home"."""
    inner = verb.child("xcomp", "advcl")
    if inner is not None and (owner := _owner_of_thing(inner)) is not None:
        return owner
    places = (complement(verb, preposition) for preposition in ("into", "at", "to", "in"))
    return next((owner for place in places if (owner := _owner(place)) is not None), None)


_HAPPENS_TO: Mapping[str, Callable[[Word], Word | None]] = {
    "object": thing_acted_on,
    "subject": subject,
    "actor": _actor,
    "author": _authors,
    "to": _receiver,
    "owner": _owner_of_thing,
    "work": _whose_work,
    "against": lambda verb: complement(verb, "against", "on", "at") or _owner_of_thing(verb),
    "on": lambda verb: complement(verb, "on", "against", "upon") or _owner_of_thing(verb),
    "victim": _victim,
    "patient": _patient,
    "about": _whom_it_is_about,
    "contact": _contact,
    "whose": _whose,
    "for": _for_whom,
    "place": lambda verb: complement(verb, "of"),
    "nobody": lambda _: None,
    "seen": _kept_apart,
    "organiser": _organiser,
    "winner": _winner,
    "inner owner": _inner_owner,
}
HAPPENS_TO = frozenset(_HAPPENS_TO)
"""What `happens_to` may be in `event_verbs.toml`."""


def _companions(verb: Word) -> list[Word | None]:
    """ "Together with Korin the court sentenced ..."."""
    found: list[Word | None] = []
    for child in verb.children:
        if child.lower in _BESIDE or (child.lower == "with" and any(word.lower in _BESIDE for word in child.children)):
            inner = child if child.child("pobj") is not None else child.child("prep")
            found.append(inner.child("pobj") if inner is not None else None)
    return found
