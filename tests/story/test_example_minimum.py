"""The minimum of the example holds: on no day is it more than the people who were held, by its truth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from atleast.dossier.dossier import Dossier, open_dossier
from atleast.figure.counting import count
from tests.support.dossiers import SOURCES, atleast

TRUTH: dict[str, Any] = json.loads((SOURCES.parent / "truth.json").read_text(encoding="utf-8"))
DAYS = sorted(TRUTH["held_on_all"])


@pytest.fixture(scope="module")
def example(finished: Path) -> Iterator[Dossier]:
    with open_dossier(finished) as opened:
        yield opened


@pytest.mark.parametrize("day", DAYS)
def test_the_minimum_holds_and_says_something(example: Dossier, day: str) -> None:
    held = TRUTH["held_on_all"][day]
    counted = count(example, day=date.fromisoformat(day))
    assert 0.9 * len(held) <= counted.value <= len(held)


def test_nobody_counts_who_was_released_or_died_under_another_spelling(example: Dossier) -> None:
    counted = count(example, day=date(2031, 4, 1))
    assert "Natalia Brukova" in {member.person for member in counted.possible}
    assert "Natalia Brukova" not in {member.person for member in counted.members}


def test_the_example_says_so_in_the_terminal_and_on_the_page(example: Dossier) -> None:
    folder = example.paths.root
    said = atleast("count", "--as-of", "2031-04-01", "--dossier", folder).stdout
    assert "what may be spellings of one name counts once" in said
    assert "may be the same as Andrei Kalvashuk" in said
    (page,) = folder.glob("report/*/report.html")
    assert "those that may be spellings of one name count once" in page.read_text("utf-8")
