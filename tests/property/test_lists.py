"""Lists: whatever their rows and whenever they were taken in, the same persons follow, and nothing of a row is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from atleast.dossier.readings import Recorded
from atleast.model.lines import statement_id
from atleast.model.source import SourceText
from atleast.model.statement import check_all
from atleast.person.editions import Change, changes_of
from atleast.person.lists import lists_in
from atleast.person.matching import match
from atleast.person.mentions import mentions
from atleast.person.rows import rows_of
from atleast.statement.listed import tables_of
from atleast.statement.table import read_table
from tests.support.lists import listed

HEADING = "ID;Name;Date of birth;Sex;Date of arrest;Place of detention;Status;Colour"
ROWS = st.tuples(
    st.sampled_from(["", "1", "2", "3", "4"]),
    st.sampled_from(["Ivan Mol", "Ivan Mol", "Zoya Arko", "Maryna Dol", "", "Мария Дол"]),
    st.sampled_from(["", "1985", "1985-03-02", "03.1990", "31058", "?!x"]),
    st.sampled_from(["", "m", "f", "neither"]),
    st.sampled_from(["", "2031-02-07", "03.2031", "long ago"]),
    st.sampled_from(["", "Prison No. 1", "released", "unknown"]),
    st.sampled_from(["", "in custody", "active", "np", "whatever"]),
    st.sampled_from(["", "red", "a\tb"]),
).map(";".join)
EDITIONS = st.lists(st.lists(ROWS, min_size=1, max_size=5), min_size=1, max_size=3)


def texts_of(editions: Sequence[Sequence[str]]) -> list[SourceText]:
    with tempfile.TemporaryDirectory() as folder:
        return [
            listed(Path(folder), f"lamp-list 2031-0{month}-01.csv", HEADING, *rows, publisher="Lamp Centre")
            for month, rows in enumerate(editions, 1)
        ]


def record_of(texts: Sequence[SourceText]) -> list[Recorded]:
    return [
        Recorded(statement_id(each), each, text.source.name) for text in texts for each in read_table(text).statements
    ]


@given(EDITIONS, st.randoms(use_true_random=False))
def test_order_of_intake_does_not_matter(editions: list[list[str]], random: object) -> None:
    texts = texts_of(editions)
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = record_of(texts), record_of(shuffled)
    rows, others = rows_of(first, texts), rows_of(second, shuffled)
    assert rows == others
    told = {one.key: (one.name, one.names, one.source, one.row, one.facts) for one in mentions(first, rows)}
    assert told == {one.key: (one.name, one.names, one.source, one.row, one.facts) for one in mentions(second, others)}
    joined = [(person.key, person.names, [one.key for one in person.mentions]) for person in match(first, rows).persons]
    again = [(one.key, one.names, [each.key for each in one.mentions]) for one in match(second, others).persons]
    assert joined == again


@given(EDITIONS)
def test_a_row_is_a_claim_by_its_list_and_its_quote_is_the_row(editions: list[list[str]]) -> None:
    for text in texts_of(editions):
        reading = read_table(text)
        check_all(reading.statements, text)
        spans = {(row.start, row.end) for table in tables_of(text) for row in table.rows}
        for each in reading.statements:
            assert [link.name for link in each.chain] == ["Lamp Centre"]
            assert (each.start, each.end) in spans


@given(EDITIONS)
def test_every_cell_is_kept_and_what_makes_no_sense_is_told(editions: list[list[str]]) -> None:
    for text, rows in zip(texts_of(editions), editions, strict=True):
        told = [each.problem for each in read_table(text).problems]
        for table in tables_of(text):
            assert list(table.heading.named) == HEADING.split(";")
            for row in table.rows:
                assert all(text.text[cell.start : cell.end] == cell.text for cell in row.cells)
            assert len(table.rows) == len([row for row in rows if row.strip(";")])
        for words in ("?!x", "neither", "long ago"):
            named = [row for row in rows if words in row.split(";")]
            assert len([each for each in told if repr(words) in each]) >= len(
                [row for row in named if words != "long ago" or row.split(";")[1]]
            )


@given(EDITIONS)
def test_changes_read_backwards_are_the_opposite(editions: list[list[str]]) -> None:
    texts = texts_of([*editions, editions[0]])
    opposite = {Change.ADDED: Change.GONE, Change.GONE: Change.ADDED}
    for held in lists_in(texts, ()):
        forwards = list(changes_of(held))
        turned = type(held)(held.name, tuple(reversed(held.editions)))
        backwards = reversed(list(changes_of(turned)))
        for there, back in zip(forwards, backwards, strict=True):
            told = [(row.change, row.after or row.before) for row in there.rows if row.change is not Change.CHANGED]
            mirrored = [
                (opposite.get(row.change, row.change), row.after or row.before)
                for row in back.rows
                if row.change is not Change.CHANGED
            ]
            assert sorted(map(repr, told)) == sorted(map(repr, mirrored))
            changed = [row for row in there.rows if row.change is Change.CHANGED]
            assert len(changed) == len([row for row in back.rows if row.change is Change.CHANGED])
