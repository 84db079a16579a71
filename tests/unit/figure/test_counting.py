from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from atleast.case.register import Register, register_of
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.dossier.mandate import Mandate, parse_mandate
from atleast.errors import MandateError, UsageError
from atleast.figure.counting import count, count_in
from tests.support.records import MANDATE, empty_dossier, small_dossier


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with open_dossier(small_dossier(tmp_path_factory.mktemp("counting") / "dossier")) as opened:
        yield opened


@pytest.fixture(scope="module")
def register(dossier: Dossier) -> Register:
    return register_of(dossier)


def mandate(days: str = "[]") -> Mandate:
    return parse_mandate(MANDATE + f"days = {days}\n[rules.sentenced]\nstarts = ['sentence']\n")


def test_the_day_is_the_last_that_the_sources_know(dossier: Dossier) -> None:
    assert count(dossier).day == date(2031, 5, 20)
    assert count(dossier).rule == "held"


def test_the_mandates_day_comes_before_the_sources_and_the_askers_before_both(register: Register) -> None:
    assert count_in(register, mandate("['2031-03-01', '2031-04-01']")).day == date(2031, 3, 1)
    assert count_in(register, mandate("['2031-03-01']"), day=date(2031, 2, 1)).day == date(2031, 2, 1)


def test_a_rule_may_be_named(register: Register) -> None:
    counted = count_in(register, mandate(), "sentenced", date(2031, 5, 20))
    assert [member.person for member in (*counted.members, *counted.possible)] == ["Irma Dolvich", "Ирма Долвич"]
    with pytest.raises(MandateError, match="no rule named 'none'"):
        count_in(register, mandate(), "none")


def test_without_any_date_a_day_is_asked_for(tmp_path: Path) -> None:
    with open_dossier(empty_dossier(tmp_path / "dossier")) as opened:
        with pytest.raises(UsageError) as caught:
            count(opened)
        assert "--as-of" in caught.value.remedy
        assert count(opened, day=date(2031, 5, 1)).value == 0


def test_a_possible_release_takes_from_the_minimum(dossier: Dossier) -> None:
    """The ministry says in April that somebody "may be released in June": on the first of June it may be so."""
    assert "Irma Dolvich" in {member.person for member in count(dossier, day=date(2031, 5, 31)).members}
    assert "Irma Dolvich" in {member.person for member in count(dossier, day=date(2031, 6, 1)).possible}
    assert "Irma Dolvich" in {member.person for member in count(dossier, day=date(2031, 8, 1)).possible}
