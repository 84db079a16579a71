from __future__ import annotations

from dataclasses import replace

from atleast.dossier.readings import Recorded
from atleast.model.statement import Event, Position, When
from atleast.model.words import Stance
from atleast.report.chronicle import chronology, persons, positions
from atleast.report.content import Entry
from atleast.report.desk import Desk
from atleast.report.inline import to_text


def _told(entry: Entry) -> tuple[str, str]:
    return to_text(entry.when), to_text(entry.narration.sentence).partition(", ")[2].partition(".")[0]


def test_dated_events_stand_oldest_first_and_undated_ones_after(desk: Desk) -> None:
    told = chronology(desk)
    assert [entry.edtf for entry in told.dated] == [
        "2031-02-07",
        "2031-03",
        "2031-04-03",
        "2031-04-10",
        "2031-04-17",
        "2031-04-17/2031-04-18",
        "2031-05-01",
        "2031-06",
    ]
    assert [to_text(entry.when) for entry in told.undated] == ["no date given"] * 3
    assert [entry.denied for entry in told.undated] == [False, False, True]


def test_every_telling_of_an_event_is_in_it(desk: Desk) -> None:
    chronology(desk)
    events = [recorded.id for recorded in desk.register.record if recorded.statement.kind == "event"]
    assert sorted(desk.citations.all()) == sorted(events)


def _on_one_day(desk: Desk, *names: str) -> Desk:
    """The same arrest on the same day, told of each name by itself."""
    recorded = next(each for each in desk.register.record if each.statement.quote.startswith("Police arrested"))
    event = recorded.statement.content
    assert isinstance(event, Event)
    record = []
    for number, name in enumerate(names):
        content = replace(event, subject=(name,), persons=(name,), date=When("2031-02-07"))
        record.append(Recorded(f"s{number}", replace(recorded.statement, content=content), recorded.source_name))
    register = replace(desk.register, record=tuple(record), by_id={each.id: each for each in record})
    return replace(desk, register=register)


def test_what_is_told_twice_of_one_person_is_one_entry(desk: Desk) -> None:
    (entry,) = chronology(_on_one_day(desk, "Pavel Ketlin", "PAVEL KETLIN")).dated
    assert to_text(entry.narration.sentence).endswith("[1] [2]")


def test_what_befell_two_people_on_one_day_is_two_entries(desk: Desk) -> None:
    assert len(chronology(_on_one_day(desk, "Pavel Ketlin", "Irma Dolvich")).dated) == 2


def test_a_person_has_what_happened_and_what_is_denied(desk: Desk) -> None:
    blocks = {block.name: block for block in persons(desk, {})}
    stravin = blocks["Nikolai Stravin"]
    assert [step.type for step in stravin.episodes[0].steps] == ["death in custody"]
    (denial,) = stravin.denials
    said = "According to Ministry of Internal Affairs, it is not true that Nikolai Stravin was denied medical care."
    assert to_text(denial).startswith(said)
    assert list(blocks) == sorted(blocks, key=str.casefold)
    assert len({block.anchor for block in blocks.values()}) == len(blocks)


def test_how_a_case_counts_stands_in_it(desk: Desk) -> None:
    (episode,) = next(b for b in persons(desk, {"anton-berzak/1": ((),)}) if b.name == "Anton Berzak").episodes
    assert episode.standing == ((),)
    assert [_told(step)[0] for step in episode.steps] == ["March 2031", "10 April 2031"]


def test_positions_and_contacts_say_who_toward_whom(desk: Desk) -> None:
    told = positions(desk)
    said = "According to Sarnik Wire, Ruth Calloway called on the authorities: “to release all of them” [1]"
    assert [to_text(line) for line in told.positions] == [said]
    said = "According to Sarnik Wire, The ambassador and the families were in contact, 9 April 2031. [2]"
    assert [to_text(line) for line in told.contacts] == [said]


def test_words_that_take_no_stance_are_no_position(desk: Desk) -> None:
    told = next(one for one in desk.register.record if isinstance(one.statement.content, Position))
    for content, shown in (
        (Position("Ruth Calloway", None, Stance.VIEW, "that it rained"), 0),
        (Position("Ruth Calloway", "the authorities", Stance.VIEW, "a pariah"), 1),
    ):
        said = replace(told, statement=replace(told.statement, content=content))
        register = replace(desk.register, record=(said,), by_id={said.id: said})
        assert len(positions(replace(desk, register=register)).positions) == shown
