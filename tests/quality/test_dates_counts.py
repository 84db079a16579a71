"""How well dates and counts are read, against marks made by hand, on two halves of the texts.

The halves are told apart by the parity of the SHA-256 of a text's id. The rules were made with the errors of the tuned
half in view, and never with those of the other; the floors are somewhat below what was measured.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atleast.statement.counts import find_counts
from atleast.statement.dates import find_dates

SHARED = Path(__file__).resolve().parents[3] / "shared"
LANGUAGES = {"en", "ru", "be", "uk"}
NEARBY = 150
"""How far a count may begin from its mark, in characters: the marks name no sentence."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the texts with marks made by hand are not here"),
]


@dataclass(frozen=True)
class Text:
    text: str
    date: str | None
    language: str
    gold: dict[str, Any]


def _texts(tuned: bool) -> Iterator[Text]:
    for file in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        corpus = SHARED / "corpus" / file.name
        is_tuned = int(hashlib.sha256(gold["id"].encode()).hexdigest(), 16) % 2 == 0
        if is_tuned == tuned and corpus.is_file() and gold["language"].split("-")[0] in LANGUAGES:
            source = json.loads(corpus.read_text("utf-8"))
            yield Text(source["text"], source.get("date"), gold["language"], gold)


def _dates(text: Text) -> tuple[int, int, int]:
    """Right, found and marked: the same words with the same meaning."""
    found = find_dates(text.text, 0, len(text.text), text.date, text.language)
    said = {(text.text[each.start : each.end], each.when.edtf if each.when else None) for each in found}
    gold = {(mark["quote"], mark["edtf"]) for mark in text.gold["dates"]}
    return len(said & gold), len(said), len(gold)


def _counts(text: Text) -> tuple[int, int, int]:
    """The same for counts: value and bound, near to the mark, one to one."""
    found = find_counts(text.text, 0, len(text.text), text.date, text.language)
    free = list(found)
    for mark in text.gold["counts"]:
        place = text.text.find(mark["quote"])
        same = [
            each
            for each in free
            if (each.count.value, each.count.bound.value) == (mark["value"], mark["bound"])
            and abs(each.start - place) < NEARBY
        ]
        if same:
            free.remove(min(same, key=lambda each: abs(each.start - place)))
    return len(found) - len(free), len(found), len(text.gold["counts"])


def _f1(score: Callable[[Text], tuple[int, int, int]], *, tuned: bool) -> float:
    right, found, gold = (sum(column) for column in zip(*map(score, _texts(tuned)), strict=True))
    return float(2 * right / (found + gold))


@pytest.mark.parametrize(("tuned", "floor"), [(True, 0.95), (False, 0.88)])
def test_dates(tuned: bool, floor: float) -> None:
    assert _f1(_dates, tuned=tuned) >= floor


@pytest.mark.parametrize(("tuned", "floor"), [(True, 0.95), (False, 0.80)])
def test_counts(tuned: bool, floor: float) -> None:
    assert _f1(_counts, tuned=tuned) >= floor
