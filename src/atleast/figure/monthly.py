"""Stock and flow month by month: ours as known now and as known then, and what sources publish beside them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from atleast.case.register import Register, Seen, register_of
from atleast.dossier.dossier import Dossier
from atleast.dossier.mandate import Mandate
from atleast.dossier.rules import Measure, Rule
from atleast.engine.counting import Counter, Tally
from atleast.errors import UsageError
from atleast.figure.facts import facts_of
from atleast.figure.fewest import alike
from atleast.figure.minimum import minimum
from atleast.figure.published import published
from atleast.figure.trend import Trend, trend
from atleast.model.edtf import days_of
from atleast.model.figure import PublishedFigure
from atleast.model.words import EventType, FigureKind

_MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Month:
    """One month: the stock on its last day, and the flow within it."""

    day: date
    """The last day of the month, or the last that was asked for."""
    now: Tally
    """The stock by all that is known."""
    then: Tally
    """The stock by what sources dated up to that day had told."""
    flow: Tally
    """Whom a start befell within the month, by all that is known."""
    published: tuple[PublishedFigure, ...]
    """The stocks that sources publish for a day of the month."""


@dataclass(frozen=True, slots=True)
class Series:
    """A count by a rule, month by month, and how it changes."""

    rule: str
    of: str
    months: tuple[Month, ...]
    trend: Trend | None
    """Of the stock as known now; None for fewer than three months."""


def series(
    dossier: Dossier,
    rule: str | None = None,
    first: date | None = None,
    last: date | None = None,
    *,
    known_by: date | None = None,
    taken_in_by: date | None = None,
) -> Series:
    """The months from `first` to `last`, by default those of the mandate's period, else those that the cases span.

    `known_by` and `taken_in_by` leave out what came out, or was taken in, later: of "now" as of "then".

    Raises MandateError where there is no such rule, UsageError where there is nothing to span or it is too long.
    """
    register, mandate = register_of(dossier, Seen(known_by, taken_in_by)), dossier.mandate
    return series_in(register, mandate, mandate.rule(rule), first, last)


def series_in(
    register: Register, mandate: Mandate, rule: Rule, first: date | None = None, last: date | None = None
) -> Series:
    """The same, in a register that is at hand."""
    days = _last_days(*_span(register, mandate, first, last))
    stock_rule = replace(rule, measure=Measure.STOCK)
    now = stock_on(register, stock_rule, days)
    figures = published(register.record, register.dates)
    months = tuple(
        Month(day, tally, _then(register, stock_rule, day), _flow(register, rule, day), _of_month(figures, day))
        for day, tally in zip(days, now, strict=True)
    )
    return Series(rule.name, rule.of, months, trend([(month.now.certain, month.now.ceiling) for month in months]))


def stock_on(register: Register, rule: Rule, days: Sequence[date]) -> list[Tally]:
    """The minimum and the ceiling on each of some days, in order.

    Persons who may be nobody else are counted as set work, the others one by one: the two have nothing to do with one
    another. A rule that asks for more than starts and ends is counted one by one.
    """
    graph = alike(register.pairs)
    one_by_one = [case for case in register.cases if rule.asks_more or case.person.key in graph]
    apart = [case for case in register.cases if not rule.asks_more and case.person.key not in graph]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(case.person.key for case in apart))}
    own: dict[str, list[int]] = {key: [] for key in numbers}
    for at, case in enumerate(apart):
        own[case.person.key].append(at)
    counter = Counter()
    counter.add(
        fact
        for key, places in own.items()
        for fact in facts_of([apart[at] for at in places], numbers[key], rule, register.by_id)
    )
    found = []
    for day, tally in zip(days, counter.series(days), strict=True):
        count = minimum(one_by_one, rule, day, register.by_id, graph)
        found.append(Tally(tally.certain + count.value, tally.ceiling + count.ceiling))
    return found


def _then(register: Register, rule: Rule, day: date) -> Tally:
    earlier = register.as_seen(Seen(known_by=day))
    count = minimum(earlier.cases, rule, day, earlier.by_id, alike(earlier.pairs))
    return Tally(count.value, count.ceiling)


def _flow(register: Register, rule: Rule, day: date) -> Tally:
    """Who was taken within the month: by an arrest, where the rule starts from one."""
    taken = rule.starts & {EventType.ARREST} or rule.starts
    flow = replace(rule, measure=Measure.FLOW, starts=taken)
    count = minimum(register.cases, flow, day, register.by_id, alike(register.pairs), day.replace(day=1))
    return Tally(count.value, count.ceiling)


def _of_month(figures: Sequence[PublishedFigure], day: date) -> tuple[PublishedFigure, ...]:
    stocks = (figure for figure in figures if figure.kind is FigureKind.STOCK and figure.as_of)
    return tuple(
        figure
        for figure in stocks
        if figure.as_of and (on := days_of(figure.as_of.edtf).latest) and (on.year, on.month) == (day.year, day.month)
    )


def _span(register: Register, mandate: Mandate, first: date | None, last: date | None) -> tuple[date, date]:
    period = days_of(mandate.period) if mandate.period else None
    steps = [step.days for case in register.cases for step in case.steps]
    begun = min((days.earliest for days in steps if days.earliest), default=None)
    since = first or (period.earliest if period else None) or begun
    until = last or (period.latest if period else None) or register.last_day()
    if since is None or until is None:
        raise UsageError(
            "Nothing that is held has a date.", remedy="Give both ends: --from 2023-01-01 --to 2023-12-31."
        )
    if since > until:
        raise UsageError(f"The series ends on {until}, before it begins on {since}.", remedy="Turn the days round.")
    if (until - since).days > _MOST_MONTHS * 31:
        raise UsageError(f"From {since} to {until} is more than {_MOST_MONTHS} months.", remedy="Ask for fewer.")
    return since, until


def _last_days(first: date, last: date) -> list[date]:
    return list(_month_ends(first, last))


def _month_ends(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        end = day.replace(day=monthrange(day.year, day.month)[1])
        yield min(end, last)
        day = end + timedelta(days=1)
