"""On which line of a TOML file a key stands: a library that parses TOML does not say so, and an error must."""

from __future__ import annotations

import re
from collections.abc import Sequence


def line_of(lines: Sequence[str], keys: Sequence[str]) -> int:
    """The line on which the key at the end of that path stands, counted from 1; that of the nearest table where none has it."""
    inside: list[str] = []
    best, depth = 1, 0
    for number, line in enumerate(lines, start=1):
        if header := re.match(r"\s*\[{1,2}((?:[^\[\]\"']|\"[^\"]*\"|'[^']*')+)\]", line):
            inside = _steps(header[1])
            named = inside
        elif pair := re.match(r"\s*((?:[\w\s.\-]|\"[^\"]*\"|'[^']*')+?)\s*=", line):
            named = inside + _steps(pair[1])
        else:
            continue
        if named == list(keys[: len(named)]) and len(named) > depth:
            best, depth = number, len(named)
    return best


def _steps(dotted: str) -> list[str]:
    """The keys in a dotted key; quoted ones without their marks."""
    return [
        double or single or bare for double, single, bare in re.findall(r"\"([^\"]*)\"|'([^']*)'|([^\s.\"']+)", dotted)
    ]
