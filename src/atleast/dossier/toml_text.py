"""The text of a mandate as its readers see it: parsed values, and errors that point at the line."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from atleast.dossier.toml_lines import line_of
from atleast.errors import MandateError

_Word = TypeVar("_Word", bound=StrEnum)


class TomlText:
    """A TOML file that was parsed already: gives its values in the type that is wanted, or says on which line they are not.

    `section` is the dotted name of a block, "" at the top. Everything raises MandateError.
    """

    def __init__(self, text: str, name: str) -> None:
        self._lines = text.splitlines()
        self._name = name

    def table(self, content: Mapping[str, Any], name: str, known: set[str] | None) -> dict[str, Any]:
        """The block of that name at the top, empty where there is none; with `known`, no other keys may stand in it."""
        table = content.get(name, {})
        if not isinstance(table, dict):
            raise self.error("", name, f"{name} is a block", f"Begin it with [{name}].")
        if known is not None:
            self.known(table, name, known)
        return table

    def known(self, table: Mapping[str, Any], section: str, known: set[str]) -> None:
        """Pass where all keys of a block are known ones."""
        for key in table:
            if key not in known:
                raise self.error(section, key, f"{key!r} is not known here", f"Known are: {', '.join(sorted(known))}.")

    def text(self, table: Mapping[str, Any], section: str, key: str) -> str:
        """A text without space around it; empty where there is none."""
        value = table.get(key, "")
        if not isinstance(value, str):
            raise self.error(
                section, key, f"{value!r} is not a text", f'Write it between quotation marks: {key} = "…".'
            )
        return value.strip()

    def texts(self, table: Mapping[str, Any], section: str, key: str) -> list[str]:
        """A list of texts; empty where there is none."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(section, key, f"{value!r} is not a list of texts", f'Write {key} = ["…", "…"].')
        return value

    def whole(self, table: Mapping[str, Any], section: str, key: str, default: int) -> int:
        """A whole number above zero."""
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            raise self.error(section, key, f"{value!r} is not a whole number above zero", f"Write {key} = {default}.")
        return value

    def word(self, table: Mapping[str, Any], section: str, key: str, kind: type[_Word], default: _Word) -> _Word:
        """One of the fixed words of a kind."""
        said = self.text(table, section, key)
        return self._word(said, section, key, kind) if said else default

    def words(self, table: Mapping[str, Any], section: str, key: str, kind: type[_Word]) -> frozenset[_Word]:
        """A set of the fixed words of a kind; empty where there is none."""
        return frozenset(self._word(word, section, key, kind) for word in self.texts(table, section, key))

    def _word(self, word: str, section: str, key: str, kind: type[_Word]) -> _Word:
        if word not in set(kind):
            known = ", ".join(sorted(kind))
            raise self.error(section, key, f"{word!r} is not one of the fixed words", f"They are: {known}.")
        return kind(word)

    def error(self, section: str, key: str, problem: str, remedy: str) -> MandateError:
        """An error that points at the line of a key."""
        line = line_of(self._lines, [*section.split("."), key] if section else [key])
        return MandateError(f"{self._name}, line {line}: {problem}.", remedy=remedy)
