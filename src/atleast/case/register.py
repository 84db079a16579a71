"""The register: everything on record, with the persons and cases that follow from it, at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from atleast.case.building import cases
from atleast.dossier import decisions, readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import Reading, Recorded
from atleast.model.case import Case
from atleast.model.edtf import days_of, is_edtf
from atleast.model.person import Person
from atleast.model.source import Source
from atleast.person.candidates import Pair, candidates
from atleast.person.clustering import Refusal
from atleast.person.matching import match
from atleast.person.rows import rows_of


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

    def last_day(self) -> date | None:
        """The last day that the sources know of: the latest date of a source that claims one."""
        days = (days_of(edtf).latest for edtf in self.dates.values() if edtf)
        return max((day for day in days if day), default=None)


def register_of(dossier: Dossier) -> Register:
    """The register of a dossier as it stands."""
    with dossier.read() as connection:
        held = sources.all_sources(connection)
        every = readings.every_recorded(connection)
        also_named = sources.occurrences(connection)
        missed = sources.missed(connection)
        read = readings.current(connection)
        failed = readings.failed_since(connection)
        parts = sources.parts_with_tables(connection)
        decided = {pair: one for pair, (_, one) in decisions.standing(decisions.all_decisions(connection)).items()}
    record = [each for each in every if each.counts]
    dates = {source.sha256: _edtf(source.credit.date) for source in held}
    matched = match(record, rows_of(record, parts), decided, dossier.mandate.same_by)
    return Register(
        sources=tuple(held),
        also_named=tuple(also_named),
        missed=tuple(missed),
        readings=tuple(read),
        failed_since=tuple(failed),
        record=tuple(record),
        by_id={recorded.id: recorded for recorded in every},
        dates=dates,
        persons=matched.persons,
        cases=tuple(cases(matched.persons, record, dates)),
        pairs=tuple(candidates(matched.persons, matched.bars, decided)),
        refused=matched.refused,
        set_aside=tuple(each for each in every if not each.counts),
    )


def _edtf(claimed: str | None) -> str | None:
    return claimed if claimed and is_edtf(claimed) else None
