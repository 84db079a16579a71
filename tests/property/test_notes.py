"""What a note shows is the source's own text, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atleast.report.inline import Quote, Verbatim
from atleast.report.markup import to_html
from atleast.report.notes import context
from atleast.report.visible import visible

TEXTS = st.text(st.sampled_from("ab \n\t\u00a0ё<&\u202e"), min_size=1, max_size=80)


@given(TEXTS, st.data(), st.integers(0, 30))
def test_context_holds_the_quote_and_is_cut_between_words(text: str, data: st.DataObject, most: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = context(text, start, end, most)
    assert 0 <= first <= start
    assert end <= last <= len(text)
    assert start - first <= most
    assert last - end <= most
    assert first in (0, start) or text[first - 1].isspace()
    assert last in (len(text), end) or text[last].isspace()


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=10)))
def test_no_text_of_a_source_makes_an_element_or_steers(text: str, language: str | None) -> None:
    for piece, around in ((Verbatim(text, language), 2), (Quote(text, language), 4)):
        made = str(to_html((piece,)))
        assert made.count("<") == around
        assert visible(made) == made
        made.encode("utf-8")
