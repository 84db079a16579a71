"""Somebody decides who is who, at the keyboard and by name, changes their mind, and hands the decisions on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.dossiers import FIXED, atleast

DAY = ("--as-of", "2031-04-01")
BY = ("--by", "A. Reviewer")


@pytest.fixture
def example(finished: Path, tmp_path: Path) -> Path:
    """A copy of the example's dossier that may be written to."""
    return Path(shutil.copytree(finished, tmp_path / "dossier"))


def asked(dossier: Path) -> dict[str, int]:
    """What `match` says of the count."""
    said = json.loads(atleast("match", *DAY, "--json", "--dossier", dossier).stdout)
    return {name: said[name] for name in ("fewest", "most", "undecided")}


def test_a_pair_is_decided_by_name_and_the_decision_is_taken_back(example: Path) -> None:
    before = asked(example)
    names = ("Natalia Brukova", "Natallia Brukava")
    done = atleast("decide", *names, "same", *BY, "--why", "one arrest", "--dossier", example)
    assert done.stdout.startswith("Decision 1: ")
    joined = atleast("why", names[1], "--dossier", example).stdout
    assert names[0] in joined
    assert asked(example)["undecided"] < before["undecided"]
    assert "A. Reviewer" in atleast("decisions", "--dossier", example).stdout
    assert atleast("undo", "1", *BY, "--dossier", example).returncode == 0
    assert asked(example) == before
    assert atleast("verify", "--dossier", example).returncode == 0


def test_deciding_that_two_are_two_raises_the_minimum(example: Path) -> None:
    before = asked(example)
    said = json.loads(atleast("match", *DAY, "--json", "--dossier", example).stdout)["questions"][0]
    assert said["if_different"] == 1
    atleast("decide", said["first"], said["second"], "different", *BY, "--dossier", example)
    assert asked(example)["fewest"] == before["fewest"] + 1


def test_a_sitting_asks_keeps_each_answer_and_takes_the_last_one_back(example: Path) -> None:
    before = asked(example)
    keys = "x\nv\ns\none arrest\nk\nd\n\nb\nq\n"
    command = [sys.executable, "-m", "atleast", "review", *BY, *DAY, "--dossier", str(example)]
    done = subprocess.run(command, input=keys, capture_output=True, text=True, env=FIXED, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Decision 1." in done.stdout
    assert "Decision 2 is taken back." in done.stdout
    decisions = json.loads(atleast("decisions", "--json", "--dossier", example).stdout)
    assert [(one["judgement"], one["why"], one["holds"]) for one in decisions] == [
        ("same", "one arrest", True),
        ("different", "", False),
        ("different", "", False),
    ]
    assert asked(example)["most"] < before["most"]


def test_decisions_go_to_another_dossier_of_the_same_sources(example: Path, finished: Path, tmp_path: Path) -> None:
    atleast("decide", "Natalia Brukova", "Natallia Brukava", "same", *BY, "--dossier", example)
    lines = tmp_path / "resolver.ijson"
    lines.write_text(atleast("export", "decisions", "--dossier", example).stdout, "utf-8")
    other = Path(shutil.copytree(finished, tmp_path / "other"))
    assert atleast("import", "decisions", lines, "--dossier", other).stdout == "1 new decision.\n"
    assert atleast("import", "decisions", lines, "--dossier", other).stdout == "0 new decisions.\n"
    assert asked(other) == asked(example)


def test_what_cannot_be_decided_is_told(example: Path) -> None:
    nobody = atleast("decide", "Nobody Atall", "Natalia Brukova", "same", *BY, "--dossier", example)
    assert (nobody.returncode, nobody.stdout) == (2, "")
    assert "No person" in nobody.stderr
    assert atleast("undo", "7", *BY, "--dossier", example).returncode == 2
