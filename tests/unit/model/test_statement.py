from __future__ import annotations

from dataclasses import replace

import pytest

from atleast.errors import InvalidRecord
from atleast.model.statement import Contact, Content, Count, Event, Position, Statement, When, check_against
from atleast.model.words import Bound, Certainty, EventType, FigureKind, Polarity, Stance

TEXT = "Yesterday police arrested Pavel Ketlin in Kosterna."
GOOD = Statement(
    source="ab" * 32,
    start=10,
    end=38,
    quote=TEXT[10:38],
    language="en",
    certainty=Certainty.ASSERTED,
    polarity=Polarity.AFFIRMED,
    chain=(),
    content=Event(EventType.ARREST, date=When("2031-05-12")),
    trigger=(17, 25),
    reader="english 1",
    rule="arrest",
)


def test_an_exact_quote_with_its_trigger_inside_can_stand() -> None:
    check_against(GOOD, TEXT)
    check_against(replace(GOOD, trigger=(10, 38)), TEXT)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(GOOD, quote="police arrested Pavel ketlin"),
        replace(GOOD, quote=GOOD.quote + " "),
        replace(GOOD, start=11),
        replace(GOOD, start=-41, end=-13),
        replace(GOOD, start=10, end=10, quote=""),
        replace(GOOD, end=len(TEXT) + 5, quote=TEXT[10:]),
        replace(GOOD, trigger=(9, 25)),
        replace(GOOD, trigger=(17, 39)),
        replace(GOOD, trigger=(20, 20)),
    ],
)
def test_anything_else_is_refused_and_names_the_reader(wrong: Statement) -> None:
    with pytest.raises(InvalidRecord) as caught:
        check_against(wrong, TEXT)
    assert "english 1" in caught.value.remedy


@pytest.mark.parametrize(
    "content",
    [
        Event(EventType.ARREST, date=When("May 2031")),
        Count(Bound.AT_LEAST, 3, "cases", FigureKind.STOCK, as_of=When("2031-02-30")),
        Contact(("a", "b"), When("")),
    ],
)
def test_a_date_that_nobody_can_count_with_is_refused(content: Content) -> None:
    """It would be on record for good, and every count after it would stop at it."""
    with pytest.raises(InvalidRecord, match="not EDTF"):
        check_against(replace(GOOD, content=content), TEXT)


def test_a_statement_knows_its_kind() -> None:
    contents = [GOOD.content, Contact(()), Position("a", None, Stance.VIEW, "b")]
    assert [replace(GOOD, content=content).kind for content in contents] == ["event", "contact", "position"]
