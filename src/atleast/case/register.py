"""The register: everything on record, with the persons and cases that follow from it, at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from atleast.case.building import cases
from atleast.dossier import decisions, readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.mandate import SameBy
from atleast.dossier.readings import Reading, Recorded
from atleast.model.case import Case
from atleast.model.edtf import days_of, is_edtf
from atleast.model.person import Decision, Person
from atleast.model.source import Source
from atleast.model.words import PartKind
from atleast.person.candidates import Pair, candidates
from atleast.person.clustering import Refusal
from atleast.person.matching import match
from atleast.person.rows import Rows, rows_of


@dataclass(frozen=True, slots=True)
class Seen:
    """How much of the record is looked at; both days inclusive, None without bound."""

    known_by: date | None = None
    """Only what sources tell that certainly came out by that day, by the dates they claim; one without a date never does."""
    taken_in_by: date | None = None
    """Only sources that were taken in, and decisions and reviews that were made, by that day (UTC)."""

    def narrowed(self, other: Seen) -> Seen:
        """What both let see."""
        days = (self.known_by, other.known_by), (self.taken_in_by, other.taken_in_by)
        return Seen(*(min((day for day in both if day), default=None) for both in days))

    def sees(self, source: Source) -> bool:
        """Whether a source is looked at."""
        if not self._is_past(source.taken_in):
            return False
        claimed = _edtf(source.credit.date)
        return self.known_by is None or (claimed is not None and days_of(claimed).certainly_by(self.known_by))

    def sees_decision(self, decision: Decision) -> bool:
        """Whether a decision is looked at. What people decided is ours and no source's: `known_by` leaves it as it is."""
        return self._is_past(decision.at)

    def as_reviewed(self, recorded: Recorded) -> Recorded:
        """A statement as it had been reviewed by then: what was said of it later is not known yet."""
        if recorded.review is None or self._is_past(recorded.review.at):
            return recorded
        return replace(recorded, review=None, statement=replace(recorded.statement, reviewed=False))

    def _is_past(self, moment: str) -> bool:
        return self.taken_in_by is None or moment[:10] <= self.taken_in_by.isoformat()


EVERYTHING = Seen()


@dataclass(frozen=True, slots=True)
class Register:
    """What stands on the record of a dossier, and what follows from it. Made anew from the record; holds no I/O."""

    sources: tuple[Source, ...]
    also_named: tuple[tuple[str, str], ...]
    """Hash and further name of bytes that were met more than once."""
    missed: tuple[tuple[str, str], ...]
    """Name and problem of files that could not even be copied."""
    readings: tuple[Reading, ...]
    failed_since: tuple[Reading, ...]
    """Readings that failed after a good one, which stands on."""
    record: tuple[Recorded, ...]
    by_id: Mapping[str, Recorded]
    """Those of the record, and those set aside."""
    dates: Mapping[str, str | None]
    """Hash of each source to the date that it claims, EDTF."""
    persons: tuple[Person, ...]
    cases: tuple[Case, ...]
    pairs: tuple[Pair, ...]
    """Persons who may be one, by their names and whatever keeps them apart."""
    refused: tuple[Refusal, ...] = ()
    """Mentions that something speaks for joining, and something against."""
    set_aside: tuple[Recorded, ...] = ()
    """Statements on which nothing rests: people rejected them, or a model proposed them and nobody confirmed them."""
    held: Held | None = field(default=None, repr=False, compare=False)
    """What it was made from."""
    seen: Seen = EVERYTHING
    """How much of that was looked at."""

    def as_seen(self, seen: Seen) -> Register:
        """The register that follows from less of what this one was made from. Raises ValueError where that is not at hand."""
        if self.held is None:
            raise ValueError("this register was not made from what a dossier holds")
        return register_from(self.held, self.seen.narrowed(seen))

    def last_day(self) -> date | None:
        """The last day that the sources know of: the latest date of a source that claims one."""
        days = (days_of(edtf).latest for edtf in self.dates.values() if edtf)
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True)
class Held:
    """What a dossier holds, read from its store at one moment: what registers are made from."""

    sources: Sequence[Source]
    also_named: Sequence[tuple[str, str]]
    missed: Sequence[tuple[str, str]]
    readings: Sequence[Reading]
    failed_since: Sequence[Reading]
    record: Sequence[Recorded]
    rows: Rows
    decided: Mapping[int, Decision]
    same_by: frozenset[SameBy]


def register_of(dossier: Dossier, seen: Seen = EVERYTHING) -> Register:
    """The register of a dossier as it stands, or of as much of it as is looked at."""
    return register_from(held_in(dossier), seen)


def held_in(dossier: Dossier) -> Held:
    """What a dossier holds."""
    with dossier.read() as connection:
        record = readings.every_recorded(connection)
        lists = sources.texts(connection, sources.with_parts(connection, PartKind.TABLE, PartKind.FIELD))
        return Held(
            sources=sources.all_sources(connection),
            also_named=sources.occurrences(connection),
            missed=sources.missed(connection),
            readings=readings.current(connection),
            failed_since=readings.failed_since(connection),
            record=record,
            rows=rows_of(record, lists, dossier.lists),
            decided=decisions.all_decisions(connection),
            same_by=dossier.mandate.same_by,
        )


def register_from(held: Held, seen: Seen = EVERYTHING) -> Register:
    """The register that follows from what is held, as far as it is looked at: as if nothing else had ever been there."""
    kept = [source for source in held.sources if seen.sees(source)]
    dates = {source.sha256: _edtf(source.credit.date) for source in kept}
    every = [seen.as_reviewed(each) for each in held.record if each.statement.source in dates]
    record = [each for each in every if each.counts]
    in_sight = {number: one for number, one in held.decided.items() if seen.sees_decision(one)}
    decided = {pair: one for pair, (_, one) in decisions.standing(in_sight).items()}
    matched = match(record, held.rows, decided, held.same_by)
    return Register(
        sources=tuple(kept),
        also_named=tuple(each for each in held.also_named if each[0] in dates),
        missed=tuple(held.missed),
        readings=tuple(each for each in held.readings if each.source in dates),
        failed_since=tuple(each for each in held.failed_since if each.source in dates),
        record=tuple(record),
        by_id={recorded.id: recorded for recorded in every},
        dates=dates,
        persons=matched.persons,
        cases=tuple(cases(matched.persons, record, dates)),
        pairs=tuple(candidates(matched.persons, matched.bars, decided)),
        refused=matched.refused,
        set_aside=tuple(each for each in every if not each.counts),
        held=held,
        seen=seen,
    )


def _edtf(claimed: str | None) -> str | None:
    return claimed if claimed and is_edtf(claimed) else None
