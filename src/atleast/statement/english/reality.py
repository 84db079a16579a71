"""Whether words say that something was so, that it was not, or neither: wishes, plans, conditions, possibilities.

Goes up from a word through what governs it, after the idea of veridicality (Saurí and Pustejovsky, FactBank, 2009): "was
forced to leave" tells of leaving, "threatened to leave" does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from atleast.statement.english import generic, lexicons
from atleast.statement.english.grammar import complement, is_passive, subject
from atleast.statement.english.tree import Word

_NEGATIVE = frozenset({"no", "neither", "nobody", "none", "never", "nor", "without"})
_COURTS = frozenset({"court", "judge", "tribunal", "magistrate", "panel"})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_DUTY = frozenset({"must"})
_UNSURE = frozenset({"any", "possible", "potential", "future", "further", "planned", "such"})
_TOWARD = frozenset({"for", "to", "on", "upon", "of"})
_PARTS_OF_NOUNS = ("conj", "appos", "compound", "poss", "nmod")
_FARTHEST = 8


class Reality(Enum):
    """What a text says of an event."""

    FACT = auto()
    DENIED = auto()
    UNREAL = auto()


def of_verb(verb: Word, *, duty_is_fact: bool = False) -> Reality:
    """The reality of what a verb tells. `duty_is_fact`: "must serve ten years" tells of a sentence."""
    result = Reality.DENIED if _negated(verb) else Reality.FACT
    for word in _governors(verb):
        if _conditional(word, duty_is_fact=duty_is_fact) or _unreal_under(word):
            return Reality.UNREAL
        if word.dep in ("xcomp", "acomp") and word.head.is_verb and _negated(word.head):
            result = Reality.DENIED
    return Reality.UNREAL if generic.is_of_anybody(verb) else result


def of_noun(noun: Word) -> Reality:
    """The reality of what a noun tells."""
    if noun.dep == "compound" or any(
        child.lower in _UNSURE and child.dep in ("det", "amod") for child in noun.children
    ):
        return Reality.UNREAL
    if any(child.lower == "no" and child.dep == "det" for child in noun.children):
        return Reality.UNREAL
    word = noun
    for _ in range(_FARTHEST):
        found = _at(word)
        if found is not None:
            return found
        word = word.head.head if word.head.pos == "ADP" else word.head
    return Reality.FACT


def _at(word: Word) -> Reality | None:
    """What stands above a noun, or above what it hangs on, makes of it; None where that depends on what stands above that."""
    above = word.head
    if above is word:
        return Reality.FACT
    if above.pos == "ADP":
        return _under_preposition(above)
    if above.is_verb:
        return _as_argument(word, above)
    return Reality.FACT if above.is_noun and word.dep not in _PARTS_OF_NOUNS else None


def _under_preposition(preposition: Word) -> Reality | None:
    """What a preposition and its governor make of a noun; None where that depends on what stands above them."""
    governor = preposition.head
    if preposition.lower == "without":
        return Reality.UNREAL
    if governor.is_noun:
        if any(child.lower == "no" and child.dep == "det" for child in governor.children):
            return Reality.UNREAL
        if governor.dep == "dobj" and governor.head.lemma in lexicons.words("kinds", "acts against"):
            return of_verb(governor.head)
        return Reality.UNREAL if governor.lemma in lexicons.words("unreal", "noun") else None
    if preposition.lower in _TOWARD - {"of"} and governor.lemma in lexicons.words("unreal", "toward"):
        return Reality.UNREAL
    return Reality.FACT


def _as_argument(noun: Word, verb: Word) -> Reality:
    if noun.dep == "dobj" and verb.lemma in lexicons.words("unreal", "thing"):
        return Reality.UNREAL
    if noun.dep in ("dobj", "nsubjpass") and (_is_demanded(verb) or _is_withheld(noun, verb)):
        return Reality.UNREAL
    if noun.dep == "dobj" and _may_be(verb) and noun.child("poss") is None and complement(noun, "of") is None:
        return Reality.UNREAL
    is_what_happens = noun.dep in ("nsubj", "nsubjpass") or verb.lemma in ("be", "hold", "conduct")
    if is_what_happens and verb.lemma in lexicons.words("kinds", "brings about"):
        return of_verb(verb)
    return Reality.FACT


def _may_be(verb: Word) -> bool:
    """Whether the verb says what can or may be done."""
    return any(child.lower in ("may", "can", "could", "might") for child in verb.children_by("aux"))


def _is_withheld(noun: Word, verb: Word) -> bool:
    """ "The hearing is set for June", "her early release was denied"."""
    planned = noun.dep == "nsubjpass" and verb.lemma in ("set", "schedule", "plan", "expect")
    return planned or (
        verb.lemma in ("deny", "refuse", "rule") and noun.lemma in ("release", "pardon", "amnesty", "retrial")
    )


def _is_demanded(verb: Word) -> bool:
    """ "Urged the court to review the sentences": what somebody is asked to do."""
    first = verb
    while first.dep == "conj" and first.head.is_verb:
        first = first.head
    return (
        first.dep in ("xcomp", "ccomp", "advcl")
        and first.head.lemma in lexicons.words("kinds", "demands")
        and (first.tag in ("VB", "VBP") or any(child.lower == "be" for child in first.children))
    )


def _governors(verb: Word) -> Iterator[Word]:
    """The verb, and the words above it that its reality hangs on: of which it is a complement or a coordinate."""
    word = verb
    for _ in range(_FARTHEST):
        yield word
        above = word.head
        complements = word.dep in ("xcomp", "conj", "acomp") and (above.is_verb or above.pos == "ADJ")
        wished = (
            word.dep == "ccomp"
            and word.index > above.index
            and above.is_verb
            and above.lemma in lexicons.words("unreal", "wish")
        )
        if above is word or not (complements or wished):
            return
        word = above


def _conditional(word: Word, *, duty_is_fact: bool) -> bool:
    """Whether the clause has a modal verb or an "if"; a coordinated verb without a subject shares those of the first."""
    modals, conditions = lexicons.words("unreal", "modal"), lexicons.words("unreal", "condition")
    for child in word.children:
        if child.dep == "aux" and child.lower in modals and not (duty_is_fact and child.lower in _DUTY):
            return True
        if (
            child.dep in ("mark", "advmod")
            and child.lower in conditions
            and (child.dep == "mark" or child.lower == "if")
            and not (child.lower == "until" and word.tag in ("VBD", "VBN"))
        ):
            return True
    if _is_imperative(word) or (word.dep == "csubj" and _may_be(word.head)):
        return True
    shares = word.dep == "conj" and word.head.is_verb and word.child("nsubj", "nsubjpass", "aux", "auxpass") is None
    return shares and _conditional(word.head, duty_is_fact=duty_is_fact)


def _is_imperative(verb: Word) -> bool:
    """ "Release her immediately": a demand."""
    return verb.tag == "VB" and verb.head is verb and verb.child("aux", "nsubj", "nsubjpass") is None


def _negated(verb: Word) -> bool:
    if verb.dep in ("acl", "relcl", "conj") and verb.head.lower in _NOBODY:
        return True
    for child in verb.children:
        is_argument = child.dep in ("nsubj", "nsubjpass", "dobj", "advmod")
        if child.dep in ("nsubj", "nsubjpass") and any(part.lower == "no" for part in child.children):
            return True
        if child.dep == "neg" or (is_argument and child.lower in _NEGATIVE):
            return not _not_only(child)
    shares = verb.dep == "conj" and verb.head.is_verb and verb.child("nsubj", "nsubjpass") is None
    return shares and _has_nobody(verb.head)


def _has_nobody(verb: Word) -> bool:
    """ "None of the six", "no officer": whose other verbs are denied as well."""
    return any(
        child.lower in _NOBODY or any(part.lower == "no" for part in child.children)
        for child in verb.children_by("nsubj", "nsubjpass")
    )


def _not_only(negation: Word) -> bool:
    """ "Not only were people arrested": they were."""
    beside = (word for word in negation.head.children if abs(word.index - negation.index) == 1)
    return any(word.lower in ("only", "just", "merely") for word in (*negation.children, *beside))


def _unreal_under(word: Word) -> bool:
    """What the word's own form says against what governs it: infinitives of purpose and of wishes, gerunds after "without"."""
    above = word.head
    if above is word or (word.dep == "ccomp" and word.index < above.index) or _was_ordered(word, above):
        return False
    infinitive = any(child.dep == "aux" and child.lower == "to" for child in word.children)
    if above.pos in ("ADP", "SCONJ") and word.dep in ("pcomp", "pobj"):
        return _unreal_gerund(above)
    if infinitive and word.dep in ("advcl", "acl", "relcl"):
        return True
    if word.dep not in ("xcomp", "ccomp", "acl", "advcl"):
        return False
    wished = above.lemma in lexicons.words("unreal", "wish") and above.lemma not in ("warn", "suggest")
    if wished and (infinitive or word.dep in ("xcomp", "ccomp")):
        return True
    told_as_fact = above.is_verb and above.lemma in lexicons.words("unreal", "fact")
    return infinitive and not told_as_fact and (above.is_verb or above.is_noun or above.pos == "ADJ")


def _was_ordered(word: Word, order: Word) -> bool:
    """ "A court ordered Korin held", "he was ordered to pay": what a court orders, and what is ordered of oneself, is so."""
    if order.lemma != "order" or not order.is_verb:
        return False
    if is_passive(order):
        return is_passive(word) or word.lemma in ("serve", "pay", "leave", "spend")
    actor = subject(order)
    return actor is not None and (actor.lemma in _COURTS) and word.dep in ("ccomp", "xcomp")


def _unreal_gerund(preposition: Word) -> bool:
    governor = preposition.head
    if preposition.lower in ("without", "instead", "from", "against", "rather"):
        return True
    if governor.is_noun:
        return governor.lemma in lexicons.words("unreal", "noun")
    return governor.is_verb and preposition.lower in _TOWARD and governor.lemma in lexicons.words("unreal", "wish")
