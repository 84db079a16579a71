"""Persons and cases as tables of the store, for whoever opens it in Datasette. They follow from the record, and are made anew."""

from __future__ import annotations

from typing import Any

from atleast.case.register import Register
from atleast.dossier import schema
from atleast.dossier.dossier import Dossier
from atleast.model.case import Case
from atleast.model.statement import Event


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
    """Each name in each statement, with the person whose it is: of two who bear one name, the one whose mention has it."""
    found = {
        (person.key, identity, name): None
        for person in register.persons
        for mention in person.mentions
        for identity in mention.statements
        if isinstance(content := register.by_id[identity].statement.content, Event)
        for name in content.persons
        if name in mention.names
    }
    return [{"person": person, "statement": identity, "name": name} for person, identity, name in found]


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
