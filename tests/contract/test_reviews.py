"""The contract of reviews in a records store: appended, never changed, carried over to what says the same in the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atleast.dossier import log, readings, reviews
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import Reading, Recorded, place_of
from atleast.dossier.verifying import verify
from atleast.errors import NothingByThatName, UsageError
from atleast.ledger.entry import Entry, EntryKind
from atleast.model.source import Credit, Layout, Part, Source, SourceText
from atleast.model.statement import Event, Statement, When
from atleast.model.words import (
    Certainty,
    Check,
    EventType,
    PartKind,
    Polarity,
    ReadingState,
    ReviewVerdict,
    SourceState,
)
from atleast.statement.reviewing import confirm, reject, withdraw

AT = "2031-05-12T09:30:00Z"
TEXT = "Police arrested Pavel Ketlin and Anna Verin in Sarnik."
SOURCE = Source("ab" * 32, "a.txt", 7, "text/plain", SourceState.LAID_OUT, AT, credit=Credit(language="en"))


@pytest.fixture(autouse=True)
def _source(dossier: Dossier) -> None:
    from atleast.dossier import sources

    with dossier.write() as tx:
        sources.put(tx, SOURCE, Layout(TEXT, (Part(PartKind.BODY, 0, len(TEXT)),), SOURCE.credit))


def arrest(name: str, date: str | None = None, quote: str = TEXT, reader: str = "r 1") -> Statement:
    start = TEXT.index(quote)
    content = Event(EventType.ARREST, (name,), (name,), date=When(date) if date else None)
    return Statement(
        SOURCE.sha256, start, start + len(quote), quote, "en", Certainty.ASSERTED, Polarity.AFFIRMED, (), content,
        (start, start + 6), reader, "rule",
    )  # fmt: skip


def read(dossier: Dossier, version: int, *statements: Statement, reader: str = "r") -> None:
    reading = Reading(SOURCE.sha256, PartKind.BODY, reader, version, ReadingState.READ, AT)
    with dossier.write() as tx:
        readings.put(tx, reading, SourceText(SOURCE, TEXT, ()), statements)


def record(dossier: Dossier) -> list[Recorded]:
    with dossier.read() as connection:
        return readings.every_recorded(connection)


def counting(dossier: Dossier) -> list[Statement]:
    with dossier.read() as connection:
        return [each.statement for each in readings.recorded(connection)]


def only(dossier: Dossier) -> str:
    (one,) = record(dossier)
    return one.id


def sound(dossier: Dossier) -> None:
    dossier.seal()
    failed = [each for each in verify(dossier).verdicts if each.check is Check.FAILED]
    assert [each.item for each in failed] == [f"original of a.txt ({SOURCE.sha256})"]  # which this test never kept


def test_a_confirmed_statement_is_reviewed_and_one_that_is_withdrawn_is_not(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    identity = only(dossier)
    assert not counting(dossier)[0].reviewed
    confirm(dossier, [identity[:6]], by=" N. Reader ", why="the words say so")
    (one,) = record(dossier)
    assert (one.id, one.statement.reviewed, one.rejected) == (identity, True, False)
    assert one.review is not None
    assert (one.review.by, one.review.why, one.review.verdict) == ("N. Reader", "the words say so", "confirmed")
    withdraw(dossier, [identity], by="M. Other")
    assert record(dossier)[0].review is None
    assert not counting(dossier)[0].reviewed
    with dossier.read() as connection:
        assert [each.verdict for each in reviews.all_reviews(connection)] == ["confirmed", "withdrawn"]
        kinds = [Entry.from_bytes(data).kind for _, data in log.entries(connection)]
    assert kinds[-2:] == [EntryKind.DECISION] * 2
    sound(dossier)


def test_a_rejected_statement_counts_for_nothing_and_stays_on_record(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"), arrest("Anna Verin"))
    pavel = next(each.id for each in record(dossier) if "Pavel Ketlin" in repr(each.statement.content))
    reject(dossier, [pavel], by="N.", why="not he")
    assert [each.content.subject for each in counting(dossier) if isinstance(each.content, Event)] == [("Anna Verin",)]
    assert {each.id: each.rejected for each in record(dossier)}[pavel]
    confirm(dossier, [pavel], by="N.", why="he after all")
    assert len(counting(dossier)) == 2
    sound(dossier)


def test_a_review_outlives_a_version_that_says_the_same(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    confirm(dossier, [only(dossier)], by="N.")
    read(dossier, 2, replace(arrest("Pavel Ketlin"), reader="r 2", rule="another"))
    assert [(each.reviewed, each.reader) for each in counting(dossier)] == [(True, "r 2")]


def test_what_was_confirmed_stands_where_a_new_version_reads_the_same_words_otherwise(dossier: Dossier) -> None:
    confirmed = arrest("Pavel Ketlin", "2031-05-01")
    read(dossier, 1, confirmed)
    identity = only(dossier)
    confirm(dossier, [identity], by="N.")
    read(dossier, 2, arrest("Pavel Ketlin", "2031-05-10", reader="r 2"))
    assert counting(dossier) == [replace(confirmed, reviewed=True)]
    assert only(dossier) == identity
    withdraw(dossier, [identity], by="N.")
    assert counting(dossier) == [arrest("Pavel Ketlin", "2031-05-10", reader="r 2")]
    sound(dossier)


def test_a_rejection_goes_for_what_a_new_version_reads_in_the_same_words(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    reject(dossier, [only(dossier)], by="N.", why="a headline")
    read(dossier, 2, arrest("Pavel Ketlin", "2031-05"))
    assert counting(dossier) == []
    assert only(dossier) != ""
    withdraw(dossier, [only(dossier)], by="N.")
    assert len(counting(dossier)) == 1


@pytest.mark.parametrize(
    "later",
    [
        arrest("Pavel Ketlin", quote="Police arrested Pavel Ketlin"),
        replace(arrest("Pavel Ketlin"), content=Event(EventType.SEARCH, ("Pavel Ketlin",))),
    ],
    ids=["other words", "another type"],
)
def test_a_review_goes_no_further_than_its_words_and_its_type(later: Statement, dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    confirm(dossier, [only(dossier)], by="N.")
    read(dossier, 2, later)
    assert counting(dossier) == [later]


def test_of_several_in_the_same_words_it_goes_for_the_one_about_the_same_person(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"), arrest("Anna Verin"))
    pavel = next(each.id for each in record(dossier) if "Pavel Ketlin" in repr(each.statement.content))
    reject(dossier, [pavel], by="N.", why="not he")
    read(dossier, 2, arrest("Pavel Ketlin", "2031"), arrest("Anna Verin", "2031"))
    assert counting(dossier) == [arrest("Anna Verin", "2031")]
    read(dossier, 3, arrest("P. Ketlin", "2031"), arrest("A. Verin", "2031"))
    assert len(counting(dossier)) == 2, "about whom it was cannot be said any more"


def test_a_model_proposes_beside_the_reader_and_counts_for_nothing_until_it_is_confirmed(dossier: Dossier) -> None:
    mine, proposed = arrest("Pavel Ketlin"), arrest("Anna Verin", reader="model tiny 1")
    read(dossier, 1, mine)
    read(dossier, 1, proposed, replace(mine, reader="model tiny 1"), reader="model tiny")
    assert counting(dossier) == [mine]
    with dossier.read() as connection:
        for reader in ("r", "model tiny"):
            assert readings.unread(connection, reader, 1, PartKind.BODY) == [], "each has its own last look"
            assert readings.unread(connection, reader, 2, PartKind.BODY) == [SOURCE]
    (other,) = [each for each in record(dossier) if not each.counts]
    assert (other.statement, other.rejected) == (proposed, False)
    confirm(dossier, [other.id], by="N.")
    assert {each.reader for each in counting(dossier)} == {"r 1", "model tiny 1"}
    read(dossier, 2, reader="r")
    assert counting(dossier) == [replace(proposed, reviewed=True)]
    sound(dossier)


@pytest.mark.parametrize(
    ("asked", "told"), [("abc", "No statement"), ("ffffffff", "No statement"), ("", "No statement")]
)
def test_a_statement_that_is_not_there_is_said_not_to_be_there(asked: str, told: str, dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    with pytest.raises(NothingByThatName, match=told):
        confirm(dossier, [only(dossier), asked], by="N.")
    assert record(dossier)[0].review is None, "all or nothing"


def test_a_review_needs_a_name_and_a_rejection_its_reason(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    identity = only(dossier)
    with pytest.raises(UsageError, match="name of who looked"):
        confirm(dossier, [identity], by=" ")
    with pytest.raises(UsageError, match="reason"):
        reject(dossier, [identity], by="N.", why=" ")
    with pytest.raises(UsageError, match="Nothing was said"):
        withdraw(dossier, [identity], by="N.")


def test_a_place_is_what_it_was_when_it_was_looked_at(dossier: Dossier) -> None:
    read(dossier, 1, arrest("Pavel Ketlin"))
    confirm(dossier, [only(dossier)], by="N.")
    with dossier.read() as connection:
        (review,) = reviews.holding(connection).values()
    assert review.place == place_of(arrest("Pavel Ketlin"))
    assert review.verdict is ReviewVerdict.CONFIRMED
