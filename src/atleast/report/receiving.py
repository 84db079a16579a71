"""What was received: every source accounted for, with what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from atleast.dossier.readings import Reading
from atleast.model.source import Source
from atleast.model.words import ReadingState, SourceState
from atleast.report.content import LanguageRow, Received, SourceRow
from atleast.report.dates import spoken_claim, spoken_moment
from atleast.report.desk import Desk
from atleast.report.inline import Inline, fill, verbatim, words
from atleast.report.phrases import LANGUAGES, language_name


class Outcome(StrEnum):
    """What became of a source, in the words of a table's head."""

    READ = "read"
    PARTLY_READ = "read in part"
    NOT_READ_YET = "not read yet"
    FAILED = "reading failed"
    UNPACKED = "unpacked"
    UNREADABLE = "unreadable"


def received(desk: Desk) -> Received:
    """The section on what was received."""
    readings: dict[str, list[Reading]] = defaultdict(list)
    for reading in desk.register.readings:
        readings[reading.source].append(reading)
    outcomes = {source.sha256: outcome_of(source, readings[source.sha256]) for source in desk.register.sources}
    return Received(
        outcomes=tuple(outcome.value for outcome in Outcome if outcome in set(outcomes.values())),
        languages=tuple(_languages(desk, outcomes)),
        sources=tuple(_rows(desk, outcomes, readings)),
        not_read_yet=tuple(_not_read_yet(desk, outcomes)),
        missed=desk.register.missed,
    )


def outcome_of(source: Source, readings: Iterable[Reading]) -> Outcome:
    """What became of a source, by its state and the readings that stand: its tables may be read and its prose not yet."""
    if source.state is SourceState.UNPACKED:
        return Outcome.UNPACKED
    if source.state is SourceState.UNREADABLE:
        return Outcome.UNREADABLE
    states = {reading.state for reading in readings}
    if ReadingState.READ in states:
        return Outcome.READ if states == {ReadingState.READ} else Outcome.PARTLY_READ
    return Outcome.FAILED if ReadingState.FAILED in states else Outcome.NOT_READ_YET


def language_words(tag: str | None) -> Inline:
    """A language in words; a tag that has no name here stands as it is."""
    name = language_name(tag)
    return words(name) if tag is None or tag in LANGUAGES else verbatim(name)


def _languages(desk: Desk, outcomes: dict[str, Outcome]) -> Iterable[LanguageRow]:
    by_language: dict[str | None, list[Source]] = defaultdict(list)
    for source in desk.register.sources:
        by_language[source.credit.language].append(source)
    present = [outcome for outcome in Outcome if outcome in set(outcomes.values())]
    for tag in sorted(by_language, key=lambda tag: (tag is None, -len(by_language[tag]), tag or "")):
        held = by_language[tag]
        name = language_name(tag)
        cells = []
        for outcome in present:
            there = [source.sha256 for source in held if outcomes[source.sha256] is outcome]
            label = f"sources, language {name}, {outcome.value}"
            cells.append(desk.figure(len(there), label, sources=there) if there else ())
        total = desk.figure(len(held), f"sources, language {name}", sources=[source.sha256 for source in held])
        yield LanguageRow(language_words(tag), tuple(cells), total)


def _rows(desk: Desk, outcomes: dict[str, Outcome], readings: dict[str, list[Reading]]) -> Iterable[SourceRow]:
    statements: dict[str, list[str]] = defaultdict(list)
    for recorded in desk.register.record:
        statements[recorded.statement.source].append(recorded.id)
    inside: dict[str | None, list[str]] = defaultdict(list)
    for source in desk.register.sources:
        inside[source.container].append(source.sha256)
    also_named: dict[str, list[str]] = defaultdict(list)
    for sha256, name in desk.register.also_named:
        also_named[sha256].append(name)
    since: dict[str, list[str]] = defaultdict(list)
    for failed in desk.register.failed_since:
        since[failed.source].append(
            f"{failed.problem or 'A later reading failed.'} What an earlier reading found stands."
        )
    for source in desk.register.sources:
        sha256, credit = source.sha256, source.credit
        told = (reading.problem for reading in readings[sha256] if reading.state is not ReadingState.NOT_READ_YET)
        yield SourceRow(
            sha256=sha256,
            name=source.name,
            title=credit.title,
            publisher=credit.publisher,
            author=credit.author,
            date=spoken_claim(credit.date),
            language=language_words(credit.language),
            outcome=_became(desk, source, outcomes[sha256], statements[sha256], inside[sha256]),
            remarks=tuple(remark for remark in (source.problem, *told, *since[sha256], source.note) if remark),
            also_named=tuple(also_named[sha256]),
            size=desk.figure(source.size, f"bytes of {source.name}", sources=[sha256]),
            media_type=source.media_type,
            url=credit.url,
            taken_in=spoken_moment(source.taken_in),
            collected_by=source.collected_by,
        )


def _became(desk: Desk, source: Source, outcome: Outcome, statements: list[str], inside: list[str]) -> Inline:
    match outcome:
        case Outcome.READ | Outcome.PARTLY_READ:
            figure = desk.figure(len(statements), f"statements in {source.name}", statements=statements)
            many = "statement" if len(statements) == 1 else "statements"
            return fill(outcome.value + ": {n} " + many, n=figure)
        case Outcome.UNPACKED:
            figure = desk.figure(len(inside), f"sources taken out of {source.name}", sources=inside)
            return fill("unpacked: {n} taken out, listed by themselves", n=figure)
        case _:
            return words(outcome.value)


def _not_read_yet(desk: Desk, outcomes: dict[str, Outcome]) -> Iterable[Inline]:
    waiting: dict[str | None, list[str]] = defaultdict(list)
    for source in desk.register.sources:
        if outcomes[source.sha256] in (Outcome.NOT_READ_YET, Outcome.PARTLY_READ):
            waiting[source.credit.language].append(source.sha256)
    for tag in sorted(waiting, key=lambda tag: tag or ""):
        figure = desk.figure(
            len(waiting[tag]), f"sources not read yet, language {language_name(tag)}", sources=waiting[tag]
        )
        many = "source" if len(waiting[tag]) == 1 else "sources"
        yield fill("{n} " + many + ", language {language}", n=figure, language=language_words(tag))
