"""The English reader: one source or many, in, statements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from atleast.model.source import Part, SourceText
from atleast.model.statement import Statement
from atleast.statement.english import parser
from atleast.statement.english.account import statements_of
from atleast.statement.english.lexicons import LANGUAGE
from atleast.statement.english.other_names import look_again
from atleast.statement.english.page import page_of, parser_text, stretches
from atleast.statement.name_finder import finder_for, reader_name, with_agreement
from atleast.statement.reader import reader_for
from atleast.statement.turns import cut_at_turns, turns_of

_SOURCES_AT_ONCE = 32
_PASSAGES_AT_ONCE = 128


class EnglishReader:
    """Reads English. The parser is loaded when the first text is read.

    `gliner` is the folder of a model that names are looked for with as well. Raises MandateError where it is none.
    """

    version = 2
    languages = frozenset({"en"})

    def __init__(self, gliner: str | None = None) -> None:
        self._gliner = gliner
        self.name = reader_name("english", gliner)

    @cached_property
    def _parser(self) -> Any:
        return parser.load()

    def __reduce__(self) -> tuple[object, tuple[str, str | None]]:
        """A reader travels to another process without its parser, of which that loads its own."""
        return reader_for, ("en", self._gliner)

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
                parsed = [(start, end, part, next(docs)) for start, end, part in parts]
                yield source, self._statements(source, parsed)

    def _statements(self, source: SourceText, parsed: list[tuple[int, int, Part, Any]]) -> list[Statement]:
        by = f"{self.name} {self.version}"
        if self._gliner is None:
            return statements_of(page_of(source, parsed), by)
        found, added = look_again([(start, doc) for start, _, _, doc in parsed], finder_for(self._gliner))
        return with_agreement(statements_of(page_of(source, parsed), by), found, added)
