from __future__ import annotations

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.source.writing import Draft, laid_out

LIST = """PRISONERS OF VELMARIA

1. Anton Lisk

Date of arrest: 3 May 2031

Charge: Criminal Code Articles 228.1 (buying arms (but
not hunting arms)) and 315.2

Place of detention: Prison No. 4

Case background: Lisk edited a newspaper in Velgrad until it was closed.

He was arrested at his home.

2. Vera Holm (Vera Rauf
qızı Holmova)
Date of Detention: 5 May 2031
Lawyer: Selma Corvane
The Charges: Article 342
Place of detention: Prison No. 5
"""


def marked(text: str) -> list[tuple[str, str]]:
    """The parts that are no prose, with what stands in them on one line."""
    layout = laid_out(text, "a.txt", DEFAULT_LIMITS)
    return [
        (part.kind.value, " ".join(layout.text[part.start : part.end].split()))
        for part in layout.parts
        if part.kind.value != "body"
    ]


def prose(text: str) -> list[str]:
    layout = laid_out(text, "a.txt", DEFAULT_LIMITS)
    return [layout.text[part.start : part.end] for part in layout.parts if part.kind.value == "body"]


def test_headings_and_fields_are_parts_of_their_own_paragraph_by_paragraph() -> None:
    assert [each for each in marked(LIST) if each[1] != "PRISONERS OF VELMARIA"] == [
        ("headline", "1. Anton Lisk"),
        ("field", "Date of arrest: 3 May 2031"),
        ("field", "Charge: Criminal Code Articles 228.1 (buying arms (but"),
        ("field", "not hunting arms)) and 315.2"),
        ("field", "Place of detention: Prison No. 4"),
        ("field", "Case background:"),
        ("headline", "2. Vera Holm (Vera Rauf"),
        ("headline", "qızı Holmova)"),
        ("field", "Date of Detention: 5 May 2031"),
        ("field", "Lawyer: Selma Corvane"),
        ("field", "The Charges: Article 342"),
        ("field", "Place of detention: Prison No. 5"),
    ]


def test_the_words_of_a_narrative_stay_prose() -> None:
    assert "Lisk edited a newspaper in Velgrad until it was closed." in prose(LIST)
    assert "He was arrested at his home." in prose(LIST)


def test_a_field_goes_on_over_the_end_of_a_page_and_its_footnotes() -> None:
    draft = Draft()
    draft.add("3. Anton Lisk\nDate of arrest: 3 May 2031\nCharge: Article 228 (buying arms for", place="page 4")
    draft.add("17 https://lamp.example/\n4", place="page 4")
    draft.add("a group) and 315\nPlace of detention: Prison No. 4", place="page 5")
    draft.add("b. Those who were arrested later.\n\nMore prose.", place="page 5")
    layout = draft.layout("a.pdf", DEFAULT_LIMITS)
    fields = [(layout.text[part.start : part.end], part.place) for part in layout.parts if part.kind.value == "field"]
    assert fields == [
        ("Date of arrest: 3 May 2031", "page 4"),
        ("Charge: Article 228 (buying arms for", "page 4"),
        ("a group) and 315", "page 5"),
        ("Place of detention: Prison No. 4", "page 5"),
    ]


def test_a_label_that_nobody_knows_ends_a_field() -> None:
    text = "1. Anton Lisk\n\nDate of arrest: 3 May 2031\n\nTeam colours: green\n\nCharge: Article 342\n"
    assert ("field", "Team colours: green") in marked(text)
    assert ("field", "Date of arrest: 3 May 2031") in marked(text)


def test_a_name_without_a_number_needs_two_labels_that_tell_what_befell_it() -> None:
    labels = "Date of arrest: 3 May 2031\nPlace of detention: Prison No. 4\n"
    assert [kind for kind, _ in marked("Anton Lisk\n" + labels)] == ["headline", "field", "field"]
    assert "field" not in dict(marked("Anton Lisk\nDate of birth: 3 May 1990\nPlace of detention: Prison No. 4\n"))
    assert "field" not in dict(marked("All of these people were held there.\n" + labels))


def test_the_labels_of_somebody_whose_heading_is_not_known_are_nobody_elses() -> None:
    text = "1. Anton Lisk\nDate of arrest: 3 May 2031\nCharge: Article 342\n"
    text += "\n2. ???\nDate of arrest: 4 May 2031\nCharge: Article 343\n"
    assert [words for kind, words in marked(text) if kind == "field"] == [
        "Date of arrest: 3 May 2031",
        "Charge: Article 342",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1. Anton Lisk\n\nHe was arrested on 3 May 2031. The charge: theft.\n",
        "1. Anton Lisk\nDate of arrest: 3 May 2031\n",
        "Date of arrest: 3 May 2031\nCharge: Article 342\n",
        "1. Anton Lisk\nDate of arrest: 3 May 2031\nDate of arrest: 4 May 2031\n",
        "1. Anton Lisk, a journalist, was arrested.\nStatus: it is open, they said.\nReason: none was given.\n",
        "Q: Who was arrested?\nA: Anton Lisk.\nQ: When?\nA: In May.\n",
        LIST.replace("\n", " "),
        "1. Anton Lisk\n\nSubject: a meeting\n\nDate: 3 May 2031\n\nFrom: Vera Holm\n",
    ],
)
def test_prose_has_no_fields(text: str) -> None:
    if text:
        assert "field" not in dict(marked(text))


def test_a_case_alone_keeps_its_title() -> None:
    layout = laid_out(LIST, "a.txt", DEFAULT_LIMITS)
    assert layout.credit.title != "1. Anton Lisk"
