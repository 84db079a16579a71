from __future__ import annotations

from pathlib import Path

import pytest

from atleast.dossier.lists import parse_lists
from atleast.person.editions import ListChange, changes_of
from atleast.person.lists import as_toml, lists_in
from tests.support.lists import listed

HEADING = "No,ID,Name,Date of arrest,Place of detention,Status"
APRIL = ("1,7,Vasil Korin,07.02.2031,Prison No. 1,in custody", "2,8,Maryna Dol,08.02.2031,Prison No. 1,in custody")
MAY = ("1,8,Maryna Dol,2031-02-08,Colony No. 2,in custody", "2,9,Zoya Arko,09.05.2031,Prison No. 1,in custody")


def change(folder: Path, before: tuple[str, ...], after: tuple[str, ...]) -> ListChange:
    """What changed; the later edition was taken in first."""
    texts = [
        listed(folder, "lamp-list 2031-05-20.csv", *after),
        listed(folder, "lamp-list 2031-04-20.csv", *before),
    ]
    (held,) = lists_in(texts, ())
    (found,) = changes_of(held)
    return found


def told(found: ListChange) -> list[tuple[str, str]]:
    return [(row.change.value, row.name) for row in found.rows]


def test_rows_are_added_gone_and_changed_by_the_id_of_the_list(tmp_path: Path) -> None:
    found = change(tmp_path, (HEADING, *APRIL), (HEADING, *MAY))
    assert (found.list, found.day) == ("lamp list", "2031-05-20")
    assert told(found) == [("gone", "Vasil Korin"), ("changed", "Maryna Dol"), ("added", "Zoya Arko")]
    (cell,) = found.rows[1].cells
    assert (cell.heading, cell.before, cell.after) == ("Place of detention", "Prison No. 1", "Colony No. 2")
    assert found.rows[0].before is not None
    assert (found.rows[0].before.place, found.rows[0].after) == ("row 2", None)


def test_without_ids_a_row_is_found_by_its_name_and_then_by_a_day(tmp_path: Path) -> None:
    heading = "Name,Date of birth,Status"
    before = (heading, "Vasil Korin,1985,in custody", "Ivan Mol,1990,in custody", "Ivan Mol,1991,in custody")
    after = (heading, "VASIL KORIN,1985,in custody", "Ivan Mol,1991,released", "Ivan Mol,1990,in custody")
    assert told(change(tmp_path, before, after)) == [("changed", "VASIL KORIN"), ("changed", "Ivan Mol")]


def test_two_of_one_name_that_nothing_tells_apart_are_not_guessed(tmp_path: Path) -> None:
    heading = "Name,Status"
    before = (heading, "Ivan Mol,in custody", "Ivan Mol,on trial", "Zoya Arko,in custody")
    after = (heading, "Ivan Mol,released", "Zoya Arko,in custody")
    assert told(change(tmp_path, before, after)) == [("unclear", "Ivan Mol")] * 3


def test_columns_that_come_and_go_are_named_and_change_no_row(tmp_path: Path) -> None:
    found = change(
        tmp_path, ("Name,Status,Colour", "Ivan Mol,on trial,red"), ("Name,Status,Taste", "Ivan Mol,on trial,sour")
    )
    assert (told(found), found.columns_gone, found.columns_added) == ([], ("Colour",), ("Taste",))


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_editions_without_a_day_are_in_order_of_intake(tmp_path: Path, first: str, second: str) -> None:
    texts = [
        listed(tmp_path, "lamp.csv", "Name,Status", f"{name},on trial") for name in (f"Ivan {first}", f"Ivan {second}")
    ]
    (held,) = lists_in(texts, ())
    (found,) = changes_of(held)
    assert told(found) == [("gone", f"Ivan {first}"), ("added", f"Ivan {second}")]


def test_a_list_shows_its_columns_and_what_makes_no_sense(tmp_path: Path) -> None:
    (held,) = lists_in([listed(tmp_path, "lamp.csv", "Name,Arrested,Colour,Sex", "Ivan Mol,long ago,red,?!x")], ())
    (edition,) = held.editions
    assert edition.columns == (("Name", "person"), ("Arrested", "arrest_date"), ("Colour", None), ("Sex", "sex"))
    assert [edition.heading_of(each) for each in edition.problems] == ["Arrested", "Sex"]
    assert [(each.place, each.problem) for each in edition.problems] == [
        ("row 2", "The date 'long ago' is not understood."),
        ("row 2", "The sex '?!x' is not understood."),
    ]


def test_a_list_as_it_is_understood_can_be_put_into_lists_toml(tmp_path: Path) -> None:
    texts = [listed(tmp_path, 'lamp "7" 2031-05-20.csv', "Name,Arrested,Colour \\ shade", "Ivan Mol,3 May 2031,red")]
    (held,) = lists_in(texts, ())
    rules = parse_lists(as_toml(held))
    (again,) = lists_in(texts, rules)
    assert (again.name, again.editions[0].table.heading.columns) == (
        held.name,
        held.editions[0].table.heading.columns | {"other": 2},
    )
    assert again.editions[0].dated == "2031-05-20"
