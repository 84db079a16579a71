"""Sentences about an invented State and the dates in them: `dates/<language>.txt` says how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from atleast.statement.dates import find_dates

PUBLISHED = "2031-05-20"
LANGUAGES = {"en": "english", "ru": "russian", "be": "belarusian", "uk": "ukrainian"}


def _sentences() -> list[tuple[str, str, str]]:
    found = []
    for language, name in LANGUAGES.items():
        lines = (Path(__file__).parent / "dates" / f"{name}.txt").read_text("utf-8").splitlines()
        pairs = (line.split(" =>", 1) for line in lines if line.strip() and not line.startswith("#"))
        found += [(language, sentence, expected.strip()) for sentence, expected in pairs]
    return found


@pytest.mark.parametrize(("language", "sentence", "expected"), _sentences())
def test_the_dates_of_a_sentence(language: str, sentence: str, expected: str) -> None:
    found = find_dates(sentence, 0, len(sentence), PUBLISHED, language)
    told = [f"{sentence[one.start : one.end]} = {one.when.edtf if one.when else '?'}" for one in found]
    assert "; ".join(told) == expected
