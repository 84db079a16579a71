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
from atleast.statement.english.grammar import phrase
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.saying import Manner, Saying, is_document
from atleast.statement.english.speakers import speakers
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
    Manner.REFUSE: Certainty.ATTRIBUTED,
    Manner.RUMOUR: Certainty.REPORTED,
}
_MOST_SPEAKERS = 4
_OWN = frozenset({"i", "we"})
_QUOTES = ('"', "'")
_ENDS = (".", "!", "?", "…")


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
        """Its places in a chain; the outlet has its own."""
        if self.role is ChainRole.OUTLET:
            return []
        return [
            Link(self.role, party.name, _description(party) or self.description)
            for party in self.parties[:_MOST_SPEAKERS]
        ]


def is_by_who_is_quoted(saying: Saying, passage: Passage) -> bool:
    """Whether the speaker is "I" or "we" of a quotation: known only when it is known whose words those are."""
    who = saying.speaker
    quoted = who is not None and passage.quotation_at(who.start, who.end) is not None
    return who is not None and quoted and who.lower in _OWN


def voice_of(saying: Saying, passage: Passage, discourse: Discourse, *, own: Party | None = None) -> Voice:
    """The voice of a saying. Its speaker becomes the one whom "I", and a quotation without a cue, go back to."""
    quotation = passage.quotation_at(saying.cue.start, saying.cue.end)
    speaker = saying.speaker
    parties: tuple[Party, ...] = ()
    role, description = ChainRole.SPEAKER, None
    if _is_own_voice(speaker, quotation, discourse):
        publisher = discourse.page.source.source.credit.publisher
        parties, role = (Party(publisher),) if publisher else (), ChainRole.OUTLET
    elif speaker is not None:
        parties = speakers(speaker, passage, discourse, own=own)
        if is_document(speaker) and not any(party.person for party in parties):
            role, description = ChainRole.ORIGIN, _made_by(speaker, passage, discourse)
    voice = Voice(
        parties,
        role,
        description,
        saying.manner,
        Certainty.ASSERTED if role is ChainRole.OUTLET else _certainty(saying),
        saying.content,
        (saying.cue.start, saying.cue.end),
        saying,
        quotation,
    )
    if parties and quotation is None and saying.manner is not Manner.RUMOUR and role is ChainRole.SPEAKER:
        discourse.speaker = parties[0]
    return voice


def _is_own_voice(speaker: Word | None, quotation: Quotation | None, discourse: Discourse) -> bool:
    """ "We demand ..." in the text of the outlet itself."""
    return speaker is not None and speaker.lower == "we" and quotation is None and discourse.me is None


def going_on(passage: Passage, voices: Sequence[Voice], before: Party | None) -> list[Voice]:
    """Voices for the utterances of a paragraph that no cue covers: the speaker is whoever speaks around them, or spoke last."""
    found = []
    for quotation in passage.quotations:
        if not quotation.is_utterance or any(voice.covers(quotation.start + 1, quotation.end - 1) for voice in voices):
            continue
        if not _stands_alone(quotation, passage):
            continue
        heard = [
            voice
            for voice in voices
            if voice.quotation is None
            and voice.role is ChainRole.SPEAKER
            and voice.parties
            and voice.manner in (Manner.SAY, Manner.CLAIM)
        ]
        nearest = min(heard, key=lambda voice: _distance(voice, quotation), default=None)
        opening = quotation.start - passage.start <= 1
        party = nearest.parties[0] if nearest is not None else before if opening or not quotation.closed else None
        if party is None:
            continue
        span = (quotation.start, quotation.end)
        found.append(
            Voice((party,), ChainRole.SPEAKER, None, Manner.SAY, Certainty.ATTRIBUTED, (span,), span, None, quotation)
        )
    return found


def _stands_alone(quotation: Quotation, passage: Passage) -> bool:
    """Whether a quotation is a sentence, or several, by itself, and not a part of one: a title, a name, borrowed words."""
    inside = passage.tree.between(quotation.start, quotation.end)
    if not inside:
        return False
    words, first, last = passage.tree.words, inside[0].index, inside[-1].index
    before = next((word for word in reversed(words[:first]) if word.text not in _QUOTES), None)
    behind = next((word for word in words[last + 1 :] if word.text not in _QUOTES), None)
    ended = [word for word in inside if word.text not in _QUOTES]
    starts = before is None or before.text in _ENDS or before.text == ":"
    ends = (bool(ended) and ended[-1].text in _ENDS) or behind is None or behind.text in _ENDS
    return starts and ends


def chain(publisher: str | None, voices: Iterable[Voice]) -> tuple[Link, ...]:
    """The outlet and those who say it, outermost first, each once."""
    links = [Link(ChainRole.OUTLET, publisher)] if publisher else []
    for voice in voices:
        named = {link.name for link in links if link.role is not ChainRole.OUTLET}
        links += [link for link in voice.links() if link.name not in named]
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
        return Certainty.ALLEGED if saying.cue.lemma in lexicons.words("saying", "alleges") else Certainty.REPORTED
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
