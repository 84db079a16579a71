"""The example and its truth hold each other: what can be checked on the files alone, without running the program."""

from __future__ import annotations

import importlib.util
import json
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from atleast.model.edtf import is_edtf
from atleast.model.words import Bound, Certainty, EventType, FigureKind, Ground, Stance

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "velmaria"
SOURCES = EXAMPLE / "sources"
GOLD = ROOT.parent / "shared" / "gold"
TRUTH: dict[str, Any] = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))
PERSONS: list[dict[str, Any]] = TRUTH["persons"]
EVENTS = [event for person in PERSONS for event in person["events"]] + TRUTH["other_events"]

NOTICES = {
    "en": "Invented for the atleast project: the Republic of Velmaria does not exist, nor do the people named here.",
    "ru": "Выдумано для проекта atleast: Республики Велмарии не существует, как и названных здесь людей.",
    "be": "Прыдумана для праекта atleast: Рэспублікі Велмарыі не існуе, як і названых тут людзей.",
    "be-Latn": "Prydumana dla prajekta atleast: Respubliki Vielmaryi nie isnuje, jak i nazvanych tut ludziej.",
    "uk": "Вигадано для проєкту atleast: Республіки Велмарії не існує, як і названих тут людей.",
    "pl": "Wymyślone dla projektu atleast: Republika Velmarii nie istnieje, podobnie jak wymienione tu osoby.",
}
TEXTS = [name for name, source in TRUTH["sources"].items() if "contains" not in source]


def _readable(name: str) -> str:
    """The text of a source as it was written, from content/ where the source is binary."""
    path = TRUTH["sources"][name].get("built_from")
    return (EXAMPLE / path if path else SOURCES / name).read_text(encoding="utf-8")


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("velmaria_build", EXAMPLE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _files_named(value: object) -> Iterator[str]:
    """Every name of a source that stands anywhere in the truth, outside its own list of sources."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"sources", "undated_in", "files"}:
                yield from inner
            elif key == "file":
                yield inner
            elif key == "names":
                yield from (name for names in inner.values() for name in names)
            else:
                yield from _files_named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _files_named(inner)


def _in_english(names: list[str]) -> bool:
    return any(TRUTH["sources"][name]["language"] == "en" for name in names)


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalpha() else " " for letter in bare).split())


def test_every_file_is_in_the_truth_and_the_other_way_round() -> None:
    on_disk = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*") if path.is_file()}
    assert on_disk == {name for name in TRUTH["sources"] if "!/" not in name}
    for name, source in TRUTH["sources"].items():
        if "contains" in source:
            with zipfile.ZipFile(SOURCES / name) as archive:
                assert [f"{name}!/{member}" for member in archive.namelist()] == source["contains"]
    elsewhere = {key: value for key, value in TRUTH.items() if key != "sources"}
    assert set(_files_named(elsewhere)) <= set(TRUTH["sources"])
    originals = [source.get("copy_of") or source.get("translation_of") for source in TRUTH["sources"].values()]
    assert {name for name in originals if name} <= set(TRUTH["sources"])


@pytest.mark.parametrize("name", TEXTS)
def test_every_source_says_first_that_it_is_invented(name: str) -> None:
    notice = NOTICES[TRUTH["sources"][name]["language"]]
    path = SOURCES / name
    if name.endswith((".xlsx", ".pdf", ".docx", ".warc")):
        assert notice == NOTICES["en"] == _builder().NOTICE
        assert notice.encode() in path.read_bytes()  # nothing in them is compressed
    else:
        assert notice in _readable(name).partition("\n")[0]


def test_the_binary_sources_are_what_build_makes(tmp_path: Path) -> None:
    _builder().build(tmp_path)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(built) == 7
    different = [name for name, content in sorted(built.items()) if content != (SOURCES / name).read_bytes()]
    assert not different, "run: python examples/velmaria/build.py"


@pytest.mark.parametrize("person", PERSONS + TRUTH["others"], ids=lambda person: person["name"])
def test_every_spelling_stands_where_the_truth_says(person: dict[str, Any]) -> None:
    assert person["names"]
    for spelling, names in person["names"].items():
        for name in names:
            assert spelling in _readable(name)


def test_whoever_is_told_apart_or_easily_confused_is_a_person() -> None:
    known = {person["id"] for person in PERSONS}
    assert len(known) == len(PERSONS) == 40
    pairs = [each for pair in TRUTH["brothers"] + TRUTH["namesakes"] for each in pair]
    rows = [row["person"] for row in TRUTH["false_rows"] + TRUTH["gone_from_a_list"]]
    assert {*pairs, *TRUTH["two_surnames"], *rows} <= known
    for row in TRUTH["false_rows"]:
        line = _readable(row["file"]).splitlines()[row["row"]]
        names = next(person["names"] for person in PERSONS if person["id"] == row["person"])
        assert any(name in line for name in names)


def test_positions_are_quoted_exactly() -> None:
    for position in TRUTH["positions"]:
        assert position["text"] in _readable(position["files"][0])


def test_words_and_dates_are_the_fixed_ones() -> None:
    for event in EVENTS:
        EventType(event["type"])
        Certainty(event.get("certainty", "asserted"))
        assert event["date"] is None or is_edtf(event["date"]), event
        assert all(Ground(ground) for ground in event.get("grounds", []))
    for count in TRUTH["counts"]:
        Bound(count["bound"])
        FigureKind(count["figure"])
        assert count["as_of"] is None or is_edtf(count["as_of"]), count
    assert all(Stance(position["stance"]) for position in TRUTH["positions"])


def test_readable_now_follows_from_the_languages() -> None:
    for event in EVENTS:
        assert event["readable_now"] == _in_english(event["sources"] + event.get("undated_in", [])), event
    for entry in TRUTH["counts"] + TRUTH["positions"]:
        assert entry["readable_now"] == _in_english(entry["files"]), entry


@pytest.mark.parametrize(("column", "key"), [("now", "held_on"), ("all", "held_on_all")])
def test_who_is_held_on_a_day_follows_from_the_stretches(column: str, key: str) -> None:
    assert len(TRUTH[key]) == 5
    for day, held in TRUTH[key].items():
        expected = [
            person["id"]
            for person in PERSONS
            if any(start <= day and (end is None or day < end) for start, end in person["held"][column])
        ]
        assert held == expected, day


def test_a_stretch_begins_and_ends_with_an_event() -> None:
    for person in PERSONS:
        for column in ("now", "all"):
            events = [event for event in person["events"] if event["readable_now"] or column == "all"]
            arrests = {event["date"] for event in events if event["type"] == "arrest"}
            ends = {event["date"] for event in events if event["type"] in {"release", "death_in_custody"}}
            for start, end in person["held"][column]:
                assert start in arrests or start[:7] in arrests, person["id"]
                short_term = any(event.get("penalty") == "15 days" for event in events)
                assert end is None or end in ends or short_term, person["id"]


def test_sums_are_what_the_truth_says_of_them() -> None:
    for entry in TRUTH["sums_that_fail"] + TRUTH["sums_that_hold"]:
        assert sum(entry["parts"]) == entry["sum"]
        text = _readable(entry["file"])
        assert all(str(number) in text for number in [entry["total"], *entry["parts"]])
    assert all(entry["sum"] != entry["total"] for entry in TRUTH["sums_that_fail"])
    assert all(entry["sum"] == entry["total"] for entry in TRUTH["sums_that_hold"])


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared/gold, which is not part of this project")
def test_nobody_here_bears_the_name_of_a_real_person_of_the_gold() -> None:
    real = {
        _folded(name)
        for path in GOLD.glob("*.json")
        for name in json.loads(path.read_text(encoding="utf-8"))["persons"]
        if " " in name
    }
    assert real
    texts = {name: _folded(_readable(name)) for name in TEXTS}
    for name, text in texts.items():
        assert not [person for person in real if f" {person} " in f" {text} "], name
    invented = {_folded(spelling) for person in PERSONS + TRUTH["others"] for spelling in person["names"]}
    assert not invented & real
