from __future__ import annotations

import pytest

from atleast.model.words import EventType, Ground
from tests.support.english import event

T = EventType


def test_a_prison_and_the_place_behind_it() -> None:
    told = event("Vasil Korin died in a prison near Minsk.", T.DEATH_IN_CUSTODY)
    assert (told.facility, told.place) == ("a prison near Minsk", "Minsk")


def test_the_place_of_the_court_is_the_place() -> None:
    assert event("A court in Minsk sentenced Vasil Korin to ten years.", T.SENTENCE).place == "Minsk"


def test_a_place_that_something_else_is_in_is_not_its_place() -> None:
    text = "The envoy urged the States to act amid a report on the crackdown in Belarus."
    assert event(text, T.CALL).place is None


def test_penalty_and_articles() -> None:
    told = event("Vasil Korin was sentenced under Article 130 of the Criminal Code to 10 years in prison.", T.SENTENCE)
    assert told.article == ("Article 130 of the Criminal Code",)
    assert told.penalty is not None
    assert told.penalty.startswith("10 years")


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("Vasil Korin was arrested for a post on social media.", (Ground.EXPRESSION_ONLINE,)),
        ("Vasil Korin was arrested for reading a banned site.", (Ground.READING,)),
        ("Vasil Korin was accused of publishing a cartoon on social media.", (Ground.EXPRESSION_ONLINE,)),
        ("Vasil Korin was charged with insulting the president.", (Ground.EXPRESSION,)),
        ("Vasil Korin was jailed for taking part in a protest.", (Ground.ASSEMBLY,)),
        ("Vasil Korin was arrested at a bus stop with a book.", ()),
        ("Vasil Korin was arrested on Monday, his lawyer, a journalist, said.", ()),
    ],
)
def test_grounds_are_what_the_reason_names(text: str, grounds: tuple[Ground, ...]) -> None:
    told = event(text, T.CHARGE if "accused" in text or "charged" in text else T.ARREST)
    assert told.grounds == grounds
