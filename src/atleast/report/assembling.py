"""The page's content, put together from the register. Pure: same register, same content."""

from __future__ import annotations

from collections.abc import Iterable

from atleast import __version__
from atleast.case.register import Register
from atleast.dossier.mandate import Mandate
from atleast.model.statement import Event
from atleast.report.chronicle import chronology, persons, positions
from atleast.report.content import Content, KeyFigure, Record, Title
from atleast.report.counting import Counts, chart_data, own_minimum, published_rows, standings
from atleast.report.dates import spoken, spoken_day, spoken_moment
from atleast.report.desk import Desk, desk_for
from atleast.report.inline import Inline, fill, verbatim, words
from atleast.report.receiving import received
from atleast.report.rivals import impossible
from atleast.report.ruling import definitions
from atleast.report.set_aside import set_aside


def assemble(register: Register, mandate: Mandate, mandate_text: str, as_of: str, size: int, root: str) -> Content:
    """Everything that the page holds but its notes.

    `as_of` is the moment of the last thing on record, UTC; `size` and `root` (hex) are of the ledger up to it. Figures
    and notes are numbered in the order of the page.
    """
    desk = desk_for(register, mandate)
    counts = Counts(desk, mandate.rule(None))
    return Content(
        version=__version__,
        title=_title(desk, as_of),
        key_figures=tuple(_key_figures(desk, counts)),
        received=received(desk),
        minimum=own_minimum(counts),
        published=published_rows(counts),
        chart=chart_data(counts),
        chronology=chronology(desk),
        persons=persons(desk, standings(counts)),
        positions=positions(desk),
        definitions=definitions(mandate),
        impossible=impossible(desk),
        set_aside=set_aside(desk),
        mandate_text=mandate_text,
        record=Record(desk.figure(size, "entries of the ledger", sources=()), root),
        numbers=desk.numbers.all(),
        cited=desk.citations.all(),
    )


def _title(desk: Desk, as_of: str) -> Title:
    mandate, register = desk.mandate, desk.register
    summary = fill(
        "This report sets out what {sources} and {statements} found in them say, who says it, and what may be counted "
        "from it; every figure and every sentence leads to the words that it rests on.",
        sources=_many(desk, len(register.sources), "source", sources=(source.sha256 for source in register.sources)),
        statements=_many(desk, len(register.record), "statement", statements=(each.id for each in register.record)),
    )
    return Title(
        title=mandate.title,
        country=mandate.country,
        period=spoken(mandate.period) if mandate.period else (),
        mechanism=mandate.mechanism,
        as_of=spoken_moment(as_of),
        summary=summary,
    )


def _many(
    desk: Desk, value: int, noun: str, *, sources: Iterable[str] | None = None, statements: Iterable[str] = ()
) -> Inline:
    figure = desk.figure(value, f"{noun}s on record", sources=sources, statements=statements)
    return fill("{value} " + noun + ("" if value == 1 else "s"), value=figure)


def _key_figures(desk: Desk, counts: Counts) -> Iterable[KeyFigure]:
    register = desk.register
    for day in counts.days():
        count = counts.on(day)
        yield KeyFigure(
            value=fill("at least {value}", value=counts.figure(count)),
            label=fill("{of} on {day}, by our own count", of=verbatim(count.of), day=spoken_day(day)),
            anchor="minimum",
        )
    told = [each.id for each in register.record if isinstance(each.statement.content, Event)]
    named = desk.figure(
        len(register.cases and {case.person.key for case in register.cases}),
        "people to whom, by a named source, something happened",
        statements=dict.fromkeys(each for case in register.cases for step in case.steps for each in step.statements),
        members=[case.id for case in register.cases],
    )
    yield KeyFigure(named, words("people named to whom, by what sources say, something happened"), "cases")
    yield KeyFigure(
        desk.figure(len(told), "tellings of an event", statements=told), words("tellings of an event"), "chronology"
    )
    unread = [each.id for each in register.record if not each.statement.reviewed]
    yield KeyFigure(
        desk.figure(len(unread), "statements read by a machine that no person confirmed", statements=unread),
        words("statements that a machine read and no person has confirmed"),
        "notes",
    )
