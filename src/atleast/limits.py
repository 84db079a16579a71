"""The limits within which files from strangers are opened: one place, numbers with their units.

A file beyond a limit is kept and listed, with the limit and the remedy named; it is never cut short in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader of untrusted files may take. `[limits]` in mandate.toml overrides any of them by name."""

    file_bytes: int = 64 * MIB
    """Largest file whose text is laid out, in bytes. A larger one is kept but not read."""
    text_characters: int = 8_000_000
    """Longest text of one source, in characters (about 4,000 printed pages)."""
    pages: int = 2_000
    """Most pages of one document."""
    table_rows: int = 200_000
    """Most rows of one spreadsheet or CSV file, all sheets together."""
    table_columns: int = 500
    """Most columns of one row."""
    archive_members: int = 10_000
    """Most files taken out of one archive, all levels together."""
    archive_bytes: int = 512 * MIB
    """Most bytes taken out of one archive, all levels together, counted while unpacking."""
    archive_ratio: int = 200
    """Most bytes that one packed byte may unpack to, for members over 1 MiB unpacked."""
    archive_depth: int = 3
    """Deepest archive within an archive."""
    reader_seconds: float = 120.0
    """Longest time that one file may take to lay out, in seconds of wall time."""
    reader_bytes: int = 2_048 * MIB
    """Most memory (address space) that the reading process may take beyond its start, in bytes; where the system can say."""
    reading_seconds: float = 120.0
    """Longest time that 100,000 characters, or part of them, may take to read into statements, in seconds of wall time."""
    reading_bytes: int = 2_048 * MIB
    """Most memory (address space) that a worker may take for it beyond what it has, in bytes; where the system can say."""
    model_seconds: float = 120.0
    """Longest time that a language model may take for one answer, in seconds of wall time."""
    model_bytes: int = MIB
    """Longest answer of a language model, in bytes."""
    model_proposals: int = 200
    """Most statements that it may propose in one answer."""
    name_characters: int = 1_000
    """Longest name of a source, in characters."""


DEFAULT_LIMITS = Limits()
