"""Sentences that the English reader reads as it was agreed, and what it must never read out of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from atleast.model.statement import Event
from atleast.model.words import Stance
from tests.support.english import events, positions, read, speakers

HERE = Path(__file__).parent


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _cases(name: str) -> list[object]:
    pairs = (line.split(" => ") for line in _lines(HERE / "right" / "english" / name))
    return [pytest.param(sentence, expected, id=sentence[:60]) for sentence, expected in pairs]


@pytest.mark.parametrize(("sentence", "types"), _cases("events.txt"))
def test_a_sentence_tells_of_these_events_and_no_others(sentence: str, types: str) -> None:
    assert ", ".join(sorted(event.type.value for event in events(sentence))) == types


@pytest.mark.parametrize(("sentence", "speaker"), _cases("speakers.txt"))
def test_somebody_is_heard(sentence: str, speaker: str) -> None:
    assert speaker in {name for statement in read(sentence) for name in speakers(statement)}


@pytest.mark.parametrize("path", sorted((HERE / "wrong" / "english").glob("*.txt")), ids=lambda path: path.stem)
def test_no_event_is_read_out_of(path: Path) -> None:
    for sentence in _lines(path):
        found = [statement.content.type.value for statement in read(sentence) if isinstance(statement.content, Event)]
        assert found == [], sentence


@pytest.mark.parametrize(("sentence", "expected"), _cases("positions.txt"))
def test_somebody_takes_a_stance(sentence: str, expected: str) -> None:
    found = [one for one in positions(sentence) if one.stance is not Stance.VIEW]
    assert [f"{one.holder} | {one.stance.value} | {one.toward or '-'} | {one.text}" for one in found] == [expected]


@pytest.mark.parametrize(
    "path", sorted((HERE / "wrong" / "english-speakers").glob("*.txt")), ids=lambda path: path.stem
)
def test_nobody_is_heard_in(path: Path) -> None:
    for sentence in _lines(path):
        assert [speakers(statement) for statement in read(sentence) if speakers(statement)] == [], sentence


@pytest.mark.parametrize(
    "path", sorted((HERE / "wrong" / "english-positions").glob("*.txt")), ids=lambda path: path.stem
)
def test_nobody_takes_a_stance_in(path: Path) -> None:
    for sentence in _lines(path):
        assert [one for one in positions(sentence) if one.stance is not Stance.VIEW] == [], sentence
