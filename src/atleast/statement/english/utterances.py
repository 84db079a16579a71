"""Whose verb each utterance hangs on: a quotation belongs to the nearest verb of saying that can take it, and to no other.

The parser often loses its way around quotation marks, so that this goes by the order of the words: what stands between the
verb and the quotation, and on which side. Where the parser does hang the quotation on a verb, that verb is preferred.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import own_subject
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.saying_cue import quoted_as_saying
from atleast.statement.english.tree import Word

_NEVER_SPOKEN = frozenset({"find", "view"})
_SELDOM_SPOKEN = frozenset({"judge", "deny"})
_READS = frozenset({"read"})
_RELATIVE = frozenset({"who", "which", "that"})
_STOPS = frozenset({".", "!", "?", ";"})
_FARTHEST = 22
_FARTHEST_BEFORE_COLON = 40
_NEXT = 3
"""Characters between the end of a sentence and a quotation that goes on from it."""
_OTHER_VERB, _OTHER_SENTENCE, _SELDOM, _NO_SUBJECT, _HANGS_ON_IT = 6, 8, 3, 4, -6


def utterances_by_cue(passage: Passage) -> Mapping[int, tuple[Quotation, ...]]:
    """For the index of each verb that gives somebody the words of a quotation, those quotations in order."""
    utterances = [quotation for quotation in passage.quotations if quotation.is_utterance]
    found: dict[int, tuple[Quotation, ...]] = {}
    if not utterances:
        return found
    verbs = [
        word for word in passage.tree.words if _may_be_cue(word) and not passage.quotation_at(word.start, word.end)
    ]
    for quotation in utterances:
        inside = passage.tree.between(quotation.start, quotation.end)
        costs = [(cost, verb.index) for verb in verbs if (cost := _cost(verb, quotation, inside, passage)) is not None]
        if costs:
            nearest = min(costs)[1]
            found[nearest] = (*found.get(nearest, ()), quotation)
    return found


def _may_be_cue(word: Word) -> bool:
    manners = {entry.value for entry in lexicons.by_word("cues").get(word.lemma, ())}
    if (
        not manners
        or not (word.is_verb or word.tag in ("VBD", "VBZ", "VBP", "VBN"))
        or word.dep in ("amod", "compound")
    ):
        return False
    return (not manners <= _NEVER_SPOKEN or word.lemma in _READS) and quoted_as_saying(word) is None


def _cost(verb: Word, quotation: Quotation, inside: Sequence[Word], passage: Passage) -> int | None:
    """How far the verb is from the quotation, in words and in what stands between; None where it cannot take it."""
    if not inside:
        return None
    words = passage.tree.words
    first, last = inside[0].index, inside[-1].index
    after = verb.index > last
    between = words[last + 1 : verb.index] if after else words[verb.index + 1 : first]
    stops = sum(word.text in _STOPS for word in between) + (after and _is_over(inside))
    farthest = _FARTHEST_BEFORE_COLON if not after and between and between[-1].text == ":" else _FARTHEST
    if len(between) > farthest or (after and (stops or _is_relative(verb))) or stops > 1:
        return None
    if stops and (_is_relative(verb) or not _goes_on(verb, quotation, passage)):
        return None
    hangs = any(word.head is verb for word in inside) or (after and first <= verb.head.index <= last)
    seldom = {entry.value for entry in lexicons.by_word("cues")[verb.lemma]} <= _SELDOM_SPOKEN
    return (
        len(between)
        + _OTHER_VERB * sum(map(_is_finite, between))
        + _OTHER_SENTENCE * stops
        + _NO_SUBJECT * (own_subject(verb) is None)
        + _HANGS_ON_IT * hangs
        + _SELDOM * seldom
    )


def _is_over(inside: Sequence[Word]) -> bool:
    """Whether a quotation ends with a full stop, so that what follows it is another sentence."""
    ends = [word for word in inside if word.text not in ('"', "'")]
    return bool(ends) and ends[-1].text == "."


def _is_relative(verb: Word) -> bool:
    who = own_subject(verb)
    return who is not None and who.lower in _RELATIVE


def _goes_on(verb: Word, quotation: Quotation, passage: Passage) -> bool:
    """'"...," she said. "They ..."': a sentence in which somebody speaks already is followed by more of it."""
    low, high = passage.sentence_span(verb)
    spoken = any(
        other.is_utterance and other is not quotation and low < other.end and other.start < verb.start
        for other in passage.quotations
    )
    return spoken and quotation.start - high <= _NEXT


def _is_finite(word: Word) -> bool:
    return word.tag in ("VBD", "VBZ", "VBP", "MD") and word.dep not in ("aux", "auxpass")
