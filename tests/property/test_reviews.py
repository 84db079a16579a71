"""Whatever people say of statements in whatever order, and however often readers read again: the last word about each holds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atleast.dossier import readings, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.readings import Reading
from atleast.model.source import Layout, Part, SourceText
from atleast.model.statement import Statement
from atleast.model.words import PartKind, ReadingState
from atleast.statement.reviewing import confirm, reject, withdraw
from tests.support.readers import a_text, arrest

NAMES = ("one", "two", "three")
ACTS: dict[str, Callable[..., object]] = {"confirm": confirm, "reject": reject, "withdraw": withdraw}
STEPS = st.lists(st.tuples(st.sampled_from([*ACTS, "read again"]), st.sampled_from(NAMES)), max_size=12)


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield new_dossier(Path(folder) / "dossier")


@given(STEPS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_last_word_holds(root: Path, steps: list[tuple[str, str]]) -> None:
    with open_dossier(root, write=True) as dossier:
        ids = _put(dossier)
        said: dict[str, str | None] = dict.fromkeys(NAMES)
        for version, (step, name) in enumerate(steps, 2):
            if step == "read again":
                _read(dossier, name, version)
            elif step == "withdraw" and said[name] is None:
                continue
            else:
                ACTS[step](dossier, [ids[name]], by="N. Reader", why="so it is")
                said[name] = None if step == "withdraw" else step
        with dossier.read() as connection:
            every = {each.id: each for each in readings.every_recorded(connection)}
            counting = {each.id for each in readings.recorded(connection)}
    assert set(every) >= set(ids.values())
    for name, identity in ids.items():
        assert every[identity].rejected == (said[name] == "reject")
        assert every[identity].statement.reviewed == (said[name] == "confirm")
        assert (identity in counting) == (said[name] != "reject")


def _put(dossier: Dossier) -> dict[str, str]:
    """The ids of the statements of the three sources, read once more by a first version, with nothing said of them."""
    for name in NAMES:
        text = a_text(name)
        with dossier.write() as tx:
            if sources.get(tx, name) is None:
                sources.put(tx, text.source, Layout(text.text, (Part(PartKind.BODY, 0, len(text.text)),)))
        _read(dossier, name, 1)
    with dossier.read() as connection:
        found = readings.every_recorded(connection)
    for each in found:
        if each.review is not None:
            withdraw(dossier, [each.id], by="N. Reader")
    return {each.statement.source: each.id for each in found}


def _read(dossier: Dossier, name: str, version: int) -> None:
    text: SourceText = a_text(name)
    said: Statement = arrest(text)
    reading = Reading(name, PartKind.BODY, "fake", version, ReadingState.READ, "2031-05-12T09:30:00Z")
    with dossier.write() as tx:
        readings.put(tx, reading, text, [said])
