from __future__ import annotations

from atleast.dossier.readings import Recorded
from atleast.model.person import Decision, Facts, Person
from atleast.model.statement import Count, Event
from atleast.model.words import Bound, EventType, FigureKind, Judgement
from atleast.person.matching import match
from atleast.person.mentions import mentions
from atleast.person.rows import Row
from tests.support.told import Source, recorded, told

ARREST = EventType.ARREST


def persons(record: list[Recorded]) -> list[Person]:
    return list(match(record).persons)


def test_mentions_that_fold_alike_are_one_person_with_all_its_names() -> None:
    record = [told(ARREST, who="Pavel Ketlin"), told(ARREST, who="PAVEL KETLIN"), told(ARREST, who="Mr Pavel Ketlin")]
    (person,) = persons(record)
    assert person.key == "pavel-ketlin"
    assert person.names == ("Mr Pavel Ketlin", "PAVEL KETLIN", "Pavel Ketlin")
    assert person.statements == tuple(one.id for one in record)


def test_the_name_shown_is_the_commonest_and_of_equals_the_first_in_the_alphabet() -> None:
    twice = [told(ARREST, who="Paweł Ketlin", by=Source(name)) for name in ("a", "b")]
    once = [told(ARREST, who="Pawel Ketlin")]
    for record in (twice + once, once + twice):
        assert persons(record)[0].name == "Paweł Ketlin"
    for record in (twice[:1] + once, once + twice[:1]):
        assert persons(record)[0].name == "Pawel Ketlin"


def test_people_come_in_order_of_key_whatever_came_first() -> None:
    record = [told(ARREST, who=who) for who in ("Zoya Arko", "Anton Berzak")]
    assert [person.key for person in persons(record)] == ["anton-berzak", "zoya-arko"]
    assert [person.key for person in persons(record[::-1])] == ["anton-berzak", "zoya-arko"]


def test_only_events_name_people_and_only_those_they_take_for_persons() -> None:
    assert not persons([recorded(Count(Bound.ABOUT, 3, "Pavel Ketlin", FigureKind.STOCK))])
    assert not persons([recorded(Event(ARREST, subject=("four journalists",)))])
    assert not persons([recorded(Event(ARREST, persons=("…", "—")))])


def test_a_person_named_twice_in_one_event_has_it_once() -> None:
    (person,) = persons([recorded(Event(ARREST, persons=("Pavel Ketlin", "Pavel Ketlin")))])
    assert len(person.statements) == 1


def test_two_rows_of_one_list_with_one_name_are_not_joined_and_keys_tell_them_apart() -> None:
    record = [told(ARREST, "2031-02-01"), told(ARREST, "2031-03-01"), told(ARREST, by=Source("wire"))]
    rows = {record[0].id: Row("list", 10), record[1].id: Row("list", 50)}
    people = match(record, rows).persons
    assert len({person.key for person in people}) == len(people) == 3
    assert all(person.key.startswith("pavel-ketlin-") for person in people)


def test_rows_of_two_editions_of_a_list_are_joined_by_the_name_and_by_the_id() -> None:
    april, may = Source("april"), Source("may")
    record = [told(ARREST, "2031-02-01", by=april), told(ARREST, "2031-02-01", by=may)]
    assert len(match(record, {record[0].id: Row("list", 10), record[1].id: Row("list", 50)}).persons) == 1
    married = [record[0], told(ARREST, "2031-02-01", "Pavel Arko", by=may)]
    rows = {one.id: Row("list", 10, "7") for one in married}
    (person,) = match(married, rows).persons
    assert person.names == ("Pavel Arko", "Pavel Ketlin")
    assert [mention.key for mention in person.mentions] == ["list#7"]


def test_births_that_exclude_each_other_keep_namesakes_apart() -> None:
    record = [told(ARREST, by=Source("a")), told(ARREST, by=Source("b"))]
    rows = {
        one.id: Row(one.source_name, 0, None, Facts(birth=birth))
        for one, birth in zip(record, ("1980", "1991-05-02"), strict=True)
    }
    matched = match(record, rows)
    assert len(matched.persons) == 2
    assert all(why.startswith("one was born 1") for why in matched.bars.values())


def test_one_word_alone_joins_nobody_over_sources() -> None:
    record = [told(ARREST, who="Ketlin", by=Source(name)) for name in ("a", "b")]
    assert len(match(record).persons) == 2


def test_what_the_mandate_does_not_ask_for_joins_nobody() -> None:
    record = [told(ARREST, by=Source(name)) for name in ("a", "b")]
    assert len(match(record, same_by=frozenset()).persons) == 2


def test_a_decision_joins_two_names_and_another_parts_one() -> None:
    record = [told(ARREST, who="Pavel Ketlin"), told(ARREST, who="Паўло Кетлін", by=Source("b"))]
    first, second = sorted(mention.key for mention in mentions(record))
    same = Decision(first, second, Judgement.SAME, "A. Reviewer", "2031-05-01T00:00:00Z")
    (person,) = match(record, decided={(first, second): same}).persons
    assert person.names == ("Pavel Ketlin", "Паўло Кетлін")
    assert person.statements == tuple(one.id for one in record)


def _decided(*pairs: tuple[str, str]) -> dict[tuple[str, str], Decision]:
    return {
        (min(pair), max(pair)): Decision(min(pair), max(pair), Judgement.SAME, "A. Reviewer", "2031-05-01T00:00:00Z")
        for pair in pairs
    }


def test_a_decision_overrules_facts_but_no_chain_of_decisions_does() -> None:
    record = [told(ARREST, who=who, by=Source(who)) for who in ("Pavel Ketlin", "P. Ketlin", "Pavlo Ketlin")]
    births = ("1980", None, "1991")
    rows = {
        one.id: Row(one.source_name, 0, None, Facts(birth=birth)) for one, birth in zip(record, births, strict=True)
    }
    key = {mention.name: mention.key for mention in mentions(record, rows)}
    chained = _decided((key["Pavel Ketlin"], key["P. Ketlin"]), (key["P. Ketlin"], key["Pavlo Ketlin"]))
    matched = match(record, rows, chained)
    assert len(matched.persons) == 2
    assert {matched.refused[0].first, matched.refused[0].second} == {key["Pavel Ketlin"], key["Pavlo Ketlin"]}
    direct = chained | _decided((key["Pavel Ketlin"], key["Pavlo Ketlin"]))
    assert len(match(record, rows, direct).persons) == 1
