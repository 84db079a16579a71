"""What was known of the example on three days, who is only just in or out, and lives with a second case or two versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from atleast.case.register import Register, register_of
from atleast.case.versions import occurrences
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.dossier.versions import What
from atleast.figure.counting import count, count_in
from atleast.figure.minimum import minimum
from atleast.model.edtf import Days, days_of
from atleast.model.words import EventType
from tests.support.dossiers import SOURCES

TRUTH: dict[str, Any] = json.loads((SOURCES.parent / "truth.json").read_text(encoding="utf-8"))
PERSONS: list[dict[str, Any]] = TRUTH["persons"]
KNOWN: dict[str, dict[str, list[str]]] = TRUTH["held_as_known"]
STARTS = {"arrest", "sentence", "transfer", "solitary_confinement"}
ENDS = {"release", "pardon", "death_in_custody"}
LAST = date(2031, 6, 1)


@pytest.fixture(scope="module")
def example(finished: Path) -> Iterator[Dossier]:
    with open_dossier(finished) as opened:
        yield opened


@pytest.fixture(scope="module")
def register(example: Dossier) -> Register:
    return register_of(example)


def names_of(person: str) -> set[str]:
    return {name for each in PERSONS if each["id"] == person for name in each["names"]}


def told(sources: list[str], known_by: date) -> list[date]:
    """The days on which those of the sources came out that had by then."""
    dates = (TRUTH["sources"][source]["date"] for source in sources)
    days = (days_of(edtf).latest for edtf in dates if edtf)
    return sorted(day for day in days if day and day <= known_by)


def starts(person: dict[str, Any], known_by: date) -> list[Days]:
    """When the person may have been taken, as told by then; without a date, up to the day on which it was told."""
    found = []
    for event in person["events"]:
        if event["type"] in STARTS:
            if told(event["sources"], known_by) and event["date"]:
                found.append(days_of(event["date"]))
            undated = event.get("undated_in", []) + ([] if event["date"] else event["sources"])
            found += [Days(None, day) for day in told(undated, known_by)[:1]]
    return found


def ends(person: dict[str, Any], known_by: date) -> list[date]:
    """The first days of what may have ended it, as told by then and not taken back; and of short terms that may be over."""
    found = []
    for event in person["events"]:
        taken_back = told([event["taken_back_in"]], known_by) if "taken_back_in" in event else []
        if event["type"] in ENDS and told(event["sources"], known_by) and not taken_back:
            found.append(days_of(event["date"]).earliest)
        if event.get("penalty") == "15 days" and told(event["sources"], known_by):
            begun = [start.latest for start in starts(person, known_by)[:1] if start.latest]
            found += [start + timedelta(days=14) for start in begun]
    return [day for day in found if day]


def is_held(person: dict[str, Any], day: date, known_by: date) -> bool:
    """Whether a careful reader says so: taken for certain, and after whatever may have ended it."""
    begun = [start.earliest or date.min for start in starts(person, known_by) if start.certainly_by(day)]
    over = [end for end in ends(person, known_by) if end <= day]
    return bool(begun) and (not over or max(begun) > max(over))


@pytest.mark.parametrize("known_by", KNOWN)
def test_who_was_held_as_known_then_follows_from_who_told_it_when(known_by: str) -> None:
    assert len(KNOWN) == 3
    assert len(KNOWN[known_by]) == 5
    for day, held in KNOWN[known_by].items():
        on, by = date.fromisoformat(day), date.fromisoformat(known_by)
        assert held == [each["id"] for each in PERSONS if is_held(each, on, by)], day


@pytest.mark.parametrize(("known_by", "day"), [(known_by, day) for known_by, days in KNOWN.items() for day in days])
def test_the_minimum_as_known_then_holds_and_says_something(example: Dossier, known_by: str, day: str) -> None:
    held = KNOWN[known_by][day]
    counted = count(example, day=date.fromisoformat(day), known_by=date.fromisoformat(known_by))
    assert 0.8 * len(held) - 1 <= counted.value <= len(held)


def test_who_is_only_just_in_and_only_just_out(example: Dossier, register: Register) -> None:
    counted = count_in(register, example.mandate, day=LAST)
    members = {member.person: member for member in counted.members}
    just_in = {person: names_of(person) & members.keys() for person in TRUTH["just_in"][LAST.isoformat()]}
    assert sum(map(bool, just_in.values())) >= 0.9 * len(just_in)
    assert all(members[name].tip for names in just_in.values() for name in names)
    nearly = {member.person for member in counted.just_out}
    assert set(TRUTH["just_out"][LAST.isoformat()].values()) <= nearly


def test_a_second_prosecution_is_a_second_case_and_counts_again(example: Dossier, register: Register) -> None:
    (person,) = TRUTH["second_prosecutions"]
    cases = [case for case in register.cases if case.person.name in names_of(person)]
    assert [case.id.rpartition("/")[2] for case in cases] == ["1", "2"]
    assert {step.type for step in cases[0].steps} == {EventType.ARREST, EventType.RELEASE}
    rule = example.mandate.rule(None)
    standing = [
        bool(minimum(cases, rule, day, register.by_id, {}).members)
        for day in (date(2031, 4, 9), date(2031, 5, 1), date(2031, 5, 30))
    ]
    assert standing == [True, False, True]


def test_rival_versions_stand_side_by_side(register: Register) -> None:
    wanted = {("charnalaz", What.PENALTY), ("dravnitsky", What.DATE)}
    found = {
        (person, detail.what)
        for person in ("charnalaz", "dravnitsky")
        for case in register.cases
        if case.person.name in names_of(person)
        for occurrence in occurrences(case, register.by_id)
        for detail in occurrence.rivals
    }
    assert wanted <= found


def test_a_release_that_was_taken_back_leaves_its_person_possible_and_the_denial_beside(
    example: Dossier, register: Register
) -> None:
    (person,) = [each["id"] for each in PERSONS for event in each["events"] if "taken_back_in" in event]
    cases = [case for case in register.cases if case.person.name in names_of(person)]
    assert any(case.denials for case in cases)
    counted = count_in(register, example.mandate, day=LAST)
    assert not {member.person for member in counted.members} & {"Iryna Kadzenskaya"}
    before = count(example, day=LAST, known_by=date(2031, 5, 20))
    assert {member.person for member in before.members} & names_of(person)
