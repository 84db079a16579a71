"""Why: what a figure, a person, a case or a statement rests on, down to the bytes and their place in the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from atleast.case.impossible import Conflict, conflicts
from atleast.case.knowing import Known, first_known
from atleast.case.register import Register, Seen, register_of
from atleast.dossier import reports, schema
from atleast.dossier.dossier import Dossier
from atleast.errors import NothingByThatName
from atleast.figure.counting import count_in
from atleast.model.case import Case, Step
from atleast.model.figure import Minimum
from atleast.person.called import called
from atleast.report import numbers
from atleast.report.chain import CaseLink, Chain, Evidence, FigureLink, SourceLink, StepLink
from atleast.report.counting import Counts, standings
from atleast.report.dates import spoken
from atleast.report.desk import Desk, desk_for
from atleast.report.inline import Inline, Notes, to_text
from atleast.report.making import NUMBERS
from atleast.report.notes import notes_of
from atleast.report.numbers import Number
from atleast.report.phrases import in_words
from atleast.report.rivals import versions_of
from atleast.report.ruling import rule_in_words

_NUMBER = re.compile(r"n\d+", re.ASCII)
_HEX = re.compile(r"[0-9a-f]{6,64}", re.ASCII)
_RULE_AND_DAY = re.compile(r"(?P<rule>\S+?)(?:[\s@]+(?P<day>\d{4}-\d\d-\d\d))?", re.ASCII)


def why(dossier: Dossier, asked: str, *, known_by: date | None = None, taken_in_by: date | None = None) -> Chain:
    """What stands behind a name or a figure.

    `asked` is a number of the last report's numbers.json ("n12"), a rule, alone or with a day ("held 2023-05-12"), a
    case, a statement or a source by the first six or more digits of its id, or a person's name in any spelling that
    folds to one on record; a part of a name will do where it is one person's. `known_by` and
    `taken_in_by` leave out what came out, or was taken in, later. Raises NothingByThatName, which lists what is near.
    """
    return _Asked(dossier, register_of(dossier, Seen(known_by, taken_in_by))).about(asked.strip())


@dataclass(frozen=True, slots=True)
class _Asked:
    dossier: Dossier
    register: Register

    def about(self, asked: str) -> Chain:
        if _NUMBER.fullmatch(asked):
            return self._number(asked)
        rule = _RULE_AND_DAY.fullmatch(asked)
        if rule and rule["rule"] in self.dossier.mandate.rules:
            return self._rule(asked, rule["rule"], rule["day"])
        cases = [case for case in self.register.cases if case.id == asked]
        if cases:
            return self._chain(asked, cases=cases)
        if _HEX.fullmatch(asked) and (found := self._by_hash(asked)):
            return self._chain(asked, statements=found)
        person = called(self.register.persons, asked)
        own = [case for case in self.register.cases if case.person.key == person.key]
        return self._chain(asked, cases=own, statements=() if own else person.statements)

    def _number(self, asked: str) -> Chain:
        last = reports.latest(self.dossier)
        path = last.folder / NUMBERS if last else None
        if path is None or not path.is_file():
            raise NothingByThatName(f"No report holds the number {asked}.", remedy="Make one with `atleast report`.")
        known = numbers.from_bytes(path.read_bytes())
        if asked not in known:
            raise NothingByThatName(
                f"The last report has no number {asked}.",
                remedy=f"It has n1 to n{len(known)}; a figure of the page carries its own as data-number.",
            )
        number = known[asked]
        standing = [each for each in number.statements if each in self.register.by_id]
        members = set(number.members or ())
        return self._chain(
            asked,
            figure=self._figure(number),
            cases=[case for case in self.register.cases if case.id in members],
            statements=() if members else standing,
            sources=() if standing else number.sources,
            gone=[each for each in number.statements if each not in self.register.by_id],
        )

    def _figure(self, number: Number) -> FigureLink:
        rule = self.dossier.mandate.rules.get(number.rule) if number.rule else None
        return FigureLink(
            value=number.value,
            label=number.label,
            number=number.id,
            bound=number.bound,
            rule=number.rule,
            rule_in_words=to_text(rule_in_words(rule)) if rule else None,
            day=number.day,
        )

    def _rule(self, asked: str, name: str, said_day: str | None) -> Chain:
        rule = self.dossier.mandate.rules[name]
        day = _day(said_day) if said_day else self.register.last_day()
        if day is None:
            raise NothingByThatName(
                "No source says of what day it is, so there is no last day to count on.",
                remedy=f"Name one: `atleast why '{name} 2023-05-12'`.",
            )
        count = count_in(self.register, self.dossier.mandate, name, day)
        when = f"{count.since} to {day.isoformat()}" if count.since else day.isoformat()
        figure = FigureLink(
            value=count.value,
            label=f"{rule.of}, {when}",
            bound=count.bound,
            rule=name,
            rule_in_words=to_text(rule_in_words(rule)),
            day=day,
        )
        return self._chain(asked, figure=figure, cases=_counted(self.register.cases, count))

    def _by_hash(self, start: str) -> tuple[str, ...]:
        """The statement whose id begins so, or all statements of the source whose hash does."""
        statements = [each for each in self.register.by_id if each.startswith(start)]
        if len(statements) > 1:
            raise NothingByThatName(
                f"{len(statements)} statements begin with {start}.",
                remedy=f"They are: {', '.join(sorted(statements))}.",
            )
        held = [source.sha256 for source in self.register.sources if source.sha256.startswith(start)]
        return tuple(statements or (r.id for r in self.register.record if r.statement.source in held[:1]))

    def _counts(self, figure: FigureLink | None) -> Counts:
        """Counts by the rule and on the day of a figure of our own; by those of the report where it has none."""
        mandate = self.dossier.mandate
        rule = mandate.rules.get(figure.rule or "") if figure else None
        days = (figure.day,) if figure and figure.day else ()
        return Counts(desk_for(self.register, mandate), rule or mandate.rule(None), days)

    def _chain(
        self,
        asked: str,
        *,
        figure: FigureLink | None = None,
        cases: Sequence[Case] = (),
        statements: Sequence[str] = (),
        sources: Sequence[str] = (),
        gone: Sequence[str] = (),
    ) -> Chain:
        standing = standings(self._counts(figure)) if cases else {}
        desk = desk_for(self.register, self.dossier.mandate)
        wrong = conflicts(self.register, self.dossier.mandate.months_without_news) if cases else []
        links = tuple(_case(desk, case, standing.get(case.id, ()), wrong) for case in cases)
        wanted = tuple(dict.fromkeys([*_statements(links), *statements]))
        return Chain(
            asked=asked,
            figure=figure,
            cases=links,
            statements=tuple(statements),
            sources=tuple(self._sources(sources)),
            gone=tuple(gone),
            evidence=self._evidence(wanted),
        )

    def _evidence(self, wanted: Sequence[str]) -> dict[str, Evidence]:
        by_hash = {source.sha256: source for source in self.register.sources}
        with self.dossier.read() as connection:
            notes = notes_of(connection, wanted, self.register.by_id, by_hash)
            sources, readings = _source_entries(connection), _reading_entries(connection)
        return {note.statement: Evidence(note, sources[note.sha256], readings[note.statement]) for note in notes}

    def _sources(self, wanted: Iterable[str]) -> Iterator[SourceLink]:
        names = {source.sha256: source.name for source in self.register.sources}
        with self.dossier.read() as connection:
            entries = _source_entries(connection)
        for sha256 in wanted:
            if sha256 in names:
                yield SourceLink(names[sha256], sha256, entries[sha256])


def _case(desk: Desk, case: Case, standing: Iterable[Inline], wrong: Iterable[Conflict]) -> CaseLink:
    register = desk.register
    known = (first_known(step.statements, register.by_id, desk.by_hash, register.dates) for step in case.steps)
    return CaseLink(
        id=case.id,
        person=case.person.name,
        names=case.person.names,
        standing=tuple(map(_without_notes, standing)),
        steps=tuple(_step(step, since) for step, since in zip(case.steps, known, strict=True)),
        denials=case.denials,
        versions=tuple(map(_without_notes, versions_of(desk, case))),
        conflicts=tuple(each.what for each in wrong if each.case == case.id),
    )


def _step(step: Step, known: Known) -> StepLink:
    when = to_text(spoken(step.when.edtf)) if step.when else "no date given"
    told = f"known by {known.told} from {known.by}" if known.told else "told by no source with a date"
    return StepLink(in_words(step.type), when, step.statements, f"{told}; taken in {known.taken_in[:10]}")


def _without_notes(line: Inline) -> str:
    """The line as text: the page's notes are numbered otherwise than the chain's."""
    return to_text(tuple(piece for piece in line if not isinstance(piece, Notes)))


def _statements(cases: Iterable[CaseLink]) -> Iterator[str]:
    for case in cases:
        for step in case.steps:
            yield from step.statements
        yield from case.denials


def _counted(cases: Iterable[Case], count: Minimum) -> list[Case]:
    """The cases that count, then those that possibly do."""
    by_id = {case.id: case for case in cases}
    return [by_id[member.case] for member in (*count.members, *count.possible)]


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise NothingByThatName(f"{said} is not a day of the calendar.", remedy="Write it as 2023-05-12.") from error


def _source_entries(tx: sa.Connection) -> dict[str, int]:
    return {row.sha256: row.entry for row in tx.execute(sa.select(schema.source.c.sha256, schema.source.c.entry))}


def _reading_entries(tx: sa.Connection) -> dict[str, int]:
    said, read = schema.statement, schema.reading
    # The reading that stands last: what a person confirmed may be what an older version of the reader said.
    query = sa.select(said.c.id, read.c.entry).join(read, read.c.id == said.c.reading)
    query = query.order_by(read.c.current, read.c.entry)
    return {row.id: row.entry for row in tx.execute(query)}
