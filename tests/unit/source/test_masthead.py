from __future__ import annotations

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit
from atleast.source.credit import properties_of
from atleast.source.masthead import is_organisation, is_place
from atleast.source.writing import laid_out

BODY = "\n\nFour people were held there on Friday, and their lawyer was not let in.\n\nOne of them was later taken to {}.\n"


@pytest.mark.parametrize(
    "name", ["Isthmus Post", "Beacon Human Rights Centre", "Радыё Брэж", "Министерство внутренних дел"]
)
def test_words_of_organisations(name: str) -> None:
    assert is_organisation(name)


@pytest.mark.parametrize("name", ["Maria Kova", "Velgrad", "Марыя Кова", ""])
def test_other_names(name: str) -> None:
    assert not is_organisation(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Minsk", ""), ("Washington D.C.", ""), ("Velgrad", "held in Velgrad"), ("Вельград", "суд в Вельграде")],
)
def test_a_place_is_a_capital_or_what_the_text_says_in_of(name: str, text: str) -> None:
    assert is_place(name, text)


def test_an_organisation_is_no_place_whatever_stands_before_it() -> None:
    assert not is_place("Isthmus Post", "as told in Isthmus Post")


@pytest.mark.parametrize(
    ("line", "place", "publisher", "date"),
    [
        ("Velgrad, 12 May 2031", "Velgrad", None, "2031-05-12"),
        ("Isthmus Post, 12 May 2031", None, "Isthmus Post", "2031-05-12"),
        ("*Северный створ, 12 мая 2031 года*", None, "Северный створ", "2031-05-12"),
        ("Затока, 12 травня 2031 року", None, "Затока", "2031-05-12"),
        ("Uźviej, 12 traŭnia 2031 h.", None, "Uźviej", "2031-05-12"),
    ],
)
def test_a_line_of_its_own_names_a_place_or_a_publisher(
    line: str, place: str | None, publisher: str | None, date: str
) -> None:
    credit = laid_out(f"Four readers held\n{line}{BODY.format('Velgrad')}", "a.txt", DEFAULT_LIMITS).credit
    assert (credit.title, credit.place, credit.publisher, credit.date) == ("Four readers held", place, publisher, date)


def test_where_the_publisher_is_known_the_line_names_a_place() -> None:
    text = f"Statement\nSarnik, 12 May 2031{BODY.format('prison')}"
    credit = laid_out(text, "a.txt", DEFAULT_LIMITS, known=Credit(publisher="Ministry of the Interior")).credit
    assert (credit.place, credit.publisher) == ("Sarnik", "Ministry of the Interior")


def test_a_person_in_a_file_s_properties_is_not_taken() -> None:
    assert properties_of("Microsoft Word - list.doc", "Maria Kova", "2031-05-12") == Credit(date="2031-05-12")
    assert properties_of("Names", "Beacon Centre", None) == Credit(publisher="Beacon Centre", title="Names")


def test_a_headline_below_a_notice_is_found_by_the_dateline_under_it() -> None:
    text = "All that follows is invented, for a test.\n\nFour readers held\nVelgrad, 12 May 2031" + BODY.format(
        "prison in Velgrad"
    )
    assert laid_out(text, "a.txt", DEFAULT_LIMITS).credit.title == "Four readers held"


def test_a_byline_that_names_nobody() -> None:
    layout = laid_out(f"Four readers held{BODY.format('prison')}\nAgencies\n", "a.txt", DEFAULT_LIMITS)
    assert layout.parts[-1].kind == "byline"
    assert layout.credit.author is None
