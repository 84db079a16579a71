from __future__ import annotations

import pytest

from atleast.person.spelling import keys
from atleast.person.spelling.blocking import LOOSE, is_short


def _whole(name: str) -> set[str]:
    return {key for key in keys(name) if not key.startswith(LOOSE)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mikalai Draunitski", "Николай Дравницкий"),
        ("Siarhei Talkunets", "Толкунец Сергей"),
        ("Hanna Brukava", "Анну Брукову"),
        ("Vasil Tarvuk", "Vasil Tarvk"),
        ("Ihar Leu", "Игорь Лев"),
    ],
)
def test_spellings_of_one_name_share_a_key_of_two_words(a: str, b: str) -> None:
    assert _whole(a) & _whole(b)


def test_brothers_and_bearers_of_one_given_name_share_none() -> None:
    assert not _whole("Andrei Kalvashuk") & _whole("Pavel Kalvashuk")
    assert not _whole("Andrei Kalvashuk") & _whole("Andrei Tarvuk")


def test_a_short_name_is_found_by_its_one_word() -> None:
    assert is_short("Andrei")
    assert is_short("A. Kalvashuk")
    assert not is_short("Andrei Kalvashuk")
    assert keys("A. Kalvashuk") & keys("Andrei Kalvashuk")
    assert keys("Андрэй") & keys("Andrei Kalvashuk")


def test_a_name_in_another_script_has_no_key() -> None:
    assert keys("王芳") == frozenset()
