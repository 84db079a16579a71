from __future__ import annotations

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Count, check_against
from atleast.model.words import Bound, FigureKind, PartKind, SourceState
from atleast.statement.count_table import read_counts
from atleast.statement.record import ListReading


def _read(*rows: str, publisher: str | None = "Open Door Centre") -> ListReading:
    text, parts = "", []
    for row in rows:
        parts.append(Part(PartKind.TABLE, len(text), len(text) + len(row)))
        text += row + "\n"
    credit = Credit(publisher=publisher, language="en")
    source = Source("0" * 64, "counts.csv", 1, "text/csv", SourceState.LAID_OUT, "2031-06-01T00:00:00Z", credit=credit)
    reading = read_counts(SourceText(source, text, tuple(parts)), "table 1")
    for statement in reading.statements:
        check_against(statement, text)
    return reading


def _counts(reading: ListReading) -> list[Count]:
    return [said.content for said in reading.statements if isinstance(said.content, Count)]


def test_each_number_is_a_count_of_its_heading_on_the_day_of_its_row() -> None:
    reading = _read("Date\tPolitical prisoners", "2031-01-31\t274", "28 February 2031\t1,291")
    first, second = _counts(reading)
    assert (first.value, first.bound, first.of, first.figure) == (
        274, Bound.EXACTLY, "political prisoners", FigureKind.STOCK,
    )  # fmt: skip
    assert first.as_of is not None
    assert second.as_of is not None
    assert (first.as_of.edtf, second.as_of.edtf, second.value) == ("2031-01-31", "2031-02-28", 1291)
    assert first.designation == "Open Door Centre"
    assert reading.statements[0].quote == "2031-01-31\t274"


def test_a_bound_stands_in_its_own_column_or_with_the_number() -> None:
    own = _read("as_of\tbound\tpolitical_prisoners", "2031-01-31\tat least\t274")
    beside = _read("Day\tDetainees", "2031-01-31\tmore than 40")
    assert [count.bound for count in _counts(own) + _counts(beside)] == [Bound.AT_LEAST, Bound.MORE_THAN]


def test_several_columns_are_several_counts() -> None:
    counts = _counts(_read("Date\tPrisoners\tArrests", "2031-01-31\t274\t19"))
    assert [(count.of, count.value, count.figure) for count in counts] == [
        ("prisoners", 274, FigureKind.STOCK),
        ("arrests", 19, FigureKind.FLOW),
    ]


def test_what_cannot_be_read_is_told() -> None:
    reading = _read("Date\tPrisoners", "soon\t274", "2031-01-31\tmany", "2031-02-28\t")
    assert not reading.statements
    assert [problem.problem for problem in reading.problems] == [
        "the day of '274' could not be read",
        "'many' is no number that could be read",
    ]


def test_a_table_of_other_things_has_no_counts() -> None:
    assert _read("Date\tBudget", "2031-01-31\t274") == ListReading()
    assert _read("Name\tPrisoners", "Selma Corvane\t274") == ListReading()
    assert _read("Name\tDate of arrest\tPrisoners", "Selma Corvane\t2031-01-31\t2") == ListReading()
