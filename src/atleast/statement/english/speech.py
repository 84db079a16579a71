"""Who says which words in a paragraph: by a verb, by "according to", by a noun or an adjective, by a colon."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import complement, subject
from atleast.statement.english.page import Passage
from atleast.statement.english.saying import Manner, Saying, can_speak, without_gaps
from atleast.statement.english.saying_verbs import saying_by_verb
from atleast.statement.english.tree import Word

__all__ = ["Manner", "Saying", "sayings"]

_SOURCES = ("according", "citing", "quoting")
_MISTAKEN = ("view", "regard")
"""Verbs that the parser takes for nouns."""
_FINITE = ("VBN", "VBD", "VBZ", "VBP")
_FARTHEST_COLON = 6
_CLAIMING_NOUNS = {
    **dict.fromkeys(("claim", "allegation", "accusation"), Manner.CLAIM),
    **dict.fromkeys(("statement", "warning", "announcement", "account", "word"), Manner.SAY),
    **dict.fromkeys(("belief", "opinion", "view", "assessment"), Manner.BELIEVE),
    **dict.fromkeys(("finding", "conclusion"), Manner.FIND),
}


def sayings(passage: Passage) -> list[Saying]:
    """The sayings of a paragraph, in order of their cues."""
    found = (_saying(word, passage) for word in passage.tree.words)
    return [saying for saying in found if saying is not None]


def _saying(word: Word, passage: Passage) -> Saying | None:
    views = lexicons.values("views")
    if word.lower in _SOURCES:
        return _by_source(word, passage)
    if word.lemma in lexicons.by_word("cues") and _is_verb(word):
        return saying_by_verb(word, passage)
    if word.is_noun and (word.lemma in _CLAIMING_NOUNS or word.lemma in views):
        return _by_noun(word, passage)
    if word.lower in views and (word.dep in ("acomp", "conj", "ROOT") or word.tag == "VBN"):
        return _by_adjective(word, passage)
    return _by_colon(word, passage) if word.text == ":" and word.index else None


def _is_verb(word: Word) -> bool:
    return word.pos == "VERB" or word.tag in _FINITE or (word.lemma in _MISTAKEN and word.child("dobj") is not None)


def _by_source(word: Word, passage: Passage) -> Saying | None:
    """ "According to the report, ...", "..., citing the ministry"."""
    to = next((child for child in word.children if child.lower == "to"), None)
    source = to.child("pobj") if to is not None else word.child("dobj", "pobj")
    if source is None:
        return None
    low, high = passage.sentence_span(word)
    rest = without_gaps((low, word.start), (passage.tree.words[source.last].end, high))
    return Saying(word, Manner.SAY, source, rest)


def _by_noun(noun: Word, passage: Passage) -> Saying | None:
    """ "The family's claim that ...", "the findings were that ...", "in its account ..."."""
    words = passage.tree.words
    speaker = noun.child("poss") or complement(noun, "by", "of", "from")
    clause = _that_clause(noun)
    if clause is not None and noun.lemma in _CLAIMING_NOUNS:
        said = (words[clause.first].start, words[clause.last].end)
        return Saying(noun, _CLAIMING_NOUNS[noun.lemma], speaker or noun, (said,))
    if (
        noun.lemma in lexicons.words("views", "noun")
        and noun.dep == "pobj"
        and noun.head.lower in ("in", "by", "from", "on")
        and speaker is not None
    ):
        low, high = passage.sentence_span(noun)
        return Saying(noun, Manner.SAY, speaker, without_gaps((low, noun.head.start), (words[noun.last].end, high)))
    return None


def _that_clause(noun: Word) -> Word | None:
    beside: Sequence[Word] = noun.head.children if noun.dep == "nsubj" and noun.head.lemma == "be" else ()
    for child in (*noun.children, *beside):
        if (
            child.dep in ("acl", "ccomp", "relcl", "attr")
            and child.is_verb
            and any(mark.lower == "that" and mark.dep == "mark" for mark in child.children)
        ):
            return child
    return None


def _by_adjective(word: Word, passage: Passage) -> Saying | None:
    """ "The envoy is concerned that ...", "... was alarmed by the trials"."""
    speaker = subject(word) if word.is_verb else word.head.child("nsubj")
    said = word.child("ccomp", "prep", "xcomp", "agent")
    if said is None or not can_speak(speaker):
        return None
    words = passage.tree.words
    return Saying(word, Manner.BELIEVE, speaker, ((words[said.first].start, words[said.last].end),))


def _by_colon(colon: Word, passage: Passage) -> Saying | None:
    """'Vasil Korin: "We were beaten."'."""
    before = passage.tree.words[colon.index - 1]
    following = next(
        (quote for quote in passage.quotations if 0 <= quote.start - colon.end <= 2 and quote.is_utterance), None
    )
    if (
        following is None
        or before.pos != "PROPN"
        or before.first - passage.tree.sentences[before.sentence][0] > _FARTHEST_COLON
    ):
        return None
    return Saying(colon, Manner.SAY, before, ((following.start, following.end),), quoted=True)
