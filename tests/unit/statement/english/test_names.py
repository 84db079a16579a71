from __future__ import annotations

import pytest

from atleast.statement.english.name_spans import name_key
from atleast.statement.english.names import names_of
from tests.support.english import page


def _named(text: str) -> list[str]:
    """The person of each name of a page, in order."""
    return [mention.person.name for row in names_of(page(text)).mentions for mention in row]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    assert _named("Vasil Korin was arrested.\nKorin denies it. Korin is an editor.") == ["Vasil Korin"] * 3


def test_a_surname_of_two_persons_stays_as_it_is() -> None:
    assert _named("Vasil Korin and Alena Korin were arrested. Korin was beaten.")[2] == "Korin"


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    assert _named("Judge Alena Marozava's ruling freed Dr. Vasil Korin.") == ["Alena Marozava", "Vasil Korin"]


def test_a_patronymic_is_part_of_a_name() -> None:
    assert _named("Rustam Emin oglu Aliyev was arrested.") == ["Rustam Emin oglu Aliyev"]


def test_an_initial_is_a_form_of_the_given_name() -> None:
    assert set(_named("Vasil Korin was arrested. V. Korin is an editor.")) == {"Vasil Korin"}


@pytest.mark.parametrize("body", ["Korin Foundation", "Tarsk District Court", "the Moroz Helsinki Committee"])
def test_a_body_is_no_person(body: str) -> None:
    assert _named(f"Yesterday {body} published a list.") == []


def test_a_place_is_no_person() -> None:
    assert _named("He was moved to Velmaria. Velmaria is a State.") == []


@pytest.mark.parametrize("spelling", ["Valiantsin", "Valjantsin", "Valjancin", "Valyantsin"])
def test_spellings_of_a_given_name_share_a_key(spelling: str) -> None:
    assert name_key(spelling) == name_key("Valiantsin")


def test_a_word_with_a_small_letter_has_no_key() -> None:
    assert name_key("mark") == ""
