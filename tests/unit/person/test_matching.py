from __future__ import annotations

from atleast.model.statement import Count, Event
from atleast.model.words import Bound, EventType, FigureKind
from atleast.person.matching import persons
from tests.support.told import Source, recorded, told

ARREST = EventType.ARREST


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
