from __future__ import annotations

import json

from atleast.model.words import Bound
from atleast.report.chain import CaseLink, Chain, Evidence, FigureLink, SourceLink, StepLink
from atleast.report.inline import verbatim
from atleast.report.notes import Note


def _evidence(number: int, statement: str) -> Evidence:
    note = Note(
        number=number,
        statement=statement,
        kind="arrest",
        quote="was\narrested",
        before="Irma\t ",
        after=" today.",
        cut_before=True,
        cut_after=False,
        language="en",
        place="page 3",
        source_name="a\u202e.txt",
        sha256="f" * 64,
        publisher=None,
        date=(),
        who=verbatim("Wire"),
        certainty="alleged",
        polarity="it says that it is so",
        reader="english 1",
        reviewed=True,
        start=5,
        end=17,
    )
    return Evidence(note, 1, 2, ("kept by V.",))


CHAIN = Chain(
    asked="x",
    figure=FigureLink(1486, "people", "n1", Bound.AT_LEAST, "held", "We count.", None),
    cases=(
        CaseLink("irma/1", "Irma", ("Irma", "Ирма"), ("Counts.",), (StepLink("arrest", "today", ("s1",)),), ("s1",)),
    ),
    statements=("s2",),
    sources=(SourceLink("b.txt", "e" * 64, 9),),
    gone=("s3",),
    evidence={"s1": _evidence(1, "s1"), "s2": _evidence(2, "s2")},
)


def test_each_statement_is_written_out_once() -> None:
    text = "\n".join(CHAIN.to_text())
    assert text.count("[1] … Irma ⟦was arrested⟧ today.") == 1
    assert text.count("[1] as above") == 1
    assert text.count("[2] …") == 1


def test_every_link_is_there_and_no_line_steers_the_terminal() -> None:
    lines = CHAIN.to_text()
    text = "\n".join(lines)
    assert lines[0] == "at least 1,486: people (numbers.json n1)"
    for said in (
        "Rule held: We count.",
        "Spelt in sources: Irma, Ирма",
        "confirmed by a person",
        "kept by V.",
        "[5:17]",
    ):
        assert said in text
    assert "ledger entry 9" in text
    assert "Statement s3 no longer stands on the record" in text
    assert "a⟨U+202E⟩.txt" in text
    assert all("\n" not in line for line in lines)


def test_as_json() -> None:
    said = json.loads(json.dumps(CHAIN.to_json()))
    assert said["figure"]["bound"] == "at_least"
    assert said["evidence"][0]["quote"] == "was\narrested"
    assert said["gone"] == ["s3"]
    assert Chain("nothing").to_json()["figure"] is None
    assert Chain("nothing").to_text() == []
