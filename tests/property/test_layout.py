"""For any text at all: parts in order, inside the text, not overlapping, and every line with something on it in one of them."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.errors import EmptySource
from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Layout
from atleast.model.words import PartKind
from atleast.source.characters import plain, storable
from atleast.source.encoding import decode
from atleast.source.paragraphs import BLANK
from atleast.source.writing import Draft, laid_out

# Lines as they stand in sources, so that arbitrary texts are made of what the rules look for.
LINES = st.sampled_from(
    [
        "Maria Kova",
        "By Maria Kova",
        "Автор: Мария Кова",
        "Court in Velgrad jails four readers",
        "VELGRAD (Reuters) - A court sentenced four people.",
        "ВЕЛЬГРАД, 3 мая — БелаПАН. Суд приговорил четырёх человек.",
        "Velgrad, 12 May 2023",
        "12.05.2023",
        "Published: 12 May 2023",
        "Leave a review",
        "Politics",
        "# Heading",
        "---",
        "1. Anton Lisk",
        "There are at least 214 political prisoners in the country, according to the report of the Beacon Centre,",
        "which was sent to the League on Friday.",
        "",
        " \u00a0\ufeff ",
        "\t",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\f"])
TEXTS = st.one_of(
    st.text(),
    st.lists(st.tuples(st.one_of(LINES, st.text()), ENDS), max_size=12).map(
        lambda rows: "".join(a + b for a, b in rows)
    ),
)
_BREAKS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def check(layout: Layout) -> None:
    reached = 0
    covered = bytearray(len(layout.text))
    for part in layout.parts:
        assert reached <= part.start < part.end <= len(layout.text)
        covered[part.start : part.end] = b"\x01" * (part.end - part.start)
        reached = part.end
    for place, letter in enumerate(layout.text):
        assert covered[place] or letter in BLANK or _BREAKS.match(letter), (place, letter)


@given(TEXTS)
@settings(max_examples=300)
def test_parts_of_any_text(text: str) -> None:
    try:
        layout = laid_out(text, "a.txt", DEFAULT_LIMITS)
    except EmptySource:
        assert not _BREAKS.sub("", text).strip(BLANK)
    else:
        assert len(layout.text) == len(text)
        layout.text.encode("utf-8")
        check(layout)


@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from([None, PartKind.HEADLINE, PartKind.TABLE]), st.sampled_from([None, "page 1"]))
    )
)
def test_parts_of_any_draft(pieces: list[tuple[str, PartKind | None, str | None]]) -> None:
    draft = Draft()
    for piece, kind, place in pieces:
        draft.add(piece, kind, place)
    try:
        check(draft.layout("a.docx", DEFAULT_LIMITS))
    except EmptySource:
        assert not any(_BREAKS.sub("", piece).strip(BLANK) for piece, _, _ in pieces)


@given(TEXTS)
def test_the_same_text_has_the_same_parts(text: str) -> None:
    try:
        assert laid_out(text, "a.txt", DEFAULT_LIMITS) == laid_out(text, "b.txt", DEFAULT_LIMITS)
    except EmptySource:
        return


@given(st.text())
def test_plain_and_storable_keep_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(storable(text)) == len(text)
    storable(text).encode("utf-8")


@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    storable(decode(data).text).encode("utf-8")


@given(st.text())
def test_utf8_decodes_to_what_was_encoded(text: str) -> None:
    text = storable(text).replace("\x04", " ")
    assert decode(text.encode("utf-8")).text == text
