"""Sources into statements: each text is read once by each version of each reader that reads it."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from atleast.dossier import clock, readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import NOBODY, Reading
from atleast.dossier.watching import Watch, silent
from atleast.model.source import Source, SourceText
from atleast.model.statement import Statement
from atleast.model.words import PartKind, ReadingState
from atleast.statement.cases import CASES
from atleast.statement.reader import LANGUAGES, Reader, readers
from atleast.statement.record import ListReader
from atleast.statement.table import TABLES

_AT_ONCE = 64
"""Sources whose texts are held in memory together."""
_NOT_YET = "No reader of this language yet: the text is kept, and will be read when there is one."


@dataclass(frozen=True, slots=True)
class ReadingTally:
    """What came of reading a dossier: new readings, new statements, and what could not be read."""

    readings: int = 0
    statements: int = 0
    not_read_yet: Mapping[str, int] = field(default_factory=dict)
    """Number of sources, new or not, whose prose nobody reads yet, by language; "unknown" where it is not known."""
    failed: tuple[tuple[str, str], ...] = ()
    """Name of each source that a reader failed on, and why."""


@dataclass(frozen=True, slots=True)
class _Work:
    """A reader and what it has not read yet."""

    part: PartKind
    reader: Reader | ListReader
    sources: list[Source]


def read(dossier: Dossier, watch: Watch = silent) -> ReadingTally:
    """Read what is new: tables and fields by a reader each, prose by the reader of its language; list what nobody reads.

    One source that a reader fails on is recorded as failed, and the rest goes on.
    """
    work = _work(dossier)
    total, done, statements, failed = sum(len(each.sources) for each in work), 0, 0, []
    for each in work:
        for said in _said(dossier, each):
            statements += _record(dossier, each, said)
            done += 1
            failed += [(said.text.source.name, said.problem or "")] if said.failed else []
            watch("reading", done, total)
    return ReadingTally(done, statements, _record_not_read_yet(dossier), tuple(failed))


def _work(dossier: Dossier) -> list[_Work]:
    with dossier.read() as connection:
        work = [
            _Work(part, reader, readings.unread(connection, reader.name, reader.version, part))
            for part, reader in _LISTS.items()
        ]
        for reader in readers():
            unread = readings.unread(connection, reader.name, reader.version, PartKind.BODY, reader.languages)
            work.append(_Work(PartKind.BODY, reader, unread))
    return work


@dataclass(frozen=True, slots=True)
class _Said:
    """A text with what a reader makes of it; `problem` is what it made nothing of, or why it failed."""

    text: SourceText
    statements: Sequence[Statement]
    problem: str | None = None
    failed: bool = False


_LISTS = {PartKind.TABLE: TABLES, PartKind.FIELD: CASES}


def _said(dossier: Dossier, work: _Work) -> Iterator[_Said]:
    """Each text with what the reader makes of it, or with why it made nothing."""
    for start in range(0, len(work.sources), _AT_ONCE):
        with dossier.read() as connection:
            texts = list(sources.texts(connection, work.sources[start : start + _AT_ONCE]))
        if isinstance(work.reader, ListReader):
            yield from (_listed(work.reader, text) for text in texts)
        else:
            yield from _together(work.reader, texts)


def _listed(reader: ListReader, text: SourceText) -> _Said:
    """What a reader of lists makes of a text; what makes no sense in a list is told beside what does."""
    try:
        made = reader.read(text)
        readings.check(made.statements, text)
    except Exception as error:  # one text costs one text
        return _failed(reader, text, error)
    problems = [f"{each.place or f'[{each.start}:{each.end}]'}: {each.problem}" for each in made.problems]
    return _Said(text, made.statements, "\n".join(problems) or None)


def _together(reader: Reader, texts: list[SourceText]) -> Iterator[_Said]:
    """Read some texts together, which is fast; from where the reader fails, one by one, so that one text costs one text."""
    left = list(texts)
    with contextlib.suppress(Exception):  # whatever a model does to a text must not cost the other texts
        for text, said in reader.read_many(texts):
            if text is not left[0]:
                break
            readings.check(said, text)
            yield _Said(left.pop(0), said)
    for text in left:
        yield _alone(reader, text)


def _alone(reader: Reader, text: SourceText) -> _Said:
    try:
        said = reader.read(text)
        readings.check(said, text)
    except Exception as error:  # the same, for one text
        return _failed(reader, text, error)
    return _Said(text, said)


def _failed(reader: Reader | ListReader, text: SourceText, error: Exception) -> _Said:
    problem = f"The reader {reader.name} failed on it ({type(error).__name__}). Please report this text."
    return _Said(text, (), problem, failed=True)


def _record(dossier: Dossier, work: _Work, said: _Said) -> int:
    state = ReadingState.FAILED if said.failed else ReadingState.READ
    reader, sha256 = work.reader, said.text.source.sha256
    reading = Reading(sha256, work.part, reader.name, reader.version, state, clock.now(), said.problem)
    with dossier.write() as tx:
        return readings.put(tx, reading, said.text, said.statements)


def _record_not_read_yet(dossier: Dossier) -> dict[str, int]:
    """Record of each text in another language that nobody reads it yet; all of those there are now, by language."""
    with dossier.read() as connection:
        new = readings.unread_by_anybody(connection, PartKind.BODY, LANGUAGES)
    for source in new:
        with dossier.write() as tx:
            state = ReadingState.NOT_READ_YET
            reading = Reading(source.sha256, PartKind.BODY, NOBODY, 1, state, clock.now(), _NOT_YET)
            readings.put(tx, reading, SourceText(source, "", ()), ())
    with dossier.read() as connection:
        waiting = readings.not_read_yet(connection)
    return dict(sorted(Counter(source.credit.language or "unknown" for source in waiting).items()))
