"""What must stand near a verb for it to say, call, judge, deny or find: the manners and the `needs` of `cues.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, complement
from atleast.statement.english.saying import Manner, can_speak, is_document, knows_facts
from atleast.statement.english.saying_cue import Cue
from atleast.statement.english.tree import Word
from atleast.statement.lexicon import Entry

_NO_CLAUSE_OF_ITS_OWN = ("acl", "compound", "xcomp")
_REFLEXIVE = "sel"
_ASIDE = frozenset({"aside", "away", "off", "down", "out"})


def fits(cue: Cue, entry: Entry) -> bool:
    """Whether the verb is used as the entry has it."""
    objects = lexicons.options(entry, "objects")
    if objects and not _object_is(cue, objects):
        return False
    if entry.needs:
        return all(_NEEDS[need](cue) for need in entry.needs)
    return _FITS.get(Manner(entry.value), _says)(cue)


def _object_is(cue: Cue, lemmas: tuple[str, ...]) -> bool:
    thing = cue.verb.child("dobj")
    return thing is not None and thing.lemma in lemmas


def _says(cue: Cue) -> bool:
    if cue.clause is not None or cue.quotations:
        return True
    if cue.passive and agent(cue.verb) is not None:
        return cue.verb.lemma in lexicons.words("saying", "is said by somebody")
    anything = cue.verb.lemma in lexicons.words("kinds", "says anything")
    return anything and cue.verb.dep not in _NO_CLAUSE_OF_ITS_OWN


def _directs(cue: Cue) -> bool:
    verb = cue.verb
    if _asks_for_no_action(cue):
        return False
    if verb.lemma == "call":
        return complement(verb, "for", "on", "upon") is not None and verb.child("oprd") is None
    if verb.lemma in lexicons.words("saying", "asks by a preposition"):
        asked = cue.clause is not None or verb.child("xcomp") is not None or bool(cue.quotations)
        return asked or complement(verb, "for", "to") is not None
    governs = (
        verb.child("xcomp", "dobj", "npadvmod") is not None
        or complement(verb, "for", "on", "against", "to", "upon") is not None
    )
    return cue.clause is not None or governs or bool(cue.quotations)


def _asks_for_no_action(cue: Cue) -> bool:
    """ "Asked not to be named", "asked for anonymity", "called for help"."""
    wanted = cue.verb.child("xcomp", "ccomp")
    unnamed = wanted is not None and wanted.lemma in lexicons.words("saying", "names the speaker")
    thing = complement(cue.verb, "for") or cue.verb.child("dobj")
    for_somebody = cue.verb.lemma == "plead" and thing is not None and thing.lemma in lexicons.values("people")
    no_demand = thing is not None and thing.lemma in lexicons.words("saying", "is no demand")
    return unnamed or for_somebody or no_demand


def _judges(cue: Cue) -> bool:
    verb = cue.verb
    if verb.lemma not in lexicons.words("kinds", "calls it something"):
        return verb.child("dobj", "ccomp", "prep", "nsubjpass") is not None or bool(cue.quotations)
    named = verb.child("oprd", "xcomp") is not None or (verb.child("ccomp") is not None and verb.lemma != "call")
    return named or _as_something(cue)


def _denies(cue: Cue) -> bool:
    thing = cue.verb.child("dobj", "xcomp")
    if cue.clause is not None or thing is None:
        return cue.clause is not None or bool(cue.quotations)
    somebody = thing.tag == "PRP" or thing.entity == "PERSON" or len(cue.verb.children_by("dobj")) > 1
    refusable = thing.lemma in lexicons.words("kinds", "can be refused") or thing.lemma in lexicons.words(
        "saying", "is refused, not denied"
    )
    refused = somebody or cue.verb.child("dative") is not None or refusable
    called_false = _as_something(cue) and not somebody
    rejected = cue.verb.lemma == "reject" and thing.lemma in lexicons.words("saying", "can be rejected")
    return (
        called_false
        or rejected
        or thing.lemma in lexicons.words("kinds", "can be denied")
        or (cue.verb.lemma == "deny" and not refused)
    )


def _keeps_silent(cue: Cue) -> bool:
    """ "Declined to say", "refused to comment"."""
    unsaid = cue.verb.child("xcomp")
    return unsaid is not None and unsaid.lemma in lexicons.words("saying", "is declined")


def _thing(cue: Cue) -> Word | None:
    """The object of an active verb, unless it is whoever acts: "identified themselves"."""
    thing = None if cue.passive else cue.verb.child("dobj")
    acts_on_itself = thing is not None and thing.pos == "PRON" and _REFLEXIVE in thing.lower
    return None if acts_on_itself else thing


def _pleads(speaker: Word | None) -> bool:
    return speaker is not None and speaker.lemma in lexicons.words("kinds", "pleads in court")


def _has_number(cue: Cue) -> bool:
    if _thing(cue) is None:
        return False
    words = cue.passage.tree.words[cue.verb.index : cue.verb.last + 1]
    return any(word.pos == "NUM" and word.entity != "DATE" for word in words)


def _as_something(cue: Cue) -> bool:
    return cue.has_preposition("as") and cue.verb.child("dobj", "nsubjpass") is not None


def _speaks_of(cue: Cue) -> bool:
    about = cue.has_preposition("of", "about", "against", "out", "on", "upon")
    about = about or (cue.has_preposition("to") and cue.verb.lemma in lexicons.words("saying", "says to what"))
    for_something = cue.has_preposition("for") and cue.verb.lemma in lexicons.words("saying", "speaks for")
    return (about or for_something) and not cue.passive and can_speak(cue.speaker)


_FITS: Mapping[Manner, Callable[[Cue], bool]] = {
    Manner.DIRECT: _directs,
    Manner.JUDGE: _judges,
    Manner.DENY: _denies,
    Manner.REFUSE: _keeps_silent,
}
_NEEDS: Mapping[str, Callable[[Cue], bool]] = {
    "clause": lambda cue: cue.clause is not None,
    "quote": lambda cue: bool(cue.quotations),
    "object": lambda cue: _thing(cue) is not None and can_speak(cue.speaker),
    "figures": lambda cue: _thing(cue) is not None and knows_facts(cue.speaker),
    "number": lambda cue: _has_number(cue) and knows_facts(cue.speaker),
    "of": _speaks_of,
    "rate": lambda cue: cue.has_preposition("at") or (cue.speaker is not None and is_document(cue.speaker)),
    "as": _as_something,
    "pleads": lambda cue: _thing(cue) is not None and _pleads(cue.speaker),
    "document": lambda cue: _thing(cue) is not None and cue.speaker is not None and is_document(cue.speaker),
    "aside": lambda cue: _thing(cue) is not None and any(child.lower in _ASIDE for child in cue.verb.children),
    "alone": lambda cue: can_speak(cue.speaker),
    "at": lambda cue: cue.has_preposition("at", "out", "against") and can_speak(cue.speaker),
    "for": lambda cue: cue.has_preposition("for", "on") and can_speak(cue.speaker),
}
