"""Another finder of names beside the readers' own: one that finds what it is told to, and what is known of GLiNER."""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from atleast.errors import MandateError
from atleast.model.source import SourceText
from atleast.model.statement import Event, Statement
from atleast.model.words import EventType
from atleast.statement import name_finder
from atleast.statement.english import reader as english_reader
from atleast.statement.english.reader import EnglishReader
from atleast.statement.name_finder import NameFinder, Span, finder_for, reader_name
from atleast.statement.reader import reader_for
from atleast.statement.slavic import reader as slavic_reader
from atleast.statement.slavic.reader import SlavicReader
from tests.support import english, slavic


@dataclass
class Told:
    """Finds these names wherever they stand."""

    names: Sequence[str]
    asked: list[str] = field(default_factory=list)

    def persons(self, texts: Sequence[str]) -> list[list[Span]]:
        self.asked += texts
        return [[(at, at + len(name)) for name in self.names if (at := text.find(name)) >= 0] for text in texts]


def model(folder: Path, onnx: str = "onnx/model.onnx") -> Path:
    """A folder that looks like a model's."""
    (folder / onnx).parent.mkdir(parents=True, exist_ok=True)
    (folder / onnx).write_bytes(b"no model")
    (folder / "tokenizer.json").write_text("{}", "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> str:
    finder_for.cache_clear()
    reader_name.cache_clear()
    return str(model(tmp_path / "model"))


@pytest.fixture
def use(folder: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have a finder stand behind the folder."""

    def set_up(finder: NameFinder) -> str:
        for module in (english_reader, slavic_reader):
            monkeypatch.setattr(module, "finder_for", lambda _: finder)
        return folder

    return set_up


def arrests(statements: list[Statement]) -> list[tuple[tuple[str, ...], str]]:
    """Whom, and the last words of the rule, of each arrest."""
    contents = [(one.content, one.rule.rpartition("; ")[2]) for one in statements]
    return [
        (said.persons, rule) for said, rule in contents if isinstance(said, Event) and said.type is EventType.ARREST
    ]


UNSEEN = "Winter Obelisk"
TEXT = f"Pavel Ketlin was arrested on Monday.\nPolice arrested {UNSEEN} in Sarnik."


def test_english_takes_names_that_its_parser_did_not_see_and_tells_who_saw_them(use: Any) -> None:
    source = english.source_text(TEXT)
    folder = use(Told([UNSEEN, "Pavel Ketlin", "arrested"]))
    found = EnglishReader(folder).read(source)
    by_both, by_one = arrests(found)
    assert by_both == (("Pavel Ketlin",), "gliner finds a name in it too")
    assert by_one == ((UNSEEN,), "gliner alone finds a name in it")
    assert {one.reader.split()[0] for one in found} == {reader_name("english", folder)}
    silent = EnglishReader(use(Told([]))).read(source)
    assert {rule for persons, rule in arrests(silent) if persons} == {"gliner finds no name in it"}


RUSSIAN = "Полиция задержала Ивана Крука. Позже задержали Ззыкса Кверпла."


def test_russian_takes_names_that_its_tagger_did_not_see(use: Any) -> None:
    source = slavic.text_source(RUSSIAN, "ru")
    folder = use(Told(["Ивана Крука", "Ззыкса Кверпла", "задержали"]))
    found = SlavicReader("ru", folder).read(source)
    rules = {rule for _, rule in arrests(found)}
    assert rules <= {"gliner finds a name in it too", "gliner alone finds a name in it"}
    assert "gliner finds a name in it too" in rules


@pytest.mark.parametrize(("language", "text"), [("en", TEXT), ("ru", RUSSIAN)])
def test_a_finder_that_finds_nothing_changes_nothing_but_the_rule(language: str, text: str, use: Any) -> None:
    source: SourceText = english.source_text(text) if language == "en" else slavic.text_source(text, language)
    folder = use(Told([]))
    with_it, without = reader_for(language, folder), reader_for(language)
    assert with_it is not None
    assert without is not None
    assert [one.content for one in with_it.read(source)] == [one.content for one in without.read(source)]


def test_a_reader_is_called_by_the_files_of_the_model(folder: str) -> None:
    first = reader_name("english", folder)
    assert first.startswith("english+gliner-")
    assert reader_name("english", None) == "english"
    (Path(folder) / "tokenizer.json").write_text('{"other": 1}', "utf-8")
    reader_name.cache_clear()
    assert reader_name("english", folder) != first


def test_a_folder_without_a_model_is_an_error_of_the_mandate(tmp_path: Path) -> None:
    two = model(model(tmp_path / "two"), "other.onnx")
    for folder in (tmp_path / "nowhere", tmp_path, two):
        with pytest.raises(MandateError, match="no folder of a GLiNER model"):
            reader_name("english", str(folder))


def test_where_its_package_is_not_installed_that_is_said(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fast_gliner", None)
    with pytest.raises(MandateError, match="not installed") as caught:
        finder_for(folder)
    assert "atleast[gliner]" in caught.value.remedy


class Library:
    """The package as it behaves: offsets are of bytes, empty texts are an error."""

    def __init__(self, folder: str, onnx: str, device: str) -> None:
        assert (Path(folder) / onnx).is_file()
        assert device == "cpu"

    def predict_entities(self, text: str, labels: list[str]) -> list[dict[str, Any]]:
        assert labels == ["person"]
        assert len(text) <= name_finder._LONGEST
        if not any(letter.isalpha() for letter in text):
            raise RuntimeError("unexpected logits shape")
        words = [word for word in text.split() if word.startswith(("Ivan", "Іван"))]
        places = [(word, text.encode().index(word.encode())) for word in reversed(words)]
        return [{"text": word, "start": at, "end": at + len(word.encode())} for word, at in places]


def with_library(monkeypatch: pytest.MonkeyPatch, kind: Any) -> None:
    library = types.ModuleType("fast_gliner")
    library.FastGLiNER = kind  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fast_gliner", library)


def test_offsets_are_those_of_characters_in_long_texts_too(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_library(monkeypatch, Library)
    long = "Слова, слова. " * 200 + "🙂 Учора Івана затрымалі. Ivan2 too."
    texts = ["", "— … —", "Ivan1 and Іван2, of Sarnik", long, "x" * 5_000]
    found = finder_for(folder).persons(texts)
    assert [[text[start:end] for start, end in spans] for text, spans in zip(texts, found, strict=True)] == [
        [], [], ["Ivan1", "Іван2,"], ["Івана", "Ivan2"], [],
    ]  # fmt: skip


def test_a_model_that_the_package_cannot_use_is_an_error_of_the_mandate(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("missing required tokenizer file")

    with_library(monkeypatch, refuse)
    with pytest.raises(MandateError, match="cannot be used"):
        finder_for(folder)


@pytest.mark.skipif("ATLEAST_GLINER" not in os.environ, reason="ATLEAST_GLINER names no folder of a GLiNER model")
def test_a_real_model_finds_spans_within_the_text() -> None:
    pytest.importorskip("fast_gliner")
    texts = [TEXT, RUSSIAN, "🙂 Анна Верын, «поэт», была адпушчана."]
    for text, spans in zip(texts, finder_for(os.environ["ATLEAST_GLINER"]).persons(texts), strict=True):
        assert all(0 <= start < end <= len(text) and text[start:end] == text[start:end].strip() for start, end in spans)
        assert spans == sorted(spans)
