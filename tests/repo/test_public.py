"""The shop window: what `import atleast` gives."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest

import atleast


@pytest.mark.parametrize("name", atleast.__all__)
def test_every_public_function_is_there_and_says_what_it_does(name: str) -> None:
    function = getattr(atleast, name)
    assert inspect.isfunction(function)
    assert function.__name__ == name
    assert inspect.getdoc(function)
    hints = inspect.get_annotations(function)
    assert set(inspect.signature(function).parameters) | {"return"} == set(hints)


def test_the_window_and_its_sign_agree() -> None:
    listed = re.findall(r"^ {4}(\w+(?:, \w+)*) {2,}", atleast.__doc__ or "", re.MULTILINE)
    assert sorted(name for names in listed for name in names.split(", ")) == list(atleast.__all__)


def test_what_is_not_there_is_not_there() -> None:
    with pytest.raises(AttributeError, match="atleast has no 'nonsense'"):
        atleast.nonsense  # noqa: B018


def test_looking_in_costs_nothing() -> None:
    script = "import sys, atleast; print(*(name for name in sys.modules if name.startswith('atleast.')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
