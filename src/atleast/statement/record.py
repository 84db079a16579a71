"""What is recorded about one person under fixed headings, in a row or a list of labels, becomes statements.

A cell that makes no sense is told as a problem, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from atleast.model.source import SourceText
from atleast.model.statement import Event, Link, Statement, When
from atleast.model.words import Certainty, ChainRole, EventType, Polarity
from atleast.source.characters import plain
from atleast.source.months import parse_date
from atleast.statement import lexicon
from atleast.statement.articles import find_articles
from atleast.statement.dates import find_dates
from atleast.statement.penalties import find_penalties
from atleast.statement.table_columns import Cell, Column

_NONE, _UNKNOWN = "none", "unknown"
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


@dataclass(frozen=True, slots=True)
class ListReading:
    """What the lists of a source say of persons, and what in them nothing could be made of."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[RecordProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ListReader:
    """A reader of lists: name and version as a statement's `reader` has them, and what it makes of a source.

    The version grows whenever it may say something else of the same list.
    """

    name: str
    version: int
    read: Callable[[SourceText], ListReading]


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
            for each in self._completed(list(self._events()))
        ]
        if not told:
            self._problems.append(self._problem(f"Nothing that is said about {name} is understood."))
        return ListReading(tuple(self._statement(each) for each in told), tuple(self._problems))

    def _events(self) -> Iterator[_Told]:
        for column, type_ in _DATED.items():
            if (cell := self._cell(column)) and not self._says(cell, _UNKNOWN):
                yield from (_Told(Event(type_, date=date), cell) for date in self._dates(cell))
        yield from self._penalties()
        yield from self._status()

    def _penalties(self) -> Iterator[_Told]:
        """A term or a fine; or words in its place, such as "on trial"."""
        cell = self._cell(Column.PENALTY)
        if cell is None:
            return
        found = find_penalties(self._source.text, cell.start, cell.end, self._record.language, expected=True)
        kind = self._type(cell)
        if found:
            type_ = EventType.FINE if kind is EventType.FINE else EventType.SENTENCE
            yield _Told(Event(type_, penalty="; ".join(penalty.text for penalty in found)), cell)
        elif kind is not None:
            yield _Told(Event(kind), cell)
        elif not self._says(cell, _NONE, _UNKNOWN):
            self._problems.append(self._problem(f"The penalty {cell.text!r} is not understood.", cell))

    def _status(self) -> Iterator[_Told]:
        cell = self._cell(Column.STATUS)
        if cell is None:
            return
        kind = self._type(cell)
        if kind is not None:
            language, anchor = self._record.language, self._source.source.credit.date
            dates = find_dates(self._source.text, cell.start, cell.end, anchor, language)
            yield _Told(Event(kind, date=dates[0].when if dates else None), cell)
        elif not self._says(cell, _NONE, _UNKNOWN):
            self._problems.append(self._problem(f"The status {cell.text!r} is not understood.", cell))

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
        types = [each.event.type for each in told]
        main = next((type_ for type_ in (EventType.ARREST, EventType.SENTENCE) if type_ in types), types[0])
        if event.type is EventType.SENTENCE:
            event = replace(event, authority=self._words(Column.AUTHORITY))
        if event.type is EventType.ARREST:
            event = replace(event, place=self._words(Column.PLACE))
        if event.type is not main:
            return event
        return replace(event, article=self._articles(), facility=self._words(Column.FACILITY))

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
        if edtf := parse_date(cell.text, self._record.language):
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
        return cell.text if cell and not self._says(cell, _UNKNOWN) else None

    def _type(self, cell: Cell) -> EventType | None:
        kind = _status_of(cell.text, self._record.language)
        return EventType(kind) if kind and kind not in {_NONE, _UNKNOWN} else None

    def _says(self, cell: Cell, *kinds: str) -> bool:
        return _status_of(cell.text, self._record.language) in kinds

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


def _is_name(name: str) -> bool:
    """Whether a cell can hold a name: two letters at least, the first a capital, and no more digits than letters."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) >= 2 and letters[0] == letters[0].upper() and sum(map(str.isdigit, name)) < len(letters)


@cache
def _statuses(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    words = [(word, entry.value) for entry in lexicon.load(language, "statuses") for word in entry.words]
    longest_first = sorted(words, key=lambda item: (-len(item[0]), item[0]))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE), value) for word, value in longest_first
    )


def _status_of(words: str, language: str) -> str | None:
    """What the words of a cell say about where a case stands: the value of the first words in it that a lexicon knows."""
    text = plain(words)
    found = [
        (match.start(), -match.end(), value)
        for pattern, value in _statuses(language)
        if (match := pattern.search(text))
    ]
    return min(found)[2] if found else None
