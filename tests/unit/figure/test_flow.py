from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atleast.dossier.rules import Measure, Unit
from atleast.model.words import Certainty, EventType
from tests.support.told import HELD, Source, follow, told

ARREST, RELEASE = EventType.ARREST, EventType.RELEASE
TAKEN = replace(HELD, measure=Measure.FLOW, starts=frozenset({ARREST}))
FIRST, LAST = date(2031, 2, 1), date(2031, 4, 30)
TWICE = [told(ARREST, "2031-02-07"), told(RELEASE, "2031-03-01"), told(ARREST, "2031-04-02")]


@pytest.mark.parametrize(
    ("when", "standing"),
    [
        ("2031-01-31", "out"),
        ("2031-02-01", "in"),
        ("2031-04-30", "in"),
        ("2031-05-01", "out"),
        ("2031-01/2031-02", "possible"),
        ("2031", "possible"),
        (None, "possible"),
    ],
)
def test_who_was_certainly_taken_within_the_period_counts(when: str | None, standing: str) -> None:
    counted = follow(told(ARREST, when, by=Source("a.txt", "2031-06-01"))).minimum(LAST, TAKEN, FIRST)
    assert (len(counted.members), len(counted.possible), len(counted.excluded)) == {
        "in": (1, 0, 0),
        "possible": (0, 1, 0),
        "out": (0, 0, 1),
    }[standing]
    assert (counted.since, counted.day) == (FIRST, LAST)


def test_a_release_takes_nobody_out_of_a_flow() -> None:
    assert follow(told(ARREST, "2031-02-07"), told(RELEASE, "2031-02-09")).minimum(LAST, TAKEN, FIRST).value == 1


@pytest.mark.parametrize(("unit", "value"), [(Unit.PEOPLE, 1), (Unit.CASES, 2), (Unit.DETENTIONS, 2)])
def test_who_was_taken_twice_is_one_person_and_two_cases(unit: Unit, value: int) -> None:
    counted = follow(*TWICE).minimum(LAST, replace(TAKEN, counts=unit), FIRST)
    assert (counted.value, counted.ceiling) == (value, value)


def test_two_arrests_without_a_release_between_may_be_one() -> None:
    counted = follow(TWICE[0], TWICE[2]).minimum(LAST, replace(TAKEN, counts=Unit.DETENTIONS), FIRST)
    assert (counted.value, counted.ceiling) == (1, 2)


def test_a_release_that_is_only_alleged_does_not_make_two_of_one() -> None:
    weak = told(RELEASE, "2031-03-01", certainty=Certainty.ALLEGED)
    counted = follow(TWICE[0], weak, TWICE[2]).minimum(LAST, replace(TAKEN, counts=Unit.DETENTIONS), FIRST)
    assert counted.value == 1


def test_a_stock_by_cases_counts_a_person_once_since_nobody_is_in_two_at_a_time() -> None:
    assert follow(*TWICE).minimum(LAST, replace(HELD, counts=Unit.CASES)).value == 1
