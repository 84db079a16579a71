from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atleast.case.register import register_from
from atleast.dossier.mandate import parse_mandate, template
from atleast.dossier.readings import Recorded
from atleast.engine.counting import Tally
from atleast.errors import UsageError
from atleast.figure.fewest import alike
from atleast.figure.minimum import minimum
from atleast.figure.monthly import Series, series_in, stock_on
from atleast.model.statement import Count, When
from atleast.model.words import Bound, EventType, FigureKind
from tests.support.told import HELD, Source, held, recorded, told

ARREST, RELEASE, RECOGNITION = EventType.ARREST, EventType.RELEASE, EventType.RECOGNITION
MANDATE = parse_mandate(template())
EARLY, LATE = Source("early.txt", "2031-02-10"), Source("late.txt", "2031-04-10")
RECORD = [
    told(ARREST, "2031-02-07", "Pavel Ketlin", by=EARLY),
    told(ARREST, "2031-02-09", "Irma Dolvich", by=LATE),
    told(ARREST, "2031-03", "Ирма Долвич", by=LATE),
    told(RELEASE, "2031-04-01", "Pavel Ketlin", by=LATE),
    told(ARREST, "2031-03-15", "Selma Corvane", by=LATE),
    recorded(Count(Bound.AT_LEAST, 40, "prisoners", FigureKind.STOCK, as_of=When("2031-03-20")), by=LATE),
]


def months(*record: Recorded, first: str = "2031-02-01", last: str = "2031-04-10") -> Series:
    register = register_from(held(record, [EARLY, LATE]))
    return series_in(register, MANDATE, HELD, date.fromisoformat(first), date.fromisoformat(last))


def test_each_month_has_its_stock_now_and_then_and_who_was_taken() -> None:
    found = months(*RECORD).months
    assert [month.day.isoformat() for month in found] == ["2031-02-28", "2031-03-31", "2031-04-10"]
    assert [month.now.certain for month in found] == [2, 3, 2]
    assert [month.then.certain for month in found] == [1, 1, 2]
    assert [month.flow.certain for month in found] == [2, 2, 0]


def test_a_published_stock_stands_in_its_month() -> None:
    assert [[each.value for each in month.published] for month in months(*RECORD).months] == [[], [40], []]


@pytest.mark.parametrize("rule", [HELD, replace(HELD, needs=frozenset({RECOGNITION}))])
def test_set_work_and_one_by_one_give_the_minimum_together(rule: object) -> None:
    assert isinstance(rule, type(HELD))
    register = register_from(held([*RECORD, told(RECOGNITION, "2031-03-01", "Pavel Ketlin", by=LATE)], [EARLY, LATE]))
    days = [date(2031, 2, 8), date(2031, 3, 1), date(2031, 3, 31), date(2031, 4, 5)]
    expected = [minimum(register.cases, rule, day, register.by_id, alike(register.pairs)) for day in days]
    assert stock_on(register, rule, days) == [Tally(count.value, count.ceiling) for count in expected]


def test_without_days_it_spans_what_is_known() -> None:
    register = register_from(held(RECORD, [EARLY, LATE]))
    found = series_in(register, MANDATE, HELD)
    assert (found.months[0].day, found.months[-1].day) == (date(2031, 2, 28), date(2031, 4, 10))
    assert found.trend is not None


def test_days_the_wrong_way_round_and_none_at_all_are_told() -> None:
    with pytest.raises(UsageError, match="before it begins"):
        months(*RECORD, first="2031-05-01", last="2031-04-01")
    with pytest.raises(UsageError, match="months"):
        months(*RECORD, first="1900-01-01", last="2031-04-01")
    with pytest.raises(UsageError, match="has a date"):
        series_in(register_from(held([], [])), MANDATE, HELD)
