"""The Slavic reader: one source or many, in, statements out, for one of its three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atleast.model.source import SourceText
from atleast.model.statement import Statement
from atleast.statement.name_finder import finder_for, reader_name, with_agreement
from atleast.statement.reader import reader_for
from atleast.statement.slavic.account import statements_of
from atleast.statement.slavic.other_names import look_again
from atleast.statement.slavic.page import page_of
from atleast.statement.turns import cut_at_turns, turns_of

_NAMES = {"ru": "russian", "be": "belarusian", "uk": "ukrainian"}


class SlavicReader:
    """Reads Russian, Belarusian (in both scripts) or Ukrainian. The tagger is loaded when the first text is read.

    `gliner` is the folder of a model that names are looked for with as well. Raises MandateError where it is none.
    """

    version = 2

    def __init__(self, language: str, gliner: str | None = None) -> None:
        self._language = language
        self._gliner = gliner
        self.name = reader_name(_NAMES[language], gliner)
        self.languages = frozenset({"be", "be-Latn"} if language == "be" else {language})

    def __reduce__(self) -> tuple[object, tuple[str, str | None]]:
        """A reader travels to another process without its tagger, of which that loads its own."""
        return reader_for, (self._language, self._gliner)

    def read(self, source: SourceText) -> list[Statement]:
        """The statements of one source, in order of their place."""
        turns = turns_of(source, self._language)
        page, by = page_of(cut_at_turns(source, turns), self._language), f"{self.name} {self.version}"
        if self._gliner is None:
            return statements_of(page, by, turns)
        found, added = look_again(page, finder_for(self._gliner))
        return with_agreement(statements_of(page, by, turns), found, added)

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        """The statements of many sources, in the order given."""
        for source in sources:
            yield source, self.read(source)
