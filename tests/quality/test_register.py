"""Real texts, from text to count: four clusters of the shared corpus. Whom they are about is not said here."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from atleast.case.register import Register, register_of
from atleast.case.versions import occurrences
from atleast.dossier.dossier import open_dossier
from atleast.dossier.mandate import Mandate
from atleast.figure.counting import count_in
from atleast.figure.published import published
from atleast.model.words import EventType, FigureKind
from atleast.report.running import report_folder

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
GOLD = CORPUS.parent / "gold"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="needs ../shared/corpus, which is not part of this project"),
]
Read = Callable[[str], tuple[Register, Mandate]]


@cache
def clusters() -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    for path in sorted(CORPUS.glob("*.json")):
        text = json.loads(path.read_text("utf-8"))
        if text.get("cluster"):
            found[text["cluster"]].append(text)
    return found


def texts(named: str) -> list[dict[str, str]]:
    """The texts of the one cluster whose name begins or ends so."""
    (found,) = [each for name, each in clusters().items() if name.startswith(named) or name.endswith(named)]
    return found


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The register of a cluster, and the mandate by which it is counted."""

    @cache
    def register(named: str) -> tuple[Register, Mandate]:
        place = tmp_path_factory.mktemp("cluster")
        sources = place / "sources"
        sources.mkdir()
        for text in texts(named):
            head = f"{text['title']}\n\n{text['publisher']}, {text.get('date') or ''}\n\n"
            (sources / f"{text['id']}.txt").write_text(head + text["text"] + "\n", "utf-8")
        report_folder(sources, place / "dossier")
        with open_dossier(place / "dossier") as opened:
            return register_of(opened), opened.mandate

    return register


def test_a_verdict_told_eight_times_in_seven_spellings_is_of_three_people_who_are_held(read: Read) -> None:
    register, mandate = read("-verdict")
    counted = count_in(register, mandate, day=date(2024, 1, 1))
    assert counted.value == 3
    assert counted.names > counted.value
    abroad = {
        case.id
        for case in register.cases
        for step in case.steps
        if step.type is EventType.EXILE and len(case.steps) == 1
    }
    assert not abroad & {member.case for member in counted.members}
    assert count_in(register, mandate, day=date(2021, 1, 1)).value == 0


def test_our_own_minimum_is_never_more_than_what_is_published(read: Read) -> None:
    register, mandate = read("by-counts")
    stocks = [each for each in published(register.record, register.dates) if each.kind is FigureKind.STOCK]
    assert len(stocks) >= 8
    prisoners = [each.value for each in stocks if each.as_of and each.value > 100]
    assert count_in(register, mandate, day=date(2026, 1, 1)).value <= min(prisoners)


def test_single_cases_count_and_terms_that_may_be_served_do_not(read: Read) -> None:
    register, mandate = read("by-cases")
    named = {
        name
        for text in texts("by-cases")
        if (path := GOLD / f"{text['id']}.json").is_file()
        for name in json.loads(path.read_text("utf-8"))["persons"]
    }
    counted = count_in(register, mandate, day=date(2026, 1, 1))
    assert 5 <= counted.value <= len(named)
    assert any("term served" in member.reason for member in counted.possible)


def test_a_death_told_twice_is_one_death_and_nobody_of_it_is_certainly_held(read: Read) -> None:
    register, mandate = read("death-")
    deaths = [case for case in register.cases if any(step.type is EventType.DEATH_IN_CUSTODY for step in case.steps)]
    assert deaths
    for case in deaths:
        told = [event for event in occurrences(case, register.by_id) if event.type is EventType.DEATH_IN_CUSTODY]
        assert len(told) == 1
    assert count_in(register, mandate, day=date(2026, 1, 1)).value == 0
