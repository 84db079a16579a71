"""Whatever is altered, verification finds it and names it. Each test alters one thing, as somebody with an editor would."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from atleast.dossier import log, readings, sources
from atleast.dossier.dossier import new_dossier, open_dossier
from atleast.dossier.readings import Reading
from atleast.dossier.verifying import Verdict, Verification, verify
from atleast.errors import DossierDamaged, Exit
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.words import Check, PartKind, ReadingState

WIRE = "wire/court.txt"


def checked(root: Path, *known: str) -> Verification:
    with open_dossier(root) as opened:
        return verify(opened, known)


def failed(root: Path, *known: str) -> list[Verdict]:
    """What failed; the exit code must say so."""
    verification = checked(root, *known)
    assert verification.check is Check.FAILED
    assert verification.exit is Exit.FAILED
    return [verdict for verdict in verification.verdicts if verdict.check is Check.FAILED]


def sql(root: Path, *statements: str) -> None:
    """Alter the store as any other program could; foreign keys are that program's own business."""
    with sqlite3.connect(root / "dossier.sqlite") as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
    connection.close()


def one(root: Path, query: str) -> str:
    with sqlite3.connect(root / "dossier.sqlite") as connection:
        found = connection.execute(query).fetchone()[0]
    connection.close()
    return str(found)


def flip(path: Path, at: int = 0) -> None:
    """Turn one bit."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.chmod(0o644)
    path.write_bytes(bytes(data))


def go_on(root: Path) -> None:
    """Let the ledger grow by an entry, as any run does."""
    with open_dossier(root, write=True) as opened, opened.write() as tx:
        log.append(tx, Entry(EntryKind.DECISION, "2031-05-26T09:00:00Z", {}))


def original(root: Path, name: str = WIRE) -> Path:
    digest = one(root, f"select sha256 from source where name = '{name}'")
    return root / "originals" / digest[:2] / digest


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
        "size = x'00'", "entry = 0",
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
        f"problem, note, publisher, author, title, place, date, language, url, 999 from source {SOURCE}",
    )
    assert {verdict.item for verdict in failed(full)} == {"original of planted.txt (ffff)", "source planted.txt"}


@pytest.mark.parametrize(
    "change",
    [
        "update source_text set text = replace(text, 'Kosterna', 'Kosternu')",
        "update source_text set text = text || ' '",
        "delete from source_text",
        "update part set kind = 'table'",
        "update part set kind = 'nonsense'",
        "update part set start = 1",
        "update part set \"end\" = \"end\" - 1",
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
        "line = replace(line, '\"asserted\"', '\"alleged\"')", "line = replace(line, 'attributed', 'asserted')",
        "line = line || ' '", "line = 'x'", "line = '{}'", "line = '[]'", "quote = 'Police freed him.'",
        "quote = quote || ' '", "rule = 'x'", "certainty = 'asserted'", "kind = 'count'", "type = 'release'",
        "type = null", "start = start + 1", "\"end\" = \"end\" - 1", "source = 'x'", "id = 'x'", "reading = 999",
    ],
)  # fmt: skip
def test_a_field_of_a_statement(change: str, full: Path) -> None:
    if "asserted\\" in change or '"asserted"' in change:
        sql(full, f"update statement set {change} where line like '%\"asserted\"%'")
    else:
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


def test_the_bytes_of_an_entry_in_the_store(full: Path) -> None:
    sql(full, "update entry set bytes = replace(bytes, '2031-04-12', '2031-04-13') where \"index\" = 1")
    found = {verdict.item for verdict in failed(full)}
    assert {"ledger entry 1", f"source {WIRE}"} <= found


@pytest.mark.parametrize("data", ["no json", "[]", "{}", '{"body":[]}', '{"body":{"files":3,"statements":3,"reader":1}}'])
def test_an_entry_whose_bytes_are_none(data: str, full: Path) -> None:
    for index in range(int(one(full, "select count(*) from entry"))):
        sql(full, f"update entry set bytes = '{data}' where \"index\" = {index}")
    assert "ledger entry 0" in {verdict.item for verdict in failed(full)}


@pytest.mark.parametrize("change", ["kind = 'decision'", "at = '2031-01-01T00:00:00Z'"])
def test_the_columns_of_an_entry(change: str, full: Path) -> None:
    sql(full, f"update entry set {change} where \"index\" = 3")
    assert [verdict.item for verdict in failed(full)] == ["ledger entry 3"]


@pytest.mark.parametrize("index", [0, 2, "(select max(\"index\") from entry)"])
def test_an_entry_that_was_taken_out(index: int | str, full: Path) -> None:
    sql(full, f"delete from entry where \"index\" = {index}")
    found = {verdict.item for verdict in failed(full)}
    assert "ledger/checkpoint" in found
    assert "ledger/entries.jsonl" in found


def test_every_node_of_the_tree(full: Path) -> None:
    for row in range(int(one(full, "select count(*) from node"))):
        spoilt = full.with_name(f"node-{row}")
        shutil.copytree(full, spoilt)
        at = f"(level, \"index\") = (select level, \"index\" from node order by level, \"index\" limit 1 offset {row})"
        sql(spoilt, f"update node set hash = zeroblob(32) where {at}")
        assert all(verdict.item.startswith("ledger ") for verdict in failed(spoilt))
        sql(spoilt, f"delete from node where {at}")
        assert all(verdict.item.startswith("ledger ") for verdict in failed(spoilt))
        shutil.rmtree(spoilt)


def test_a_node_too_many(full: Path) -> None:
    sql(full, "insert into node values (9, 9, zeroblob(32))")
    assert [verdict.item for verdict in failed(full)] == ["ledger node 9 of level 9"]


def test_a_line_of_the_ledgers_file(full: Path) -> None:
    path = full / "ledger" / "entries.jsonl"
    whole = path.read_bytes()
    for at in (0, len(whole) // 2, len(whole) - 2):
        flip(path, at)
        (verdict,) = failed(full)
        assert verdict.item == "ledger/entries.jsonl"
        line = whole[:at].count(b"\n") + 1
        assert verdict.detail.startswith(f"its line {line} ")
        path.write_bytes(whole)
    for spoilt in (whole + b"{}\n", whole + b"{", whole[:-1], whole[: whole.index(b"\n") + 1], b""):
        path.write_bytes(spoilt)
        assert [verdict.item for verdict in failed(full)] == ["ledger/entries.jsonl"]
    path.unlink()
    assert [verdict.item for verdict in failed(full)] == ["ledger/entries.jsonl"]


@pytest.mark.parametrize("cut", [1, 20, "line"])
def test_a_file_behind_what_was_not_signed_yet_is_only_late(cut: int | str, full: Path) -> None:
    """So it is after a run that was ended between the store and the file."""
    path, note = full / "ledger" / "entries.jsonl", full / "ledger" / "checkpoint"
    signed = note.read_bytes()
    go_on(full)
    note.write_bytes(signed)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut] if isinstance(cut, int) else whole[: whole[:-1].rindex(b"\n") + 1])
    verification = checked(full)
    assert verification.exit is Exit.NOT_CHECKED
    late = [verdict.item for verdict in verification.verdicts if verdict.check is Check.NOT_CHECKED]
    assert late == ["ledger/entries.jsonl"]
    with open_dossier(full, write=True):
        pass
    assert checked(full).check is Check.PASSED


def test_every_byte_of_the_checkpoint(full: Path) -> None:
    path = full / "ledger" / "checkpoint"
    whole = path.read_bytes()
    for at in range(len(whole)):
        flip(path, at)
        assert [verdict.item for verdict in failed(full)] == ["ledger/checkpoint"], at
        path.write_bytes(whole)


@pytest.mark.parametrize("name", ["checkpoint", "key.pub"])
def test_a_checkpoint_or_key_that_is_gone_is_not_checked(name: str, full: Path) -> None:
    (full / "ledger" / name).unlink()
    verification = checked(full)
    assert verification.exit is Exit.NOT_CHECKED
    assert [verdict.item for verdict in verification.verdicts if verdict.check is not Check.PASSED] == [f"ledger/{name}"]


def test_a_key_that_was_exchanged(full: Path, empty: Path) -> None:
    shutil.copy(empty / "ledger" / "key.pub", full / "ledger" / "key.pub")
    assert [verdict.item for verdict in failed(full)] == ["ledger/checkpoint"]
    (full / "ledger" / "key.pub").write_bytes(b"\xff\xfe")
    assert "ledger/checkpoint" in {verdict.item for verdict in failed(full, "a\n3\nb\n")}


@pytest.mark.parametrize("name", ["report.html", "numbers.json"])
def test_a_file_of_a_report(name: str, full: Path) -> None:
    path = full / "report" / "1" / name
    flip(path)
    assert [(verdict.item, verdict.detail) for verdict in failed(full)] == [
        (f"report/1/{name}", "it is not as it was made")
    ]
    path.unlink()
    assert [(verdict.item, verdict.detail) for verdict in failed(full)] == [(f"report/1/{name}", "the file is gone")]


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


def test_a_ledger_that_goes_on_continues_an_older_checkpoint(full: Path) -> None:
    older = (full / "ledger" / "checkpoint").read_text("utf-8")
    go_on(full)
    verification = checked(full, older)
    assert verification.check is Check.PASSED
    size = json.loads(older.splitlines()[1])
    assert f"checkpoint kept elsewhere ({size} entries)" in {verdict.item for verdict in verification.verdicts}


def test_a_dossier_made_anew_does_not_continue_an_older_checkpoint(full: Path) -> None:
    """Everything in it agrees; only what was kept elsewhere tells."""
    older = (full / "ledger" / "checkpoint").read_text("utf-8")
    key = (full / "ledger" / "key.private").read_bytes()
    shutil.rmtree(full)
    new_dossier(full)
    assert checked(full).check is Check.PASSED
    assert [verdict.item.partition(" (")[0] for verdict in failed(full, older)] == ["checkpoint kept elsewhere"]
    shutil.rmtree(full)
    (full / "ledger").mkdir(parents=True)
    (full / "ledger" / "key.private").write_bytes(key)
    new_dossier(full)
    assert checked(full).check is Check.PASSED
    assert failed(full, older)


def test_a_ledger_cut_back_does_not_continue_what_was_kept(full: Path) -> None:
    with open_dossier(full, write=True):
        pass
    cut = full.with_name("cut")
    shutil.copytree(full, cut)
    go_on(full)
    later = (full / "ledger" / "checkpoint").read_text("utf-8")
    assert checked(full, later).check is Check.PASSED
    (verdict,) = failed(cut, later)
    assert "its past was changed" in verdict.detail


@pytest.mark.parametrize("note", ["", "x", "a\nb\nc\n", "\n\n\n\n"])
def test_a_note_that_is_no_checkpoint(note: str, full: Path) -> None:
    assert failed(full, note)[0].item.startswith("checkpoint kept elsewhere")


def test_without_the_public_key_an_older_checkpoint_is_not_checked(full: Path) -> None:
    older = (full / "ledger" / "checkpoint").read_text("utf-8")
    (full / "ledger" / "key.pub").unlink()
    assert checked(full, older).exit is Exit.NOT_CHECKED


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
    try:
        assert failed(full)
    except DossierDamaged as damaged:
        assert damaged.exit is Exit.FAILED
