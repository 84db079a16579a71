from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from atleast.source import labels
from atleast.source.labels import Meaning, any_label_at, label_at

DATA = tomllib.loads((Path(labels.__file__).with_name("words") / "labels.toml").read_text("utf-8"))
ENTRIES = [(language, entry) for language, entries in DATA.items() for entry in entries]


@pytest.mark.parametrize(
    ("language", "entry"), ENTRIES, ids=[f"{language}-{entry['value']}" for language, entry in ENTRIES]
)
def test_every_entry_is_found_in_its_example_and_by_each_of_its_words(language: str, entry: dict[str, object]) -> None:
    assert set(entry) == {"words", "value", "example"}
    words = entry["words"]
    assert isinstance(words, list)
    for line in [str(entry["example"]), *(f"{word.capitalize()}: x" for word in words)]:
        label = label_at(line, 0, len(line), language)
        assert label is not None, line
        assert (label.meaning, label.language) == (Meaning(str(entry["value"])), language), line


def test_the_four_languages_have_labels_for_the_same_things() -> None:
    things = {meaning.value for meaning in Meaning if meaning is not Meaning.UNKNOWN}
    assert [(language, {entry["value"] for entry in entries}) for language, entries in DATA.items()] == [
        (language, things) for language in ("en", "ru", "be", "uk")
    ]


@pytest.mark.parametrize(
    ("line", "meaning", "value"),
    [
        ("Date of arrest: 3 May 2031", Meaning.ARREST_DATE, "3 May 2031"),
        ("DATE OF ARREST : 3 May 2031", Meaning.ARREST_DATE, "3 May 2031"),
        ("The Charges: Article 342", Meaning.ARTICLE, "Article 342"),
        ("- **Place of detention:** Prison No. 4", Meaning.FACILITY, "Prison No. 4"),
        ("Case\u00a0background: He wrote.", Meaning.NARRATIVE, "He wrote."),
        ("Освобожден: 3 мая", Meaning.RELEASE_DATE, "3 мая"),
        ("Место  содержания: колония", Meaning.FACILITY, "колония"),
    ],
)
def test_forms_of_labels(line: str, meaning: Meaning, value: str) -> None:
    label = label_at(line, 0, len(line))
    assert label is not None
    assert (label.meaning, line[label.end :]) == (meaning, value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "He gave the date of arrest: 3 May",
        "Dates of arrest: 3 May",
        "Date of arrest 3 May 2031",
        "Reaſon: x",
        "Charge\n: Article 342",
        "x" * 80 + ":",
    ],
)
def test_what_is_no_label(line: str) -> None:
    assert label_at(line, 0, len(line), "en") is None


def test_the_language_of_the_source_decides() -> None:
    assert [label_at("Суд: x", 0, 6, language).language for language in ("ru", "be", "uk-UA")] == ["ru", "be", "uk"]  # type: ignore[union-attr]


def test_what_has_the_shape_of_a_label_is_unknown() -> None:
    known, unknown = "Charge: theft", "Favourite colour: red"
    assert any_label_at(known, 0, len(known)).meaning is Meaning.ARTICLE  # type: ignore[union-attr]
    label = any_label_at(unknown, 0, len(unknown))
    assert label is not None
    assert (label.meaning, label.language, unknown[label.end :].strip()) == (Meaning.UNKNOWN, None, "red")
    for line in ("http://lamp.example/", "one: two", "A much longer row of words: two", "10:30"):
        assert any_label_at(line, 0, len(line)) is None
