"""What `needs` asks of a verb in `event_verbs.toml`: one small question for each word that may stand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from atleast.model.words import EventType
from atleast.statement.english import lexicons
from atleast.statement.english.affected import all_heads, looks_human, thing_acted_on
from atleast.statement.english.candidate import Candidate
from atleast.statement.english.grammar import agent, complement, has_word, is_passive, subject
from atleast.statement.english.tree import Word

_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "when", "where", "who"})
_BY_FORCE = frozenset({"forcibly", "illegally", "unlawfully", "forcefully"})
_LOOK_BACK = 40
"""How many words before its sentence the years may stand that "received seven" means."""


def _is_human(candidate: Candidate) -> bool:
    def named(word: Word) -> bool:
        return candidate.is_named(word) or any(candidate.is_named(beside) for beside in word.children_by("appos"))

    return any(looks_human(word, named=named(word)) for word in all_heads(candidate.affected))


def _has_human_object(candidate: Candidate) -> bool:
    thing = candidate.word.child("dobj")
    return thing is not None and any(looks_human(word, named=candidate.is_named(word)) for word in all_heads([thing]))


def _is_body(candidate: Candidate) -> bool:
    def one(word: Word) -> bool:
        by_name = (
            word.pos == "PROPN" and not candidate.is_named(word) and word.entity not in ("GPE", "DATE", "LANGUAGE")
        )
        return by_name or word.lemma in lexicons.words("bodies")

    return any(one(word) for word in all_heads(candidate.affected))


def speaks_of_prison(candidate: Candidate) -> bool:
    """Whether the paragraph speaks of a prison or of prisoners, or the page has told of a death in one just before."""
    prison = lexicons.words("facilities", "prison")
    if any(word.lemma in prison for word in candidate.passage.tree.words):
        return True
    return any(told.trigger.type is EventType.DEATH_IN_CUSTODY for told in candidate.before)


def _speaks_of_sanctions(candidate: Candidate) -> bool:
    def one(word: Word) -> bool:
        return word.lemma in ("sanction", "blacklist") or (word.lemma == "restrictive" and word.head.lemma == "measure")

    affects = _is_human(candidate) or any(word.lemma == "name" for word in candidate.affected)
    return affects and any(one(word) for word in candidate.passage.tree.words)


def _is_negated(candidate: Candidate) -> bool:
    def one(child: Word) -> bool:
        return (
            child.dep == "neg" or child.lower in ("nobody", "no") or any(part.lower == "no" for part in child.children)
        )

    return any(one(child) for child in candidate.word.children)


def _is_refused(candidate: Candidate) -> bool:
    refuses = candidate.word.lemma in ("deny", "refuse", "deprive", "withhold", "lack")
    without = " no " in f"{candidate.following} " or " without " in candidate.following
    return refuses or without or candidate.word.child("neg") is not None


def _by_law(candidate: Candidate) -> bool:
    verb = candidate.word
    return verb.lemma in lexicons.words("kinds", "designates") or is_passive(verb)


def _sum_of_years(candidate: Candidate) -> bool:
    """ "Received seven": a bare number, where years or months are spoken of just before."""
    verb, words = candidate.word, candidate.passage.tree.words
    thing = verb.child("dobj", "oprd", "npadvmod", "attr") if is_passive(verb) else thing_acted_on(verb)
    low, high = candidate.passage.tree.sentences[verb.sentence]
    years = any(word.lemma in ("year", "month") for word in words[max(0, low - _LOOK_BACK) : high])
    return thing is not None and thing.pos == "NUM" and years


def _is_appeal(candidate: Candidate) -> bool:
    verb = candidate.word
    addressed = complement(verb, "for", "on", "upon", "to") is not None
    return addressed and not is_passive(verb) and verb.child("dobj", "oprd") is None


def _asks_to_act(candidate: Candidate) -> bool:
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
    that = any(child.lower == "that" and child.dep == "mark" for child in clause.children)
    return verb.lemma != "ask" or that or has_word(clause, "to")


def _has_speaker(candidate: Candidate) -> bool:
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


def _out_of_court(candidate: Candidate) -> bool:
    actor = subject(candidate.word)
    return actor is None or actor.lemma not in lexicons.words("kinds", "pleads in court")


def _from_a_country(candidate: Candidate) -> bool:
    thing = candidate.word.child("dobj")
    if thing is None or thing.pos != "PROPN" or candidate.is_named(thing):
        return False
    to = complement(candidate.word, "for") or complement(thing, "for")
    return to is not None and to.pos == "PROPN" and not candidate.is_named(to)


def _to_custody(candidate: Candidate) -> bool:
    """To a prison, a cell or a hospital."""
    to = complement(candidate.word, "to", "into")
    held = lexicons.words("facilities", "held") | {"hospital", "clinic", "sanatorium", "ward"}
    return to is not None and (to.lemma in held or any(part.lemma in held for part in to.children))


def _forced(candidate: Candidate) -> bool:
    return has_word(candidate.word, *_BY_FORCE) or is_passive(candidate.word)


VERB_NEEDS: Mapping[str, Callable[[Candidate], bool]] = {
    "passive": lambda candidate: is_passive(candidate.word),
    "active": lambda candidate: not is_passive(candidate.word),
    "human": _is_human,
    "human object": _has_human_object,
    "body": _is_body,
    "prison": speaks_of_prison,
    "sanctions": _speaks_of_sanctions,
    "negated": lambda candidate: candidate.word.child("neg") is not None,
    "no news": _is_negated,
    "refused": _is_refused,
    "to custody": _to_custody,
    "dead": lambda candidate: has_word(candidate.word, "dead"),
    "by law": _by_law,
    "sum of years": _sum_of_years,
    "appeal": _is_appeal,
    "to act": _asks_to_act,
    "speaker": _has_speaker,
    "not in court": _out_of_court,
    "a country": _from_a_country,
    "forced": _forced,
}
"""Each word that may stand in `needs` of a verb, and its question."""
