from __future__ import annotations

from atleast.model.person import Facts
from atleast.model.statement import Event, When
from atleast.model.words import EventType
from atleast.person.mentions import mentions
from atleast.person.rows import Row
from tests.support.told import Source, recorded, told

ARREST, SENTENCE = EventType.ARREST, EventType.SENTENCE
WIRE, RADIO = Source("wire.txt"), Source("radio.txt")


def test_a_name_in_a_source_is_a_mention_with_all_its_forms() -> None:
    record = [told(ARREST, who=who, by=WIRE) for who in ("Pavel Ketlin", "PAVEL KETLIN")]
    record += [told(SENTENCE, who="Pavel Ketlin", by=WIRE), told(ARREST, who="Pavel Ketlin", by=RADIO)]
    of_radio, of_wire = sorted(mentions(record), key=lambda mention: len(mention.names))
    assert (of_wire.key, of_wire.name) == (f"{WIRE.sha256[:16]}/pavel-ketlin", "Pavel Ketlin")
    assert of_wire.names == ("PAVEL KETLIN", "Pavel Ketlin")
    assert of_wire.statements == tuple(one.id for one in record[:3])
    assert of_radio.source == RADIO.sha256


def test_each_row_of_a_list_is_a_mention() -> None:
    record = [told(ARREST, "2031-02-01"), told(ARREST, "2031-03-01")]
    rows = {record[0].id: Row("list", 10), record[1].id: Row("list", 50)}
    assert [mention.row for mention in mentions(record, rows)] == [10, 50]


def test_a_row_goes_by_the_id_that_its_list_gives_it() -> None:
    (record,) = [told(ARREST, "2031-02-01")]
    (mention,) = mentions([record], {record.id: Row("register of Verasen", 10, "417", Facts(birth="1988-02-03"))})
    assert mention.key == "register of Verasen#417"
    assert (mention.listed_id, mention.facts.birth) == ("417", "1988-02-03")
    assert mention.facts.arrested == ("2031-02-01",)


def test_what_is_told_of_several_together_is_no_fact_about_one() -> None:
    both = recorded(
        Event(
            ARREST,
            subject=("Pavel Ketlin", "Zoya Arko"),
            persons=("Pavel Ketlin", "Zoya Arko"),
            date=When("2031-02-01"),
        )
    )
    assert [mention.facts for mention in mentions([both])] == [Facts(), Facts()]
