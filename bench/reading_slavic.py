"""What reading Russian, Belarusian and Ukrainian costs and finds: CPU against the bare tagger, names against it as well.

Needs the material in ../shared beside the checkout; without it there is nothing to read, and nothing is claimed.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.words import PartKind, SourceState
from atleast.statement.slavic import tagger
from atleast.statement.slavic.names import names_of
from atleast.statement.slavic.page import page_of
from atleast.statement.slavic.reader import SlavicReader
from bench.measuring import show

# One core: two threads of linear algebra spend more CPU together than one alone, for both sides alike.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
SHARED = Path(__file__).resolve().parents[2] / "shared"
_NEWS = SHARED / "data" / "factrueval-2016" / "testset"
_MOST_CPU = 1.25
_WARM = 60
"""Texts read before the clock starts: what loading costs is not counted, nor words that are new to everybody."""
Span = tuple[int, int]


def run() -> int:
    if not _NEWS.is_dir():
        print("\n== Reading Russian, Belarusian and Ukrainian: ../shared is not here, so nothing is measured")
        return 0
    return max(_cost(), _names())


def _cost() -> int:
    print("\n== Reading Russian, Belarusian and Ukrainian against the tagger alone, CPU, each text once")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    texts = list(_texts())
    readers = {language: SlavicReader(language) for language in ("ru", "be", "uk")}
    bare = tagger.bare_tagger()

    def read(text: SourceText) -> object:
        return readers[(text.source.credit.language or "")[:2]].read(text)

    for language in readers:
        read(_source("Івана Крука затрымалі. Ивана Крука задержали.", language))
    for text in texts[:_WARM]:
        read(text), bare(text.text)
    spent = {"tagger": 0.0, "reader": 0.0}
    for number, text in enumerate(texts[_WARM:]):
        steps: list[tuple[str, Callable[[], object]]] = [
            ("tagger", lambda text=text: bare(text.text)),  # type: ignore[misc]
            ("reader", lambda text=text: read(text)),  # type: ignore[misc]
        ]
        for name, step in steps if number % 2 else reversed(steps):
            began = time.process_time()
            step()
            spent[name] += time.process_time() - began
    letters = sum(len(text.text) for text in texts[_WARM:])
    show("the tagger alone, thousand characters per CPU second", letters / spent["tagger"] / 1000, "")
    show("reading, thousand characters per CPU second", letters / spent["reader"] / 1000, "")
    within = show("CPU of reading / CPU of the tagger alone", spent["reader"] / spent["tagger"], "", at_most=_MOST_CPU)
    return 0 if within else 1


def _texts() -> Iterator[SourceText]:
    """Short news, and the corpus's texts in the three languages among them."""
    news = [
        (file.read_text("utf-8"), "ru") for file in sorted(_NEWS.glob("*.txt")) if file.with_suffix(".spans").is_file()
    ]
    corpus = [json.loads(file.read_text("utf-8")) for file in sorted((SHARED / "corpus").glob("*.json"))]
    slavic = [(one["text"], one["lang"]) for one in corpus if one.get("lang", "")[:2] in ("ru", "be", "uk")]
    for number, (text, language) in enumerate(news):
        yield _source(text, language)
        if number % 2 and slavic:
            yield _source(*slavic[(number // 2) % len(slavic)])


def _names() -> int:
    print("\n== Names of persons on factRuEval-2016, by overlap, against the bare tagger")
    bare = tagger.bare_tagger()
    found: dict[str, list[int]] = {"the bare tagger": [0, 0, 0, 0], "the reader": [0, 0, 0, 0]}
    for file in sorted(_NEWS.glob("*.txt")):
        if not file.with_suffix(".spans").is_file():
            continue
        text, gold = file.read_text("utf-8"), _persons(file)
        mentions = names_of(page_of(_source(text, "ru"), "ru")).mentions.values()
        ours = [(one.start, one.end) for many in mentions for one in many]
        theirs = [(span.start, span.stop) for span in bare(text).spans if span.type == "PER"]
        for name, spans in (("the bare tagger", theirs), ("the reader", ours)):
            found[name] = [a + b for a, b in zip(found[name], _overlaps(gold, spans), strict=True)]
    scores = {}
    for name, (gold_found, gold_all, right, all_found) in found.items():
        precision, recall = right / all_found, gold_found / gold_all
        scores[name] = 2 * precision * recall / (precision + recall)
        show(f"{name}: P {precision:.3f}, R {recall:.3f}, F", scores[name], "")
    return 0 if scores["the reader"] >= scores["the bare tagger"] else 1


def _persons(file: Path) -> list[Span]:
    """The persons marked in a text, each from the first to the last of its marks."""
    marks: dict[str, Span] = {}
    for line in file.with_suffix(".spans").read_text("utf-8").splitlines():
        fields = line.split()
        if len(fields) >= 4:
            marks[fields[0]] = (int(fields[2]), int(fields[2]) + int(fields[3]))
    persons = []
    for line in file.with_suffix(".objects").read_text("utf-8").splitlines():
        fields = line.partition("#")[0].split()
        spans = [marks[field] for field in fields[2:] if field in marks]
        if fields[1:2] == ["Person"] and spans:
            persons.append((min(start for start, _ in spans), max(end for _, end in spans)))
    return persons


def _overlaps(gold: Sequence[Span], found: Sequence[Span]) -> tuple[int, int, int, int]:
    """Marks that are found, all marks, finds that are marked, all finds."""
    hit = [any(a < end and start < b for a, b in found) for start, end in gold]
    right = [any(a < end and start < b for start, end in gold) for a, b in found]
    return sum(hit), len(gold), sum(right), len(found)


def _source(text: str, language: str) -> SourceText:
    credit = Credit(date="2031-05-20", language=language)
    source = Source(
        "0" * 64, "text.txt", len(text), "text/plain", SourceState.LAID_OUT, "2031-06-01T00:00:00Z", credit=credit
    )
    return SourceText(source, text, (Part(PartKind.BODY, 0, len(text)),))
