"""Where an event was, by which article, to what penalty, on what grounds: what its clause says, and nothing more."""

from __future__ import annotations

from functools import cache

from atleast.model.words import EventType, Ground
from atleast.statement.articles import find_articles
from atleast.statement.english import lexicons
from atleast.statement.english.candidate import Told
from atleast.statement.english.discourse import Discourse
from atleast.statement.english.grammar import SUBJECTS, phrase
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word
from atleast.statement.penalties import find_penalties

_WHERE = frozenset(
    {"in", "near", "at", "outside", "inside", "from", "to", "across", "around", "of", "within", "on", "into"}
)
_HELD_AT = frozenset({"in", "at", "inside", "to", "from", "into"})
_BESIDE = frozenset({"near", "in", "outside", "of"})
_PLACES = ("GPE", "LOC", "FAC")
_OF_LAW = frozenset({EventType.CHARGE, EventType.SENTENCE, EventType.ARREST, EventType.FINE, EventType.TRIAL})
_WITH_PENALTY = frozenset({EventType.SENTENCE, EventType.FINE})
_WITH_GROUNDS = _OF_LAW | {EventType.SEARCH, EventType.DISMISSAL, EventType.ILL_TREATMENT}
_CAUSES = (" for ", " over ", " because ", " on charges ", " on suspicion ")
_ACCUSATIONS = (*_CAUSES, " with ", " of ", " under ")
_STOPS = (";", ", while ", ", who ", ", but ", ", wh", " after ", ", calling ", ", saying ", " in which ")
_LONGEST_REASON = 300
_RULED_OUT = {
    Ground.EXPRESSION_ONLINE: {Ground.EXPRESSION},
    Ground.READING: {Ground.EXPRESSION, Ground.EXPRESSION_ONLINE},
    Ground.LANGUAGE: {Ground.EXPRESSION, Ground.ASSEMBLY},
}
"""A ground that is more exact rules out those that its words also suggest."""


def place_and_facility(told: Told, passage: Passage, discourse: Discourse) -> tuple[str | None, str | None]:
    """Where it was: a place by name, and where somebody was held, as the clause says."""
    held = lexicons.words("facilities", "held")
    place = facility = None
    for word in passage.tree.words[told.word.first : told.word.last + 1]:
        if word.dep != "pobj" or word.head.lower not in _WHERE or discourse.names.at(passage, word) is not None:
            continue
        if facility is None and _is_facility(word, held) and word.head.lower in _HELD_AT:
            facility, beside = _facility(word, passage, discourse.page)
            place = place or beside
        elif place is None and word.entity in _PLACES and _stands_at(word, told.word, held):
            place = _entity(word, passage, discourse.page)
    return place, facility


def _is_facility(noun: Word, held: frozenset[str]) -> bool:
    """ "A cell"; "Penal Colony No. 4", whichever of its words the parser takes for the head."""
    return noun.lemma in held or (noun.pos in ("PROPN", "NUM") and any(part.lemma in held for part in noun.children))


def _facility(noun: Word, passage: Passage, page: Page) -> tuple[str, str | None]:
    """A prison or the like, with the place behind it: "prison near Tarsk", however the parser hangs the place."""
    words = passage.tree.words
    start, end = phrase(noun, passage.tree)
    after = next((word for word in words[noun.index + 1 :] if word.start >= end), None)
    place = after.child("pobj") if after is not None and after.pos == "ADP" and after.lower in _BESIDE else None
    if (
        place is None
        or place.pos != "PROPN"
        or place.entity == "DATE"
        or place.first != (after.index if after is not None else 0) + 1
    ):
        return _one_line(page.text[start:end]), None
    return _one_line(page.text[start : place.end]), _entity(place, passage, page)


def _stands_at(place: Word, event: Word, held: frozenset[str]) -> bool:
    """Whether a place hangs on the event itself, on where somebody is held, or on the court or office that acts."""
    for above in place.ancestors():
        if above is event:
            return True
        acts = above.dep in SUBJECTS and above.lemma in lexicons.words("authorities")
        if above.pos != "ADP" and above.lemma not in held and not acts:
            return False
    return False


def _entity(word: Word, passage: Passage, page: Page) -> str:
    words = passage.tree.words
    low = high = word.index
    while low > passage.tree.sentences[word.sentence][0] and _same_name(words[low - 1], word):
        low -= 1
    while high + 1 < len(words) and _same_name(words[high + 1], word):
        high += 1
    return _one_line(page.text[words[low].start : words[high].end])


def _same_name(word: Word, other: Word) -> bool:
    return word.entity == other.entity != "" and word.pos == "PROPN"


def law(told: Told, passage: Passage, page: Page) -> tuple[tuple[str, ...], str | None]:
    """The articles and the penalty that the clause names, for the types that have them."""
    low, high = passage.sentence_span(told.word)
    end = passage.tree.words[told.word.last].end
    articles = find_articles(page.text, low, high, lexicons.LANGUAGE) if told.trigger.type in _OF_LAW else []
    penalties = (
        find_penalties(page.text, told.start, max(end, told.end), lexicons.LANGUAGE)
        if told.trigger.type in _WITH_PENALTY
        else []
    )
    return tuple(_one_line(one.text) for one in articles), "; ".join(_one_line(one.text) for one in penalties) or None


def grounds(told: Told, passage: Passage, page: Page) -> tuple[Ground, ...]:
    """What it was for, by the words of the reason that the clause gives; for a protest, assembly."""
    if told.trigger.type is EventType.PROTEST:
        return (Ground.ASSEMBLY,)
    if told.trigger.type not in _WITH_GROUNDS:
        return ()
    reason = _reason(told, passage, page)
    found = {ground for words, ground in _ground_words() if words in reason}
    for ground, others in _RULED_OUT.items():
        if ground in found:
            found -= others
    return tuple(ground for ground in Ground if ground in found)


def _reason(told: Told, passage: Passage, page: Page) -> str:
    """The reason that the clause gives, in small letters after a space; empty where it gives none."""
    words = passage.tree.words
    last = words[told.word.last].end if told.word.last > told.word.index else passage.sentence_span(told.word)[1]
    text = f" {_one_line(page.text[told.end : min(last, told.end + _LONGEST_REASON)]).lower()} "
    accuses = told.trigger.type is EventType.CHARGE or told.word.lemma == "convict" or told.trigger.more == "guilty"
    begins = _first(text, _ACCUSATIONS if accuses else _CAUSES)
    reason = text[begins:]
    return reason[: _first(reason, _STOPS)]


def _first(text: str, phrases: tuple[str, ...]) -> int:
    """Where the first of some phrases begins; the end of the text where none does."""
    return min((found for phrase_ in phrases if (found := text.find(phrase_)) >= 0), default=len(text))


@cache
def _ground_words() -> tuple[tuple[str, Ground], ...]:
    return tuple((f" {word}", Ground(value)) for word, value in lexicons.values("grounds").items())


def _one_line(text: str) -> str:
    return " ".join(text.split())
