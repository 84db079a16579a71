from __future__ import annotations

import json
from pathlib import Path

import pytest

from atleast.dossier.dossier import Dossier, new_dossier, open_dossier
from atleast.errors import UsageError
from atleast.model.words import Judgement
from atleast.person.deciding import decide, decided, take_back
from atleast.person.resolver_lines import export_decisions, import_decisions

LINE = '["b", "a", "positive", 0.93, "A. Reviewer", "2031-05-01T09:30:00"]'


def fresh(path: Path) -> Path:
    return new_dossier(path)


def filled(dossier: Dossier) -> None:
    decide(dossier, "a", "b", Judgement.SAME, by="A. Reviewer")
    decide(dossier, "c", "b", Judgement.DIFFERENT, by="B. Reviewer", why="two birth dates")
    decide(dossier, "c", "d", Judgement.NOT_ENOUGH, by="B. Reviewer")
    take_back(dossier, decide(dossier, "d", "e", Judgement.SAME, by="A. Reviewer"), by="A. Reviewer")


def test_the_decisions_that_hold_go_out_and_come_in_elsewhere(tmp_path: Path) -> None:
    with open_dossier(fresh(tmp_path / "one"), write=True) as dossier:
        filled(dossier)
        lines = list(export_decisions(dossier))
        assert import_decisions(dossier, lines, "own.ijson") == 0
    assert [json.loads(line)[:3] for line in lines] == [
        ["b", "a", "positive"],
        ["c", "b", "negative"],
        ["d", "c", "unsure"],
    ]
    with open_dossier(fresh(tmp_path / "two"), write=True) as dossier:
        assert import_decisions(dossier, lines, "theirs.ijson") == 3
        assert list(export_decisions(dossier)) == lines
        first = decided(dossier)[1]
    assert (first.by, first.why) == ("A. Reviewer", "taken in from theirs.ijson, line 1")


def test_what_only_proposes_or_was_deleted_is_no_decision(tmp_path: Path) -> None:
    lines = ['["b", "a", "no_judgement", 0.7, null, null]', LINE[:-1] + ', "2031-06-01T00:00:00"]', "", LINE]
    with open_dossier(fresh(tmp_path / "d"), write=True) as dossier:
        assert import_decisions(dossier, lines, "r.ijson") == 1
        assert decided(dossier)[1].at == "2031-05-01T09:30:00Z"


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        '{"a": 1}',
        '["a", "b", "positive"]',
        "[1, 2, 3, 4, 5, 6]",
        LINE.replace("positive", "maybe"),
        LINE.replace('"b"', '"a"'),
    ],
)
def test_a_line_that_is_none_is_named_and_nothing_is_taken_in(bad: str, tmp_path: Path) -> None:
    with open_dossier(fresh(tmp_path / "d"), write=True) as dossier:
        with pytest.raises(UsageError, match=r"r\.ijson, line 2"):
            import_decisions(dossier, [LINE, bad], "r.ijson")
        assert not decided(dossier)
