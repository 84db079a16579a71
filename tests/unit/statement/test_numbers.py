from __future__ import annotations

import pytest

from atleast.statement.numbers import Number, find_numbers


def _read(text: str, language: str) -> list[tuple[str, int, bool]]:
    found = find_numbers(text, 0, len(text), language)
    return [(text[number.start : number.end], number.value, number.vague) for number in found]


@pytest.mark.parametrize(
    ("language", "words", "value", "vague"),
    [
        ("en", "1,486", 1486, False),
        ("en", "1 486", 1486, False),
        ("en", "1\u202f486", 1486, False),
        ("en", "8\u00a0046\u00a0621", 8046621, False),
        ("en", "1.486", 1486, False),
        ("en", "2000", 2000, False),
        ("en", "twenty-one", 21, False),
        ("en", "a thousand", 1000, False),
        ("en", "one hundred and twenty-five", 125, False),
        ("en", "one and a half thousand", 1500, False),
        ("en", "1.5 thousand", 1500, False),
        ("en", "half a million", 500_000, False),
        ("en", "two dozen", 24, False),
        ("en", "dozens", 12, True),
        ("en", "several hundred", 100, True),
        ("en", "thousands", 1000, True),
        ("en", "tens of thousands", 10_000, True),
        ("en", "hundreds of thousands", 100_000, True),
        ("ru", "двадцать один", 21, False),
        ("ru", "две тысячи триста сорок пять", 2345, False),
        ("ru", "полторы тысячи", 1500, False),
        ("ru", "пять с половиной тысяч", 5500, False),
        ("ru", "1,5 тыс", 1500, False),
        ("ru", "сотни", 100, True),
        ("ru", "десятки тысяч", 10_000, True),
        ("ru", "несколько тысяч", 1000, True),
        ("be", "дзве з паловай тысячы", 2500, False),
        ("be", "1500", 1500, False),
        ("uk", "півтори тисячі", 1500, False),
        ("uk", "п’ятдесят два", 52, False),
        ("uk", "сотні тисяч", 100_000, True),
    ],
)
def test_a_number(language: str, words: str, value: int, vague: bool) -> None:
    assert _read(f"... {words} ...", language) == [(words, value, vague)]


def test_numbers_that_only_stand_together_are_apart() -> None:
    assert [value for _, value, _ in _read("nine, seven and eight; three and four; a man", "en")] == [9, 7, 8, 3, 4]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in 2029, on 3 May 2029, since 2021"),
        ("en", "Article 342, Art. 361-4, page 58, No. 5, tel. 12345"),
        ("en", "aged 42, a 24-year-old, 42 years old"),
        ("en", "62 percent, 5%, $500, EUR 840, 840 euros"),
        ("en", "at 10:30, at 6 a.m., the 3rd, 58 pages, half, a few, several"),
        ("en", "1. Names\n2) Others"),
        ("ru", "статья 342, 62 процента, 840 рублей, 42 года, 24-летний, № 5"),
        ("be", "артыкул 342, 840 рублёў, 42 гады"),
        ("uk", "стаття 342, 840 гривень, 42 роки"),
        ("pl", "40 osób"),
    ],
)
def test_what_is_no_number_of_things(language: str, text: str) -> None:
    assert _read(text, language) == []


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "40 at first, then forty-two, then 40"
    assert find_numbers(text, 13, 28, "en") == [Number(18, 27, 42)]
