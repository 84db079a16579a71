from __future__ import annotations

import pytest

from atleast.model.words import EventType, Polarity
from tests.support.english import events, told


@pytest.mark.parametrize(
    "text",
    [
        "Police may arrest Vasil Korin.",
        "Vasil Korin will be arrested.",
        "Vasil Korin could be arrested and jailed.",
        "If she returns, Alena Marozava will be arrested.",
        "Police threatened to arrest Vasil Korin.",
        "Vasil Korin fears that he will be arrested.",
        "They demanded that Vasil Korin be arrested.",
        "Vasil Korin lives under the threat of arrest.",
        "A warrant for the arrest of Vasil Korin was issued.",
        "The law allows the police to arrest anybody.",
        "He left without being arrested.",
        "Vasil Korin risks being arrested.",
        "Nobody has the right to arrest him, but police tried to arrest Vasil Korin.",
    ],
)
def test_what_may_be_is_wished_or_planned_is_no_arrest(text: str) -> None:
    assert events(text, EventType.ARREST) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("They called for the release of Vasil Korin.", EventType.RELEASE),
        ("They demand the release of Vasil Korin.", EventType.RELEASE),
        ("The trial of Vasil Korin will begin in June.", EventType.TRIAL),
        ("There was no trial.", EventType.TRIAL),
        ("Everybody has the right to a fair trial.", EventType.TRIAL),
        ("The ban on torture is absolute.", EventType.TORTURE),
    ],
)
def test_nouns_of_what_has_not_happened_tell_of_nothing(text: str, type: EventType) -> None:  # noqa: A002
    assert events(text, type) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("She was forced to leave the country.", EventType.EXILE),
        ("Police continue to arrest readers.", EventType.ARREST),
        ("Vasil Korin must serve ten years in prison.", EventType.SENTENCE),
        ("Not only are people arrested, they are beaten.", EventType.ARREST),
        ("He had been in custody for a year; Alena Marozava was tried in her absence.", EventType.ARREST),
        ("He was released after being held for a year.", EventType.RELEASE),
    ],
)
def test_what_was_is_told_in_other_forms_too(text: str, type: EventType) -> None:  # noqa: A002
    assert len(events(text, type)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Vasil Korin was not arrested.",
        "Vasil Korin was never arrested.",
        "According to the ministry, no activist was arrested.",
        "The ministry denies that Vasil Korin was arrested.",
    ],
)
def test_a_denial_is_kept_as_one(text: str) -> None:
    assert told(text, EventType.ARREST).polarity is Polarity.DENIED


def test_a_denial_that_is_denied_is_affirmed() -> None:
    text = "The ministry denies that Vasil Korin was not arrested."
    assert told(text, EventType.ARREST).polarity is Polarity.AFFIRMED


def test_refused_care_is_a_fact() -> None:
    assert (
        told("Vasil Korin did not receive any medical care.", EventType.DENIAL_OF_MEDICAL_CARE).polarity
        is Polarity.AFFIRMED
    )
