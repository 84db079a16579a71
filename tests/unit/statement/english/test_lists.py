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


def test_ages_do_not_end_a_row() -> None:
    told = event("The activists Vasil Korin (34), Alena Marozava (27) and Ihar Bely were arrested.", EventType.ARREST)
    assert told.persons == FOUR[:3]


def test_the_subject_of_another_verb_is_not_of_the_row() -> None:
    told = event(
        "Police arrested Vasil Korin, Alena Marozava, the lawyer Ihar Bely, and Zmitser Novik said he was afraid.",
        EventType.ARREST,
    )
    assert told.persons == FOUR[:3]
