from __future__ import annotations

from atleast.model.words import EventType
from tests.support.english import event

FOUR = ("Vasil Korin", "Alena Marozava", "Ihar Bely", "Zmitser Novik")


def test_names_behind_a_colon_stand_for_their_number() -> None:
    told = event(
        "The league recognised four people as political prisoners: " + ", ".join(FOUR[:3]) + " and Zmitser Novik.",
        EventType.RECOGNITION,
    )
    assert told.subject == told.persons == FOUR


def test_those_among_a_number_stand_beside_it() -> None:
    told = event("In July 18 prisoners were released, among them the politician Vasil Korin.", EventType.RELEASE)
    assert told.persons == ("Vasil Korin",)
    assert len(told.subject) == 2


def test_those_are_who_they_are_said_to_be() -> None:
    for text in (
        "Those released on Monday are Vasil Korin and Alena Marozava.",
        "Vasil Korin and Alena Marozava are among those released on Monday.",
    ):
        assert event(text, EventType.RELEASE).persons == FOUR[:2]


def test_names_may_be_listed_where_the_object_would_stand() -> None:
    told = event(
        "We recognise as political prisoners: Vasil Korin, Alena Marozava and Ihar Bely.", EventType.RECOGNITION
    )
    assert told.persons == FOUR[:3]


def test_ages_do_not_end_a_row() -> None:
    told = event("The activists Vasil Korin (34), Alena Marozava (27) and Ihar Bely were arrested.", EventType.ARREST)
    assert told.persons == FOUR[:3]


def test_the_subject_of_another_verb_is_not_of_the_row() -> None:
    told = event(
        "Police arrested Vasil Korin, Alena Marozava, the lawyer Ihar Bely, and Zmitser Novik said he was afraid.",
        EventType.ARREST,
    )
    assert told.persons == FOUR[:3]
