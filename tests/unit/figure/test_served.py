from __future__ import annotations

from atleast.model.words import EventType
from tests.support.told import Source, follow, told

ARREST, SENTENCE, RELEASE = EventType.ARREST, EventType.SENTENCE, EventType.RELEASE


def test_whoever_was_given_days_is_not_certainly_held_when_they_are_over() -> None:
    known = follow(told(ARREST, "2031-02-20"), told(SENTENCE, "2031-02-21", penalty="15 days"))
    days = ["2031-03-06", "2031-03-07"]
    assert [known.standing(day) for day in days] == ["in", "possible"]
    assert "term served, on 2031-03-07 at the earliest" in known.reason("2031-03-07")


def test_a_term_of_years_ends_too() -> None:
    known = follow(told(ARREST, "2031-02-20"), told(SENTENCE, "2031-05-01", penalty="2 years"))
    assert [known.standing(day) for day in ("2033-02-18", "2033-02-19")] == ["in", "possible"]


def test_a_new_arrest_after_the_term_counts_again() -> None:
    record = [told(SENTENCE, "2031-02-21", penalty="15 days"), told(RELEASE, "2031-03-08"), told(ARREST, "2031-04-01")]
    assert follow(*record).standing("2031-05-01") == "in"


def test_of_rival_terms_the_shorter_counts() -> None:
    wire, list_ = Source("wire.txt"), Source("list.csv")
    record = [
        told(SENTENCE, "2031-02-21", penalty="two months", by=wire),
        told(SENTENCE, "2031-02-21", penalty="15 days", by=list_),
    ]
    assert follow(*record, sources=[wire, list_]).standing("2031-03-20") == "possible"


def test_a_term_without_a_date_runs_from_the_day_it_was_told() -> None:
    source = Source("wire.txt", "2031-05-20")
    known = follow(told(SENTENCE, penalty="three years", by=source), sources=[source])
    assert [known.standing(day) for day in ("2031-05-20", "2034-06-01")] == ["in", "possible"]


def test_a_penalty_that_is_no_term_ends_nothing() -> None:
    known = follow(told(SENTENCE, "2031-02-21", penalty="life imprisonment"))
    assert known.standing("2061-02-21") == "in"
