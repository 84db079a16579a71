from __future__ import annotations

from atleast.dossier import sources
from atleast.dossier.dossier import Dossier
from atleast.report.desk import Desk
from atleast.report.inline import to_text
from atleast.report.notes import context, notes_of


def test_context_is_cut_between_words() -> None:
    text = "alpha beta gamma delta epsilon"
    start, end = text.index("gamma"), text.index("gamma") + 5
    first, last = context(text, start, end, most=8)
    assert text[first:last] == "beta gamma delta"
    assert context(text, start, end, most=3) == (start, end)
    assert context(text, start, end) == (0, len(text))


def test_every_note_is_a_stretch_of_its_source(dossier: Dossier, desk: Desk) -> None:
    cited = [recorded.id for recorded in desk.register.record]
    with dossier.read() as connection:
        notes = notes_of(connection, cited, desk.register.by_id, desk.by_hash)
        texts = {sha: layout.text for sha, s in desk.by_hash.items() if (layout := sources.layout_of(connection, s))}
    assert [note.statement for note in notes] == cited
    assert [note.number for note in notes] == list(range(1, len(cited) + 1))
    for note in notes:
        text = texts[note.sha256]
        assert text[note.start : note.end] == note.quote
        assert note.before + note.quote + note.after in text
        assert note.cut_before == (not text.startswith(note.before + note.quote))


def test_a_note_says_who_says_it_how_firmly_and_where(dossier: Dossier, desk: Desk) -> None:
    first = desk.register.record[0]
    with dossier.read() as connection:
        (note,) = notes_of(connection, [first.id], desk.register.by_id, desk.by_hash)
    assert (note.kind, note.place, note.source_name) == ("arrest", "page 3", "wire/court.txt")
    assert to_text(note.who) == "Sarnik Wire, quoting his lawyer"
    assert to_text(note.date) == "12 April 2031"
    assert note.certainty == "said by somebody who is named or described"
    assert not note.reviewed
    assert note.reader == "by-hand 1"
