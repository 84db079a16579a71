from __future__ import annotations

from itertools import combinations

import pytest

from atleast.person.spelling import Verdict, compare
from atleast.person.spelling.comparing import DIFFERENT_BELOW, MAY_BE, score

SAME, MAY_BE_SAME = Verdict.SAME, Verdict.MAY_BE_SAME
CANNOT_TELL, DIFFERENT = Verdict.CANNOT_TELL, Verdict.DIFFERENT

ONE_MAN = [
    *("Mikalai Draunitski", "Nikolai Dravnitsky", "Николай Дравницкий", "Мікалай Драўніцкі", "Микола Дравницький"),
    *("Mikałaj Draŭnicki", "Mikołaj Drawnicki", "Nikolaj Dravnickij", "Nikolay Drawnitskiy", "DRAVNITSKII, Nikolai"),
]


@pytest.mark.parametrize(("a", "b"), list(combinations(ONE_MAN, 2)))
def test_one_man_in_the_languages_and_transliterations(a: str, b: str) -> None:
    assert compare(a, b).verdict is MAY_BE_SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrei Kalvashuk", "Андрэя Калвашука"),
        ("Andrei Kalvashuk", "Калвашуком Андрэем"),
        ("Iryna Kadzenskaya", "Ирину Каденскую"),
        ("Mikalai Draunitski", "Mikałaja Draŭnickaha"),
        ("Mikalai Draunitski", "Mikołaja Drawnickiego"),
        ("Natallia Brukava", "Наталію Брукову"),
        ("Tatsiana Hlubashka", "Tacianę Hłubaszkę"),
        ("Yauhen Ratvanau", "Евгения Ротванова"),
        ("Hanna Brukava", "Анна Бруков"),
    ],
)
def test_endings_of_gender_and_case(a: str, b: str) -> None:
    assert compare(a, b).verdict is MAY_BE_SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vasil Tarvuk", "Vasil Tarwuk"),
        ("Sasha Tarvuk", "Aliaksandr Tarvuk"),
        ("Коля Тарвук", "Мікалай Тарвук"),
        ("Hanna Ketlina-Brukava", "Ганна Брукава"),
        ("Intigam Kamil oglu Tarverdiyev", "İntiqam Tərverdiyev"),
        ("Yıldız Tarhanlı", "Yildiz Tarhanli"),
        ("გიორგი თარხნაძე", "Giorgi Tarkhnadze"),
        ("Vasil Tarvuk", "Vasil Tavruk"),
        ("VasilTarvuk", "Vasil Tarvuk"),
        ("Dr. Vasil Tarvuk", "Тарвук Василий"),
    ],
)
def test_diminutives_double_names_slips_and_neighbours(a: str, b: str) -> None:
    assert compare(a, b).score >= MAY_BE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrei Kalvashuk", "Pavel Kalvashuk"),
        ("Mikhail Tarvuk", "Mikalai Tarvuk"),
        ("Aliaksandr Tarvuk", "Aliaksei Tarvuk"),
        ("Vasil Tarvuk", "Stsiapan Yarvuk"),
        ("Іван Пятровіч Тарвук", "Иван Семёнович Тарвук"),
        ("Hanna Brukava", "Volha Brukava"),
        ("Anar Tarverdiyev Vasif oğlu", "Anar Tarverdiyev Kamil oğlu"),
        ("M. Tarvuk", "Stsiapan Tarvuk"),
        ("Person 27", "Person 28"),
        ("Vasil Tarvuk 2", "Vasil Tarvuk 3"),
        ("", "Vasil Tarvuk"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert compare(a, b).verdict is DIFFERENT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrei", "Andrei Kalvashuk"),
        ("Kalvashuk", "Pavel Kalvashuk"),
        ("M. Tarvuk", "Mikalai Tarvuk"),
        ("У. Тарвук", "Vladimir Tarvuk"),
        ("Alena Tarvuk", "Alina Tarvuk"),
    ],
)
def test_too_little_to_tell(a: str, b: str) -> None:
    assert compare(a, b).verdict is CANNOT_TELL


def test_a_name_is_the_same_only_with_its_patronymic() -> None:
    whole, russian = "Міхаіл Пятровіч Тарвук", "Тарвук, Михаил Петрович"
    assert compare(whole, russian).verdict is SAME
    assert "patronymics agree" in compare(whole, russian).reasons
    without = compare("Mikhail Tarvuk", russian)
    assert without.verdict is MAY_BE_SAME
    assert "no patronymic on both sides tells namesakes apart" in without.reasons


def test_a_family_name_in_ovich_is_no_patronymic() -> None:
    assert compare("Mikalai Zimarovich", "Николай Иванович Зиморович").verdict is MAY_BE_SAME


def test_reasons_say_what_joins_and_what_sets_apart() -> None:
    assert compare("Ryhor Hlubashka", "Grigory Glubashka").reasons[:2] == (
        "Ryhor and Grigory: given names are equivalents",
        "Hlubashka and Glubashka: differ by a spelling of г",
    )
    assert compare("Andrei Kalvashuk", "Pavel Kalvashuk").reasons == ("Andrei and Pavel: two names",)
    assert compare("M. Tarvuk", "Mikalai Tarvuk").reasons == ("M and Mikalai: an initial that fits",)
    assert compare("Andrei", "Andrei Kalvashuk").reasons == ("only one word of a name is given",)
    assert compare("王芳", "Ван Фан").reasons == ("a name is empty, or in a script that is not compared",)


@pytest.mark.parametrize(
    ("a", "b"), [("Ryhor Hlubashka", "Глубашка Г."), ("Andrei", "P. K. Ketlin"), ("A B C D E F", "F")]
)
def test_the_order_of_two_names_does_not_matter(a: str, b: str) -> None:
    assert compare(a, b).score == compare(b, a).score == score(a, b)
    assert compare(a, b).verdict is compare(b, a).verdict


def test_the_score_and_the_verdict_say_the_same() -> None:
    names = [*ONE_MAN, "Andrei", "M. Tarvuk", "Mikhail Tarvuk", "Іван Пятровіч Тарвук", "Alena Draunitskaya"]
    for a, b in combinations(names, 2):
        likeness = compare(a, b)
        assert 0 <= likeness.score <= 1
        assert (likeness.verdict is DIFFERENT) == (likeness.score < DIFFERENT_BELOW)
        assert likeness.score >= MAY_BE or likeness.verdict not in {SAME, MAY_BE_SAME}
