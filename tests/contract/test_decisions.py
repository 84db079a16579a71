"""The contract of decisions: rows that are added, never changed, and taken back by other rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from atleast.dossier import decisions
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.dossier.verifying import verify
from atleast.errors import UsageError
from atleast.model.person import Decision
from atleast.model.words import Check, Judgement
from tests.support.tampering import failed, sql

SAME = Decision("a", "b", Judgement.SAME, "A. Reviewer", "2031-05-12T09:30:00Z", "one birth date", ("st1", "a letter"))


def put(dossier: Dossier, *several: Decision) -> list[int]:
    numbers = []
    for decision in several:
        with dossier.write() as tx:
            numbers.append(decisions.put(tx, decision))
    return numbers


def decided(dossier: Dossier) -> dict[int, Decision]:
    with dossier.read() as connection:
        return decisions.all_decisions(connection)


def test_what_was_decided_comes_out_as_it_was_in_order(dossier: Dossier) -> None:
    other = replace(SAME, first="b", second="c", judgement=Judgement.NOT_ENOUGH, why="", evidence=())
    assert put(dossier, SAME, other) == [1, 2]
    assert decided(dossier) == {1: SAME, 2: other}


def test_the_last_decision_about_a_pair_holds_until_it_is_taken_back(dossier: Dossier) -> None:
    later = replace(SAME, judgement=Judgement.DIFFERENT)
    put(dossier, SAME, later)
    assert decisions.standing(decided(dossier)) == {("a", "b"): (2, later)}
    put(dossier, replace(later, takes_back=2))
    assert decisions.standing(decided(dossier)) == {("a", "b"): (1, SAME)}
    put(dossier, replace(SAME, takes_back=1))
    assert decisions.standing(decided(dossier)) == {}
    assert len(decided(dossier)) == 4


@pytest.mark.parametrize("number", [2, 7])
def test_only_a_decision_that_stands_can_be_taken_back(number: int, dossier: Dossier) -> None:
    put(dossier, SAME, replace(SAME, takes_back=1))
    for unknown in (1, number):
        with pytest.raises(UsageError):
            put(dossier, replace(SAME, takes_back=unknown))
    assert len(decided(dossier)) == 2


def test_decisions_are_verified(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        put(dossier, SAME)
    with open_dossier(root) as dossier:
        assert verify(dossier).check is Check.PASSED


@pytest.mark.parametrize(
    "change",
    ["judgement = 'different'", "judgement = 'maybe'", "first = 'z'", "by = 'B'", "why = ''", "evidence = '[]'",
     "at = '2031-05-13T09:30:00Z'", "takes_back = 1", "number = 9"],
)  # fmt: skip
def test_an_altered_decision_is_found(change: str, root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        put(dossier, SAME)
    sql(root, f"update decision set {change}")  # noqa: S608 - our own words
    assert any("decision" in verdict.item for verdict in failed(root))


def test_a_decision_that_is_gone_is_found(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        put(dossier, SAME)
    sql(root, "delete from decision")
    assert [verdict.item for verdict in failed(root)] == ["decision 1"]
