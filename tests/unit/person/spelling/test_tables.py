"""Every row of the tables that a linguist may edit does what it says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from atleast.errors import InvalidRecord
from atleast.person.spelling import compare, keys
from atleast.person.spelling.comparing import MAY_BE
from atleast.person.spelling.data import GivenName, given_names, table
from atleast.person.spelling.distance import likeness, words_for
from atleast.person.spelling.sounds import sounds_of
from atleast.person.spelling.words import name_of, word_of

SOUNDS = set("aeioubpvfdtzsZSCJckghXQmnlr")
LETTERS = [(letters, sound) for rows in table("letters").values() for letters, sound in rows.items()]
EXCHANGES: list[dict[str, Any]] = table("sounds")["exchange"]
ENDINGS = {name: table("endings")[name]["endings"] for name in ("adjective", "possessive", "noun")}


@pytest.mark.parametrize("name", given_names(), ids=lambda name: name.forms[0])
def test_the_forms_of_a_given_name_are_one_name(name: GivenName) -> None:
    forms = [*name.forms, *name.diminutives]
    assert all(name.number in word_of(form.lower()).given for form in forms)
    for one, other in pairwise(forms):
        assert compare(f"{one} Zubrytski", f"{other} Zubrytski").score >= MAY_BE
        assert keys(f"{one} Zubrytski") & keys(f"Zubrytski {other}")
    assert name.sex in {"male", "female"}


def test_no_form_of_one_given_name_is_written_as_another_of_the_same_sex() -> None:
    """Letter for letter, diminutives apart: names that sound alike may still be one in the table."""
    taken: dict[tuple[str, str], int] = {}
    for name in given_names():
        for form in name.forms:
            other = taken.setdefault((name.sex, form), name.number)
            assert other == name.number, form


@pytest.mark.parametrize(("letters", "sound"), LETTERS)
def test_a_letter_becomes_known_sounds(letters: str, sound: str) -> None:
    assert letters == letters.lower()
    assert set(sound) <= SOUNDS
    heard = sounds_of(f"b{letters}b" if letters[0] < "\u0400" else f"б{letters}б" if letters[0] < "\u0530" else letters)
    assert all(each in heard or each == "i" for each in sound)


@pytest.mark.parametrize("row", EXCHANGES, ids=lambda row: "".join(row["sounds"]))
def test_an_exchange_counts_less_than_any_other_letter(row: dict[str, Any]) -> None:
    x, y = row["sounds"]
    assert {x, y} <= SOUNDS
    assert 0 < row["cost"] < 1
    assert likeness(f"mara{x}", f"mara{y}") == pytest.approx(1 - row["cost"] / 5)
    assert words_for(x, y) == words_for(y, x) == row.get("words")


def test_no_exchange_is_told_twice() -> None:
    assert len({frozenset(row["sounds"]) for row in EXCHANGES}) == len(EXCHANGES)


@pytest.mark.parametrize("ending", ENDINGS["adjective"])
def test_an_ending_of_an_adjective_leaves_the_stem(ending: str) -> None:
    assert _stem_of("zubrick", ending) == "zubrick"


@pytest.mark.parametrize("ending", ENDINGS["possessive"])
def test_an_ending_of_a_possessive_leaves_the_stem(ending: str) -> None:
    assert _stem_of("bruk" + "ov", ending) == "brukov"


@pytest.mark.parametrize("ending", ENDINGS["noun"])
def test_an_ending_of_a_noun_leaves_the_stem(ending: str) -> None:
    assert _stem_of("kalvaSuk", ending) == "kalvaSuk"


def _stem_of(stem: str, ending: str) -> str:
    return word_of(_spelt(stem + ending)).stem


def _spelt(sounds: str) -> str:
    """A word that sounds so; X is a Latin ch."""
    letters = dict(zip("abvgdeZzikClmnoprstufhcS", "абвгдэжзикчлмнопрстуфхцш", strict=True)) | {"X": "ch"}
    return "".join(letters[sound] for sound in sounds)


@pytest.mark.parametrize("ending", table("endings")["patronymic"]["endings"])
def test_an_ending_of_a_patronymic_leaves_the_father(ending: str) -> None:
    assert word_of(_spelt("stepan" + ending)).father in {"stepan", "stepano"}


@pytest.mark.parametrize("word", [*table("endings")["filiation"]["son"], *table("endings")["filiation"]["daughter"]])
def test_a_word_of_filiation_makes_the_one_before_it_a_patronymic(word: str) -> None:
    name = name_of(f"Tarverdiyev Anar Kamil {word}")
    assert name.patronymic is not None
    assert name.patronymic.text == "kamil"
    assert [each.text for each in name.words] == ["tarverdiyev", "anar"]


@pytest.mark.parametrize("title", table("endings")["titles"]["words"])
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    assert name_of(f"{title} Vasil Tarvuk").words[-2:] == name_of("Vasil Tarvuk").words


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:  # noqa: ARG001
    with pytest.raises(InvalidRecord, match=r"tables/nowhere\.toml"):
        table("nowhere")
