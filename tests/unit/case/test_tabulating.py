from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from atleast.case.register import register_of
from atleast.case.tabulating import tabulate
from atleast.dossier import originals, schema, sources
from atleast.dossier.dossier import open_dossier
from atleast.model.source import Layout
from atleast.statement.reading import read
from tests.support.lists import listed
from tests.support.records import empty_dossier


def test_each_of_two_namesakes_has_the_statements_of_their_own_row(tmp_path: Path) -> None:
    text = listed(tmp_path, "lamp.csv", "Name,Date of arrest", "Ivan Mol,3 May 2031", "Ivan Mol,4 May 2031")
    with open_dossier(empty_dossier(tmp_path / "dossier"), write=True) as dossier:
        kept = originals.keep(dossier.paths, io.BytesIO(b"lamp")).sha256
        layout = Layout(text.text, text.parts, text.source.credit)
        with dossier.write() as tx:
            sources.put(tx, replace(text.source, sha256=kept), layout)
        read(dossier)
        register = register_of(dossier)
        tabulate(dossier, register)
        with dossier.read() as connection:
            told = connection.execute(sa.select(schema.mention).order_by(schema.mention.c.person)).all()
    assert [row.name for row in told] == ["Ivan Mol", "Ivan Mol"]
    assert {(row.person, row.statement) for row in told} == {
        (person.key, person.statements[0]) for person in register.persons
    }
    assert len({row.person for row in told}) == 2
