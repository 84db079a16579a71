"""Named definitions of the field, in words: what a political prisoner is, by whom. Data, not code: a rule may name one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a definition, by its letter."""

    letter: str
    words: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition, restated in the project's own words, with where it comes from and whether that was read there."""

    id: str
    title: str
    by: str
    source: str
    verified: bool
    """Whether the words were held against the text of the body itself; else they rest on what others write of it."""
    head: str
    criteria: tuple[Criterion, ...]
    excludes: str
    remark: str


@cache
def shipped_definitions() -> tuple[Definition, ...]:
    """The definitions that come with the program, in the order of their file."""
    text = resources.files("atleast.dossier").joinpath("definitions.toml").read_text("utf-8")
    return tuple(
        Definition(
            id=name,
            title=entry["title"],
            by=entry["by"],
            source=entry["source"],
            verified=entry["verified"],
            head=entry["head"],
            criteria=tuple(Criterion(letter, words) for letter, words in entry["criteria"].items()),
            excludes=entry.get("excludes", ""),
            remark=entry.get("remark", ""),
        )
        for name, entry in tomllib.loads(text).items()
    )


def definition_named(name: str) -> Definition | None:
    """The shipped definition of that id; None where there is none."""
    return next((each for each in shipped_definitions() if each.id == name), None)
