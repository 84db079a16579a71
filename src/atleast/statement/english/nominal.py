"""What `needs` asks of a noun in `event_nouns.toml`. A noun tells of an event where the text says whose it was, which one,
or that such things were so: "his arrest", "the trial", "the report documents beatings".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from atleast.statement.english import lexicons
from atleast.statement.english.candidate import Candidate
from atleast.statement.english.grammar import complement
from atleast.statement.english.tree import Word

_FARTHEST = 7
_CARE_ALONE = frozenset({"treatment", "medicine", "medication", "doctor"})
_UNITS = ("year", "month", "day", "week")


def _has_owner(candidate: Candidate) -> bool:
    noun = candidate.word
    return bool(candidate.affected) and (
        noun.child("poss") is not None or complement(noun, *candidate.trigger.owners) is not None
    )


def _is_definite(candidate: Candidate) -> bool:
    known = lexicons.words("kinds", "known one")
    for child in candidate.word.children:
        if child.dep == "poss" or child.entity == "DATE" or (child.dep == "amod" and child.lower in known):
            return True
        if child.dep == "det" and child.lower in ("the", "this", "these", "those"):
            return True
    return _is_told(candidate)


def _is_told(candidate: Candidate) -> bool:
    """Whether the text says that it was so: by a number, after "during", as what happened or what is documented."""
    noun = candidate.word
    if noun.child("nummod") is not None:
        return not _is_tallied(noun)
    if _is_listed(candidate) or _is_gone_to(noun):
        return True
    one_by_one = noun.tag == "NN" and noun.lemma in lexicons.words("kinds", "counted one by one")
    if one_by_one and noun.child("det", "poss", "amod", "nmod", "compound") is None:
        return False
    if (noun.tag == "NNS" or noun.lemma in lexicons.words("kinds", "not counted")) and _is_recounted(noun):
        return True
    return _is_argument_of_telling(noun)


def _is_tallied(noun: Word) -> bool:
    """ "Recorded 118 detentions": a count and no more."""
    return noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in ("record", "register", "count", "log", "tally")


def _is_gone_to(noun: Word) -> bool:
    """ "While covering a rally": a gathering at which somebody was."""
    gathering = noun.lemma in lexicons.words("kinds", "gathering")
    return gathering and noun.dep == "dobj" and noun.head.lemma in lexicons.words("kinds", "goes to a gathering")


def _is_argument_of_telling(noun: Word) -> bool:
    """Whether it, or what it is coordinated with, is what happened, what is documented, or what something was after."""
    first = noun
    while first.dep == "conj" and first.head.is_noun:
        first = first.head
    if first.dep == "attr":
        return first.head.child("expl") is not None
    if first.dep == "pobj":
        governor = first.head.head
        if (
            first.head.lower == "under"
            and noun.lemma == "torture"
            and governor.lemma in ("confess", "testify", "admit", "sign")
        ):
            return True
        told_of = governor.lemma in lexicons.words("telling", "noun") or governor.lemma in ("testify", "accuse")
        return first.head.lower in lexicons.words("kinds", "beside an event") or (
            first.head.lower in ("of", "to") and told_of
        )
    if first.dep == "nsubj" and first.head.lemma in lexicons.words("kinds", "happens"):
        return True
    return first.dep in ("dobj", "nsubjpass") and first.head.lemma in lexicons.words("telling", "verb")


def _is_recounted(noun: Word) -> bool:
    """Whether several or much of it is told of: called arbitrary or brutal, or under a word of telling."""
    gathering = noun.lemma in lexicons.words("kinds", "gathering")
    if any(child.lower in lexicons.words("telling", "adjective") for child in noun.children):
        return True
    if noun.dep == "pobj" and noun.head.lower in ("in", "under"):
        return False
    above = noun
    for _ in range(_FARTHEST):
        if above.head is above:
            return False
        above = above.head
        if above.is_verb:
            return above.lemma in lexicons.words("telling", "verb") and not gathering
        if above.is_noun and above.lemma in lexicons.words("telling", "noun") and not gathering:
            return True
    return False


def _in_it(candidate: Candidate) -> bool:
    """ "Was in detention", "spent 17 months in detention"; not "sentenced to two years in jail"."""
    noun = candidate.word
    if noun.dep != "pobj" or noun.head.lower not in ("in", "under"):
        return False
    governor = noun.head.head
    governor = governor.head if governor.lemma in _UNITS else governor
    return governor.lemma in lexicons.words("kinds", "is in a state")


def _on_it(candidate: Candidate) -> bool:
    """ "On charges of treason"."""
    noun = candidate.word
    return noun.tag == "NNS" and noun.dep == "pobj" and noun.head.lower == "on" and complement(noun, "of") is not None


def _comes_after(candidate: Candidate) -> bool:
    """ "Amid the latest report": what something else followed is told as an event."""
    noun = candidate.word
    return noun.dep == "pobj" and noun.head.lower in ("amid", "after", "following") and noun.head.head.is_verb


def _call_is_made(candidate: Candidate) -> bool:
    noun = candidate.word
    made = noun.dep == "dobj" and noun.head.lemma in lexicons.words("kinds", "makes a call")
    return made and complement(noun, "for", "to", "on") is not None


def _appeal_is_heard(candidate: Candidate) -> bool:
    noun = candidate.word
    heard = noun.dep in ("nsubjpass", "dobj") and noun.head.lemma in lexicons.words("kinds", "deals with an appeal")
    return heard and noun.child("poss") is not None


def _sanctions_on(candidate: Candidate) -> bool:
    noun = candidate.word
    return noun.tag == "NNS" and noun.child("det") is not None and complement(noun, "on", "against") is not None


def _of_a_body(candidate: Candidate) -> bool:
    return any(word.pos == "PROPN" or word.lemma in lexicons.words("bodies") for word in candidate.affected)


def _of_care(candidate: Candidate) -> bool:
    """ "The denial of medical care": what was withheld."""
    thing = complement(candidate.word, "of")
    care = lexicons.words("kinds", "medical care")
    return (
        thing is not None
        and thing.lemma in care
        and (thing.lemma in _CARE_ALONE or any(part.lemma in ("medical", "health") for part in thing.children))
    )


def _of_a_sum(candidate: Candidate) -> bool:
    """ "Released with a fine of 900 crowns"."""
    noun = candidate.word
    total = complement(noun, "of")
    counted = total is not None and (total.pos == "NUM" or total.child("nummod") is not None)
    return counted and noun.dep == "pobj" and noun.head.lower == "with"


def _term_in_prison(candidate: Candidate) -> bool:
    """ "Her four-year jail term", "whose three-year term"; not the term of a president."""
    noun = candidate.word
    of_prison = any(
        part.lemma in ("prison", "jail", "year") for child in noun.children for part in (child, *child.children)
    )
    return (
        noun.child("poss") is not None
        and of_prison
        and not any(child.lower in ("presidential", "second", "third") for child in noun.children)
    )


def _freed_under_it(candidate: Candidate) -> bool:
    noun = candidate.word
    return (
        noun.dep == "pobj"
        and noun.head.lower in ("under", "in", "by")
        and noun.head.head.lemma in ("release", "free", "liberate")
    )


def _in_the_dock(candidate: Candidate) -> bool:
    noun = candidate.word
    return (
        noun.dep == "pobj"
        and noun.head.lower == "in"
        and noun.head.head.lemma in ("be", "sit", "stand", "appear", "join")
    )


def _is_listed(candidate: Candidate) -> bool:
    """ "Concerning beatings; arbitrary arrests; torture": one of an enumeration that has told of another already."""
    noun, words = candidate.word, candidate.passage.tree.words
    low, _ = candidate.passage.tree.sentences[noun.sentence]
    first = noun.first
    while (
        first > low
        and words[first - 1].pos in ("ADJ", "NOUN", "ADV", "CCONJ")
        and words[first - 1].text not in (";", ",")
    ):
        first -= 1
    if first == low or words[first - 1].text not in (";", ",") or noun.child("det") is not None:
        return False
    earlier = [
        told.word.index for told in candidate.before if told.word.is_noun and low <= told.word.index < noun.index
    ]
    return bool(earlier) and not any(word.is_verb and word.dep != "amod" for word in words[earlier[-1] : noun.index])


ONE_OF: Mapping[str, Callable[[Candidate], bool]] = {
    "owner": _has_owner,
    "definite": _is_definite,
    "told": _is_told,
    "in it": _in_it,
    "on it": _on_it,
    "after": _comes_after,
    "call made": _call_is_made,
    "appeal heard": _appeal_is_heard,
    "sanctions on": _sanctions_on,
    "in the dock": _in_the_dock,
    "of care": _of_care,
    "of a sum": _of_a_sum,
    "a term in prison": _term_in_prison,
    "freed under it": _freed_under_it,
    "possessed": lambda candidate: candidate.word.child("poss") is not None,
}
"""Ways in which a noun may tell of an event: one of those that its entry names must hold."""
ALL_OF: Mapping[str, Callable[[Candidate], bool]] = {
    "of a body": _of_a_body,
    "of care": _of_care,
    "not a text": lambda candidate: not any(child.lower in ("press", "news") for child in candidate.word.children),
}
"""Further conditions: all of those that its entry names must hold."""
