"""Lists of cases: below a heading that names a person, fields under fixed labels ("Date of arrest: 3 May 2031").

Each field is read alone: its statements quote it and nothing else, and are about the person of the heading. The layout of
the source says where headings and fields stand (`source.fields`); how one field is read is what a table does with a cell.
"""

from __future__ import annotations

from dataclasses import dataclass

from atleast.model.source import Part, SourceText
from atleast.model.statement import Statement
from atleast.model.words import PartKind
from atleast.source.headings import CaseHeading, begins_heading, is_open
from atleast.source.labels import Label, Meaning, any_label_at
from atleast.statement.field import Field, read_field
from atleast.statement.record import ListReader, ListReading, RecordProblem
from atleast.statement.row_facts import facts_of_fields

_NAME, _VERSION = "labels", 2
_NEAR = 4
"""Among so many headlines right above its fields the heading of a case stands."""


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case of a list: its heading, where the person's name begins in it, and its fields in order."""

    heading: CaseHeading
    start: int
    place: str | None
    """Where the heading stands in the original: "page 17"."""
    fields: tuple[Field, ...]


def read_cases(source: SourceText) -> ListReading:
    """What the fields of one source say, and which of them say nothing that is understood."""
    statements: list[Statement] = []
    problems: list[RecordProblem] = []
    for case in cases_of(source):
        for field in case.fields:
            said, unclear = read_field(source, field, case.heading, f"{_NAME} {_VERSION}")
            statements += said
            problems += unclear
        for cell, told in facts_of_fields(source.text, case.fields).bad:
            problems.append(RecordProblem(cell.start, cell.end, case.place, told))
    return ListReading(tuple(statements), tuple(problems))


CASES = ListReader(_NAME, _VERSION, read_cases)


def cases_of(source: SourceText) -> list[ListedCase]:
    """The cases that the layout of a source marks, in order. A field without a heading above it is of no case."""
    cases: list[ListedCase] = []
    heading: list[Part] = []
    fields: list[Field] = []
    for part in source.parts:
        if part.kind is PartKind.HEADLINE and not fields:
            heading.append(part)
        elif part.kind is PartKind.HEADLINE and begins_heading(source.text[part.start : part.end]):
            cases += _case(source.text, heading, fields)
            heading, fields = [part], []
        elif part.kind is PartKind.FIELD:
            fields = _with(source, fields, part)
    return cases + _case(source.text, heading, fields)


def _case(text: str, parts: list[Part], fields: list[Field]) -> list[ListedCase]:
    """The case of the heading that stands last. It may be broken over parts, and other headlines may stand around it."""
    near = parts[-_NEAR:]
    spans = [(first, last) for first in reversed(range(len(near))) for last in range(len(near), first, -1)]
    for first, last in spans if fields else ():
        heading = CaseHeading.of(" ".join(text[part.start : part.end] for part in near[first:last]))
        if heading:
            return [ListedCase(heading, near[first].start, near[first].place, tuple(fields))]
    return []


def _with(source: SourceText, fields: list[Field], part: Part) -> list[Field]:
    """The fields with one more, or with the last one going on in a further part, as over the end of a page."""
    label = any_label_at(source.text, part.start, part.end, source.source.credit.language)
    if label and label.meaning is Meaning.UNKNOWN and fields and is_open(fields[-1].words):
        label = None
    if label is None and fields:
        return [*fields[:-1], fields[-1].with_more(source.text, part)]
    return [*fields, Field.of(source, part, label or Label(Meaning.UNKNOWN, None, part.start))]
