from __future__ import annotations

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
