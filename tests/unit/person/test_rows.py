from __future__ import annotations

from atleast.dossier.readings import Recorded
from atleast.model.source import Part
from atleast.model.words import EventType, PartKind
from atleast.person.rows import rows_of
from tests.support.told import WIRE, Source, told

TABLE, BODY, BOILERPLATE = PartKind.TABLE, PartKind.BODY, PartKind.BOILERPLATE


def at(start: int, by: Source = WIRE) -> Recorded:
    one = told(EventType.ARREST, f"2031-02-{start + 1:02}", by=by)
    object.__setattr__(one.statement, "start", start)
    return one


def tables(*parts: Part) -> list[str | None]:
    """The table of a statement at the start of each part."""
    record = [at(part.start) for part in parts]
    rows = rows_of(record, {WIRE.sha256: parts})
    return [rows[one.id].listed if one.id in rows else None for one in record]


def test_rows_that_follow_each_other_are_of_one_table_over_pages() -> None:
    first, furniture, second = tables(
        Part(TABLE, 0, 5, "page 1"), Part(BOILERPLATE, 6, 9, "page 1"), Part(TABLE, 10, 15, "page 2")
    )
    assert first == second is not None
    assert furniture is None


def test_another_sheet_is_another_table() -> None:
    one, two, three = tables(
        Part(TABLE, 0, 5, "sheet A, row 2"), Part(TABLE, 6, 9, "sheet A, row 3"), Part(TABLE, 10, 15, "sheet B, row 2")
    )
    assert one == two != three


def test_what_stands_between_parts_two_tables() -> None:
    one, between, two = tables(Part(TABLE, 0, 5), Part(BODY, 6, 9), Part(TABLE, 10, 15))
    assert between is None
    assert one != two


def test_a_statement_has_the_row_that_it_stands_in() -> None:
    within, after, elsewhere = at(3), at(7), at(3, Source("elsewhere.txt"))
    rows = rows_of([within, after, elsewhere], {WIRE.sha256: [Part(TABLE, 2, 5)]})
    assert rows[within.id].start == 2
    assert after.id not in rows
    assert elsewhere.id not in rows
