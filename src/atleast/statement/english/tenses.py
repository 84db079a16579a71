"""The tense in which a verb tells something."""

from __future__ import annotations

from enum import Enum, auto

from atleast.statement.english.tree import Word

_BEFORE_NOW = ("VBD", "VBN")
_NOW = ("VBZ", "VBP")


class Tense(Enum):
    """As far as it tells one happening from the next."""

    PAST = auto()
    PRESENT = auto()
    PERFECT = auto()
    PLUPERFECT = auto()
    NONE = auto()
    """An infinitive, a gerund, a noun."""


def tense_of(word: Word) -> Tense:
    """The tense of a verb; a coordinated one without an auxiliary shares that of the first, an infinitive that above it."""
    helpers = word.children_by("aux", "auxpass")
    having = next((helper for helper in helpers if helper.lemma == "have"), None)
    if having is not None:
        return Tense.PLUPERFECT if having.tag == "VBD" else Tense.PERFECT
    finite = next((helper for helper in helpers if helper.tag in ("VBD", *_NOW)), None)
    if finite is not None:
        return Tense.PAST if finite.tag == "VBD" else Tense.PRESENT
    shares = word.dep in ("conj", "xcomp") and word.head.is_verb
    if shares and word.tag != "VBD":
        return tense_of(word.head)
    if word.tag in _NOW:
        return Tense.PRESENT
    return Tense.PAST if word.tag in _BEFORE_NOW and word.is_verb else Tense.NONE
