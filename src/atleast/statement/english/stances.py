"""How a speaker stands toward somebody by what they say, and toward whom: calls, condemnations, support, denials, views."""

from __future__ import annotations

from atleast.model.words import Stance
from atleast.statement.english import lexicons
from atleast.statement.english.grammar import complement, is_passive
from atleast.statement.english.page import Passage
from atleast.statement.english.saying import Manner, Saying, can_speak
from atleast.statement.english.tree import Word

_PLACES_AND_BODIES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})
_NAMED_AS = ("oprd", "attr", "acomp", "ccomp", "xcomp")
_ASKING = frozenset({"what", "why", "how", "whether", "where", "when"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_OF_MANNER = {Manner.DENY: Stance.DENIAL, Manner.VIEW: Stance.VIEW}


def stance_of(saying: Saying, passage: Passage) -> Stance | None:
    """The stance that a saying takes; None where it only says something."""
    cue = saying.cue
    if saying.manner is Manner.DIRECT:
        return None if _asks_in_court(saying) or _asks_a_question(saying, passage) else Stance.CALL
    if saying.manner is Manner.JUDGE:
        named = lexicons.values("stances").get(cue.lemma)
        return Stance(named) if named is not None else _of_words(saying, passage) or Stance.VIEW
    if saying.manner in (Manner.SAY, Manner.BELIEVE):
        return _expressed(cue)
    return _OF_MANNER.get(saying.manner)


def toward(saying: Saying) -> Word | None:
    """The head of the phrase that says whom or what the stance is toward; None where it is a pronoun or not said."""
    found = _addressed(saying.cue) if saying.manner is Manner.DIRECT else _object_of(saying)
    if found is not None and found.lower in _RELATIVE and saying.cue.dep == "relcl" and saying.cue.head.is_noun:
        found = saying.cue.head
    return None if found is None or found.pos == "PRON" or found.entity == "DATE" else found


def _asks_in_court(saying: Saying) -> bool:
    """A prosecutor's request for a sentence, a defender's for an acquittal: a plea, not a stance."""
    who = saying.speaker
    return who is not None and any(
        word.lemma in lexicons.words("kinds", "pleads in court") for word in (who, *who.children)
    )


def _asks_a_question(saying: Saying, passage: Passage) -> bool:
    cue = saying.cue
    if cue.lemma != "ask" or cue.child("xcomp") is not None:
        return False
    behind = passage.tree.words[cue.index + 1 : cue.last + 1]
    return saying.quoted or any(word.lower in _ASKING for word in behind)


def _of_words(saying: Saying, passage: Passage) -> Stance | None:
    """ "Called it a farce", "described it as lawful": by what it is called."""
    verdicts = lexicons.values("verdicts")
    cue = saying.cue
    named = [child for child in cue.children if child.dep in _NAMED_AS and child.index > cue.index]
    named += [child for child in cue.children if child.dep == "prep" and child.lower == "as"]
    for top in named:
        for word in passage.tree.words[top.first : top.last + 1]:
            if word.lemma in verdicts or word.lower in verdicts:
                return Stance(verdicts.get(word.lemma) or verdicts[word.lower])
    return None


def _expressed(cue: Word) -> Stance | None:
    """ "Expressed its support for ...", "was appalled at ..."."""
    thing = cue.child("dobj") if cue.is_verb else None
    for word in (cue, *((thing,) if thing is not None else ())):
        named = lexicons.values("feelings").get(word.lower) or lexicons.values("feelings").get(word.lemma)
        if named is not None:
            return Stance(named)
    return None


def _addressed(cue: Word) -> Word | None:
    """Whom a call is addressed to."""
    if is_passive(cue):
        target = cue.child("nsubjpass")
    elif cue.lemma in lexicons.words("saying", "addresses its object"):
        clause = cue.child("ccomp", "xcomp")
        infinitive = clause is not None and any(child.lower == "to" for child in clause.children)
        inner = clause.child("nsubj") if clause is not None and infinitive else None
        target = cue.child("dobj", "dative") or inner
    else:
        target = None
    target = target or complement(cue, "on", "upon", "to")
    if target is None or target.lemma in lexicons.words("documents"):
        return None
    return target if can_speak(target) or target.entity in _PLACES_AND_BODIES else None


def _object_of(saying: Saying) -> Word | None:
    cue = saying.cue
    if saying.manner in (Manner.SAY, Manner.BELIEVE):
        feeling = cue.child("dobj") if cue.is_verb else None
        for word in (feeling, cue):
            found = complement(word, "for", "with", "over", "about", "at", "by", "to") if word is not None else None
            if found is not None:
                return found
        return None
    if is_passive(cue):
        return cue.child("nsubjpass")
    found = cue.child("dobj", "dative") or _small_subject(cue) or complement(cue, "against", "at", "over", "on")
    return cue.head if found is None and cue.dep == "relcl" and cue.head.is_noun else found


def _small_subject(cue: Word) -> Word | None:
    """ "Called the trial a farce", where the parser makes a clause of it."""
    clause = cue.child("ccomp")
    return clause.child("nsubj") if clause is not None and not clause.is_verb else None
