"""Positions: what a holder calls for, condemns, denies or says, wherever no other statement carries the holder's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atleast.model.statement import Position
from atleast.model.words import ChainRole, Stance
from atleast.statement.slavic.drafts import Draft, draft
from atleast.statement.slavic.page import Page, Passage
from atleast.statement.slavic.speech import TURN, Voice

_STANCES = {"call": Stance.CALL, "condemn": Stance.CONDEMNATION, "support": Stance.SUPPORT, "deny": Stance.DENIAL}
_LONGEST = 1_000


def positions(passage: Passage, voices: Sequence[Voice], page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A position for each voice that takes one, and a view for each whose words nothing else carries."""
    taken: set[tuple[str, Stance, int]] = set()
    for voice in voices:
        if not voice.parties or not voice.content or voice.manner == TURN:
            continue
        stance = _STANCES.get(voice.manner, Stance.VIEW)
        sentence = passage.sentence_of(voice.cue)
        heard = any(voice in one.voices and one.start < sentence.end and sentence.start < one.end for one in drafts)
        mark = voice.parties[0].name, stance, sentence.number
        if (stance is Stance.VIEW and heard) or mark in taken:
            continue
        taken.add(mark)
        low, high = max(voice.content, key=lambda span: (span[1] - span[0], -span[0]))
        low, high = max(low, passage.start), min(high, passage.end)
        if not page.text[low:high].strip():
            continue
        text = page.words(low, min(high, low + _LONGEST)).strip(" ,.:—–-")
        if not text:
            continue
        start, end = (
            (min(sentence.start, low), max(sentence.end, high)) if voice.is_direct else (sentence.start, sentence.end)
        )
        trigger = (voice.cue.start, voice.cue.end)
        content = Position(voice.parties[0].name, None, stance, text)
        made = draft((start, end), trigger, content, voices, f"position: {stance.value}, {voice.cue.low}")
        others = [one for one in made.voices if one is not voice and one.role is ChainRole.SPEAKER]
        cited = [one for one in made.voices if one is not voice and one.role is not ChainRole.SPEAKER]
        certainty = max(made.certainty, voice.certainty, key=list(type(made.certainty)).index)
        yield Draft(
            made.start,
            made.end,
            made.trigger,
            made.content,
            (*others, voice, *cited),
            certainty,
            made.polarity,
            made.rule,
        )
