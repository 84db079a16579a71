"""Statements in the making, the same for every language: a span, what it says, who says it, how sure they are.

A reader makes drafts, may change them while it knows more of the page, and writes each as a statement at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from atleast.model.source import SourceText
from atleast.model.statement import Content, Link, Statement
from atleast.model.words import Certainty, Polarity
from atleast.statement.designation import with_designator

VoiceT = TypeVar("VoiceT")
"""What a reader knows of who says something."""

_LADDER = tuple(Certainty)


@dataclass(frozen=True, eq=False)
class Draft(Generic[VoiceT]):
    """One statement before it is written: `[start:end]` is the quote, `trigger` the span that carries it.

    Without slots: Python 3.11 cannot make a frozen record with slots by the name of its type in brackets.
    """

    start: int
    end: int
    trigger: tuple[int, int]
    content: Content
    voices: tuple[VoiceT, ...]
    """Who says it, outermost first."""
    certainty: Certainty
    polarity: Polarity
    rule: str
    """The rule and words that made it."""


def weakest(certainties: Iterable[Certainty]) -> Certainty:
    """The least sure of several; asserted where there is none."""
    return max(certainties, key=_LADDER.index, default=Certainty.ASSERTED)


def polarity_of(denied: bool, denials: int) -> Polarity:
    """Denied once, or a third time, is denied; a denial of what is denied affirms it."""
    return Polarity.DENIED if denied != (denials % 2 == 1) else Polarity.AFFIRMED


def statement(
    one: Draft[VoiceT], source: SourceText, chain: Sequence[Link], *, language: str, reader: str
) -> Statement:
    """The statement of a draft whose offsets are those of the stored text. `language` is for a source that claims none."""
    return Statement(
        source=source.source.sha256,
        start=one.start,
        end=one.end,
        quote=source.text[one.start : one.end],
        language=source.source.credit.language or language,
        certainty=one.certainty,
        polarity=one.polarity,
        chain=tuple(chain),
        content=with_designator(one.content, chain),
        trigger=one.trigger,
        reader=reader,
        rule=one.rule,
    )
