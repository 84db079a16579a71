"""For any text at all: no line is lost in fields, every quote is one field's own, and prose without labels has no cases."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.errors import EmptySource
from atleast.limits import DEFAULT_LIMITS
from atleast.model.source import Credit, Source, SourceText
from atleast.model.statement import check_against
from atleast.model.words import PartKind, SourceState
from atleast.source.writing import Draft
from atleast.statement.cases import cases_of, read_cases
from atleast.statement.charges import charge_articles, without_explanations

LABELS = (
    "Date of arrest: 3 May 2031",
    "Date of Detention: detention was ordered on 5 May 2031",
    "The Charge: Criminal Code Articles 228.1 (buying arms (but not",
    "Charges: ст. 342 (x) və 278-ci (",
    "Place of detention:",
    "Sentence: six years",
    "Status: released on 9 May 2031",
    "Court: a court",
    "Team colours: green",
    "Место содержания: колония № 2",
    "Case background: He edited a newspaper.",
)
PROSE = (
    "1. Anton Lisk",
    "2. Vera Holm (Vera Rauf",
    "qızı Holmova)",
    "Rauf Azari, Fikrat oğlu",
    "66",
    "17 https://lamp.example/",
    "hunting arms) and 315.2",
    "",
    "He was arrested on 3 May 2031; the charge is theft.",
    " \u00a0\u200b\x1f",
    "# Selma Corvane",
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " "])


CASES = st.builds(
    lambda heading, labels: "\n".join([heading, *labels]),
    st.sampled_from(["1. Anton Lisk", "2. Vera Holm (Vera Rauf\nqızı Holmova)", "Rauf Azari"]),
    st.lists(st.sampled_from(LABELS), min_size=2, max_size=5, unique=True),
)


def texts(lines: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, str | None]]]:
    page = st.lists(st.tuples(lines, ENDS), max_size=10).map(lambda rows: "".join(line + end for line, end in rows))
    return st.lists(st.tuples(page, st.sampled_from([None, "page 1", "page 2"])), min_size=1, max_size=3)


def source_of(pages: list[tuple[str, str | None]]) -> SourceText | None:
    draft = Draft()
    for text, place in pages:
        draft.add(text, place=place)
    try:
        layout = draft.layout("list.pdf", DEFAULT_LIMITS)
    except EmptySource:
        return None
    credit = Credit(date="2031-08-01", language="en")
    taken_in = "2031-08-02T00:00:00Z"
    source = Source("ab" * 32, "list.pdf", 1, "application/pdf", SourceState.LAID_OUT, taken_in, credit=credit)
    return SourceText(source, layout.text, layout.parts)


@given(texts(st.one_of(CASES, st.sampled_from(LABELS), st.sampled_from(PROSE), st.text(max_size=20))))
@settings(max_examples=400)
def test_every_statement_quotes_one_field_and_is_about_the_heading_above_it(
    pages: list[tuple[str, str | None]],
) -> None:
    source = source_of(pages)
    if source is None:
        return
    fields = {(field.start, field.end): case.heading.name for case in cases_of(source) for field in case.fields}
    reading = read_cases(source)
    for statement in reading.statements:
        check_against(statement, source.text)
        assert (statement.content.subject) == (fields[statement.start, statement.end],)  # type: ignore[union-attr]
    for problem in reading.problems:
        assert any(start <= problem.start <= problem.end <= end for start, end in fields)
    for part in source.parts:
        if part.kind is PartKind.FIELD:
            assert any(start <= part.start < part.end <= end for start, end in fields)


@given(texts(st.one_of(st.sampled_from(PROSE), st.text(max_size=20))))
def test_text_without_known_labels_has_no_cases(pages: list[tuple[str, str | None]]) -> None:
    source = source_of(pages)
    if source is not None:
        assert cases_of(source) == []
        assert all(part.kind is not PartKind.FIELD for part in source.parts)


@given(st.text(alphabet="()0123456789.,;- abArticlesПартист", max_size=60))
def test_charges_of_any_text(text: str) -> None:
    assert len(without_explanations(text)) == len(text)
    articles, _ = charge_articles(text, "en")
    assert len(set(articles)) == len(articles)
