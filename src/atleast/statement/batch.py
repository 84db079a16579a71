"""A few texts and what their reader makes of them, in whatever process that is done."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from atleast.model.source import SourceText
from atleast.model.statement import Statement, check_all
from atleast.model.words import PartKind
from atleast.statement.reader import Reader
from atleast.statement.record import ListReader


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that are read together, and what reads them."""

    part: PartKind
    reader: Reader | ListReader
    texts: tuple[SourceText, ...]

    @property
    def characters(self) -> int:
        """How much there is to read."""
        return sum(len(text.text) for text in self.texts)


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader makes of one text; `problem` is what it made nothing of, or why it failed."""

    statements: tuple[Statement, ...] = ()
    problem: str | None = None
    failed: bool = False


def said_of(batch: Batch) -> Iterator[Said]:
    """What the reader makes of each text in order. One that it fails on costs that text alone."""
    if isinstance(batch.reader, ListReader):
        for text in batch.texts:
            yield _listed(batch.reader, text)
    else:
        yield from _together(batch.reader, batch.texts)


def failure(reader: Reader | ListReader, how: str) -> Said:
    """That the reader failed on a text, and how: "MemoryError", "it took longer than 120 seconds"."""
    return Said((), f"The reader {reader.name} failed on it ({how}). Please report this text.", failed=True)


def _listed(reader: ListReader, text: SourceText) -> Said:
    """What a reader of lists makes of a text; what makes no sense in a list is told beside what does."""
    try:
        made = reader.read(text)
        check_all(made.statements, text)
    except Exception as error:  # one text costs one text
        return failure(reader, type(error).__name__)
    problems = [f"{each.place or f'[{each.start}:{each.end}]'}: {each.problem}" for each in made.problems]
    return Said(made.statements, "\n".join(problems) or None)


def _together(reader: Reader, texts: tuple[SourceText, ...]) -> Iterator[Said]:
    """Read some texts together, which is fast; from where the reader fails, one by one, so that one text costs one text."""
    done = 0
    with contextlib.suppress(Exception):  # whatever a model does to a text must not cost the other texts
        for text, statements in reader.read_many(texts):
            if text is not texts[done]:
                break
            check_all(statements, text)
            yield Said(tuple(statements))
            done += 1
    for text in texts[done:]:
        yield _alone(reader, text)


def _alone(reader: Reader, text: SourceText) -> Said:
    try:
        statements = reader.read(text)
        check_all(statements, text)
    except Exception as error:  # the same, for one text
        return failure(reader, type(error).__name__)
    return Said(tuple(statements))
