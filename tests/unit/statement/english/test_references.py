from __future__ import annotations

import pytest

from atleast.model.words import EventType
from tests.support.english import event, events


def _last(text: str, type: EventType = EventType.ARREST) -> tuple[str, ...]:  # noqa: A002
    return events(text, type)[-1].subject


def test_he_is_whom_the_text_is_about() -> None:
    assert _last("Vasil Korin is an editor. He was arrested on Monday.") == ("Vasil Korin",)


def test_a_pronoun_goes_to_a_given_name_that_it_suits() -> None:
    text = "Vasil Korin lives with Alena Marozava. {} was arrested on Monday."
    assert _last(text.format("She")) == ("Alena Marozava",)
    assert _last(text.format("He")) == ("Vasil Korin",)


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    assert _last("Vasil Korin is an editor. Judge Ihar Bely had him arrested. Ihar Bely detained him again.") == (
        "Vasil Korin",
    )


def test_a_possessive_before_the_subject_looks_ahead() -> None:
    assert _last("Ihar Bely is a judge. Before his arrest, Vasil Korin published a list.") == ("Vasil Korin",)


def test_they_are_the_group_last_told_of() -> None:
    assert _last("Vasil Korin and Alena Marozava are editors. They were arrested on Monday.") == (
        "Vasil Korin",
        "Alena Marozava",
    )


def test_a_number_is_the_group_of_that_size_and_of_no_other() -> None:
    text = "Police arrested Vasil Korin, Ihar Bely and Alena Marozava in May. The {} were charged with treason."
    assert _last(text.format("three"), EventType.CHARGE) == ("Vasil Korin", "Ihar Bely", "Alena Marozava")
    assert _last(text.format("four"), EventType.CHARGE) == ("The four",)


def test_a_role_is_the_one_person_whom_the_text_calls_so() -> None:
    assert _last("The blogger was arrested on Monday. The officers took away the phone of blogger Vasil Korin.") == (
        "Vasil Korin",
    )


def test_a_role_of_two_persons_stays_as_it_is() -> None:
    assert _last("Blogger Vasil Korin and blogger Ihar Bely spoke. The blogger was arrested.") == ("The blogger",)


def test_a_relative_clause_is_about_what_stands_before_it() -> None:
    first, second = events(
        "On trial are Vasil Korin, who was arrested in May, and Ihar Bely, who was arrested in June.", EventType.ARREST
    )
    assert (first.subject, second.subject) == (("Vasil Korin",), ("Ihar Bely",))


def test_i_is_who_speaks() -> None:
    assert event('"I was arrested at the border," Alena Marozava said.', EventType.ARREST).subject == (
        "Alena Marozava",
    )


@pytest.mark.parametrize("text", ["He was arrested on Monday.", "They were arrested on Monday."])
def test_a_pronoun_without_anybody_before_it_names_nobody(text: str) -> None:
    assert _last(text) == ()
