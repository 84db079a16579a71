"""Sources into statements: each text is read once by each version of each reader that reads it.

Little is read in this process, much by a crew of others. Whoever reads it, and whatever is read first, the readings are
recorded by reader and in the order of intake, so that the record does not depend on it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from atleast.dossier import clock, readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import NOBODY, Reading
from atleast.dossier.watching import Watch, silent
from atleast.model.source import Source, SourceText
from atleast.model.words import PartKind, ReadingState
from atleast.statement.batch import Batch, Said, said_of
from atleast.statement.cases import CASES
from atleast.statement.crew import Crew
from atleast.statement.proposing.asking import Asked, ask
from atleast.statement.reader import LANGUAGES, Reader, readers
from atleast.statement.record import ListReader
from atleast.statement.table import readers_of_tables

_AT_ONCE = 16
"""Most sources of a batch."""
_CHARACTERS_AT_ONCE = 50_000
"""Characters after which a batch is full."""
_FOR_A_CREW = 200_000
"""Characters from which on it is worth while to start other processes: some seconds of work, where starting one costs two."""
_ENDED_BY_IT = 2
"""Runs that ended while they read in their own process, after which that is not tried again."""
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
    asked: Asked = field(default_factory=Asked)
    """What came of asking the language model that the mandate names."""


@dataclass(frozen=True, slots=True)
class _Work:
    """A reader and what it has not read yet."""

    part: PartKind
    reader: Reader | ListReader
    sources: list[Source]


def read(dossier: Dossier, watch: Watch = silent, processes: int | None = None) -> ReadingTally:
    """Read what is new: tables and fields by a reader each, prose by the reader of its language; list what nobody reads.

    `processes` is how many may read at the same time, by default as many as there are cores; the record is the same
    whatever it is. One source that a reader fails on is recorded as failed, and the rest goes on; it is read again by the
    reader's next version, or under other limits. Then the language model is asked, where the mandate names one.
    """
    limits = _limits(dossier)
    with dossier.read() as connection:
        before = readings.read_under(connection)
    work = _work(dossier, failed_too=before not in (None, limits))
    total, done, statements, failed = sum(len(each.sources) for each in work), 0, 0, []
    for batch, text, said in _said(dossier, work, processes or cores()):
        statements += _record(dossier, batch, text, said)
        done += 1
        failed += [(text.source.name, said.problem or "")] if said.failed else []
        watch("reading", done, total)
    if before != limits:
        with dossier.write() as tx:
            readings.put_read_under(tx, limits)
    asked = ask(dossier, watch)
    return ReadingTally(done, statements, _record_not_read_yet(dossier), tuple(failed), asked)


def _limits(dossier: Dossier) -> str:
    """The limits that a text may fail by."""
    limits = dossier.mandate.limits
    return json.dumps({"reading_bytes": limits.reading_bytes, "reading_seconds": limits.reading_seconds})


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _work(dossier: Dossier, *, failed_too: bool) -> list[_Work]:
    """What there is to read; what a reader failed on once more where that is asked for."""
    with dossier.read() as connection:
        work = []
        for part, lister in _list_readers(dossier):
            unread = readings.unread(connection, lister.name, lister.version, part, failed_too=failed_too)
            work.append(_Work(part, lister, [source for source in unread if lister.reads(source)]))
        for reader in _readers(dossier):
            asked = (reader.name, reader.version, PartKind.BODY, reader.languages)
            unread = readings.unread(connection, *asked, failed_too=failed_too)
            work.append(_Work(PartKind.BODY, reader, unread))
    return work


def _list_readers(dossier: Dossier) -> list[tuple[PartKind, ListReader]]:
    """What reads lists, by what it reads of a source; how tables are read depends on lists.toml."""
    return [*((PartKind.TABLE, reader) for reader in readers_of_tables(dossier.lists)), (PartKind.FIELD, CASES)]


def _readers(dossier: Dossier) -> tuple[Reader, ...]:
    gliner = dossier.mandate.gliner
    return readers() if gliner is None else readers(str(dossier.paths.root / gliner))


def _said(dossier: Dossier, work: Sequence[_Work], processes: int) -> Iterator[tuple[Batch, SourceText, Said]]:
    """Each text with what its reader makes of it, in the order of the work."""
    batches = (batch for each in work for batch in _batches(dossier, each))
    for batch, said in _read(dossier, work, batches, processes):
        for text, one in zip(batch.texts, said, strict=False):
            yield batch, text, one


def _read(
    dossier: Dossier, work: Sequence[_Work], batches: Iterable[Batch], processes: int
) -> Iterator[tuple[Batch, Iterable[Said]]]:
    """Each batch with what is said in its texts: read here where that is quicker, by a crew where it is not, or not safe.

    A text may crash or hang whoever reads it. Here that is this process; so what ended two runs is read by a crew.
    """
    if not any(each.sources for each in work):
        return
    with dossier.write() as tx:
        begun = readings.put_begun(tx)
    if begun > _ENDED_BY_IT or _is_much(dossier, work):
        with Crew(processes, dossier.mandate.limits) as crew:
            yield from crew.read(batches)
    else:
        yield from ((batch, said_of(batch)) for batch in batches)
    with dossier.write() as tx:
        readings.clear_begun(tx)


def _is_much(dossier: Dossier, work: Sequence[_Work]) -> bool:
    """Whether there is so much to read that other processes are worth starting. Looks at no more than says so."""
    characters = 0
    with dossier.read() as connection:
        for source in (source for each in work for source in each.sources):
            characters += sources.characters(connection, source)
            if characters >= _FOR_A_CREW:
                return True
    return False


def _batches(dossier: Dossier, work: _Work) -> Iterator[Batch]:
    """What a reader is to read, a few texts at a time; each text is fetched when its batch is made, and not before."""
    texts: list[SourceText] = []
    for source in work.sources:
        with dossier.read() as connection:
            texts.extend(sources.texts(connection, [source]))
        if len(texts) >= _AT_ONCE or sum(len(text.text) for text in texts) >= _CHARACTERS_AT_ONCE:
            yield Batch(work.part, work.reader, tuple(texts))
            texts = []
    if texts:
        yield Batch(work.part, work.reader, tuple(texts))


def _record(dossier: Dossier, batch: Batch, text: SourceText, said: Said) -> int:
    state = ReadingState.FAILED if said.failed else ReadingState.READ
    reader, sha256 = batch.reader, text.source.sha256
    reading = Reading(sha256, batch.part, reader.name, reader.version, state, clock.now(), said.problem)
    with dossier.write() as tx:
        return readings.put(tx, reading, text, said.statements)


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
