from __future__ import annotations

from datetime import date

from atleast.case.building import cases
from atleast.case.register import Register
from atleast.dossier.readings import Recorded
from atleast.figure.undecided import Undecided, undecided
from atleast.model.words import EventType
from atleast.person.candidates import candidates
from atleast.person.matching import match
from tests.support.told import HELD, WIRE, told

ARREST, RELEASE = EventType.ARREST, EventType.RELEASE
DAY = date(2031, 6, 1)


def asked(*record: Recorded) -> Undecided:
    dates = {WIRE.sha256: WIRE.date}
    persons = match(record).persons
    register = Register(
        (), (), (), (), (), record, {one.id: one for one in record}, dates, persons,
        tuple(cases(persons, record, dates)), tuple(candidates(persons)),
    )  # fmt: skip
    return undecided(register, HELD, DAY)


def arrested(*names: str) -> list[Recorded]:
    return [told(ARREST, f"2031-02-{day:02}", name) for day, name in enumerate(names, start=1)]


def test_a_pair_that_both_count_is_worth_one_either_way() -> None:
    found = asked(*arrested("Natallia Brukava", "Natalia Brukova", "Pavel Ketlin"))
    assert (found.fewest, found.most) == (2, 3)
    (question,) = found.questions
    assert (question.if_different, question.if_same) == (1, 1)
    assert (found.decisions_until(), found.decisions_until(1)) == (1, 0)


def test_a_release_under_another_spelling_is_worth_deciding() -> None:
    found = asked(*arrested("Natallia Brukava"), told(RELEASE, "2031-03-01", "Natalia Brukova"))
    assert (found.fewest, found.most) == (0, 1)
    (question,) = found.questions
    assert (question.if_different, question.if_same) == (1, 1)


def test_what_cannot_move_the_count_comes_last() -> None:
    quiet = [told(EventType.SEARCH, "2031-02-01", name) for name in ("Zoya Arko", "Zoja Arko")]
    found = asked(*arrested("Natallia Brukava", "Natalia Brukova"), *quiet)
    assert [question.tells for question in found.questions] == [2, 0]
    assert found.decisions_until() == 1


def test_groups_that_cost_least_are_decided_first() -> None:
    three = arrested("Natallia Brukava", "Natalia Brukova", "Наталля Брукава")
    two = arrested("Zoya Arko", "Zoja Arko")
    found = asked(*three, *two)
    assert (found.fewest, found.most) == (2, 5)
    assert found.decisions_until(2) == 1
    assert found.decisions_until() == 4
