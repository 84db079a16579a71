from __future__ import annotations

import pytest

from atleast.statement.slavic.name_parts import key_of, same_key
from atleast.statement.slavic.names import names_of
from atleast.statement.slavic.nominative import nominative as nominative_of
from atleast.statement.slavic.page import page_of
from tests.support.slavic import text_source


def _names(text: str, language: str) -> list[str]:
    return sorted(person.name for person in names_of(page_of(text_source(text, language), language[:2])).persons)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "Дравницкий Дравницкого Дравницкому Дравницким"),
        ("be", "Драўніцкі Драўніцкага Драўніцкаму Драўніцкім"),
        ("be", "Млынавец Млынаўца Млынаўцу"),
        ("be", "Калвашук Калвашука Калвашуку Калвашуком"),
        ("uk", "Бойко Бойка Бойку"),
        ("uk", "Лозинський Лозинського Лозинському Лозинським"),
    ],
)
def test_the_cases_of_a_surname_have_one_key(language: str, forms: str) -> None:
    first, *others = [key_of(form, language) for form in forms.split()]
    assert all(same_key(first, other) for other in others)


def test_a_person_has_the_first_full_name_and_its_nominative_beside_it() -> None:
    page = page_of(
        text_source("Ивана Крука задержали. Крук молчит. Анну Тарн освободили. Анна Тарн больна.", "ru"), "ru"
    )
    named = sorted((person.name, person.nominative) for person in names_of(page).persons)
    assert named == [("Анну Тарн", "Анна Тарн"), ("Ивана Крука", "Иван Крук")]


@pytest.mark.parametrize(
    ("language", "written", "nominative"),
    [
        ("ru", "Вадиму Куренкову", "Вадим Куренков"),
        ("ru", "Олега Рябину", "Олег Рябина"),
        ("ru", "Петра Гая", "Пётр Гай"),
        ("ru", "Анне Лойко", "Анна Лойко"),
        ("ru", "Марию Петровну Сидорову", "Мария Петровна Сидорова"),
        ("ru", "Иван Крук", "Иван Крук"),
        ("be", "Марка Лугаўца", "Марк Лугавец"),
        ("be", "Максіма Дзямідкі", "Максім Дзямідка"),
        ("be", "Аксаны Барэль", "Аксана Барэль"),
        ("uk", "Степана Гудзія", "Степан Гудзій"),
        ("uk", "Олега Кравця", "Олег Кравець"),
        ("uk", "Ольгу Лозинську", "Ольга Лозинська"),
        ("uk", "Руслану Шматку", None),
        ("ru", "Крука", None),
    ],
)
def test_the_nominative_is_told_only_where_it_is_sure(language: str, written: str, nominative: str | None) -> None:
    assert nominative_of(tuple(written.split()), "", language) == nominative


def test_relatives_share_a_surname_that_both_may_have() -> None:
    assert _names("Петра и Анну Лойко задержали.", "ru") == ["Анну Лойко", "Петра Лойко"]


def test_brothers_share_the_surname_in_the_plural() -> None:
    text = "Затрымалі братоў Андрэя і Паўла Калвашукоў. Андрэя Калвашука забралі з цэха."
    assert _names(text, "be") == ["Андрэя Калвашука", "Паўла Калвашукоў"]


def test_places_and_words_that_open_a_sentence_are_no_persons() -> None:
    assert _names("Улады маўчаць. У Сарніку ціха. Кажуць рознае.", "be") == []
    assert _names("Влада мовчить. У Сарніку тихо.", "uk") == []


def test_names_in_latin_script_stand_as_they_are_stored() -> None:
    assert _names("U Vidole zatrymali nastaŭnika fizyki Arkadzia Młynaŭca.", "be-Latn") == ["Arkadzia Młynaŭca"]
