from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from atleast.dossier.lists import ListRule
from atleast.dossier.readings import Recorded
from atleast.limits import DEFAULT_LIMITS
from atleast.model.column import Column
from atleast.model.person import Facts
from atleast.model.source import Source, SourceText
from atleast.model.words import SourceState
from atleast.person.rows import Row, newest, rows_of
from atleast.source.writing import laid_out
from atleast.statement.cases import read_cases
from atleast.statement.table import read_table
from tests.support.lists import listed

HEADING = "ID,Name,Date of birth,Sex,Occupation,City,Date of arrest,Judge"
VASIL = "7,Vasil Korin,1985-03-02,m,teacher,Sarnik,2031-02-07,Ivan Mol"


def rows(text: SourceText, rules: Sequence[ListRule] = ()) -> list[Row]:
    """The row of each statement of a source, in the order of the statements."""
    record = [
        Recorded(str(number), statement, text.source.name)
        for number, statement in enumerate((*read_table(text, rules).statements, *read_cases(text).statements))
    ]
    found = rows_of(record, [text], rules)
    return [found[one.id] for one in record]


def test_a_row_carries_what_tells_people_apart(tmp_path: Path) -> None:
    (row,) = rows(listed(tmp_path, "lamp-list 2031-05-20.csv", HEADING, VASIL))
    assert (row.listed, row.id) == ("lamp list", "7")
    assert row.facts == Facts(
        birth="1985-03-02", sex="male", place="Sarnik", occupation="teacher", authorities=("Ivan Mol",)
    )


def test_editions_of_a_list_go_by_one_name(tmp_path: Path) -> None:
    april = listed(tmp_path, "03-lamp-list-april-2031.csv", HEADING, VASIL)
    may = listed(tmp_path, "lamp_list_v2 (2031-05).csv", HEADING, VASIL)
    assert {row.listed for text in (april, may) for row in rows(text)} == {"lamp list"}


def test_lists_toml_names_a_list_and_its_day(tmp_path: Path) -> None:
    text = listed(tmp_path, "x7.csv", "Nr,Name,Arrested", "417,Vasil Korin,2031-02-07")
    rule = ListRule("Lamp register", ("x*.csv",), columns=(("Nr", Column.LIST_ID),), dates=(("x7.csv", "2031-05"),))
    (row,) = rows(text, [rule])
    assert (row.listed, row.id, row.dated) == ("Lamp register", "417", "2031-05")


def test_an_id_of_two_names_is_nobodys(tmp_path: Path) -> None:
    text = listed(tmp_path, "a.csv", HEADING, VASIL, VASIL.replace("Vasil", "Pavel"), VASIL.replace("7,V", "8,V"))
    assert [row.id for row in rows(text)] == [None, None, "8"]
    problems = [each.problem for each in read_table(text).problems]
    assert problems == ["'7' is given to several names, and so is no id."] * 2


def test_a_case_with_fixed_labels_is_a_row_too() -> None:
    text = (
        "1. Anton Lisk\n\nDate of birth: 9 June 1990\n\nOccupation: editor\n\n"
        "Date of arrest: 3 May 2031\n\nCharge: Criminal Code Article 342\n\n"
        "2. Zoya Arko\n\nDate of arrest: 4 May 2031\n\nCharge: Criminal Code Article 342\n"
    )
    layout = laid_out(text, "cases.txt", DEFAULT_LIMITS)
    source = Source("ab" * 32, "cases.txt", 1, "text/plain", SourceState.LAID_OUT, "2031-05-12T09:30:00Z")
    found = rows(SourceText(source, layout.text, layout.parts))
    assert [row.start for row in found] == [found[0].start] * 2 + [found[2].start] * 2
    assert found[0].start < found[2].start
    assert {row.listed for row in found} == {"cases, cases"}
    assert found[0].facts == Facts(birth="1990-06-09", occupation="editor")
    assert found[2].facts == Facts()


def test_the_last_edition_speaks_and_what_it_leaves_out_holds_on() -> None:
    earlier = Row("list", 10, "7", Facts(birth="1985", sex="male"), ("Basil",), "2031-03")
    later = Row("list", 90, "7", Facts(birth="1986", place="Sarnik"), (), "2031-05-20")
    undated = Row("list", 1, "7", Facts(occupation="teacher"))
    source, row = newest({"b": earlier, "a": later, "c": undated})
    assert (source, row.start) == ("a", 90)
    assert row.facts == Facts(birth="1986", sex="male", place="Sarnik", occupation="teacher")
    assert row.names == ("Basil",)


@pytest.mark.parametrize(
    ("later", "ids"),
    [
        ("7,Vasily Korin,1985-03-02,m,,,2031-02-07,", ["7", "7"]),
        ("7,Vasil Dol,1985-03-02,m,,,2031-02-07,", ["7", "7"]),
        ("7,Zoya Arko,1985,f,,,2031-02-07,", [None, None]),
    ],
)
def test_an_id_that_editions_give_to_different_people_is_none(
    tmp_path: Path, later: str, ids: list[str | None]
) -> None:
    texts = [listed(tmp_path, f"lamp-list {month}.csv", HEADING, row) for month, row in (("04", VASIL), ("05", later))]
    record = [Recorded(text.source.sha256, read_table(text).statements[0], "") for text in texts]
    rows = rows_of(record, texts)
    assert [rows[one.id].id for one in record] == ids


@pytest.mark.parametrize(
    ("name", "former", "names"),
    [
        ("Галина Званчук", "Пралесник", ("Галина Пралесник",)),
        ("Званчук Галина Петровна", "Пралесник", ("Галина Пралесник",)),
        ("Галина Званчук", "Пралесник Галина; Halina Z.", ("Пралесник Галина", "Halina Z.")),
        ("Галина Званчук", "", ()),
    ],
)
def test_a_former_family_name_is_a_name_with_the_given_name(
    tmp_path: Path, name: str, former: str, names: tuple[str, ...]
) -> None:
    text = listed(tmp_path, "a.csv", "Имя и фамилия,Прежняя фамилия,Дата задержания", f"{name},{former},2031-02-20")
    (row,) = rows(text)
    assert row.names == names
