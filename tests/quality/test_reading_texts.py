"""How well our own texts with marks are read, tuned and held-out ones apart. The floors only rise.

The texts are about invented States (see texts/README.md), and their marks were made before any program had read them. Texts whose
number is a multiple of three are held out from whoever makes the rules. A language is added with its last text, its pins, and
the floors that it has reached, by measure and letter: "events p".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from atleast.statement.reader import reader_for
from tests.support.scoring import SHARED, our_files, pinned, scores

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "tools").is_dir(), reason="the program that scores readings is not here"),
]


@dataclass(frozen=True, slots=True)
class Floors:
    """What one language has reached on the texts up to a number: for those tuned on, and for those held out."""

    last: int
    """The number of the last text that was measured; later ones do not count yet."""
    pins: tuple[str, str]
    tuned: dict[str, float]
    held_out: dict[str, float]


FLOORS = {
    "en": Floors(
        65,
        ("bad036b1915942ad", "e164d95abd4a1946"),
        {"events p": 0.93, "events r": 0.82, "event subject f1": 0.86, "event date f1": 0.70},
        {"events p": 0.85, "events r": 0.66, "event subject f1": 0.64, "event date f1": 0.67},
    ),
}


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held out"])
@pytest.mark.parametrize("language", sorted(FLOORS))
def test_our_texts_are_read_as_well_as_before(language: str, held_out: bool, tmp_path: Path) -> None:
    floors = FLOORS[language]
    files = [file for file in our_files(language, held_out=held_out) if int(file.stem) <= floors.last]
    assert pinned(files) == floors.pins[held_out], "other marks than those the floors were measured on: measure again"
    reader = reader_for(language)
    assert reader is not None
    found = scores(reader, files, tmp_path, language)
    assert found["span integrity"] == 1
    below = {
        measure: (value, floor)
        for measure, floor in (floors.held_out if held_out else floors.tuned).items()
        if (value := found[measure.rpartition(" ")[0]][measure.rpartition(" ")[2]]) < floor
    }
    assert not below
