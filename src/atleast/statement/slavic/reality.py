"""Whether words say that something was so: negation, wishes and conditions, hedges."""

from __future__ import annotations

from atleast.model.words import Certainty, EventType
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.inflection import Kind
from atleast.statement.slavic.page import Page, Passage, Sentence
from atleast.statement.slavic.triggers import Trigger, is_negated

_REACH = 6
_NOUN_REACH = 4
_HELD_ANYWAY = frozenset({EventType.ELECTION})


def is_unreal(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether the event is only wanted, planned, possible or spoken of in general."""
    if trigger.form.kind is Kind.FUTURE:
        return True
    word, language = trigger.word, page.language
    segment = [one for one in passage.segment(word) if one.index != word.index]
    if any(one.low in lexicons.words(language, "unreal", "condition") for one in segment):
        return True
    before = [one for one in passage.words[max(sentence.first, word.index - _REACH) : word.index]]
    if trigger.form.kind is Kind.INFINITIVE:
        return not any(
            one.low.startswith(stem) for one in before for stem in lexicons.stems(language, "unreal", "fact")
        )
    if trigger.form.kind in (Kind.PREDICATE, Kind.PASSIVE) and any(
        one.low in lexicons.words(language, "unreal", "modal") for one in before[-4:] if one.segment == word.segment
    ):
        return True
    if not trigger.is_noun:
        return False
    if any(
        one.low in lexicons.words(language, "unreal", "modal") for one in before[-2:] if one.segment == word.segment
    ):
        return True
    near = [one for one in before[-_NOUN_REACH:] if one.segment == word.segment]
    if any(one.low.startswith(stem) for one in near for stem in lexicons.stems(language, "unreal", "wish")):
        return True
    line = " " + " ".join(one.low for one in near)
    return trigger.type not in _HELD_ANYWAY and any(
        f" {phrase}" in line for phrase in lexicons.stems(language, "unreal", "noun")
    )


def is_denied(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether the sentence itself says that it was not so."""
    if "negated" in trigger.entry.needs:
        return False
    if trigger.is_noun:
        before = passage.words[trigger.word.index - 1].low if trigger.word.index > sentence.first else ""
        return before in lexicons.words(page.language, "unreal", "none")
    return is_negated(trigger.word, passage, sentence, page.language)


def hedges(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> list[Certainty]:
    """How sure the words of the sentence say that the event is: "якобы", "по неподтверждённым данным"."""
    starts = lexicons.phrase_starts(page.language, "hedges")
    found: list[Certainty] = []
    for word in passage.words_of(sentence):
        if word.low not in starts or abs(word.segment - trigger.word.segment) > 1:
            continue
        for phrase, entry in starts[word.low]:
            if tuple(one.low for one in passage.words[word.index : word.index + len(phrase)]) == phrase:
                found.append(Certainty(entry.value))
                break
    return found
