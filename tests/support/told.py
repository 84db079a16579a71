"""Statements about people, told in one line each, for what is built from them. The people are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from atleast.case.building import cases
from atleast.dossier.mandate import Rule
from atleast.dossier.readings import Recorded
from atleast.figure.minimum import minimum
from atleast.model.case import Case
from atleast.model.figure import Minimum
from atleast.model.statement import Content, Event, Statement, When
from atleast.model.words import Certainty, EventType, Ground, Polarity
from atleast.person.matching import match

HELD = Rule(
    name="held",
    of="people held",
    starts=frozenset({EventType.ARREST, EventType.SENTENCE}),
    ends=frozenset({EventType.RELEASE, EventType.EXILE, EventType.DEATH_IN_CUSTODY}),
    certainty=frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.REPORTED}),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source to be, by its name and the date that it claims."""

    name: str
    date: str | None = "2031-12-31"

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()


WIRE = Source("wire.txt")


def told(
    kind: EventType,
    when: str | None = None,
    who: str = "Pavel Ketlin",
    *,
    by: Source = WIRE,
    certainty: Certainty = Certainty.ASSERTED,
    polarity: Polarity = Polarity.AFFIRMED,
    grounds: Sequence[Ground] = (),
    penalty: str | None = None,
) -> Recorded:
    """One statement that something happened to somebody."""
    date = When(when) if when else None
    event = Event(kind, subject=(who,), persons=(who,), date=date, grounds=tuple(grounds), penalty=penalty)
    return recorded(event, by=by, certainty=certainty, polarity=polarity)


def recorded(
    content: Content,
    *,
    by: Source = WIRE,
    certainty: Certainty = Certainty.ASSERTED,
    polarity: Polarity = Polarity.AFFIRMED,
) -> Recorded:
    """One statement on record; its id follows from what it says."""
    identity = hashlib.sha256(repr((content, by.name, certainty, polarity)).encode()).hexdigest()[:20]
    statement = Statement(
        source=by.sha256,
        start=0,
        end=5,
        quote="quote",
        language="en",
        certainty=certainty,
        polarity=polarity,
        chain=(),
        content=content,
        trigger=(0, 5),
        reader="by-hand 1",
        rule="by hand",
    )
    return Recorded(identity, statement, by.name)


@dataclass(frozen=True, slots=True)
class Told:
    """A record and what follows from it."""

    record: tuple[Recorded, ...]
    cases: tuple[Case, ...]
    by_id: Mapping[str, Recorded] = field(default_factory=dict)

    def minimum(self, day: str | date, rule: Rule = HELD) -> Minimum:
        """The minimum on a day."""
        on = day if isinstance(day, date) else date.fromisoformat(day)
        return minimum(self.cases, rule, on, self.by_id)

    def standing(self, day: str | date, rule: Rule = HELD) -> str:
        """Where the one person of the record stands on a day: in, possible, out or nowhere."""
        counted = self.minimum(day, rule)
        named = {"in": counted.members, "possible": counted.possible, "out": counted.excluded}
        assert sum(map(len, named.values())) <= 1
        return next((word for word, members in named.items() if members), "nowhere")

    def reason(self, day: str) -> str:
        """Why the one person of the record stands there."""
        counted = self.minimum(day)
        return next(member.reason for member in (*counted.members, *counted.possible, *counted.excluded))


def follow(*record: Recorded, sources: Iterable[Source] = (WIRE,)) -> Told:
    """What follows from a record."""
    dates = {source.sha256: source.date for source in sources}
    return Told(record, tuple(cases(match(record).persons, record, dates)), {one.id: one for one in record})
