"""Statements in the making: a span, what it says, who says it, how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.statement import Content, Statement
from atleast.model.words import Certainty, Polarity
from atleast.statement.designation import with_designator
from atleast.statement.slavic.page import Page
from atleast.statement.slavic.speech import Voice
from atleast.statement.slavic.voices import around, chain, weakest


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One statement before it is written: `[start:end]` is the quote, `trigger` the span that carries it, on the page's text."""

    start: int
    end: int
    trigger: tuple[int, int]
    content: Content
    voices: tuple[Voice, ...]
    certainty: Certainty
    polarity: Polarity
    rule: str


def draft(
    span: tuple[int, int],
    trigger: tuple[int, int],
    content: Content,
    voices: Sequence[Voice],
    rule: str,
    *,
    denied: bool = False,
    hedges: Sequence[Certainty] = (),
) -> Draft:
    """A draft over a span, said by the voices that cover its trigger."""
    saying = tuple(around(voices, *trigger))
    denies = sum(voice.manner == "deny" for voice in saying) % 2 == 1
    certainty = weakest([*(voice.certainty for voice in saying), *hedges])
    polarity = Polarity.DENIED if denied != denies else Polarity.AFFIRMED
    return Draft(
        min(span[0], trigger[0]), max(span[1], trigger[1]), trigger, content, saying, certainty, polarity, rule
    )


def statement(one: Draft, page: Page, reader: str) -> Statement:
    """The statement of a draft, with its offsets in the stored text."""
    start, end = page.stored(one.start, one.end)
    source = page.source.source
    said_by = chain(source.credit.publisher, one.voices)
    return Statement(
        source=source.sha256,
        start=start,
        end=end,
        quote=page.source.text[start:end],
        language=source.credit.language or page.language,
        certainty=one.certainty,
        polarity=one.polarity,
        chain=said_by,
        content=with_designator(one.content, said_by),
        trigger=page.stored(*one.trigger),
        reader=reader,
        rule=one.rule,
    )
