from __future__ import annotations

from dataclasses import replace

from atleast.model.person import Facts, Mention, Person
from atleast.person.arguing import Arguments, arguments
from atleast.person.candidates import Pair
from atleast.person.names import key_of
from atleast.person.spelling import compare


def person(name: str, source: str = "a", **facts: object) -> Person:
    key = key_of(name)
    mention = Mention(f"{source}/{key}", name, (name,), source, (), facts=replace(Facts(), **facts))  # type: ignore[arg-type]
    return Person(key, name, (name,), (), (mention,))


def argued(one: Person, other: Person) -> Arguments:
    return arguments(Pair(one.key, other.key, compare(one.name, other.name)), one, other)


def test_spellings_and_shared_facts_speak_for_it() -> None:
    one = person("Natallia Brukava", arrested=("2031-02-01",), articles=("Art. 302",))
    other = person("Natalia Brukova", "b", arrested=("2031-02-01",), articles=("Art. 302", "Art. 9"))
    known = argued(one, other)
    assert known.speaks_for[-2:] == ("arrested 2031-02-01 by both", "Art. 302 by both")
    assert "no patronymic on both sides tells namesakes apart" not in known.speaks_for
    assert known.speaks_against == ()
    assert known.would_settle == ("a date of birth of each", "a patronymic of each")


def test_other_dates_and_one_source_with_both_speak_against_it() -> None:
    known = argued(
        person("Natallia Brukava", arrested=("2031-02-01",)), person("Natalia Brukova", arrested=("2031-03",))
    )
    assert known.speaks_against == (
        "1 source names both, each by its own name",
        "arrested 2031-02-01 by one, 2031-03 by the other; it may be another case",
    )


def test_two_rows_of_one_list_speak_against_it() -> None:
    one, other = person("Natallia Brukava"), person("Natalia Brukova")
    rows = [
        replace(each, mentions=(replace(each.mentions[0], listed="list", row=row),))
        for row, each in ((1, one), (9, other))
    ]
    assert argued(*rows).speaks_against == ("1 list has them in two rows",)
    moved = replace(rows[1], mentions=(replace(rows[1].mentions[0], source="another edition"),))
    assert argued(rows[0], moved).speaks_against == ()


def test_a_date_within_a_vaguer_one_speaks_neither_way() -> None:
    known = argued(
        person("Natallia Brukava", arrested=("2031-02-01",)), person("Natalia Brukova", "b", arrested=("2031-02",))
    )
    assert known.speaks_against == ()


def test_a_doubtful_name_speaks_against_it_and_a_full_one_would_settle_it() -> None:
    known = argued(person("Brukava", birth="1980"), person("Natalia Brukova", "b", birth="1980"))
    assert "born 1980 by both" in known.speaks_for
    assert "only one word of a name is given" in known.speaks_against
    assert known.would_settle[-1] == "a full name"
    assert "a date of birth of each" not in known.would_settle
