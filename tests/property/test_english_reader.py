"""Whatever the text: the English reader survives it, quotes it to the letter, and says the same again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.model.lines import from_line, to_line
from tests.support.english import read

WORDS = [
    "Vasil",
    "Korin",
    "police",
    "arrested",
    "said",
    "that",
    "he",
    "was",
    "not",
    "who",
    "and",
    "to",
    "report",
    "é",
    "🙂",
]
MARKS = [*',.:;("“”«»‘’', "\x00", "\u200b", "\u202e", "\u00a0", "\n", "\t"]
PIECES = st.sampled_from([*WORDS, *MARKS, "on Monday", "10 years", "1,486", "according to"])
PAGES = st.lists(PIECES, max_size=40)
TEXTS = st.one_of(st.text(max_size=200), PAGES.map(" ".join), PAGES.map("".join))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_quoted_to_the_letter(text: str) -> None:
    for statement in read(text):
        assert from_line(to_line(statement, "page.txt") | {"rule": statement.rule}) == statement


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_the_same_text_says_the_same(text: str) -> None:
    assert read(text) == read(text)
