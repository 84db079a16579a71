"""Another finder of names beside the readers' own: what it finds is a candidate, and whether the two agree is told.

GLiNER (Zaratiana et al. 2023) finds whatever it is asked for, here persons, in many languages. It is run by the optional package
fast-gliner, from a folder with `tokenizer.json` and one ONNX file, as models are commonly published. Nothing is downloaded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from atleast.errors import MandateError
from atleast.model.statement import Event, Statement

Span = tuple[int, int]
_LABEL = "person"
_LONGEST = 1_000
"""Characters that are looked at together: longer texts are more than such a model takes in at once."""
_PIECE = re.compile(
    rf"\S(?:.{{0,{_LONGEST - 2}}}[.!?…](?=\s|$)|.{{0,{_LONGEST - 2}}}\S(?=\s|$)|.{{0,{_LONGEST - 1}}})", re.DOTALL
)


class NameFinder(Protocol):
    """Whatever finds names of persons."""

    def persons(self, texts: Sequence[str]) -> list[list[Span]]:
        """For each text the spans of the names in it, in order and apart from each other."""


@cache
def finder_for(folder: str) -> NameFinder:
    """The finder for a model folder, loaded once. Raises MandateError where there is no such model, or no program to run it."""
    return _Gliner(folder)


@cache
def reader_name(reader: str, folder: str | None) -> str:
    """What a reader is called that takes the names of a model in a folder as well: "english+gliner-1f0c33aa".

    The digits change when the files of the model do. Raises MandateError where there is no model in the folder.
    """
    if folder is None:
        return reader
    digest = hashlib.sha256()
    for path in sorted(_files(Path(folder))):
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes() if path.suffix == ".json" else b"")
    return f"{reader}+gliner-{digest.hexdigest()[:8]}"


def _files(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.suffix in (".json", ".onnx") and path.is_file()]
    if sum(path.suffix == ".onnx" for path in found) != 1 or not any(path.name == "tokenizer.json" for path in found):
        raise MandateError(
            f"{folder} is no folder of a GLiNER model: it needs tokenizer.json and one file that ends in .onnx.",
            remedy="Correct gliner under [reading] in mandate.toml, or take it out.",
        )
    return found


class _Gliner:
    def __init__(self, folder: str) -> None:
        onnx = next(path for path in _files(Path(folder)) if path.suffix == ".onnx")
        try:
            library: Any = import_module("fast_gliner")
        except ImportError as error:
            raise MandateError(
                "mandate.toml names a GLiNER model, and the package that runs it is not installed.",
                remedy='Install it: pip install "atleast[gliner]"; or take gliner out of [reading].',
            ) from error
        try:
            self._model: Any = library.FastGLiNER(folder, onnx.relative_to(folder).as_posix(), "cpu")
        except Exception as error:  # whatever the library raises over a file that it cannot use
            raise MandateError(
                f"The GLiNER model in {folder} cannot be used ({type(error).__name__}).",
                remedy="Take a model in the ONNX form of GLiNER, or take gliner out of [reading] in mandate.toml.",
            ) from error

    def persons(self, texts: Sequence[str]) -> list[list[Span]]:
        """For each text the spans of the names in it."""
        return [list(self._found(text)) for text in texts]

    def _found(self, text: str) -> Iterator[Span]:
        end = 0
        for piece in _PIECE.finditer(text):
            if not any(letter.isalpha() for letter in piece[0]):
                continue
            data = piece[0].encode()
            for one in sorted(self._model.predict_entities(piece[0], [_LABEL]), key=lambda one: int(one["start"])):
                first, last = (piece.start() + _letters(data, one[side]) for side in ("start", "end"))
                if end <= first < last:
                    end = last
                    yield first, last


def _letters(data: bytes, offset: int) -> int:
    """How many characters an offset in UTF-8 is."""
    return len(data[:offset].decode(errors="ignore"))


def with_agreement(statements: Iterable[Statement], found: Sequence[Span], added: Sequence[Span]) -> list[Statement]:
    """The statements that name somebody with what their rule says of it: that GLiNER saw a name there too, alone, or not.

    `found` are the names that it found in the text of the source, `added` those that nobody else had found.
    """
    return [
        replace(each, rule=f"{each.rule}; {_agreement(each, found, added)}") if _names_somebody(each) else each
        for each in statements
    ]


def _names_somebody(statement: Statement) -> bool:
    return isinstance(statement.content, Event) and bool(statement.content.persons)


def _agreement(statement: Statement, found: Sequence[Span], added: Sequence[Span]) -> str:
    if _within(statement, added):
        return "gliner alone finds a name in it"
    return "gliner finds a name in it too" if _within(statement, found) else "gliner finds no name in it"


def _within(statement: Statement, spans: Sequence[Span]) -> bool:
    return any(statement.start <= start and end <= statement.end for start, end in spans)
