from __future__ import annotations

import pytest

from atleast.person.spelling import compare, keys
from atleast.person.spelling.comparing import MAY_BE
from atleast.person.spelling.sounds import is_abjad, sounds_of
from atleast.person.spelling.words import joined


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("محمد سليم ناصر", "Muhammad Salim Nasser"),
        ("سامي خليل النجار", "Sami Khalil al-Najjar"),
        ("عبد الرحمن كريم", "Abd al-Rahman Karim"),
    ],
)
def test_short_vowels_that_are_not_written_cost_little(arabic: str, latin: str) -> None:
    assert compare(arabic, latin).score >= MAY_BE
    assert keys(arabic) & keys(latin)


@pytest.mark.parametrize(("arabic", "latin"), [("محمد سليم", "Ahmad Karim"), ("سامي خليل", "Sami Nasser")])
def test_other_consonants_are_other_names(arabic: str, latin: str) -> None:
    assert compare(arabic, latin).score < MAY_BE


def test_within_arabic_what_is_written_counts_in_full() -> None:
    assert compare("محمد سليم", "محمود سليم").score < compare("محمد سليم", "محمد سليم").score
    assert compare("سلمى ناصر", "سلمي ناصر").score == 1.0


@pytest.mark.parametrize(("one", "other"), [("علاء", "عالء"), ("حمادة", "حماده"), ("الله", "هللا"), ("أحمد", "احمد")])
def test_what_pages_and_habits_do_to_letters_is_undone(one: str, other: str) -> None:
    assert sounds_of(one) == sounds_of(other)


def test_what_belongs_to_one_word_is_one_word() -> None:
    assert joined("Abd al-Rahman Karim") == "AbdalRahman Karim"
    assert joined("عبد الرحمن كريم") == "عبدالرحمن كريم"
    assert joined("Ales Bialitski") == "Ales Bialitski"


def test_which_letters_leave_vowels_out() -> None:
    assert is_abjad("ناصر")
    assert not is_abjad("Nasser")
    assert not is_abjad("Насер")
