"""The columns of the best known public register, in its three languages, are understood without any mapping."""

from __future__ import annotations

from pathlib import Path

import pytest

from atleast.model.column import Column
from atleast.model.source import SourceText
from atleast.model.statement import Event
from atleast.statement.listed import tables_of
from atleast.statement.row_facts import all_facts_of
from atleast.statement.table import read_table
from tests.support.lists import listed

ENGLISH = (
    (
        "id,url,name,status,birthday,gender,arrested,articles,verdict_date,decision,penalty,judge,prosecutor,prison,declaration,"
        "release_date,died"
    ),
    (
        '101,https://list.example/101,Vasil Korin,active,1985-03-00,m,2031-02-07,"287, part 1",2031-04-01,'
        "4 years in a penal colony,deprivation of liberty,Ivan Mol,Petr Sud,Penal Colony No. 2,https://list.example/d/7,,"
    ),
    '102,https://list.example/102,Maryna Dol,former,1990,f,03.2031,"318, part 1",,,,,,released,2031-03-09,2031-05-01,',
    "103,,Zoya Arko,np,?,f,2031-02-07,214,,,,,,at liberty before serving sentence,,,",
    "104,,Pavel Ketlin,former,12.05.1977,m,2031-01-07,214,,,,,,unknown,,2031-04-01,2031-04-18",
    "105,,Nobody Told,np,1990,,,,,,,,,,,,",
)
RUSSIAN = (
    (
        "Имя и фамилия;Статус;Дата рождения;Пол;Дата задержания;Предъявлены обвинения;Дата приговора;Решение суда;"
        "Вид наказания;Судья;Прокурор;Место заключения"
    ),
    (
        "Василий Корин;политзаключённый;1985;М;07.02.2031;ст. 287 ч. 1;01.04.2031;4 года колонии;лишение свободы;Иван Мол;"
        "Пётр Суд;Исправительная колония № 2"
    ),
    "Марина Дол;бывшая политзаключённая;00.03.1990;Ж;03.2031;ст. 318;;;;;;освобождена",
)
BELARUSIAN = (
    (
        "Імя і прозвішча,Статус,Дата нараджэння,Пол,Дата затрымання,Прад’яўлены абвінавачванні,Дата прысуду,Рашэнне суда,"
        "Від пакарання,Суддзя,Пракурор,Месца зняволення"
    ),
    (
        "Васіль Корын,палітвязень,1985,М,07.02.2031,арт. 287 ч. 1,01.04.2031,4 гады калоніі,пазбаўленне волі,Іван Мол,"
        "Пятро Суд,Папраўчая калонія № 2"
    ),
    "Марына Дол,былая палітзняволеная,03.1990,Ж,03.2031,арт. 318,,,,,,вызвалена",
)


def told(source: SourceText) -> dict[str, list[tuple[str, str | None]]]:
    """Of each person what befell them, with its day."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for each in read_table(source).statements:
        event = each.content
        assert isinstance(event, Event)
        found.setdefault(event.persons[0], []).append((event.type.value, event.date.edtf if event.date else None))
    return found


def test_every_column_is_taken_for_what_it_holds(tmp_path: Path) -> None:
    (table,) = tables_of(listed(tmp_path, "export.csv", *ENGLISH, publisher="Lamp Centre"))
    assert [table.heading.taken_for(index) for index in range(17)] == [
        Column.LIST_ID,
        Column.URL,
        Column.PERSON,
        Column.STATUS,
        Column.BIRTH_DATE,
        Column.SEX,
        Column.ARREST_DATE,
        Column.ARTICLE,
        Column.SENTENCE_DATE,
        Column.DECISION,
        Column.PENALTY,
        Column.JUDGE,
        Column.PROSECUTOR,
        Column.FACILITY,
        Column.DESIGNATION_DATE,
        Column.RELEASE_DATE,
        Column.DEATH_DATE,
    ]


def test_a_row_tells_what_befell_its_person_and_a_status_is_the_publishers(tmp_path: Path) -> None:
    source = listed(tmp_path, "export.csv", *ENGLISH, publisher="Lamp Centre")
    assert told(source) == {
        "Vasil Korin": [("arrest", "2031-02-07"), ("sentence", "2031-04-01"), ("recognition", None)],
        "Maryna Dol": [("arrest", "2031-03"), ("release", "2031-05-01"), ("recognition", "2031-03-09")],
        "Zoya Arko": [("arrest", "2031-02-07"), ("release", None)],
        "Pavel Ketlin": [("arrest", "2031-01-07"), ("release", "2031-04-01"), ("recognition", None)],
    }
    events = [each.content for each in read_table(source).statements if isinstance(each.content, Event)]
    (sentence,) = [event for event in events if event.type == "sentence"]
    assert (sentence.penalty, sentence.authority) == ("4 years", "Ivan Mol")
    assert {event.authority for event in events if event.type == "recognition"} == {"Lamp Centre"}
    assert {event.facility for event in events} == {"Penal Colony No. 2", None}
    problems = [(each.place, each.problem) for each in read_table(source).problems]
    assert problems == [("row 5", "A death, after the release: '2031-04-18'.")]


def test_what_a_row_says_of_its_person(tmp_path: Path) -> None:
    (table,) = tables_of(listed(tmp_path, "export.csv", *ENGLISH))
    said = all_facts_of(table)
    assert [(each.id, each.facts.birth, each.facts.sex) for each in said] == [
        ("101", "1985-03", "male"),
        ("102", "1990", "female"),
        ("103", None, "female"),
        ("104", "1977-05-12", "male"),
        ("105", "1990", None),
    ]
    assert said[0].facts.authorities == ("Ivan Mol", "Petr Sud")


@pytest.mark.parametrize(
    ("rows", "names"),
    [(RUSSIAN, ("Василий Корин", "Марина Дол")), (BELARUSIAN, ("Васіль Корын", "Марына Дол"))],
)
def test_the_same_columns_in_russian_and_belarusian(
    tmp_path: Path, rows: tuple[str, ...], names: tuple[str, str]
) -> None:
    source = listed(tmp_path, "export.csv", *rows)
    assert read_table(source).problems == ()
    assert told(source) == {
        names[0]: [("arrest", "2031-02-07"), ("sentence", "2031-04-01"), ("recognition", None)],
        names[1]: [("arrest", "2031-03"), ("release", None), ("recognition", None)],
    }
    (table,) = tables_of(source)
    assert None not in [table.heading.taken_for(index) for index in range(12)]
    assert [(each.facts.birth, each.facts.sex) for each in all_facts_of(table)] == [
        ("1985", "male"),
        ("1990-03", "female"),
    ]
