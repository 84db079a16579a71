from __future__ import annotations

import pytest

from atleast.model.words import EventType
from tests.support.english import events, read

T = EventType


def _types(text: str) -> list[EventType]:
    return [event.type for event in events(text)]


def test_coordinated_verbs_are_two_events() -> None:
    arrest, sentence = events("Vasil Korin was arrested and sentenced to ten years.")
    assert (arrest.type, sentence.type) == (T.ARREST, T.SENTENCE)
    assert arrest.subject == sentence.subject == ("Vasil Korin",)


def test_the_trigger_is_the_fewest_words_that_carry_it() -> None:
    for text, trigger in (
        ("Vasil Korin was arrested.", "arrested"),
        ("Vasil Korin was found guilty of treason.", "found guilty"),
        ("Vasil Korin stood trial in May.", "stood trial"),
        ("The verdict against Vasil Korin was read on Monday.", "verdict"),
    ):
        (statement,) = read(text)
        assert text[slice(*statement.trigger)] == trigger


@pytest.mark.parametrize(
    "text",
    [
        "Korin received a sentence of four years.",
        "Police carried out a search at the home of Vasil Korin.",
        "Vasil Korin took part in the protests.",
        "Alena Marozava's sentence was upheld in June.",
    ],
)
def test_a_noun_that_its_verb_tells_of_is_no_second_event(text: str) -> None:
    assert len(events(text)) == 1


def test_a_death_is_in_custody_only_where_the_text_ties_it_to_a_prison() -> None:
    assert _types("Vasil Korin died in the colony.") == [T.DEATH_IN_CUSTODY]
    assert _types("Vasil Korin died in May.") == []
    assert _types("Police killed Vasil Korin at the rally.")[0] is T.KILLING


def test_a_death_goes_on_being_one_in_custody() -> None:
    assert _types("Vasil Korin died in the colony on Monday. He died of pneumonia.") == [T.DEATH_IN_CUSTODY] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Officials are accused of human rights violations.",
        "Human rights groups, by name, accused nobody.",
        "The judge was asked whether he had slept.",
        "The prosecutor asked for ten years.",
        "The law demands a permit.",
        "May and March are months; in March it rains.",
        "The economy was hit by the sanctions war.",
        "The paper released a statement.",
    ],
)
def test_words_of_that_kind_that_tell_of_no_event(text: str) -> None:
    assert _types(text) == []


def test_bare_numbers_are_years_where_years_are_spoken_of() -> None:
    assert len(events("Vasil Korin received nine years and Alena Marozava received seven.", T.SENTENCE)) == 2
    assert events("Vasil Korin received seven.", T.SENTENCE) == []


def test_nouns_tell_of_events_where_such_are_documented() -> None:
    text = "The report documents arbitrary arrests, beatings of detainees and torture."
    assert _types(text) == [T.ARREST, T.ILL_TREATMENT, T.TORTURE]


def test_nouns_of_a_kind_tell_of_nothing() -> None:
    assert _types("A lawyer may attend a trial. Prison and torture are themes of his novel.") == []


def test_years_in_jail_are_no_arrest_beside_the_sentence() -> None:
    assert _types("Vasil Korin was sentenced to two years in jail.") == [T.SENTENCE]
    assert _types("Vasil Korin spent two years in detention.") == [T.ARREST]
