"""Whether a clause is about anybody who ever does a thing, and not about somebody who did: laws, rules, demands.

"A person who deletes the page is released from liability" and "free all who are imprisoned for their views" tell of nobody.
"""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.tree import Word

_ANYBODY = frozenset({"anyone", "anybody", "whoever", "whosoever"})
_ALL = frozenset({"all", "those", "everyone", "everybody", "anyone", "anybody", "one", "person", "people"})
_ONE_OF_A_KIND = frozenset(
    {"person", "citizen", "individual", "resident", "defendant", "official", "journalist", "lawyer"}
)
_PRESENT = ("VBZ", "VBP")
_CLAUSES = ("relcl", "acl")
_FARTHEST = 8


def is_of_anybody(verb: Word) -> bool:
    """Whether the verb tells what befalls anybody of a kind."""
    clause = _clause(verb)
    if clause is not None:
        noun = clause.head
        return (
            _is_anybody(noun, clause)
            or _is_counted(noun)
            or _are_those_who(noun, clause)
            or (_is_class(noun) and _is_demanded(noun))
        )
    rules = (verb, *(above for above in verb.ancestors() if above.is_verb))
    return any(_is_rule_about(word) for rule in rules for word in rule.children_by("nsubj", "nsubjpass"))


def _clause(verb: Word) -> Word | None:
    """The relative clause or participle that the verb heads or is coordinated in."""
    word = verb
    while word.dep == "conj" and word.head.is_verb:
        word = word.head
    return word if word.dep in _CLAUSES and (word.head.is_noun or word.head.pos in ("PRON", "DET")) else None


def _is_anybody(noun: Word, clause: Word) -> bool:
    if noun.lower in _ANYBODY:
        return True
    return _is_one_of_a_kind(noun) and _is_present(clause)


def _is_rule_about(noun: Word) -> bool:
    """ "A person who deletes the page is released from liability"."""
    clause = noun.child("relcl")
    return clause is not None and _is_anybody(noun, clause)


def _is_one_of_a_kind(noun: Word) -> bool:
    return noun.lemma in _ONE_OF_A_KIND and any(child.lower in ("a", "an", "any") for child in noun.children_by("det"))


def _is_present(clause: Word) -> bool:
    return clause.tag in _PRESENT or any(child.tag in _PRESENT and child.lemma == "be" for child in clause.children)


def _is_counted(noun: Word) -> bool:
    """ "The number of people who had fled": a count."""
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in ("number", "share", "proportion")


def _are_those_who(noun: Word, clause: Word) -> bool:
    """ "Those designated are subject to a freeze": a rule; "those released are A and B" tells who they are."""
    above = noun.head
    if noun.lower != "those" or clause.dep != "acl" or noun.dep not in ("nsubj", "nsubjpass", "pobj"):
        return False
    verb = next((word for word in (above, *above.ancestors()) if word.is_verb), above)
    return verb.tag in _PRESENT and verb.child("acomp") is not None and verb.child("attr") is None


def _is_class(noun: Word) -> bool:
    """ "All who", "those held", "prisoners held": no number and no name."""
    counted = noun.child("nummod") is not None or any(
        child.lower in ("the", "his", "her") for child in noun.children_by("det", "poss")
    )
    many = noun.tag == "NNS" and lexicons.values("people").get(noun.lemma) in ("case", "crowd")
    return noun.lower in _ALL or (many and not counted)


def _is_demanded(noun: Word) -> bool:
    """Whether the noun stands in what somebody calls for."""
    word = noun
    for _ in range(_FARTHEST):
        above = word.head
        if above is word or above.dep in ("nsubj", "nsubjpass"):
            return False
        if above.is_verb and above.lemma in lexicons.words("kinds", "demands"):
            return word.dep != "nsubj"
        word = above
    return False
