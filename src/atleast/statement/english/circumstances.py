"""By which article an event was, to what penalty, on what grounds: what its clause says, and nothing more."""

from __future__ import annotations

from functools import cache

from atleast.model.words import EventType, Ground
from atleast.statement.articles import find_articles
from atleast.statement.english import lexicons
from atleast.statement.english.candidate import Told
from atleast.statement.english.page import Page, Passage
from atleast.statement.penalties import find_penalties

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
