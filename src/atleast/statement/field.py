"""One field of a case ("Place of detention: Prison No. 4, Velgrad") into statements about the person of the case.

Dates, penalties and words of state are read as in the cell of a table; a charge, a place of detention and grounds, which a
table joins to the other cells of the row, are events of their own here, so that each quote holds all that is said of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from atleast.model.column import Column
from atleast.model.source import Part, SourceText
from atleast.model.statement import Event, Link, Statement
from atleast.model.words import Certainty, ChainRole, EventType, Ground, Polarity
from atleast.source.characters import plain
from atleast.source.headings import CaseHeading
from atleast.source.labels import Label, Meaning
from atleast.statement import lexicon
from atleast.statement.charges import charge_articles
from atleast.statement.record import Record, RecordProblem, read_record
from atleast.statement.table_columns import Cell

_AS_CELL = {
    Meaning.ARREST_DATE: Column.ARREST_DATE,
    Meaning.SENTENCE_DATE: Column.SENTENCE_DATE,
    Meaning.RELEASE_DATE: Column.RELEASE_DATE,
    Meaning.DEATH_DATE: Column.DEATH_DATE,
    Meaning.PENALTY: Column.PENALTY,
    Meaning.STATUS: Column.STATUS,
}
_SILENT = frozenset({Meaning.ASIDE, Meaning.NARRATIVE})
_TOLD_BY_STATUSES = frozenset({Meaning.PENALTY, Meaning.STATUS})
_DATES_OF_ENDS = frozenset({Column.RELEASE_DATE, Column.DEATH_DATE})
_SHOWN = 80
"""So many characters of a field are shown in a problem."""
_ONE_LINE = str.maketrans("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 10)


@dataclass(frozen=True, slots=True)
class Field:
    """A field `[start:end]`: its label, and the stretches of its words, more than one where a page ends in between."""

    start: int
    end: int
    place: str | None
    label: Label
    language: str
    stretches: tuple[tuple[int, int], ...]
    words: str
    """What stands behind the label, on one line."""

    @classmethod
    def of(cls, source: SourceText, part: Part, label: Label) -> Self:
        """The field of a part that begins with that label."""
        words = " ".join(source.text[label.end : part.end].split())
        language = label.language or source.source.credit.language or ""
        return cls(part.start, part.end, part.place, label, language, ((label.end, part.end),), words)

    def with_more(self, text: str, part: Part) -> Self:
        """The field with a further part."""
        words = f"{self.words} {' '.join(text[part.start : part.end].split())}"
        return replace(self, end=part.end, stretches=(*self.stretches, (part.start, part.end)), words=words)

    def alone(self, text: str) -> str:
        """As many characters as `[start:end]` has: the words of the field, and blanks for the label and all between."""
        kept, reached = [], self.start
        for start, end in self.stretches:
            kept += [" " * (start - reached), text[start:end].translate(_ONE_LINE)]
            reached = end
        return "".join(kept)


def read_field(
    source: SourceText, field: Field, heading: CaseHeading, reader: str
) -> tuple[list[Statement], list[RecordProblem]]:
    """The statements of one field, and why there is none where it tells something that is not understood."""
    return _Reading(source, field, heading, reader).read()


class _Reading:
    """One field while it is read."""

    def __init__(self, source: SourceText, field: Field, heading: CaseHeading, reader: str) -> None:
        self._source = source
        self._field = field
        self._heading = heading
        self._reader = reader
        self._text = field.alone(source.text)

    def read(self) -> tuple[list[Statement], list[RecordProblem]]:
        field, meaning = self._field, self._field.label.meaning
        if meaning in _SILENT:
            return [], []
        if meaning is Meaning.UNKNOWN:
            return [], [self._problem("The label is not known")]
        if not any(letter.isalnum() for letter in field.words):
            return [], [self._problem("Nothing stands under the label")]
        if meaning not in _TOLD_BY_STATUSES and _is_absent(field.words, field.language):
            return [], [self._problem("The field says that there is none, or that it is not known")]
        return self._as_cell(_AS_CELL[meaning]) if meaning in _AS_CELL else self._as_event(meaning)

    def _as_cell(self, column: Column) -> tuple[list[Statement], list[RecordProblem]]:
        """What a table reads in a cell of such a column; of a release or a death only what is dated."""
        field, start = self._field, self._field.start
        first = len(self._text) - len(self._text.lstrip())
        cell = Cell(first, len(self._text.rstrip()), field.words)
        record = Record(0, len(self._text), field.place, field.language, self._heading.name, {column: cell})
        reading = read_record(replace(self._source, text=self._text), record, self._reader)
        problems = [replace(each, start=each.start + start, end=each.end + start) for each in reading.problems]
        events = [each.content for each in reading.statements if isinstance(each.content, Event)]
        told = [event for event in events if event.date or column not in _DATES_OF_ENDS]
        return [self._statement(event) for event in told], problems

    def _as_event(self, meaning: Meaning) -> tuple[list[Statement], list[RecordProblem]]:
        match meaning:
            case Meaning.ARTICLE:
                return self._charge()
            case Meaning.FACILITY:
                event = Event(EventType.ARREST, facility=self._field.words)
            case Meaning.PLACE:
                event = Event(EventType.ARREST, place=self._field.words)
            case Meaning.GROUNDS if grounds := _grounds(self._field.words, self._field.language):
                event = Event(EventType.ARREST, grounds=grounds)
            case _:
                return [], [self._problem("What stands under the label is no event that is understood")]
        return [self._statement(event)], []

    def _charge(self) -> tuple[list[Statement], list[RecordProblem]]:
        """A charge, with its articles; a number that is none of them is told as a problem."""
        articles, others = charge_articles(self._text, self._field.language)
        problems = [self._problem(f"Not read as articles: {', '.join(others)}")] if others else []
        return [self._statement(Event(EventType.CHARGE, article=articles))], problems

    def _statement(self, event: Event) -> Statement:
        source, field, name = self._source.source, self._field, self._heading.name
        publisher = source.credit.publisher
        first = field.end - len(self._text.lstrip())
        return Statement(
            source=source.sha256,
            start=field.start,
            end=field.end,
            quote=self._source.text[field.start : field.end],
            language=source.credit.language or field.language,
            certainty=Certainty.ASSERTED,
            polarity=Polarity.AFFIRMED,
            chain=(Link(ChainRole.OUTLET, publisher),) if publisher else (),
            content=replace(event, subject=(name,), persons=(name,)),
            trigger=(first, field.start + len(self._text.rstrip())),
            reader=self._reader,
            rule=f"labels: {event.type.value} from the label {self._label()!r} under the heading {self._titled()!r}",
        )

    def _label(self) -> str:
        return " ".join(self._source.text[self._field.start : self._field.label.end].split()).rstrip(": ")

    def _titled(self) -> str:
        number, name, also = self._heading.number, self._heading.name, self._heading.also
        return f"{f'{number}. ' if number else ''}{name}{f' ({also})' if also else ''}"

    def _problem(self, problem: str) -> RecordProblem:
        field = self._field
        about = f"{self._heading.name}: {self._label()}: {field.words[:_SHOWN]}"
        return RecordProblem(field.start, field.end, field.place, f"{problem}. ({about})")


def _is_absent(words: str, language: str) -> bool:
    text = plain(words).lower().rstrip(" .")
    entries = lexicon.load(language, "absences") if language in lexicon.languages("absences") else ()
    absent = tuple(word for entry in entries for word in entry.words)
    return text in absent or text.startswith(tuple(f"{word}{mark}" for word in absent for mark in " ,;"))


def _grounds(words: str, language: str) -> tuple[Ground, ...]:
    """The grounds that the words name, in the order of the fixed list."""
    text = f" {plain(words).lower()} "
    entries = lexicon.load(language, "grounds") if language in lexicon.languages("grounds") else ()
    found = {Ground(entry.value) for entry in entries for word in entry.words if f" {word}" in text}
    if Ground.EXPRESSION_ONLINE in found:
        found.discard(Ground.EXPRESSION)
    return tuple(ground for ground in Ground if ground in found)
