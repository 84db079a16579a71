from __future__ import annotations

from enum import StrEnum

import pytest

from atleast.model.words import Bound, Certainty, EventType, FigureKind, Polarity, Stance
from atleast.report import phrases
from atleast.report.inline import Text


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (EventType, phrases.VERBS),
        (Certainty, phrases.CERTAINTY),
        (Polarity, phrases.POLARITY),
        (Bound, phrases.BOUND),
        (FigureKind, phrases.KIND),
        (Stance, phrases.STANCE),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_fixed_word_has_english(kind: type[StrEnum], table: dict[StrEnum, object]) -> None:
    assert set(table) == set(kind)


def test_no_phrase_holds_a_digit() -> None:
    for verb in phrases.VERBS.values():
        Text(verb.noun + verb.participle + verb.past)
    for name in phrases.LANGUAGES.values():
        Text(name)


def test_underscores_turn_to_spaces() -> None:
    assert phrases.in_words(EventType.DENIAL_OF_MEDICAL_CARE) == "denial of medical care"


def test_a_language_without_a_name_here_keeps_its_tag() -> None:
    assert [phrases.language_name(tag) for tag in ("uk", "be-Latn", "xx", None)] == [
        "Ukrainian",
        "Belarusian in Latin letters",
        "xx",
        "not known",
    ]
