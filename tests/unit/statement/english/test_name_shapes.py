from __future__ import annotations

import pytest

from atleast.statement.english.names import names_of
from tests.support.english import page


def persons(text: str) -> set[str]:
    return {mention.person.name for mentions in names_of(page(text)).mentions for mention in mentions}


@pytest.mark.parametrize(
    "text",
    [
        "They took Mr. Azat Nurbey away.",
        "The lawyer Azat Nurbey was there.",
        "Azat Nurbey, 34, was there.",
        "Azat Nurbey, a former teacher, was there.",
        "Azat Nurbey, who fled, was there.",
        "Vasil Korin, Azat Nurbey and Alena Marozava were there.",
        "Then Azat Nurbekova came.",
    ],
)
def test_what_stands_around_a_name_tells_that_it_is_a_persons(text: str) -> None:
    assert {"Azat Nurbey", "Azat Nurbekova"} & persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Tarsk Court, a tribunal, sat in May.",
        "He was held at Old Harbour, 34 miles away.",
        "The Lamp Movement, a religious group, was banned.",
        "Vasil Korin and the Tarsk Union were there.",
    ],
)
def test_courts_places_and_bodies_are_no_persons(text: str) -> None:
    assert persons(text) <= {"Vasil Korin"}
