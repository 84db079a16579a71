"""Time and memory of linking at scale, from columns of text to clusters, beside plain Splink on the same rows in the same run.

Each runs as a process of its own; the rows are made before and kept as Parquet, and reading them counts for both.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pyarrow.parquet

from atleast.person.linking import Profile, cluster, link
from bench import linking_plain
from bench.linking_data import Known, many
from bench.linking_measures import of_clusters
from bench.measuring import MIB, cost_of, show

_SIZES = (100_000, 1_000_000)


def run() -> int:
    """Print CPU time, memory and their ratios; 1 where a bar is missed."""
    within, cpu = True, {}
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            rows = Path(folder) / "rows.parquet"
            pyarrow.parquet.write_table(many(size).lists[0][0], rows)
            ours, plain = (
                cost_of("-m", "bench.linking_scale", who, str(rows), one_core=False) for who in ("ours", "plain")
            )
        cpu[size] = ours.cpu
        print(f"\n== {size:,} rows of 112 lists")
        print(
            f"  ours {ours.cpu:.1f} CPU s, {ours.peak / MIB:,.0f} MiB   Splink {plain.cpu:.1f} CPU s, {plain.peak / MIB:,.0f} MiB"
        )
        within &= show(f"{size:,} rows: CPU time over plain Splink's", ours.cpu / plain.cpu, "", at_most=1.5)
        within &= show(f"{size:,} rows: memory over plain Splink's", ours.peak / plain.peak, "", at_most=1.2)
    small, large = _SIZES
    within &= show(
        "time a row at the larger size over that at the smaller", cpu[large] / large / (cpu[small] / small), "", 1.5
    )
    return 0 if within else 1


def _main(who: str, rows: str) -> None:
    table = pyarrow.parquet.read_table(rows)
    holds = many(1).lists[0][1].columns
    known = Known([(table, Profile("row", holds))], {row: row.split("-")[1] for row in table["row"].to_pylist()})
    groups = cluster(link(known.lists).pairs).groups if who == "ours" else linking_plain.many(known).groups
    print(of_clusters(groups, known.truth).pairs, file=sys.stderr)


if __name__ == "__main__":
    _main(*sys.argv[1:])
