from __future__ import annotations

import pytest

from atleast.source.months import month_of, month_words, parse_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12.05.23", "2023-05-12"),
        ("12.05.2023", "2023-05-12"),
        ("1.2.99", "1999-02-01"),
        ("12 May 2023", "2023-05-12"),
        ("12th of May, 2023", "2023-05-12"),
        ("May 12, 2023", "2023-05-12"),
        ("Friday, May 12, 2023", "2023-05-12"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("12 мая 2023 года", "2023-05-12"),
        ("12 мая 2023 г.", "2023-05-12"),
        ("1 января 2021-го", "2021-01-01"),
        ("12 траўня 2023", "2023-05-12"),
        ("9 жніўня 2020 года", "2020-08-09"),
        ("12 сьнежня 2021 г.", "2021-12-12"),
        ("12 traŭnia 2023", "2023-05-12"),
        ("12 травня 2023 р.", "2023-05-12"),
        ("24 лютого 2022 року", "2022-02-24"),
        ("2023-05-12", "2023-05-12"),
        ("2023-05-12T14:03:00+03:00", "2023-05-12"),
        ("2023-05-12 14:03", "2023-05-12"),
        ("2023-05", "2023-05"),
        ("2023/05/12", "2023-05-12"),
        ("12/14/2022", "2022-12-14"),
        ("14/12/2022", "2022-12-14"),
        ("мае 2023", "2023-05"),
        ("May 2023", "2023-05"),
        ("12 May 2023, 14:35", "2023-05-12"),
    ],
)
def test_a_full_date_is_read(text: str, edtf: str) -> None:
    assert parse_date(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 May",
        "Thursday",
        "31.02.2023",
        "12 Mary 2023",
        "2023-13-01",
        "04/05/2023",
        "12.05.234",
        "see 12 May 2023 for it",
        "0 May 2023",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_the_language_settles_the_order_of_a_slashed_date() -> None:
    assert parse_date("04/05/2023", "ru") == "2023-05-04"


@pytest.mark.parametrize(
    ("word", "month"),
    [("January", 1), ("ФЕВРАЛЯ", 2), ("сакавіку", 3), ("Квітні", 4), ("мая", 5), ("červienia", 6), ("Jul.", 7),
     ("жніўні", 8), ("вересні", 9), ("кастрычніка", 10), ("лістападзе", 11), ("грудня", 12), ("январём", 1)],
)  # fmt: skip
def test_a_month_is_known_in_its_cases(word: str, month: int) -> None:
    assert month_of(word) == month


def test_a_month_is_looked_up_in_one_language_when_asked() -> None:
    assert month_of("мае", "ru") == 5
    assert month_of("мае", "be") is None


def test_no_word_names_two_months() -> None:
    for word in month_words():
        assert len({month_of(word, language) for language in ("en", "ru", "be", "be-Latn", "uk")} - {None}) == 1, word


def test_every_language_has_twelve_months() -> None:
    for language in ("en", "ru", "be", "be-Latn", "uk"):
        assert {month_of(word, language) for word in month_words(language)} == set(range(1, 13))
