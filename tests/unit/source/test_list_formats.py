"""Lists as they come: workbooks with merged cells, FollowTheMoney entities, tables with other delimiters, documents of cases."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

from atleast.errors import DamagedSource, EmptySource
from atleast.limits import DEFAULT_LIMITS
from atleast.model.words import PartKind
from atleast.source.layout import Opened, open_source

VASIL = {
    "id": "vx-17",
    "schema": "Person",
    "properties": {
        "name": ["Vasil Korin", "Васіль Корын"],
        "alias": ["Basil Korin"],
        "birthDate": ["1985-03"],
        "nationality": ["vx"],
    },
}
MARYNA = {"id": "vx-18", "schema": "Person", "properties": {"name": ["Maryna Dol"], "gender": "female"}}
FIRM = {"id": "vx-19", "schema": "LegalEntity", "properties": {"name": ["Lamp Works"]}}


def opened(folder: Path, name: str, data: bytes) -> Opened:
    path = folder / "bytes"
    path.write_bytes(data)
    return open_source(path, name, DEFAULT_LIMITS)


def rows(found: Opened) -> list[tuple[str | None, list[str]]]:
    """Place and cells of each row of a table."""
    assert found.layout is not None
    text = found.layout.text
    tables = [part for part in found.layout.parts if part.kind is PartKind.TABLE]
    return [(part.place, text[part.start : part.end].split("\t")) for part in tables]


def workbook(merged: str, *cells: tuple[str, object]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Prisoners"
    for place, value in cells:
        sheet[place] = value
    sheet.merge_cells(merged)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_what_is_merged_over_rows_is_said_in_each(tmp_path: Path) -> None:
    data = workbook(
        "A2:A4", ("A1", "Region"), ("B1", "Name"), ("A2", "Sarnik"), ("B2", "Korin"), ("B3", "Dol"), ("B5", "Arko")
    )
    assert rows(opened(tmp_path, "a.xlsx", data)) == [
        ("sheet Prisoners, row 1", ["Region", "Name"]),
        ("sheet Prisoners, row 2", ["Sarnik", "Korin"]),
        ("sheet Prisoners, row 3", ["Sarnik", "Dol"]),
        ("sheet Prisoners, row 5", ["", "Arko"]),
    ]


def test_a_title_merged_over_columns_stands_once(tmp_path: Path) -> None:
    data = workbook("A1:C1", ("A1", "Prisoners of conscience"), ("A2", "Name"), ("B2", "Status"))
    assert rows(opened(tmp_path, "a.xlsx", data))[0] == ("sheet Prisoners, row 1", ["Prisoners of conscience"])


@pytest.mark.parametrize("array", [False, True])
def test_entities_of_persons_are_rows_and_others_are_named(tmp_path: Path, array: bool) -> None:
    entities = [VASIL, FIRM, MARYNA]
    text = json.dumps(entities) if array else "\n".join(json.dumps(each, ensure_ascii=False) for each in entities)
    found = opened(tmp_path, "entities.json", text.encode())
    assert rows(found) == [
        ("properties", ["id", "name", "otherNames", "birthDate", "gender", "nationality"]),
        ("entity 1", ["vx-17", "Vasil Korin", "Васіль Корын; Basil Korin", "1985-03", "", "vx"]),
        ("entity 3", ["vx-18", "Maryna Dol", "", "", "female"]),
    ]
    assert found.notes == ("Left out, since they are no persons: 1 LegalEntity.",)


def test_entities_without_a_person_or_cut_short_are_told(tmp_path: Path) -> None:
    with pytest.raises(EmptySource, match="no entity of a person"):
        opened(tmp_path, "a.json", json.dumps(FIRM).encode())
    with pytest.raises(DamagedSource, match="line 2"):
        opened(tmp_path, "a.json", f"{json.dumps(VASIL)}\n{json.dumps(MARYNA)[:-9]}\n".encode())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_by_any_delimiter_with_a_mark_of_byte_order(tmp_path: Path, delimiter: str) -> None:
    data = "\n".join(delimiter.join(row) for row in (("ФИО", "Статус"), ("Корин Василь", "под стражей")))
    assert rows(opened(tmp_path, "a.csv", data.encode("utf-8-sig"))) == [
        ("row 1", ["ФИО", "Статус"]),
        ("row 2", ["Корин Василь", "под стражей"]),
    ]


def test_cases_with_fixed_labels_in_a_document(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for line in ("1. Anton Lisk", "Date of arrest: 3 May 2031", "Charge: Criminal Code Article 342"):
        document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    found = opened(tmp_path, "cases.docx", file.getvalue()).layout
    assert found is not None
    assert [(part.kind.value, found.text[part.start : part.end]) for part in found.parts] == [
        ("headline", "1. Anton Lisk"),
        ("field", "Date of arrest: 3 May 2031"),
        ("field", "Charge: Criminal Code Article 342"),
    ]
