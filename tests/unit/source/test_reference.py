"""The page on sources tells the limits as they are."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

from atleast.limits import DEFAULT_LIMITS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "sources.md"


def test_the_table_of_limits_is_that_of_the_program() -> None:
    table = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", PAGE.read_text("utf-8"), re.MULTILINE))
    assert table == {name: str(value) for name, value in asdict(DEFAULT_LIMITS).items()}
