"""The real newswire page: each thing that it must give, by its place in the text and not by its words."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

import pytest

from atleast.model.source import SourceText
from atleast.model.statement import Count, Event, Position, Statement, check_against
from atleast.model.words import Bound, Certainty, ChainRole, EventType, FigureKind, Ground, PartKind, Polarity, Stance
from tests.support.english import reader
from tests.support.scoring import SHARED, source_of

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the newswire page is not here"),
]


@cache
def _source() -> SourceText:
    return source_of(SHARED / "gold" / "seed.json")


@cache
def _statements() -> tuple[Statement, ...]:
    return tuple(reader().read(_source()))


def _events(type: EventType) -> list[tuple[Statement, Event]]:  # noqa: A002
    return [(one, one.content) for one in _statements() if isinstance(one.content, Event) and one.content.type is type]


def _speaker(statement: Statement) -> str | None:
    return next((link.name for link in statement.chain if link.role is ChainRole.SPEAKER), None)


@cache
def _envoy() -> str:
    """The speaker of most statements: the envoy, by his full name."""
    names = [name for one in _statements() if (name := _speaker(one))]
    return max(sorted(set(names)), key=names.count)


def test_each_quote_is_a_slice_and_furniture_says_nothing() -> None:
    bodies = [part for part in _source().parts if part.kind is PartKind.BODY]
    for statement in _statements():
        check_against(statement, _source().text)
        assert any(part.start <= statement.start and statement.end <= part.end for part in bodies)


def test_the_outlet_begins_every_chain_and_the_credit_is_read() -> None:
    credit = _source().source.credit
    assert credit.date == "2023-05-12"
    dateline = next(line for line in _source().text.splitlines() if "/" in line).partition(":")[0]
    assert (credit.place, credit.publisher) == (dateline.split("/")[0], dateline.split("/")[-1])
    assert credit.author in json.loads((SHARED / "gold" / "seed.json").read_text("utf-8"))["persons"]
    assert credit.author != _envoy()
    assert {statement.chain[0].name for statement in _statements()} == {credit.publisher}


def test_the_count_is_a_minimum_from_the_report_and_has_no_day() -> None:
    (statement,) = [one for one in _statements() if isinstance(one.content, Count) and one.content.value == 1486]
    count = statement.content
    assert isinstance(count, Count)
    assert (count.bound, count.of, count.place, count.as_of) == (Bound.AT_LEAST, "political prisoners", "Belarus", None)
    assert count.figure is FigureKind.STOCK
    (origin,) = [link for link in statement.chain if link.role is ChainRole.ORIGIN]
    assert origin.name == "the latest Moscow Mechanism report"
    assert origin.description is not None
    assert origin.description.startswith("prepared by Rapporteur Dr. ")


def test_every_quotation_of_the_envoy_is_his() -> None:
    spoken = [one for one in _statements() if '"' in one.quote and "ambassador" not in one.quote.lower()[:40]]
    assert len(spoken) >= 4
    assert {_speaker(one) for one in spoken} == {_envoy()}
    described = {link.description for one in _statements() for link in one.chain if link.name == _envoy()}
    assert described == {"U.S. ambassador to the OSCE"}


def test_the_appeal_is_of_thursday() -> None:
    first = _events(EventType.CALL)[0][1]
    assert first.subject == (_envoy(),)
    assert first.date is not None
    assert (first.date.edtf, first.date.words) == ("2023-05-11", "Thursday")


@pytest.mark.parametrize(
    ("certainty", "ground"),
    [
        (Certainty.ANECDOTAL, Ground.EXPRESSION_ONLINE),
        (Certainty.ANECDOTAL, Ground.READING),
        (Certainty.REPORTED, Ground.LANGUAGE),
    ],
)
def test_arrests_are_as_sure_as_the_envoy_is(certainty: Certainty, ground: Ground) -> None:
    found = [
        one for one, event in _events(EventType.ARREST) if one.certainty is certainty and event.grounds == (ground,)
    ]
    assert found
    assert {_speaker(one) for one in found} == {_envoy()}


def test_the_death_the_refused_care_and_the_charge_are_three_statements() -> None:
    ((death, died),) = _events(EventType.DEATH_IN_CUSTODY)
    ((care, refused),) = _events(EventType.DENIAL_OF_MEDICAL_CARE)
    (charge, charged) = _events(EventType.CHARGE)[-1]
    assert died.subject == refused.subject == charged.subject == died.persons
    assert died.date is not None
    assert (died.date.edtf, died.date.words) == ("2023-05-07/2023-05-12", "Earlier this week")
    assert (died.facility, died.place) == ("prison near Vitebsk", "Vitebsk")
    assert charged.grounds == (Ground.EXPRESSION_ONLINE,)
    assert {one.certainty for one in (death, care, charge)} == {Certainty.ASSERTED}
    assert {one.polarity for one in (death, care, charge)} == {Polarity.AFFIRMED}


@pytest.mark.parametrize(
    "fits",
    [
        lambda position: position.stance is Stance.CALL and position.toward == "the participating states",
        lambda position: position.stance is Stance.CALL and "accountability" in position.text,
        lambda position: (
            position.stance is Stance.VIEW
            and position.toward == "Belarus"
            and "majority of states" in position.holder
            and "pariah" in position.text
        ),
    ],
    ids=["the appeal against meeting", "the call for accountability", "the view as a pariah"],
)
def test_positions_have_their_holder_and_addressee(fits: Callable[[Position], bool]) -> None:
    found = [one for one in _statements() if isinstance(one.content, Position) and fits(one.content)]
    assert found
    assert all(_envoy() in {link.name for link in one.chain} for one in found)
