"""Every example of a lexicon of the English reader is read as its entry says."""

from __future__ import annotations

import pytest

from atleast.model.statement import Event, Position
from atleast.model.words import Certainty, EventType, Ground, Stance
from atleast.statement.english import affected, conditions, lexicons, nominal
from atleast.statement.english.saying import Manner
from atleast.statement.lexicon import Entry, load
from tests.support.english import page, read, speakers


def _entries(*names: str) -> list[object]:
    return [
        pytest.param(entry, id=f"{name}: {entry.words[0]}, {entry.value}")
        for name in names
        for entry in load("en", name)
    ]


@pytest.mark.parametrize("entry", _entries("event_verbs", "event_nouns"))
def test_the_example_of_an_event_tells_of_it(entry: Entry) -> None:
    told = [statement.content.type for statement in read(entry.example) if isinstance(statement.content, Event)]
    assert EventType(entry.value) in told


@pytest.mark.parametrize("entry", _entries("cues", "views"))
def test_the_example_of_a_cue_has_a_speaker(entry: Entry) -> None:
    statements = read(entry.example)
    holders = [statement.content.holder for statement in statements if isinstance(statement.content, Position)]
    assert [name for statement in statements for name in speakers(statement)] + holders


@pytest.mark.parametrize("entry", _entries("hedges"))
def test_the_example_of_a_hedge_is_as_sure_as_it_says(entry: Entry) -> None:
    assert Certainty(entry.value) in {statement.certainty for statement in read(entry.example)}


@pytest.mark.parametrize("entry", _entries("grounds"))
def test_the_example_of_a_ground_has_it(entry: Entry) -> None:
    events = [statement.content for statement in read(entry.example) if isinstance(statement.content, Event)]
    assert Ground(entry.value) in {ground for event in events for ground in event.grounds}


@pytest.mark.parametrize("entry", _entries("stances"))
def test_the_example_of_a_stance_takes_it(entry: Entry) -> None:
    stances = {statement.content.stance for statement in read(entry.example) if isinstance(statement.content, Position)}
    assert Stance(entry.value) in stances


@pytest.mark.parametrize("entry", _entries("lemmas"))
def test_the_example_of_a_mistaken_base_form_is_mended(entry: Entry) -> None:
    (passage,) = page(entry.example).passages
    assert entry.value in {word.lemma for word in passage.tree.words}


def test_conditions_and_roles_are_ones_that_the_reader_knows() -> None:
    for entry in load("en", "event_verbs"):
        assert set(entry.needs) <= set(conditions.VERB_NEEDS), entry.example
        assert set(entry.extra.get("happens_to", "object").split(" or ")) <= affected.HAPPENS_TO, entry.example
        assert set(entry.extra) <= {"object", "with", "without", "subject_is", "trigger", "happens_to"}, entry.example
    for entry in load("en", "event_nouns"):
        assert set(entry.needs) <= {*nominal.ONE_OF, *nominal.ALL_OF, "prison"}, entry.example
        assert set(entry.needs) & set(nominal.ONE_OF), entry.example
        assert set(entry.extra) <= {"adjective", "owners", "happens_to"}, entry.example


def test_values_are_words_that_are_fixed() -> None:
    assert set(lexicons.values("cues").values()) <= {manner.value for manner in Manner}
    assert set(lexicons.values("given_names").values()) == {"he", "she"}
    assert set(lexicons.values("people").values()) == {"case", "role", "crowd"}


def test_no_lexicon_lists_a_word_twice_for_the_same_entry() -> None:
    for name in ("given_names", "people", "cues", "documents", "titles", "not_names"):
        for entry in load("en", name):
            assert len(set(entry.words)) == len(entry.words), (
                name,
                sorted(word for word in entry.words if entry.words.count(word) > 1),
            )
