"""What a person rejected, and what a model proposed, is shown, and nothing rests on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from atleast.case.register import register_of
from atleast.dossier import readings, sources
from atleast.dossier.dossier import open_dossier
from atleast.dossier.readings import Reading
from atleast.figure.counting import count
from atleast.model.lines import from_line
from atleast.model.source import SourceText
from atleast.model.words import PartKind, ReadingState
from atleast.report.exporting import export_statements
from atleast.report.making import PAGE, report_files
from atleast.report.why import why
from atleast.statement.reviewing import confirm, reject
from tests.support.records import small_dossier


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_dossier(tmp_path / "dossier")


def page_of(root: Path) -> html.HtmlElement:
    with open_dossier(root) as dossier:
        return html.document_fromstring(report_files(dossier, register_of(dossier))[PAGE].decode("utf-8"))


def test_where_nothing_is_set_aside_nothing_is_said_of_it(root: Path) -> None:
    assert not page_of(root).xpath("//*[@id='set-aside']")


def test_a_rejected_statement_takes_its_person_out_of_the_count_and_stands_with_its_reason(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        before = count(dossier)
        member = before.members[0]
        reject(dossier, member.statements, by="N. Reader", why="told of <somebody> else")
        after = count(dossier)
        lines = "\n".join(export_statements(dossier))
        told = "\n".join(why(dossier, member.statements[0]).to_text())
    assert member.person not in {each.person for each in after.members}
    assert not any(identity in lines for identity in member.statements)
    assert "rejected by a person" in told
    page = page_of(root)
    (section,) = page.xpath("//section[@id='set-aside']")
    assert "told of <somebody> else" in section.text_content()
    assert "N. Reader" not in page.text_content(), "who reviewed it is nobody's business but the record's"
    assert page.xpath("//a[@href='#set-aside']")
    assert any("A person rejected it." in note.text_content() for note in page.xpath("//li[@class='note']"))


def test_what_a_model_proposed_counts_for_nothing_until_a_person_confirms_it(root: Path) -> None:
    with open_dossier(root, write=True) as dossier:
        with dossier.read() as connection:
            real = next(each for each in readings.recorded(connection) if "persons" in repr(each.statement.content))
        said = real.statement
        line = {
            "id": "", "source": said.source, "start": said.start, "end": said.end, "quote": said.quote, "language": "en",
            "certainty": "asserted", "polarity": "affirmed", "chain": [], "kind": "event", "reviewed": False,
            "event": {"type": "arrest", "subject": ["Zorka Invented"], "persons": ["Zorka Invented"], "date": "2031-01-05"},
            "reader": "model tiny 1", "rule": "proposed",
        }  # fmt: skip
        register = register_of(dossier)
        source = next(each for each in register.sources if each.sha256 == said.source)
        with dossier.write() as tx:
            layout = sources.layout_of(tx, source)
            assert layout is not None
            reading = Reading(said.source, PartKind.BODY, "model tiny", 1, ReadingState.READ, "2031-06-01T00:00:00Z")
            readings.put(tx, reading, SourceText(source, layout.text, layout.parts), [from_line(line)])
        before = count(dossier)
        assert "Zorka Invented" not in {person.name for person in register_of(dossier).persons}
        assert len(register_of(dossier).record) == len(register.record)
        (proposed,) = register_of(dossier).set_aside
        assert any(proposed.id in line and '"model tiny 1"' in line for line in export_statements(dossier))
    assert "A language model proposed it" in page_of(root).xpath("//section[@id='set-aside']")[0].text_content()
    with open_dossier(root, write=True) as dossier:
        confirm(dossier, [proposed.id], by="N. Reader")
        after = count(dossier)
        assert after.value == before.value + 1
        assert "Zorka Invented" in {member.person for member in after.members}
    assert not page_of(root).xpath("//*[@id='set-aside']")
