"""Positions: what a holder calls for, condemns, denies or thinks of somebody; and every quotation that yields nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atleast.model.statement import Position
from atleast.model.words import Stance
from atleast.statement.english import lexicons
from atleast.statement.english.drafts import Draft, draft
from atleast.statement.english.grammar import complement, phrase
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.speech import Manner
from atleast.statement.english.voices import Voice

_STANCES = {Manner.DIRECT: Stance.CALL, Manner.DENY: Stance.DENIAL, Manner.VIEW: Stance.VIEW}
_LONGEST = 1_000


def taken(passage: Passage, voices: Sequence[Voice], page: Page) -> Iterator[Draft]:
    """The positions that a verb of calling, judging, denying or viewing says somebody takes."""
    for voice in voices:
        saying = voice.saying
        if (
            saying is None
            or not voice.parties
            or voice.manner not in (Manner.DIRECT, Manner.JUDGE, Manner.DENY, Manner.VIEW)
        ):
            continue
        if (
            voice.manner is Manner.DIRECT
            and saying.cue.lemma in ("ask", "request", "press")
            and not saying.cue.child("xcomp", "ccomp")
        ):
            continue
        yield _position(passage, voice, voices, page, _stance(voice))


def unheard(passage: Passage, voices: Sequence[Voice], page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A view for each saying of somebody that no other statement over its sentence carries, so that nobody's words are lost."""
    for voice in voices:
        if not voice.parties or voice.manner is Manner.RUMOUR or not voice.content:
            continue
        low, high = _cue_span(passage, voice)
        name = voice.parties[0].name
        if voice.quotation is not None and voice.saying is None:
            low, high = voice.content[0]
        if any(
            one.heard(name) and one.start < high and low < one.end or _holds(one, name, low, high) for one in drafts
        ):
            continue
        yield _position(passage, voice, voices, page, _stance(voice))


def _holds(one: Draft, name: str, low: int, high: int) -> bool:
    return isinstance(one.content, Position) and one.content.holder == name and one.start < high and low < one.end


def _stance(voice: Voice) -> Stance:
    if voice.manner is Manner.JUDGE and voice.saying is not None:
        return (
            Stance.SUPPORT
            if voice.saying.cue.lemma in lexicons.words("stances", "support")
            else Stance.CONDEMNATION
            if voice.saying.cue.lemma in lexicons.words("stances", "condemnation")
            else Stance.VIEW
        )
    return _STANCES.get(voice.manner, Stance.VIEW)


def _cue_span(passage: Passage, voice: Voice) -> tuple[int, int]:
    if voice.saying is not None:
        return passage.sentence_span(voice.saying.cue)
    return voice.content[0]


def _position(passage: Passage, voice: Voice, voices: Sequence[Voice], page: Page, stance: Stance) -> Draft:
    content = max(voice.content, key=lambda span: (span[1] - span[0], -span[0]), default=voice.cue)
    text = (
        " ".join(page.text[content[0] : min(content[1], content[0] + _LONGEST)].split())
        or page.text[voice.cue[0] : voice.cue[1]]
    )
    word = (
        voice.saying.cue
        if voice.saying is not None
        else passage.tree.between(*content)[0]
        if passage.tree.between(*content)
        else passage.tree.words[0]
    )
    low, high = _cue_span(passage, voice)
    if voice.saying is not None and voice.saying.quoted:
        low = min(low, min(start for start, _ in voice.content))
        high = max(high, max(end for _, end in voice.content))
    low, high = max(low, passage.start), min(high, passage.end)
    trigger = voice.cue if voice.saying is not None else (word.start, word.end)
    made = draft(
        passage, trigger, word, Position(voice.parties[0].name, _toward(voice, passage, page), stance, text), voices,
        f"position: {stance.value}, {word.lower}", quote=(low, high),
    )  # fmt: skip
    if (
        voice in made.voices
        or stance in (Stance.CALL, Stance.CONDEMNATION, Stance.SUPPORT, Stance.DENIAL)
        or voice.manner is Manner.VIEW
    ):
        return Draft(
            made.start,
            made.end,
            made.trigger,
            made.content,
            tuple(other for other in made.voices if other is not voice) + (voice,),
            made.certainty if voice in made.voices else _weaker(made, voice),
            made.polarity,
            made.rule,
        )
    return Draft(
        made.start,
        made.end,
        made.trigger,
        made.content,
        (*made.voices, voice),
        _weaker(made, voice),
        made.polarity,
        made.rule,
    )


def _weaker(made: Draft, voice: Voice) -> object:
    from atleast.statement.english.voices import weakest  # noqa: PLC0415

    return weakest([made.certainty, voice.certainty])


def _toward(voice: Voice, passage: Passage, page: Page) -> str | None:
    """Whom or what it is addressed to or about."""
    if voice.saying is None:
        return None
    cue = voice.saying.cue
    target = (
        cue.child("dobj", "dative")
        if voice.manner is not Manner.DIRECT
        else cue.child("dobj", "dative") or complement(cue, "on", "upon", "to")
    )
    if target is None and voice.manner is Manner.DIRECT and (inner := cue.child("xcomp", "ccomp")) is not None:
        target = inner.child("nsubj")
    if target is None or voice.manner in (Manner.SAY, Manner.FIND, Manner.BELIEVE) or target.pos == "PRON":
        return None
    start, end = phrase(target, passage.tree)
    return " ".join(page.text[start:end].split()) or None
