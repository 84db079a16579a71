"""The real material beside the checkout: nothing crashes, nothing is lost, and each text is kept to the letter."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.source.opening import Opener

SHARED = Path(__file__).parents[3].parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="../shared is not beside the checkout"),
]


def test_every_text_of_the_corpus_is_kept_to_the_letter() -> None:
    with Opener(DEFAULT_LIMITS) as opener:
        for path in sorted((SHARED / "corpus").glob("*.json")):
            record = json.loads(path.read_text("utf-8"))
            layout = opener.open(path, path.name).layout
            assert layout is not None
            assert layout.text == record["text"]
            assert layout.credit.publisher == record["publisher"]
            assert layout.credit.date == record.get("date")


def test_the_pdf_of_98_cases_page_by_page() -> None:
    path = SHARED / "corpus" / "azerbaijan-list-2014.pdf"
    with Opener(DEFAULT_LIMITS) as opener:
        opened = opener.open(path, path.name)
    assert opened.layout is not None
    assert opened.layout.credit.language == "en"
    places = Counter(part.place for part in opened.layout.parts)
    assert set(places) == {f"page {number}" for number in range(1, 93)}
    cases = [part for part in opened.layout.parts if opened.layout.text[part.start :].startswith("Date of arrest:")]
    assert len(cases) > 60
