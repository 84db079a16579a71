from __future__ import annotations

import re
from pathlib import Path

import pytest

from atleast.errors import InvalidRecord
from atleast.statement import lexicon

GOOD = """
[[entry]]
words = ["at least", "no fewer than"]
value = "at_least"
example = "At least 40 people are held."

[[entry]]
words = ["hold"]
value = "arrest"
needs = ["person"]
example = "They hold two printers."
note = "also of an event"
"""

FILES = sorted((Path(lexicon.__file__).parent / "lexicon_data").glob("*/*.toml"))

_IRREGULAR = {
    "be": r"\b(?:am|is|are|was|were|been)\b",
    "bring": "brought",
    "catch": "caught",
    "go": "went",
    "have": r"\b(?:has|had)\b",
    "get": "got",
    "give": "gave",
    "leave": "left",
    "make": "made",
    "take": "took",
    "seek": "sought",
    "stand": "stood",
}


def _has_one_of(words: tuple[str, ...], example: str) -> bool:
    """Whether the example has one of the words: as it is, inflected, or as the ending of a word."""
    text = example.casefold()
    patterns = [
        f"{_inflected(word)}|{_ablauted(word)}|{_IRREGULAR.get(word, re.escape(word))}"
        for word in map(str.casefold, words)
    ]
    return any(re.search(pattern, text) for pattern in patterns)


def _inflected(phrase: str) -> str:
    """The first letters of each word of a phrase, up to four, and what may follow them: "say" is in "said"."""
    parts = [re.escape(part[: max(1, min(4, len(part) - 1))]) for part in re.findall(r"\w+", phrase)]
    return r"\b" + r"\w*\W+(?:\w+\W+){0,2}?".join(parts) if parts else re.escape(phrase)


def _ablauted(phrase: str) -> str:
    """A word whatever its vowels, and what may follow it: "keep" is in "kept"; or the word as an ending."""
    word = re.escape(phrase)
    return rf"\b{re.sub('[aeiou]+', '[aeiou]+', word)}\w*|{word}(?!\w)"


def test_an_entry_keeps_its_words_and_its_other_keys() -> None:
    first, second = lexicon.parse(GOOD, "good.toml")
    assert first.words == ("at least", "no fewer than")
    assert (first.value, first.needs, dict(first.extra)) == ("at_least", (), {})
    assert (second.needs, dict(second.extra)) == (("person",), {"note": "also of an event"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[entry]]\nwords = []\nvalue = 'a'\nexample = 'b'", "line 1: `words` is empty"),
        ("[[entry]]\nwords = ['a', 3]\nvalue = 'a'\nexample = 'b'", "holds 3"),
        ("[[entry]]\nwords = 'a'\nvalue = 'a'\nexample = 'b'", "`words` must be a list"),
        (GOOD + "[[entry]]\nwords = ['a']\nvalue = 'a'\n", "line 13: `example` must be a string"),
        ("[[entry]]\nwords = ['a']\nvalue = 1\nexample = 'b'", "`value` must be a string"),
        ("[[entry]]\nwords = ['a']\nvalue = 'a'\nexample = 'b'\nnote = 3", "`note` must be a string"),
        ("other = 3", "nothing else"),
        ("[[entry]", "bad.toml"),
    ],
)
def test_what_is_not_of_the_shape_is_named_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(InvalidRecord) as raised:
        lexicon.parse(text, "bad.toml")
    assert problem in str(raised.value)
    assert "bad.toml" in str(raised.value)


def test_a_lexicon_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidRecord, match="en/nothing_of_the_kind"):
        lexicon.load("en", "nothing_of_the_kind")
    assert lexicon.languages("nothing_of_the_kind") == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_entry_has_an_example_with_one_of_its_words(file: Path) -> None:
    for entry in lexicon.load(file.parent.name, file.stem):
        assert _has_one_of(entry.words, entry.example), f"{entry.words} are not in {entry.example!r}"
