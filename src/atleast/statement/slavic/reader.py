"""The Slavic reader: one source or many, in, statements out, for one of its three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atleast.model.source import SourceText
from atleast.model.statement import Statement
from atleast.statement.reader import reader_for
from atleast.statement.slavic.account import statements_of
from atleast.statement.slavic.page import page_of

_NAMES = {"ru": "russian", "be": "belarusian", "uk": "ukrainian"}


class SlavicReader:
    """Reads Russian, Belarusian (in both scripts) or Ukrainian. The tagger is loaded when the first text is read."""

    version = 1

    def __init__(self, language: str) -> None:
        self._language = language
        self.name = _NAMES[language]
        self.languages = frozenset({"be", "be-Latn"} if language == "be" else {language})

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """A reader travels to another process without its tagger, of which that loads its own."""
        return reader_for, (self._language,)

    def read(self, source: SourceText) -> list[Statement]:
        """The statements of one source, in order of their place."""
        return statements_of(page_of(source, self._language), f"{self.name} {self.version}")

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        """The statements of many sources, in the order given."""
        for source in sources:
            yield source, self.read(source)
