"""Which records are looked at together: blocks, by number, of bounded size, so that work grows with the records and no faster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb


@dataclass(frozen=True, slots=True)
class Block:
    """Records with equal values of all `terms` (SQL over the table's columns) are looked at together, unless one is null.

    A block of more than `most` records tells nobody apart, and is not looked at: other blocks have finer terms. Of the pairs
    of a block only those are kept that fulfil `condition` (SQL over l.<column> and r.<column>), where there is one.
    """

    terms: tuple[str, ...]
    most: int
    condition: str | None = None


def with_blocks(connection: duckdb.DuckDBPyConnection, table: str, blocks: Sequence[Block], into: str) -> list[int]:
    """Make a table `into` like `table` with columns block_0, block_1 ...: for each record the number of its block, or null.

    Returns for each block the number of records that were left out since their block is too large.
    """
    numbers = ", ".join(f"{_number(block)} as block_{at}" for at, block in enumerate(blocks))
    connection.execute(f"create or replace temp table numbered as select *, {numbers} from {table}")  # noqa: S608
    left_out = []
    for at, block in enumerate(blocks):
        connection.execute(
            f"create or replace temp table size_{at} as select block_{at} as number, count(*) as n"  # noqa: S608
            f" from numbered where block_{at} is not null group by 1 having n > 1"
        )
        found = connection.execute(f"select coalesce(sum(n), 0) from size_{at} where n > {block.most}").fetchone()  # noqa: S608
        left_out.append(int(found[0]) if found else 0)
    kept = ", ".join(f"s{at}.number as block_{at}" for at in range(len(blocks)))
    joins = " ".join(
        f"left join size_{at} s{at} on s{at}.number = numbered.block_{at} and s{at}.n <= {block.most}"
        for at, block in enumerate(blocks)
    )
    dropped = ", ".join(f"block_{at}" for at in range(len(blocks)))
    connection.execute(
        f"create or replace table {into} as select numbered.* exclude ({dropped}), {kept} from numbered {joins}"  # noqa: S608
    )
    connection.execute("drop table numbered")
    for at in range(len(blocks)):
        connection.execute(f"drop table size_{at}")
    return left_out


def _number(block: Block) -> str:
    known = " and ".join(f"{term} is not null" for term in block.terms)
    return f"case when {known} then hash({', '.join(block.terms)}) end"


def pairs_in_blocks(
    connection: duckdb.DuckDBPyConnection, table: str, blocks: Sequence[Block], unless: str, into: str
) -> int:
    """Make a table `into` of the pairs that meet in any block, as Splink wants it, and return how many they are.

    `unless` is a condition (SQL over l and r) under which two records are no pair. Each block is joined by itself and pairs
    that meet twice are dropped after it: Splink's own way asks of each pair whether all earlier rules let it through.
    """
    joined = " union all ".join(
        f"select '{at}' as match_key, l.unique_id as join_key_l, r.unique_id as join_key_r from {table} l join {table} r"  # noqa: S608
        f" on l.block_{at} = r.block_{at} and l.unique_id < r.unique_id where {unless} and ({block.condition or 'true'})"
        for at, block in enumerate(blocks)
    )
    connection.execute(
        f"create or replace table {into} as select min(match_key) as match_key, join_key_l, join_key_r"  # noqa: S608
        f" from ({joined}) group by join_key_l, join_key_r"
    )
    found = connection.execute(f"select count(*) from {into}").fetchone()  # noqa: S608
    return int(found[0]) if found else 0
