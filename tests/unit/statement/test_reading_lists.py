"""A list of cases in a dossier: each stretch of it is read once, by the reader that it is for."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from atleast.dossier import originals, readings, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Source, SourceText
from atleast.model.statement import Statement
from atleast.model.words import PartKind, SourceState
from atleast.source.intake import add
from atleast.source.writing import laid_out
from atleast.statement import reading
from atleast.statement.reading import read

LIST = """1. Anton Lisk

Date of arrest: 3 May 2031

Charge: Criminal Code Article 342

Case background: Lisk edited a newspaper in Velgrad, and was taken from his home in the night by men in masks.
"""


@dataclass
class Listening:
    """A reader of English that says nothing and keeps what it was given to read."""

    name: str = "listening"
    version: int = 1
    languages: frozenset[str] = frozenset({"en"})
    heard: list[str] = field(default_factory=list)

    def read(self, source: SourceText) -> list[Statement]:
        self.heard += [source.text[part.start : part.end] for part in source.parts if part.kind is PartKind.BODY]
        return []

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        for source in sources:
            yield source, self.read(source)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with open_dossier(new_dossier(tmp_path / "dossier"), write=True) as opened:
        yield opened


def put(dossier: Dossier, name: str, text: str) -> None:
    layout = laid_out(text, name, DEFAULT_LIMITS)
    digest = originals.keep(dossier.paths, io.BytesIO(text.encode())).sha256
    source = Source(digest, name, 1, "text/plain", SourceState.LAID_OUT, "2031-05-12T09:30:00Z", credit=layout.credit)
    with dossier.write() as tx:
        sources.put(tx, source, layout)


def test_fields_and_prose_are_read_apart_and_both_readings_stand(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    prose = Listening()
    monkeypatch.setattr(reading, "readers", lambda: (prose,))
    put(dossier, "list.txt", LIST)
    put(dossier, "article.txt", "Men in masks took the editor of a newspaper from his home in the night.\n")
    tally = read(dossier)
    assert (tally.readings, tally.statements, tally.failed) == (3, 2, ())
    with dossier.read() as connection:
        stand = [(one.part, one.reader) for one in readings.current(connection)]
        said = [one.statement.quote for one in readings.recorded(connection)]
    assert sorted(stand) == [(PartKind.BODY, "listening"), (PartKind.BODY, "listening"), (PartKind.FIELD, "labels")]
    assert said == ["Date of arrest: 3 May 2031", "Charge: Criminal Code Article 342"]
    assert not [words for words in prose.heard if "Date of" in words or "Charge" in words or "background" in words]
    assert any(words.startswith("Lisk edited a newspaper") for words in prose.heard)
    assert read(dossier).readings == 0


def test_a_table_is_read_again_when_lists_toml_changes_and_only_that_one(tmp_path: Path) -> None:
    root = new_dossier(tmp_path / "dossier")
    (tmp_path / "sources").mkdir()
    for name in ("lamp", "torch"):
        (tmp_path / "sources" / f"{name}.csv").write_text("Name,Taken\nAnton Lisk,3 May 2031\n" + f"{name},\n")

    def found(text: str) -> tuple[int, int, list[str]]:
        root.joinpath("lists.toml").write_text(text, encoding="utf-8")
        with open_dossier(root, write=True) as opened:
            add(opened, tmp_path / "sources")
            tally = read(opened)
            with opened.read() as connection:
                stand = [each.statement.reader for each in readings.recorded(connection)]
        return tally.readings, tally.statements, stand

    assert found("") == (2, 0, [])
    block = '["lamp"]\ncolumns = { "Taken" = "arrest_date" }\n'
    again, new, stand = found(block)
    assert (again, new) == (1, 1)
    assert stand[0].startswith("table-")
    assert found(block)[0] == 0
    assert found("") == (1, 0, [])
    assert found(block)[:2] == (1, 1)
