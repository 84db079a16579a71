from __future__ import annotations

import pytest

from atleast.case.choosing import Shown, shown_first
from atleast.case.register import Register, register_from
from atleast.case.versions import Occurrence, occurrences
from atleast.dossier.readings import Recorded
from atleast.dossier.versions import Chosen, First, Versions, What
from atleast.model.statement import Event, When
from atleast.model.words import EventType
from tests.support.told import Source, held, recorded, told

ARREST, SENTENCE, RELEASE = EventType.ARREST, EventType.SENTENCE, EventType.RELEASE
WIRE = Source("wire.txt", publisher="Sarnik Wire")
COPY = Source("copy.txt", publisher="Harbour Gazette")
LIST = Source("list.txt", publisher="Verasen")
SOURCES = [WIRE, COPY, LIST]
NINE_OR_TEN = [
    told(SENTENCE, "2031-03-06", by=WIRE, penalty="9 years", authority="Sarnik City Court"),
    told(SENTENCE, "2031-03-06", by=COPY, penalty="nine years"),
    told(SENTENCE, "2031-03-07", by=LIST, penalty="10 years", authority="the Sarnik City Court"),
]


def register(*record: Recorded) -> Register:
    return register_from(held(record, SOURCES))


def events(*record: Recorded) -> list[Occurrence]:
    known = register(*record)
    (case,) = known.cases
    return occurrences(case, known.by_id)


def shown(rule: Versions, what: What = What.PENALTY) -> Shown:
    known = register(*NINE_OR_TEN)
    (event,) = occurrences(known.cases[0], known.by_id)
    (detail,) = [each for each in event.details if each.what is what]
    by_hash = {source.sha256: source for source in known.sources}
    return shown_first(known.cases[0].id, event, detail, rule, known.by_id, by_hash)


def test_nine_and_ten_years_stand_side_by_side_with_who_says_so() -> None:
    (event,) = events(*NINE_OR_TEN)
    details = {detail.what: detail for detail in event.details}
    assert [(each.value, len(each.statements)) for each in details[What.PENALTY].versions] == [
        ("9 years", 2),
        ("10 years", 1),
    ]
    assert [detail.what for detail in event.rivals] == [What.DATE, What.PENALTY]
    assert not details[What.AUTHORITY].rival


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (told(ARREST, "2031-02-07"), told(ARREST, "2031-02-08"), 1),
        (told(ARREST, "2031-02-07"), told(ARREST, "2031-02-20"), 2),
        (told(ARREST, "2031-02-07"), told(ARREST, "2031-02"), 1),
        (told(ARREST, "2031-02-07"), told(ARREST), 1),
        (told(SENTENCE, "2031-02-07", authority="City Court"), told(SENTENCE, "2031-02-27", authority="City Court"), 1),
        (told(SENTENCE, "2031-02-07", authority="City Court"), told(SENTENCE, "2031-04-27", authority="City Court"), 2),
        (told(SENTENCE, "2031-02-07", penalty="2 years"), told(SENTENCE, "2031-02-27", penalty="two years"), 1),
    ],
)
def test_two_tellings_are_of_one_event_where_they_are_near(first: Recorded, second: Recorded, count: int) -> None:
    known = register_from(held([first, second]))
    (case,) = known.cases
    assert len(occurrences(case, known.by_id)) == count


def test_a_vague_telling_that_fits_two_events_stands_by_itself() -> None:
    record = [told(ARREST, "2031-02-07"), told(ARREST, "2031-03-20"), told(ARREST, "2031")]
    known = register_from(held(record))
    assert [len(each.steps) for each in occurrences(known.cases[0], known.by_id)] == [1, 1, 1]


def test_an_arrest_after_a_release_is_another_case_and_another_event() -> None:
    known = register_from(held([told(ARREST, "2031-02-07"), told(RELEASE, "2031-02-08"), told(ARREST, "2031-02-09")]))
    assert [len(occurrences(case, known.by_id)) for case in known.cases] == [2, 1]


def test_names_of_two_scripts_and_a_longer_form_are_no_rivals() -> None:
    record = [
        told(SENTENCE, "2031-03-06", by=source, authority=authority)
        for source, authority in zip(
            SOURCES, ("Sarnik City Court", "Сарникский городской суд", "City Court"), strict=True
        )
    ]
    (event,) = events(*record)
    assert event.rivals == ()


@pytest.mark.parametrize(
    ("rule", "value", "by"),
    [
        (Versions(), "9 years to 10 years", "shown as a range"),
        (Versions(First.MAJORITY), "9 years", "told by most origins, as far as they are named"),
        (Versions(First.HIERARCHY, ("Nobody", "Verasen")), "10 years", "told by Verasen, which stands first"),
        (Versions(First.HIERARCHY, ("Nobody",)), "9 years to 10 years", "since the rule hierarchy does not tell"),
        (
            Versions(
                First.DECISION,
                decisions=(
                    Chosen("pavel-ketlin/1", SENTENCE, What.PENALTY, "10 years", "R. Reader", "saw the verdict"),
                ),
            ),
            "10 years",
            "decided by R. Reader: saw the verdict",
        ),
        (Versions(First.DECISION), "9 years to 10 years", "since the rule decision does not tell"),
    ],
)
def test_the_rule_of_the_mandate_chooses_what_is_shown_first_and_is_named(rule: Versions, value: str, by: str) -> None:
    chosen = shown(rule)
    assert chosen.value == value
    assert by in chosen.by


def test_a_term_that_several_people_share_is_nobodys_version() -> None:
    both = Event(
        SENTENCE, persons=("Pavel Ketlin", "Irma Dolvich"), date=When("2031-03-06"), penalty="nine and seven years"
    )
    known = register_from(held([recorded(both), told(SENTENCE, "2031-03-06", penalty="nine years")]))
    case = next(case for case in known.cases if case.person.name == "Pavel Ketlin")
    (event,) = occurrences(case, known.by_id)
    assert [each.value for detail in event.details if detail.what is What.PENALTY for each in detail.versions] == [
        "nine years"
    ]


def test_a_range_of_dates_is_an_interval() -> None:
    assert shown(Versions(), What.DATE).value == "2031-03-06/2031-03-07"
