"""A page of English with one paragraph a line, read by the reader that the program uses."""

from __future__ import annotations

from functools import cache

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Count, Event, Position, Statement, check_against
from atleast.model.words import EventType, PartKind, SourceState
from atleast.statement.english.page import Page, page_of, parser_text, stretches
from atleast.statement.english.parser import load
from atleast.statement.reader import Reader, reader_for

DATE = "2023-05-12"


def source_text(text: str, *, date: str | None = DATE, publisher: str | None = "Tarsk Daily") -> SourceText:
    """A source whose every line is a paragraph of its body."""
    parts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part(PartKind.BODY, start, start + len(line)))
        start += len(line) + 1
    credit = Credit(publisher=publisher, date=date, language="en")
    source = Source(
        "0" * 64, "page.txt", len(text), "text/plain", SourceState.LAID_OUT, "2026-01-01T00:00:00Z", credit=credit
    )
    return SourceText(source, text, tuple(parts))


def reader() -> Reader:
    """The English reader, loaded once for all tests."""
    found = reader_for("en")
    assert found is not None
    return found


def read(text: str, *, date: str | None = DATE, publisher: str | None = "Tarsk Daily") -> list[Statement]:
    """The statements of a page; each is checked against its text."""
    statements = reader().read(source_text(text, date=date, publisher=publisher))
    for statement in statements:
        check_against(statement, text)
    return statements


def events(text: str, type: EventType | None = None, *, date: str | None = DATE) -> list[Event]:  # noqa: A002
    """The events of a page, or those of one type, in order."""
    contents = [statement.content for statement in read(text, date=date)]
    return [content for content in contents if isinstance(content, Event) and type in (None, content.type)]


def event(text: str, type: EventType, *, date: str | None = DATE) -> Event:  # noqa: A002
    """The only event of a type."""
    (found,) = events(text, type, date=date)
    return found


def told(text: str, type: EventType) -> Statement:  # noqa: A002
    """The only statement whose event is of a type."""
    (found,) = [one for one in read(text) if isinstance(one.content, Event) and one.content.type is type]
    return found


def positions(text: str) -> list[Position]:
    """The positions of a page, in order."""
    return [statement.content for statement in read(text) if isinstance(statement.content, Position)]


def counts(text: str) -> list[Statement]:
    """The statements of a page that are counts, in order."""
    return [statement for statement in read(text) if isinstance(statement.content, Count)]


def speakers(statement: Statement) -> list[str]:
    """Who says it, without the outlet, outermost first."""
    return [link.name for link in statement.chain if link.role.value != "outlet"]


@cache
def _parser() -> object:
    return load()


def page(text: str) -> Page:
    """A page as the rules see it."""
    source = source_text(text)
    parser = _parser()
    parsed = [(start, end, part, parser(parser_text(text, start, end))) for start, end, part in stretches(source)]  # type: ignore[operator]
    return page_of(source, parsed)
