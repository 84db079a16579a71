from __future__ import annotations

import pytest

from atleast.statement.cell_words import day_of, designation_of, instead_of_facility, sex_of


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("7 May 2031", "2031-05-07"),
        ("07.05.2031", "2031-05-07"),
        ("1985", "1985"),
        ("1985 г.р.", "1985"),
        ("1985 р.н.", "1985"),
        ("03.1985", "1985-03"),
        ("1985-03", "1985-03"),
        ("1985-03-00", "1985-03"),
        ("1985-00-00", "1985"),
        ("00.03.1985", "1985-03"),
        ("00.00.1985", "1985"),
        ("xx.xx.1985", "1985"),
        ("31058", "1985-01-11"),
        ("45000.5", "2023-03-15"),
    ],
)
def test_a_day_may_be_partial_or_a_number_of_excels(words: str, edtf: str) -> None:
    assert day_of(words, "ru") == edtf


@pytest.mark.parametrize("words", ["13.1985", "long ago", "417", "123456", "32.13.1985", "1985-13", ""])
def test_what_is_no_day(words: str) -> None:
    assert day_of(words, "ru") is None


@pytest.mark.parametrize(
    ("words", "language", "sex"),
    [
        ("F", "en", "female"),
        ("man", "en", "male"),
        ("Ж", "ru", "female"),
        ("муж.", "ru", "male"),
        ("жанчына", "be", "female"),
        ("мужчына", "be", "male"),
        ("Ч", "uk", "male"),
        ("жіноча", "uk", "female"),
        ("female", "ru", "female"),
        ("x", "en", None),
    ],
)
def test_a_sex_in_four_languages(words: str, language: str, sex: str | None) -> None:
    assert sex_of(words, language) == sex


@pytest.mark.parametrize(
    ("words", "language", "designation"),
    [
        ("active", "en", "recognised"),
        ("Former", "en", "recognised"),
        ("recognised ex post facto", "en", "recognised"),
        ("np", "en", "none"),
        ("бывшая политзаключённая", "ru", "recognised"),
        ("не признан", "ru", "none"),
        ("былы палітвязень", "be", "recognised"),
        ("колишній політв'язень", "uk", "recognised"),
        ("active investigation", "en", None),
        ("in custody", "en", None),
    ],
)
def test_a_designation_is_the_whole_of_a_cell(words: str, language: str, designation: str | None) -> None:
    assert designation_of(words, language) == designation


@pytest.mark.parametrize(
    ("words", "language", "state"),
    [
        ("released", "en", "release"),
        ("unknown", "en", "unknown"),
        ("at liberty before serving sentence", "en", "release"),
        ("находится на свободе до начала отбывания наказания", "ru", "release"),
        ("неизвестно", "ru", "unknown"),
        ("вызвалена", "be", "release"),
        ("невядома", "be", "unknown"),
        ("звільнений", "uk", "release"),
        ("Prison for the Released", "en", None),
        ("colony 2, unknown", "en", None),
        ("house arrest", "en", None),
    ],
)
def test_what_stands_in_place_of_a_prison(words: str, language: str, state: str | None) -> None:
    assert instead_of_facility(words, language) == state
