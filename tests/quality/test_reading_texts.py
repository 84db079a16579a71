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
    "be": Floors(
        19,
        ("0ff4cd480f06bbf6", "e873ab3e06d58073"),
        {
            "events p": 0.83,
            "events r": 0.83,
            "event subject f1": 0.79,
            "event date f1": 0.58,
            "counts f1": 0.97,
            "count figure f1": 0.93,
            "speech f1": 0.85,
        },
        {
            "events p": 0.93,
            "events r": 0.57,
            "event subject f1": 0.69,
            "event date f1": 0.74,
            "counts f1": 0.79,
            "count figure f1": 0.49,
            "speech f1": 0.54,
        },
    ),
    "en": Floors(
        65,
        ("bad036b1915942ad", "e164d95abd4a1946"),
        {
            "events p": 0.92,
            "events r": 0.81,
            "event subject f1": 0.83,
            "event date f1": 0.69,
            "counts f1": 0.90,
            "count figure f1": 0.87,
            "speech f1": 0.86,
        },
        {
            "events p": 0.84,
            "events r": 0.65,
            "event subject f1": 0.61,
            "event date f1": 0.66,
            "counts f1": 0.76,
            "count figure f1": 0.68,
            "speech f1": 0.70,
        },
    ),
    "ru": Floors(
        20,
        ("00b9580eac037912", "6adf9940d1f85f60"),
        {
            "events p": 0.88,
            "events r": 0.87,
            "event subject f1": 0.74,
            "event date f1": 0.80,
            "counts f1": 0.96,
            "count figure f1": 0.87,
            "speech f1": 0.77,
        },
        {
            "events p": 0.88,
            "events r": 0.72,
            "event subject f1": 0.71,
            "event date f1": 0.41,
            "counts f1": 0.76,
            "count figure f1": 0.81,
            "speech f1": 0.81,
        },
    ),
    "uk": Floors(
        16,
        ("fe9f90f8cb447e03", "fe767659effe3af4"),
        {
            "events p": 0.90,
            "events r": 0.88,
            "event subject f1": 0.75,
            "event date f1": 0.63,
            "counts f1": 0.89,
            "count figure f1": 0.94,
            "speech f1": 0.88,
        },
        {
            "events p": 0.85,
            "events r": 0.53,
            "event subject f1": 0.85,
            "event date f1": 0.81,
            "counts f1": 0.92,
            "count figure f1": 0.69,
            "speech f1": 0.63,
        },
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
