from __future__ import annotations

from atleast.model.words import EventType
from tests.support.english import events

SENTENCE = EventType.SENTENCE


def test_a_lead_that_counts_is_answered_by_names() -> None:
    text = "A court sentenced two editors on 4 May 2022. Vasil Korin received ten years and Alena Marozava received nine years."
    lead, *_ = events("A court sentenced two editors. Vasil Korin and Alena Marozava received ten years.", SENTENCE)
    assert lead.subject == ("Vasil Korin", "Alena Marozava")
    assert events(text, SENTENCE)[0].subject == ("two editors",)


def test_one_dies_once() -> None:
    text = "Vasil Korin died in the colony. He died on 4 May 2022 of pneumonia."
    assert [told.date and told.date.edtf for told in events(text, EventType.DEATH_IN_CUSTODY)] == [
        "2022-05-04",
        "2022-05-04",
    ]


def test_a_continued_verdict_has_its_date_in_the_same_paragraph_only() -> None:
    first = "On 4 May 2022 a court sentenced Vasil Korin to ten years."
    second = "Alena Marozava received nine years."
    assert events(f"{first} {second}", SENTENCE)[1].date is not None
    assert events(f"{first}\n{second}", SENTENCE)[1].date is None


def test_the_verdict_is_that_of_those_sentenced() -> None:
    text = "On 4 May 2022 a court sentenced Vasil Korin to ten years. The league condemned the verdict."
    verdict = events(text, SENTENCE)[1]
    assert verdict.subject == ("Vasil Korin",)
    assert verdict.date is not None


def test_arrests_of_any_kind_are_nobodys() -> None:
    text = "Vasil Korin was arrested. Most arrests take place at night."
    assert [told.subject for told in events(text, EventType.ARREST)][1:] in ([], [()])


def test_numbers_left_alone_belong_to_the_names_before_them() -> None:
    (told,) = events("Vasil Korin was given nine years, Alena Marozava seven and Ihar Bely eight.", SENTENCE)
    assert told.subject == ("Vasil Korin", "Alena Marozava", "Ihar Bely")
