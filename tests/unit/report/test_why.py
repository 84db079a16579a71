from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from atleast.dossier import log, sources
from atleast.dossier.dossier import Dossier, open_dossier
from atleast.errors import NothingByThatName
from atleast.ledger.entry import Entry
from atleast.report.making import make_report
from atleast.report.why import why
from tests.support.records import small_dossier


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    root: Path = small_dossier(tmp_path_factory.mktemp("why") / "dossier")
    with open_dossier(root, write=True) as opened:
        make_report(opened)
    with open_dossier(root) as opened:
        yield opened


@pytest.mark.parametrize("asked", ["Irma Dolvich", "irma dolvich", "Dr. Irma Dolvich", "Dolvich", "irma-dolvich/1"])
def test_a_person_in_any_spelling_that_folds_to_it(reported: Dossier, asked: str) -> None:
    (case,) = why(reported, asked).cases
    assert case.id == "irma-dolvich/1"
    assert [step.type for step in case.steps] == ["sentence", "release"]
    assert case.standing == (
        "Counts on 20 May 2031. Sentence, 3 April 2031; nothing that we hold says that it has ended.",
    )


def test_a_number_leads_over_its_rule_and_members_to_the_bytes(reported: Dossier) -> None:
    chain = why(reported, "n3")
    assert chain.figure is not None
    assert (chain.figure.value, chain.figure.rule, chain.figure.number) == (2, "held", "n3")
    assert chain.figure.rule_in_words
    assert [case.person for case in chain.cases] == ["Irma Dolvich", "Pavel Ketlin", "Ирма Долвич"]
    assert chain.evidence
    with reported.read() as connection:
        bodies = {index: Entry.from_bytes(data).body for index, data in log.entries(connection)}
        by_hash = {source.sha256: source for source in sources.all_sources(connection)}
        for evidence in chain.evidence.values():
            note = evidence.note
            layout = sources.layout_of(connection, by_hash[note.sha256])
            assert layout is not None
            assert layout.text[note.start : note.end] == note.quote
            assert bodies[evidence.source_entry]["sha256"] == note.sha256
            assert note.statement in str(bodies[evidence.reading_entry]["statements"])


def test_a_number_of_sources_leads_to_files(reported: Dossier) -> None:
    chain = why(reported, "n1")
    assert len(chain.sources) == 7
    assert (chain.cases, chain.statements) == ((), ())


def test_a_rule_on_a_day(reported: Dossier) -> None:
    chain = why(reported, "held 2031-04-05")
    assert chain.figure is not None
    assert chain.figure.value == 3
    assert [case.standing[0].split(".")[0] for case in chain.cases] == [
        "Counts on 5 April 2031",
        "Counts on 5 April 2031",
        "Counts on 5 April 2031",
        "Possibly counts on 5 April 2031",
    ]
    assert why(reported, "held") != chain


def test_a_statement_by_the_start_of_its_id_and_a_source_by_its_hash(reported: Dossier) -> None:
    (identity,) = list(why(reported, "119c43").statements)
    assert identity == "119c433a7a654c3965aa"
    chain = why(reported, "7a666642828a")
    assert len(chain.statements) == 8


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Irma Dolwich", "Irma Dolvich"),
        ("Somebody Else", "atleast count"),
        ("n9999", "It has n1 to n"),
        ("held 2031-02-30", "Write it as"),
        ("", "atleast count"),
    ],
)
def test_nothing_by_that_name_says_what_is_near(reported: Dossier, asked: str, near: str) -> None:
    with pytest.raises(NothingByThatName) as caught:
        why(reported, asked)
    assert near in caught.value.remedy


def test_before_the_first_report_there_are_no_numbers(dossier: Dossier) -> None:
    with pytest.raises(NothingByThatName, match="No report holds"):
        why(dossier, "n1")


def test_for_a_terminal_and_for_a_program(reported: Dossier) -> None:
    chain = why(reported, "Nikolai Stravin")
    text = "\n".join(chain.to_text())
    flowing = " ".join(text.split())
    assert "⟦Nikolai Stravin was never refused medical care.⟧" in flowing
    assert "  denied" in text
    assert "ledger entries 5 (source) and 6 (reading); no decisions" in text
    said = chain.to_json()
    assert [each["statement"] for each in said["evidence"]] == list(chain.evidence or {})
    assert said["cases"][0]["steps"][0]["type"] == "death in custody"


def test_a_terminal_is_not_steered(reported: Dossier) -> None:
    text = "\n".join(why(reported, "n1").to_text())
    assert "evil" in text
    assert "\u202e" not in text
