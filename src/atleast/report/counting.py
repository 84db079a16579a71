"""Our own minimum, the figures that sources publish beside it, and both over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from atleast.case.register import Seen
from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.figure.fewest import Alike, alike
from atleast.figure.minimum import minimum
from atleast.figure.published import published
from atleast.figure.series import series
from atleast.model.edtf import days_of
from atleast.model.figure import Double, Member, Minimum, PublishedFigure
from atleast.model.statement import Count
from atleast.model.words import FigureKind, Polarity
from atleast.report.content import ChartData, Counted, MemberRow, OwnMinimum, PointRow, PublishedPoint, PublishedRow
from atleast.report.dates import spoken, spoken_day, with_dates
from atleast.report.desk import Desk
from atleast.report.inline import Inline, Jump, fill, verbatim, words
from atleast.report.phrases import BOUND, KIND
from atleast.report.ruling import rule_in_words
from atleast.report.tellings import chain_in_words, outlet_of


@dataclass(slots=True)
class Counts:
    """Our own minimum on any day by a rule, each day counted once. Without `asked` the days are those of the report."""

    desk: Desk
    rule: Rule
    asked: tuple[date, ...] = ()
    graph: Alike = field(init=False)
    """Who may be one person with whom."""
    _by_day: dict[date, Minimum] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the graph of the register's pairs."""
        self.graph = alike(self.desk.register.pairs)

    def on(self, day: date) -> Minimum:
        """The minimum on a day."""
        if day not in self._by_day:
            register = self.desk.register
            self._by_day[day] = minimum(register.cases, self.rule, day, register.by_id, self.graph)
        return self._by_day[day]

    def days(self) -> tuple[date, ...]:
        """The days asked about, or those of the mandate, else the last day that the sources know; none where they know none."""
        last = self.desk.register.last_day()
        return self.asked or self.desk.mandate.report_days or ((last,) if last else ())

    def figure(self, count: Minimum) -> Inline:
        """The minimum as a figure with its members."""
        return self.desk.figure(
            count.value,
            f"own minimum: {count.of}, {count.day.isoformat()}",
            statements=[each for member in count.members for each in member.statements],
            bound=count.bound,
            rule=(self.rule.name, count.day),
            members=[member.case for member in count.members],
        )

    def names(self, count: Minimum) -> Inline:
        """The number of names among which the people of the minimum are."""
        return self.desk.figure(
            count.names,
            f"names in our own minimum: {count.of}, {count.day.isoformat()}",
            rule=(self.rule.name, count.day),
            members=[member.case for member in count.members],
        )

    def possible(self, count: Minimum) -> Inline:
        """The number of those who possibly count besides."""
        return self.desk.figure(
            len(count.possible),
            f"possibly counts: {count.of}, {count.day.isoformat()}",
            statements=[each for member in count.possible for each in member.statements],
            rule=(self.rule.name, count.day),
            members=[member.case for member in count.possible],
        )


def own_minimum(counts: Counts) -> OwnMinimum:
    """The section on our own minimum."""
    return OwnMinimum(rule_in_words(counts.rule), tuple(_counted(counts, counts.on(day)) for day in counts.days()))


def _counted(counts: Counts, count: Minimum) -> Counted:
    day, desk = spoken_day(count.day), counts.desk
    return Counted(
        day=day,
        headline=_headline(counts, count, day),
        ceiling=_ceiling(counts, count) if count.possible else (),
        then=_then(counts, count, day),
        members=_rows(desk, count.members),
        possible=_rows(desk, count.possible),
        excluded=_rows(desk, count.excluded),
    )


def _headline(counts: Counts, count: Minimum, day: Inline) -> Inline:
    value, of = counts.figure(count), verbatim(count.of)
    if not count.value:
        return fill("Nobody certainly counts on {day}: the minimum of {of} is {value}.", value=value, of=of, day=day)
    line = fill("At least {value} {of} on {day}", value=value, of=of, day=day)
    if count.names > count.value:
        among = " ({names} names; those that may be spellings of one name count once)"
        line += fill(among, names=counts.names(count))
    return line + words(".")


def _ceiling(counts: Counts, count: Minimum) -> Inline:
    ceiling = counts.desk.figure(
        count.ceiling,
        f"minimum and those who possibly count: {count.of}, {count.day.isoformat()}",
        rule=(count.rule, count.day),
        members=[member.case for member in (*count.members, *count.possible)],
    )
    line = "Names that possibly count besides: {possible}. If every name were another person, they would be {ceiling}."
    return fill(line, possible=counts.possible(count), ceiling=ceiling)


def _then(counts: Counts, count: Minimum, day: Inline) -> Inline:
    """The same count by what sources had told by its own day; nothing where nothing has been told since."""
    register = counts.desk.register
    if register.held is None:
        return ()
    earlier = register.as_seen(Seen(known_by=count.day))
    then = minimum(earlier.cases, counts.rule, count.day, earlier.by_id, alike(earlier.pairs))
    if (then.value, then.ceiling) == (count.value, count.ceiling):
        return ()
    value = counts.desk.figure(
        then.value,
        f"own minimum, by what sources had told by that day: {count.of}, {count.day.isoformat()}",
        statements=[each for member in then.members for each in member.statements],
        bound=then.bound,
    )
    return fill("By what sources dated up to {day} had told, it was at least {value}.", day=day, value=value)


def _rows(desk: Desk, members: Iterable[Member]) -> tuple[MemberRow, ...]:
    """The members in order of name, each followed by those that count with it."""
    listed = list(members)
    heads: dict[str, Member] = {member.case: member for member in listed}
    in_order = sorted(
        listed,
        key=lambda member: (_place(heads.get(member.counts_with) or member), bool(member.counts_with), _place(member)),
    )
    return tuple(
        MemberRow(
            name=member.person,
            anchor=anchor_of(member.case),
            reason=with_dates(member.reason) + desk.notes(member.statements),
            doubles=tuple(_double(double) for double in member.doubles),
            tip=with_dates(member.tip) if member.tip else (),
            counts_with=verbatim(heads[member.counts_with].person) if member.counts_with else (),
        )
        for member in in_order
    )


def _place(member: Member) -> tuple[str, str]:
    return member.person.casefold(), member.case


def _double(double: Double) -> Inline:
    return fill(
        "May be the same as {name}: {why}.",
        name=(Jump(anchor_of(double.case), double.person),),
        why=verbatim(double.reason),
    )


def anchor_of(case: str) -> str:
    """Where on the page the person of a case stands."""
    return "person-" + case.rpartition("/")[0]


def published_rows(counts: Counts) -> tuple[PublishedRow, ...]:
    """The figures that sources publish, each by itself, and those that are denied after them."""
    desk = counts.desk
    affirmed = [_published_row(counts, figure) for figure in published(desk.register.record, desk.register.dates)]
    denied = [_denied_row(desk, recorded) for recorded in desk.register.record if _is_denied_count(recorded)]
    return tuple(affirmed + denied)


def _published_row(counts: Counts, figure: PublishedFigure) -> PublishedRow:
    desk = counts.desk
    statement = desk.said(figure.id).statement
    number = desk.figure(
        figure.value,
        f"published: {BOUND[figure.bound]}, {figure.of}; {outlet_of(statement, desk.source_of(figure.id))}",
        statements=[figure.id],
        bound=figure.bound,
    )
    said = fill(
        "{bound} {value} {of}",
        bound=words(BOUND[figure.bound]),
        value=number,
        of=verbatim(figure.of, statement.language),
    )
    return PublishedRow(
        figure=said + desk.notes([figure.id]),
        kind=KIND[figure.kind],
        place=verbatim(figure.place, statement.language),
        as_of=spoken(figure.as_of.edtf) if figure.as_of else words("no day given"),
        told=spoken(figure.told) if figure.told else words("the source is not dated"),
        who=chain_in_words(statement, desk.source_of(figure.id)),
        designation=verbatim(figure.designation, statement.language),
        own=_own_beside(counts, figure),
        denied=False,
    )


def _own_beside(counts: Counts, figure: PublishedFigure) -> Inline:
    """Our own minimum on the day that a published stock holds for; nothing for a flow, an estimate or no day."""
    day = days_of(figure.as_of.edtf).latest if figure.as_of and figure.kind is FigureKind.STOCK else None
    if day is None:
        return ()
    own = counts.figure(counts.on(day))
    return fill("at least {value} {of}", value=own, of=verbatim(counts.rule.of))


def _is_denied_count(recorded: Recorded) -> bool:
    return isinstance(recorded.statement.content, Count) and recorded.statement.polarity is Polarity.DENIED


def _denied_row(desk: Desk, recorded: Recorded) -> PublishedRow:
    statement, count = recorded.statement, recorded.statement.content
    if not isinstance(count, Count):
        raise TypeError("a denied count is a count")
    number = desk.figure(
        count.value, f"denied: {BOUND[count.bound]}, {count.of}", statements=[recorded.id], bound=count.bound
    )
    of = verbatim(count.of, statement.language)
    told = desk.register.dates.get(statement.source)
    return PublishedRow(
        figure=fill("{bound} {value} {of}", bound=words(BOUND[count.bound]), value=number, of=of)
        + desk.notes([recorded.id]),
        kind=KIND[count.figure],
        place=verbatim(count.place, statement.language),
        as_of=spoken(count.as_of.edtf) if count.as_of else words("no day given"),
        told=spoken(told) if told else words("the source is not dated"),
        who=chain_in_words(statement, desk.source_of(recorded.id)),
        designation=verbatim(count.designation, statement.language),
        own=(),
        denied=True,
    )


def chart_data(counts: Counts) -> ChartData | None:
    """What there is to draw: None where by our rule nobody ever counts and at most one stock is published."""
    desk, rule = counts.desk, counts.rule
    register = desk.register
    last = max([*counts.days(), *filter(None, [register.last_day()])], default=None)
    points = [*series(register.cases, rule, register.by_id, last, counts.graph)]
    if not any(point.ceiling for point in points):
        points = []
    drawn = [_point(desk, figure) for figure in published(register.record, register.dates)]
    stocks = tuple(point for point in drawn if point is not None)
    if len(points) < 2 and len(stocks) < 2:
        return None
    rows = [
        PointRow(
            day=point.day,
            value=point.value,
            ceiling=point.ceiling,
            said_day=spoken_day(point.day),
            said_value=_on(desk, rule, point.day, point.value, "own minimum"),
            said_ceiling=_on(desk, rule, point.day, point.ceiling, "minimum and those who possibly count"),
        )
        for point in points
    ]
    return ChartData(rule.of, tuple(rows), stocks)


def _on(desk: Desk, rule: Rule, day: date, value: int, what: str) -> Inline:
    return desk.figure(value, f"{what}: {rule.of}, {day.isoformat()}", rule=(rule.name, day))


def _point(desk: Desk, figure: PublishedFigure) -> PublishedPoint | None:
    if figure.kind is not FigureKind.STOCK:
        return None
    edtf = figure.as_of.edtf if figure.as_of else figure.told
    day = days_of(edtf).latest if edtf else None
    if day is None:
        return None
    who = outlet_of(desk.said(figure.id).statement, desk.source_of(figure.id))
    inner = figure.chain[-1].name if figure.chain else who
    return PublishedPoint(day, figure.value, figure.bound, figure.of, inner, figure.as_of is not None)


def standings(counts: Counts) -> Mapping[str, tuple[Inline, ...]]:
    """Case id to whether it counts, on each day of the report."""
    found: dict[str, tuple[Inline, ...]] = {}
    for day in counts.days():
        count = counts.on(day)
        groups = (("Counts", count.members), ("Possibly counts", count.possible), ("Does not count", count.excluded))
        for verdict, members in groups:
            for member in members:
                line = fill(
                    verdict + " on {day}. {why}", day=spoken_day(day), why=with_dates(member.reason)
                ) + counts.desk.notes(member.statements)
                found[member.case] = (*found.get(member.case, ()), line)
    return found
