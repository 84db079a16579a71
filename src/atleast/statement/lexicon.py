"""Words that the readers know, kept as data: `lexicon_data/<language>/<name>.toml`, one file for each kind of word.

    [[entry]]
    words = ["at least", "no fewer than"]
    value = "at_least"
    example = "At least 40 people are held."

`words` are what is looked for (lemmas or phrases), `value` what they mean, `example` a sentence that has one of them.
`needs` may list what must stand near, and any other key holds one string and lands in `extra`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from atleast.errors import InvalidRecord

_FOLDER = "lexicon_data"


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that mean the same thing to a reader."""

    words: tuple[str, ...]
    """Lemmas or phrases, as they are written within a sentence."""
    value: str
    """What they mean: a fixed word of the model, a number, or a name that the reader knows."""
    example: str
    """A sentence with one of the words, about an invented State."""
    needs: tuple[str, ...] = ()
    """What must stand near for the words to mean that; how near is the reader's business."""
    extra: Mapping[str, str] = field(default_factory=_nothing)
    """Any other keys of the entry."""


@cache
def load(language: str, name: str) -> tuple[Entry, ...]:
    """The entries of one lexicon, in the order of its file.

    Raises InvalidRecord where there is no such file or an entry is not of the shape above; the problem names the file
    and the line on which the entry begins.
    """
    place = f"{_FOLDER}/{language}/{name}.toml"
    file = files(__package__) / _FOLDER / language / f"{name}.toml"
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise _damaged(place, "there is no such file") from error
    return parse(text, place)


@cache
def languages(name: str) -> tuple[str, ...]:
    """The languages that have a lexicon of that name, in order of the alphabet."""
    folders = (files(__package__) / _FOLDER).iterdir()
    return tuple(sorted(folder.name for folder in folders if (folder / f"{name}.toml").is_file()))


def parse(text: str, place: str) -> tuple[Entry, ...]:
    """The entries written in `text`; `place` is what to call it in a problem. Raises InvalidRecord as `load` does."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _damaged(place, str(error)) from error
    entries = table.get("entry")
    if set(table) != {"entry"} or not isinstance(entries, list):
        raise _damaged(place, "it must hold [[entry]] tables and nothing else")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*entry\s*\]\]", line)]
    return tuple(_entry(entry, f"{place}, line {line}") for entry, line in zip(entries, lines, strict=True))


def _entry(fields: Mapping[str, object], place: str) -> Entry:
    words = _strings(fields, "words", place)
    if not words:
        raise _damaged(place, "`words` is empty")
    extra = {key: _string(fields, key, place) for key in fields if key not in ("words", "value", "needs", "example")}
    return Entry(
        words=words,
        value=_string(fields, "value", place),
        example=_string(fields, "example", place),
        needs=_strings(fields, "needs", place) if "needs" in fields else (),
        extra=MappingProxyType(extra),
    )


def _string(fields: Mapping[str, object], key: str, place: str) -> str:
    text = fields.get(key)
    if not isinstance(text, str) or not text.strip():
        raise _damaged(place, f"`{key}` must be a string that is not empty")
    return text


def _strings(fields: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    listed = fields.get(key)
    if not isinstance(listed, list):
        raise _damaged(place, f"`{key}` must be a list of strings")
    for text in listed:
        if not isinstance(text, str) or not text.strip():
            raise _damaged(place, f"`{key}` holds {text!r}, which is not a string with something in it")
    return tuple(listed)


def _damaged(place: str, problem: str) -> InvalidRecord:
    return InvalidRecord(f"{place}: {problem}.", remedy="Install atleast again, or mend the file if you changed it.")
