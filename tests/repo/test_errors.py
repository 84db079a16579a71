"""Every error is drawn in the tree at the top of errors.py, and says what to do."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

from atleast import errors
from atleast.errors import AtleastError, Exit

ERRORS = [
    kind
    for kind in vars(errors).values()
    if inspect.isclass(kind) and issubclass(kind, AtleastError) and kind is not AtleastError
]


def drawn() -> Iterator[tuple[str, str, str]]:
    """Name, name of the parent, and words of each error in the tree."""
    parents = ["AtleastError"]
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r" {4}((?:│ {3}| {4})*)[├└]── (\w+) +(.+)", line):
            depth = len(match[1]) // 4
            parents[depth + 1 :] = [match[2]]
            yield match[2], parents[depth], match[3]


def test_the_tree_is_the_tree() -> None:
    assert [(name, parent) for name, parent, _ in drawn()] == [
        (kind.__name__, kind.__bases__[0].__name__) for kind in ERRORS
    ]


def test_the_tree_tells_the_exit_codes() -> None:
    for name, _, words in drawn():
        if stated := re.search(r"exit (\d)$", words):
            assert getattr(errors, name).exit == int(stated[1])


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_says_what_is_wrong_and_what_to_do(kind: type[AtleastError]) -> None:
    assert kind.__doc__
    error = kind("Something is wrong.", remedy="Do this.")
    assert str(error) == "Something is wrong. Do this."
    assert (error.problem, error.remedy) == ("Something is wrong.", "Do this.")
    assert error.exit in (Exit.FAILED, Exit.USAGE)
    with pytest.raises(TypeError):
        kind("Something is wrong.")  # type: ignore[call-arg]
