"""Who says which words in a paragraph: by a verb, by "according to", by a noun or an adjective, by a colon."""

from __future__ import annotations

from collections.abc import Mapping

from atleast.statement.english import lexicons
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.saying import Manner, Saying
from atleast.statement.english.saying_nouns import by_adjective, by_carrier, by_colon, by_noun, by_source
from atleast.statement.english.saying_verbs import saying_by_verb
from atleast.statement.english.tree import Word
from atleast.statement.english.utterances import utterances_by_cue

__all__ = ["Manner", "Saying", "sayings"]

_SOURCES = ("according", "citing", "quoting")
_MISTAKEN = ("view", "regard")
"""Verbs that the parser takes for nouns."""
_FINITE = ("VBN", "VBD", "VBZ", "VBP")


def sayings(passage: Passage) -> list[Saying]:
    """The sayings of a paragraph, in order of their cues."""
    utterances = utterances_by_cue(passage)
    found = (_saying(word, passage, utterances) for word in passage.tree.words)
    return [saying for saying in found if saying is not None]


def _saying(word: Word, passage: Passage, utterances: Mapping[int, tuple[Quotation, ...]]) -> Saying | None:
    views = lexicons.values("views")
    if word.lower in _SOURCES:
        return by_source(word, passage)
    if _is_verb(word):
        carried = by_carrier(word, passage) if word.lemma in lexicons.words("saying", "carries words") else None
        if carried is not None:
            return carried
        if word.lemma in lexicons.by_word("cues"):
            return saying_by_verb(word, passage, utterances.get(word.index, ()))
    if word.is_noun and (word.lemma in lexicons.values("claims") or word.lemma in views):
        return by_noun(word, passage)
    if word.lower in views and (word.dep in ("acomp", "conj", "ROOT") or word.tag == "VBN"):
        return by_adjective(word, passage)
    return by_colon(word, passage) if word.text == ":" and word.index else None


def _is_sentence_verb(word: Word) -> bool:
    """ "Lavia calls on Velmaria to ...": a verb that the parser takes for the only noun of its sentence."""
    name = word.child("compound")
    alone = word.dep == "ROOT" and word.tag == "NNS" and name is not None and name.pos == "PROPN"
    return alone and any(
        child.index == word.index + 1 and child.dep in ("prep", "acl", "ccomp") for child in word.children
    )


def _is_verb(word: Word) -> bool:
    if word.pos == "VERB" or word.tag in _FINITE:
        return True
    governs_clause = (
        word.dep == "ROOT" and word.child("nsubj", "compound") is not None and word.child("ccomp") is not None
    )
    return (word.is_noun and (governs_clause or _is_sentence_verb(word))) or (
        word.lemma in _MISTAKEN and word.child("dobj") is not None
    )
