"""The fixed words are written on disk and in exports: a word that goes or is respelt breaks what others have kept."""

from __future__ import annotations

from atleast.model.words import Bound, Certainty, EventType, FigureKind, Ground

EVENT_TYPES = """arrest search charge trial sentence appeal transfer release pardon fine ill_treatment torture
denial_of_medical_care solitary_confinement incommunicado death_in_custody killing disappearance exile deportation
dismissal designation liquidation censorship protest election recognition report invocation meeting sanction call"""
GROUNDS = """expression_online expression reading language assembly association journalism defence_of_rights religion
donation voting other"""


def test_the_closed_lists_are_as_they_were_published() -> None:
    assert [word.value for word in EventType] == EVENT_TYPES.split()
    assert [word.value for word in Ground] == GROUNDS.split()
    assert [word.value for word in Bound] == ["at_least", "more_than", "exactly", "about", "at_most", "fewer_than"]
    assert [word.value for word in FigureKind] == ["stock", "flow", "estimate"]


def test_certainty_is_strongest_first() -> None:
    ladder = ["asserted", "attributed", "reported", "anecdotal", "alleged", "hypothetical"]
    assert [word.value for word in Certainty] == ladder
