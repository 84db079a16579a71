"""Statements in the making, on the text of a page; written with offsets in the stored text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atleast.model.statement import Content, Statement
from atleast.model.words import Certainty
from atleast.statement import draft as any_draft
from atleast.statement.draft import polarity_of, weakest
from atleast.statement.slavic.page import Page
from atleast.statement.slavic.speech import Voice
from atleast.statement.slavic.voices import around, chain

Draft = any_draft.Draft[Voice]


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
    certainty = weakest([*(voice.certainty for voice in saying), *hedges])
    polarity = polarity_of(denied, sum(voice.manner == "deny" for voice in saying))
    return Draft(
        min(span[0], trigger[0]), max(span[1], trigger[1]), trigger, content, saying, certainty, polarity, rule
    )


def statement(one: Draft, page: Page, reader: str) -> Statement:
    """The statement of a draft, with its offsets in the stored text."""
    start, end = page.stored(one.start, one.end)
    stored = replace(one, start=start, end=end, trigger=page.stored(*one.trigger))
    said_by = chain(page.source.source.credit.publisher, one.voices)
    return any_draft.statement(stored, page.source, said_by, language=page.language, reader=reader)
