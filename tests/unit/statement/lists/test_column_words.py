"""The words of headings, in each language: each means one thing, and its example is a heading in which it does."""

from __future__ import annotations

import pytest

from atleast.model.column import Column
from atleast.statement import lexicon
from atleast.statement.lexicon import Entry
from atleast.statement.table_columns import Heading, column_of

LANGUAGES = lexicon.languages("columns")
ENTRIES = [(language, entry) for language in LANGUAGES for entry in lexicon.load(language, "columns")]


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=lambda each: getattr(each, "value", each))
def test_a_word_is_what_it_says_and_so_is_its_example(language: str, entry: Entry) -> None:
    assert {column_of(word, language) for word in entry.words} == {Column(entry.value)}
    heading = Heading.named_by(entry.example.split(", "), language, {})
    if entry.value == Column.OTHER:
        assert heading is None
    else:
        assert heading is not None
        assert Column(entry.value) in heading.columns


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_words_in_every_language(language: str) -> None:
    said = {entry.value for each, entry in ENTRIES if each == language}
    # Where a language has one word for both, a name beside a family name is the given one.
    assert {column.value for column in Column} - said <= {Column.IN_LIST, Column.GIVEN_NAME}
