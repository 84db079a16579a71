"""Whom a person at the keyboard means by a name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from atleast.errors import NothingByThatName
from atleast.model.person import Person
from atleast.person.names import fold, key_of

_NEAR = 5


def called(persons: Sequence[Person], asked: str) -> Person:
    """The person of a key, or of a name in any spelling that folds to one on record; a part will do where it is one person's.

    Raises NothingByThatName, which lists those who share the name, or what is near.
    """
    key, wanted = key_of(asked), set(fold(asked).split())
    exact = [person for person in persons if person.key == key]
    spelt = [person for person in persons if key in {key_of(name) for name in person.names}]
    partly = [person for person in persons if wanted and wanted <= set(fold(person.name).split())]
    found = exact or spelt or partly
    if len(found) == 1:
        return found[0]
    if found:
        raise NothingByThatName(f"{len(found)} people are called {asked}.", remedy=f"Say which: {_keys(found)}.")
    near = _near(fold(asked), persons)
    remedy = f"Near to it: {_names(near)}." if near else "`atleast count` lists the people on record."
    raise NothingByThatName(f"No person, figure or source is called {asked!r}.", remedy=remedy)


def _near(folded: str, persons: Sequence[Person]) -> list[Person]:
    by_fold = {fold(person.name): person for person in persons}
    close = difflib.get_close_matches(folded, list(by_fold), n=_NEAR, cutoff=0.5)
    words = set(folded.split())
    sharing = [name for name in by_fold if words & set(name.split())]
    return [by_fold[name] for name in dict.fromkeys([*close, *sharing])][:_NEAR]


def _names(persons: Iterable[Person]) -> str:
    return ", ".join(person.name for person in persons)


def _keys(persons: Iterable[Person]) -> str:
    """By name, or by key where the name is shared."""
    several = list(persons)
    names = [person.name for person in several]
    return ", ".join(person.name if names.count(person.name) == 1 else person.key for person in several)
