from __future__ import annotations

import pytest

from atleast.model.words import EventType
from tests.support.english import event

LISTED = ("Ivan Korin", "Petr Holm", "Alena Marozava")
LINES = "Ivan Korin, born in 1980\nPetr Holm, born in 1991\nAlena Marozava"


@pytest.mark.parametrize(
    "text",
    [
        f"The centre has recognised the following people as political prisoners:\n{LINES}",
        f"Three people were recognised as political prisoners\n{LINES}",
        f"Their names came in a letter.\n{LINES}\nWe recognise these persons as political prisoners.",
    ],
)
def test_a_group_beside_a_list_is_those_on_the_list(text: str) -> None:
    assert event(text, EventType.RECOGNITION).subject == LISTED


def test_paragraphs_that_tell_of_somebody_are_no_list() -> None:
    text = "Three people were recognised as political prisoners.\nIvan Korin is a lawyer.\nPetr Holm is his brother."
    assert event(text, EventType.RECOGNITION).subject == ("Three people",)
