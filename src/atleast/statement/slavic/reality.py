"""Whether words say that something was so: negation, wishes and conditions, hedges."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atleast.model.words import Certainty, EventType
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.inflection import Kind
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.triggers import Trigger
from atleast.statement.slavic.wording import is_negated

_REACH = 6
_NEAR = 4
_DENIAL_REACH = 8
_WAS = frozenset(
    """было применяли применялись проводили проводилось подтвердились подтвердилось подтвердилась ужывалі ужывалася
    пацвердзіліся пацвердзілася застосовували застосовувалась підтвердилися підтвердилася""".split()
)
"""Verbs that with "not" before them deny a noun: "пытки не применялись", "слухи об аресте не подтвердились"."""
_WHETHER = frozenset("чи ці".split())
_HEARINGS = frozenset({EventType.TRIAL, EventType.APPEAL})
_HELD_ANYWAY = frozenset({EventType.ELECTION})


def is_unreal(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether the event is only wanted, planned, possible or spoken of in general."""
    if trigger.form.kind is Kind.FUTURE or _is_conditional(trigger, passage, page):
        return True
    before = passage.words[max(sentence.first, trigger.word.index - _REACH) : trigger.word.index]
    if trigger.form.kind is Kind.INFINITIVE:
        return not _begins(before, page, "fact")
    near = [one for one in before[-_NEAR:] if one.segment == trigger.word.segment]
    if is_scheduled(trigger, passage, sentence, page):
        return False
    if trigger.is_noun:
        return _is_noun_unreal(trigger, near, page)
    passive = trigger.form.kind in (Kind.PREDICATE, Kind.PASSIVE)
    return passive and any(one.low in lexicons.words(page.language, "unreal", "modal") for one in near)


def is_scheduled(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """ "Суд назначен на 17 июня", "его ждёт суд": a hearing that is still to come."""
    if trigger.type not in _HEARINGS or not trigger.is_noun:
        return False
    words = passage.words[
        max(sentence.first, trigger.word.index - _REACH) : min(sentence.last, trigger.word.index + _REACH)
    ]
    return _begins([one for one in words if one.segment == trigger.word.segment], page, "scheduled")


def _is_conditional(trigger: Trigger, passage: Passage, page: Page) -> bool:
    conditions = lexicons.words(page.language, "unreal", "condition")
    segment = passage.segment(trigger.word)
    asks = next((one.low for one in segment if one.is_word), "") in _WHETHER
    return asks or any(one.low in conditions for one in segment)


def _is_noun_unreal(trigger: Trigger, near: Sequence[Word], page: Page) -> bool:
    """ "Требуют освобождения", "под угрозой ареста", "будет протест"."""
    unlikely = lexicons.either(page.language, "unreal", "modal", "lacking")
    if any(one.low in unlikely for one in near[-2:]) or _begins(near, page, "wish"):
        return True
    line = " " + " ".join(one.low for one in near)
    phrases = lexicons.stems(page.language, "unreal", "noun")
    return trigger.type not in _HELD_ANYWAY and any(f" {phrase}" in line for phrase in phrases)


def _begins(words: Sequence[Word], page: Page, value: str) -> bool:
    """Whether one of the words begins as the lexicon says."""
    stems = lexicons.stems(page.language, "unreal", value)
    return any(one.low.startswith(stems) for one in words)


def is_denied(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether the sentence itself says that it was not so."""
    if "negated" in trigger.entry.needs:
        return False
    if trigger.is_noun:
        before = passage.words[trigger.word.index - 1].low if trigger.word.index > sentence.first else ""
        end = min(sentence.last, trigger.word.index + _DENIAL_REACH)
        after = [word.low for word in passage.words[trigger.word.index + 1 : end]]
        negations = lexicons.words(page.language, "unreal", "negation")
        was_not = any(one in negations and other in _WAS for one, other in pairwise(after))
        return was_not or before in lexicons.words(page.language, "unreal", "none")
    return is_negated(trigger.word, passage, sentence, page.language)


def hedges(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> list[Certainty]:
    """How sure the words of the sentence say that the event is: "якобы", "по неподтверждённым данным"."""
    starts = lexicons.phrase_starts(page.language, "hedges")
    found = [Certainty.HYPOTHETICAL] if is_scheduled(trigger, passage, sentence, page) else []
    for word in passage.words_of(sentence):
        if word.low not in starts or abs(word.segment - trigger.word.segment) > 1:
            continue
        for phrase, entry in starts[word.low]:
            if tuple(one.low for one in passage.words[word.index : word.index + len(phrase)]) == phrase:
                found.append(Certainty(entry.value))
                break
    return found
