from __future__ import annotations

from datetime import date

import pytest

from atleast.engine.counting import FAR_AHEAD, LONG_AGO, Counter, Fact, Role, Tally

DAY = date(2031, 5, 1)
AT = DAY.toordinal()


def counter(*facts: Fact) -> Counter:
    made = Counter(threads=1, memory=1 << 28)
    made.add(facts)
    return made


def start(person: int = 1, first: int = AT, last: int = AT, known: int = LONG_AGO, *, firm: bool = True) -> Fact:
    return Fact(person, Role.START, 0, first, last, firm, known)


def end(person: int = 1, first: int = AT, last: int = AT, role: Role = Role.END, *, firm: bool = True) -> Fact:
    return Fact(person, role, 7, first, last, firm)


@pytest.mark.parametrize(
    ("facts", "tally"),
    [
        ([], Tally(0, 0)),
        ([start()], Tally(1, 1)),
        ([start(first=AT + 1, last=AT + 1)], Tally(0, 0)),
        ([start(first=LONG_AGO, last=FAR_AHEAD)], Tally(0, 1)),
        ([start(firm=False)], Tally(0, 0)),
        ([start(), start(2), end(2)], Tally(1, 1)),
        ([start(), end(first=AT - 9, last=AT + 9)], Tally(0, 1)),
        ([start(), end(firm=False)], Tally(0, 1)),
        ([start(), end(first=AT - 9, last=AT - 9)], Tally(1, 1)),
        ([start(), end(first=AT - 9, last=AT - 9, role=Role.FINAL)], Tally(0, 0)),
    ],
)
def test_who_is_in_on_a_day(facts: list[Fact], tally: Tally) -> None:
    made = counter(*facts)
    assert made.on(DAY) == tally
    assert made.series([DAY]) == [tally]


def test_nothing_counts_before_it_is_known() -> None:
    made = counter(start(known=AT + 5))
    assert made.on(DAY, date.fromordinal(AT + 4)) == Tally(0, 0)
    assert made.on(DAY, date.fromordinal(AT + 5)) == Tally(1, 1)
    assert made.series_then([DAY, date.fromordinal(AT + 5)]) == [0, 1]


def test_what_is_added_counts_from_the_next_question_on() -> None:
    made = counter(start())
    assert made.certain_on(DAY) == [1]
    made.add([start(2), end(1)])
    assert made.certain_on(DAY) == [2]
