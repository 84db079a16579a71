from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atleast.statement.slavic.letters import cyrillic, look_up_form, russian_letters


@pytest.mark.parametrize(
    ("latin", "expected"),
    [
        ("U Vidole zatrymali nastaŭnika", "У Відоле затрымалі настаўніка"),
        ("Pavodle «Vieraśnia»", "Паводле «Верасьня»"),
        ("Łahojsk, kalonija, ludzi", "Лагойск, калёнія, людзі"),
        ("abjaviŭ", "аб'явіў"),
        ("chleb, paźnicy, ćviordy, kamień", "хлеб, пазьніцы, цьвёрды, камень"),
        ("jaho Juryj", "яго Юрый"),
    ],
)
def test_latin_belarusian_becomes_cyrillic(latin: str, expected: str) -> None:
    assert cyrillic(latin).text == expected


@given(st.text(alphabet=st.characters(), max_size=60))
def test_each_letter_knows_what_it_was_made_of(text: str) -> None:
    made = cyrillic(text)
    assert len(made.text) == len(made.starts) == len(made.ends)
    assert list(made.starts) == sorted(made.starts)
    if made.text:
        assert made.span(0, len(made.text)) == (0, len(text))
    for start, end in zip(made.starts, made.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=60), st.sampled_from(["ru", "be", "uk"]))
def test_russian_letters_keep_every_offset(text: str, language: str) -> None:
    assert len(russian_letters(text, language)) == len(text)


def test_words_are_looked_up_in_one_spelling() -> None:
    assert look_up_form("Сьнежань", "be") == look_up_form("снежань", "be")
    assert look_up_form("Ўжылі", "be") == "ужылі"
    assert look_up_form("осуждённый", "ru") == "осужденный"
    assert look_up_form("політв’язень", "uk") == "політв'язень"
