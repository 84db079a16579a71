"""Statements about people, told in one line each, for what is built from them. The people are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from atleast.case.building import cases
from atleast.case.register import Held
from atleast.dossier.mandate import SAME_BY_DEFAULT
from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.figure.minimum import minimum
from atleast.model.case import Case
from atleast.model.figure import Minimum
from atleast.model.person import Decision
from atleast.model.source import Credit
from atleast.model.source import Source as SourceRecord
from atleast.model.statement import Content, Event, Statement, When
from atleast.model.words import Certainty, EventType, Ground, Polarity, SourceState
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
    taken_in: str = "2032-01-01T00:00:00Z"
    publisher: str | None = None

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
    place: str | None = None,
    facility: str | None = None,
    authority: str | None = None,
    article: Sequence[str] = (),
) -> Recorded:
    """One statement that something happened to somebody."""
    event = Event(
        kind,
        subject=(who,),
        persons=(who,),
        date=When(when) if when else None,
        grounds=tuple(grounds),
        penalty=penalty,
        place=place,
        facility=facility,
        authority=authority,
        article=tuple(article),
    )
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

    def minimum(self, day: str | date, rule: Rule = HELD, since: date | None = None) -> Minimum:
        """The minimum on a day, or in a period."""
        on = day if isinstance(day, date) else date.fromisoformat(day)
        return minimum(self.cases, rule, on, self.by_id, since=since)

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


def held(record: Iterable[Recorded], sources: Iterable[Source] = (WIRE,), decided: Iterable[Decision] = ()) -> Held:
    """What a dossier would hold that has these statements, and no more."""
    sources = list(sources)
    return Held(
        sources=[
            SourceRecord(
                sha256=source.sha256,
                name=source.name,
                size=1,
                media_type="text/plain",
                state=SourceState.LAID_OUT,
                taken_in=source.taken_in,
                credit=Credit(publisher=source.publisher, date=source.date),
            )
            for source in sources
        ],
        also_named=[],
        missed=[],
        readings=[],
        failed_since=[],
        record=list(record),
        rows={},
        decided=dict(enumerate(decided, 1)),
        same_by=SAME_BY_DEFAULT,
    )


def follow(*record: Recorded, sources: Iterable[Source] = (WIRE,)) -> Told:
    """What follows from a record."""
    dates = {source.sha256: source.date for source in sources}
    return Told(record, tuple(cases(match(record).persons, record, dates)), {one.id: one for one in record})
