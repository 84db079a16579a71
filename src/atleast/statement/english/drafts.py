"""Statements in the making: a span, what it says, who says it, how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.statement import Content, Statement
from atleast.model.words import Certainty, Polarity
from atleast.statement.designation import with_designator
from atleast.statement.english import lexicons
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.saying import Manner
from atleast.statement.english.tree import Word
from atleast.statement.english.voices import Voice, around, chain, weakest

_HEDGED = ("xcomp", "conj", "pobj", "prep", "aux", "auxpass", "dobj", "acl", "relcl")
_FARTHEST_HEDGE = 6


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One statement before it is written: `[start:end]` is the quote, `trigger` the span that carries it."""

    start: int
    end: int
    trigger: tuple[int, int]
    content: Content
    voices: tuple[Voice, ...]
    certainty: Certainty
    polarity: Polarity
    rule: str

    def heard(self, name: str) -> bool:
        """Whether its chain has somebody of that name."""
        return any(party.name == name for voice in self.voices for party in voice.parties)


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
    return Draft(
        min(start, telling.trigger[0]),
        max(end, telling.trigger[1]),
        telling.trigger,
        content,
        said_by,
        weakest([*sure, *hedges(telling.word)]),
        Polarity.DENIED if denied != (denials % 2 == 1) else Polarity.AFFIRMED,
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


def statement(one: Draft, page: Page, language: str, reader: str) -> Statement:
    """The statement of a draft."""
    said_by = chain(page.source.source.credit.publisher, one.voices)
    return Statement(
        source=page.source.source.sha256,
        start=one.start,
        end=one.end,
        quote=page.text[one.start : one.end],
        language=language,
        certainty=one.certainty,
        polarity=one.polarity,
        chain=said_by,
        content=with_designator(one.content, said_by),
        trigger=one.trigger,
        reader=reader,
        rule=one.rule,
    )
