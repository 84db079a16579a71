"""lists.toml: what a person says of the lists that a dossier holds, where the program took a column for something else.

    ["Register of Verasen"]
    files = ["*verasen-list*"]                     # which sources are editions of this list
    publisher = "Verasen Human Rights Centre"
    language = "en"                                # of the headings
    columns = { "Reg. no." = "list_id", "Remarks" = "other" }
    dates = { "06-verasen-list.xlsx" = "2031-05-20" }

Every key may be left out. Without `files` a block is about the list that `atleast lists` shows under its name.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from atleast.dossier.toml_lines import line_of
from atleast.errors import ListsError
from atleast.model.column import Column
from atleast.model.edtf import is_edtf

_DIGITS = 8
"""So many hex digits of a block's hash stand in the name of who reads by it."""
_KEYS = ("files", "publisher", "language", "columns", "dates")


@dataclass(frozen=True, slots=True)
class ListRule:
    """What a person says of one list, and so of all its editions."""

    name: str
    files: tuple[str, ...] = ()
    """Patterns (`*`, `?`) of the names of its sources; empty: the sources whose list is found to have this name."""
    publisher: str | None = None
    language: str | None = None
    columns: tuple[tuple[str, Column], ...] = ()
    """Headings as they are written, and what their columns hold."""
    dates: tuple[tuple[str, str], ...] = ()
    """Patterns of the names of sources, and the day of that edition, EDTF."""

    @property
    def digest(self) -> str:
        """Changes whenever anything that is said does."""
        said = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:_DIGITS]

    def names(self, source: str) -> bool:
        """Whether one of `files` is a pattern of the name of a source."""
        return any(is_called(source, pattern) for pattern in self.files)


def is_called(source: str, pattern: str) -> bool:
    """Whether a source's name, or the end of it from a slash on, is of a pattern."""
    return fnmatchcase(source, pattern) or fnmatchcase(source.rpartition("/")[2], pattern)


def load_lists(path: Path) -> tuple[ListRule, ...]:
    """What lists.toml says; nothing where there is no such file. Raises ListsError with the line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ListsError(f"{path} cannot be read.", remedy="Restore it, or take it away.") from error
    except UnicodeDecodeError as error:
        raise ListsError(f"{path} is not in UTF-8.", remedy="Save it as UTF-8 text.") from error
    return parse_lists(text, path.name)


def parse_lists(text: str, name: str = "lists.toml") -> tuple[ListRule, ...]:
    """What the text of a lists.toml says, in its order. Raises ListsError with the line for whatever cannot be followed."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ListsError(f"{name} is not valid TOML: {error}.", remedy="Correct that line.") from error
    return tuple(_Block(text, name, listed).rule(block) for listed, block in content.items())


class _Block:
    """Turns one block into a record, pointing at the line where it cannot."""

    def __init__(self, text: str, file: str, listed: str) -> None:
        self._lines = text.splitlines()
        self._file = file
        self._listed = listed

    def rule(self, block: Any) -> ListRule:
        if not isinstance(block, dict):
            raise self._error((), "a list is a block", f'Begin it with ["{self._listed}"].')
        for key in block:
            if key not in _KEYS:
                raise self._error((key,), f"{key!r} is not known here", f"Known are: {', '.join(_KEYS)}.")
        return ListRule(
            name=self._listed,
            files=self._files(block),
            publisher=self._text(block, "publisher"),
            language=self._text(block, "language"),
            columns=tuple((heading, self._column(heading, word)) for heading, word in self._pairs(block, "columns")),
            dates=tuple((pattern, self._date(pattern, edtf)) for pattern, edtf in self._pairs(block, "dates")),
        )

    def _files(self, block: Mapping[str, Any]) -> tuple[str, ...]:
        files = block.get("files", [])
        if not isinstance(files, list) or not all(isinstance(each, str) for each in files):
            raise self._error(("files",), f"{files!r} is not a list of texts", 'Write files = ["*list*.csv"].')
        return tuple(files)

    def _text(self, block: Mapping[str, Any], key: str) -> str | None:
        text = block.get(key, "")
        if not isinstance(text, str):
            raise self._error((key,), f"{text!r} is not a text", f'Write it between quotation marks: {key} = "…".')
        return text.strip() or None

    def _pairs(self, block: Mapping[str, Any], key: str) -> list[tuple[str, str]]:
        pairs = block.get(key, {})
        if not isinstance(pairs, dict) or not all(isinstance(word, str) for word in pairs.values()):
            remedy = f'Write {key} = {{ "…" = "…" }}.'
            raise self._error((key,), f"{key} is not a table of texts", remedy)
        return list(pairs.items())

    def _column(self, heading: str, word: str) -> Column:
        if word not in set(Column):
            known = ", ".join(Column)
            raise self._error(("columns", heading), f"{word!r} is nothing that a column holds", f"Known are: {known}.")
        return Column(word)

    def _date(self, pattern: str, edtf: str) -> str:
        if not is_edtf(edtf):
            raise self._error(("dates", pattern), f"{edtf!r} is not an EDTF date", 'Write "2031-05-20" or "2031-05".')
        return edtf

    def _error(self, keys: tuple[str, ...], problem: str, remedy: str) -> ListsError:
        line = line_of(self._lines, (self._listed, *keys))
        return ListsError(f"{self._file}, line {line}: {problem}.", remedy=remedy)
