from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from atleast.person.names import fold, key_of

NAMES = st.text() | st.text("аеёиіїйуўґАЁІЇЙЎ'’ -ŁłŭśćAaBb\u0301\u0306\u0308", max_size=12)


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_it_does_not_matter_how_a_letter_was_typed(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name)) == fold(name)


@given(NAMES)
def test_a_key_has_no_space(name: str) -> None:
    assert not any(letter.isspace() for letter in key_of(name))
