"""The program that scores an export of statements against the gold, run as anybody would run it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from atleast.limits import DEFAULT_LIMITS
from atleast.model.lines import to_line
from atleast.model.source import Source, SourceText
from atleast.model.statement import check_against
from atleast.model.words import SourceState
from atleast.source.layout import open_source
from atleast.statement.reader import Reader

SHARED = Path(__file__).resolve().parents[3] / "shared"
OUR_TEXTS = Path(__file__).resolve().parents[1] / "quality" / "texts"


def is_held_out(identity: str) -> bool:
    """Whether a text is kept from those who make the rules: the SHA-256 of its id is a multiple of four."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 4 == 0


def gold_files(language: str, *, held_out: bool | None = None) -> list[Path]:
    """The gold of a language in order: all of it, what is held out, or what is not."""
    files = [file for file in sorted((SHARED / "gold").glob("*.json")) if _language(file) == language]
    return files if held_out is None else [file for file in files if is_held_out(file.stem) == held_out]


def our_files(language: str, *, held_out: bool | None = None) -> list[Path]:
    """Our own texts with marks in order: all of a language, what is held out (every third), or what is not."""
    files = sorted((OUR_TEXTS / language).glob("*.json"))
    return files if held_out is None else [file for file in files if (int(file.stem) % 3 == 0) == held_out]


def pinned(files: Iterable[Path]) -> str:
    """The first 16 hex digits of the SHA-256 of the files: floors hold for these marks and no others."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def source_of(file: Path) -> SourceText:
    """The source that a file of marks is about, laid out as the program lays it out."""
    if OUR_TEXTS in file.parents:
        return _our_source(json.loads(file.read_text("utf-8")))
    path = next((SHARED / "seeds").glob("*.txt")) if file.stem == "seed" else SHARED / "corpus" / file.name
    layout = open_source(path, path.name, DEFAULT_LIMITS).layout
    assert layout is not None
    source = Source(
        hashlib.sha256(path.read_bytes()).hexdigest(), path.name, path.stat().st_size, "text/plain", SourceState.LAID_OUT,
        "2026-01-01T00:00:00Z", credit=layout.credit,
    )  # fmt: skip
    return SourceText(source, layout.text, layout.parts)


def _our_source(record: dict[str, Any]) -> SourceText:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"{record['id']}.txt"
        path.write_text(record["text"], "utf-8", newline="")
        layout = open_source(path, path.name, DEFAULT_LIMITS).layout
    assert layout is not None
    told = {key: record[key] for key in ("date", "publisher", "title") if record[key]}
    credit = replace(layout.credit, **told, language=layout.credit.language or record["language"])
    digest, size = hashlib.sha256(record["text"].encode()).hexdigest(), len(record["text"])
    at = "2026-01-01T00:00:00Z"
    source = Source(digest, path.name, size, "text/plain", SourceState.LAID_OUT, at, credit=credit)
    return SourceText(source, layout.text, layout.parts)


def scores(reader: Reader, files: list[Path], scratch: Path, language: str) -> dict[str, Any]:
    """What the scorer makes of the reader's statements over the texts of these files of marks, by measure."""
    gold, corpus, export = scratch / "gold", scratch / "corpus", scratch / "statements.jsonl"
    gold.mkdir()
    corpus.mkdir()
    for file in files:
        if OUR_TEXTS in file.parents:
            record = json.loads(file.read_text("utf-8"))
            marks = record["gold"] | {"id": record["id"], "language": record["language"]}
            (gold / f"{record['id']}.json").write_text(json.dumps(marks), "utf-8")
            (corpus / f"{record['id']}.txt").write_text(record["text"], "utf-8", newline="")
        else:
            shutil.copy(file, gold)
    with export.open("w", encoding="utf-8") as out:
        for text, statements in reader.read_many(map(source_of, files)):
            for statement in statements:
                check_against(statement, text.text)
                out.write(json.dumps(to_line(statement, text.source.name), ensure_ascii=False) + "\n")
    tools = SHARED / "tools"
    command: list[str | Path] = [sys.executable, tools / "score_reading.py", "--json", "--gold", gold]
    command += ["--corpus", SHARED / "corpus", "--corpus", SHARED / "seeds", "--corpus", corpus]
    command += ["--statements", export, "--sources", tools / "sources.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    result: dict[str, Any] = json.loads(done.stdout)
    return {**result["scores"][language], "span integrity": result["span_integrity"]["share"]}


def _language(file: Path) -> str:
    return str(json.loads(file.read_text("utf-8"))["language"]).split("-")[0]
