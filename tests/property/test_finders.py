"""Whatever the text, the finders give spans that lie within the stretch, in order and apart, and quotes that are exact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atleast.model.edtf import is_edtf
from atleast.statement.articles import find_articles
from atleast.statement.counts import find_counts
from atleast.statement.dates import find_dates
from atleast.statement.numbers import find_numbers
from atleast.statement.penalties import find_penalties

LANGUAGES = ("en", "ru", "be", "uk", "be-Latn", "pl")

# Pieces of which dates, counts and the like are made, so that texts of them are full of near misses.
_PIECES = st.sampled_from(
    """12 1,486 1 486 2029 2031-05-09 09.05.2031 31.02.2031 May Monday last next earlier this week ago two days since from to
    until between and of them of whom at least more than nearly up to some or more hundreds dozens thousands people women
    political prisoners a group of number of was were released Art. 342 part 2 of Article 361-4 years in prison sentenced
    fined BYN 840 rubles мая года 2029 г. пятницу не менее сотни тысяч человек ч. 2 ст. 411 УК суток прошлой неделе назад
    ліпеня палітвязняў прынамсі чалавек року щонайменше осіб півтори тисячі the end of mid- 1990s % $ aged (1) 3-5
    """.split()
)
_JOINTS = st.sampled_from([" ", " ", " ", "\u00a0", ", ", ". ", "-", "–", "\n", "\n\n", "", "; ", "' ", "\t"])
_COMPOSED = st.lists(st.tuples(_PIECES, _JOINTS), max_size=30).map(lambda pairs: "".join(a + b for a, b in pairs))
TEXTS = st.one_of(_COMPOSED, st.text(max_size=200))
ANCHORS = st.one_of(
    st.none(), st.sampled_from(["2031-05-09", "2031-05", "2031", "0001-01-01", "9999-12-31", "x", "2029/.."])
)


class _Span(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Finder = Callable[[str, int, int, str | None, str], Sequence[_Span]]
FINDERS: dict[str, Finder] = {
    "dates": find_dates,
    "counts": find_counts,
    "numbers": lambda text, start, end, _, language: find_numbers(text, start, end, language),
    "penalties": lambda text, start, end, _, language: find_penalties(text, start, end, language),
    "articles": lambda text, start, end, _, language: find_articles(text, start, end, language),
}


@pytest.mark.parametrize("kind", FINDERS)
@given(
    text=TEXTS,
    cut=st.tuples(st.integers(0, 200), st.integers(0, 200)),
    anchor=ANCHORS,
    language=st.sampled_from(LANGUAGES),
)
def test_spans_lie_within_in_order_and_apart(
    kind: str, text: str, cut: tuple[int, int], anchor: str | None, language: str
) -> None:
    start, end = sorted(min(place, len(text)) for place in cut)
    reached = start
    for span in FINDERS[kind](text, start, end, anchor, language):
        assert reached <= span.start < span.end <= end
        reached = span.end


@given(text=TEXTS, anchor=ANCHORS, language=st.sampled_from(LANGUAGES))
def test_a_date_is_edtf_and_keeps_its_words(text: str, anchor: str | None, language: str) -> None:
    for dated in find_dates(text, 0, len(text), anchor, language):
        if dated.when:
            assert is_edtf(dated.when.edtf)
            assert dated.when.words == text[dated.start : dated.end]


@given(text=TEXTS, anchor=ANCHORS, language=st.sampled_from(LANGUAGES))
def test_a_count_holds_its_number_and_a_date_that_is_edtf(text: str, anchor: str | None, language: str) -> None:
    for counted in find_counts(text, 0, len(text), anchor, language):
        assert counted.start <= counted.number_start < counted.number_end <= counted.end
        assert counted.count.value > 0
        assert counted.count.of
        assert counted.count.as_of is None or is_edtf(counted.count.as_of.edtf)


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_what_a_finding_comes_down_to_are_its_own_words(text: str, language: str) -> None:
    for find in (find_penalties, find_articles):
        for found in find(text, 0, len(text), language):
            assert " ".join(text[found.start : found.end].split()).startswith(found.text)


_GROUPS = ("", ",", " ", "\u00a0", "\u202f", "\u2009")


@given(value=st.integers(0, 10**9), group=st.sampled_from(_GROUPS), language=st.sampled_from(("en", "ru", "be", "uk")))
def test_digits_come_back_in_every_notation(value: int, group: str, language: str) -> None:
    written = f"{value:,}".replace(",", group)
    found = find_numbers(f"* {written} ...", 0, len(written) + 6, language)
    assert [number.value for number in found] == ([value] if value else [])


_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_UNITS += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(value: int) -> str:
    """A number below a million in English words, as a newspaper writes it."""
    if value >= 1000:
        rest = value % 1000
        return f"{_in_words(value // 1000)} thousand" + (f" {_in_words(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{_UNITS[value // 100]} hundred" + (f" and {_in_words(rest)}" if rest else "")
    if value >= 20:
        rest = value % 10
        return _TENS[value // 10 - 2] + (f"-{_UNITS[rest]}" if rest else "")
    return _UNITS[value]


@given(value=st.integers(1, 999_999))
def test_english_words_come_back(value: int) -> None:
    text = f"* {_in_words(value)} ..."
    assert [number.value for number in find_numbers(text, 0, len(text), "en")] == [value]
