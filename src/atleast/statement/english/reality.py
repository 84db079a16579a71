"""Whether words say that something was so, that it was not, or neither: wishes, plans, conditions, possibilities.

Goes up from a word through what governs it, after the idea of veridicality (Saurí and Pustejovsky, FactBank, 2009): "was
forced to leave" tells of leaving, "threatened to leave" does not.
"""

from __future__ import annotations

from enum import Enum, auto

from atleast.statement.english import lexicons
from atleast.statement.english.tree import Word

_HAPPENING = frozenset(
    {
        "begin",
        "start",
        "take",
        "be",
        "happen",
        "open",
        "hold",
        "continue",
        "follow",
        "occur",
        "come",
        "resume",
        "go",
        "schedule",
        "expect",
        "lead",
        "await",
        "conduct",
        "carry",
        "make",
    }
)
_NEGATIVE = frozenset({"no", "neither", "nobody", "none", "never", "nor", "without"})
_DUTY = frozenset({"must"})


class Reality(Enum):
    """What a text says of an event."""

    FACT = auto()
    DENIED = auto()
    UNREAL = auto()


def of_verb(verb: Word, *, duty_is_fact: bool = False) -> Reality:
    """The reality of what a verb tells. `duty_is_fact`: "must serve ten years" tells of a sentence."""
    result = Reality.FACT
    word = verb
    for _ in range(12):
        step = _local(word, top=word is verb, duty_is_fact=duty_is_fact)
        if step is Reality.UNREAL:
            return step
        if step is Reality.DENIED and word is verb:
            result = step
        step = _governed(word)
        if step is Reality.UNREAL:
            return step
        above = _veridical_parent(word)
        if above is None:
            return result
        if above.is_verb and word.dep in ("xcomp",) and _negated(above):
            result = Reality.DENIED
        word = above
    return result


def of_noun(noun: Word) -> Reality:
    """The reality of what a noun tells."""
    if noun.dep == "compound":
        return Reality.UNREAL
    if any(
        child.lower in ("any", "possible", "potential", "future", "further", "planned", "such")
        and child.dep in ("det", "amod")
        for child in noun.children
    ):
        return Reality.UNREAL
    if any(child.lower == "no" and child.dep == "det" for child in noun.children):
        return Reality.DENIED
    above, word = noun.head, noun
    for _ in range(6):
        if above is word:
            return Reality.FACT
        if above.pos == "ADP":
            if above.lower == "without":
                return Reality.UNREAL
            if above.head.is_verb and above.head.lemma in ("issue", "seek", "obtain") and above.lower == "for":
                return Reality.UNREAL
            governor = above.head
            if (
                governor.is_noun
                and governor.dep == "dobj"
                and governor.head.lemma in ("investigate", "prevent", "prohibit", "stop", "end", "examine")
            ):
                return of_verb(governor.head)
            if (
                above.lower in ("for", "to", "on", "upon", "of")
                and governor is not above
                and _wishes(governor, above.lower)
            ):
                return Reality.UNREAL
            if governor.is_noun and governor is not above:
                word, above = governor, governor.head
                if word.lemma in lexicons.words("unreal", "noun"):
                    return Reality.UNREAL
                continue
            return _clause_of_noun(governor, subject=False)
        if above.is_noun:
            if word.dep in ("conj", "appos", "compound", "poss", "nmod"):
                word, above = above, above.head
                continue
            return Reality.FACT
        if above.is_verb:
            if word.dep == "dobj" and above.lemma in lexicons.words("unreal", "thing"):
                return Reality.UNREAL
            return _clause_of_noun(
                above, subject=word.dep in ("nsubj", "nsubjpass") or above.lemma in ("be", "hold", "conduct")
            )
        word, above = above, above.head
    return Reality.FACT


def _clause_of_noun(verb: Word, *, subject: bool) -> Reality:
    if not verb.is_verb:
        return Reality.FACT
    if subject and verb.lemma in _HAPPENING:
        return of_verb(verb)
    return Reality.FACT


def _wishes(governor: Word, preposition: str) -> bool:
    if governor.is_noun:
        return governor.lemma in lexicons.words("unreal", "noun")
    if governor.is_verb or governor.pos == "ADJ":
        return (
            preposition in ("for", "to", "on", "upon")
            and governor.lemma in lexicons.words("unreal", "wish")
            and governor.lemma not in ("set", "due", "order", "warn", "suggest")
        )
    return False


def _local(word: Word, *, top: bool, duty_is_fact: bool) -> Reality:
    modals = lexicons.words("unreal", "modal")
    verb = word
    for _ in range(4):
        for child in verb.children:
            if (
                child.dep == "aux"
                and child.lower in modals
                and not (duty_is_fact and child.lower in _DUTY)
                and not (child.lower == "could" and _negated(verb) and not top)
            ):
                return Reality.UNREAL
            if child.dep == "mark" and child.lower in lexicons.words("unreal", "condition"):
                return Reality.UNREAL
            if child.dep == "advmod" and child.lower in ("if", "when") and child.lower == "if":
                return Reality.UNREAL
        if verb.dep == "conj" and verb.head.is_verb and not verb.child("nsubj", "nsubjpass", "aux", "auxpass"):
            verb = verb.head
            continue
        break
    if _negated(word):
        return Reality.DENIED
    return Reality.FACT


def _negated(verb: Word) -> bool:
    for child in verb.children:
        if child.dep in ("nsubj", "nsubjpass") and any(part.lower == "no" for part in child.children):
            return True
        if child.dep == "neg" or (child.dep in ("nsubj", "nsubjpass", "dobj", "advmod") and child.lower in _NEGATIVE):
            return not _not_only(child)
        if child.dep in ("nsubj", "nsubjpass") and any(
            part.lower == "no" and part.dep == "det" for part in child.children
        ):
            return True
    return False


def _not_only(negation: Word) -> bool:
    """ "Not only were people arrested": they were."""
    return any(
        child.lower in ("only", "just", "merely")
        for child in (
            *negation.children,
            *(word for word in negation.head.children if abs(word.index - negation.index) == 1),
        )
    )


def _governed(word: Word) -> Reality:
    """What the word's own form says against what governs it: infinitives of purpose and of wishes, gerunds after "without"."""
    above = word.head
    if above is word:
        return Reality.FACT
    infinitive = any(child.dep == "aux" and child.lower == "to" for child in word.children)
    wish = lexicons.words("unreal", "wish")
    fact = lexicons.words("unreal", "fact")
    if above.pos in ("ADP", "SCONJ") and word.dep in ("pcomp", "pobj"):
        if above.lower in ("without", "instead", "before", "from", "against", "rather"):
            return Reality.FACT if above.lower == "before" else Reality.UNREAL
        governor = above.head
        if governor.is_noun and governor.lemma in lexicons.words("unreal", "noun"):
            return Reality.UNREAL
        if above.lower in ("for", "of", "to", "on") and governor.lemma in wish and governor.is_verb:
            return Reality.UNREAL
        return Reality.FACT
    if infinitive and word.dep in ("advcl", "acl", "relcl"):
        return Reality.UNREAL
    if word.dep == "ccomp" and word.index < above.index:
        return Reality.FACT
    if word.dep in ("xcomp", "ccomp", "acl", "advcl"):
        if (
            above.lemma in wish
            and (infinitive or word.dep in ("xcomp", "ccomp"))
            and above.lemma not in ("warn", "suggest")
        ):
            return Reality.UNREAL
        if infinitive and above.is_verb and above.lemma not in fact and above.lemma not in ("be",):
            return Reality.UNREAL
        if infinitive and above.pos in ("ADJ", "NOUN"):
            return Reality.UNREAL
        if infinitive and above.lemma == "be" and word.dep == "xcomp":
            return Reality.UNREAL
    return Reality.FACT


def _veridical_parent(word: Word) -> Word | None:
    """What the word's reality hangs on: its governor, where the word is a complement, a condition's clause or a coordinate."""
    above = word.head
    if above is word:
        return None
    if word.dep in ("xcomp", "conj") and (above.is_verb or above.pos == "ADJ"):
        return above
    if (
        word.dep == "ccomp"
        and word.index > above.index
        and above.is_verb
        and above.lemma in lexicons.words("unreal", "wish")
    ):
        return above
    return None
