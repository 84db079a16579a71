from __future__ import annotations

import pyarrow as pa
import pytest

from atleast.person.linking.parts import Parts, joined_parts, parts_of
from atleast.person.spelling.words import name_of


def _row(name: str | None, *, in_order: bool = False) -> dict[str, str | None]:
    parts = parts_of(pa.array([name], pa.string()), in_order=in_order)
    return {part: getattr(parts, part)[0].as_py() for part in Parts.__slots__}


@pytest.mark.parametrize(
    "other", ["Николай Дравницкий", "Dravnitski Nikolai", "Дравницкого Николая", "Draunitskaha Mikalai"]
)
def test_spellings_of_one_name_have_the_same_given_name_and_keys(other: str) -> None:
    one, same = _row("Mikalai Draunitski"), _row(other)
    for part in ("given", "given_key", "family_key"):
        assert one[part] == same[part]


def test_a_patronymic_is_set_apart_as_the_comparer_of_names_does() -> None:
    for name in ("Дравницкий Николай Иванович", "Nikolai Ivanovich Dravnitski", "Rusif Ali oglu Mamedov"):
        row, whole = _row(name), name_of(name)
        assert (row["father"] is not None) == (whole.patronymic is not None)
        assert len((row["family"] or "").split()) == len(whole.words) - 1


def test_titles_count_for_nothing_and_an_empty_name_has_no_parts() -> None:
    assert _row("Dr Ihar Leu") == _row("Ihar Leu")
    assert set(_row(None).values()) == set(_row("").values()) == {None}


def test_one_word_is_a_family_name_unless_the_table_has_it_as_a_given_one() -> None:
    assert (_row("Draunitski")["given"], _row("Andrei")["family"]) == (None, None)


def test_words_in_order_are_given_name_and_lineage() -> None:
    row = _row("سامي خالد نعيم حمادة", in_order=True)
    assert row["lineage"] is not None
    father, _, family = row["lineage"].split()
    assert row["family"] == family
    assert row["fore_key"] != row["family_key"]
    assert _row("خالد", in_order=True)["given"] == father


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبدالله سامي", "عبد الله سامي"),
        ("عبد هللا سامي", "عبدالله سامي"),
        ("علاء حماده", "عالء حمادة"),
        ("سامى نعيم", "سامي نعيم"),
    ],
)
def test_what_arabic_pages_do_to_a_name_changes_nothing(one: str, other: str) -> None:
    for part in ("given", "lineage"):
        assert _row(one, in_order=True)[part] == _row(other, in_order=True)[part]


def test_given_and_family_names_in_two_columns() -> None:
    parts = joined_parts(pa.array(["Mikalai Siarhei", None]), pa.array(["Draunitski", "Leu"]))
    assert parts.given.to_pylist() == [_row("Mikalai Draunitski")["given"], None]
    assert parts.family.to_pylist()[0] == _row("Mikalai Draunitski")["family"]


def test_many_rows_are_as_each_by_itself() -> None:
    names = ["Mikalai Draunitski", None, "Kavalchuk-Bondar Illia", "", "A. Leu", "Пётр Иванович Тарвук", "Dr Hanna"]
    parts = parts_of(pa.array(names, pa.string()))
    for at, name in enumerate(names):
        assert {part: getattr(parts, part)[at].as_py() for part in Parts.__slots__} == _row(name)
