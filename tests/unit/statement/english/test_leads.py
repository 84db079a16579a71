from __future__ import annotations

from atleast.model.words import EventType
from tests.support.english import events

NAMED = "Alena Marozava, 46, was convicted of treason."


def test_a_lead_without_a_name_is_about_whom_the_next_sentence_names() -> None:
    for lead in (
        "A court in Tarsk jailed the editor of a newspaper for seven years.",
        "A journalist was sentenced to seven years in prison.",
    ):
        assert [one.persons for one in events(f"{lead}\n{NAMED}", EventType.SENTENCE)] == [("Alena Marozava",)] * 2


def test_somebody_named_before_is_somebody_else() -> None:
    text = f"Alena Marozava spoke on Monday. The editor of a newspaper was sentenced to seven years in prison.\n{NAMED}"
    assert events(text, EventType.SENTENCE)[0].persons == ()


def test_an_event_of_another_case_names_nobody() -> None:
    text = "A journalist was sentenced to seven years in prison.\nAlena Marozava, 46, was fired."
    assert events(text, EventType.SENTENCE)[0].persons == ()
