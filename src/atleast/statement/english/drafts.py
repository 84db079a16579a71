"""Statements of a paragraph in the making: whose words they are, and how sure its words make them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atleast.model.statement import Content, Position, Statement
from atleast.model.words import Certainty
from atleast.statement import draft as any_draft
from atleast.statement.draft import polarity_of, weakest
from atleast.statement.english import lexicons
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.saying import Manner
from atleast.statement.english.tree import Word
from atleast.statement.english.voices import Voice, around, chain
from atleast.statement.turns import is_asked

_HEDGED = ("xcomp", "conj", "pobj", "prep", "aux", "auxpass", "dobj", "acl", "relcl")
_FARTHEST_HEDGE = 6
_OPENING = ('"', "“", "«", "„")

Draft = any_draft.Draft[Voice]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """Where a paragraph tells something: the trigger, the word whose sentence is quoted, and the voices of the paragraph."""

    passage: Passage
    word: Word
    trigger: tuple[int, int]
    voices: Sequence[Voice]


def draft(telling: Telling, content: Content, rule: str, *, denied: bool = False) -> Draft:
    """A draft over the sentence of a word, said by the voices that cover the trigger."""
    start, end = telling.passage.sentence_span(telling.word)
    said_by = tuple(around(telling.voices, *telling.trigger))
    denials = sum(voice.manner is Manner.DENY for voice in said_by)
    sure = [voice.certainty for voice in said_by if voice.parties or voice.manner is Manner.RUMOUR]
    return any_draft.Draft(
        min(start, telling.trigger[0]),
        max(end, telling.trigger[1]),
        telling.trigger,
        content,
        said_by,
        weakest([*sure, *hedges(telling.word)]),
        polarity_of(denied, denials),
        rule,
    )


def hedges(word: Word) -> list[Certainty]:
    """How sure the words around an event say that it is: "reportedly", "alleged", "appears to have been"."""
    kinds = lexicons.by_word("hedges")
    found: list[Certainty] = []
    above = word
    for step in range(_FARTHEST_HEDGE):
        beside = [
            child.lower for child in above.children if child.dep in ("advmod", "amod", "acomp") and child.lower in kinds
        ]
        found += [
            Certainty(entry.value) for hedge in beside for entry in kinds[hedge] if entry.extra["place"] == "beside"
        ]
        if step and above.lemma in kinds:
            found += [Certainty(entry.value) for entry in kinds[above.lemma] if entry.extra["place"] == "above"]
        if above.head is above or above.dep not in _HEDGED:
            break
        above = above.head
    return found


def statement(one: Draft, page: Page, reader: str) -> Statement:
    """The statement of a draft."""
    said_by = chain(page.source.source.credit.publisher, one.voices)
    explained = replace(one, rule="; ".join([one.rule, *_heard_by(one)]))
    return any_draft.statement(explained, page.source, said_by, language=lexicons.LANGUAGE, reader=reader)


def _heard_by(one: Draft) -> list[str]:
    """The words by which those are heard who say it: a cue ("said"), a turn, a quotation that goes on."""
    found = []
    for voice in one.voices:
        if voice.saying is not None and voice.cue != one.trigger:
            found.append(f"by {voice.saying.cue.lower!r}")
        elif voice.saying is None:
            found.append("by a turn" if voice.quotation is None else "by a quotation that goes on")
    return list(dict.fromkeys(found))


def is_heard(one: Draft, name: str) -> bool:
    """Whether its chain has somebody of that name."""
    return any(party.name == name for voice in one.voices for party in voice.parties)


def asserts_nothing(one: Draft, page: Page) -> bool:
    """Whether it stands in a question; who asks a question in quotation marks has asked it."""
    end = one.trigger[1]
    asked = is_asked(page.text, end, one.end)
    return asked and not (
        isinstance(one.content, Position) and any(mark in page.text[end : one.end] for mark in _OPENING)
    )
