"""Sentences about an invented State and the counts in them: `counts/<language>.txt` says how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from atleast.statement.counts import find_counts

PUBLISHED = "2031-05-20"
LANGUAGES = {"en": "english", "ru": "russian", "be": "belarusian", "uk": "ukrainian"}
SIGNS = {"exactly": "=", "at_least": ">=", "more_than": ">", "about": "~", "at_most": "<=", "fewer_than": "<"}


def _sentences() -> list[tuple[str, str, str]]:
    found = []
    for language, name in LANGUAGES.items():
        lines = (Path(__file__).parent / "counts" / f"{name}.txt").read_text("utf-8").splitlines()
        pairs = (line.split(" =>", 1) for line in lines if line.strip() and not line.startswith("#"))
        found += [(language, sentence, expected.strip()) for sentence, expected in pairs]
    return found


@pytest.mark.parametrize(("language", "sentence", "expected"), _sentences())
def test_the_counts_of_a_sentence(language: str, sentence: str, expected: str) -> None:
    told = []
    for found in find_counts(sentence, 0, len(sentence), PUBLISHED, language):
        count = found.count
        as_of = [count.as_of.edtf] if count.as_of else []
        told.append(", ".join([f"{SIGNS[count.bound]}{count.value} {count.of}", count.figure.value, *as_of]))
    assert "; ".join(told) == expected
