from __future__ import annotations

from atleast.figure.published import published
from atleast.model.statement import Count, When
from atleast.model.words import Bound, EventType, FigureKind, Polarity
from tests.support.told import Source, recorded, told


def count(value: int, as_of: str | None = None) -> Count:
    return Count(
        Bound.AT_LEAST, value, "prisoners", FigureKind.STOCK, "Velmaria", When(as_of) if as_of else None, "them"
    )


def test_figures_come_by_the_day_they_hold_for_or_were_told() -> None:
    told_in_may, undated = Source("may.txt", "2031-05-12"), Source("undated.txt", None)
    record = [
        recorded(count(3, "2031-06")),
        recorded(count(2), by=told_in_may),
        recorded(count(1), by=undated),
        recorded(count(5, "2031-02-07")),
        recorded(count(4, "2031-02-07")),
    ]
    dates = {told_in_may.sha256: told_in_may.date, undated.sha256: None}
    figures = published(record, dates)
    assert [figure.value for figure in figures] == [1, 4, 5, 2, 3]
    assert [figure.told for figure in figures] == [None, None, None, "2031-05-12", None]
    assert figures == published(record[::-1], dates)


def test_a_figure_keeps_whose_it_is_and_says_no_day_that_its_source_does_not() -> None:
    teller = Source("may.txt", "2031-05-12")
    one = recorded(count(312), by=teller)
    (figure,) = published([one], {teller.sha256: teller.date})
    assert (figure.id, figure.bound, figure.of, figure.place) == (one.id, Bound.AT_LEAST, "prisoners", "Velmaria")
    assert (figure.as_of, figure.told, figure.designation) == (None, "2031-05-12", "them")


def test_what_is_denied_or_no_count_is_no_figure() -> None:
    record = [recorded(count(3), polarity=Polarity.DENIED), told(EventType.ARREST)]
    assert published(record, {}) == []
