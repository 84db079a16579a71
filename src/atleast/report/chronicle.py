"""What happened, told twice: in order of time, and person by person; then who stands where and who met whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from atleast.dossier.readings import Recorded
from atleast.model.case import Case, Step
from atleast.model.edtf import days_of
from atleast.model.statement import Contact, Event, Position, Statement
from atleast.model.words import EventType, Polarity, Stance
from atleast.person.names import key_of
from atleast.report.content import Chronology, Entry, Episode, PersonBlock, Positions
from atleast.report.counting import anchor_of
from atleast.report.dates import spoken
from atleast.report.desk import Desk
from atleast.report.inline import Inline, Quote, fill, join, verbatim, words
from atleast.report.phrases import STANCE, in_words
from atleast.report.rivals import versions_of
from atleast.report.tellings import narrate, sentence, teller

_Same = tuple[str, EventType, frozenset[str], Polarity]
"""What makes tellings one entry: the date as told, the type, the names folded, and whether it is affirmed."""


def chronology(desk: Desk) -> Chronology:
    """Every event that a source tells, once for each date that it is given; of one day, in the order of the record."""
    groups: dict[_Same, list[str]] = {}
    for recorded in desk.register.record:
        event = recorded.statement.content
        if isinstance(event, Event):
            groups.setdefault(_same(event, recorded), []).append(recorded.id)
    place = {same: number for number, same in enumerate(groups)}
    dated = sorted((same for same in groups if same[0]), key=lambda same: (*_span(same[0]), place[same]))
    undated = sorted(
        (same for same in groups if not same[0]), key=lambda same: (_told(desk, groups[same]), place[same])
    )
    return Chronology(
        dated=tuple(_entry(desk, same[1], same[0], groups[same]) for same in dated),
        undated=tuple(_entry(desk, same[1], None, groups[same]) for same in undated),
    )


def persons(desk: Desk, standings: Mapping[str, tuple[Inline, ...]]) -> tuple[PersonBlock, ...]:
    """A block for each person who has a case."""
    together = groupby(desk.register.cases, key=lambda case: case.person.key)
    blocks = [_person(desk, list(cases), standings) for _, cases in together]
    return tuple(sorted(blocks, key=lambda block: (block.name.casefold(), block.anchor)))


def positions(desk: Desk) -> Positions:
    """Who stands where, and who met whom, in the order of the record. Words that take no stance are left to the statements."""
    held = [_position(desk, each) for each in desk.register.record if _takes_a_stance(each.statement.content)]
    met = [_contact(desk, each) for each in desk.register.record if isinstance(each.statement.content, Contact)]
    return Positions(tuple(held), tuple(met))


def _takes_a_stance(content: object) -> bool:
    """Whether somebody calls, denies, condemns and so on, or sees somebody in some way."""
    return isinstance(content, Position) and (content.stance is not Stance.VIEW or content.toward is not None)


def _same(event: Event, recorded: Recorded) -> _Same:
    names = frozenset(key_of(name) or name for name in event.subject) or frozenset([recorded.id])
    return (event.date.edtf if event.date else "", event.type, names, recorded.statement.polarity)


def _span(edtf: str) -> tuple[date, date]:
    days = days_of(edtf)
    latest = days.latest or date.max
    return (days.earliest or latest, latest)


def _told(desk: Desk, statements: Iterable[str]) -> str:
    dates = (desk.register.dates.get(desk.said(each).statement.source) for each in statements)
    return min((edtf for edtf in dates if edtf), default="~")


def _entry(desk: Desk, kind: EventType, edtf: str | None, statements: list[str]) -> Entry:
    return Entry(
        when=spoken(edtf) if edtf else words("no date given"),
        edtf=edtf,
        type=in_words(kind),
        denied=desk.said(statements[0]).statement.polarity is Polarity.DENIED,
        narration=narrate(desk, statements),
    )


def _person(desk: Desk, cases: list[Case], standings: Mapping[str, tuple[Inline, ...]]) -> PersonBlock:
    person = cases[0].person
    return PersonBlock(
        name=person.name,
        anchor=anchor_of(cases[0].id),
        spellings=person.names,
        episodes=tuple(_episode(desk, case, standings.get(case.id, ())) for case in cases),
        denials=tuple(_denial(desk, each) for each in dict.fromkeys(each for case in cases for each in case.denials)),
    )


def _episode(desk: Desk, case: Case, standing: tuple[Inline, ...]) -> Episode:
    return Episode(case.id, standing, tuple(_step(desk, step) for step in case.steps), versions_of(desk, case))


def _step(desk: Desk, step: Step) -> Entry:
    return _entry(desk, step.type, step.when.edtf if step.when else None, list(step.statements))


def _denial(desk: Desk, identity: str) -> Inline:
    statement = desk.said(identity).statement
    if isinstance(statement.content, Event):
        return sentence(statement, desk.source_of(identity)) + desk.notes([identity])
    return _quoted(desk, identity)


def _quoted(desk: Desk, identity: str) -> Inline:
    statement = desk.said(identity).statement
    who = teller(statement, desk.source_of(identity))
    quote = Quote(statement.quote, statement.language)
    return fill("According to {who}: {quote}", who=who, quote=(quote,)) + desk.notes([identity])


def _position(desk: Desk, recorded: Recorded) -> Inline:
    statement, position = recorded.statement, recorded.statement.content
    if not isinstance(position, Position):
        raise TypeError("only a position has a stance")
    toward, alone = STANCE[position.stance]
    stance = fill(toward, toward=verbatim(position.toward, statement.language)) if position.toward else words(alone)
    line = fill(
        "According to {who}, {holder} {stance}: {text}",
        who=teller(statement, desk.source_of(recorded.id), position.holder),
        holder=verbatim(position.holder, statement.language),
        stance=stance,
        text=(Quote(position.text, statement.language),),
    )
    return line + _denied(statement) + desk.notes([recorded.id])


def _contact(desk: Desk, recorded: Recorded) -> Inline:
    statement, contact = recorded.statement, recorded.statement.content
    if not isinstance(contact, Contact):
        raise TypeError("only a contact has parties")
    line = fill(
        "According to {who}, {parties} were in contact",
        who=teller(statement, desk.source_of(recorded.id)),
        parties=join([verbatim(party, statement.language) for party in contact.parties]),
    )
    when = fill(", {day}", day=spoken(contact.date.edtf)) if contact.date else words(", on no day that is given")
    return line + when + words(".") + _denied(statement) + desk.notes([recorded.id])


def _denied(statement: Statement) -> Inline:
    return words(" This is denied there.") if statement.polarity is Polarity.DENIED else ()
