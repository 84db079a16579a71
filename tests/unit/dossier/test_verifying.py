# ruff: noqa: S608 - the queries are put together from our own words
"""Whatever is altered, verification finds it and names it: sources, statements, reports. Each test alters one thing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from atleast.dossier import readings, schema, sources
from atleast.dossier.dossier import open_dossier
from atleast.dossier.readings import Reading
from atleast.errors import DossierDamaged, Exit
from atleast.model.source import Layout, Part
from atleast.model.words import Check, PartKind, ReadingState, SourceState
from tests.support.tampering import WIRE, checked, failed, flip, one, original, sql


def test_an_untouched_dossier_passes_whole(full: Path) -> None:
    verification = checked(full)
    assert [verdict for verdict in verification.verdicts if verdict.check is not Check.PASSED] == []
    assert verification.check is Check.PASSED
    assert verification.exit is Exit.PASSED
    assert verification.tally()[Check.PASSED] == len(verification.verdicts) > 20


def test_an_empty_dossier_passes(empty: Path) -> None:
    assert checked(empty).check is Check.PASSED


def test_looking_changes_nothing(full: Path) -> None:
    def hashes() -> dict[str, str]:
        kept = [path for path in sorted(full.rglob("*")) if path.is_file() and "sqlite" not in path.name]
        return {str(path): sha256(path.read_bytes()).hexdigest() for path in kept}

    before = hashes()
    checked(full)
    assert hashes() == before


@pytest.mark.parametrize("at", [0, -1])
def test_a_flipped_bit_of_an_original(at: int, full: Path) -> None:
    path = original(full)
    flip(path, at)
    (verdict,) = failed(full)
    assert verdict.item == f"original of {WIRE} ({path.name})"


def test_an_original_that_is_gone_or_cut_short(full: Path) -> None:
    path = original(full)
    path.unlink()
    (verdict,) = failed(full)
    assert (path.name in verdict.item, verdict.detail) == (True, "the file is gone")
    path.write_bytes(b"Sarnik")
    assert path.name in failed(full)[0].item


def test_a_file_that_nobody_took_in(full: Path) -> None:
    for name in ("planted.txt", "ab/planted.txt", "ab/.draft-planted"):
        path = full / "originals" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        assert [verdict.item for verdict in failed(full)] == [f"originals/{name}"]
        path.unlink()


def test_a_link_among_the_originals(full: Path) -> None:
    (full / "originals" / "link").symlink_to(full / "nowhere")
    assert [verdict.item for verdict in failed(full)] == ["originals/link"]


def test_an_original_that_a_killed_run_left_is_harmless_and_named(full: Path) -> None:
    data = b"never entered"
    digest = sha256(data).hexdigest()
    path = full / "originals" / digest[:2] / digest
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    verification = checked(full)
    assert verification.exit is Exit.NOT_CHECKED
    (verdict,) = [verdict for verdict in verification.verdicts if verdict.check is not Check.PASSED]
    assert verdict.item == f"originals/{digest[:2]}/{digest}"
    path.rename(full / "originals" / digest)
    assert failed(full)[0].item == f"originals/{digest}"


SOURCE = f"where name = '{WIRE}'"


@pytest.mark.parametrize(
    "change",
    [
        "size = size + 1", "media_type = 'text/html'", "state = 'unreadable'", "state = 'nonsense'", "problem = 'x'",
        "taken_in = '2031-05-25T09:00:01Z'", "collected_by = 'somebody else'", "collected_by = null",
        "container = 'x'", "note = 'x'", "publisher = 'Other Wire'", "author = null", "title = title || '.'",
        "place = 'Kosterna'", "date = '2031-04-13'", "language = 'ru'", "url = 'x'", "entry = 999", "size = 'many'",
        "size = x'00'", "entry = 0", "intake = 0",
    ],
)  # fmt: skip
def test_a_field_of_a_source(change: str, full: Path) -> None:
    sql(full, f"update source set {change} {SOURCE}")
    assert f"source {WIRE}" in {verdict.item for verdict in failed(full)}


def test_the_name_and_the_hash_of_a_source(full: Path) -> None:
    sql(full, f"update source set name = 'other.txt' {SOURCE}")
    assert "source other.txt" in {verdict.item for verdict in failed(full)}
    sql(full, "update source set sha256 = 'ffff' where name = 'radio.txt'")
    found = {verdict.item for verdict in failed(full)}
    assert {"original of radio.txt (ffff)", "source radio.txt"} <= found


@pytest.mark.parametrize("name", [WIRE, "all.zip!/locked.pdf"])
def test_a_source_that_was_taken_out(name: str, full: Path) -> None:
    sql(full, f"delete from source where name = '{name}'")
    assert f"source {name}" in {verdict.item for verdict in failed(full)}


def test_a_source_that_was_put_in(full: Path) -> None:
    sql(
        full,
        "insert into source select 'ffff', 'planted.txt', size, media_type, state, taken_in, collected_by, container, "
        f"problem, note, publisher, author, title, place, date, language, url, 999, 999 from source {SOURCE}",
    )
    assert {verdict.item for verdict in failed(full)} == {"original of planted.txt (ffff)", "source planted.txt"}


def _put_again(root: Path, name: str, text: str) -> None:
    with open_dossier(root, write=True) as opened, opened.write() as tx:
        (source,) = [each for each in sources.all_sources(tx) if each.name == name]
        tx.execute(schema.source_text.delete().where(schema.source_text.c.source == source.sha256))
        tx.execute(schema.part.delete().where(schema.part.c.source == source.sha256))
        layout = Layout(text, (Part(PartKind.BODY, 0, len(text)),))
        again = replace(source, state=SourceState.LAID_OUT, problem=None)
        sources.put_again(tx, again, layout, "2031-05-26T09:00:00Z")


def test_a_source_that_was_laid_out_again_is_what_its_newer_entry_says(full: Path) -> None:
    name = "all.zip!/locked.pdf"
    first, last = one(full, f"select entry from source where name = '{name}'"), one(full, "select count(*) from entry")
    _put_again(full, name, "It rained.")
    assert checked(full).check is Check.PASSED
    sql(full, f"update source set entry = {first} where name = '{name}'")
    assert [verdict.item for verdict in failed(full)] == [f"source {name}"]
    sql(full, f"update source set entry = {last}, intake = {last} where name = '{name}'")
    assert [verdict.item for verdict in failed(full)] == [f"source {name}"]
    sql(full, f"update source set intake = {first}, state = 'unreadable' where name = '{name}'")
    assert [verdict.item for verdict in failed(full)] == [f"source {name}"]


def test_a_text_that_was_put_in_the_place_of_another(full: Path) -> None:
    _put_again(full, "radio.txt", "It rained.")
    assert [(verdict.item, verdict.detail) for verdict in failed(full)] == [
        ("source radio.txt", "the ledger gives it a text anew that it had already")
    ]


@pytest.mark.parametrize(
    "change",
    [
        "update source_text set text = replace(text, 'Kosterna', 'Kosternu')",
        "update source_text set text = text || ' '",
        "delete from source_text",
        "update part set kind = 'table'",
        "update part set kind = 'nonsense'",
        "update part set start = 1",
        'update part set "end" = "end" - 1',
        "update part set place = 'page 4'",
        "delete from part",
    ],
)
def test_a_text_or_its_parts(change: str, full: Path) -> None:
    sql(full, f"{change} where source = (select sha256 from source {SOURCE})")
    assert f"source {WIRE}" in {verdict.item for verdict in failed(full)}


def test_a_text_that_is_altered_shows_in_the_quotes_too(full: Path) -> None:
    sql(full, "update source_text set text = replace(text, 'Pavel Ketlin', 'Pavel Ketlim')")
    assert any(verdict.item.startswith("quotes of") for verdict in failed(full))


@pytest.mark.parametrize(
    "change", ["set name = 'x'", "set container = 'x'", "set taken_in = 'x'", "set entry = 1", "set sha256 = 'x'"]
)
def test_a_further_name(change: str, full: Path) -> None:
    sql(full, f"update occurrence {change}")
    assert any(verdict.item.startswith("further name") for verdict in failed(full))


def test_a_further_name_that_was_taken_out(full: Path) -> None:
    sql(full, "delete from occurrence")
    assert [verdict.item for verdict in failed(full)] == ["further name copy of all.zip"]


ARREST = "where quote like 'Police arrested Pavel%'"


@pytest.mark.parametrize(
    "change",
    [
        "line = replace(line, 'attributed', 'asserted')",
        "line = line || ' '", "line = 'x'", "line = '{}'", "line = '[]'", "quote = 'Police freed him.'",
        "quote = quote || ' '", "rule = 'x'", "certainty = 'asserted'", "kind = 'count'", "type = 'release'",
        "type = null", "start = start + 1", "\"end\" = \"end\" - 1", "source = 'x'", "id = 'x'", "reading = 999",
    ],
)  # fmt: skip
def test_a_field_of_a_statement(change: str, full: Path) -> None:
    sql(full, f"update statement set {change} {ARREST}")
    found = {verdict.item.split(" of ")[0] for verdict in failed(full)}
    assert found <= {"statements", "quotes"}
    assert found


def test_a_statement_that_was_taken_out(full: Path) -> None:
    sql(full, f"delete from statement {ARREST}")
    (verdict,) = failed(full)
    assert verdict.item.startswith(f"statements of {original(full).name[:12]} by by-hand 1")


def test_a_statement_that_was_put_in(full: Path) -> None:
    sql(
        full,
        "insert into statement select reading, 'ffffffffffffffffffff', source, start, \"end\", kind, type, certainty, "
        f"quote, rule, replace(line, id, 'ffffffffffffffffffff') from statement {ARREST}",
    )
    assert failed(full)[0].item.startswith("statements of")


@pytest.mark.parametrize(
    "change",
    [
        "state = 'failed'", "state = 'nonsense'", "part = 'table'", "reader = 'other'", "version = 2", "at = 'x'",
        "problem = 'x'", "entry = 999", "current = 0",
    ],
)  # fmt: skip
def test_a_field_of_a_reading(change: str, full: Path) -> None:
    sql(full, f"update reading set {change} where source = (select sha256 from source {SOURCE})")
    assert any(verdict.item.startswith("statements of") for verdict in failed(full))


def test_a_reading_that_was_taken_out(full: Path) -> None:
    digest = original(full).name
    sql(full, f"delete from reading where source = '{digest}'", f"delete from statement where source = '{digest}'")
    assert [verdict.item for verdict in failed(full)] == [f"reading of {digest}"]


def test_an_older_reading_that_is_made_to_stand_again(full: Path) -> None:
    with open_dossier(full, write=True) as opened, opened.write() as tx:
        (source,) = [each for each in sources.all_sources(tx) if each.name == WIRE]
        (text,) = sources.texts(tx, [source])
        reading = Reading(source.sha256, PartKind.BODY, "by-hand", 2, ReadingState.READ, "2031-05-26T09:00:00Z")
        readings.put(tx, reading, text, ())
    assert checked(full).check is Check.PASSED
    sql(full, "update reading set current = 1 where version = 1")
    assert any("standing" in verdict.detail for verdict in failed(full))


def test_a_failed_reading_that_is_made_to_stand_for_a_good_one(full: Path) -> None:
    with open_dossier(full, write=True) as opened, opened.write() as tx:
        (source,) = [each for each in sources.all_sources(tx) if each.name == WIRE]
        (text,) = sources.texts(tx, [source])
        reading = Reading(source.sha256, PartKind.BODY, "by-hand", 2, ReadingState.FAILED, "2031-05-26T09:00:00Z")
        readings.put(tx, reading, text, ())
    assert checked(full).check is Check.PASSED
    sql(full, f"update reading set current = (version = 2) where source = '{source.sha256}'")
    assert [verdict.item.split()[-1] for verdict in failed(full) if "standing" in verdict.detail] == ["1", "2"]


@pytest.mark.parametrize("name", ["report.html", "numbers.json"])
def test_a_file_of_a_report(name: str, full: Path) -> None:
    path = full / "report" / "1" / name
    flip(path)
    assert [(verdict.item, verdict.detail) for verdict in failed(full)] == [
        (f"report/1/{name}", "it is not as it was made")
    ]
    path.unlink()
    assert [(verdict.item, verdict.detail) for verdict in failed(full)] == [(f"report/1/{name}", "the file is gone")]


@pytest.mark.parametrize("name", ["1/planted.html", "1/more/planted.html", "2/report.html", ".2.draft/report.html"])
def test_a_file_that_is_no_reports_is_named(name: str, full: Path) -> None:
    path = full / "report" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"<p>At least two.</p>")
    verification = checked(full)
    assert verification.exit is Exit.NOT_CHECKED
    assert [each.item for each in verification.verdicts if each.check is not Check.PASSED] == [f"report/{name}"]


@pytest.mark.parametrize(
    "change",
    [
        "update report set files = '{}'", "update report set files = 'x'", "update report set number = 2",
        "update report set at = 'x'", "update report set entry = 0", "delete from report",
    ],
)  # fmt: skip
def test_the_row_of_a_report(change: str, full: Path) -> None:
    sql(full, change)
    assert any(verdict.item in ("report 1", "report 2") for verdict in failed(full))


@pytest.mark.parametrize(
    "damage",
    [
        lambda page: page[:100] + b"\xff" * 100 + page[200:],
        lambda page: page[: len(page) // 2],
        lambda page: page.replace(b"Pavel Ketlin", b"\xffavel Ketlin"),
    ],
    ids=["a page", "cut short", "a letter that is no UTF-8"],
)
def test_a_damaged_store(damage: Callable[[bytes], bytes], full: Path) -> None:
    sql(full, "update about set value = value")
    path = full / "dossier.sqlite"
    path.write_bytes(damage(path.read_bytes()))
    with contextlib.suppress(DossierDamaged):  # which is an answer too, where nothing can be read at all
        assert failed(full)
