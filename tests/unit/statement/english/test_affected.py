from __future__ import annotations

import pytest

from atleast.model.words import EventType
from tests.support.english import event

T = EventType


@pytest.mark.parametrize(
    ("text", "type", "subject"),
    [
        ("Police arrested Vasil Korin.", T.ARREST, "Vasil Korin"),
        ("Vasil Korin was arrested.", T.ARREST, "Vasil Korin"),
        ("Vasil Korin, arrested in May, is ill.", T.ARREST, "Vasil Korin"),
        ("The arrest of Vasil Korin was filmed.", T.ARREST, "Vasil Korin"),
        ("The court gave Vasil Korin ten years.", T.SENTENCE, "Vasil Korin"),
        ("Vasil Korin was given ten years.", T.SENTENCE, "Vasil Korin"),
        ("Vasil Korin received ten years in prison.", T.SENTENCE, "Vasil Korin"),
        ("Officers searched Vasil Korin's flat.", T.SEARCH, "Vasil Korin"),
        ("Investigators brought charges against Vasil Korin.", T.CHARGE, "Vasil Korin"),
        ("Guards subjected Vasil Korin to beatings.", T.ILL_TREATMENT, "Vasil Korin"),
        ("Vasil Korin suffered beatings in the colony.", T.ILL_TREATMENT, "Vasil Korin"),
        ("The guards failed to give Vasil Korin any medicine.", T.DENIAL_OF_MEDICAL_CARE, "Vasil Korin"),
        ("The guards were slow to take Vasil Korin to hospital.", T.DENIAL_OF_MEDICAL_CARE, "Vasil Korin"),
        ("There has been no news of Vasil Korin since March.", T.INCOMMUNICADO, "Vasil Korin"),
        ("The whereabouts of Vasil Korin are unknown.", T.INCOMMUNICADO, "Vasil Korin"),
        ("The Council imposed sanctions on Vasil Korin.", T.SANCTION, "Vasil Korin"),
        ("The status of political prisoner was given to Vasil Korin.", T.RECOGNITION, "Vasil Korin"),
        ("Alena Marozava presented her report in May.", T.REPORT, "Alena Marozava"),
        ("The report was presented by Alena Marozava in May.", T.REPORT, "Alena Marozava"),
        ("Thirty States invoked the mechanism.", T.INVOCATION, "Thirty States"),
        ("The mechanism was invoked by thirty States.", T.INVOCATION, "thirty States"),
        ("Alena Marozava called for his release.", T.CALL, "Alena Marozava"),
    ],
)
def test_whom_it_happens_to_or_who_acts(text: str, type: EventType, subject: str) -> None:  # noqa: A002
    assert event(text, type).subject == (subject,)


def test_companions_share_what_happens() -> None:
    told = event("Together with Vasil Korin the court sentenced Alena Marozava to ten years.", T.SENTENCE)
    assert set(told.subject) == {"Vasil Korin", "Alena Marozava"}


def test_who_does_it_is_the_authority() -> None:
    assert event("The court in Tarsk sentenced Vasil Korin to ten years.", T.SENTENCE).authority == "The court in Tarsk"
    assert event("Vasil Korin was arrested by masked men.", T.ARREST).authority == "masked men"
    assert event("Vasil Korin fled the country.", T.EXILE).authority is None


@pytest.mark.parametrize(
    "text", ["Police seized two printers.", "They detained the cargo at the border.", "The blow killed the engine."]
)
def test_things_are_not_arrested_or_killed(text: str) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        event(text, T.ARREST)
    with pytest.raises(ValueError, match="not enough values"):
        event(text, T.KILLING)
