from __future__ import annotations

from atleast.model.statement import Count, Event, Link
from atleast.model.words import Bound, ChainRole, EventType, FigureKind
from atleast.statement.designation import with_designator

PRISONERS = Count(Bound.AT_LEAST, 297, "political prisoners", FigureKind.STOCK, designation="political prisoners")
OUTLET, CENTRE = Link(ChainRole.OUTLET, "Sarnik Wire"), Link(ChainRole.ORIGIN, "the Verasen centre")


def test_a_designation_is_that_of_whoever_says_so_last() -> None:
    said = with_designator(PRISONERS, (OUTLET, CENTRE))
    assert isinstance(said, Count)
    assert said.designation == "the Verasen centre"


def test_where_nobody_is_named_it_is_nobodys() -> None:
    said = with_designator(PRISONERS, ())
    assert isinstance(said, Count)
    assert said.designation is None


def test_what_is_no_designation_has_none() -> None:
    plain = Count(Bound.EXACTLY, 40, "prisoners", FigureKind.STOCK)
    assert with_designator(plain, (OUTLET,)) == plain
    arrest = Event(EventType.ARREST)
    assert with_designator(arrest, (OUTLET,)) == arrest
