from __future__ import annotations

import pytest

from atleast.model.statement import Count, When
from atleast.model.words import Bound, FigureKind
from atleast.statement.counts import Counted, find_counts

ANCHOR = "2031-05-09"


def _counts(text: str, language: str = "en") -> list[Counted]:
    return find_counts(text, 0, len(text), ANCHOR, language)


def _one(text: str, language: str = "en") -> tuple[str, Count]:
    (counted,) = _counts(text, language)
    return text[counted.start : counted.end], counted.count


@pytest.mark.parametrize(
    ("text", "words", "bound", "value", "of"),
    [
        (
            "There are at least 1,486 political prisoners.",
            "at least 1,486 political prisoners",
            "at_least",
            1486,
            "political prisoners",
        ),
        ("More than 40 people are held.", "More than 40 people", "more_than", 40, "people"),
        ("Nearly 340 detainees were beaten.", "Nearly 340 detainees", "fewer_than", 340, "detainees"),
        ("Up to 40 journalists were taken.", "Up to 40 journalists", "at_most", 40, "journalists"),
        ("Some 40 activists fled.", "Some 40 activists", "about", 40, "activists"),
        (
            "They took 40 or more foreign media workers.",
            "40 or more foreign media workers",
            "at_least",
            40,
            "foreign media workers",
        ),
        ("Three close associates were convicted.", "Three close associates", "exactly", 3, "close associates"),
        ("At least another 12 women were taken.", "At least another 12 women", "at_least", 12, "women"),
        ("Hundreds of children were sent away.", "Hundreds of children", "at_least", 100, "children"),
        (
            "Twelve members of the Lamp Centre were arrested.",
            "Twelve members of the Lamp Centre",
            "exactly",
            12,
            "members of the Lamp Centre",
        ),
        ("They added 28 Velmarians to the list.", "28 Velmarians", "exactly", 28, "Velmarians"),
        ("The number of prisoners has grown to 1,500.", "1,500", "exactly", 1500, "prisoners"),
        (
            "There were 40 politically motivated arrests.",
            "40 politically motivated arrests",
            "exactly",
            40,
            "politically motivated arrests",
        ),
        ("Forty-two organisations were liquidated.", "Forty-two organisations", "exactly", 42, "organisations"),
    ],
)
def test_a_count(text: str, words: str, bound: str, value: int, of: str) -> None:
    found, count = _one(text)
    assert (found, count.bound.value, count.value, count.of) == (words, bound, value, of)


@pytest.mark.parametrize(
    ("language", "text", "words", "bound", "value"),
    [
        ("ru", "Не менее 40 политзаключённых остаются в колониях.", "Не менее 40 политзаключённых", "at_least", 40),
        ("ru", "Задержали более полутора тысяч человек.", "более полутора тысяч человек", "more_than", 1500),
        ("ru", "Через это прошли десятки тысяч людей.", "десятки тысяч людей", "at_least", 10_000),
        ("be", "За кратамі застаюцца прынамсі 282 палітвязні.", "прынамсі 282 палітвязні", "at_least", 282),
        ("be", "Затрымалі каля 1500 чалавек.", "каля 1500 чалавек", "about", 1500),
        ("uk", "Затримали понад сорок журналістів.", "понад сорок журналістів", "more_than", 40),
        ("uk", "Щонайменше 12 осіб загинули.", "Щонайменше 12 осіб", "at_least", 12),
    ],
)
def test_a_count_in_the_other_languages(language: str, text: str, words: str, bound: str, value: int) -> None:
    found, count = _one(text, language)
    assert (found, count.bound.value, count.value) == (words, bound, value)


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed for 12 years at the age of 42.",
        "She was fined 840 euros under Article 342.",
        "In 2029 people fled; 38 States and 17 delegations spoke for 26 minutes.",
        "One man was taken.",
        "Hundreds of thousands of Velmarians live in the capital.",
        "Five organisations adopted a statement.",
        "The report has 58 pages and 12 recommendations.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert _counts(text) == []


def test_a_part_of_what_was_counted_before() -> None:
    text = "At least 3,200 people, 572 of them women, were sentenced; 1,374 of them are still held."
    assert [(each.count.value, each.count.of) for each in _counts(text)] == [
        (3200, "people"),
        (572, "women"),
        (1374, "people"),
    ]


def test_a_group_and_a_number_that_was_released_stand_for_those_named_before() -> None:
    text = "They released 123 prisoners. A group of nine was sent abroad, and twelve were deported."
    assert [(each.count.value, each.count.of) for each in _counts(text)] == [
        (123, "prisoners"),
        (9, "prisoners"),
        (12, "prisoners"),
    ]


def test_a_range_is_two_claims() -> None:
    low, high = _counts("They took 30 to 40 people.")
    assert (low.count.bound, low.count.value, high.count.bound, high.count.value) == (
        Bound.AT_LEAST,
        30,
        Bound.AT_MOST,
        40,
    )
    assert low.end <= high.start


def test_the_larger_of_two_vague_numbers_is_no_minimum() -> None:
    assert _counts("Tens or hundreds of thousands of people fled.") == []


@pytest.mark.parametrize(
    ("text", "figure", "as_of"),
    [
        ("There are 40 prisoners as of 1 May 2031.", FigureKind.STOCK, When("2031-05-01", "1 May 2031")),
        ("40 people remain behind bars.", FigureKind.STOCK, None),
        ("40 people were arrested in April.", FigureKind.FLOW, When("2031-04", "April")),
        ("Since 2029 at least 40 people have been arrested.", FigureKind.FLOW, When("2029/..", "2029")),
        ("An estimated 40 people fled.", FigureKind.ESTIMATE, None),
        ("40 political prisoners wrote.", FigureKind.STOCK, None),
    ],
)
def test_stock_flow_and_estimate(text: str, figure: FigureKind, as_of: When | None) -> None:
    _, count = _one(text)
    assert (count.figure, count.as_of) == (figure, as_of)


def test_a_designation_is_kept() -> None:
    _, count = _one("There are 40 political prisoners.")
    assert count.designation == "political prisoners"
    assert _one("There are 40 prisoners.")[1].designation is None


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "40 men. At\u00a0least 12\u00a0women were held. 40 men."
    (counted,) = find_counts(text, 8, 36, ANCHOR, "en")
    assert text[counted.start : counted.end] == "At\u00a0least 12\u00a0women"
    assert text[counted.number_start : counted.number_end] == "12"


def test_a_language_without_lexicons_has_no_counts() -> None:
    assert _counts("Zatrzymano 40 osób.", "pl") == []
