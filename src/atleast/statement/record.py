"""What is recorded about one person under fixed headings, in a row or a list of labels, becomes statements.

A cell that makes no sense is told as a problem, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from atleast.model.column import Column
from atleast.model.edtf import days_of
from atleast.model.source import Source, SourceText
from atleast.model.statement import Event, Link, Statement, When
from atleast.model.words import Certainty, ChainRole, EventType, Polarity
from atleast.statement.articles import find_articles
from atleast.statement.cell_words import (
    NONE,
    RECOGNISED,
    UNKNOWN,
    day_of,
    designation_of,
    instead_of_facility,
    state_of,
)
from atleast.statement.dates import find_dates
from atleast.statement.penalties import find_penalties
from atleast.statement.table_columns import Cell

_DATED = {
    Column.ARREST_DATE: EventType.ARREST,
    Column.SENTENCE_DATE: EventType.SENTENCE,
    Column.RELEASE_DATE: EventType.RELEASE,
    Column.DEATH_DATE: EventType.DEATH_IN_CUSTODY,
}


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """A record `[start:end]`, or a cell of it, that could not be made sense of, and where it stands in the original."""

    start: int
    end: int
    place: str | None
    problem: str


@dataclass(frozen=True, slots=True)
class Record:
    """What stands about one person at `[start:end]`: the name as it is written, and the cells by what they hold."""

    start: int
    end: int
    place: str | None
    language: str
    """The language of the headings."""
    name: str | None
    cells: dict[Column, Cell]
    tells: bool = True
    """Whether the headings tell of custody: if so, a row that tells nothing is a problem, and a death is one in custody."""


@dataclass(frozen=True, slots=True)
class ListReading:
    """What the lists of a source say of persons, and what in them nothing could be made of."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[RecordProblem, ...] = ()


def _any(source: Source) -> bool:  # noqa: ARG001 - whichever it is
    return True


@dataclass(frozen=True, slots=True)
class ListReader:
    """A reader of lists: name and version as a statement's `reader` has them, and what it makes of a source.

    The version grows whenever it may say something else of the same list.
    """

    name: str
    version: int
    read: Callable[[SourceText], ListReading]
    reads: Callable[[Source], bool] = _any
    """Whether a source is one that it reads."""


def read_record(source: SourceText, record: Record, reader: str) -> ListReading:
    """The statements of one record; `reader` is the name and version that they carry."""
    return _Reading(source, record, reader).read()


@dataclass(frozen=True, slots=True)
class _Told:
    """An event of a record, and the cell that tells it."""

    event: Event
    cell: Cell


class _Reading:
    """One record while it is read."""

    def __init__(self, source: SourceText, record: Record, reader: str) -> None:
        self._source = source
        self._record = record
        self._reader = reader
        self._problems: list[RecordProblem] = []

    def read(self) -> ListReading:
        name = self._record.name
        if name is None or not _is_name(name):
            return ListReading((), (self._problem("There is no name of a person."),))
        told = [
            replace(each, event=replace(each.event, subject=(name,), persons=(name,)))
            for each in self._completed(self._events())
        ]
        if (cell := self._cell(Column.ARTICLE)) and not self._articles() and not self._says(cell, NONE, UNKNOWN):
            self._problems.append(self._problem(f"No article of law is understood in {cell.text!r}.", cell))
        if not told and self._record.tells and not self._designation():
            self._problems.append(self._problem(f"Nothing that is said about {name} is understood."))
        return ListReading(tuple(self._statement(each) for each in told), tuple(self._problems))

    def _events(self) -> list[_Told]:
        told = [*self._dated(), *self._penalties(), *self._status()]
        facility = self._cell(Column.FACILITY)
        if facility and (kind := self._instead_of_facility(facility)) not in {None, UNKNOWN}:
            told.append(_Told(Event(EventType(kind)), facility))
        if not told and (cell := self._cell(Column.ARTICLE)) and self._articles():
            told.append(_Told(Event(EventType.CHARGE), cell))
        return [*told, *self._recognitions()]

    def _dated(self) -> Iterator[_Told]:
        """What the columns of dates tell; of a death only where it was in custody, as far as the row says."""
        for column, type_ in _DATED.items():
            if (cell := self._cell(column)) is None or self._says(cell, UNKNOWN):
                continue
            dates = self._dates(cell)
            if type_ is not EventType.DEATH_IN_CUSTODY or self._died_in_custody(dates, cell):
                yield from (_Told(Event(type_, date=date), cell) for date in dates)

    def _died_in_custody(self, died: list[When | None], cell: Cell) -> bool:
        released = self._cell(Column.RELEASE_DATE)
        freed = day_of(released.text, self._record.language) if released else None
        free = any(freed and each and _is_before(freed, each.edtf) for each in died)
        if free or not self._record.tells:
            why = "after the release" if free else "and nothing says that it was in custody"
            self._problems.append(self._problem(f"A death, {why}: {cell.text!r}.", cell))
        return self._record.tells and not free

    def _penalties(self) -> Iterator[_Told]:
        """A term or a fine; or words in its place, such as "on trial". What a court decided may hold either."""
        cells = [cell for column in (Column.PENALTY, Column.DECISION) if (cell := self._cell(column))]
        language = self._record.language
        for cell in cells:
            found = find_penalties(self._source.text, cell.start, cell.end, language, expected=True)
            if found:
                type_ = EventType.FINE if self._type(cell) is EventType.FINE else EventType.SENTENCE
                yield _Told(Event(type_, penalty="; ".join(penalty.text for penalty in found)), cell)
                return
        for cell in cells:
            if (kind := self._type(cell)) is not None:
                yield _Told(Event(kind), cell)
                return
        if cells and not any(self._says(cell, NONE, UNKNOWN) for cell in cells):
            self._problems.append(self._problem(f"The penalty {cells[0].text!r} is not understood.", cells[0]))

    def _status(self) -> Iterator[_Told]:
        cell = self._cell(Column.STATUS)
        if cell is None or self._designation():
            return
        kind = self._type(cell)
        if kind is not None:
            language, anchor = self._record.language, self._source.source.credit.date
            dates = find_dates(self._source.text, cell.start, cell.end, anchor, language)
            yield _Told(Event(kind, date=dates[0].when if dates else None), cell)
        elif not self._says(cell, NONE, UNKNOWN):
            self._problems.append(self._problem(f"The status {cell.text!r} is not understood.", cell))

    def _recognitions(self) -> Iterator[_Told]:
        """That the list's publisher recognises the person: a designation of its own, dated where the list says when."""
        language = self._record.language
        event = Event(EventType.RECOGNITION, authority=self._source.source.credit.publisher)
        if (found := self._designation()) and found[1] == RECOGNISED:
            yield _Told(event, found[0])
        if (cell := self._cell(Column.DESIGNATION_DATE)) and (edtf := day_of(cell.text, language)):
            yield _Told(replace(event, date=When(edtf, cell.text)), cell)

    def _designation(self) -> tuple[Cell, str] | None:
        """The cell in which the list designates the person, and as what."""
        cells = (self._cell(column) for column in (Column.DESIGNATION, Column.STATUS))
        said = ((cell, designation_of(cell.text, self._record.language)) for cell in cells if cell)
        return next(((cell, as_what) for cell, as_what in said if as_what), None)

    def _completed(self, told: list[_Told]) -> list[_Told]:
        """One event of each type and date, with what the other columns say of it."""
        merged: list[_Told] = []
        for each in told:
            same = next((index for index, other in enumerate(merged) if _is_same(other.event, each.event)), None)
            if same is None:
                merged.append(each)
            else:
                event = merged[same].event
                merged[same] = replace(
                    merged[same],
                    event=replace(
                        event, date=event.date or each.event.date, penalty=event.penalty or each.event.penalty
                    ),
                )
        return [replace(each, event=self._with_roles(each.event, merged)) for each in merged]

    def _with_roles(self, event: Event, told: list[_Told]) -> Event:
        """Articles and the place of detention belong to the arrest, or to the sentence where no arrest is told."""
        types = [each.event.type for each in told if each.event.type is not EventType.RECOGNITION]
        main = next((type_ for type_ in (EventType.ARREST, EventType.SENTENCE, *types) if type_ in types), None)
        if event.type is EventType.SENTENCE:
            event = replace(event, authority=self._words(Column.COURT) or self._words(Column.JUDGE))
        if event.type is EventType.ARREST:
            event = replace(event, place=self._words(Column.PLACE) or self._words(Column.REGION))
        if event.type is not main:
            return event
        return replace(event, article=self._articles(), facility=self._facility())

    def _facility(self) -> str | None:
        cell = self._cell(Column.FACILITY)
        return cell.text if cell and not self._instead_of_facility(cell) else None

    def _instead_of_facility(self, cell: Cell) -> str | None:
        return instead_of_facility(cell.text, self._record.language)

    def _articles(self) -> tuple[str, ...]:
        """The articles of the cell, or, where it has bare numbers ("287(1)"), its own words between commas."""
        cell = self._cell(Column.ARTICLE)
        if cell is None:
            return ()
        found = find_articles(self._source.text, cell.start, cell.end, self._record.language)
        if found:
            return tuple(article.text for article in found)
        return tuple(words for piece in re.split(r"[,;]", cell.text) if re.search(r"\d", words := piece.strip()))

    def _dates(self, cell: Cell) -> list[When | None]:
        if edtf := day_of(cell.text, self._record.language):
            return [When(edtf, cell.text)]
        anchor = self._source.source.credit.date
        dates = find_dates(self._source.text, cell.start, cell.end, anchor, self._record.language)
        if not any(dated.when for dated in dates):
            self._problems.append(self._problem(f"The date {cell.text!r} is not understood.", cell))
            return [None]
        return [dated.when for dated in dates]

    def _cell(self, column: Column) -> Cell | None:
        return self._record.cells.get(column)

    def _words(self, column: Column) -> str | None:
        cell = self._cell(column)
        return cell.text if cell and not self._says(cell, UNKNOWN) else None

    def _type(self, cell: Cell) -> EventType | None:
        kind = state_of(cell.text, self._record.language)
        return EventType(kind) if kind and kind not in {NONE, UNKNOWN} else None

    def _says(self, cell: Cell, *kinds: str) -> bool:
        return state_of(cell.text, self._record.language) in kinds

    def _statement(self, told: _Told) -> Statement:
        source, start, end = self._source.source, self._record.start, self._record.end
        publisher = source.credit.publisher
        return Statement(
            source=source.sha256,
            start=start,
            end=end,
            quote=self._source.text[start:end],
            language=source.credit.language or self._record.language,
            certainty=Certainty.ASSERTED,
            polarity=Polarity.AFFIRMED,
            chain=(Link(ChainRole.OUTLET, publisher),) if publisher else (),
            content=told.event,
            trigger=(told.cell.start, told.cell.end),
            reader=self._reader,
            rule=f"table: {told.event.type.value} from the cell {told.cell.text!r}",
        )

    def _problem(self, problem: str, cell: Cell | None = None) -> RecordProblem:
        at = cell or self._record
        return RecordProblem(at.start, at.end, self._record.place, problem)


def _is_same(one: Event, two: Event) -> bool:
    """Whether two cells of a record tell one event: "in custody" adds nothing to a dated arrest."""
    return one.type is two.type and (one.date is None or two.date is None or one.date.edtf == two.date.edtf)


def _is_before(one: str, other: str) -> bool:
    """Whether a date is certainly before another."""
    return days_of(one).certainly_before(days_of(other))


def _is_name(name: str) -> bool:
    """Whether a cell can hold a name: two letters at least, the first a capital, and no more digits than letters."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) >= 2 and letters[0] == letters[0].upper() and sum(map(str.isdigit, name)) < len(letters)
