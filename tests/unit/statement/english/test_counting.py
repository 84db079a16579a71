from __future__ import annotations

import pytest

from atleast.model.statement import Count
from atleast.model.words import Bound, FigureKind
from tests.support.english import counts, speakers


def test_whose_figure_it_is_and_of_where() -> None:
    text = "There are at least 40 political prisoners in Belarus, according to a report prepared by Alena Marozava."
    (statement,) = counts(text)
    count = statement.content
    assert isinstance(count, Count)
    assert (count.bound, count.value, count.place, count.figure) == (Bound.AT_LEAST, 40, "Belarus", FigureKind.STOCK)
    assert speakers(statement) == ["a report"]
    assert count.as_of is None


def test_a_place_that_the_clause_does_not_give_is_not_made_up() -> None:
    (statement,) = counts("There are at least 40 political prisoners. The weather in Belarus is fine.")
    assert statement.content.place is None  # type: ignore[union-attr]


def test_a_count_in_a_quotation_is_its_speakers() -> None:
    (statement,) = counts('"They detained more than 40 journalists in one night," Alena Marozava said.')
    assert speakers(statement) == ["Alena Marozava"]


@pytest.mark.parametrize(
    ("text", "designation"),
    [
        ("The Lamp centre recognises 40 people as political prisoners.", "Lamp centre"),
        ("At least 40 people have been recognised by the Lamp centre as political prisoners.", "Lamp centre"),
        ("There are 40 political prisoners, the Lamp centre said.", "the Lamp centre"),
        ("There are 40 political prisoners.", "Tarsk Daily"),
        ("There are 40 prisoners.", None),
    ],
)
def test_a_designation_is_that_of_whoever_recognises_them(text: str, designation: str | None) -> None:
    (statement,) = counts(text)
    assert isinstance(statement.content, Count)
    assert statement.content.designation == designation


def test_a_number_stands_for_whom_the_paragraph_before_counted() -> None:
    first, second = counts("They hold 312 political prisoners.\nAnother 40 are in remand.")
    assert isinstance(first.content, Count)
    assert isinstance(second.content, Count)
    assert second.content.of == first.content.of == "political prisoners"
