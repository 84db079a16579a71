from __future__ import annotations

from dataclasses import replace

import pytest

from atleast.model.words import Bound, Certainty, EventType, Ground, Polarity
from tests.support.told import HELD, Source, follow, told

ARREST, SENTENCE, RELEASE = EventType.ARREST, EventType.SENTENCE, EventType.RELEASE
DEATH, RECOGNITION = EventType.DEATH_IN_CUSTODY, EventType.RECOGNITION


def test_who_was_arrested_and_not_released_counts_from_that_day_on() -> None:
    known = follow(told(ARREST, "2031-02-07"))
    days = ["2031-02-06", "2031-02-07", "2031-05-12"]
    assert [known.standing(day) for day in days] == ["out", "in", "in"]
    assert known.reason("2031-05-12") == "Arrest, 2031-02-07; nothing that we hold says that it has ended."
    assert known.reason("2031-02-06") == "Arrest, 2031-02-07: after that day."


def test_an_uncertain_date_counts_when_it_is_certainly_past() -> None:
    known = follow(told(ARREST, "2031-02"))
    days = ["2031-01-31", "2031-02-01", "2031-02-27", "2031-02-28"]
    assert [known.standing(day) for day in days] == ["out", "possible", "possible", "in"]
    assert known.reason("2031-02-01") == "Arrest, 2031-02: not certainly by then."


def test_about_a_date_is_not_the_date() -> None:
    known = follow(told(ARREST, "2031-02-07~"))
    assert [known.standing(day) for day in ("2031-02-07", "2031-02-14")] == ["possible", "in"]


def test_an_undated_arrest_counts_from_the_day_it_was_told() -> None:
    teller = Source("a.txt", "2031-03-05")
    known = follow(told(ARREST, by=teller), sources=[teller])
    assert [known.standing(day) for day in ("2031-03-04", "2031-03-05")] == ["possible", "in"]
    assert known.reason("2031-03-05").startswith("Arrest, undated, told by 2031-03-05;")
    undated = Source("b.txt", None)
    assert follow(told(ARREST, by=undated), sources=[undated]).standing("2031-05-12") == "possible"


def test_a_release_ends_it_and_an_uncertain_one_may_have() -> None:
    known = follow(told(ARREST, "2031-02-07"), told(RELEASE, "2031-05"))
    days = ["2031-04-30", "2031-05-01", "2031-05-30", "2031-05-31"]
    assert [known.standing(day) for day in days] == ["in", "possible", "possible", "out"]
    assert known.reason("2031-05-12") == "Arrest, 2031-02-07; release, 2031-05: it may have been over by then."
    assert known.reason("2031-06-12") == "Release, 2031-05: over by then."


def test_an_undated_release_may_have_been_at_any_time() -> None:
    teller = Source("a.txt", "2031-09-01")
    known = follow(told(ARREST, "2031-02-07"), told(RELEASE, by=teller), sources=[teller])
    assert [known.standing(day) for day in ("2031-05-12", "2031-09-01")] == ["possible", "out"]


def test_an_end_that_is_only_alleged_takes_from_the_minimum_and_not_from_what_is_possible() -> None:
    known = follow(told(ARREST, "2031-02-07"), told(RELEASE, "2031-05-01", certainty=Certainty.HYPOTHETICAL))
    assert known.standing("2031-05-12") == "possible"


def test_a_denied_release_ends_nothing_and_a_denied_arrest_starts_nothing() -> None:
    denied = told(RELEASE, "2031-05-01", polarity=Polarity.DENIED)
    assert follow(told(ARREST, "2031-02-07"), denied).standing("2031-05-12") == "in"
    assert follow(told(ARREST, "2031-02-07", polarity=Polarity.DENIED)).standing("2031-05-12") == "nowhere"


@pytest.mark.parametrize("weak", [Certainty.ALLEGED, Certainty.ANECDOTAL, Certainty.HYPOTHETICAL])
def test_a_weak_telling_is_excluded_with_its_reason(weak: Certainty) -> None:
    known = follow(told(ARREST, "2031-02-07", certainty=weak))
    assert known.standing("2031-05-12") == "out"
    assert known.reason("2031-05-12") == f"Arrest, 2031-02-07, but only {weak.value}."


def test_one_firm_telling_among_weak_ones_is_enough() -> None:
    weak = told(ARREST, "2031-02-07", certainty=Certainty.ALLEGED, by=Source("a.txt"))
    assert follow(weak, told(ARREST, "2031-02-07")).standing("2031-05-12") == "in"


def test_who_is_arrested_again_counts_again_by_the_new_case() -> None:
    known = follow(told(ARREST, "2030-01-05"), told(RELEASE, "2030-06-01"), told(ARREST, "2031-02-07"))
    days = ["2030-05-31", "2030-06-01", "2031-02-07"]
    assert [known.standing(day) for day in days] == ["in", "out", "in"]
    (member,) = known.minimum("2031-02-07").members
    assert member.case == "pavel-ketlin/2"
    assert member.reason.startswith("Arrest, 2031-02-07;")


def test_a_release_that_may_be_of_the_new_arrest_is_not_overlooked() -> None:
    """It stands in the first case, where its first possible day puts it, and may yet have ended the second."""
    known = follow(told(ARREST, "2030-01-05"), told(RELEASE, "2030/2031"), told(ARREST, "2031-02-07"))
    assert len(known.cases) == 2
    assert known.standing("2031-06-01") == "possible"


def test_released_and_taken_again_on_one_day_is_possible() -> None:
    known = follow(told(ARREST, "2031-04-01"), told(RELEASE, "2031-05-01"), told(ARREST, "2031-05-01"))
    assert known.standing("2031-05-12") == "possible"


def test_taken_and_released_on_one_day_is_over() -> None:
    assert follow(told(ARREST, "2031-05-01"), told(RELEASE, "2031-05-01")).standing("2031-05-12") == "out"


def test_a_less_exact_telling_of_the_arrest_does_not_outlive_the_release() -> None:
    known = follow(told(ARREST, "2031-02-07"), told(ARREST, "2031"), told(RELEASE, "2031-05-01"))
    assert known.standing("2032-01-01") == "out"


def test_the_dead_do_not_count() -> None:
    known = follow(told(ARREST, "2030-01-05"), told(DEATH, "2031-04-17/2031-04-18"), told(DEATH))
    days = ["2031-04-16", "2031-04-17", "2031-04-18"]
    assert [known.standing(day) for day in days] == ["in", "possible", "out"]


def test_nothing_comes_after_death() -> None:
    for later in (told(SENTENCE, by=Source("undated.txt", None)), told(SENTENCE, "2031-04-20")):
        known = follow(told(ARREST, "2031-01-10"), told(DEATH, "2031-04-18"), later)
        assert [known.standing(day) for day in ("2031-04-17", "2031-05-01")] == ["in", "out"]


def test_a_person_counts_once_however_often_taken() -> None:
    counted = follow(told(ARREST, "2030-01-05"), told(SENTENCE, "2031-02-07"), told(ARREST, "2031-03")).minimum(
        "2031-05-12"
    )
    assert counted.value == 1
    assert counted.bound is Bound.AT_LEAST


def test_who_is_in_no_event_of_the_rule_is_in_no_list() -> None:
    assert follow(told(EventType.FINE, "2031-02-07")).standing("2031-05-12") == "nowhere"
    assert follow(told(RELEASE, "2031-02-07")).standing("2031-05-12") == "nowhere"


def test_the_lists_name_the_person_the_case_and_the_statements() -> None:
    arrest, release = told(ARREST, "2031-02-07"), told(RELEASE, "2031-05")
    counted = follow(arrest, release).minimum("2031-05-12")
    (member,) = counted.possible
    assert (member.case, member.person) == ("pavel-ketlin/1", "Pavel Ketlin")
    assert member.statements == (arrest.id, release.id)
    assert (counted.value, counted.ceiling) == (0, 1)
    assert (counted.rule, counted.of) == ("held", "people held")


NEEDS = replace(HELD, needs=frozenset({RECOGNITION}))


def test_what_the_rule_needs_must_be_certainly_past_too() -> None:
    known = follow(told(ARREST, "2031-02-07"), told(RECOGNITION, "2031-03"))
    days = ["2031-02-28", "2031-03-15", "2031-03-31"]
    assert [known.standing(day, NEEDS) for day in days] == ["out", "possible", "in"]
    (lacking,) = known.minimum("2031-02-28", NEEDS).excluded
    assert lacking.reason == "No recognition is on record by that day."


def test_what_the_rule_needs_must_be_told_as_firmly() -> None:
    weak = told(RECOGNITION, "2031-03", certainty=Certainty.ALLEGED)
    assert follow(told(ARREST, "2031-02-07"), weak).standing("2031-05-12", NEEDS) == "possible"


def test_what_the_rule_needs_must_be_of_the_same_case() -> None:
    earlier = [told(ARREST, "2030-01-05"), told(RECOGNITION, "2030-02-01"), told(RELEASE, "2030-06-01")]
    assert follow(*earlier, told(ARREST, "2031-02-07")).standing("2031-05-12", NEEDS) == "out"


GROUNDS = replace(HELD, grounds=frozenset({Ground.READING, Ground.LANGUAGE}))


def test_one_of_the_grounds_is_enough_and_none_is_not() -> None:
    assert follow(told(ARREST, "2031-02-07", grounds=[Ground.READING])).standing("2031-05-12", GROUNDS) == "in"
    known = follow(told(ARREST, "2031-02-07", grounds=[Ground.DONATION]))
    assert known.standing("2031-05-12", GROUNDS) == "out"
    assert known.minimum("2031-05-12", GROUNDS).excluded[0].reason == "None of the grounds language, reading is named."


def test_grounds_that_are_only_alleged_are_possible() -> None:
    weak = told(SENTENCE, "2031-03", grounds=[Ground.READING], certainty=Certainty.ALLEGED)
    assert follow(told(ARREST, "2031-02-07"), weak).standing("2031-05-12", GROUNDS) == "possible"
