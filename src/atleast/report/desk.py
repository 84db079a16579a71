"""The desk at which a report is put together: what stands on the record, and the two registers that fill as it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from atleast.case.register import Register
from atleast.dossier.mandate import Mandate
from atleast.dossier.readings import Recorded
from atleast.model.source import Source
from atleast.model.words import Bound
from atleast.report.inline import Figure, Inline, Notes, Ref
from atleast.report.numbers import Numbers


class Citations:
    """The statements that the page cites, numbered from 1 as they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, statement: str) -> int:
        """The number of a statement's note."""
        return self._numbers.setdefault(statement, len(self._numbers) + 1)

    def all(self) -> tuple[str, ...]:
        """Ids of the statements cited, in order of number."""
        return tuple(self._numbers)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every section of the report is written from, and where it registers its figures and notes."""

    register: Register
    mandate: Mandate
    by_hash: Mapping[str, Source]
    numbers: Numbers
    citations: Citations

    def said(self, statement: str) -> Recorded:
        """The statement with that id."""
        return self.register.by_id[statement]

    def source_of(self, statement: str) -> Source:
        """The source that a statement stands in."""
        return self.by_hash[self.said(statement).statement.source]

    def notes(self, statements: Iterable[str]) -> Inline:
        """References to the notes of statements, in order of note; nothing where there are none."""
        refs = {self.citations.number(each): not self.said(each).statement.reviewed for each in statements}
        return (Notes(tuple(Ref(number, machine) for number, machine in sorted(refs.items()))),) if refs else ()

    def figure(
        self,
        value: int,
        label: str,
        *,
        statements: Iterable[str] = (),
        sources: Iterable[str] | None = None,
        bound: Bound | None = None,
        rule: tuple[str, date] | None = None,
        members: Sequence[str] | None = None,
    ) -> Inline:
        """Register a figure and give the piece that prints it. Its sources are, unless given, those of its statements."""
        told = tuple(dict.fromkeys(statements))
        held = {self.said(each).statement.source: None for each in told} if sources is None else dict.fromkeys(sources)
        number = self.numbers.add(value, label, statements=told, sources=held, bound=bound, rule=rule, members=members)
        return (Figure(number.id, value),)


def desk_for(register: Register, mandate: Mandate) -> Desk:
    """An empty desk for a register."""
    by_hash = {source.sha256: source for source in register.sources}
    return Desk(register, mandate, by_hash, Numbers(), Citations())
