from __future__ import annotations

import sys

import pytest

from atleast.cli import output
from atleast.dossier.watching import silent


def test_control_characters_and_direction_marks_are_written_out() -> None:
    assert (
        output.shown("a\x1b[0m\u202eb\x9b\t\n\u2066c\x7f") == "a\\u001b[0m\\u202eb\\u009b\\u0009\\u000a\\u2066c\\u007f"
    )
    assert output.shown("Łucyja Ўладзімір é 🙏") == "Łucyja Ўладзімір é 🙏"


def test_answers_for_programs_keep_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_json({"name": "Ўладзімір\u202e"})
    assert capsys.readouterr().out == '{\n  "name": "Ўладзімір\u202e"\n}\n'


def test_nothing_is_watched_where_nobody_looks() -> None:
    with output.watching() as watch:
        assert watch is silent


def test_a_bar_comes_only_after_two_seconds_and_goes_when_the_work_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    begun: list[object] = []
    begin = output._begin

    def counted() -> object:
        begun.append(1)
        return begin()

    monkeypatch.setattr(output, "_begin", counted)
    with output.watching() as watch:
        now[0] = 1.9
        watch("reading", 1, 3)
        assert not begun
        now[0] = 2.1
        watch("reading", 2, 3)
        watch("reading", 3, 3)
        watch("taking in", 1, 1)
        assert len(begun) == 1
    assert capsys.readouterr().out == ""
