"""Statements in the making: a span, what it says, who says it, how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.statement import Content, Statement
from atleast.model.words import Certainty, ChainRole, Polarity
from atleast.statement.english import lexicons
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.speech import Manner
from atleast.statement.english.tree import Word
from atleast.statement.english.voices import Voice, around, chain, weakest


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


def draft(
    passage: Passage,
    trigger: tuple[int, int],
    word: Word,
    content: Content,
    voices: Sequence[Voice],
    rule: str,
    *,
    denied: bool = False,
    quote: tuple[int, int] | None = None,
) -> Draft:
    """A draft over the sentence of `word`, said by the voices that cover the trigger."""
    start, end = quote or passage.sentence_span(word)
    start, end = min(start, trigger[0]), max(end, trigger[1])
    saying = tuple(around(voices, *trigger))
    denies = sum(voice.manner is Manner.DENY for voice in saying) % 2 == 1
    negated = any(
        voice.saying is not None and voice.saying.negated and voice.manner in (Manner.SAY, Manner.CLAIM)
        for voice in saying
    )
    certainty = weakest(
        [*(voice.certainty for voice in saying if voice.parties or voice.manner is Manner.RUMOUR), *hedges(word)]
    )
    polarity = Polarity.DENIED if denied != denies else Polarity.AFFIRMED
    del negated
    return Draft(start, end, trigger, content, saying, certainty, polarity, rule)


def hedges(word: Word) -> list[Certainty]:
    """How sure the words around an event say that it is: "reportedly", "alleged", "appears to have been"."""
    kinds = lexicons.by_word("hedges")
    found: list[Certainty] = []
    above: Word = word
    for step in range(6):
        for child in above.children:
            if child.lower in kinds and child.dep in ("advmod", "amod", "acomp"):
                found.extend(Certainty(entry.value) for entry in kinds[child.lower] if entry.extra["place"] == "beside")
        if step and above.lemma in kinds:
            found.extend(Certainty(entry.value) for entry in kinds[above.lemma] if entry.extra["place"] == "above")
        if above.head is above or above.dep not in (
            "xcomp",
            "conj",
            "pobj",
            "prep",
            "aux",
            "auxpass",
            "dobj",
            "acl",
            "relcl",
        ):
            break
        above = above.head
    return found


def statement(one: Draft, page: Page, language: str, reader: str) -> Statement:
    """The statement of a draft."""
    return Statement(
        source=page.source.source.sha256,
        start=one.start,
        end=one.end,
        quote=page.text[one.start : one.end],
        language=language,
        certainty=one.certainty,
        polarity=one.polarity,
        chain=chain(page.source.source.credit.publisher, one.voices),
        content=one.content,
        trigger=one.trigger,
        reader=reader,
        rule=one.rule,
    )


def is_speaker(voice: Voice) -> bool:
    """Whether a voice is somebody, by a name or a phrase, and not only a document."""
    return bool(voice.parties) and voice.role is ChainRole.SPEAKER
