"""The words of the English reader, from `lexicon_data/en`, in the shapes in which the rules look them up."""

from __future__ import annotations

from functools import cache

from atleast.statement.lexicon import Entry, load

LANGUAGE = "en"


@cache
def values(name: str) -> dict[str, str]:
    """Each word of a lexicon and what it means; the first entry that has a word wins."""
    found: dict[str, str] = {}
    for entry in load(LANGUAGE, name):
        for word in entry.words:
            found.setdefault(word, entry.value)
    return found


@cache
def words(name: str, value: str | None = None) -> frozenset[str]:
    """The words of a lexicon, or those with one value."""
    return frozenset(word for entry in load(LANGUAGE, name) if value in (None, entry.value) for word in entry.words)


@cache
def by_word(name: str) -> dict[str, tuple[Entry, ...]]:
    """The entries of a lexicon that have a word, in the order of the file."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in load(LANGUAGE, name):
        for word in entry.words:
            found[word] = (*found.get(word, ()), entry)
    return found


def options(entry: Entry, key: str) -> tuple[str, ...]:
    """An extra of an entry that lists words: "custody | detention" -> ("custody", "detention")."""
    return tuple(word.strip() for word in entry.extra.get(key, "").split("|") if word.strip())
