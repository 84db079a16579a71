"""The line format is a contract: these tests spell it out rather than ask the code what it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from atleast.model.lines import from_line, statement_id, to_line
from atleast.model.statement import Contact, Count, Event, Link, Position, Statement, When
from atleast.model.words import Bound, Certainty, ChainRole, EventType, FigureKind, Ground, Polarity, Stance

FULL = Statement(
    source="ab" * 32,
    start=10,
    end=42,
    quote="Police arrested Pavel Ketlin, sai",
    language="en",
    certainty=Certainty.ATTRIBUTED,
    polarity=Polarity.AFFIRMED,
    chain=(Link(ChainRole.OUTLET, "Sarnik Wire"), Link(ChainRole.SPEAKER, "Ruth Calloway", "ambassador")),
    content=Event(
        EventType.ARREST,
        subject=("Pavel Ketlin", "two others"),
        persons=("Pavel Ketlin",),
        authority="Police",
        facility="Colony 9",
        place="Kosterna",
        date=When("2031-02-07", "on 7 February"),
        article=("302",),
        penalty="six years",
        grounds=(Ground.READING,),
    ),
    trigger=(17, 25),
    reader="english 1",
    rule="arrest.active",
)
COUNT = Count(Bound.AT_LEAST, 0, "prisoners", FigureKind.STOCK, "Velmaria", When("2031-03", "in March"), "the centre")


def test_keys_come_in_the_order_of_the_contract() -> None:
    line = to_line(FULL, "wire/court.txt")
    assert list(line) == [
        "id", "source", "source_name", "start", "end", "quote", "language", "kind", "certainty", "polarity", "chain",
        "event", "trigger", "reviewed", "reader",
    ]  # fmt: skip
    assert list(line["event"]) == [
        "type", "subject", "persons", "authority", "facility", "place", "date", "date_words", "article", "penalty",
        "grounds",
    ]  # fmt: skip
    assert line["chain"][1] == {"role": "speaker", "name": "Ruth Calloway", "description": "ambassador"}
    assert line["trigger"] == {"start": 17, "end": 25}


def test_what_is_not_said_is_left_out_and_not_null() -> None:
    bare = to_line(replace(FULL, content=Event(EventType.SEARCH), chain=(Link(ChainRole.OUTLET, "Wire"),)), "a.txt")
    assert bare["event"] == {"type": "search", "subject": []}
    assert bare["chain"] == [{"role": "outlet", "name": "Wire"}]
    counted = to_line(replace(FULL, content=Count(Bound.ABOUT, 0, "cases", FigureKind.FLOW)), "a.txt")
    assert counted["count"] == {"bound": "about", "value": 0, "of": "cases", "figure": "flow"}
    assert to_line(replace(FULL, content=Contact(())), "a.txt")["contact"] == {"parties": []}
    view = to_line(replace(FULL, content=Position("a", None, Stance.VIEW, "b")), "a.txt")
    assert view["position"] == {"holder": "a", "toward": None, "stance": "view", "text": "b"}


def test_a_count_has_its_keys_in_order() -> None:
    line = to_line(replace(FULL, content=COUNT), "a.txt")
    assert list(line["count"]) == [
        "bound", "value", "of", "place", "as_of", "as_of_words", "figure", "designation",
    ]  # fmt: skip
    assert line["count"]["value"] == 0


def test_the_words_on_disk_are_plain_strings() -> None:
    written = json.dumps(to_line(FULL, "wire/court.txt"))
    assert '"certainty": "attributed"' in written
    assert "Certainty" not in written


def test_the_id_is_of_what_is_said_and_where_and_of_nothing_else() -> None:
    known = statement_id(FULL)
    assert len(known) == 20
    assert set(known) <= set("0123456789abcdef")
    for same in (replace(FULL, reviewed=True), replace(FULL, reader="english 2"), replace(FULL, rule="other")):
        assert statement_id(same) == known
    for other in (
        replace(FULL, source="cd" * 32),
        replace(FULL, start=9),
        replace(FULL, certainty=Certainty.ALLEGED),
        replace(FULL, polarity=Polarity.DENIED),
        replace(FULL, chain=()),
        replace(FULL, trigger=(17, 26)),
        replace(FULL, content=COUNT),
    ):
        assert statement_id(other) != known


def test_the_id_never_moves() -> None:
    """Decisions refer to statements by id: a change here would cut them off from what they decide."""
    assert statement_id(FULL) == "9c6be7107a8e2579a231"


def test_an_id_that_is_known_is_not_computed_again() -> None:
    assert to_line(FULL, "a.txt", "f" * 20)["id"] == "f" * 20


def test_a_line_without_a_trigger_takes_the_whole_quote() -> None:
    line = to_line(FULL, "a.txt")
    del line["trigger"]
    assert from_line(line).trigger == (10, 42)


@pytest.mark.parametrize("key", ["source", "start", "quote", "certainty", "chain", "event", "reviewed"])
def test_a_line_that_lacks_a_key_is_refused(key: str) -> None:
    line = to_line(FULL, "a.txt")
    del line[key]
    with pytest.raises(KeyError):
        from_line(line)


@pytest.mark.parametrize(("key", "value"), [("certainty", "surely"), ("polarity", "maybe"), ("kind", "rumour")])
def test_a_word_that_is_not_fixed_is_refused(key: str, value: str) -> None:
    line = to_line(FULL, "a.txt") | {key: value, "rumour": {}}
    with pytest.raises(ValueError, match=value):
        from_line(line)
