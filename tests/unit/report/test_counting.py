from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atleast.model.words import Certainty, EventType, Ground
from atleast.report.content import MemberRow
from atleast.report.counting import Counts, chart_data, own_minimum, published_rows, standings
from atleast.report.desk import Desk
from atleast.report.inline import to_text
from atleast.report.ruling import rule_in_words

LAST = date(2031, 5, 20)


@pytest.fixture
def counts(desk: Desk) -> Counts:
    return Counts(desk, desk.mandate.rule(None))


def _names(rows: tuple[MemberRow, ...]) -> list[str]:
    return [row.name for row in rows]


def test_the_day_is_the_last_that_the_sources_know(counts: Counts) -> None:
    assert counts.days() == (LAST,)
    assert replace(counts, asked=(date(2031, 1, 1),)).days() == (date(2031, 1, 1),)


def test_the_days_of_the_mandate_come_first(counts: Counts) -> None:
    wanted = (date(2031, 1, 1), date(2031, 2, 1))
    asked = replace(counts.desk, mandate=replace(counts.desk.mandate, report_days=wanted))
    assert Counts(asked, counts.rule).days() == wanted


def test_the_minimum_names_its_members_and_everybody_who_is_not_one(counts: Counts) -> None:
    (count,) = own_minimum(counts).counts
    assert to_text(count.headline) == (
        "At least 2 people deprived of liberty on 20 May 2031 "
        "(3 names; those that may be spellings of one name count once)."
    )
    assert _names(count.members) == ["Irma Dolvich", "Ирма Долвич", "Pavel Ketlin"]
    assert [to_text(row.counts_with) for row in count.members] == ["", "Irma Dolvich", ""]
    (double,) = count.members[0].doubles
    assert to_text(double).startswith("May be the same as Ирма Долвич: Dolvich and Долвич: differ by a spelling of ч;")
    assert _names(count.possible) == []
    assert count.ceiling == ()
    assert [name for name in _names(count.excluded) if not name.startswith("Eve")] == ["Anton Berzak", "Lena Vorzhik"]
    assert all(to_text(row.reason).endswith("]") for row in (*count.members, *count.excluded))


def test_who_possibly_counts_makes_a_ceiling(counts: Counts) -> None:
    (count,) = own_minimum(replace(counts, asked=(date(2031, 4, 5),))).counts
    assert (
        to_text(count.ceiling)
        == "Names that possibly count besides: 1. If every name were another person, they would be 4."
    )
    assert _names(count.possible) == ["Ирма Долвич"]


def test_a_figure_of_our_own_can_be_counted_again(counts: Counts) -> None:
    own_minimum(counts)
    number = next(number for number in counts.desk.numbers.all() if number.label.startswith("own minimum"))
    assert (number.value, number.rule, number.day) == (2, "held", LAST)
    assert number.members == ("irma-dolvich/1", "pavel-ketlin/1", "ирма-долвич/1")
    assert len(number.statements) == 3


def test_the_rule_in_words(counts: Counts) -> None:
    assert to_text(rule_in_words(counts.rule)) == (
        "We count people deprived of liberty. A person counts on a day where a source tells of arrest or sentence by "
        "that day, asserted, attributed or reported, and no source tells of death in custody or release that may have "
        "come after it by then. One person counts once, and so do names that may be one person's."
    )
    narrow = replace(
        counts.rule,
        needs=frozenset({EventType.RECOGNITION}),
        grounds=frozenset({Ground.READING}),
        certainty=frozenset({Certainty.ASSERTED}),
        ends=frozenset(),
    )
    said = to_text(rule_in_words(narrow))
    assert "no source tells of an end" in said
    assert "Besides, recognition must be on record by then. A source must name as the ground reading." in said


def test_published_figures_stand_beside_ours_for_their_day(counts: Counts) -> None:
    rows = published_rows(counts)
    wire = next(row for row in rows if "312" in to_text(row.figure))
    assert to_text(wire.figure).startswith("at least 312 people recognised as political prisoners [")
    assert to_text(wire.who) == "Sarnik Wire, citing the Verasen centre"
    assert (to_text(wire.as_of), to_text(wire.told)) == ("31 March 2031", "12 April 2031")
    assert to_text(wire.own) == "at least 2 people deprived of liberty"
    assert (to_text(wire.place), to_text(wire.designation)) == ("Velmaria", "the Verasen centre")


def test_a_figure_without_a_day_gets_none_and_nothing_beside_it(counts: Counts) -> None:
    ministry = next(row for row in published_rows(counts) if "40" in to_text(row.figure))
    assert to_text(ministry.as_of) == "no day given"
    assert ministry.own == ()


def test_the_chart_holds_each_day_of_change_and_each_stock(counts: Counts) -> None:
    data = chart_data(counts)
    assert data is not None
    assert (data.points[-1].day, data.points[-1].value) == (LAST, 2)
    assert [(point.value, point.day_given) for point in data.published] == [(312, True), (40, False), (1486, True)]
    assert to_text(data.points[-1].said_value) == "2"


def test_nothing_to_draw_is_no_chart(counts: Counts) -> None:
    empty = replace(counts.desk.register, record=(), cases=(), by_id={})
    assert chart_data(Counts(replace(counts.desk, register=empty), counts.rule)) is None


def test_where_nobody_counts_it_says_so_and_draws_no_line(counts: Counts) -> None:
    nobody = replace(counts, rule=replace(counts.rule, starts=frozenset({EventType.PARDON})))
    (count,) = own_minimum(nobody).counts
    said = "Nobody certainly counts on 20 May 2031: the minimum of people deprived of liberty is 0."
    assert to_text(count.headline) == said
    data = chart_data(nobody)
    assert data is not None
    assert (data.points, len(data.published)) == ((), 3)


def test_whether_a_case_counts_on_the_day(counts: Counts) -> None:
    found = {case: [to_text(line) for line in lines] for case, lines in standings(counts).items()}
    (line,) = found["anton-berzak/1"]
    assert line.startswith("Does not count on 20 May 2031. Release, 10 April 2031: over by then. [")
    assert "nikolai-stravin/1" not in found
