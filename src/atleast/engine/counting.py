"""How many are certainly, and how many possibly, in on a day: the interval logic of a minimum as set work.

What goes in are facts: one row for each start and each end of a person, as days that it may have been (`earliest` to
`latest`) and days on which it was known (`known_from` to `known_to`, the last exclusive), all counted as
`date.toordinal()`, with LONG_AGO and FAR_AHEAD where a side is open. A fact that sources make sharper later is two rows that
follow each other in known time. What comes out are numbers of persons; the reasons are the business of `figure.judging`,
which says the same of each person one by one and is the oracle in the tests.
"""

# ruff: noqa: S608 - every query here is put together from constants
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from atleast.engine.duck import connect

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

LONG_AGO, FAR_AHEAD = 0, 1 << 24
"""Before and after every day of the calendar."""
_COLUMNS = "person, role, kind, earliest, latest, firm, known_from, known_to"


class Role(IntEnum):
    """What a fact does to a person's standing."""

    START = 0
    END = 1
    FINAL = 2
    """An end that nothing comes after: a death."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: a start or an end of one person."""

    person: int
    role: Role
    kind: int
    """A number for the type of event: a vaguer start retells a sharper one of its kind."""
    earliest: int
    latest: int
    firm: bool
    known_from: int = LONG_AGO
    known_to: int = FAR_AHEAD


@dataclass(frozen=True, slots=True)
class Tally:
    """How many persons certainly are in, and how many certainly or possibly."""

    certain: int
    ceiling: int


class Counter:
    """Facts in memory, counted as of any day and as known on any day.

    `facts` is an Arrow table with the columns of `Fact`. Not for several threads at a time.
    """

    def __init__(self, facts: pa.Table | None = None, *, threads: int | None = None, memory: int | None = None) -> None:
        self._duck: duckdb.DuckDBPyConnection = connect(threads=threads, memory=memory)
        self._duck.execute(
            "create table fact (person integer, role tinyint, kind tinyint, earliest integer, latest integer,"
            " firm boolean, known_from integer, known_to integer)"
        )
        if facts is not None:
            self._duck.register("given", facts)
            self._duck.execute(f"insert into fact select {_COLUMNS} from given")
            self._duck.unregister("given")
        for name, query in _SETTLED.items():
            self._duck.execute(f"create table {name} as {query.format(fact=_ALL)}")
        self._new: list[tuple[int, ...]] = []

    def add(self, facts: Iterable[Fact]) -> None:
        """Take in further facts of any persons. Costs what they are, however many are there already."""
        self._new += map(astuple, facts)

    def on(self, day: date, known_by: date | None = None) -> Tally:
        """The tally on a day, by what is known at last or was known on a day."""
        found = self._duck.execute(_AS_OF, self._asked(day, known_by)).fetchone()
        return Tally(*map(int, found or (0, 0)))

    def certain_on(self, day: date, known_by: date | None = None) -> list[int]:
        """The persons who certainly are in on a day, in order of their numbers."""
        found = self._duck.execute(_CERTAIN + " order by person", self._asked(day, known_by)).fetchall()
        return [int(row[0]) for row in found]

    def series(self, days: Sequence[date]) -> list[Tally]:
        """The tally on each of some days, in order, by what is known at last."""
        certain = self._cumulated(_CERTAIN_CHANGES, days)
        ceiling = self._cumulated(_CEILING_CHANGES, days)
        return [Tally(*both) for both in zip(certain, ceiling, strict=True)]

    def series_then(self, days: Sequence[date]) -> list[int]:
        """How many certainly were in on each of some days, in order, by what was known on that day itself."""
        steady = self._cumulated(_CERTAIN_CHANGES_THEN, days)
        unsteady = [self._unsteady_on(day) for day in days]
        return [one + other for one, other in zip(steady, unsteady, strict=True)]

    def _unsteady_on(self, day: date) -> int:
        """Of the persons of whom something known was replaced by something sharper: how many were in."""
        asked = self._asked(day, day)
        found = self._duck.execute(f"select count(*) from ({_CERTAIN_UNSTEADY})", asked).fetchone()
        return int(found[0]) if found else 0

    def _asked(self, day: date, known_by: date | None) -> dict[str, int]:
        self._take_in()
        return {"day": day.toordinal(), "known": known_by.toordinal() if known_by else FAR_AHEAD - 1}

    def _cumulated(self, changes: str, days: Sequence[date]) -> list[int]:
        """The sums up to each day of the changes that a query gives by day."""
        self._take_in()
        rows = self._duck.execute(changes).fetchall()
        sums, total, at = [], 0, 0
        for day in sorted(days):
            while at < len(rows) and rows[at][0] <= day.toordinal():
                total += int(rows[at][1])
                at += 1
            sums.append(total)
        return sums

    def _take_in(self) -> None:
        """Put what is new among the rest, once somebody asks: only the persons whom it is about are settled anew."""
        if not self._new:
            return
        self._duck.executemany("insert into fact values (?, ?, ?, ?, ?, ?, ?, ?)", self._new)
        persons = sorted({row[0] for row in self._new})
        self._duck.execute("create or replace temp table touched as select unnest($1)::integer as person", [persons])
        for name, query in _SETTLED.items():
            self._duck.execute(f"delete from {name} where person in (from touched)")
            self._duck.execute(f"insert into {name} {query.format(fact=_TOUCHED)}")
        self._new.clear()


_ALL = "(select rowid as id, * from fact)"
_TOUCHED = "(select rowid as id, * from fact semi join touched using (person))"
_SETTLED = {
    # From when on a firm start is known to be a vaguer telling of another: the first day on which both are known.
    "start": """
        with firm as (select * exclude (firm) from {fact} where role = 0 and firm),
        coarse as (
            select s.id, min(greatest(r.known_from, s.known_from)) as since from firm s join firm r
            on r.person = s.person and r.kind = s.kind and r.id <> s.id
            and s.earliest <= r.earliest and r.latest <= s.latest
            and (s.earliest < r.earliest or r.latest < s.latest or r.id < s.id)
            group by s.id)
        select id, person, earliest, latest, known_from, known_to, coalesce(since, 16777216) as coarse_from
        from firm left join coarse using (id) order by person""",
    # Of an end `over` is the day that a start must come after to outlive it: none does a death.
    "finish": """
        select person, role, earliest, latest, firm, known_from, known_to,
            case when role = 2 then 16777216 else latest end as over, greatest(earliest, latest) as sure
        from {fact} where role > 0 order by person""",
    # Of whom something that was known has been replaced since.
    "unsteady": "select distinct person from {fact} where known_to < 16777216",
}
_KNOWN = "known_from <= $known and known_to > $known"
# Of each person the latest first day of what has certainly begun, and the latest last day of what may have ended it.
_STANDING = """
    select person, max(begun) as begun, max(over) as over from (
        select person, earliest as begun, null as over from {start} where latest <= $day and {known}
        union all
        select person, null, over from {finish} where earliest <= $day and {known})
    group by person"""
_IN = "begun is not null and (over is null or over < begun)"
_CERTAIN = f"select person from ({_STANDING.format(start='start', finish='finish', known=_KNOWN)}) where {_IN}"
_UNSTEADY = "(select * from {} semi join unsteady using (person))"
_CERTAIN_UNSTEADY = (
    "select person from ("
    + _STANDING.format(start=_UNSTEADY.format("start"), finish=_UNSTEADY.format("finish"), known=_KNOWN)
    + f") where {_IN}"
)
# A firm end that is certainly past stops a start, unless it was before it, or may have ended another start before. `stops`
# are the pairs of a start and an end that is not before it; {bound} is the day that bounds where the start may lie.
_STOPPED = """
    least as (select person, min(earliest) as first, arg_min(id, earliest) as id from {starts}
        semi join stops using (person) group by person),
    second as (select s.person, min(s.earliest) as first from {starts} s join least l on l.person = s.person
        and l.id <> s.id group by s.person),
    stopped as (
        select s.id, min(s.sure) as day from stops s
        left join least on least.person = s.person left join second on second.person = s.person
        where s.role = 2 or not (s.end_earliest <= {bound}
            and coalesce(case when least.id = s.id then second.first else least.first end, 16777216)
                <= least(s.end_latest, {bound}))
        group by s.id)"""
_STOPS = """
    stops as (
        select s.id, s.person, s.latest, e.role, e.earliest as end_earliest, e.latest as end_latest, e.sure
        from {starts} s join finish e on e.person = s.person and e.firm and e.over >= s.earliest and {ends})"""
_AS_OF = (
    "with standing as materialized ("
    + _STANDING.format(start="start", finish="finish", known=_KNOWN)
    + f"), certain as materialized (select person from standing where {_IN}),"
    + f""" possible as materialized (
        select * from start where {_KNOWN} and coarse_from > $known and earliest <= $day),
    open as materialized (select * from possible anti join certain using (person)),"""
    + _STOPS.format(starts="open", ends="e.sure <= $day and e.known_from <= $known and e.known_to > $known").replace(
        "stops as (", "stops as materialized ("
    )
    + ","
    + _STOPPED.format(starts="open", bound="least(s.latest, $day)")
    + """
    select (select count(*) from certain),
        (select count(*) from certain) + (select count(distinct person) from open anti join stopped using (id))"""
)
# How many come in, less how many go out, on each day on which anybody does: of each person before and after the day.
_CERTAIN_BY_DAY = """
    with edges as (
        select person, day, max(begun) as begun, max(over) as over from (
            select person, {start_day} as day, earliest as begun, null as over from start {where}
            union all
            select person, {end_day}, null, over from finish {where})
        where day < 16777216 group by person, day),
    running as (
        select day, max(begun) over upto as begun, max(over) over upto as over,
            max(begun) over before as begun_before, max(over) over before as over_before
        from edges window
            upto as (partition by person order by day),
            before as (partition by person order by day rows between unbounded preceding and 1 preceding)),
    turns as (
        select day, (begun is not null and (over is null or over < begun))::int
            - (begun_before is not null and (over_before is null or over_before < begun_before))::int as turn
        from running)
    select day, sum(turn) from turns where turn <> 0 group by day order by day"""
_CERTAIN_CHANGES = _CERTAIN_BY_DAY.format(start_day="latest", end_day="earliest", where="where known_to = 16777216")
_CERTAIN_CHANGES_THEN = _CERTAIN_BY_DAY.format(
    start_day="greatest(latest, known_from)",
    end_day="greatest(earliest, known_from)",
    where="anti join unsteady using (person)",
)
# The same for those who certainly or possibly are in: of each start from its first day to that of the end that stops it.
# Whoever certainly is in has such a start, so this is the ceiling.
_CEILING_CHANGES = (
    """
    with exact as materialized (
        select * from start where known_to = 16777216 and coarse_from = 16777216),"""
    + _STOPS.format(starts="exact", ends="e.known_to = 16777216").replace("stops as (", "stops as materialized (")
    + ","
    + _STOPPED.format(starts="exact", bound="s.latest")
    + """,
    alive as (
        select person, earliest as since, coalesce(stopped.day, 16777216) as until
        from exact left join stopped using (id) where earliest < coalesce(stopped.day, 16777216)),
    islands as (
        select since, max(until) over before as until_before, max(until) over upto as until_now,
            lead(since) over (partition by person order by since, until) as next
        from alive window
            upto as (partition by person order by since, until rows between unbounded preceding and current row),
            before as (partition by person order by since, until rows between unbounded preceding and 1 preceding)),
    turns as (
        select since as day, 1 as turn from islands where until_before is null or since > until_before
        union all select until_now, -1 from islands where next is null or next > until_now)
    select day, sum(turn) from turns group by day order by day"""
)
