"""Sentences in three languages, each with the events and the speaker that a careful reader finds in it."""

from __future__ import annotations

import pytest

from tests.support.slavic import events, read, sentences, speakers

_LANGUAGES = {"ru": "russian", "be": "belarusian", "uk": "ukrainian"}
_EVENTS = [(language, *pair) for language, name in _LANGUAGES.items() for pair in sentences(f"{name}-events.txt")]
_SPEAKERS = [(language, *pair) for language, name in _LANGUAGES.items() for pair in sentences(f"{name}-speakers.txt")]


@pytest.mark.parametrize(("language", "sentence", "expected"), _EVENTS)
def test_the_events_of_a_sentence(language: str, sentence: str, expected: str) -> None:
    assert events(read(sentence, language)) == sorted(filter(None, map(str.strip, expected.split(";"))))


@pytest.mark.parametrize(("language", "sentence", "expected"), _SPEAKERS)
def test_the_speaker_of_a_sentence(language: str, sentence: str, expected: str) -> None:
    assert speakers(read(sentence, language)) == ({expected} if expected else set())


def test_there_are_enough_of_them() -> None:
    for language in _LANGUAGES:
        assert sum(one[0] == language for one in _EVENTS) >= 30
        assert sum(one[0] == language for one in _SPEAKERS) >= 25
