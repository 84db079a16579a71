from __future__ import annotations

import pytest

from atleast.model.statement import When
from atleast.model.words import EventType
from tests.support.english import event, events

ARREST = EventType.ARREST


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Vasil Korin was arrested on 4 May 2023.", "2023-05-04"),
        ("On 4 May 2023 police arrested Vasil Korin.", "2023-05-04"),
        ("Vasil Korin was arrested on Thursday.", "2023-05-11"),
        ("Vasil Korin has been held since 4 May 2023.", "2023-05-04"),
        ("Vasil Korin had been in detention since May 2022.", "2022-05"),
        ("Vasil Korin, arrested in May 2022, is ill.", "2022-05"),
    ],
)
def test_a_date_is_that_of_the_verb_it_hangs_on(text: str, edtf: str) -> None:
    date = event(text, ARREST).date
    assert date is not None
    assert date.edtf == edtf


def test_a_relative_date_keeps_its_words() -> None:
    told = event("Earlier this week, Vasil Korin died in prison.", EventType.DEATH_IN_CUSTODY)
    assert told.date == When("2023-05-07/2023-05-12", "Earlier this week")


@pytest.mark.parametrize(
    "text",
    [
        "The league said on Monday that Vasil Korin had been arrested.",
        "Vasil Korin had been arrested, the league said on Monday.",
        "Vasil Korin will be held until 4 May 2024; he was arrested at night.",
    ],
)
def test_the_day_of_saying_and_the_day_of_ending_are_not_its_date(text: str) -> None:
    assert [told.date for told in events(text, ARREST)] == [None]


def test_two_verbs_have_each_their_own_date() -> None:
    text = "Vasil Korin was arrested on 4 May 2022 and released on 5 June 2022."
    arrest, release = events(text)
    assert (arrest.date, release.date) == (When("2022-05-04", "4 May 2022"), When("2022-06-05", "5 June 2022"))


def test_coordinated_verbs_share_a_date_before_them_all() -> None:
    arrest, fine = events("On 4 May 2022 Vasil Korin was arrested and fined.")
    assert arrest.date == fine.date == When("2022-05-04", "4 May 2022")


def test_a_subordinate_verb_does_not_take_the_date_of_the_main_one() -> None:
    text = "On 4 May 2022 Vasil Korin died in prison after being denied medication."
    assert event(text, EventType.DENIAL_OF_MEDICAL_CARE).date is None


def test_a_noun_has_the_date_of_the_light_verb_it_is_about() -> None:
    date = event("The trial of Vasil Korin began on 4 May 2022.", EventType.TRIAL).date
    assert date is not None
    assert date.edtf == "2022-05-04"


def test_a_verdict_has_the_date_of_the_decision() -> None:
    date = event("By a decision of 12 March 2022, Vasil Korin was sentenced to six years.", EventType.SENTENCE).date
    assert date is not None
    assert date.edtf == "2022-03-12"


def test_without_a_day_of_publication_a_weekday_is_no_date() -> None:
    assert event("Vasil Korin was arrested on Thursday.", ARREST, date=None).date is None
