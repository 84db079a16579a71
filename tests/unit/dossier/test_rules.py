from __future__ import annotations

import pytest

from atleast.dossier.definitions import definition_named, shipped_definitions
from atleast.dossier.mandate import parse_mandate
from atleast.dossier.rules import Measure, Unit
from atleast.dossier.versions import First, What
from atleast.errors import MandateError
from atleast.model.words import EventType, Ground

HELD = """
[rules.held]
starts = ["arrest"]
"""
OWN = HELD + "[rules.own]\nextends = 'held'\n"


def problem(text: str) -> str:
    with pytest.raises(MandateError) as caught:
        parse_mandate(text)
    assert caught.value.remedy
    return caught.value.problem


def test_a_rule_takes_over_what_it_does_not_say_itself() -> None:
    rules = parse_mandate(OWN + "of = 'readers'\ngrounds = ['reading']\n[rules.third]\nextends = 'own'\n").rules
    assert rules["own"].starts == rules["third"].starts == {EventType.ARREST}
    assert (rules["third"].of, rules["third"].grounds) == ("readers", frozenset({Ground.READING}))
    assert rules["held"].grounds == frozenset()


def test_every_key_of_a_rule_is_read() -> None:
    rule = parse_mandate(
        OWN + "counts = 'cases'\nmeasure = 'flow'\nperiod = '2031-01/2031-03'\ndefinition = 'pace-1900'\n"
        "needs = ['charge']\nwithout = ['sentence']\narticles = ['361-4']\nplaces = ['Sarnik']\n"
        "recognised_by = ['Verasen']\n"
    ).rules["own"]
    assert (rule.counts, rule.measure, rule.period) == (Unit.CASES, Measure.FLOW, "2031-01/2031-03")
    assert (rule.definition, rule.articles, rule.places) == ("pace-1900", ("361-4",), ("Sarnik",))
    assert (rule.recognised_by, rule.without) == (("Verasen",), frozenset({EventType.SENTENCE}))
    assert rule.asks_more
    assert not parse_mandate(HELD).rule(None).asks_more


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (5, "extends = 'none'\n"),
        (6, "extends = 'held'\ncounts = 'heads'\n"),
        (6, "extends = 'held'\nmeasure = 'day'\n"),
        (6, "extends = 'held'\nperiod = '2031-02-30'\n"),
        (6, "extends = 'held'\nperiod = '2031-02/2031-01'\n"),
        (6, "extends = 'held'\nperiod = '2031/..'\n"),
        (6, "extends = 'held'\ndefinition = 'pace-2012'\n"),
        (6, "extends = 'held'\nwithout = ['arrest']\n"),
        (6, "extends = 'held'\narticles = ['treason']\n"),
        (6, "extends = 'held'\nplaces = ['']\n"),
        (6, "extends = 'held'\nrecognised_by = [' ']\n"),
        (5, "extends = 'own'\n"),
    ],
)
def test_a_bad_rule_points_at_its_line(line: int, text: str) -> None:
    assert problem(HELD + "[rules.own]\n" + text).startswith(f"mandate.toml, line {line}: ")


def test_rules_that_build_on_each_other_in_a_circle_are_told_with_the_circle() -> None:
    said = problem(HELD + "[rules.a]\nextends = 'b'\n[rules.b]\nextends = 'c'\n[rules.c]\nextends = 'a'\n")
    assert "a -> b -> c -> a" in said or "b -> c -> a -> b" in said
    assert ", line " in said


def test_a_definition_of_the_mandate_itself_can_be_named() -> None:
    text = "[definitions]\nours = 'who is held for words'\n" + OWN + "definition = 'ours'\n"
    assert parse_mandate(text).rules["own"].definition == "ours"


def test_the_definitions_of_the_field_say_where_they_come_from_and_whether_that_was_checked() -> None:
    by_id = {each.id: each for each in shipped_definitions()}
    assert {len(each.criteria) for each in by_id.values()} == {5}
    assert all(each.source and each.head and not each.verified for each in by_id.values())
    assert definition_named("pace-1900") is by_id["pace-1900"]
    assert definition_named("nonsense") is None


def test_the_report_counts_on_days() -> None:
    text = HELD + "measure = 'flow'\n[report]\nrule = 'held'\n"
    assert problem(text).startswith("mandate.toml, line 6: the report counts on days")


def test_versions_and_conflicts_are_read() -> None:
    mandate = parse_mandate(
        HELD + "[versions]\nfirst = 'hierarchy'\npublishers = ['Verasen']\n[[versions.decisions]]\n"
        "case = 'a-b/1'\nstep = 'sentence'\nwhat = 'penalty'\nvalue = '9 years'\nby = 'R.'\nwhy = 'saw it'\n"
        "[conflicts]\nmonths_without_news = 3\n"
    )
    assert (mandate.versions.first, mandate.versions.publishers) == (First.HIERARCHY, ("Verasen",))
    (chosen,) = mandate.versions.decisions
    assert (chosen.step, chosen.what, chosen.value) == (EventType.SENTENCE, What.PENALTY, "9 years")
    assert mandate.months_without_news == 3


@pytest.mark.parametrize(
    "text",
    [
        "[versions]\nfirst = 'best'\n",
        "[versions]\nfirst = 'hierarchy'\n",
        "[versions]\ndecisions = 3\n",
        "[[versions.decisions]]\ncase = 'a/1'\n",
        "[[versions.decisions]]\ncase='a/1'\nstep='arrests'\nwhat='date'\nvalue='x'\nby='y'\n",
        "[conflicts]\nmonths_without_news = 0\n",
    ],
)
def test_bad_versions_point_at_a_line(text: str) -> None:
    assert ", line " in problem(HELD + text)
