"""The chain of who says so, outermost first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atleast.model.statement import Link
from atleast.model.words import ChainRole
from atleast.statement.slavic.speech import Voice

_MOST_SPEAKERS = 4


def around(voices: Sequence[Voice], start: int, end: int) -> list[Voice]:
    """The voices that say `[start:end]`, outermost first; where two say the same words, who is cited comes last."""
    covering = [voice for voice in voices if voice.covers(start, end)]
    return sorted(covering, key=lambda voice: (voice.role is ChainRole.ORIGIN, -voice.width, voice.cue.start))


def chain(publisher: str | None, voices: Iterable[Voice]) -> tuple[Link, ...]:
    """The outlet and those who say it, outermost first, each once."""
    links = [Link(ChainRole.OUTLET, publisher)] if publisher else []
    for voice in voices:
        for party in voice.parties[:_MOST_SPEAKERS]:
            description = (party.person.role if party.person else "") or voice.description or None
            if party.name and party.name not in {link.name for link in links if link.role is not ChainRole.OUTLET}:
                links.append(Link(voice.role, party.name, description))
    return tuple(links)
