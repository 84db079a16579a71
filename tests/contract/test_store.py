"""The contract of a records store: what is put in comes out as it was, in order, all of it or nothing."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from atleast.dossier import log, readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import NOBODY, Reading
from atleast.errors import InvalidRecord
from atleast.model.source import Credit, Layout, Part, Source, SourceText
from atleast.model.statement import Contact, Content, Count, Event, Position, Statement, When
from atleast.model.words import (
    Bound,
    Certainty,
    EventType,
    FigureKind,
    PartKind,
    Polarity,
    ReadingState,
    SourceState,
    Stance,
)

AT = "2031-05-12T09:30:00Z"
TEXT = "Поліцыя затрымала Пятра. \U0001f64f e\u0301 \u202e Police arrested Pavel Ketlin.\r\n\tEnd"
CREDIT = Credit("Sarnik Wire", "M. Reporter", "Title", "Sarnik", "2031-05-12", "be-Latn", "gopher://sarnik.example/1")


def a_source(name: str = "a.txt", language: str | None = "en", **fields: object) -> Source:
    credit = replace(CREDIT, language=language)
    digest = hashlib.sha256(name.encode()).hexdigest()
    known = Source(digest, name, 7, "text/plain", SourceState.LAID_OUT, AT, credit=credit)
    return replace(known, **fields)  # type: ignore[arg-type]


def a_layout(text: str = TEXT, kind: PartKind = PartKind.BODY) -> Layout:
    return Layout(text, (Part(PartKind.HEADLINE, 0, 4), Part(kind, 4, len(text), "page 3")), CREDIT)


def a_statement(
    source: Source, quote: str = "Police arrested Pavel Ketlin", content: Content | None = None
) -> Statement:
    start = TEXT.index(quote)
    end = start + len(quote)
    event = content or Event(EventType.ARREST, persons=("Pavel Ketlin",), date=When("2031-05", "in May"))
    return Statement(
        source.sha256,
        start,
        end,
        quote,
        "en",
        Certainty.ASSERTED,
        Polarity.AFFIRMED,
        (),
        event,
        (start, end),
        "r 1",
        "rule",
    )


def put(dossier: Dossier, source: Source, layout: Layout | None = None) -> Source:
    with dossier.write() as tx:
        sources.put(tx, source, layout)
    return source


def read(
    dossier: Dossier, source: Source, statements: Sequence[Statement] = (), *, reader: str = "r", version: int = 1,
    state: ReadingState = ReadingState.READ, part: PartKind = PartKind.BODY,
) -> int:  # fmt: skip
    reading = Reading(source.sha256, part, reader, version, state, AT)
    with dossier.write() as tx:
        return readings.put(tx, reading, SourceText(source, TEXT, ()), statements)


def names(found: Sequence[Source]) -> list[str]:
    return [source.name for source in found]


def test_a_source_comes_back_as_it_was(dossier: Dossier) -> None:
    whole = a_source(
        "папка/файл \u202e.txt", collected_by="V. R.", container="ab" * 32, problem="p", note="n\nn", size=2**40,
        credit=CREDIT, state=SourceState.UNREADABLE,
    )  # fmt: skip
    bare = a_source("bare", None, credit=Credit())
    for source in (whole, bare):
        put(dossier, source)
    with dossier.read() as connection:
        assert sources.get(connection, whole.sha256) == whole
        assert sources.get(connection, bare.sha256) == bare
        assert sources.get(connection, "ff" * 32) is None
        assert sources.all_sources(connection) == [whole, bare]


def test_a_text_and_its_parts_come_back_letter_by_letter(dossier: Dossier) -> None:
    source = put(dossier, a_source(credit=CREDIT), a_layout())
    textless = put(dossier, a_source("none"))
    empty = put(dossier, a_source("empty"), Layout("", ()))
    with dossier.read() as connection:
        assert sources.layout_of(connection, source) == a_layout()
        assert sources.layout_of(connection, textless) is None
        found = list(sources.texts(connection, [empty, textless, source]))
        assert [(text.source.name, text.text) for text in found] == [("empty", ""), ("a.txt", TEXT)]


def test_a_long_text_comes_back(dossier: Dossier) -> None:
    long = "й\n" * 1_000_000
    source = put(dossier, a_source(), Layout(long, (Part(PartKind.BODY, 0, len(long)),)))
    with dossier.read() as connection:
        layout = sources.layout_of(connection, source)
    assert layout is not None
    assert layout.text == long


def test_sources_come_in_order_of_intake(dossier: Dossier) -> None:
    for name in ("b", "c", "a"):
        put(dossier, a_source(name))
    with dossier.read() as connection:
        assert names(sources.all_sources(connection)) == ["b", "c", "a"]


def test_further_names_are_on_record(dossier: Dossier) -> None:
    source = put(dossier, a_source("a.txt"))
    with dossier.write() as tx:
        sources.put_occurrence(tx, source.sha256, "copy.txt", None, AT)
    with dossier.read() as connection:
        assert sources.is_named(connection, source.sha256, "a.txt")
        assert sources.is_named(connection, source.sha256, "copy.txt")
        assert not sources.is_named(connection, source.sha256, "other.txt")
        assert sources.occurrences(connection) == [(source.sha256, "copy.txt")]
        assert log.size(connection) == 3


def test_how_a_file_looked_is_remembered_until_it_looks_different(dossier: Dossier) -> None:
    with dossier.write() as tx:
        sources.put_seen(tx, "path", "look 1", "aa")
        assert sources.seen(tx, "path", "look 1") == "aa"
        assert sources.seen(tx, "path", "look 2") is None
        sources.put_seen(tx, "path", "look 2", "bb")
        assert sources.seen(tx, "path", "look 1") is None
        assert sources.seen(tx, "path", "look 2") == "bb"


def test_what_was_missed_is_listed_until_it_is_made_good(dossier: Dossier) -> None:
    with dossier.write() as tx:
        sources.put_missed(tx, "b", "first", AT)
        sources.put_missed(tx, "b", "second", AT)
        sources.put_missed(tx, "a", "third", AT)
        assert sources.missed(tx) == [("a", "third"), ("b", "second")]
        sources.clear_missed(tx, "b")
        assert sources.missed(tx) == [("a", "third")]


def test_statements_of_every_kind_come_back_with_their_rule(dossier: Dossier) -> None:
    source = put(dossier, a_source(), a_layout())
    contents: list[Content] = [
        Event(EventType.ARREST, ("Pavel",), ("Pavel",), date=When("2031", "this year")),
        Count(Bound.ABOUT, 10**18, "cases", FigureKind.STOCK),
        Position("a", None, Stance.VIEW, "b"),
        Contact(("a", "b")),
    ]
    said = [a_statement(source, content=content) for content in contents]
    assert read(dossier, source, said) == 4
    with dossier.read() as connection:
        found = readings.recorded(connection)
    assert sorted(map(repr, (one.statement for one in found))) == sorted(map(repr, said))
    assert {one.source_name for one in found} == {"a.txt"}


def test_statements_come_by_source_and_place(dossier: Dossier) -> None:
    first, second = put(dossier, a_source("z"), a_layout()), put(dossier, a_source("a"), a_layout())
    quotes = ["Pavel Ketlin", "Police arrested Pavel Ketlin", "Police"]
    for source in (second, first):
        read(dossier, source, [a_statement(source, quote) for quote in quotes])
    with dossier.read() as connection:
        found = [(one.source_name, one.statement.quote) for one in readings.recorded(connection)]
    in_order = ["Police", "Police arrested Pavel Ketlin", "Pavel Ketlin"]
    assert found == [(name, quote) for name in ("z", "a") for quote in in_order]


def test_a_statement_given_twice_is_stored_once(dossier: Dossier) -> None:
    source = put(dossier, a_source(), a_layout())
    assert read(dossier, source, [a_statement(source)] * 2) == 1
    with dossier.read() as connection:
        assert len(readings.recorded(connection)) == 1


def test_a_later_reading_takes_the_place_of_an_earlier_one_which_stays(dossier: Dossier) -> None:
    source = put(dossier, a_source(), a_layout())
    read(dossier, source, [a_statement(source)])
    read(dossier, source, [a_statement(source, "Pavel Ketlin")], version=2)
    read(dossier, source, [a_statement(source, "Police")], reader="table", part=PartKind.TABLE)
    with dossier.read() as connection:
        assert [one.statement.quote for one in readings.recorded(connection)] == ["Police", "Pavel Ketlin"]
        standing = [(one.reader, one.version) for one in readings.current(connection)]
        assert standing == [("r", 2), ("table", 1)]
        assert log.size(connection) == 5


def test_a_reading_that_fails_takes_no_good_ones_place(dossier: Dossier) -> None:
    source = put(dossier, a_source(), a_layout())
    failed, good = ReadingState.FAILED, ReadingState.READ
    steps = [
        (1, failed, (1, []), []),
        (2, failed, (2, []), []),
        (3, good, (3, ["Police"]), []),
        (4, failed, (3, ["Police"]), [4]),
        (5, failed, (3, ["Police"]), [4, 5]),
        (6, good, (6, ["Police"]), []),
    ]
    for version, state, standing, since in steps:
        read(dossier, source, [a_statement(source, "Police")] if state is good else [], version=version, state=state)
        with dossier.read() as connection:
            (one,) = readings.current(connection)
            assert (one.version, [each.statement.quote for each in readings.recorded(connection)]) == standing
            assert [each.version for each in readings.failed_since(connection)] == since


def test_a_reading_that_fails_is_told_of_where_nobody_read_before(dossier: Dossier) -> None:
    source = put(dossier, a_source(), a_layout())
    read(dossier, source, reader=NOBODY, state=ReadingState.NOT_READ_YET)
    read(dossier, source, state=ReadingState.FAILED)
    read(dossier, source, reader="table", part=PartKind.TABLE)
    with dossier.read() as connection:
        assert [one.reader for one in readings.current(connection)] == ["r", "table"]
        assert readings.failed_since(connection) == []


@pytest.mark.parametrize("lie", ["quote", "source", "trigger", "date"])
def test_a_lying_reader_leaves_nothing_in_the_store(lie: str, dossier: Dossier) -> None:
    source = put(dossier, a_source(), a_layout())
    good = a_statement(source)
    bad = {
        "quote": replace(good, quote="Police arrested Pavel ketlin"),
        "source": replace(good, source="ff" * 32),
        "trigger": replace(good, trigger=(0, 3)),
        "date": replace(good, content=Event(EventType.ARREST, date=When("May"))),
    }[lie]
    with pytest.raises(InvalidRecord):
        read(dossier, source, [good, bad])
    with dossier.read() as connection:
        assert readings.recorded(connection) == []
        assert readings.current(connection) == []
        assert log.size(connection) == 2


def test_what_a_version_has_not_read_is_unread_for_it(dossier: Dossier) -> None:
    one, two = put(dossier, a_source("1"), a_layout()), put(dossier, a_source("2"), a_layout())
    put(dossier, a_source("no text"))
    put(dossier, a_source("table"), a_layout(kind=PartKind.TABLE))
    with dossier.read() as connection:
        assert names(readings.unread(connection, "r", 1, PartKind.BODY)) == ["1", "2"]
        assert names(readings.unread(connection, "r", 1, PartKind.TABLE)) == ["table"]
    read(dossier, one)
    read(dossier, two, state=ReadingState.FAILED)
    with dossier.read() as connection:
        assert readings.unread(connection, "r", 1, PartKind.BODY) == []
        assert names(readings.unread(connection, "r", 2, PartKind.BODY)) == ["1", "2"]
        assert names(readings.unread(connection, "other", 1, PartKind.BODY)) == ["1", "2"]


def test_a_language_stands_for_its_varieties_and_not_for_others(dossier: Dossier) -> None:
    for language in ("be", "be-Latn", "ru", "ben", None):
        put(dossier, a_source(str(language), language), a_layout())
    with dossier.read() as connection:
        of = {"be": ["be", "be-Latn"], "ru": ["ru"], "be-Latn": ["be-Latn"]}
        for language, expected in of.items():
            assert names(readings.unread(connection, "r", 1, PartKind.BODY, frozenset({language}))) == expected
        both = frozenset({"be", "ru"})
        assert names(readings.unread_by_anybody(connection, PartKind.BODY, both)) == ["ben", "None"]


def test_what_nobody_reads_waits_until_somebody_does(dossier: Dossier) -> None:
    source = put(dossier, a_source("ru", "ru"), a_layout())
    read(dossier, source, reader=NOBODY, state=ReadingState.NOT_READ_YET)
    with dossier.read() as connection:
        assert readings.unread_by_anybody(connection, PartKind.BODY, frozenset({"en"})) == []
        assert names(readings.not_read_yet(connection)) == ["ru"]
    read(dossier, source)
    with dossier.read() as connection:
        assert readings.not_read_yet(connection) == []


def test_a_transaction_is_all_or_nothing(dossier: Dossier) -> None:
    kept = put(dossier, a_source("kept"), a_layout())
    with contextlib.suppress(KeyError), dossier.write() as tx:
        sources.put(tx, a_source("gone"), a_layout())
        sources.put_occurrence(tx, kept.sha256, "gone", None, AT)
        sources.put_seen(tx, "gone", "gone", "gone")
        sources.put_missed(tx, "gone", "gone", AT)
        readings.put(tx, Reading(kept.sha256, PartKind.BODY, "r", 1, ReadingState.READ, AT), SourceText(kept, TEXT, ()),
                     [a_statement(kept)])  # fmt: skip
        raise KeyError
    with dossier.read() as connection:
        assert names(sources.all_sources(connection)) == ["kept"]
        assert sources.occurrences(connection) == sources.missed(connection) == []
        assert sources.seen(connection, "gone", "gone") is None
        assert readings.recorded(connection) == []
        assert log.size(connection) == 2
