"""Readers that find one arrest in each text, and do to their process what the text's name says."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atleast.model.source import Credit, Part, Source, SourceText
from atleast.model.statement import Event, Statement
from atleast.model.words import Certainty, EventType, PartKind, Polarity, SourceState

QUOTE = "Pavel Ketlin was arrested"
MIB = 1024 * 1024


def arrest(text: SourceText) -> Statement:
    """The statement that is made of each text."""
    start = text.text.index(QUOTE)
    end = start + len(QUOTE)
    return Statement(
        source=text.source.sha256,
        start=start,
        end=end,
        quote=QUOTE,
        language="en",
        certainty=Certainty.ASSERTED,
        polarity=Polarity.AFFIRMED,
        chain=(),
        content=Event(EventType.ARREST, persons=("Pavel Ketlin",)),
        trigger=(start, end),
        reader="fake 1",
        rule="fake",
    )


def a_text(name: str) -> SourceText:
    """A text of that name in which one is arrested."""
    text = f"{name}: {QUOTE}."
    source = Source(name, name, 1, "text/plain", SourceState.LAID_OUT, "2031-05-12T09:30:00Z", credit=Credit())
    return SourceText(source, text, (Part(PartKind.BODY, 0, len(text)),))


@dataclass
class Moody:
    """A reader of English that a text can crash, hang, fill, stop, or make say something else, by its name."""

    name: str = "fake"
    version: int = 1
    languages: frozenset[str] = frozenset({"en"})

    def read(self, source: SourceText) -> list[Statement]:
        """One arrest, unless the name says something else."""
        match source.source.name.partition(" ")[0]:
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "leave":
                os._exit(0)
            case "hang" if "CALM" not in os.environ:
                time.sleep(600)
            case "swell":
                bytearray(1024 * MIB)
            case "slow":
                time.sleep(0.3)
            case "fail":
                raise ValueError
            case "lie":
                return [arrest(a_text("somebody else's"))]
            case "say":
                return [os.getpid()]  # type: ignore[list-item]
        return [arrest(source)]

    def read_many(self, sources: Iterable[SourceText]) -> Iterator[tuple[SourceText, list[Statement]]]:
        """One after the other."""
        for source in sources:
            yield source, self.read(source)
