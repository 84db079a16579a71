from __future__ import annotations

import pytest

from atleast.model.words import Certainty, EventType
from tests.support.english import read, speakers, told

ARREST = EventType.ARREST


@pytest.mark.parametrize(
    "text",
    [
        "Alena Marozava said that Vasil Korin had been arrested.",
        "Vasil Korin had been arrested, Alena Marozava said on Monday.",
        "Vasil Korin had been arrested, said Alena Marozava.",
        "Vasil Korin, Alena Marozava said, had been arrested.",
        "According to Alena Marozava, Vasil Korin had been arrested.",
        "Vasil Korin had been arrested, according to Alena Marozava.",
        "As Alena Marozava put it, Vasil Korin was arrested.",
        '"Vasil Korin was arrested at night," Alena Marozava told reporters.',
        '"Vasil Korin was arrested at night," said Alena Marozava.',
        'Alena Marozava: "Vasil Korin was arrested at night."',
        'Alena Marozava went on: "Vasil Korin was arrested at night."',
        "In the words of Alena Marozava, they arrested Vasil Korin for nothing.",
        "Alena Marozava posted that Vasil Korin had been arrested.",
        "Vasil Korin was arrested, as confirmed by Alena Marozava.",
    ],
)
def test_who_says_it_is_in_the_chain(text: str) -> None:
    assert speakers(told(text, ARREST)) == ["Alena Marozava"]


@pytest.mark.parametrize(
    "text",
    [
        "Alena Marozava said on Monday. Vasil Korin was arrested on Tuesday.",
        "Vasil Korin was arrested after Alena Marozava had said goodbye.",
    ],
)
def test_what_is_not_said_is_not_attributed(text: str) -> None:
    assert speakers(told(text, ARREST)) == []
    assert told(text, ARREST).certainty is Certainty.ASSERTED


def test_every_sentence_of_a_quotation_has_its_speaker() -> None:
    text = '"They came at night. They arrested Vasil Korin. Nobody knows why," Alena Marozava said.'
    assert speakers(told(text, ARREST)) == ["Alena Marozava"]


def test_a_quotation_beside_another_has_the_same_speaker() -> None:
    text = '"They came at night," Alena Marozava said. "They arrested Vasil Korin at his home."'
    assert speakers(told(text, ARREST)) == ["Alena Marozava"]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = 'Alena Marozava said: "They came at night and broke the door.\n"They arrested Vasil Korin at his home."'
    assert speakers(told(text, ARREST)) == ["Alena Marozava"]


def test_a_pronoun_that_speaks_is_resolved() -> None:
    text = 'Alena Marozava is his lawyer. "Vasil Korin was arrested at night," she said.'
    assert speakers(told(text, ARREST)) == ["Alena Marozava"]


def test_a_report_is_an_origin_with_who_made_it() -> None:
    text = "According to a report prepared by Professor Alena Marozava, Vasil Korin was arrested."
    chain = told(text, ARREST).chain
    assert [(link.role.value, link.name) for link in chain] == [("outlet", "Tarsk Daily"), ("origin", "a report")]
    assert chain[1].description == "prepared by Professor Alena Marozava"


def test_the_chain_runs_from_the_outer_to_the_inner_voice() -> None:
    text = "The league says that Alena Marozava claims that Vasil Korin was arrested."
    assert speakers(told(text, ARREST)) == ["The league", "Alena Marozava"]


def test_a_speaker_is_described_as_the_text_calls_them() -> None:
    text = "The envoy to the league said little on Monday. Vasil Korin was arrested, envoy Alena Marozava said."
    assert told(text, ARREST).chain[1].description == "envoy to the league"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Vasil Korin was arrested.", Certainty.ASSERTED),
        ("The league said that Vasil Korin was arrested.", Certainty.ATTRIBUTED),
        ("Vasil Korin was reportedly arrested.", Certainty.REPORTED),
        ("Vasil Korin is said to have been arrested.", Certainty.REPORTED),
        ("It is reported that Vasil Korin was arrested.", Certainty.REPORTED),
        ("Anecdotal reporting suggests that readers are arrested.", Certainty.ANECDOTAL),
        ("Vasil Korin was allegedly arrested.", Certainty.ALLEGED),
        ("His wife claims that Vasil Korin was arrested.", Certainty.ALLEGED),
        ("Vasil Korin was probably arrested.", Certainty.HYPOTHETICAL),
    ],
)
def test_the_weakest_word_says_how_sure_it_is(text: str, certainty: Certainty) -> None:
    assert told(text, ARREST).certainty is certainty


def test_nobody_who_speaks_is_lost() -> None:
    (statement,) = read('"The weather in the valley is lovely at this time," Alena Marozava said.')
    assert speakers(statement) == ["Alena Marozava"]


def test_adding_to_a_list_is_no_speech() -> None:
    text = "On Monday the Council added Vasil Korin to its sanctions list."
    assert speakers(told(text, EventType.SANCTION)) == []
