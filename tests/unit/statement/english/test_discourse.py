from __future__ import annotations

from atleast.model.words import EventType
from tests.support.english import event, events, read, speakers, told


def test_a_person_without_a_name_is_taken_up_by_the_pronoun_that_suits() -> None:
    text = 'Alena Marozava was jailed. Her mother was let in. "They kept her in custody for nine days," she told the paper.'
    assert speakers(next(one for one in read(text) if "custody" in one.quote)) == ["Her mother"]


def test_a_pronoun_that_does_not_suit_goes_past_a_person_without_a_name() -> None:
    text = "Vasil Korin is an editor. His wife saw it. He was arrested on Monday."
    assert event(text, EventType.ARREST).subject == ("Vasil Korin",)


def test_a_name_in_a_quotation_does_not_speak_it() -> None:
    text = (
        'Envoy Alena Marozava took the floor. "A teacher, Volha Bely, was arrested in March," she told the delegates.'
    )
    assert speakers(told(text, EventType.ARREST)) == ["Alena Marozava"]


def test_a_pronoun_is_not_the_name_behind_it() -> None:
    text = "Vasil Korin died in the colony. He was never refused medical care, Ihar Bely said."
    assert event(text, EventType.DENIAL_OF_MEDICAL_CARE).subject == ("Vasil Korin",)


def test_brothers_share_a_surname() -> None:
    assert event("Brothers Andrei and Pavel Korin were arrested.", EventType.ARREST).persons == (
        "Andrei Korin",
        "Pavel Korin",
    )


def test_it_is_the_body_that_spoke() -> None:
    text = "The league published a list. It said that Vasil Korin had been arrested."
    assert speakers(told(text, EventType.ARREST)) == ["The league"]


def test_a_search_of_the_flat_is_that_of_whom_the_paragraph_tells() -> None:
    text = "Vasil Korin was arrested on Monday. Officers searched the flat for six hours."
    assert event(text, EventType.SEARCH).subject == ("Vasil Korin",)


def test_a_date_heads_a_paragraph() -> None:
    text = "**5 May.** A court in the capital fined Vasil Korin."
    date = event(text, EventType.FINE).date
    assert date is not None
    assert date.edtf == "2023-05-05"
    assert [one.date for one in events("5 May. A fine day. The court fined Vasil Korin.", EventType.FINE)] == [None]


def test_each_statement_says_by_which_rule() -> None:
    assert [statement.rule for statement in read("Police arrested Vasil Korin.")] == ["arrest: arrest"]
    assert [statement.reader for statement in read("Police arrested Vasil Korin.")] == ["english 2"]
