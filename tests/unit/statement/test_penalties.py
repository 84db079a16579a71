from __future__ import annotations

import pytest

from atleast.statement.penalties import find_penalties


@pytest.mark.parametrize(
    ("language", "text", "words", "term"),
    [
        ("en", "A court gave him 10 years in a penal colony.", "10 years in a penal colony", "10 years"),
        ("en", "They received terms of seven to nine years.", "seven to nine years", "seven to nine years"),
        (
            "en",
            "They were given nine, seven and eight years.",
            "nine, seven and eight years",
            "nine, seven and eight years",
        ),
        ("en", "He got a 10-year term.", "10-year", "10-year"),
        (
            "en",
            "He got three and a half years in prison.",
            "three and a half years in prison",
            "three and a half years",
        ),
        (
            "en",
            "She was sentenced to two years and six months.",
            "two years and six months",
            "two years and six months",
        ),
        ("en", "Sentenced under Art. 361-2 to three years.", "three years", "three years"),
        ("en", "He faces life imprisonment.", "life imprisonment", "life imprisonment"),
        ("en", "She was fined BYN 840,000.", "BYN 840,000", "BYN 840,000"),
        ("en", "She was fined 840 Velmarian rubles.", "840 Velmarian rubles", "840 Velmarian rubles"),
        (
            "ru",
            "Его приговорили к пяти годам колонии строгого режима.",
            "пяти годам колонии строгого режима",
            "пяти годам",
        ),
        ("ru", "Он получил 15 суток ареста.", "15 суток ареста", "15 суток"),
        ("be", "Яго асудзілі на тры з паловай гады зняволення.", "тры з паловай гады зняволення", "тры з паловай гады"),
        ("uk", "Її засудили до п’яти років позбавлення волі.", "п’яти років позбавлення волі", "п’яти років"),
    ],
)
def test_a_penalty(language: str, text: str, words: str, term: str) -> None:
    (found,) = find_penalties(text, 0, len(text), language)
    assert text[found.start : found.end] == words
    assert found.text == term


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was sentenced two years ago."),
        ("en", "She is 24 years old and was jailed."),
        ("en", "For the last three years prison has been his home."),
        ("en", "He worked there for three years."),
        ("en", "He was sentenced under Article 342."),
        ("ru", "Его осудили два года назад."),
        ("pl", "Skazano go na trzy lata."),
    ],
)
def test_what_is_no_penalty(language: str, text: str) -> None:
    assert find_penalties(text, 0, len(text), language) == []


def test_a_cell_needs_no_word_that_speaks_of_penalties() -> None:
    assert find_penalties("3 years", 0, 7, "en") == []
    assert [found.text for found in find_penalties("3 years", 0, 7, "en", expected=True)] == ["3 years"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Before. He got 10\u00a0years. After."
    (found,) = find_penalties(text, 8, 25, "en")
    assert text[found.start : found.end] == "10\u00a0years"
    assert found.text == "10 years"
