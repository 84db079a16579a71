from __future__ import annotations

import pytest

from atleast.statement import lexicon
from atleast.statement.dates import Dated, DateKind, find_dates

ANCHOR = "2031-05-09"  # a Friday


def _read(text: str, language: str, anchor: str | None = ANCHOR) -> list[tuple[str, str | None]]:
    found = find_dates(text, 0, len(text), anchor, language)
    return [(text[dated.start : dated.end], dated.when.edtf if dated.when else None) for dated in found]


def _kinds(text: str, language: str = "en") -> list[DateKind]:
    return [dated.kind for dated in find_dates(text, 0, len(text), ANCHOR, language)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They came on 14 July 2029.", "14 July 2029", "2029-07-14"),
        ("They came on July 14, 2029.", "July 14, 2029", "2029-07-14"),
        ("On the 12th of May, 2030, they came.", "12th of May, 2030", "2030-05-12"),
        ("On Monday, March 3, they came.", "Monday, March 3", "2031-03-03"),
        ("VELINGRAD, Sept. 3 - They came.", "Sept. 3", "2030-09-03"),
        ("Statement of 2029-07-14.", "2029-07-14", "2029-07-14"),
        ("Statement of 05.04.2029.", "05.04.2029", "2029-04-05"),
        ("Statement of 05.14.29.", "05.14.29", "2029-05-14"),
        ("Since 2029 forty people fled.", "2029", "2029"),
        ("It was seen in the 1990s.", "1990s", "1990/1999"),
        ("She was freed in summer 2029.", "summer 2029", "2029-22"),
        ("She was held at the end of 2029.", "the end of 2029", "2029-12"),
        ("She was held in late October 2029.", "late October 2029", "2029-10"),
        ("She was held mid-May.", "mid-May", "2031-05"),
        ("She was held in May 2029.", "May 2029", "2029-05"),
        ("In May 12 people were held.", "May", "2031-05"),
        ("On May 12 people were held.", "May 12", "2030-05-12"),
        ("They came from 3 to 5 May.", "3 to 5 May", "2031-05-03/2031-05-05"),
        ("They came between 3 April and 5 May 2029.", "3 April and 5 May 2029", "2029-04-03/2029-05-05"),
        ("The wave of 2028-2030 is over.", "2028-2030", "2028/2030"),
        ("From 2028 to 2030 they were held.", "2028 to 2030", "2028/2030"),
        ("They came on Thursday.", "Thursday", "2031-05-08"),
        ("They came on Friday.", "Friday", "2031-05-09"),
        ("They came last Friday.", "last Friday", "2031-05-02"),
        ("The trial will open on Monday.", "Monday", "2031-05-12"),
        ("The trial will open on 20 May.", "20 May", "2031-05-20"),
        ("They came yesterday.", "yesterday", "2031-05-08"),
        ("They came two days ago.", "two days ago", "2031-05-07"),
        ("Earlier this week he died.", "Earlier this week", "2031-05-04/2031-05-09"),
        ("They came last week.", "last week", "2031-04-27/2031-05-03"),
        ("They came last month.", "last month", "2031-04"),
        ("He fled in May last year.", "May last year", "2030-05"),
        ("The 2029 election was stolen.", "2029", "2029"),
    ],
)
def test_an_english_date(text: str, words: str, edtf: str) -> None:
    assert _read(text, "en") == [(words, edtf)]


@pytest.mark.parametrize(
    ("language", "text", "words", "edtf"),
    [
        ("ru", "Его взяли 9 августа 2029 г. дома.", "9 августа 2029 г.", "2029-08-09"),
        ("ru", "Пятого мая его взяли.", "Пятого мая", "2031-05-05"),
        ("ru", "Его взяли в пятницу, 9 мая.", "пятницу, 9 мая", "2031-05-09"),
        ("ru", "В июле 2029-го его взяли.", "июле 2029-го", "2029-07"),
        ("ru", "С 2029 года держат сто человек.", "2029 года", "2029"),
        ("ru", "На прошлой неделе его взяли.", "прошлой неделе", "2031-04-28/2031-05-04"),
        ("ru", "Неделю назад его взяли.", "Неделю назад", "2031-05-02~"),
        ("ru", "Обыски шли с 3 по 5 мая.", "3 по 5 мая", "2031-05-03/2031-05-05"),
        ("ru", "Его взяли летом прошлого года.", "летом прошлого года", "2030-22"),
        ("be", "З ліпеня 2029 года трымаюць сто чалавек.", "ліпеня 2029 года", "2029-07"),
        ("be", "Яго ўзялі ў канцы красавіка.", "канцы красавіка", "2031-04"),
        ("be", "Летась яго ўзялі.", "Летась", "2030"),
        ("uk", "Його взяли наприкінці квітня.", "наприкінці квітня", "2031-04"),
        ("uk", "Його взяли 24.02.2029 р. вдома.", "24.02.2029 р.", "2029-02-24"),
        ("uk", "Його взяли в п’ятницю.", "п’ятницю", "2031-05-09"),
        ("uk", "Його взяли восени 2029-го.", "восени 2029-го", "2029-23"),
    ],
)
def test_a_date_in_the_other_languages(language: str, text: str, words: str, edtf: str) -> None:
    assert _read(text, language) == [(words, edtf)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He got three years, is 24 years old and may march on for a second month."),
        ("en", "Article 361-4, part 2; 2,029 prisoners; 12 of them; BYN 5.5; years ago."),
        ("ru", "Ему 24 года, он получил три года по ст. 342 несколько лет назад."),
        ("be", "Мая хата, трое дзяцей."),
        ("pl", "W maju 2029 roku."),
    ],
)
def test_what_is_no_date(language: str, text: str) -> None:
    assert _read(text, language) == []


def test_without_an_anchor_a_relative_date_is_found_and_stays_open() -> None:
    text = "On Friday he fled, after 9 January."
    assert _read(text, "en", None) == [("Friday", None), ("9 January", None)]


def test_without_an_anchor_a_year_nearby_counts() -> None:
    assert _read("He was held on 3 May 2029 and freed on 9 July.", "en", None)[-1] == ("9 July", "2029-07-09")


def test_a_day_that_no_calendar_has_stays_open() -> None:
    assert _read("It was on 31 April 2029.", "en") == [("31 April 2029", None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They came on 14 July 2029.", DateKind.DAY),
        ("They came in July 2029.", DateKind.PERIOD),
        ("Held since 14 July 2029.", DateKind.SINCE),
        ("Held until 14 July 2029.", DateKind.UNTIL),
        ("As of 14 July 2029 there were 40.", DateKind.AS_OF),
        ("From 3 July 2029 to 5 July 2029 they came.", DateKind.PERIOD),
    ],
)
def test_how_a_date_is_tied_to_its_sentence(text: str, kind: DateKind) -> None:
    assert _kinds(text) == [kind]


def test_offsets_are_those_of_the_whole_text_and_the_words_are_kept() -> None:
    text = "Yesterday. They came on\u00a014\u00a0July 2029. Yesterday."
    (dated,) = find_dates(text, 11, 38, ANCHOR, "en")
    assert isinstance(dated, Dated)
    assert dated.when is not None
    assert text[dated.start : dated.end] == dated.when.words == "14\u00a0July 2029"


@pytest.mark.parametrize("language", lexicon.languages("dates"))
def test_no_word_plays_two_parts(language: str) -> None:
    words = [word for entry in lexicon.load(language, "dates") for word in entry.words]
    assert sorted(words) == sorted(set(words))
