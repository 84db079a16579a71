from __future__ import annotations

from collections.abc import Sequence

import pytest

from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Source, SourceText
from atleast.model.statement import Event, Statement, check_against
from atleast.model.words import Certainty, EventType, Ground, Polarity, SourceState
from atleast.source.writing import Draft, laid_out
from atleast.statement.cases import CASES, cases_of, read_cases

LIST = """1. Anton Lisk

Date of arrest: 3 May 2031

Charge: Criminal Code Articles 228.1 (buying arms); 315.2 (force)

Place of detention: Prison No. 4 (Velgrad
centre)

Case background: Lisk was arrested on 3 May 2031.

2. Vera Holm (Vera Holmova)

Date of Detention: May 5th, 2031

The Charge: Article 342

Sentence: six years in prison

Date of verdict: 9 June 2031
"""


def source_of(text: str, language: str = "en") -> SourceText:
    credit = Credit(publisher="Lamp Centre", date="2031-08-01", language=language)
    layout = laid_out(text, "list.txt", DEFAULT_LIMITS, known=credit)
    source = Source("ab" * 32, "list.txt", 1, "text/plain", SourceState.LAID_OUT, "2031-08-02T00:00:00Z", credit=credit)
    return SourceText(source, layout.text, layout.parts)


def event(statement: Statement) -> Event:
    assert isinstance(statement.content, Event)
    return statement.content


def short(statements: Sequence[Statement]) -> list[tuple[str, str, str]]:
    """Who, what, and the one thing more that the field tells."""
    told = []
    for statement in statements:
        said = event(statement)
        more = said.date.edtf if said.date else said.facility or said.place or said.penalty or "; ".join(said.article)
        told.append((said.subject[0], said.type.value, more))
    return told


def test_each_field_tells_an_event_of_its_own() -> None:
    reading = read_cases(source_of(LIST))
    assert reading.problems == ()
    assert short(reading.statements) == [
        ("Anton Lisk", "arrest", "2031-05-03"),
        ("Anton Lisk", "charge", "Articles 228.1; 315.2"),
        ("Anton Lisk", "arrest", "Prison No. 4 (Velgrad centre)"),
        ("Vera Holm", "arrest", "2031-05-05"),
        ("Vera Holm", "charge", "Article 342"),
        ("Vera Holm", "sentence", "six years"),
        ("Vera Holm", "sentence", "2031-06-09"),
    ]


def test_a_statement_quotes_its_field_and_nothing_else() -> None:
    source = source_of(LIST)
    said = CASES.read(source).statements
    for statement in said:
        check_against(statement, source.text)
        assert (statement.certainty, statement.polarity) == (Certainty.ASSERTED, Polarity.AFFIRMED)
        assert [link.name for link in statement.chain] == ["Lamp Centre"]
        assert statement.reader == f"{CASES.name} {CASES.version}"
        assert event(statement).persons == event(statement).subject
    assert [" ".join(statement.quote.split()) for statement in said[:3]] == [
        "Date of arrest: 3 May 2031",
        "Charge: Criminal Code Articles 228.1 (buying arms); 315.2 (force)",
        "Place of detention: Prison No. 4 (Velgrad centre)",
    ]
    start, end = said[0].trigger
    assert source.text[start:end] == "3 May 2031"
    assert (
        said[3].rule
        == "labels: arrest from the label 'Date of Detention' under the heading '2. Vera Holm (Vera Holmova)'"
    )


def test_a_field_over_two_pages_is_one_quote() -> None:
    draft = Draft()
    draft.add("3. Anton Lisk\nDate of arrest: 3 May 2031\nCharge: Articles 228.1 (buying arms for", place="page 4")
    draft.add("4", place="page 4")
    draft.add("a group of men); 315.2 (force)\nPlace of detention: Prison No. 9", place="page 5")
    layout = draft.layout("list.pdf", DEFAULT_LIMITS)
    source = SourceText(source_of(LIST).source, layout.text, layout.parts)
    charge = read_cases(source).statements[1]
    assert event(charge).article == ("Articles 228.1", "315.2")
    assert charge.quote == "Charge: Articles 228.1 (buying arms for\n4\na group of men); 315.2 (force)"
    (case,) = cases_of(source)
    assert (case.place, [field.place for field in case.fields]) == ("page 4", ["page 4", "page 4", "page 5"])


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "ru",
            "1. Корин Василь\nДата задержания: 7 февраля 2031 года\nОбвинение: ст. 342 УК\nМесто содержания: колония № 2\n",
            [("arrest", "2031-02-07"), ("charge", "ст. 342 УК"), ("arrest", "колония № 2")],
        ),
        (
            "be",
            "1. Васіль Корын\nДата затрымання: 7 лютага 2031 года\nАбвінавачанне: арт. 342 КК\nМесца ўтрымання: калонія № 2\n",
            [("arrest", "2031-02-07"), ("charge", "арт. 342 КК"), ("arrest", "калонія № 2")],
        ),
        (
            "uk",
            "1. Корін Василь\nДата затримання: 07.02.2031\nОбвинувачення: ст. 342 КК\nМісце утримання: колонія № 2\n",
            [("arrest", "2031-02-07"), ("charge", "ст. 342 КК"), ("arrest", "колонія № 2")],
        ),
    ],
)
def test_other_languages(language: str, text: str, told: list[tuple[str, str]]) -> None:
    reading = read_cases(source_of(text, language))
    assert reading.problems == ()
    assert [each[1:] for each in short(reading.statements)] == told


def case_with(field: str) -> SourceText:
    return source_of(f"1. Anton Lisk\nDate of arrest: 3 May 2031\n{field}\nCase background: He wrote.\n")


@pytest.mark.parametrize(
    ("field", "type_", "role", "value"),
    [
        ("Place of arrest: Velgrad", EventType.ARREST, "place", "Velgrad"),
        ("Reason for arrest: his Facebook post", EventType.ARREST, "grounds", (Ground.EXPRESSION_ONLINE,)),
        ("Date of release: 1 July 2031", EventType.RELEASE, "facility", None),
        ("Date of death: 1 July 2031", EventType.DEATH_IN_CUSTODY, "facility", None),
        ("Status: on trial", EventType.TRIAL, "facility", None),
        ("Charge: treason", EventType.CHARGE, "article", ()),
    ],
)
def test_other_fields(field: str, type_: EventType, role: str, value: object) -> None:
    reading = read_cases(case_with(field))
    assert reading.problems == ()
    said = event(reading.statements[1])
    assert (said.type, getattr(said, role)) == (type_, value)


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("Team colours: green\nCharge: Article 342", "The label is not known"),
        ("Charge:", "Nothing stands under the label"),
        ("Charge: none", "there is none"),
        ("Place of detention: unknown", "there is none"),
        ("Place of detention: released, at home", "there is none"),
        ("Court: Velgrad District Court", "no event that is understood"),
        ("Reason for arrest: nobody can tell", "no event that is understood"),
        ("Sentence: a great deal", "is not understood"),
        ("Date of release: soon after that", "is not understood"),
        ("Charge: Article 342 in case 4711", "Not read as articles: 4711"),
    ],
)
def test_what_is_not_understood_is_told(field: str, problem: str) -> None:
    source = case_with(field)
    problems = read_cases(source).problems
    assert any(problem in each.problem for each in problems)
    at = source.text.index(field)
    assert all(at <= each.start < each.end <= at + len(field) for each in problems)


def test_a_release_or_a_death_without_its_date_is_not_told() -> None:
    for field in ("Date of release: soon after that", "Date of death: of that nothing is said"):
        assert [event(each).type for each in read_cases(case_with(field)).statements] == [EventType.ARREST]


def test_nothing_is_told_of_what_is_no_event() -> None:
    reading = read_cases(case_with("Date of birth: 3 May 1990"))
    assert (len(reading.statements), reading.problems) == (1, ())


def test_a_source_without_cases_says_nothing() -> None:
    assert read_cases(source_of("Anton Lisk was arrested on 3 May 2031. The charge: theft.\n")).statements == ()


def test_a_page_number_below_a_heading_is_no_part_of_it() -> None:
    text = (
        "1. Anton Lisk\n66\nDate of arrest: 3 May 2031\nCharge: Article 342\nCase background: He wrote for a paper.\n"
    )
    assert [each[0] for each in short(read_cases(source_of(text)).statements)] == ["Anton Lisk", "Anton Lisk"]


def test_a_day_of_birth_that_makes_no_sense_is_told() -> None:
    source = source_of(
        "1. Anton Lisk\n\nDate of birth: long ago\n\nDate of arrest: 3 May 2031\n\nCharge: Article 342\n"
    )
    (problem,) = read_cases(source).problems
    assert problem.problem == "The date of birth 'long ago' is not understood."
    assert source.text[problem.start : problem.end].strip() == "long ago"
