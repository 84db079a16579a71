"""Each entry that tells of an event, read in its own example; and that the three languages tell of the same."""

from __future__ import annotations

import pytest

from atleast.model.words import EventType
from atleast.statement.lexicon import Entry, load
from atleast.statement.slavic.page import page_of
from atleast.statement.slavic.triggers import triggers
from tests.support.slavic import text_source

_LANGUAGES = ("ru", "be", "uk")
_LEXICONS = ("event_verbs", "event_nouns")


def _entries(language: str) -> list[Entry]:
    return [entry for name in _LEXICONS for entry in load(language, name)]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_an_example_tells_of_the_event_of_its_entry(language: str) -> None:
    silent = []
    for entry in _entries(language):
        page = page_of(text_source(entry.example, language), language)
        told = [
            one for passage in page.body for sentence in passage.sentences for one in triggers(passage, sentence, page)
        ]
        if entry.value not in {one.type.value for one in told}:
            silent.append((entry.value, entry.words[0], entry.example))
    assert not silent


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_type_of_event_can_be_told(language: str) -> None:
    assert {entry.value for entry in _entries(language)} == {kind.value for kind in EventType}


def test_no_language_is_behind_the_others() -> None:
    for kind in EventType:
        words = [sum(len(entry.words) for entry in _entries(one) if entry.value == kind) for one in _LANGUAGES]
        assert min(words) >= max(words) / 2, (kind, words)
