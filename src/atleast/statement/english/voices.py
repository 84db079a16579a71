"""Sayings with their speakers by name, quotations that go on without a new cue, and the chain of who says so.

The chain runs from the outlet inwards: the outlet, who speaks, what document they cite. Its weakest link says how sure the
text is: what a speaker only claims is alleged, however firmly the outlet quotes the speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atleast.model.statement import Link
from atleast.model.words import Certainty, ChainRole
from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import phrase, row
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.references import parties_of_head
from atleast.statement.english.saying import Manner, Saying
from atleast.statement.english.tree import Word

_OF_MANNER = {
    Manner.SAY: Certainty.ATTRIBUTED,
    Manner.FIND: Certainty.ATTRIBUTED,
    Manner.VIEW: Certainty.ATTRIBUTED,
    Manner.DIRECT: Certainty.ATTRIBUTED,
    Manner.JUDGE: Certainty.ATTRIBUTED,
    Manner.DENY: Certainty.ATTRIBUTED,
    Manner.BELIEVE: Certainty.ATTRIBUTED,
    Manner.CLAIM: Certainty.ALLEGED,
    Manner.RUMOUR: Certainty.REPORTED,
}
_MOST_SPEAKERS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """Somebody by name, or a document, that says stretches of the text."""

    parties: tuple[Party, ...]
    role: ChainRole
    description: str | None
    manner: Manner
    certainty: Certainty
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    saying: Saying | None
    """None where a quotation goes on without a new cue."""
    quotation: Quotation | None

    def covers(self, start: int, end: int) -> bool:
        """Whether `[start:end]` is part of what it says."""
        return any(low <= start and end <= high for low, high in self.content)

    @property
    def width(self) -> int:
        """Characters of content, to tell outer from inner voices."""
        return sum(high - low for low, high in self.content)

    def links(self) -> list[Link]:
        """Its places in a chain."""
        return [
            Link(self.role, party.name, _description(party) or self.description)
            for party in self.parties[:_MOST_SPEAKERS]
        ]


def voice_of(saying: Saying, passage: Passage, discourse: Discourse) -> Voice:
    """The voice of a saying. Its speaker becomes the one whom "I", and a quotation without a cue, go back to."""
    quotation = passage.quotation_at(saying.cue.start, saying.cue.end)
    speaker = saying.speaker
    parties: tuple[Party, ...] = ()
    role, description = ChainRole.SPEAKER, None
    if speaker is not None:
        parties = _speakers(speaker, passage, discourse)
        if speaker.lemma in lexicons.words("documents") and not any(party.person for party in parties):
            role, description = ChainRole.ORIGIN, _made_by(speaker, passage, discourse)
    voice = Voice(
        parties,
        role,
        description,
        saying.manner,
        _certainty(saying),
        saying.content,
        (saying.cue.start, saying.cue.end),
        saying,
        quotation,
    )
    if parties and quotation is None and saying.manner is not Manner.RUMOUR and role is ChainRole.SPEAKER:
        discourse.speaker = parties[0]
    return voice


def going_on(passage: Passage, voices: Sequence[Voice], before: Party | None) -> list[Voice]:
    """Voices for the utterances of a paragraph that no cue covers: the speaker is whoever speaks around them, or spoke last."""
    found = []
    for quotation in passage.quotations:
        if not quotation.is_utterance or any(voice.covers(quotation.start + 1, quotation.end - 1) for voice in voices):
            continue
        speakers = [
            voice
            for voice in voices
            if voice.quotation is None
            and voice.role is ChainRole.SPEAKER
            and voice.parties
            and voice.manner in (Manner.SAY, Manner.CLAIM)
        ]
        nearest = min(speakers, key=lambda voice: _distance(voice, quotation), default=None)
        opening = quotation.start - passage.start <= 1
        party = nearest.parties[0] if nearest is not None else before if opening or not quotation.closed else None
        if party is None:
            continue
        span = (quotation.start, quotation.end)
        found.append(
            Voice((party,), ChainRole.SPEAKER, None, Manner.SAY, Certainty.ATTRIBUTED, (span,), span, None, quotation)
        )
    return found


def chain(publisher: str | None, voices: Iterable[Voice]) -> tuple[Link, ...]:
    """The outlet and those who say it, outermost first, each once."""
    links = [Link(ChainRole.OUTLET, publisher)] if publisher else []
    for voice in voices:
        links += [link for link in voice.links() if link.name not in {other.name for other in links}]
    return tuple(links)


def around(voices: Sequence[Voice], start: int, end: int) -> list[Voice]:
    """The voices that say `[start:end]`, outermost first."""
    covering = [
        voice
        for voice in voices
        if voice.covers(start, end) and not (voice.cue[0] <= start and end <= voice.cue[1] and voice.saying is not None)
    ]
    return sorted(
        covering, key=lambda voice: (voice.quotation is not None and voice.saying is not None, -voice.width, voice.cue)
    )


def _distance(voice: Voice, quotation: Quotation) -> int:
    return min(abs(voice.cue[0] - quotation.end), abs(quotation.start - voice.cue[1]))


def _speakers(speaker: Word, passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """The speaker, and those named in the same breath: "Viasna and PEN said"."""
    quotation = passage.quotation_at(speaker.start, speaker.end)
    own = discourse.speaker if quotation is not None else None
    first = parties_of_head(speaker, passage, discourse, speaker=own)
    others = [
        party
        for item in row(speaker)[1:]
        if item.pos == "PROPN"
        for party in parties_of_head(item, passage, discourse, speaker=own)
    ]
    return tuple(dict.fromkeys([*first, *others]))


def _description(party: Party) -> str | None:
    if party.person is None or not party.person.roles:
        return None
    return max(party.person.roles.values(), key=lambda text: (len(text), text))


def _made_by(document: Word, passage: Passage, discourse: Discourse) -> str | None:
    """ "prepared by Rapporteur Elias Morvenne", where the text says who made a document."""
    for child in document.children:
        if child.dep == "acl" and child.tag == "VBN":
            by = next((part for part in child.children if part.dep == "agent"), None)
            maker = by.child("pobj") if by is not None else None
            if maker is not None:
                _, end = phrase(maker, passage.tree)
                return " ".join(discourse.page.text[child.start : end].split())
    return None


def _certainty(saying: Saying) -> Certainty:
    speaker = saying.speaker
    if saying.manner is Manner.RUMOUR:
        return Certainty.ALLEGED if saying.cue.lemma in ("allege", "claim") else Certainty.REPORTED
    if speaker is not None and any(child.lower == "anecdotal" for child in speaker.children):
        return Certainty.ANECDOTAL
    if (
        speaker is not None
        and speaker.lemma in ("report", "reporting", "rumour", "rumor")
        and not any(child.dep in ("det", "poss", "compound") for child in speaker.children)
        and saying.manner is Manner.FIND
    ):
        return Certainty.REPORTED
    if (
        speaker is not None
        and speaker.lemma in ("report", "rumour", "rumor")
        and any(child.lower in ("unconfirmed", "some", "several", "numerous") for child in speaker.children)
    ):
        return Certainty.REPORTED
    return _OF_MANNER[saying.manner]
