"""The texts with marks in tests/quality/texts, read and scored by the program that scores the gold."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from atleast.model.lines import to_line
from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import check_against
from atleast.model.words import PartKind, SourceState
from atleast.statement.reader import Reader
from tests.support.scoring import SHARED

TEXTS = Path(__file__).resolve().parents[1] / "quality" / "texts"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def text_files(language: str, *, held_out: bool) -> list[Path]:
    """The texts of a language in order: those whose number is a multiple of three, which are held out, or the others."""
    return [file for file in sorted((TEXTS / language).glob("*.json")) if (int(file.stem) % 3 == 0) == held_out]


def source_of(file: Path) -> SourceText:
    """A text as a source: its paragraphs are its body."""
    record = json.loads(file.read_text("utf-8"))
    text = record["text"]
    credit = Credit(publisher=record["publisher"], date=record["date"], language=record["language"])
    source = Source(
        hashlib.sha256(text.encode()).hexdigest(), f"{record['id']}.json", len(text), "text/plain", SourceState.LAID_OUT,
        "2031-01-01T00:00:00Z", credit=credit,
    )  # fmt: skip
    return SourceText(source, text, tuple(Part(PartKind.BODY, *match.span()) for match in _PARAGRAPH.finditer(text)))


def text_scores(reader: Reader, files: Iterable[Path], scratch: Path, language: str) -> dict[str, Any]:
    """What the scorer makes of the reader's statements over these texts, by measure."""
    gold, corpus = scratch / "gold", scratch / "corpus"
    gold.mkdir()
    corpus.mkdir()
    files = list(files)
    for file in files:
        record = json.loads(file.read_text("utf-8"))
        marks = {"id": record["id"], "language": record["language"], **record["gold"]}
        (gold / f"{record['id']}.json").write_text(json.dumps(marks), encoding="utf-8")
        (corpus / f"{record['id']}.json").write_text(json.dumps({"text": record["text"]}), encoding="utf-8")
    export = scratch / "statements.jsonl"
    export.write_text("".join(_lines(reader, files)), encoding="utf-8")
    command: list[str | Path] = [sys.executable, SHARED / "tools" / "score_reading.py", "--json"]
    command += ["--gold", gold, "--corpus", corpus, "--statements", export]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    result: dict[str, Any] = json.loads(done.stdout)
    return {**result["scores"][language], "span integrity": result["span_integrity"]["share"]}


def _lines(reader: Reader, files: Iterable[Path]) -> Iterator[str]:
    for source, statements in reader.read_many(map(source_of, files)):
        for statement in statements:
            check_against(statement, source.text)
            yield json.dumps(to_line(statement, source.source.name), ensure_ascii=False) + "\n"
