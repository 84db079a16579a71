from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atleast.case.naming import article_number
from atleast.dossier.rules import Rule
from atleast.figure.asking import is_body, names_place, recognised_by
from atleast.model.statement import Link
from atleast.model.words import Certainty, ChainRole, EventType
from tests.support.told import HELD, follow, told

ARREST, CHARGE, SENTENCE = EventType.ARREST, EventType.CHARGE, EventType.SENTENCE
RECOGNITION = EventType.RECOGNITION
RECOGNISED = replace(HELD, recognised_by=("Verasen",))
AWAITING_TRIAL = replace(HELD, without=frozenset({SENTENCE}), starts=frozenset({ARREST}))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Article 287, part 1", "287"),
        ("287(1)", "287"),
        ("Art. 361-4", "361-4"),
        ("part 2 of article 411", "411"),
        ("ч. 1 ст. 130 УК", "130"),
        ("treason", ""),
    ],
)
def test_the_number_of_an_article_is_found_however_it_is_written(said: str, number: str) -> None:
    assert article_number(said) == number


def test_only_the_recognition_of_a_body_that_is_named_counts() -> None:
    by_other = follow(told(ARREST, "2031-02-01"), told(RECOGNITION, "2031-03-01", authority="the Union of Writers"))
    by_it = follow(told(ARREST, "2031-02-01"), told(RECOGNITION, "2031-03-01", authority="Verasen Human Rights Centre"))
    assert by_other.standing("2031-04-01", RECOGNISED) == "out"
    assert by_it.standing("2031-04-01", RECOGNISED) == "in"
    assert by_it.standing("2031-02-20", RECOGNISED) == "out"


def test_a_recognition_that_is_only_alleged_makes_nobody_certain() -> None:
    weak = told(RECOGNITION, "2031-03-01", authority="Verasen", certainty=Certainty.ALLEGED)
    assert follow(told(ARREST, "2031-02-01"), weak).standing("2031-04-01", RECOGNISED) == "possible"


def test_whose_recognition_it_is_follows_from_who_says_so() -> None:
    statement = told(RECOGNITION, "2031-03-01").statement
    outlet, speaker = Link(ChainRole.OUTLET, "Sarnik Wire"), Link(ChainRole.SPEAKER, "Verasen")
    assert recognised_by(replace(statement, chain=(outlet, speaker))) == "Verasen"
    assert recognised_by(replace(statement, chain=(outlet,))) == "Sarnik Wire"
    assert recognised_by(told(ARREST, "2031-03-01", authority="Verasen").statement) is None


@pytest.mark.parametrize(
    ("steps", "standing"),
    [
        ([(ARREST, "2031-02-01")], "in"),
        ([(ARREST, "2031-02-01"), (SENTENCE, "2031-03-01")], "out"),
        ([(ARREST, "2031-02-01"), (SENTENCE, "2031-04")], "possible"),
        ([(ARREST, "2031-02-01"), (SENTENCE, "2031-05")], "in"),
    ],
)
def test_what_a_rule_excludes_takes_out_as_soon_as_it_may_be(steps: list[tuple[EventType, str]], standing: str) -> None:
    assert follow(*(told(kind, when) for kind, when in steps)).standing("2031-04-15", AWAITING_TRIAL) == standing


@pytest.mark.parametrize(
    ("rule", "standing"),
    [
        (replace(HELD, articles=("287",)), "in"),
        (replace(HELD, articles=("28",)), "out"),
        (replace(HELD, places=("Sarnik",)), "in"),
        (replace(HELD, places=("Brenava",)), "out"),
    ],
)
def test_articles_and_places_are_asked_for_by_name(rule: Rule, standing: str) -> None:
    known = follow(told(ARREST, "2031-02-01", article=["Art. 287, part 1"], place="the city of Sarnik"))
    assert known.standing(date(2031, 4, 1), rule) == standing


def test_names_are_compared_by_their_words() -> None:
    assert names_place("Port Hallow", "port hallow district")
    assert not names_place("Port Hallow", "Hallow")
    assert not names_place("Port", None)
    assert is_body("Verasen", "The VERASEN Centre")
    assert not is_body("Verasen Centre", "Verasen")
