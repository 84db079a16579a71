from __future__ import annotations

from atleast.model.statement import Event
from atleast.model.words import Certainty, EventType
from tests.support.english import read, speakers, told

INTERVIEW = """Vasil Korin was freed in April. He talked to the Tarsk Daily about the colony.
Q: When were you arrested?
A: I was arrested in May. My lawyer said that Ihar Dub had been beaten.
Q: Was Alena Marozava tortured?
A: I do not know."""

HEARING = """The trial of Vasil Korin went on before Judge Ihar Dub.
JUDGE DUB: Do you plead guilty?
VASIL KORIN: No. I was beaten at the station.
PROSECUTOR: Who was beaten?
VASIL KORIN: I was."""


def test_an_answer_is_said_by_whoever_is_interviewed() -> None:
    statement = told(INTERVIEW, EventType.ARREST)
    assert speakers(statement) == ["Vasil Korin"]
    assert statement.certainty is Certainty.ATTRIBUTED


def test_i_in_an_answer_is_whoever_answers() -> None:
    content = told(INTERVIEW, EventType.ARREST).content
    assert isinstance(content, Event)
    assert content.subject == ("Vasil Korin",)


def test_who_is_cited_in_an_answer_comes_behind_who_answers() -> None:
    assert speakers(told(INTERVIEW, EventType.ILL_TREATMENT)) == ["Vasil Korin", "My lawyer"]


def test_a_question_asserts_nothing() -> None:
    found = [one.content.type for one in read(INTERVIEW) if isinstance(one.content, Event)]
    assert EventType.TORTURE not in found


def test_a_label_in_capitals_is_the_person_whom_the_text_names() -> None:
    statement = told(HEARING, EventType.ILL_TREATMENT)
    assert speakers(statement) == ["Vasil Korin"]
    assert statement.chain[-1].description == "answering Ihar Dub"


def test_a_question_outside_of_turns_asserts_nothing_either() -> None:
    assert [one for one in read("Why was Vasil Korin arrested?") if isinstance(one.content, Event)] == []


def test_a_question_that_is_quoted_was_asked() -> None:
    (statement,) = read('"Why do they hate us?" Alena Marozava asked.')
    assert speakers(statement) == ["Alena Marozava"]


def test_a_letter_that_is_printed_is_its_writers() -> None:
    text = "We publish a letter by Vasil Korin from the colony.\nOn 3 May the guards beat Ihar Dub.\nI am well."
    assert speakers(told(text, EventType.ILL_TREATMENT)) == ["Vasil Korin"]
