"""The frame that all languages share: what a reader is, and which reader reads a language.

A reader is a pure function of a source's text: same text, same statements, whatever was read before. What it needs to
load (a model, dictionaries) it loads when it is first asked for, never when this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from atleast.model.source import SourceText
from atleast.model.statement import Statement


class Reader(Protocol):
    """Text in, statements out, for one or more languages. It can be pickled, and does not take what it loaded along."""

    @property
    def name(self) -> str:
        """What the reader is called in a statement's `reader`: "english"."""

    @property
    def version(self) -> int:
        """Grows whenever the reader may say something else of the same text; texts read by an older one are read again."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages it reads, BCP 47."""

    def read(self, source: SourceText) -> list[Statement]:
        """The statements of one source, in order of their place; an empty list where it says nothing we look for."""

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        """The same for many, in the order given, faster than one by one; holds only a few sources at a time."""


LANGUAGES = frozenset({"be", "en", "ru", "uk"})
"""The languages whose prose is read."""


def readers(gliner: str | None = None) -> tuple[Reader, ...]:
    """Every reader of prose. None of them loads its model before it is given a text.

    With `gliner`, the folder of such a model, each takes the names that it finds as candidates for names of persons.
    """
    return tuple(reader for language in sorted(LANGUAGES) if (reader := reader_for(language, gliner)))


def reader_for(language: str | None, gliner: str | None = None) -> Reader | None:
    """The reader of a language ("en", "en-GB"), loaded once; None where no reader reads it yet."""
    return _loaded(language.partition("-")[0].lower(), gliner) if language else None


@cache
def _loaded(language: str, gliner: str | None) -> Reader | None:
    if language == "en":
        from atleast.statement.english.reader import EnglishReader

        return EnglishReader(gliner)
    if language in LANGUAGES:
        from atleast.statement.slavic.reader import SlavicReader

        return SlavicReader(language, gliner)
    return None
