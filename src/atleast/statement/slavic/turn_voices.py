"""Whose words a paragraph is in an interview, a briefing or a hearing, apart from what it quotes."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.words import ChainRole
from atleast.statement.slavic.page import Page, Passage
from atleast.statement.slavic.references import Discourse, Party, party_of
from atleast.statement.slavic.speech import TURN, Voice
from atleast.statement.turns import Turn, TurnRole, name_in_full, turn_at


class Turns:
    """The turns of a page, and who speaks in each as far as has been read."""

    def __init__(self, page: Page, turns: Sequence[Turn]) -> None:
        self._page = page
        self._turns = turns
        self._interviewed: Party | None = None
        self._begun = False

    def voice(self, passage: Passage, discourse: Discourse) -> Voice | None:
        """Who speaks in a paragraph, and is meant by its "I"; None outside of turns, and where nobody is named."""
        turn = turn_at(self._turns, *self._page.stored(passage.start, passage.end))
        if turn is None:
            discourse.turn = None
            return None
        if not self._begun:
            self._begun, self._interviewed = True, _interviewed(discourse)
        party = self._party(turn, discourse)
        discourse.turn = party
        if party is None:
            return None
        discourse.speaker = party
        return Voice((party,), ChainRole.SPEAKER, TURN, [(passage.start, passage.end)], passage.words[0])

    def _party(self, turn: Turn, discourse: Discourse) -> Party | None:
        """The person whom a label names, or the label; of an answer without a name, who is interviewed."""
        if turn.name is not None and not turn.is_role:
            persons = {person.name: person for person in discourse.names.persons}
            name = name_in_full(turn.name, persons, self._page.language)
            return party_of(persons[name]) if name is not None else Party(turn.name)
        if turn.role is not TurnRole.ANSWERER:
            return None
        return self._interviewed or (Party(turn.name) if turn.name is not None else None)


def _interviewed(discourse: Discourse) -> Party | None:
    """Who answers where no label says it: who spoke before the first turn, or the only person named there."""
    if discourse.speaker is not None and discourse.speaker.person is not None:
        return discourse.speaker
    named = [party for party in discourse.recent if party.person is not None]
    return named[0] if len(named) == 1 else None
