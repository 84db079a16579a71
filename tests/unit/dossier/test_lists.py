from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from atleast.dossier.lists import ListRule, load_lists, parse_lists
from atleast.errors import ListsError
from atleast.model.column import Column

GOOD = """
["Register of Verasen"]
files = ["*verasen-list*"]
publisher = "Verasen Human Rights Centre"
language = "en"
columns = { "Reg. no." = "list_id", "Remarks" = "other" }

["Register of Verasen".dates]
"06-verasen-list.xlsx" = "2031-05"
"""


def test_a_block_says_what_a_list_is(tmp_path: Path) -> None:
    (tmp_path / "lists.toml").write_text(GOOD, encoding="utf-8")
    assert load_lists(tmp_path / "lists.toml") == (
        ListRule(
            "Register of Verasen",
            ("*verasen-list*",),
            "Verasen Human Rights Centre",
            "en",
            (("Reg. no.", Column.LIST_ID), ("Remarks", Column.OTHER)),
            (("06-verasen-list.xlsx", "2031-05"),),
        ),
    )


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert load_lists(tmp_path / "lists.toml") == ()


def test_the_digest_changes_with_anything_that_is_said() -> None:
    (rule,) = parse_lists(GOOD)
    others = {replace(rule, language="ru").digest, replace(rule, columns=()).digest, replace(rule, dates=()).digest}
    assert len({rule.digest, *others}) == 4
    assert parse_lists(GOOD)[0].digest == rule.digest


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("in/06-verasen-list.xlsx", True), ("06-verasen-list.xlsx", True), ("07-committee-list.pdf", False)],
)
def test_files_are_named_by_patterns(name: str, is_one: bool) -> None:
    assert parse_lists(GOOD)[0].names(name) is is_one


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('["A"]\nfile = "x"', "line 2: 'file' is not known here"),
        ('["A"]\nfiles = "x"', "line 2: 'x' is not a list of texts"),
        ('["A"]\nlanguage = 3', "line 2: 3 is not a text"),
        ('["A"]\n\n["A".columns]\n"No. 7" = "name"', "line 4: 'name' is nothing that a column holds"),
        ('["A"]\ncolumns = { "No" = "name" }', "line 2: 'name' is nothing"),
        ('["A"]\n["A".dates]\n"x.csv" = "20 May"', "line 3: '20 May' is not an EDTF date"),
        ('["A"]\ncolumns = "x"', "line 2: columns is not a table of texts"),
        ("A = 3", "line 1: a list is a block"),
        ("[A", "is not valid TOML"),
    ],
)
def test_what_cannot_be_followed_is_named_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(ListsError, match=r"lists\.toml") as raised:
        parse_lists(text)
    assert problem in raised.value.problem
    assert raised.value.remedy


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "lists.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ListsError, match="not in UTF-8"):
        load_lists(tmp_path / "lists.toml")
