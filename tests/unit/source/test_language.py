from __future__ import annotations

import json
from pathlib import Path

import pytest

from atleast.source.language import language_of

NAMES = "Anton Lisk, Vera Holm, Maria Kova, Pavel Dorn, Petra Holmvik, Ivar Kolmsted, Joanna Thorvane, Halina Sudvoi"
SHARED = Path(__file__).parents[3].parent / "shared"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court in Velgrad sentenced four readers to two years each, and their lawyer was not let in.", "en"),
        ("Police arrested Pavel Ketlin in Velgrad on 3 May.", "en"),
        ("Anton Lisk was sentenced to four years in prison on 3 May.", "en"),
        ("De politie was in Velgrad en nam Pavel Ketlin mee, hij is nu in hechtenis, zei een advocaat.", "nl"),
        ("Суд в Вельграде приговорил четырёх читателей к двум годам колонии.", "ru"),
        ("Суд у Вельградзе асудзіў чатырох чытачоў на два гады калоніі.", "be"),
        ("Sud u Vielhradzie asudziŭ čatyroch čytačoŭ na dva hady kałonii.", "be-Latn"),
        ("Суд у Вельграді засудив чотирьох читачів до двох років колонії, її звільнили.", "uk"),
        ("Il tribunale ha condannato quattro lettori a due anni di carcere per i libri che avevano letto.", "it"),
        ("Sąd skazał czterech czytelników na dwa lata więzienia za książki, które przeczytali w domu.", "pl"),
        ("Das Gericht verurteilte vier Leser zu zwei Jahren Haft wegen der Bücher, die sie gelesen hatten.", "de"),
        ("Məhkəmə dörd oxucunu oxuduqları kitablara görə iki il azadlıqdan məhrum etdi, vəkil buraxılmadı.", "az"),
        ("Teismas nuteisė keturis skaitytojus dvejiems metams kalėjimo už knygas, kurias jie skaitė.", "lt"),
        ("Съдът осъди четирима читатели на две години затвор заради книгите, които са прочели у дома си.", "bg"),
    ],
)
def test_a_sentence(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", [NAMES, "", "12.05.2023", "Maria Kova", "Суд.", "OK", "Anton Lisk\t3 May\nVera Holm\t4 May", "?!" * 100]
)
def test_too_little_is_no_language(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.shared
def test_the_corpus() -> None:
    files = sorted((SHARED / "corpus").glob("*.json"))
    if not files:
        pytest.skip("../shared is not beside the checkout")
    records = [json.loads(file.read_text("utf-8")) for file in files]
    assert [language_of(record["text"]) for record in records] == [record["lang"] for record in records]
