from __future__ import annotations

import pyarrow as pa

from atleast.engine.blocks import Block, with_blocks
from atleast.engine.duck import connect

ROWS = pa.table(
    {
        "id": ["a", "b", "c", "d", "e"],
        "family": ["leu", "leu", "leu", "tarvuk", None],
        "town": ["x", "x", "y", "y", "y"],
    }
)


def _blocks(*blocks: Block) -> tuple[list[dict[str, object]], list[int]]:
    connection = connect(threads=1)
    connection.register("rows", ROWS)
    left_out = with_blocks(connection, "rows", blocks, into="blocked")
    return connection.execute("select * from blocked order by id").to_arrow_table().to_pylist(), left_out


def test_who_shares_all_terms_shares_a_number_and_whoever_is_alone_or_lacks_one_has_none() -> None:
    rows, left_out = _blocks(Block(("family", "town"), 10))
    numbers = [row["block_0"] for row in rows]
    assert numbers[0] == numbers[1] is not None
    assert numbers[2:] == [None, None, None]
    assert left_out == [0]


def test_a_block_that_is_too_large_is_not_looked_at_and_said() -> None:
    rows, left_out = _blocks(Block(("family",), 2), Block(("town",), 3))
    assert [row["block_0"] for row in rows] == [None] * 5
    assert left_out == [3, 0]
    assert rows[2]["block_1"] == rows[3]["block_1"] == rows[4]["block_1"] is not None


def test_nothing_else_changes() -> None:
    rows, _ = _blocks(Block(("family",), 10))
    assert [{key: row[key] for key in ("id", "family", "town")} for row in rows] == ROWS.to_pylist()
