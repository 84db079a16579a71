"""The English reader: one source or many, in, statements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from atleast.model.source import SourceText
from atleast.model.statement import Statement
from atleast.statement.english import parser
from atleast.statement.english.account import statements_of
from atleast.statement.english.lexicons import LANGUAGE
from atleast.statement.english.page import page_of, parser_text, stretches
from atleast.statement.reader import reader_for
from atleast.statement.turns import cut_at_turns, turns_of

_SOURCES_AT_ONCE = 32
_PASSAGES_AT_ONCE = 128


class EnglishReader:
    """Reads English. The parser is loaded when the first text is read."""

    name = "english"
    version = 1
    languages = frozenset({"en"})

    @cached_property
    def _parser(self) -> Any:
        return parser.load()

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """A reader travels to another process without its parser, of which that loads its own."""
        return reader_for, ("en",)

    def read(self, source: SourceText) -> list[Statement]:
        """The statements of one source, in order of their place."""
        return next(self.read_many([source]))[1]

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        """The statements of many sources, in the order given."""
        rest = iter(sources)
        while batch := list(islice(rest, _SOURCES_AT_ONCE)):
            laid_out = [stretches(cut_at_turns(source, turns_of(source, LANGUAGE))) for source in batch]
            texts = [
                parser_text(source.text, start, end)
                for source, parts in zip(batch, laid_out, strict=True)
                for start, end, _ in parts
            ]
            docs = iter(self._parser.pipe(texts, batch_size=_PASSAGES_AT_ONCE))
            for source, parts in zip(batch, laid_out, strict=True):
                page = page_of(source, [(start, end, part, next(docs)) for start, end, part in parts])
                yield source, statements_of(page, f"{self.name} {self.version}")
