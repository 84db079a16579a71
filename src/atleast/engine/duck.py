"""DuckDB in memory: one connection a task, no files, no network, the same answer each time."""

from __future__ import annotations

import os

import duckdb

_HALF = 0.5


def connect(*, threads: int | None = None, memory: int | None = None) -> duckdb.DuckDBPyConnection:
    """A fresh database in memory that cannot install anything or reach outside.

    `threads` and `memory` (bytes) bound what it may take: by default every core that the process may use, and half of the
    machine's memory.
    """
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    connection.execute("set autoload_known_extensions = false")
    connection.execute(f"set threads = {threads or _cores()}")
    connection.execute(f"set memory_limit = '{memory or _half_of_memory()}B'")
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set enable_progress_bar = false")
    return connection


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)


def _half_of_memory() -> int:
    if not hasattr(os, "sysconf"):
        return 4 * 1024**3
    return int(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * _HALF)
