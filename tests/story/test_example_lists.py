"""The lists of the example: which are editions of one, what changed, and who they say is who."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atleast.case.register import Register, register_of
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.person.candidates import contradict
from atleast.person.editions import Change, list_changes
from atleast.person.lists import lists
from tests.support.dossiers import SOURCES

TRUTH: dict[str, Any] = json.loads((SOURCES.parent / "truth.json").read_text(encoding="utf-8"))
REGISTER = "24-lampada-register-2031-05-15.csv"


@pytest.fixture(scope="module")
def example(finished: Path) -> Iterator[Dossier]:
    with open_dossier(finished) as opened:
        yield opened


@pytest.fixture(scope="module")
def register(example: Dossier) -> Register:
    return register_of(example)


def names_of(identity: str, source: str) -> list[str]:
    """The spellings of a person in a source."""
    person = next(each for each in TRUTH["persons"] if each["id"] == identity)
    return [name for name, sources in person["names"].items() if source in sources]


def test_three_lists_are_held_one_of_them_in_two_editions(example: Dossier) -> None:
    held = {each.name: [edition.source.name for edition in each.editions] for each in lists(example)}
    assert sorted(held.values()) == [
        ["07-committee-of-families-list.pdf"],
        ["23-verasen-list-march.xlsx", "06-verasen-list.xlsx"],
        [REGISTER],
    ]


def test_every_cell_of_the_lists_makes_sense(example: Dossier) -> None:
    assert [one.problem for each in lists(example) for edition in each.editions for one in edition.problems] == []
    columns = [column for each in lists(example) for edition in each.editions for column in edition.columns]
    assert [named for named, taken_for in columns if taken_for is None] == []


def test_who_is_gone_from_a_list_is_told_and_nothing_ends_by_it(example: Dossier, register: Register) -> None:
    (change,) = list_changes(example)
    gone = [row.name for row in change.rows if row.change is Change.GONE]
    assert gone == [
        name for row in TRUTH["gone_from_a_list"] for name in names_of(row["person"], change.earlier.source.name)
    ]
    ends = {"release", "pardon", "death_in_custody", "exile", "deportation"}
    steps = [step for case in register.cases if case.person.name in gone for step in case.steps]
    assert steps
    assert not [step for step in steps if step.type in ends]


def test_a_person_who_stands_in_a_list_twice_is_not_told_apart_by_guessing(example: Dossier) -> None:
    (change,) = list_changes(example)
    unclear = {row.name for row in change.rows if row.change is Change.UNCLEAR}
    assert unclear == {name for row in TRUTH["false_rows"] for name in names_of(row["person"], row["file"])}


def test_namesakes_of_the_register_are_kept_apart_by_their_days_of_birth(register: Register) -> None:
    ((one, other),) = TRUTH["namesakes"]
    (name,) = set(names_of(one, REGISTER)) & set(names_of(other, REGISTER))
    bearers = [person for person in register.persons if person.name == name]
    born = {mention.facts.birth for person in bearers for mention in person.mentions}
    assert born == {each["born"] for each in TRUTH["persons"] if each["id"] in (one, other)}
    assert len(bearers) == 2
    assert contradict(*bearers)


def test_a_woman_under_two_family_names_is_a_question(register: Register) -> None:
    (identity,) = TRUTH["two_surnames"]
    spellings = set(next(each["names"] for each in TRUTH["persons"] if each["id"] == identity))
    keys = {person.key for person in register.persons if spellings & set(person.names)}
    assert len(keys) == 2
    assert keys in [{pair.first, pair.second} for pair in register.pairs]
