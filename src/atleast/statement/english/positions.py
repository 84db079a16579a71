"""Positions: what a holder calls for, condemns, denies or thinks of somebody; and every quotation that yields nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atleast.model.statement import Position
from atleast.model.words import Stance
from atleast.statement.draft import weakest
from atleast.statement.english import lexicons
from atleast.statement.english.drafts import Draft, Telling, draft, is_heard
from atleast.statement.english.grammar import complement, phrase
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.saying import Manner
from atleast.statement.english.voices import Voice

_STANCES = {Manner.DIRECT: Stance.CALL, Manner.DENY: Stance.DENIAL, Manner.VIEW: Stance.VIEW, Manner.JUDGE: Stance.VIEW}
_TAKES_STANCE = frozenset({*_STANCES})
_ASKS = frozenset({"ask", "request", "press"})
_LONGEST = 1_000


def taken(passage: Passage, voices: Sequence[Voice], page: Page) -> Iterator[Draft]:
    """The positions that a verb of calling, judging, denying or viewing says somebody takes."""
    for voice in voices:
        if voice.saying is None or not voice.parties or voice.manner not in _TAKES_STANCE:
            continue
        if voice.saying.cue.lemma not in _ASKS or voice.saying.cue.child("xcomp", "ccomp") is not None:
            yield _position(passage, voice, voices, page)


def unheard(passage: Passage, voices: Sequence[Voice], page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A view for each saying of somebody that no other statement over its sentence carries, so that nobody's words are lost."""
    for voice in voices:
        silent = voice.manner is Manner.REFUSE
        if not voice.parties or voice.manner is Manner.RUMOUR or not (voice.content or silent):
            continue
        low, high = _cue_span(passage, voice)
        if not any(_carries(one, voice.parties[0].name) and one.start < high and low < one.end for one in drafts):
            yield _position(passage, voice, voices, page)


def _carries(one: Draft, name: str) -> bool:
    return is_heard(one, name) or (isinstance(one.content, Position) and one.content.holder == name)


def _position(passage: Passage, voice: Voice, voices: Sequence[Voice], page: Page) -> Draft:
    content = max(_words_of(voice, passage), key=lambda span: (span[1] - span[0], -span[0]), default=voice.cue)
    text = " ".join(page.text[content[0] : min(content[1], content[0] + _LONGEST)].split())
    within = passage.tree.between(*content)
    word = voice.saying.cue if voice.saying is not None else next(iter(within), passage.tree.words[0])
    trigger = voice.cue if voice.saying is not None else (word.start, word.end)
    stance = _stance(voice)
    position = Position(voice.parties[0].name, _toward(voice, passage, page), stance, text or word.text)
    made = draft(Telling(passage, word, trigger, voices), position, f"position: {stance.value}, {word.lower}")
    low, high = _whole_quotation(passage, voice, made)
    outer = tuple(other for other in made.voices if other is not voice)
    own = () if voice.manner is Manner.VIEW else (voice,)
    certainty = weakest([made.certainty, voice.certainty])
    return replace(made, start=low, end=high, voices=(*outer, *own), certainty=certainty)


def _words_of(voice: Voice, passage: Passage) -> Sequence[tuple[int, int]]:
    """The stretches that can be its words: of a view, those after the verb, since a quotation before it is another's."""
    if voice.manner is Manner.REFUSE and voice.saying is not None:
        cue, words = voice.saying.cue, passage.tree.words
        helpers = [child.start for child in cue.children if child.dep in ("aux", "neg") and child.index < cue.index]
        return [(min([cue.start, *helpers]), words[cue.last].end)]
    after = [span for span in voice.content if span[0] >= voice.cue[1]]
    return after if voice.manner is Manner.VIEW and after else voice.content


def _whole_quotation(passage: Passage, voice: Voice, made: Draft) -> tuple[int, int]:
    """The sentence of the cue, and all of the quotation beside it."""
    quoted = voice.saying is None or voice.saying.quoted
    starts, ends = zip(*voice.content, strict=True) if voice.content and quoted else ((), ())
    low, high = min((made.start, *starts)), max((made.end, *ends))
    return max(low, passage.start), min(high, passage.end)


def _stance(voice: Voice) -> Stance:
    if voice.manner is Manner.JUDGE and voice.saying is not None:
        return Stance(lexicons.values("stances").get(voice.saying.cue.lemma, Stance.VIEW))
    return _STANCES.get(voice.manner, Stance.VIEW)


def _cue_span(passage: Passage, voice: Voice) -> tuple[int, int]:
    return passage.sentence_span(voice.saying.cue) if voice.saying is not None else voice.content[0]


def _toward(voice: Voice, passage: Passage, page: Page) -> str | None:
    """Whom or what it is addressed to or about."""
    if voice.saying is None or voice.manner not in _TAKES_STANCE:
        return None
    cue = voice.saying.cue
    target = cue.child("dobj", "dative")
    if target is None and voice.manner is Manner.DIRECT:
        inner = cue.child("xcomp", "ccomp")
        target = complement(cue, "on", "upon", "to") or (inner.child("nsubj") if inner is not None else None)
    if target is None or target.pos == "PRON":
        return None
    start, end = phrase(target, passage.tree)
    return " ".join(page.text[start:end].split()) or None
