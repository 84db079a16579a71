from __future__ import annotations

from dataclasses import replace

from atleast.figure.fewest import alike, heads, joined_with
from atleast.figure.minimum import minimum
from atleast.model.words import EventType
from atleast.person.candidates import Pair
from atleast.person.spelling import Likeness, Verdict
from tests.support.told import HELD, Source, Told, follow, told

ARREST, RELEASE, SENTENCE = EventType.ARREST, EventType.RELEASE, EventType.SENTENCE
BELARUSIAN, RUSSIAN = "Natallia Brukava", "Natalia Brukova"
DAY = "2031-05-12"


def pair(one: str, other: str, score: float = 0.9) -> Pair:
    return Pair(min(one, other), max(one, other), Likeness(score, Verdict.MAY_BE_SAME, ("told to be alike",)))


def standing(known: Told, name: str, day: str = DAY) -> str:
    counted = known.minimum(day)
    lists = {"in": counted.members, "possible": counted.possible, "out": counted.excluded}
    return next(word for word, members in lists.items() for member in members if member.person == name)


def test_two_spellings_of_one_name_are_one_person_at_least_and_two_at_most() -> None:
    counted = follow(told(ARREST, "2031-02-07", BELARUSIAN), told(ARREST, "2031-02-07", RUSSIAN)).minimum(DAY)
    assert (counted.value, counted.names, counted.ceiling) == (1, 2, 2)
    first, second = counted.members
    assert (first.counts_with, second.counts_with) == ("", "natalia-brukova/1")
    assert [double.person for double in second.doubles] == [RUSSIAN]
    assert second.doubles[0].case == "natalia-brukova/1"
    assert second.doubles[0].reason.startswith("Brukova and Brukava: differ by o written as a")


def test_brothers_are_two() -> None:
    brothers = follow(told(ARREST, "2031-02-07", "Andrei Kalvashuk"), told(ARREST, "2031-02-07", "Pavel Kalvashuk"))
    assert brothers.minimum(DAY).value == 2


def test_a_release_under_another_spelling_takes_a_name_out_of_the_minimum() -> None:
    known = follow(
        told(ARREST, "2031-02-25", RUSSIAN),
        told(ARREST, "2031-02-25", BELARUSIAN),
        told(RELEASE, "2031-03-20", BELARUSIAN),
    )
    assert standing(known, RUSSIAN, "2031-03-19") == "in"
    assert standing(known, RUSSIAN) == "possible"
    (member,) = known.minimum(DAY).possible
    assert member.reason == (
        "Arrest, 2031-02-25; but with what is told of another name that may be the same person's: "
        "Release, 2031-03-20: over by then."
    )
    assert len(member.statements) == 2


def test_a_release_of_somebody_whom_no_source_says_to_be_held_does_so_too() -> None:
    known = follow(told(ARREST, "2031-02-25", RUSSIAN), told(RELEASE, "2031-03-20", BELARUSIAN))
    assert standing(known, RUSSIAN) == "possible"


def test_a_death_without_a_date_under_another_spelling_does_so_too() -> None:
    teller = Source("a.txt", "2031-09-01")
    death = told(EventType.DEATH_IN_CUSTODY, None, BELARUSIAN, by=teller)
    known = follow(told(ARREST, "2031-02-25", RUSSIAN), death, sources=[Source("wire.txt"), teller])
    assert standing(known, RUSSIAN) == "possible"


def test_who_is_taken_again_after_that_release_counts() -> None:
    known = follow(
        told(ARREST, "2031-04-02", RUSSIAN),
        told(ARREST, "2031-02-25", BELARUSIAN),
        told(RELEASE, "2031-03-20", BELARUSIAN),
    )
    assert standing(known, RUSSIAN) == "in"
    assert known.minimum(DAY).value == 1


def test_of_two_who_cannot_be_one_a_third_may_be_either() -> None:
    known = follow(*(told(ARREST, "2031-02-07", name) for name in ("Andrei", "Andrei Kalvashuk", "Andrei Tarvuk")))
    counted = known.minimum(DAY)
    assert (counted.value, counted.names) == (2, 3)


def test_a_pair_that_a_list_keeps_apart_counts_twice() -> None:
    known = follow(told(ARREST, "2031-02-07", BELARUSIAN), told(ARREST, "2031-02-07", RUSSIAN))
    assert minimum(known.cases, HELD, known.minimum(DAY).day, known.by_id, alike([])).value == 2


def test_what_a_rule_needs_may_be_lost_between_three() -> None:
    """The pardon of one and the charge of another part the arrest from the recognition only when both are added."""
    rule = replace(HELD, needs=frozenset({EventType.RECOGNITION}))
    record = [
        told(ARREST, "2031-01-05", "Andrei"),
        told(EventType.RECOGNITION, "2031-05-01", "Andrei"),
        told(EventType.PARDON, "2031-04-10", "Andrei Kalvashuk"),
        told(EventType.CHARGE, "2031-04-12", "Andrei Kolvashuk"),
    ]
    assert follow(*record[:3]).minimum(DAY, rule).value == 1
    assert follow(*record[:2], record[3]).minimum(DAY, rule).value == 1
    assert follow(*record).minimum(DAY, rule).value == 0


def test_a_name_that_too_many_may_share_is_only_possible_under_a_rule_that_needs_more() -> None:
    rule = replace(HELD, needs=frozenset({EventType.RECOGNITION}))
    families = ["Tarvuk", "Ketlin", "Berzak", "Vorzhik", "Dolvich", "Stravin", "Holub", "Zubra", "Maroz", "Lapko"]
    others = [told(ARREST, "2031-02-07", f"Andrei {family}") for family in families]
    own = [told(ARREST, "2031-02-07", "Andrei"), told(EventType.RECOGNITION, "2031-03-01", "Andrei")]
    (member,) = follow(*own, *others).minimum(DAY, rule).possible
    assert member.reason.endswith("but too many names may be the same person's to try them all.")


def test_a_name_counts_with_the_one_it_is_most_like() -> None:
    graph = alike([pair("a", "c", 0.86), pair("b", "c", 0.95)])
    assert heads(["a", "b", "c"], graph) == {"a": "a", "b": "b", "c": "b"}
    assert heads(["c"], graph) == {"c": "c"}


def test_sets_that_may_be_one_person_are_joined_throughout() -> None:
    graph = alike([pair("a", "b"), pair("a", "c"), pair("b", "c"), pair("a", "d")])
    assert list(joined_with("a", ["b", "c", "d"], graph)) == [("b",), ("c",), ("d",), ("b", "c")]
    assert list(joined_with("e", ["a"], graph)) == []
