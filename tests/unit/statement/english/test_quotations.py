from __future__ import annotations

import pytest

from atleast.statement.english.quotations import Quotation, quotations


def _texts(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations(text, 0, len(text))]


@pytest.mark.parametrize("text", ['"one", two, "three"', "“one”, two, “three”", "«one», two, «three»"])
def test_marks_of_all_kinds_open_and_close(text: str) -> None:
    first, second = quotations(text, 0, len(text))
    assert text[first.start + 1 : first.end - 1] == "one"
    assert text[second.start + 1 : second.end - 1] == "three"


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert _texts("the regime’s cells, prisoners’ letters") == []
    assert _texts("they call it ‘the pit’ there") == ["‘the pit’"]


def test_a_long_quotation_that_is_not_closed_runs_to_the_end_of_the_paragraph() -> None:
    text = 'He said: "We were held in a cellar for nine days'
    (one,) = quotations(text, 0, len(text))
    assert (one.end, one.closed) == (len(text), False)


def test_a_lone_mark_near_the_end_is_no_quotation() -> None:
    assert _texts('a sheet of 24" paper') == []


def test_borrowed_words_are_no_utterance_and_a_sentence_is() -> None:
    text = 'Most call it "a pariah". "They beat us," she said. "They held us there for nine days" and left.'
    assert [one.is_utterance for one in quotations(text, 0, len(text))] == [False, True, True]


def test_only_the_stretch_asked_for_is_looked_at() -> None:
    text = '"one" and "two"'
    assert [(one.start, one.end) for one in quotations(text, 6, len(text))] == [(10, 15)]
    assert Quotation(10, 15, True, 1, False).holds(11, 14)
