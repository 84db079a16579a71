"""A model is asked over real HTTP; however its server answers, the limits hold and nothing that it sends reaches a person."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from atleast.dossier.model_address import ModelAddress
from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.words import PartKind, SourceState
from atleast.statement.proposing.client import HttpModel, NoAnswer
from atleast.statement.proposing.reader import ModelReader, model_reader
from tests.support.model_server import CONTENT, RAW

ROOT = Path(__file__).parents[4]
TEXT = "Pavel Ketlin was arrested in Sarnik.\n\nAnna Verin was arrested on Friday, the league said."
LIMITS = replace(DEFAULT_LIMITS, model_seconds=1.0, model_bytes=300_000)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    command = [sys.executable, "-m", "tests.support.model_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stdout is not None
        yield int(server.stdout.readline())
        server.kill()


@pytest.fixture
def source() -> SourceText:
    first = TEXT.index("\n")
    parts = (Part(PartKind.BODY, 0, first), Part(PartKind.BODY, first + 2, len(TEXT)))
    credit = Credit(publisher="Sarnik Wire", date="2031-05-12", language="en")
    known = Source("ab" * 32, "a.txt", 1, "text/plain", SourceState.LAID_OUT, "2031-05-12T09:30:00Z", credit=credit)
    return SourceText(known, TEXT, parts)


def reader(port: int, mood: str, **limits: Any) -> ModelReader:
    return model_reader(ModelAddress(f"http://127.0.0.1:{port}/v1/", mood, 1), replace(LIMITS, **limits))


def asked(port: int) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
        found: list[dict[str, Any]] = json.load(answer)
        return found


def test_a_model_that_answers_well_proposes_statements(port: int, source: SourceText) -> None:
    proposals = reader(port, "well").read(source)
    assert [each.quote for each in proposals.statements] == TEXT.split("\n\n")
    assert {each.reader for each in proposals.statements} == {"model well 1"}
    assert (proposals.dropped.total(), proposals.problem, proposals.failed) == (0, None, None)
    last = asked(port)[-1]
    assert last["path"] == "/v1/chat/completions"
    assert (last["request"]["model"], last["request"]["temperature"]) == ("well", 0)
    assert "Pavel Ketlin" in last["request"]["messages"][-1]["content"]
    assert not {name.lower() for name in last["headers"]} & {"authorization", "cookie", "user-agent", "referer"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int, port: int, source: SourceText) -> None:
    with pytest.raises(NoAnswer, match=f"answers {status}") as caught:
        reader(port, f"redirect {status}").read(source)
    assert caught.value.gone
    assert not [each for each in asked(port) if each["path"].startswith("/elsewhere")]


@pytest.mark.parametrize("status", [204, 400, 401, 404, 500, 503])
def test_a_server_that_refuses_is_no_model(status: int, port: int, source: SourceText) -> None:
    with pytest.raises(NoAnswer, match=f"answers {status}") as caught:
        reader(port, f"status {status}").read(source)
    assert "script" not in str(caught.value)


@pytest.mark.parametrize("mood", ["slow", "drip", "headers", "continue"])
def test_a_server_that_takes_its_time_is_given_no_more_than_the_limit(mood: str, port: int, source: SourceText) -> None:
    began = time.monotonic()
    with pytest.raises(NoAnswer, match="longer than 1 seconds") as caught:
        reader(port, mood).read(source)
    assert time.monotonic() - began < 10
    assert not caught.value.gone


def test_an_answer_without_end_is_cut_off(port: int, source: SourceText) -> None:
    with pytest.raises(NoAnswer, match="longer than 300000 bytes"):
        reader(port, "huge", model_seconds=30.0).read(source)


@pytest.mark.parametrize("mood", ["truncated", "hangup"])
def test_an_answer_that_is_broken_off_is_none(mood: str, port: int, source: SourceText) -> None:
    with pytest.raises(NoAnswer, match="broke off its answer"):
        reader(port, mood).read(source)


@pytest.mark.parametrize("which", RAW)
def test_what_is_no_chat_completion_is_said_to_be_none(which: str, port: int, source: SourceText) -> None:
    proposals = reader(port, f"raw {which}", model_seconds=20.0).read(source)
    assert proposals.statements == ()
    assert proposals.failed in {
        "The server's answer is no chat completion.",
        "The model did not answer in the form that was asked for.",
    }


@pytest.mark.parametrize("which", CONTENT)
def test_a_message_that_was_not_asked_for_proposes_nothing(which: str, port: int, source: SourceText) -> None:
    proposals = reader(port, f"content {which}", model_seconds=20.0).read(source)
    assert (proposals.statements, proposals.failed) == ((), "The model did not answer in the form that was asked for.")


def test_proxies_of_the_environment_are_not_asked(
    port: int, source: SourceText, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert len(reader(port, "well").read(source).statements) == 2


def test_where_nobody_listens_that_is_said(source: SourceText) -> None:
    with pytest.raises(NoAnswer, match=r"nobody answers at http://127\.0\.0\.1:9/v1 ") as caught:
        model_reader(ModelAddress("http://127.0.0.1:9/v1", "any", 1), LIMITS).read(source)
    assert caught.value.gone


def test_a_name_that_leads_to_another_computer_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(*_: object, **__: object) -> list[Any]:
        return [(2, 1, 6, "", ("192.0.2.7", 80))]

    monkeypatch.setattr("socket.getaddrinfo", elsewhere)
    monkeypatch.setattr("socket.create_connection", None)
    with pytest.raises(NoAnswer, match="localhost is not this computer"):
        HttpModel(ModelAddress("http://localhost:80/v1", "any", 1), LIMITS).answer({})
