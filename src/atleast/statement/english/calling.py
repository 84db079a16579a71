"""What makes words like "call", "ask" and "press" an appeal or a demand: who can make one, and what is asked for."""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.affected import looks_human
from atleast.statement.english.candidate import Candidate
from atleast.statement.english.grammar import agent, complement, has_word, is_passive, subject

_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "when", "where", "who"})


def is_appeal(candidate: Candidate) -> bool:
    """Whether somebody calls for, on or to something, without an object."""
    verb = candidate.word
    addressed = complement(verb, "for", "on", "upon", "to") is not None
    return addressed and not is_passive(verb) and verb.child("dobj", "oprd") is None


def asks_to_act(candidate: Candidate) -> bool:
    """ "Asked the ministry to explain"; not "asked whether"."""
    verb = candidate.word
    clause = verb.child("xcomp", "ccomp")
    if clause is None or has_word(clause, *_QUESTIONS):
        return False
    addressed = (
        is_passive(verb) or verb.child("dobj", "dative") is not None or clause.child("nsubj", "nsubjpass") is not None
    )
    if verb.lemma in ("ask", "request") and not addressed:
        return False
    if verb.lemma == "ask" and any(child.tag == "PRP" for child in verb.children_by("dobj")):
        return False
    that = any(child.lower == "that" and child.dep == "mark" for child in clause.children)
    return verb.lemma != "ask" or that or has_word(clause, "to")


def has_speaker(candidate: Candidate) -> bool:
    """Whether who calls for something can speak: not a law, a rule or a thing."""
    verb = candidate.word
    actor = agent(verb) if is_passive(verb) else subject(verb)
    if actor is None:
        return True
    if actor.lemma in lexicons.words("kinds", "cannot speak"):
        return False
    known = any(actor.lemma in lexicons.words(name) for name in ("authorities", "bodies", "documents"))
    human = looks_human(actor, named=candidate.is_named(actor))
    return human or known or actor.pos in ("PROPN", "PRON") or actor.lemma in lexicons.words("kinds", "can speak")


def is_out_of_court(candidate: Candidate) -> bool:
    """Whether who asks is no party to a trial."""
    actor = subject(candidate.word)
    return actor is None or actor.lemma not in lexicons.words("kinds", "pleads in court")


def urges(candidate: Candidate) -> bool:
    """ "Insisted on", "pressed the government to": words that are demands only with what is demanded."""
    verb = candidate.word
    if verb.lemma == "insist":
        return complement(verb, "on", "upon") is not None
    if verb.lemma in ("press", "plead"):
        return complement(verb, "for") is not None or (
            verb.child("xcomp") is not None and verb.child("dobj", "nsubjpass") is not None
        )
    return True
