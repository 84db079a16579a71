"""The texts with marks in tests/quality/texts are sound: what is copied is in the text, what is closed is in its list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from atleast.model.edtf import is_edtf
from atleast.model.words import Bound, Certainty, EventType, FigureKind, Ground

TEXTS = Path(__file__).parent / "texts"
FILES = sorted(TEXTS.glob("*/*.json"))
KEYS = {
    "top": "id language date publisher title text gold",
    "gold": "persons dates speech events counts",
    "dates": "quote edtf",
    "speech": "cue speaker certainty",
    "events": "trigger sentence type subject date place authority facility article penalty grounds certainty polarity",
    "counts": "quote bound value of place as_of figure origin",
}
Record = dict[str, Any]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_mark_fits_its_text(file: Path) -> None:
    assert list(_faults(file, json.loads(file.read_text("utf-8")))) == []


def test_no_text_stands_there_twice() -> None:
    texts = [json.loads(file.read_text("utf-8"))["text"] for file in FILES]
    assert len(set(texts)) == len(texts)


def _faults(file: Path, record: Record) -> Iterator[str]:
    text, gold = record["text"], record["gold"]
    yield from _keys("top", record)
    yield from _keys("gold", gold)
    if record["id"] != f"{file.parent.name}-{file.stem}" or record["language"].split("-")[0] != file.parent.name:
        yield f"id {record['id']} and language {record['language']} are not those of {file.parent.name}/{file.name}"
    yield from _date(record["date"])
    yield from (fault for name in gold["persons"] for fault in _copied(text, name))
    if len(set(gold["persons"])) != len(gold["persons"]):
        yield "a person stands there twice"
    for kind, check in (("dates", _dated), ("speech", _spoken), ("events", _event), ("counts", _count)):
        for mark in gold[kind]:
            yield from _keys(kind, mark)
            yield from check(text, mark)


def _dated(text: str, mark: Record) -> Iterator[str]:
    yield from _copied(text, mark["quote"])
    yield from _date(mark["edtf"])


def _spoken(text: str, mark: Record) -> Iterator[str]:
    yield from _copied(text, mark["cue"], mark["speaker"])
    yield from _closed(Certainty, mark["certainty"])


def _event(text: str, mark: Record) -> Iterator[str]:
    if text.count(mark["sentence"]) != 1:
        yield f"not once in the text: {mark['sentence']!r}"
    yield from _copied(mark["sentence"], mark["trigger"])
    yield from _copied(text, *mark["subject"])
    yield from _date(mark["date"])
    yield from _closed(EventType, mark["type"])
    yield from _closed(Ground, *mark["grounds"])
    yield from _closed(Certainty, mark["certainty"])
    if mark["polarity"] not in ("affirmed", "denied"):
        yield f"neither affirmed nor denied: {mark['polarity']!r}"


def _count(text: str, mark: Record) -> Iterator[str]:
    yield from _copied(text, mark["quote"])
    yield from _date(mark["as_of"])
    yield from _closed(Bound, mark["bound"])
    yield from _closed(FigureKind, mark["figure"])
    if type(mark["value"]) is not int:
        yield f"not a whole number: {mark['value']!r}"


def _copied(text: str, *words: str | None) -> Iterator[str]:
    """Words that do not stand in the text as whole words."""
    for copy in filter(None, words):
        if not re.search(rf"(?<!\w){re.escape(copy)}(?!\w)", text):
            yield f"not in the text: {copy!r}"


def _closed(allowed: type[StrEnum], *values: str) -> Iterator[str]:
    yield from (f"no {allowed.__name__}: {value!r}" for value in values if value not in list(allowed))


def _date(edtf: str | None) -> Iterator[str]:
    if edtf is not None and not is_edtf(edtf):
        yield f"not an EDTF date: {edtf!r}"


def _keys(kind: str, record: Record) -> Iterator[str]:
    if list(record) != KEYS[kind].split():
        yield f"{kind} has the keys {list(record)}"
