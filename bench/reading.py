"""How well each language is read, beside its floors; what reading costs; and what it gains by more processes.

Tuned texts are those whose errors the makers of the rules have seen, held-out ones those of which they have seen the score alone.
What needs the material in ../shared, the scorer among it, is said to be not measured where that is not there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from atleast.statement.reader import reader_for
from bench import reading_cost, reading_names
from tests.quality import test_reading_english, test_reading_slavic
from tests.support.scoring import SHARED, gold_files, our_files, pinned, scores

_LANGUAGES = ("en", "ru", "be", "uk")
_MEASURES = {
    "events p": "events, precision",
    "events r": "events, recall",
    "event subject f1": "subject, given the event",
    "event date f1": "date, given the event",
    "counts f1": "counts",
    "speech f1": "speaker, given speech",
}
# What unseen text is to be read to: precision, recall and F1 as they are measured here.
_BARS = {
    "en": {"events p": 0.92, "event subject f1": 0.92, "event date f1": 0.85, "counts f1": 0.95, "speech f1": 0.90},
    "others": {"events p": 0.90, "event subject f1": 0.88, "event date f1": 0.85, "counts f1": 0.92, "speech f1": 0.85},
}
_TUNED, _HELD_OUT = "tuned", "held out"
_SCORER = SHARED / "tools" / "score_reading.py"


def run() -> int:
    """Print it all; 1 where a floor is broken or a bar is missed."""
    return max(quality(), reading_names.run(), reading_cost.run())


def quality() -> int:
    """Print how well each language is read; 1 where a floor is broken."""
    if not _SCORER.is_file():
        print("\n== How well it is read: the scorer in ../shared is not here, so nothing is measured")
        return 0
    return max([_show(*each) for each in _sets()])


def _sets() -> Iterator[tuple[str, str, Sequence[Path], Mapping[str, float]]]:
    """What is scored: whose texts, the language, their files of marks, and the floors that hold for them."""
    for language in _LANGUAGES:
        for part in (_TUNED, _HELD_OUT):
            yield f"shared gold, {part}", language, _shared(language, part), _floors(language, part)
        for part in (_TUNED, _HELD_OUT):
            yield f"our own texts, {part}", language, our_files(language, held_out=part == _HELD_OUT), {}


def _shared(language: str, part: str) -> list[Path]:
    if language == "en":
        return gold_files("en", held_out=part == _HELD_OUT)
    held_out = test_reading_slavic.HELD_OUT
    return [file for file in gold_files(language) if (file.stem in held_out) == (part == _HELD_OUT)]


def _floors(language: str, part: str) -> Mapping[str, float]:
    if language == "en":
        return test_reading_english.FLOORS[part == _HELD_OUT]
    return test_reading_slavic.FLOORS.get((language, part), {})


def _show(whose: str, language: str, files: Sequence[Path], floors: Mapping[str, float]) -> int:
    if not files:
        return 0
    print(f"\n== {language}: {whose}, {len(files)} texts ({pinned(files)})")
    reader = reader_for(language)
    assert reader is not None
    with tempfile.TemporaryDirectory() as scratch:
        found = scores(reader, list(files), Path(scratch), language)
    bars = _BARS.get(language, _BARS["others"])
    broken = [each for each in _MEASURES if not _line(each, found, floors.get(each), bars.get(each))]
    whole = found["span integrity"]
    print(f"{'quotes equal to their slice':<40}{'' if whole is None else f'{whole:.3f}':>8}")
    return 1 if broken or whole != 1 else 0


def _line(measure: str, found: Mapping[str, Any], floor: float | None, bar: float | None) -> bool:
    """Print one measure beside its floor and what is to be reached; whether it keeps its floor."""
    what, _, which = measure.rpartition(" ")
    row = found[what]
    value = row[which]
    kept = floor is None or (value is not None and value >= floor)
    beside = "" if bar is None else f"   to reach {bar:.2f}"
    beside += "" if floor is None else f"   floor {floor:.2f}{'' if kept else ': BROKEN'}"
    print(f"{_MEASURES[measure]:<40}{'-' if value is None else f'{value:.3f}':>8}   of {row['gold']:<5}{beside}")
    return kept
