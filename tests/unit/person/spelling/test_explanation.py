from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[4] / "docs" / "explanation" / "names.md"


def test_the_explanation_of_names_says_what_the_code_does() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert tried >= 3
    assert failed == 0
