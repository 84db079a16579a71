from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.errors import NothingByThatName, UsageError
from atleast.model.person import Mention, Person
from atleast.model.words import Judgement
from atleast.person.deciding import anchor, decide, decided, mention_called, take_back


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return open_dossier(new_dossier(tmp_path / "dossier"), write=True)


def test_a_decision_keeps_who_and_why_and_can_be_taken_back(dossier: Dossier) -> None:
    with dossier:
        number = decide(dossier, "b", "a", Judgement.SAME, by=" A. Reviewer ", why=" one birth date ")
        back = take_back(dossier, number, by="B. Reviewer", why="it was a slip")
        rows = decided(dossier)
    assert (rows[number].first, rows[number].second, rows[number].by) == ("a", "b", "A. Reviewer")
    assert rows[number].why == "one birth date"
    assert (rows[back].takes_back, rows[back].by, rows[back].why) == (number, "B. Reviewer", "it was a slip")


def test_nobody_decides_nameless_or_about_one_mention_alone(dossier: Dossier) -> None:
    with dossier:
        for first, second, by in (("a", "b", " "), ("a", "a", "A. Reviewer")):
            with pytest.raises(UsageError):
                decide(dossier, first, second, Judgement.SAME, by=by)
        with pytest.raises(UsageError):
            take_back(dossier, 1, by="A. Reviewer")
        assert not decided(dossier)


def test_a_decision_hangs_on_the_row_of_a_list_with_ids_if_there_is_one() -> None:
    prose, row = Mention("0/x", "X", ("X",), "0", ()), Mention("list#7", "X", ("X",), "1", (), "list", 3, "7")
    person = Person("x", "X", ("X",), (), (prose, row))
    assert anchor(person) is row
    assert mention_called([person], "0/x") is prose
    assert mention_called([person], "X") is row
    with pytest.raises(NothingByThatName):
        mention_called([person], "Y")
