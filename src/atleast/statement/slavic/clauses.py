"""Clauses inside others: "в которых …", "когда …", "отбывавший три года"."""

from __future__ import annotations

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.page import Passage, Word

_COORDINATING = frozenset("а но але ды однак однако аднак".split())
_PARTICIPLES = tuple(
    """вший вшая вшие вшего вшую вшей щий щая щие щего щую анный анная анные анного анную енный енная енные енного енную
    аны ены аная еная аную еную анага енага аныя еныя аний ений ана ена ані ені аного еного ану ену""".split()
)


def is_embedded(word: Word, passage: Passage, language: str) -> bool:
    """Whether a word stands in a clause inside another: "в которых …", "когда …", "отбывавший три года"."""
    opening = [one.low for one in passage.segment(word) if one.is_word][:3]
    if not opening:
        return False
    relative = lexicons.words(language, "pronouns", "relative")
    starts = lexicons.words(language, "unreal", "subordinator") - _COORDINATING
    begins = word.segment > passage.words[passage.sentence_of(word).first].segment
    return (
        any(low in relative for low in opening)
        or opening[0] in starts
        or (begins and opening[0].endswith(_PARTICIPLES))
    )
