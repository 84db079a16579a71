"""Slavic sentences about an invented State, read, and what was read of them told in short."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Event, Statement
from atleast.model.words import ChainRole, PartKind, Polarity, SourceState
from atleast.statement.slavic.reader import SlavicReader

PUBLISHED = "2031-05-20"
"""The day on which every sentence was published, a Tuesday."""


def text_source(text: str, language: str, date: str | None = PUBLISHED, publisher: str | None = None) -> SourceText:
    """A source whose whole text is its body."""
    credit = Credit(publisher=publisher, date=date, language=language)
    source = Source("0" * 64, "text.txt", 0, "text/plain", SourceState.LAID_OUT, "2031-06-01T00:00:00Z", credit=credit)
    return SourceText(source, text, (Part(PartKind.BODY, 0, len(text)),) if text else ())


@cache
def reader(language: str) -> SlavicReader:
    """The reader of a language, its tagger loaded once for all tests."""
    return SlavicReader(language.partition("-")[0])


def read(text: str, language: str, date: str | None = PUBLISHED, publisher: str | None = None) -> list[Statement]:
    """The statements of a text."""
    return reader(language).read(text_source(text, language, date, publisher))


def events(statements: list[Statement]) -> list[str]:
    """Each event in short: "arrest: Ivan Kruk @2031-05-12", with a mark of exclamation where it is denied."""
    told = []
    for one in statements:
        if isinstance(one.content, Event):
            denied = "!" if one.polarity is Polarity.DENIED else ""
            date = [f"@{one.content.date.edtf}"] if one.content.date else []
            subject = filter(None, [", ".join(one.content.subject)])
            told.append(" ".join([f"{denied}{one.content.type.value}:", *subject, *date]))
    return sorted(told)


def speakers(statements: list[Statement]) -> set[str]:
    """Everybody whom the statements name as a speaker."""
    return {link.name for one in statements for link in one.chain if link.role is ChainRole.SPEAKER}


def sentences(file: str) -> list[tuple[str, str]]:
    """The lines of a file beside the tests: a sentence, "=>", and what is to be read of it."""
    lines = (Path(__file__).parent.parent / "unit/statement/slavic" / file).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" =>", 1) for line in lines if line.strip() and not line.startswith("#"))
    return [(sentence, expected.strip()) for sentence, expected in pairs]
