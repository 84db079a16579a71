from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from atleast.case.register import Register, register_of
from atleast.dossier.dossier import open_dossier
from atleast.model.source import Credit
from tests.support.records import empty_dossier, put_source, small_dossier


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with open_dossier(small_dossier(tmp_path_factory.mktemp("register") / "dossier")) as opened:
        yield register_of(opened)


def test_everything_on_record_is_in_the_register(register: Register) -> None:
    assert [source.name for source in register.sources][:3] == ["wire/court.txt", "verasen/умер.txt", "ministry.txt"]
    assert [name for _, name in register.also_named] == ["copy of all.zip"]
    assert register.missed == (("secret.txt", "No permission to read it."),)
    assert len(register.readings) == 5
    assert set(register.by_id) == {one.id for one in register.record}


def test_cases_follow_the_persons_and_lead_to_the_record(register: Register) -> None:
    assert [person.key for person in register.persons] == sorted(person.key for person in register.persons)
    assert {case.person.key for case in register.cases} <= {person.key for person in register.persons}
    steps = [step for case in register.cases for step in case.steps]
    assert all(identity in register.by_id for step in steps for identity in step.statements)
    (denied,) = [case for case in register.cases if case.denials]
    assert denied.person.name == "Nikolai Stravin"


def test_the_last_day_is_the_latest_that_a_source_claims(register: Register) -> None:
    assert register.last_day() == date(2031, 5, 20)


def test_a_claimed_date_that_is_none_is_passed_over(tmp_path: Path) -> None:
    """What a page claims in its head is a stranger's word."""
    with open_dossier(empty_dossier(tmp_path / "dossier"), write=True) as opened:
        put_source(opened, "a.txt", "Text.", credit=Credit(date="31 February", language="en"))
        register = register_of(opened)
    assert list(register.dates.values()) == [None]
    assert register.last_day() is None


def test_the_register_of_the_same_record_is_the_same(tmp_path: Path) -> None:
    with open_dossier(small_dossier(tmp_path / "dossier")) as opened:
        assert register_of(opened) == register_of(opened)
