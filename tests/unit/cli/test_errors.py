"""What goes wrong is told in words on standard error, with what to do; nothing of it on standard output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atleast.dossier import dossier as dossiers
from atleast.dossier.dossier import open_dossier

if TYPE_CHECKING:
    from .conftest import Run

NEEDING_A_DOSSIER = [
    ["add", "."], ["read"], ["count"], ["why", "Pavel Ketlin"], ["verify"], ["export", "statements"],
    ["timestamp", "request"],
]  # fmt: skip


@pytest.mark.parametrize("command", NEEDING_A_DOSSIER)
def test_without_a_dossier_every_command_says_so(command: list[str], run: Run, tmp_path: Path) -> None:
    answer = run(*command, "--dossier", tmp_path)
    assert (answer.code, answer.out) == (2, "")
    problem, remedy = answer.err.splitlines()
    assert problem == f"There is no dossier in {tmp_path}."
    assert "atleast new" in remedy


@pytest.mark.parametrize("command", [["add", "."], ["read"], ["count"], ["why", "x"], ["verify"]])
def test_a_program_gets_the_same_as_json(command: list[str], run: Run, tmp_path: Path) -> None:
    answer = run(*command, "--dossier", tmp_path, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert set(json.loads(answer.err)) == {"error", "remedy"}


@pytest.mark.parametrize(
    "wrong",
    [
        ["nonsense"], ["count", "--as-of", "soon"], ["count", "--as-of", "2031-02-30"], ["count", "--nonsense"],
        ["add"], ["timestamp", "attach", "none.tsr"], ["export", "nonsense"], ["verify", "extra"],
    ],
)  # fmt: skip
def test_wrong_use_is_told_on_standard_error(wrong: list[str], run: Run, empty: Path) -> None:  # noqa: ARG001
    answer = run(*wrong)
    assert answer.code == 2
    assert "Traceback" not in answer.out + answer.err
    assert wrong == ["add"] or answer.out == ""
    assert answer.out + answer.err


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["new"], "already"), (["add", "none"], "nothing at none"), (["report", "none"], "nothing at none"),
        (["count", "--rule", "none"], "no rule named 'none'"), (["count"], "No source has a date"),
        (["why", "Nobody Atall"], "Nobody Atall"), (["verify", "--checkpoint", "none"], "none cannot be read"),
        (["verify", "--root", "mandate.toml"], None),
    ],
)  # fmt: skip
def test_what_cannot_be_done_as_asked_is_a_matter_of_use(
    wrong: list[str], told: str | None, run: Run, empty: Path  # noqa: ARG001
) -> None:  # fmt: skip
    answer = run(*wrong)
    if told is None:
        assert answer.code == 0, "an empty dossier has no timestamp to check against that certificate"
        return
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 2


def test_a_broken_mandate_stops_every_command_that_follows_it_and_names_the_line(run: Run, empty: Path) -> None:
    mandate = empty / "mandate.toml"
    mandate.write_text(mandate.read_text("utf-8").replace('"arrest"', '"arrests"'), "utf-8")
    for command in NEEDING_A_DOSSIER:
        answer = run(*command)
        if command[0] in ("verify", "export"):
            assert answer.code == 0, command
            continue
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("mandate.toml, line ")


def test_a_busy_dossier_is_told_as_such_and_can_still_be_looked_at(run: Run, empty: Path) -> None:
    with open_dossier(empty, write=True):
        for command in (["add", "."], ["read"], ["report", "."], ["timestamp", "request"]):
            answer = run(*command)
            assert (answer.code, answer.out) == (1, "")
            assert "Another run is writing" in answer.err
        assert run("verify").code == 0


def test_a_fault_of_the_program_is_told_without_its_insides(
    run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001
) -> None:  # fmt: skip
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret insides")

    monkeypatch.delenv("ATLEAST_TRACEBACK", raising=False)
    monkeypatch.setattr(dossiers, "open_dossier", break_down)
    answer = run("read")
    assert (answer.code, answer.out) == (1, "")
    assert "ZeroDivisionError" in answer.err
    assert "secret insides" not in answer.err
    assert "ATLEAST_TRACEBACK=1" in answer.err
    monkeypatch.setenv("ATLEAST_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("read")


def test_who_stops_a_run_is_told_that_nothing_is_lost(
    run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001
) -> None:  # fmt: skip
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dossiers, "open_dossier", stop)
    answer = run("read")
    assert (answer.code, answer.out) == (130, "")
    assert "Nothing is lost" in answer.err


def test_what_a_terminal_would_obey_is_shown_instead(run: Run, empty: Path, tmp_path: Path) -> None:  # noqa: ARG001
    folder = tmp_path / "so\x1b[31mu\u202erces"
    answer = run("add", folder)
    assert answer.code == 2
    assert "\x1b" not in answer.err
    assert "\u202e" not in answer.err
    folder.mkdir()
    (folder / "e\x1b[2Jvil.txt").write_bytes(b"")
    answer = run("add", folder)
    assert answer.code == 3
    assert "\x1b" not in answer.out
    assert "e\\u001b[2Jvil.txt" in answer.out


def test_a_reader_that_hangs_up_early_is_no_fault(dossier: Path) -> None:
    command = [sys.executable, "-m", "atleast", "export", "statements", "--dossier", str(dossier)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""
