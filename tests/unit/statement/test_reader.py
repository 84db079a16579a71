from __future__ import annotations

import subprocess
import sys

from atleast.statement.reader import LANGUAGES, Reader, reader_for, readers
from tests.support.english import source_text


def test_english_is_read_whatever_its_region() -> None:
    english = reader_for("en")
    assert english is not None
    assert reader_for("en-GB") is english
    assert "en" in english.languages
    assert "en" in LANGUAGES
    assert english in readers()


def test_a_language_without_a_reader_and_an_unknown_one_have_none() -> None:
    assert reader_for("xx") is None
    assert reader_for(None) is None
    assert reader_for("") is None


def test_many_sources_come_back_in_order_and_read_as_one_by_one() -> None:
    english = reader_for("en")
    assert english is not None
    sources = [source_text(text) for text in ("Police arrested Vasil Korin.", "", "Alena Marozava was released.")] * 15
    together = list(english.read_many(iter(sources)))
    assert [source for source, _ in together] == sources
    assert [statements for _, statements in together] == [english.read(source) for source in sources]


def test_many_are_read_as_they_are_asked_for() -> None:
    english: Reader | None = reader_for("en")
    assert english is not None
    asked = []

    def endless() -> object:
        while True:
            asked.append(1)
            yield source_text("Police arrested Vasil Korin.")

    next(english.read_many(endless()))  # type: ignore[arg-type]
    assert len(asked) < 100


def test_asking_for_a_reader_loads_no_model() -> None:
    code = "import sys; from atleast.statement.reader import readers; readers(); assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
