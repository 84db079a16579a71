"""Texts whose turns are read as it was agreed, and texts in which nobody takes turns."""

from __future__ import annotations

from pathlib import Path

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Source, SourceText
from atleast.model.words import SourceState
from atleast.source.layout import open_source
from atleast.statement.turns import turns_of

HERE = Path(__file__).parent


def _laid_out(path: Path, text: str) -> SourceText:
    path.write_text(text, "utf-8")
    layout = open_source(path, path.name, DEFAULT_LIMITS).layout
    assert layout is not None
    source = Source("0" * 64, path.name, 1, "text/plain", SourceState.LAID_OUT, "2026-01-01T00:00:00Z", credit=Credit())
    return SourceText(source, layout.text, layout.parts)


@pytest.mark.parametrize("path", sorted((HERE / "right" / "turns").glob("*.txt")), ids=lambda path: path.stem)
def test_turns_are_read(path: Path, tmp_path: Path) -> None:
    text, _, expected = path.read_text("utf-8").partition("====\n")
    source = _laid_out(tmp_path / path.name, text)
    found = [
        f"{turn.role.value} | {turn.name or '-'} | {' '.join(source.text[turn.start : turn.end].split()[:3])}"
        for turn in turns_of(source, path.name[:2])
    ]
    assert found == expected.splitlines()


@pytest.mark.parametrize("path", sorted((HERE / "wrong" / "turns").glob("*.txt")), ids=lambda path: path.stem)
def test_nobody_takes_turns_in(path: Path, tmp_path: Path) -> None:
    assert turns_of(_laid_out(tmp_path / path.name, path.read_text("utf-8")), path.name[:2]) == ()
