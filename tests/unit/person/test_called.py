from __future__ import annotations

import pytest

from atleast.errors import NothingByThatName
from atleast.model.person import Person
from atleast.person.called import called

PEOPLE = [
    Person("pavel-ketlin-1a", "Pavel Ketlin", ("Pavel Ketlin",), ()),
    Person("pavel-ketlin-2b", "Pavel Ketlin", ("Pavel Ketlin",), ()),
    Person("zoya-arko", "Zoya Arko", ("Zoja Arko", "Zoya Arko"), ()),
]


@pytest.mark.parametrize("asked", ["zoya-arko", "ZOYA ARKO", "Zoja Arko", "arko"])
def test_a_key_a_spelling_or_a_part_of_a_name_finds_one(asked: str) -> None:
    assert called(PEOPLE, asked) is PEOPLE[2]


def test_who_shares_a_name_is_found_by_key_and_the_message_says_which_keys() -> None:
    assert called(PEOPLE, "pavel-ketlin-2b") is PEOPLE[1]
    with pytest.raises(NothingByThatName) as raised:
        called(PEOPLE, "Pavel Ketlin")
    assert "pavel-ketlin-1a, pavel-ketlin-2b" in raised.value.remedy


def test_what_is_near_is_named() -> None:
    with pytest.raises(NothingByThatName) as raised:
        called(PEOPLE, "Zoya Erko")
    assert "Zoya Arko" in raised.value.remedy
