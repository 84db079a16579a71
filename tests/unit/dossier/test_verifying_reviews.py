"""Whatever is altered in what people said of statements, verification finds it and names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.dossier import open_dossier
from atleast.model.words import Check
from atleast.statement.reviewing import confirm, reject
from tests.support.tampering import checked, failed, one, sql


@pytest.fixture
def reviewed(full: Path) -> Path:
    first = one(full, "select min(id) from statement")
    last = one(full, "select max(id) from statement")
    with open_dossier(full, write=True) as opened:
        confirm(opened, [first], by="N. Reader")
        reject(opened, [last], by="N. Reader", why="another person")
    return full


def test_reviews_pass_as_they_were_entered(reviewed: Path) -> None:
    assert checked(reviewed).check is Check.PASSED


@pytest.mark.parametrize(
    "change",
    [
        "verdict = 'rejected'", "verdict = 'nonsense'", "by = 'M. Other'", "why = 'no reason'", "at = '2001-01-01T00:00:00Z'",
        "statement = 'ffff'", "start = start + 1", "type = 'search'", "entry = entry + 1",
    ],
)  # fmt: skip
def test_a_review_that_was_altered(change: str, reviewed: Path) -> None:
    sql(reviewed, f"update review set {change} where number = 1")  # noqa: S608 - our own words
    assert any(verdict.item.startswith("review 1 of statement ") for verdict in failed(reviewed))


def test_a_review_that_is_gone(reviewed: Path) -> None:
    sql(reviewed, "delete from review where number = 2")
    assert [verdict.item for verdict in failed(reviewed)] == ["review 2"]


def test_a_review_that_nobody_made(reviewed: Path) -> None:
    columns = "statement, source, kind, type, start, end, verdict, by, at, why, entry"
    sql(reviewed, f"insert into review (number, {columns}) select 3, {columns} from review where number = 1")  # noqa: S608
    assert [verdict.item.partition(" of ")[0] for verdict in failed(reviewed)] == ["review 3"]
