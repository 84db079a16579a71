from __future__ import annotations

import pytest

from tests.support.english import events


@pytest.mark.parametrize(
    "text",
    [
        "A person who deletes the page is released from liability.",
        "Anyone who is arrested has the right to a lawyer.",
        "The law concerns the number of people who have fled the country.",
        "Those designated are subject to a freeze.",
    ],
)
def test_what_befalls_anybody_has_befallen_nobody(text: str) -> None:
    assert events(text) == []


def test_those_whose_release_is_demanded_tell_of_no_arrest() -> None:
    for text in (
        "We call on the authorities to free all who are imprisoned.",
        "The league demanded the release of all those arrested.",
    ):
        assert [one.type.value for one in events(text)] == ["call"]


def test_somebody_is_no_anybody() -> None:
    assert [one.type.value for one in events("A man who was arrested in May is ill.")] == ["arrest"]
    assert [one.type.value for one in events("Those released are Vasil Korin and Alena Marozava.")] == ["release"]
