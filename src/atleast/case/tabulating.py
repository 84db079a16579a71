"""Persons and cases as tables of the store, for whoever opens it in Datasette. They follow from the record, and are made anew."""

from __future__ import annotations

from typing import Any

from atleast.case.register import Register
from atleast.dossier import schema
from atleast.dossier.dossier import Dossier
from atleast.model.case import Case
from atleast.model.statement import Event
from atleast.person.names import key_of


def tabulate(dossier: Dossier, register: Register) -> None:
    """Write the persons of a register, the statements that name them, and the steps of their cases, in place of the old."""
    rows = {
        schema.person: [{"key": person.key, "name": person.name} for person in register.persons],
        schema.mention: _mentions(register),
        schema.step: [row for case in register.cases for row in _steps(case)],
    }
    with dossier.write() as tx:
        for table in reversed(rows):
            tx.execute(table.delete())
        for table, new in rows.items():
            if new:
                tx.execute(table.insert(), new)


def _mentions(register: Register) -> list[dict[str, Any]]:
    return [
        {"person": key_of(name), "statement": recorded.id, "name": name}
        for recorded in register.record
        if isinstance(recorded.statement.content, Event)
        for name in dict.fromkeys(recorded.statement.content.persons)
        if key_of(name)
    ]


def _steps(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "case": case.id,
            "number": number,
            "person": case.person.key,
            "type": step.type.value,
            "date": step.when and step.when.edtf,
            "earliest": step.days.earliest and step.days.earliest.isoformat(),
            "latest": step.days.latest and step.days.latest.isoformat(),
            "statements": " ".join(step.statements),
        }
        for number, step in enumerate(case.steps, 1)
    ]
