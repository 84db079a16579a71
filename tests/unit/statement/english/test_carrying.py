"""What one telling gives to the next. Paragraphs are lines."""

from __future__ import annotations

from atleast.model.statement import Event
from atleast.model.words import EventType
from tests.support.english import event, events

RULING = "A court in Tarsk on 4 May 2023 sentenced Vasil Korin to ten years."


def edtf(one: Event) -> str | None:
    return one.date.edtf if one.date else None


def test_the_parts_of_a_ruling_are_of_one_day_and_one_court() -> None:
    _, got, fined = [*events(f"{RULING} Alena Marozava got five years and was fined 900 crowns.")]
    assert {edtf(got), edtf(fined)} == {"2023-05-04"}
    assert {got.authority, fined.authority} == {"A court in Tarsk"}


def test_the_verdict_is_that_of_everybody_in_the_case() -> None:
    *_, verdict = events(
        f"{RULING} Alena Marozava got five years.\nThe league condemned the verdict.", EventType.SENTENCE
    )
    assert (verdict.persons, edtf(verdict)) == (("Vasil Korin", "Alena Marozava"), "2023-05-04")


def test_another_court_is_another_ruling() -> None:
    _, other = events(f"{RULING} A judge in Horsk sentenced Alena Marozava to two years.", EventType.SENTENCE)
    assert edtf(other) is None


def test_an_earlier_ruling_is_another() -> None:
    _, other = events(f"{RULING} Alena Marozava had been sentenced to two years.", EventType.SENTENCE)
    assert edtf(other) is None


def test_the_steps_of_a_scene_are_of_one_day() -> None:
    text = "On 4 May 2023 six masked officers arrested Vasil Korin. They beat Korin in the street."
    assert edtf(event(text, EventType.ILL_TREATMENT)) == "2023-05-04"


def test_what_came_later_is_no_part_of_the_scene() -> None:
    text = "On 4 May 2023 police arrested Vasil Korin. Korin was later beaten in the colony."
    assert edtf(event(text, EventType.ILL_TREATMENT)) is None


def test_an_event_told_again_by_a_noun_has_its_day() -> None:
    text = "On 4 May 2023 police arrested Vasil Korin.\nThe league condemned the arrest of Vasil Korin."
    assert [edtf(one) for one in events(text, EventType.ARREST)] == ["2023-05-04", "2023-05-04"]


def test_a_trial_in_the_clause_of_a_verdict_is_that_of_whom_it_befell() -> None:
    assert event("Vasil Korin was convicted after a closed trial.", EventType.TRIAL).persons == ("Vasil Korin",)


def test_a_death_and_what_led_to_it_were_in_one_place() -> None:
    text = "Vasil Korin died in a penal colony near Tarsk after being refused medicine."
    assert event(text, EventType.DENIAL_OF_MEDICAL_CARE).facility == "a penal colony near Tarsk"
