"""Whose words a paragraph is, apart from what it quotes: those of a turn, or of whoever wrote a letter that is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atleast.model.words import Certainty, ChainRole
from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import subject
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.saying import Manner
from atleast.statement.english.saying_nouns import maker
from atleast.statement.english.speakers import speakers
from atleast.statement.english.tree import Word
from atleast.statement.english.voices import Voice
from atleast.statement.turns import Turn, TurnRole, name_in_full, turn_at, turns_of

_OWN = frozenset({"we", "i"})
_LEADS = 3
"""A letter is announced in one of so many first paragraphs."""


@dataclass(slots=True)
class Turns:
    """The turns of a page, and who speaks in each as far as has been read."""

    turns: Sequence[Turn]
    _interviewed: Party | None = None
    _writer: Party | None = None
    _asker: Party | None = None
    _begun: bool = False
    _passages: int = field(default=0)

    @classmethod
    def of(cls, page: Page) -> Turns:
        """The turns of a page that is about to be read."""
        return cls(turns_of(page.source, lexicons.LANGUAGE))

    def voice(self, passage: Passage, discourse: Discourse) -> Voice | None:
        """Who speaks in a paragraph; from now on that is whom its "I" means. None outside of turns and letters."""
        turn = turn_at(self.turns, passage.start, passage.end)
        if turn is None:
            party = None if self._begun else self._writer
            description = None
        else:
            party = self._party(turn, discourse)
            description = self._description(turn, party)
        discourse.me = party
        if party is None:
            return None
        discourse.speaker = party
        span = (passage.start, passage.end)
        return Voice(
            (party,),
            ChainRole.SPEAKER,
            description,
            Manner.SAY,
            Certainty.ATTRIBUTED,
            (span,),
            (span[0], span[0]),
            None,
            None,
        )

    def note(self, passage: Passage, discourse: Discourse) -> None:
        """Remember what a paragraph outside of turns says of whose words follow."""
        self._passages += 1
        if self.turns or self._writer is not None or self._passages > _LEADS:
            return
        words = passage.tree.words
        carrying, carried = lexicons.words("saying", "carries words"), lexicons.words("saying", "is carried")
        printing = {word.sentence for word in words if word.lemma in carrying and word.is_verb and _is_ours(word)}
        for word in words:
            writer = maker(word) if word.sentence in printing and word.lemma in carried else None
            if writer is not None and writer.lower not in _OWN:
                self._writer = next(iter(speakers(writer, passage, discourse)), None)

    def _party(self, turn: Turn, discourse: Discourse) -> Party | None:
        if not self._begun:
            self._begun = True
            self._interviewed = _interviewed(discourse)
        if turn.name is not None and not turn.is_role:
            party: Party | None = _called(turn.name, discourse)
        else:
            party = self._interviewed if turn.role is TurnRole.ANSWERER else None
        if party is None and turn.role is TurnRole.ANSWERER and turn.name is not None:
            party = Party(turn.name)
        if turn.role is TurnRole.ASKER:
            self._asker = party
        return party

    def _description(self, turn: Turn, party: Party | None) -> str | None:
        if turn.role is TurnRole.ASKER:
            return "asking"
        if turn.role is not TurnRole.ANSWERER:
            return None
        return f"answering {self._asker.name}" if self._asker is not None and self._asker is not party else "answering"


def _is_ours(verb: Word) -> bool:
    """ "We publish ..."."""
    who = subject(verb)
    return who is not None and who.lower == "we"


def _interviewed(discourse: Discourse) -> Party | None:
    """Who answers where no label says it: who spoke before the first turn, or the only person named there."""
    if discourse.speaker is not None and discourse.speaker.person is not None:
        return discourse.speaker
    named = list(discourse.recent)
    return Party(named[0].name, named[0]) if len(named) == 1 else None


def _called(label: str, discourse: Discourse) -> Party:
    """The person of the page whom a label names, or the label as it is written."""
    persons = {mention.person.name: mention.person for found in discourse.names.mentions for mention in found}
    name = name_in_full(label, persons, lexicons.LANGUAGE)
    return Party(name, persons[name]) if name is not None else Party(label)
