"""Names of persons in Russian news, beside the bare tagger: factRuEval-2016, in ../shared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from atleast.statement.slavic import tagger
from atleast.statement.slavic.names import names_of
from atleast.statement.slavic.page import page_of
from bench.articles import one_part
from bench.measuring import show
from tests.support.scoring import SHARED

NEWS = SHARED / "data" / "factrueval-2016" / "testset"
Span = tuple[int, int]


def run() -> int:
    if not NEWS.is_dir():
        print("\n== Names of persons: factRuEval-2016 is not in ../shared, so nothing is measured")
        return 0
    print("\n== Names of persons on factRuEval-2016, by overlap, against the bare tagger")
    bare = tagger.bare_tagger()
    found: dict[str, list[int]] = {"the bare tagger": [0, 0, 0, 0], "the reader": [0, 0, 0, 0]}
    for file in marked_news():
        text, gold = file.read_text("utf-8"), _persons(file)
        mentions = names_of(page_of(one_part(text, "ru"), "ru")).mentions.values()
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


def marked_news() -> list[Path]:
    """The texts of the test set that have marks."""
    return [file for file in sorted(NEWS.glob("*.txt")) if file.with_suffix(".spans").is_file()]


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
