from __future__ import annotations

import pytest

from atleast.report.visible import visible


@pytest.mark.parametrize("letter", ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\u2069", "\u200f", "\ud800"])
def test_letters_that_steer_are_shown(letter: str) -> None:
    assert visible(f"a{letter}b") == f"a⟨U+{ord(letter):04X}⟩b"


def test_everything_else_stays() -> None:
    text = "Ирма\n\tДолвіч’s — “ё”, ў, ї; עברית 😀"
    assert visible(text) == text
