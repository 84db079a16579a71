"""Which statements stand in the rows of which list, and what those rows say of their persons.

A row is a row of a table of people, or a case of a list with fixed labels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations

from atleast.dossier.lists import ListRule
from atleast.dossier.readings import Recorded
from atleast.model.edtf import days_of, is_edtf
from atleast.model.person import Facts
from atleast.model.source import SourceText
from atleast.person.names import key_of
from atleast.person.spelling.comparing import DIFFERENT_BELOW, score
from atleast.person.spelling.words import name_of
from atleast.statement.cases import cases_of
from atleast.statement.list_names import date_of, rule_of
from atleast.statement.listed import tables_of
from atleast.statement.row_facts import all_facts_of, facts_of_fields


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, as far as it tells people apart."""

    listed: str
    """The list: a name, the same for all its rows and in all its editions."""
    start: int
    """Where the row begins in the text of its source."""
    id: str | None = None
    """The id that the list itself gives to the person, where it does."""
    facts: Facts = field(default_factory=Facts)
    names: tuple[str, ...] = ()
    """Further names of the person, as the row has them; a former family name with the given name before it."""
    dated: str | None = None
    """The day of the edition, EDTF."""
    elsewhere: tuple[tuple[str, str | None], ...] = ()
    """The other lists that the row says the person stands in, each with the id there where one is given."""


Rows = Mapping[str, Row]
"""Id of a statement to the row that it stands in."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch `[start:end]` of a source that is of a row."""

    start: int
    end: int
    row: Row
    called: str = ""
    """The person's name, as the row has it."""


def rows_of(record: Iterable[Recorded], texts: Iterable[SourceText], rules: Sequence[ListRule] = ()) -> dict[str, Row]:
    """The row of each statement that stands in one; `texts` are the sources that hold lists, `rules` what lists.toml says.

    An id that editions of a list give to people whose names are not alike, and whose days of birth are not the same, is no id:
    some lists are numbered anew each time.
    """
    spans = _with_lasting_ids({text.source.sha256: list(_spans(text, rules)) for text in texts})
    starts = {source: [span.start for span in found] for source, found in spans.items()}
    found = {}
    for recorded in record:
        source, start = recorded.statement.source, recorded.statement.start
        at = bisect_right(starts.get(source, []), start) - 1
        if at >= 0 and start < spans[source][at].end:
            found[recorded.id] = spans[source][at].row
    return found


def _spans(text: SourceText, rules: Sequence[ListRule]) -> Iterator[_Span]:
    """The rows of a source in order of their place; of a case its fields, and not the prose between them."""
    yield from sorted(chain(_of_tables(text, rules), _of_cases(text, rules)), key=lambda span: span.start)


def _of_tables(text: SourceText, rules: Sequence[ListRule]) -> Iterator[_Span]:
    dated = date_of(text.source, rule_of(text.source, rules))
    for table in tables_of(text, rules):
        for row, said in zip(table.rows, all_facts_of(table, dated), strict=True):
            called = table.heading.name(row.cells) or ""
            names = tuple(_in_full(name, called) for name in said.names)
            yield _Span(
                row.start,
                row.end,
                Row(table.name, row.start, said.id, said.facts, names, dated, said.elsewhere),
                called,
            )


def _in_full(other: str, called: str) -> str:
    """A further name of who is called so. A former family name, which stands alone, is put together with the given name."""
    if len(name_of(other).words) != 1:
        return other
    given = [word for word in called.split() if any(each.is_given for each in name_of(word).words)]
    return " ".join([*given, other])


def _of_cases(text: SourceText, rules: Sequence[ListRule]) -> Iterator[_Span]:
    rule = rule_of(text.source, rules)
    dated = date_of(text.source, rule)
    for case in cases_of(text):
        facts = facts_of_fields(text.text, case.fields, dated).facts
        row = Row(f"{rule.name}, cases", case.start, facts=facts, dated=dated)
        yield from (_Span(field.start, field.end, row) for field in case.fields)


def _with_lasting_ids(spans: Mapping[str, Sequence[_Span]]) -> dict[str, list[_Span]]:
    bearers: dict[tuple[str, str], dict[str, _Span]] = defaultdict(dict)
    for span in chain.from_iterable(spans.values()):
        if span.row.id is not None:
            bearers[span.row.listed, span.row.id].setdefault(key_of(span.called), span)
    passing = {
        who for who, found in bearers.items() if not all(_may_be_one(*pair) for pair in combinations(found.values(), 2))
    }
    return {
        source: [
            replace(span, row=replace(span.row, id=None)) if (span.row.listed, span.row.id) in passing else span
            for span in found
        ]
        for source, found in spans.items()
    }


def _may_be_one(one: _Span, other: _Span) -> bool:
    born = one.row.facts.birth
    alike = score(one.called, other.called) >= DIFFERENT_BELOW
    return alike or (born is not None and born == other.row.facts.birth and _is_a_day(born))


def newest(editions: Mapping[str, Row]) -> tuple[str, Row]:
    """Of the rows in which the editions of one list have a person, by their sources: the last one, and its source.

    What the last edition does not say, and an earlier one does, holds on. Order of intake does not matter.
    """
    in_order = sorted(editions.items(), key=lambda item: (item[1].dated or "", item[0]))
    source, row = in_order[-1]
    for _, earlier in reversed(in_order[:-1]):
        row = replace(
            row,
            facts=_filled(row.facts, earlier.facts),
            names=tuple(sorted({*row.names, *earlier.names})),
            elsewhere=tuple(dict.fromkeys((*row.elsewhere, *earlier.elsewhere))),
        )
    return source, row


def _filled(facts: Facts, earlier: Facts) -> Facts:
    return replace(
        facts,
        birth=facts.birth or earlier.birth,
        sex=facts.sex or earlier.sex,
        place=facts.place or earlier.place,
        occupation=facts.occupation or earlier.occupation,
        authorities=tuple(sorted({*facts.authorities, *earlier.authorities})),
    )


def _is_a_day(edtf: str) -> bool:
    return is_edtf(edtf) and (days := days_of(edtf)).earliest is not None and days.earliest == days.latest
