"""Positions: what a holder calls for, condemns, supports or denies; and everybody's words that no other statement carries.

A wrong holder harms somebody, so that a stance without a holder by name or by a noun, or without words, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atleast.model.statement import Position
from atleast.model.words import ChainRole, Stance
from atleast.source.characters import plain
from atleast.statement.draft import weakest
from atleast.statement.english.discourse import Party
from atleast.statement.english.drafts import Draft, Telling, draft, is_heard
from atleast.statement.english.grammar import phrase
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.saying import Manner
from atleast.statement.english.stances import stance_of, toward
from atleast.statement.english.voices import Voice

_LONGEST = 1_000
_NOBODY = frozenset(
    {"they", "those", "it", "one", "who", "he", "she", "we", "i", "some", "others", "many", "several", "both"}
)
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_WITH_OBJECT = frozenset({Manner.DIRECT, Manner.DENY, Manner.JUDGE, Manner.VIEW})
_SMALL = frozenset(
    {"for", "to", "of", "him", "her", "them", "this", "that", "about", "on", "against", "us", "me", "today", "now"}
)
_DANGLING = frozenset({"who", "which", "and", "or", "but", ","})
_CLOSING = ('"', "”", "»")
_HYPHENS = ("-", "‑")
_TRIMMED = " ,;:–—-"


def taken(passage: Passage, voices: Sequence[Voice], page: Page) -> Iterator[Draft]:
    """The positions that a verb of calling, judging, denying or viewing says somebody takes, one for each who takes it."""
    for voice in voices:
        stance = stance_of(voice.saying, passage) if voice.saying is not None else None
        if stance is None:
            continue
        for holder in voice.parties:
            made = _position(passage, voice, voices, page, (holder, stance))
            if made is not None and holder.name.lower() not in _NOBODY:
                yield made


def unheard(passage: Passage, voices: Sequence[Voice], page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A view for each saying of somebody that no other statement over its sentence carries, so that nobody's words are lost."""
    for voice in voices:
        if not voice.parties or voice.role is ChainRole.OUTLET or not _says_something(passage, voice):
            continue
        low, high = _cue_span(passage, voice)
        if not any(_carries(one, voice.parties[0].name) and one.start < high and low < one.end for one in drafts):
            made = _position(passage, voice, voices, page, (voice.parties[0], Stance.VIEW))
            if made is not None:
                yield made


def _says_something(passage: Passage, voice: Voice) -> bool:
    """Whether there are words to keep: of a finding, a clause; a turn is not a saying of its own."""
    if voice.manner is Manner.RUMOUR or (voice.saying is None and voice.quotation is None):
        return False
    if voice.manner is Manner.REFUSE:
        return True
    if voice.manner is Manner.FIND:
        words = [word for span in voice.content for word in passage.tree.between(*span)]
        return any(word.tag in _VERBS or (word.pos == "NUM" and word.entity != "DATE") for word in words)
    return bool(voice.content)


def _speaks_of(voice: Voice) -> bool:
    """Whether "spoke" has a topic, or words; "spoke for 38 States" has none."""
    saying = voice.saying
    return (
        saying is None
        or saying.quoted
        or any(child.dep in ("prep", "prt") and child.lower != "for" for child in saying.cue.children)
    )


def _carries(one: Draft, name: str) -> bool:
    return is_heard(one, name) or (isinstance(one.content, Position) and one.content.holder == name)


def _position(
    passage: Passage, voice: Voice, voices: Sequence[Voice], page: Page, held: tuple[Party, Stance]
) -> Draft | None:
    holder, stance = held
    low, high = max(
        _words_of(voice, voices, passage), key=lambda span: (span[1] - span[0], -span[0]), default=voice.cue
    )
    text = _text(page.text, low, high)
    if _is_thin(passage, voice, (low, high)):
        text = _text(page.text, min(voice.cue[0], low), max(high, voice.cue[1]))
    if not _is_telling(text, voice):
        return None
    word = voice.saying.cue if voice.saying is not None else next(iter(passage.tree.between(low, high)), None)
    if word is None:
        return None
    trigger = voice.cue if voice.saying is not None else (word.start, word.end)
    position = Position(holder.name, _toward(voice, passage, page), stance, text)
    made = draft(Telling(passage, word, trigger, voices), position, f"position: {stance.value}, {word.lower}")
    start, end = _whole_quotation(passage, voice, made)
    outer = tuple(other for other in made.voices if other is not voice)
    own = () if voice.manner is Manner.VIEW else (voice,)
    certainty = weakest([made.certainty, voice.certainty])
    return replace(made, start=start, end=end, voices=(*outer, *own), certainty=certainty)


def _is_thin(passage: Passage, voice: Voice, span: tuple[int, int]) -> bool:
    """Whether words say too little without the verb before them: "our partners" of "thank our partners"."""
    if voice.saying is None or not voice.saying.cue.is_verb or voice.manner in _WITH_OBJECT or voice.saying.quoted:
        return False
    return not any(word.tag in _VERBS for word in passage.tree.between(*span))


def _text(text: str, low: int, high: int) -> str:
    """The words without the marks around them, but with the mark that closes a quotation in them."""
    words = text[low : min(high, low + _LONGEST)].split()
    while words and words[-1].lower() in _DANGLING:
        words.pop()
    found = " ".join(words).strip(_TRIMMED)
    behind = text[high : high + 1]
    return found + behind if behind in _CLOSING and behind and plain(found).count('"') % 2 else found


def _is_telling(text: str, voice: Voice) -> bool:
    """Whether words say something by themselves: not "for it", not "it necessary"."""
    words = text.lower().split()
    bare = all(word in _NOBODY or word in _SMALL for word in words) or words[0] == "whose"
    return not bare and not (voice.manner is Manner.BELIEVE and words[0] == "it")


def _words_of(voice: Voice, voices: Sequence[Voice], passage: Passage) -> Sequence[tuple[int, int]]:
    """The stretches that can be its words: of a view, those after the verb, since a quotation before it is another's."""
    if voice.manner is Manner.REFUSE and voice.saying is not None:
        cue, words = voice.saying.cue, passage.tree.words
        helpers = [child.start for child in cue.children if child.dep in ("aux", "neg") and child.index < cue.index]
        return [(min([cue.start, *helpers]), words[cue.last].end)]
    if voice.saying is not None and voice.saying.cue.lemma == "speak" and not _speaks_of(voice):
        return [(voice.cue[0], passage.tree.words[voice.saying.cue.last].end)]
    after = [span for span in voice.content if span[0] >= voice.cue[1]]
    spans = after if voice.manner is Manner.VIEW and after else voice.content
    return [_without_asides(span, voice, voices, passage) for span in spans]


def _without_asides(span: tuple[int, int], voice: Voice, voices: Sequence[Voice], passage: Passage) -> tuple[int, int]:
    """ "..., the agency reports" at the end of what somebody says is not theirs."""
    low, high = span
    for other in voices:
        if other is voice or other.saying is None or not other.covers(*voice.cue):
            continue
        begins = other.cue[0]
        if other.saying.speaker is not None and other.saying.speaker.index < other.saying.cue.index:
            begins = passage.tree.words[other.saying.speaker.first].start
        if voice.cue[1] <= low < begins < high:
            high = begins
    return low, high


def _whole_quotation(passage: Passage, voice: Voice, made: Draft) -> tuple[int, int]:
    """The sentence of the cue, and all of the quotation beside it."""
    quoted = voice.saying is None or voice.saying.quoted
    starts, ends = zip(*voice.content, strict=True) if voice.content and quoted else ((), ())
    low, high = min((made.start, *starts)), max((made.end, *ends))
    return max(low, passage.start), min(high, passage.end)


def _cue_span(passage: Passage, voice: Voice) -> tuple[int, int]:
    return passage.sentence_span(voice.saying.cue) if voice.saying is not None else voice.content[0]


def _toward(voice: Voice, passage: Passage, page: Page) -> str | None:
    """Whom or what it is addressed to or about, in the words of the text."""
    if voice.saying is None or stance_of(voice.saying, passage) is None:
        return None
    target = toward(voice.saying)
    if target is None:
        return None
    start, end = phrase(target, passage.tree)
    behind = passage.tree.words[target.index + 1 : target.index + 2]
    if target.tag == "NN" and behind and behind[0].tag in ("NNP", "NNPS") and behind[0].entity != "DATE":
        end = max(end, behind[0].end)
    while page.text[end : end + 1] in _HYPHENS and page.text[end + 1 : end + 2].isalnum():
        end = next((word.end for word in passage.tree.words if word.start > end), end)
    return " ".join(page.text[start:end].split()) or None
