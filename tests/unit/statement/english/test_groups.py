from __future__ import annotations

import pytest

from atleast.model.words import EventType
from tests.support.english import event, events


@pytest.mark.parametrize(
    ("text", "type", "subject"),
    [
        ("Former detainees said that they were beaten.", EventType.ILL_TREATMENT, ("Former detainees",)),
        ("Police said that they had arrested 40 people.", EventType.ARREST, ("40 people",)),
        ("The case concerns 34 men and boys arrested in May.", EventType.ARREST, ("34 men and boys",)),
        (
            "Police arrested Vasil Korin and Alena Marozava. Both were fined.",
            EventType.FINE,
            ("Vasil Korin", "Alena Marozava"),
        ),
        (
            "Police arrested Vasil Korin and Alena Marozava. All were fined.",
            EventType.FINE,
            ("Vasil Korin", "Alena Marozava"),
        ),
        ("Fourteen prisoners were released. Most were deported.", EventType.DEPORTATION, ("Fourteen prisoners",)),
        ("No one was arrested.", EventType.ARREST, ()),
    ],
)
def test_a_word_for_several_is_taken_to_whom_it_means(text: str, type: EventType, subject: tuple[str, ...]) -> None:  # noqa: A002
    assert event(text, type).subject == subject


def test_they_are_not_the_one_person_told_of_before() -> None:
    *_, arrest = events("Vasil Korin was fined. They were arrested in May.", EventType.ARREST)
    assert arrest.persons == ()
