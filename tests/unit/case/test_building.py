from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atleast.model.edtf import Days
from atleast.model.statement import Event
from atleast.model.words import Certainty, EventType, Polarity
from tests.support.told import Source, follow, recorded, told

ARREST, CHARGE, SENTENCE = EventType.ARREST, EventType.CHARGE, EventType.SENTENCE
RELEASE, DEATH = EventType.RELEASE, EventType.DEATH_IN_CUSTODY


def test_one_arrest_told_by_nine_sources_is_one_step_with_nine_statements() -> None:
    tellers = [Source(f"{n}.txt") for n in range(9)]
    told_nine_times = [told(ARREST, "2031-02-07", by=source) for source in tellers]
    (case,) = follow(*told_nine_times, sources=tellers).cases
    (step,) = case.steps
    assert step.type is ARREST
    assert sorted(step.statements) == sorted(one.id for one in told_nine_times)
    assert step.days == Days(date(2031, 2, 7), date(2031, 2, 7))


def test_rival_dates_stand_side_by_side() -> None:
    (case,) = follow(told(ARREST, "2031-02-07"), told(ARREST, "2031-02-08"), told(ARREST, "2031-02")).cases
    assert [step.when.edtf for step in case.steps if step.when] == ["2031-02", "2031-02-07", "2031-02-08"]


def test_steps_come_in_order_of_time_whatever_was_told_first() -> None:
    record = [told(SENTENCE, "2031-04"), told(RELEASE, "2031-06-01"), told(ARREST, "2030"), told(CHARGE, "2031-01-05")]
    expected = [ARREST, CHARGE, SENTENCE, RELEASE]
    assert [step.type for step in follow(*record).cases[0].steps] == expected
    assert [step.type for step in follow(*record[::-1]).cases[0].steps] == expected


def test_an_arrest_after_a_release_begins_another_case() -> None:
    record = [told(ARREST, "2030-01"), told(RELEASE, "2030-06"), told(ARREST, "2031-02"), told(SENTENCE, "2031-04")]
    first, second = follow(*record).cases
    assert (first.id, second.id) == ("pavel-ketlin/1", "pavel-ketlin/2")
    assert [step.type for step in first.steps] == [ARREST, RELEASE]
    assert [step.type for step in second.steps] == [ARREST, SENTENCE]


@pytest.mark.parametrize("end", [EventType.PARDON, EventType.EXILE, EventType.DEPORTATION])
def test_so_it_does_after_a_pardon_an_exile_and_a_deportation(end: EventType) -> None:
    assert len(follow(told(ARREST, "2030-01"), told(end, "2030-06"), told(ARREST, "2031-02")).cases) == 2


def test_what_follows_a_release_and_is_no_beginning_stays_in_the_case() -> None:
    record = [told(ARREST, "2030-01"), told(RELEASE, "2030-06"), told(EventType.DISMISSAL, "2030-07")]
    assert len(follow(*record).cases) == 1


def test_a_second_arrest_without_a_release_between_is_the_same_case() -> None:
    assert len(follow(told(ARREST, "2030-01"), told(ARREST, "2031-02")).cases) == 1


def test_an_undated_step_was_at_the_latest_on_the_day_it_was_first_told() -> None:
    late, early = Source("late.txt", "2031-09-01"), Source("early.txt", "2031-03")
    (case,) = follow(told(ARREST, by=late), told(ARREST, by=early), sources=(late, early)).cases
    (step,) = case.steps
    assert step.when is None
    assert step.days == Days(None, date(2031, 3, 31))


def test_an_undated_step_of_an_undated_source_may_have_been_at_any_time() -> None:
    undated = Source("undated.txt", None)
    (case,) = follow(told(ARREST, by=undated), sources=[undated]).cases
    assert case.steps[0].days == Days(None, None)


def test_an_undated_arrest_never_begins_another_case() -> None:
    assert len(follow(told(ARREST, "2030-01"), told(RELEASE, "2030-06"), told(ARREST)).cases) == 1


def test_an_undated_death_is_the_death_that_has_a_date() -> None:
    (case,) = follow(told(ARREST, "2030-01"), told(DEATH, "2031-04-17"), told(DEATH)).cases
    assert [step.type for step in case.steps] == [ARREST, DEATH]
    assert len(case.steps[1].statements) == 2


def test_two_rival_dates_of_a_death_leave_the_undated_telling_beside_them() -> None:
    (case,) = follow(told(DEATH, "2031-04-17"), told(DEATH, "2031-04-18"), told(DEATH)).cases
    assert len(case.steps) == 3


def test_a_vague_date_of_a_death_is_a_telling_of_the_exact_one_within_it() -> None:
    vague, exact = told(DEATH, "2031-04"), told(DEATH, "2031-04-18")
    (case,) = follow(vague, exact).cases
    (step,) = case.steps
    assert step.when
    assert (step.when.edtf, set(step.statements)) == ("2031-04-18", {vague.id, exact.id})


def test_a_vague_date_of_a_death_that_has_rival_dates_means_the_days_between_them() -> None:
    (case,) = follow(told(DEATH, "2031-04"), told(DEATH, "2031-04-17"), told(DEATH, "2031-04-19")).cases
    vague = next(step for step in case.steps if step.when and step.when.edtf == "2031-04")
    assert vague.days == Days(date(2031, 4, 17), date(2031, 4, 19))


def test_a_date_outside_the_vague_one_is_a_rival() -> None:
    (case,) = follow(told(DEATH, "2031-04"), told(DEATH, "2031-05-02")).cases
    assert len(case.steps) == 2


def test_an_undated_arrest_is_not_taken_for_one_that_has_a_date() -> None:
    (case,) = follow(told(ARREST, "2031-02-07"), told(ARREST)).cases
    assert len(case.steps) == 2


def test_what_is_denied_makes_no_step_and_stands_as_a_denial() -> None:
    denial = told(EventType.TORTURE, polarity=Polarity.DENIED)
    (case,) = follow(told(ARREST, "2031-02-07"), denial).cases
    assert [step.type for step in case.steps] == [ARREST]
    assert case.denials == (denial.id,)


def test_a_denial_alone_makes_no_case() -> None:
    assert not follow(told(ARREST, polarity=Polarity.DENIED)).cases


@pytest.mark.parametrize(
    "done",
    [EventType.CALL, EventType.MEETING, EventType.REPORT, EventType.INVOCATION, EventType.PROTEST, EventType.ELECTION],
)
def test_what_a_person_does_is_no_case(done: EventType) -> None:
    assert not follow(told(done, "2031-02-07")).cases


def test_uncertain_tellings_make_steps_too_and_keep_their_certainty() -> None:
    (case,) = follow(told(ARREST, "2031-02-07", certainty=Certainty.ALLEGED)).cases
    assert len(case.steps) == 1


def test_everybody_whom_one_event_names_has_a_case_of_it() -> None:
    event = Event(ARREST, persons=("Pavel Ketlin", "Irma Dolvich"))
    built = follow(recorded(event)).cases
    assert [case.id for case in built] == ["irma-dolvich/1", "pavel-ketlin/1"]
    assert built[0].steps == tuple(replace(step) for step in built[1].steps)
