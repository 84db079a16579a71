from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import atleast
from atleast.dossier.dossier import is_dossier
from atleast.statement import reading

if TYPE_CHECKING:
    from .conftest import Run

NEWS = "Nothing to read: only a note on the weather in Kosterna, where it rained for three days and then stopped.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    made.mkdir()
    (made / "news.txt").write_text(NEWS)
    return made


def test_version_and_help_go_to_standard_output(run: Run) -> None:
    assert run("--version").out == f"atleast {atleast.__version__}\n"
    for asked in (["--help"], ["-h"], ["count", "--help"], ["export", "--help"]):
        answer = run(*asked)
        assert (answer.code, answer.err) == (0, "")
        assert "Usage: atleast" in answer.out


@pytest.mark.parametrize("command", [[], ["report"], ["add"], ["why"], ["export"], ["timestamp"]])
def test_a_command_that_needs_more_says_how_it_is_used(command: list[str], run: Run) -> None:
    answer = run(*command)
    assert answer.code == 2
    assert "Usage: atleast" in answer.out + answer.err


def test_new_makes_a_dossier_and_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    answer = run("new", "--dossier", tmp_path / "mine")
    assert (answer.code, answer.err) == (0, "")
    assert is_dossier(tmp_path / "mine")
    assert str(tmp_path / "mine") in answer.out
    assert "mandate.toml" in answer.out


def test_add_says_how_many_and_what_could_not_be_read(run: Run, empty: Path, folder: Path) -> None:
    answer = run("add", folder)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("1 source taken in, 0 there already")
    (folder / "empty.txt").write_bytes(b"")
    answer = run("add", folder, "--dossier", empty)
    assert answer.code == 3
    assert "kept, not read: empty.txt: " in answer.out
    (folder / "link").symlink_to(folder)
    answer = run("add", folder)
    assert answer.code == 1
    assert "not taken in: link: It is a link" in answer.out


def test_add_says_what_can_be_read_at_last(run: Run, empty: Path, folder: Path) -> None:
    mandate = empty / "mandate.toml"
    mandate.write_text("[rules.held]\nstarts = ['arrest']\n[limits]\nfile_bytes = 5\n")
    assert run("add", folder).code == 3
    mandate.write_text("[rules.held]\nstarts = ['arrest']\n")
    answer = run("add", folder)
    assert answer.code == 0
    assert "1 source on record that could not be read before can be read now.\n" in answer.out
    assert run("add", folder, "--json").json["read_at_last"] == 0


def test_a_copy_of_our_own_report_is_left_out_and_said_to_be(
    run: Run, empty: Path, folder: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001
) -> None:  # fmt: skip
    monkeypatch.setattr(reading, "readers", lambda: ())
    assert "left out" not in run("report", folder, "--out", folder / "out").out
    assert "2 of our own reports left out.\n" in run("report", folder, "--out", folder / "out").out
    assert run("add", folder, "--json").json["our_own"] == 2


def test_add_answers_a_program(run: Run, empty: Path, folder: Path) -> None:  # noqa: ARG001
    (folder / "empty.txt").write_bytes(b"")
    (folder / "link").symlink_to(folder)
    answer = run("add", folder, "--json").json
    assert (answer["new"], answer["unchanged"], answer["again"]) == (2, 0, 0)
    assert answer["states"] == {"laid_out": 1, "unreadable": 1}
    assert [each["name"] for each in answer["unreadable"]] == ["empty.txt"]
    assert [each["name"] for each in answer["missed"]] == ["link"]


def test_read_says_what_was_read_and_what_waits(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001
) -> None:  # fmt: skip
    monkeypatch.setattr(reading, "readers", lambda: ())
    answer = run("read")
    assert (answer.code, answer.err) == (0, "")
    assert "0 texts and tables read, 0 statements found." in answer.out
    assert "kept, not read yet: 1 in be" in answer.out
    answer = run("read", "--json")
    assert answer.json["not_read_yet"]["be"] == 1


class Failing:
    """A reader that fails on everything."""

    name, version, languages = "failing", 1, frozenset({"en"})

    def read(self, _: object) -> list[object]:
        raise RuntimeError

    def read_many(self, _: object) -> list[object]:
        raise RuntimeError


def test_a_text_that_could_not_be_read_is_not_checked(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001
) -> None:  # fmt: skip
    monkeypatch.setattr(reading, "readers", lambda: (Failing(),))
    answer = run("read")
    assert answer.code == 3
    assert "not read: wire/court.txt: The reader failing failed on it (RuntimeError)" in answer.out


def test_count_says_how_many_who_and_why_not(run: Run, dossier: Path) -> None:  # noqa: ARG001
    answer = run("count", "--as-of", "2031-04-09")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("At least 3 people deprived of liberty on 2031-04-09 (rule held).\n")
    assert "Pavel Ketlin: Arrest, 2031-02-07; nothing that we hold says that it has ended." in answer.out
    assert "Lena Vorzhik: " in answer.out
    assert "\u202e" not in answer.out


def test_count_answers_a_program(run: Run, dossier: Path) -> None:  # noqa: ARG001
    answer = run("count", "--as-of", "2031-04-30", "--rule", "held", "--json").json
    assert list(answer) == [
        *("rule", "of", "day", "since", "bound", "value", "names", "apart", "ceiling", "known_then"),
        *("members", "possible", "excluded"),
    ]
    assert (answer["rule"], answer["day"], answer["bound"]) == ("held", "2031-04-30", "at_least")
    assert answer["value"] == sum(not member["counts_with"] for member in answer["members"])
    assert answer["names"] == len(answer["members"])
    assert answer["ceiling"] == len(answer["members"]) + len(answer["possible"])
    assert list(answer["members"][0]) == [*("person", "case", "reason", "tip", "statements", "counts_with", "doubles")]


def test_count_says_what_was_known_then_and_what_would_tip_it(run: Run, dossier: Path) -> None:  # noqa: ARG001
    answer = run("count", "--as-of", "2031-04-09", "--by", "month")
    assert "By what sources had told by that day: at least " in answer.out
    assert "By month. " in answer.out
    assert "Only just in: " in answer.out
    early = run("count", "--as-of", "2031-04-09", "--known-by", "2031-01-01", "--json").json
    assert (early["value"], early["ceiling"]) == (0, 0)
    assert run("count", "--as-of", "2031-04-09", "--taken-in-by", "2000-01-01", "--json").json["value"] == 0


def test_series_tells_month_by_month_and_writes_its_files(run: Run, dossier: Path, tmp_path: Path) -> None:  # noqa: ARG001
    answer = run("series", "--from", "2031-02-01", "--to", "2031-05-20", "--out", tmp_path / "out")
    assert (answer.code, answer.err) == (0, "")
    assert "A list is no random sample" in answer.out
    assert len([line for line in answer.out.splitlines() if line.startswith("2031-")]) == 4
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["series.csv", "series.svg"]
    told = run("series", "--from", "2031-02-01", "--to", "2031-05-20", "--json").json
    assert [month["day"] for month in told["months"]][-1] == "2031-05-20"
    (tmp_path / "file").touch()
    assert run("series", "--out", tmp_path / "file" / "below").code == 2


def test_conflicts_lists_what_cannot_be_so(run: Run, dossier: Path) -> None:  # noqa: ARG001
    assert run("conflicts").code == 0
    assert isinstance(run("conflicts", "--json").json, list)


def test_count_over_a_period_asks_for_a_flow(run: Run, dossier: Path) -> None:
    answer = run("count", "--from", "2031-01-01", "--as-of", "2031-04-09")
    assert answer.code == 2
    assert "counts on a day" in answer.err
    mandate = dossier / "mandate.toml"
    flow = '\n[rules.taken]\nextends = "held"\nmeasure = "flow"\n'
    mandate.write_text(mandate.read_text("utf-8") + flow, "utf-8")
    assert " from 2030-12-01 to 2031-05-31 (rule taken).\n" in run("count", "--rule", "taken").out
    answer = run("count", "--rule", "taken", "--from", "2031-01-01", "--as-of", "2031-04-09", "--json")
    assert (answer.json["since"], answer.json["day"]) == ("2031-01-01", "2031-04-09")
    assert answer.json["value"] > 0


def test_why_shows_what_a_person_rests_on(run: Run, dossier: Path) -> None:  # noqa: ARG001
    answer = run("why", "Pavel Ketlin")
    assert (answer.code, answer.err) == (0, "")
    assert "Police arrested Pavel Ketlin" in answer.out
    assert isinstance(run("why", "Pavel Ketlin", "--json").json, dict)


def test_why_and_series_see_no_more_than_was_known(run: Run, dossier: Path) -> None:  # noqa: ARG001
    assert "Police arrested Pavel Ketlin" in run("why", "held 2031-04-09").out
    assert "At least" not in run("why", "held 2031-04-09", "--known-by", "2031-01-01").out
    assert "Police arrested" not in run("why", "held 2031-04-09", "--known-by", "2031-01-01").out
    span = ("--from", "2031-02-01", "--to", "2031-05-20", "--json")
    early = run("series", *span, "--known-by", "2031-01-01").json
    assert {month["now"]["value"] for month in early["months"]} == {0}
    assert {
        month["known_then"]["value"] for month in run("series", *span, "--taken-in-by", "2000-01-01").json["months"]
    } == {0}


def test_verify_passes_names_what_failed_and_what_was_not_checked(run: Run, dossier: Path) -> None:
    answer = run("verify")
    assert (answer.code, answer.err) == (0, "")
    assert " passed, 0 failed, 0 not checked." in answer.out
    assert len(run("verify", "--all").out.splitlines()) > 20
    (dossier / "ledger" / "checkpoint").rename(dossier.parent / "kept")
    answer = run("verify")
    assert answer.code == 3
    assert "not checked: ledger/checkpoint: " in answer.out
    (dossier / "ledger" / "entries.jsonl").write_bytes(b"{}\n")
    answer = run("verify")
    assert answer.code == 1
    assert "failed: ledger/entries.jsonl: its line 1 " in answer.out


def test_verify_answers_a_program(run: Run, dossier: Path) -> None:
    answer = run("verify", "--json")
    assert answer.code == 0
    assert answer.json["check"] == "passed"
    assert answer.json["tally"]["failed"] == 0
    assert {"item", "check", "detail"} == set(answer.json["verdicts"][0])
    (dossier / "ledger" / "key.pub").unlink()
    answer = run("verify", "--json")
    assert (answer.code, answer.json["check"]) == (3, "not_checked")


def test_verify_takes_checkpoints_that_were_kept_elsewhere(
    run: Run, dossier: Path, empty: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes((dossier / "ledger" / "checkpoint").read_bytes())
    assert run("verify", "--dossier", dossier, "--checkpoint", kept).code == 0
    answer = run("verify", "--dossier", empty, "--checkpoint", kept)
    assert answer.code == 1
    assert "failed: checkpoint kept elsewhere" in answer.out


def test_export_writes_one_statement_a_line_and_nothing_else(run: Run, dossier: Path) -> None:  # noqa: ARG001
    answer = run("export", "statements")
    assert (answer.code, answer.err) == (0, "")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert len(lines) > 10
    assert {line["source_name"] for line in lines} >= {"wire/court.txt", "ministry.txt"}


def test_a_timestamp_is_asked_for(run: Run, empty: Path, tmp_path: Path) -> None:  # noqa: ARG001
    answer = run("timestamp", "request", "--out", tmp_path)
    assert (answer.code, answer.err) == (0, "")
    assert "000000001.tsq" in answer.out


def test_report_does_everything_and_says_where_the_page_is(
    run: Run, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "readers", lambda: ())
    root = tmp_path / "made"
    answer = run("report", folder, "--dossier", root)
    assert (answer.code, answer.err) == (0, "")
    assert str(root / "report" / "1" / "report.html") in answer.out
    assert (root / "report" / "1" / "report.html").is_file()
    told = run("report", folder, "--dossier", root, "--json", "--out", tmp_path / "out").json
    assert told["number"] == 1
    assert told["added"]["unchanged"] == 1
    assert (tmp_path / "out" / "report.html").is_file()
