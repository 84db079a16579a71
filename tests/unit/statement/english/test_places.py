from __future__ import annotations

import pytest

from atleast.model.words import EventType
from tests.support.english import event


@pytest.mark.parametrize(
    ("text", "type", "place", "facility"),
    [
        ("Vasil Korin was arrested in Tarsk.", EventType.ARREST, "Tarsk", None),
        ("Vasil Korin is held in Remand Prison No. 3.", EventType.ARREST, None, "Remand Prison No. 3"),
        ("Vasil Korin has been in custody since May.", EventType.ARREST, None, None),
        ("He was beaten at a police station.", EventType.ILL_TREATMENT, None, "a police station"),
        ("Officers searched her flat.", EventType.SEARCH, None, "her flat"),
        ("She was sentenced to six years in a penal colony.", EventType.SENTENCE, None, None),
        ("He is serving six years in Colony No. 9.", EventType.SENTENCE, None, "Colony No. 9"),
        ("The Tarsk Regional Court sentenced Vasil Korin to six years.", EventType.SENTENCE, "Tarsk", None),
        ("The Leninsky District Court sentenced Vasil Korin to six years.", EventType.SENTENCE, None, None),
        ("Vasil Korin was sentenced in absentia to six years.", EventType.SENTENCE, None, None),
        ("Alena Marozava left Velmaria in 2021.", EventType.EXILE, "Velmaria", None),
    ],
)
def test_where_it_was(text: str, type: EventType, place: str | None, facility: str | None) -> None:  # noqa: A002
    found = event(text, type)
    assert (found.place, found.facility) == (place, facility)
