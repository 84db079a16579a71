"""The day that a whole text is about. The pages are of 12 May 2023."""

from __future__ import annotations

from atleast.model.statement import Event
from atleast.model.words import EventType
from tests.support.english import event, events

UNREST = "Riot police fired tear gas at marchers in Tarsk on 11 May 2023."


def edtf(one: Event) -> str | None:
    return one.date.edtf if one.date else None


def test_what_a_statement_demands_it_demands_on_its_own_day() -> None:
    assert edtf(event("We demand the release of Vasil Korin.", EventType.CALL)) == "2023-05-12"


def test_what_was_demanded_has_no_day_but_its_own() -> None:
    assert edtf(event("The league demanded the release of Vasil Korin.", EventType.CALL)) is None


def test_a_report_of_a_day_of_protest_tells_of_that_day() -> None:
    assert edtf(event(f"{UNREST}\nHundreds of people were detained.", EventType.ARREST)) == "2023-05-11"


def test_another_time_is_not_that_day() -> None:
    assert edtf(event(f"{UNREST}\nHundreds of people had been detained a week before.", EventType.ARREST)) is None


def test_a_report_of_a_verdict_does_not_date_what_else_it_tells() -> None:
    text = "A court sentenced Vasil Korin to six years on 11 May 2023.\nHundreds of people were detained."
    assert edtf(event(text, EventType.ARREST)) is None


def test_a_year_in_figures_tells_of_that_year() -> None:
    found = events("2022 in figures.\nForty people were detained.\nFour people had been expelled.")
    assert [edtf(one) for one in found] == ["2022", None]
