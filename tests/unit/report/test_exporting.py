from __future__ import annotations

import json

from atleast.dossier.dossier import Dossier
from atleast.model.lines import from_line, statement_id
from atleast.report.desk import Desk
from atleast.report.exporting import export_statements
from tests.support.records import HOSTILE_NAME


def test_one_line_a_statement_in_the_order_of_the_record(dossier: Dossier, desk: Desk) -> None:
    lines = [json.loads(line) for line in export_statements(dossier)]
    assert [line["id"] for line in lines] == [recorded.id for recorded in desk.register.record]
    assert [line["source_name"] for line in lines] == [recorded.source_name for recorded in desk.register.record]


def test_a_line_holds_the_statement_whole(dossier: Dossier) -> None:
    for line in map(json.loads, export_statements(dossier)):
        assert statement_id(from_line(line)) == line["id"]


def test_lines_are_utf_8_as_people_write_it(dossier: Dossier) -> None:
    lines = list(export_statements(dossier))
    assert any("Николай Стравин" in line for line in lines)
    assert any(json.loads(line)["source_name"] == HOSTILE_NAME for line in lines)
    for line in lines:
        assert "\n" not in line
        line.encode("utf-8")


def test_same_dossier_same_lines(dossier: Dossier) -> None:
    assert list(export_statements(dossier)) == list(export_statements(dossier))
