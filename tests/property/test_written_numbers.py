"""Numbers and dates as people write them in four languages, read back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atleast.statement.dates import find_dates
from atleast.statement.numbers import find_numbers

LANGUAGES = ("en", "ru", "be", "uk")
UNITS = {
    "en": "one two three four five six seven eight nine",
    "ru": "один два три четыре пять шесть семь восемь девять",
    "be": "адзін два тры чатыры пяць шэсць сем восем дзевяць",
    "uk": "один два три чотири п'ять шість сім вісім дев'ять",
}
TEENS = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "ru": "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "be": "дзесяць адзінаццаць дванаццаць трынаццаць чатырнаццаць пятнаццаць шаснаццаць сямнаццаць васямнаццаць дзевятнаццаць",
    "uk": "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
}
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "be": "дваццаць трыццаць сорак пяцьдзясят шэсцьдзясят семдзесят восемдзесят дзевяноста",
    "uk": "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
}
HUNDREDS = {
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "be": "сто дзвесце трыста чатырыста пяцьсот шэсцьсот семсот восемсот дзевяцьсот",
    "uk": "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
}
THOUSANDS = {"ru": "тысяч", "be": "тысяч", "uk": "тисяч"}
PEOPLE = {"en": "people", "ru": "человек", "be": "чалавек", "uk": "людей"}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
YEAR_WORD = {"ru": "года", "be": "года", "uk": "року"}
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()


def in_words(number: int, language: str) -> str:
    """A number below a million in words."""
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands:
        parts += [in_words(thousands, language), "thousand" if language == "en" else THOUSANDS[language]]
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append(
            f"{UNITS['en'].split()[hundreds - 1]} hundred"
            if language == "en"
            else HUNDREDS[language].split()[hundreds - 1]
        )
    if rest >= 20:
        tens, units = divmod(rest, 10)
        joined = [TENS[language].split()[tens - 2], *([UNITS[language].split()[units - 1]] if units else [])]
        parts.append(("-" if language == "en" else " ").join(joined))
    elif rest:
        parts.append((UNITS[language].split() + TEENS[language].split())[rest - 1])
    return " ".join(parts)


def in_digits(number: int, mark: str) -> str:
    """A number with a mark between its thousands."""
    return f"{number:,}".replace(",", mark)


numbers = st.integers(2, 999_999)


@given(numbers, st.sampled_from(LANGUAGES))
def test_a_number_in_words_is_read_back(number: int, language: str) -> None:
    text = f"({in_words(number, language)} {PEOPLE[language]})"
    (found,) = find_numbers(text, 0, len(text), language)
    assert (found.value, found.vague) == (number, False)


@given(
    numbers, st.sampled_from(LANGUAGES), st.sampled_from([",", " ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", "."])
)
def test_a_number_in_digits_is_read_back(number: int, language: str, mark: str) -> None:
    text = f"({in_digits(number, mark)} {PEOPLE[language]})"
    (found,) = find_numbers(text, 0, len(text), language)
    assert (found.start, found.end, found.value) == (1, 1 + len(in_digits(number, mark)), number)


def in_full(day: date, language: str) -> list[str]:
    """A day with its year, as it is written in a language."""
    month = MONTHS[language].split()[day.month - 1]
    ways = [day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{ROMAN[day.month - 1]}.{day.year}"]
    if language == "en":
        return [
            *ways,
            f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}",
            f"{day.day} of {month}, {day.year}",
        ]
    year = f"{day.year} {YEAR_WORD[language]}"
    return [
        *ways,
        f"{day.day} {month} {year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month.upper()} {day.year}",
    ]


days = st.dates(date(1950, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=days, way=st.integers(0, 5))
def test_a_date_in_full_is_read_back(language: str, day: date, way: int) -> None:
    written = in_full(day, language)[way]
    (found,) = find_dates(f"({written})", 0, len(written) + 2, None, language)
    assert found.when is not None
    assert (found.start, found.end, found.when.edtf) == (1, 1 + len(written), day.isoformat())


@pytest.mark.parametrize("language", LANGUAGES)
@given(published=days, before=st.integers(0, 364))
def test_a_day_without_its_year_is_the_last_one_before_publication(language: str, published: date, before: int) -> None:
    day = published - timedelta(days=before)
    month = MONTHS[language].split()[day.month - 1]
    (found,) = find_dates(f"({day.day} {month})", 0, 40, published.isoformat(), language)
    assert found.when is not None
    assert found.when.edtf == day.isoformat()
