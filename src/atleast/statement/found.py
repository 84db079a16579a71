"""Words found in a text, with what they come down to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from atleast.source.characters import plain
from atleast.statement import lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """Something at `[start:end]` of a text."""

    start: int
    end: int
    text: str
    """Its own words, without those that only describe it: "10 years" of "10 years in a penal colony"."""


def stretch_of(text: str, start: int, end: int) -> str:
    """`text[start:end]` in its plain form, letter by letter; several finders read the same stretch one after another."""
    return _plain(text[start:end])


_plain = lru_cache(maxsize=16)(plain)


def apart(found: Iterable[Found]) -> list[Found]:
    """In order of their place; of two that overlap, the one that begins first, or else the longer one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def either(language: str, name: str, value: str) -> str:
    """A pattern for any word that a lexicon gives for a value, longest first, with any white space between its parts.

    A full stop at the end of an abbreviation is part of the word. Matches nothing where there is no such word.
    """
    words = [word for entry in lexicon.load(language, name) if entry.value == value for word in entry.words]
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    patterns = [r"\s+".join(map(re.escape, word.split())) for word in longest_first]
    return "|".join(patterns) or r"(?!)"
