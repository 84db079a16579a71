from __future__ import annotations

import pytest

from atleast.model.statement import When
from atleast.statement.dates import find_dates
from atleast.statement.english.relative_days import days_counted_on


def counted(text: str) -> list[When | None]:
    dates = find_dates(text, 0, len(text), "2023-05-12", "en")
    return [date.when for date in days_counted_on(text, 0, len(text), dates)]


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        ("He was seized on 4 May 2023 and charged two days later.", "2023-05-06", "two days later"),
        ("He was seized on 28 April 2023. A week later he was fined.", "2023-05-05", "A week later"),
        ("He was seized on 4 May 2023 and freed the next day.", "2023-05-05", "the next day"),
        ("He was seized on 4 May 2023. The same night he was beaten.", "2023-05-04", "The same night"),
        ("He was tried on 4 May 2023. The day before he had been beaten.", "2023-05-03", "The day before"),
        ("In 2022 forty people were held; six died during the year.", "2022", "the year"),
        ("In March 2022 she was seized. The same day her flat was searched.", "2022-03", "The same day"),
    ],
)
def test_a_day_is_counted_from_the_date_before_it(text: str, edtf: str, words: str) -> None:
    assert counted(text) == [When(edtf, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Two days later he was charged.",
        "In March 2022 she was seized. Two days later she was charged.",
        "He was seized on 4 May 2023, the day before the election.",
    ],
)
def test_nothing_is_counted_from_no_day(text: str) -> None:
    assert counted(text) == []
