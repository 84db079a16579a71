"""A dossier's sources are shown to a model once each; what comes of it is on record, and what did not come is left for later."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from atleast.dossier import originals, readings, sources
from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.dossier.verifying import verify
from atleast.errors import MandateError
from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Layout, Part, Source
from atleast.model.words import Check, PartKind, SourceState
from atleast.statement.proposing.asking import Asked, ask
from atleast.statement.proposing.client import NoAnswer
from atleast.statement.proposing.reader import ModelReader
from tests.support.model_server import RAW, proposal, proposals


@dataclass
class Scripted:
    """A model that answers what stands in a script, by a word of the text; the arrest in the text where none does."""

    script: Mapping[str, bytes | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, request: Mapping[str, Any]) -> bytes:
        text = request["messages"][-1]["content"]
        word = text.split()[2]
        self.asked.append(word)
        said = self.script.get(word, proposals(proposal(f"{word} Ketlin was arrested.", f"{word} Ketlin")))
        if isinstance(said, Exception):
            raise said
        return said


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with open_dossier(new_dossier(tmp_path / "dossier"), write=True) as opened:
        yield opened


def put(dossier: Dossier, *names: str, language: str = "en") -> None:
    for name in names:
        text = f"{name} Ketlin was arrested."
        digest = originals.keep(dossier.paths, io.BytesIO(name.encode())).sha256
        credit = Credit(language=language)
        source = Source(digest, name, 1, "text/plain", SourceState.LAID_OUT, "2031-05-12T09:30:00Z", credit=credit)
        with dossier.write() as tx:
            sources.put(tx, source, Layout(text, (Part(PartKind.BODY, 0, len(text)),), credit))


def model(script: Mapping[str, bytes | Exception] | None = None, version: int = 1) -> ModelReader:
    return ModelReader(Scripted(script or {}), "tiny", version, DEFAULT_LIMITS)


def names(reader: ModelReader) -> list[str]:
    assert isinstance(reader.model, Scripted)
    return reader.model.asked


def proposed(dossier: Dossier) -> list[str]:
    with dossier.read() as connection:
        return [each.source_name for each in readings.every_recorded(connection) if not each.counts]


def test_without_a_model_nothing_is_asked(dossier: Dossier) -> None:
    put(dossier, "Pavel")
    assert ask(dossier) == Asked()


def test_each_source_is_shown_once_whatever_its_language(dossier: Dossier) -> None:
    put(dossier, "Pavel")
    put(dossier, "Piotr", language="pl")
    reader = model()
    assert ask(dossier, reader=reader) == Asked(proposed=2)
    assert names(reader) == proposed(dossier) == ["Pavel", "Piotr"]
    assert ask(dossier, reader=reader) == Asked()
    put(dossier, "Anna")
    assert ask(dossier, reader=reader).proposed == 1
    assert names(reader) == ["Pavel", "Piotr", "Anna"]
    assert verify(dossier).check is Check.PASSED


def test_another_prompt_asks_again(dossier: Dossier) -> None:
    put(dossier, "Pavel")
    ask(dossier, reader=model())
    assert ask(dossier, reader=model({"Pavel": proposals()}, version=2)).proposed == 0
    assert proposed(dossier) == []


def test_what_was_dropped_is_told_and_on_record(dossier: Dossier) -> None:
    put(dossier, "Pavel")
    bad = proposals(proposal("Nothing of the kind.", "Pavel"), None)
    asked = ask(dossier, reader=model({"Pavel": bad}))
    assert asked.dropped == {"a quote that is not in the text": 1, "not of the form that was asked for": 1}
    with dossier.read() as connection:
        problem = connection.exec_driver_sql("select problem from reading where reader = 'model tiny'").scalar()
    assert problem == (
        "Proposals of the model that were dropped: a quote that is not in the text: 1; not of the form that was asked for: 1."
    )


def test_an_answer_without_sense_costs_its_source_and_is_not_asked_for_again(dossier: Dossier) -> None:
    put(dossier, "Pavel", "Anna")
    reader = model({"Pavel": RAW["html"]})
    asked = ask(dossier, reader=reader)
    assert asked.failed == (("Pavel", "The server's answer is no chat completion."),)
    assert proposed(dossier) == ["Anna"]
    assert ask(dossier, reader=reader) == Asked()


def test_a_source_that_no_answer_came_about_is_left_for_the_next_run(dossier: Dossier) -> None:
    put(dossier, "Pavel", "Anna")
    asked = ask(dossier, reader=model({"Pavel": NoAnswer("the model took longer than 1 seconds")}))
    assert (asked.proposed, asked.not_asked, asked.why_not) == (1, 1, "the model took longer than 1 seconds")
    assert ask(dossier, reader=model()).proposed == 1


@pytest.mark.parametrize(("gone", "times"), [(True, 1), (False, 3)])
def test_a_model_that_does_not_answer_is_not_asked_for_ever(gone: bool, times: int, dossier: Dossier) -> None:
    people = [f"Pavel{number}" for number in range(6)]
    put(dossier, *people)
    reader = model(dict.fromkeys(people, NoAnswer("nobody answers", gone=gone)))
    assert ask(dossier, reader=reader).not_asked == 6
    assert len(names(reader)) == times
    assert proposed(dossier) == []


def test_a_prompt_that_there_is_not_is_an_error_of_the_mandate(dossier: Dossier) -> None:
    with dossier.paths.mandate.open("a", encoding="utf-8") as mandate:
        mandate.write('[reading.model]\naddress = "http://127.0.0.1:9/v1"\nname = "tiny"\nprompt_version = 99\n')
    with open_dossier(dossier.paths.root) as opened, pytest.raises(MandateError, match="no version 99"):
        ask(opened)
