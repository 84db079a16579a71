from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from atleast.case.register import register_from
from atleast.dossier.readings import Recorded
from atleast.figure.breakdown import Breakdown, By, break_down
from atleast.figure.fewest import alike
from atleast.figure.minimum import minimum
from atleast.model.words import Certainty, EventType, Ground
from tests.support.told import HELD, held, told

ARREST = EventType.ARREST
RECORD = [
    told(ARREST, "2031-02-07", "Pavel Ketlin", grounds=[Ground.READING, Ground.VOTING], article=["Art. 287, part 1"]),
    told(ARREST, "2031-02-20", "Irma Dolvich", grounds=[Ground.READING], place="Sarnik"),
    told(ARREST, "2031-03/2031-04", "Selma Corvane", article=["287(2)"], place="Brenava"),
]


def rows(by: By, record: Sequence[Recorded] = RECORD) -> Breakdown:
    register = register_from(held(record))
    counted = minimum(register.cases, HELD, date(2031, 6, 1), register.by_id, alike(register.pairs))
    return break_down(counted, by, register, HELD)


def fewest(found: Breakdown) -> dict[str, int]:
    return {row.value: row.fewest for row in found.rows}


def test_grounds_overlap_and_are_never_added_up() -> None:
    found = rows(By.GROUNDS)
    assert fewest(found) == {"reading": 2, "voting": 1}
    assert not found.adds_up
    assert "never added up" in found.remark
    assert len(found.untold) == 1


def test_articles_are_rows_by_their_numbers() -> None:
    assert fewest(rows(By.ARTICLE)) == {"287": 2}


@pytest.mark.parametrize(
    ("by", "expected", "untold"),
    [(By.MONTH, {"2031-02": 2}, 1), (By.PLACE, {"Sarnik": 1, "Brenava": 1}, 1), (By.SEX, {}, 3)],
)
def test_what_stands_in_one_row_a_name_adds_up_with_what_is_not_told(
    by: By, expected: dict[str, int], untold: int
) -> None:
    found = rows(by)
    assert (fewest(found), len(found.untold), found.adds_up) == (expected, untold, True)
    assert sum(len(row.cases) for row in found.rows) + untold == len(RECORD)


def test_who_is_told_of_in_two_places_takes_the_sum_away() -> None:
    second = told(ARREST, "2031-02-20", "Irma Dolvich", place="Brenava")
    found = rows(By.PLACE, [*RECORD, second])
    assert not found.adds_up
    assert fewest(found) == {"Brenava": 2, "Sarnik": 1}


def test_only_what_is_told_firmly_makes_a_row() -> None:
    weak = told(ARREST, "2031-02-07", "Pavel Ketlin", grounds=[Ground.RELIGION], certainty=Certainty.ALLEGED)
    assert "religion" not in fewest(rows(By.GROUNDS, [*RECORD, weak]))


def test_two_spellings_are_one_in_their_row() -> None:
    other = told(ARREST, "2031-02-20", "Ирма Долвич", grounds=[Ground.READING])
    found = rows(By.GROUNDS, [*RECORD, other])
    (reading,) = [row for row in found.rows if row.value == "reading"]
    assert (reading.fewest, len(reading.cases)) == (2, 3)
