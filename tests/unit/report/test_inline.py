from __future__ import annotations

import pytest

from atleast.errors import InvalidRecord
from atleast.report.inline import Figure, Notes, Quote, Ref, Text, Verbatim, fill, join, to_text, verbatim, words


@pytest.mark.parametrize("said", ["12 people", "on day ٣", "n²", "held ½"[:4] + "5"])
def test_the_programs_own_words_hold_no_digit(said: str) -> None:
    with pytest.raises(InvalidRecord, match="not registered"):
        Text(said)


def test_a_template_holds_no_digit_either() -> None:
    with pytest.raises(InvalidRecord):
        fill("about 5 {of}", of=verbatim("people"))


def test_a_sentence_is_its_words_with_the_pieces_in_their_places() -> None:
    line = fill("At least {n} {of}.", n=(Figure("n1", 1486),), of=verbatim("people"))
    assert line == (Text("At least "), Figure("n1", 1486), Text(" "), Verbatim("people"), Text("."))
    assert to_text(line) == "At least 1,486 people."


def test_an_empty_field_leaves_nothing() -> None:
    assert fill("{a}{b}", a=(), b=words("end")) == (Text("end"),)


@pytest.mark.parametrize(
    ("items", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), ([], "")]
)
def test_items_in_a_row(items: list[str], said: str) -> None:
    assert to_text(join([verbatim(item) for item in items])) == said


def test_as_plain_text_quotes_have_marks_and_notes_brackets() -> None:
    assert to_text((Quote("so"), Notes((Ref(1, True), Ref(12, False))))) == "“so” [1] [12]"


def test_nothing_said_is_nothing() -> None:
    assert words("") == verbatim("") == verbatim(None) == ()
