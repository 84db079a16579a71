"""What no file of the repository may hold, and how long one may be."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60

# Each exception with its reason. Keep it short.
LONG_FILES: dict[str, str] = {
    "tests/unit/source/test_formats.py": "a few tests for each of ten formats, found in one place",
}
LONG_FUNCTIONS: dict[str, str] = {
    "src/atleast/statement/count_words.py:of": "a table: one pattern a line, each for one field",
    "tests/support/records.py:wire_statements": "data: one newswire's statements, one after the other",
    "tests/support/records.py:fill_dossier": "data: one source of every kind, one after the other",
}
# Put together here, so that this file does not hold what it looks for.
FORBIDDEN = {
    "the address of a registry": re.compile(r"py" + r"pi\.org|python" + r"hosted|npm" + r"js\.|crates" + r"\.io", re.IGNORECASE),
    "an option that names a registry": re.compile("--(?:extra-)?index" + "-url|--find" + "-links"),
    "a path of somebody's machine": re.compile(r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|mn" + r"t|Us" + r"ers)/|/tmp" + r"/\w"),
    "something left to do": re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b"),
    "a function that is not written": re.compile("raise NotImple" + "mentedError"),
}  # fmt: skip
# A text of somebody else, which is not ours to change.
NOT_OURS = {"LICENSE"}


@cache
def tracked() -> tuple[Path, ...]:
    """The files under version control that are there."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no checkout, so that there is no list of its files")
    paths = (ROOT / name for name in listed.decode().split("\0") if name and name not in NOT_OURS)
    return tuple(path for path in paths if path.is_file())


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        try:
            found[path.relative_to(ROOT).as_posix()] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    held = {name: found[0] for name, text in texts().items() if (found := FORBIDDEN[what].search(text))}
    assert held == {}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_by_hash_and_holds_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    blocks = [block for block in re.split(r"\n(?=\S)", text) if block.strip() and not block.startswith("#")]
    assert len(blocks) > 20
    unpinned = [block.partition("\n")[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block]
    assert unpinned == []


def test_no_file_is_too_long_to_hold_in_the_head() -> None:
    long = {name for name, text in texts().items() if name.endswith(".py") and len(text.splitlines()) > MOST_LINES}
    assert long == set(LONG_FILES)


def test_no_function_is_too_long_to_hold_in_the_head() -> None:
    long = set()
    for name, text in texts().items():
        if name.endswith(".py"):
            for node in ast.walk(ast.parse(text)):
                if (
                    isinstance(node, ast.FunctionDef)
                    and (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION
                ):
                    long.add(f"{name}:{node.name}")
    assert long == set(LONG_FUNCTIONS)


def test_every_exception_has_its_reason() -> None:
    assert all({**LONG_FILES, **LONG_FUNCTIONS}.values())


def test_tests_stand_where_what_they_test_stands() -> None:
    """tests/unit mirrors src: a test file of a room that is not there has lost what it tests."""
    rooms = {path.name for path in (ROOT / "src" / "atleast").iterdir() if path.is_dir()}
    folders = {path.name for path in (ROOT / "tests" / "unit").iterdir() if path.is_dir() and path.name[0] not in "._"}
    assert folders <= rooms
