"""A count by grounds, articles, places, sex or month. What may overlap is never added up; what should add up is checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from atleast.case.naming import article_number
from atleast.case.register import Register
from atleast.dossier.rules import Rule
from atleast.figure.fewest import alike, heads
from atleast.model.case import Case
from atleast.model.edtf import Days
from atleast.model.figure import Member, Minimum
from atleast.model.statement import Event


class By(StrEnum):
    """What a count is broken down by."""

    GROUNDS = "grounds"
    ARTICLE = "article"
    PLACE = "place"
    SEX = "sex"
    MONTH = "month"


_MAY_OVERLAP = frozenset({By.GROUNDS, By.ARTICLE})


@dataclass(frozen=True, slots=True)
class Row:
    """Those of a count of whom one thing is told."""

    value: str
    fewest: int
    """The fewest people that these names can be."""
    cases: tuple[str, ...]
    """The cases of the members, each a name."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A count in rows. `untold` are the cases of members of whom it is not told."""

    by: By
    rows: tuple[Row, ...]
    untold: tuple[str, ...]
    adds_up: bool
    """Whether every name stands in one row at most, so that the names of the rows and of the untold are all names."""

    @property
    def remark(self) -> str:
        """What may be done with the rows, in words."""
        if self.adds_up:
            names = sum(len(row.cases) for row in self.rows)
            return f"Every name stands in one row: {names} and {len(self.untold)} of whom it is not told."
        return "One name may stand in several rows: they are never added up."


def break_down(counted: Minimum, by: By, register: Register, rule: Rule) -> Breakdown:
    """The members of a count in rows, by what is told of the case that counts, as firmly as the rule asks."""
    by_case = {case.id: case for case in register.cases}
    told = {
        member.case: sorted(set(_values(member, by_case[member.case], by, register, rule)))
        for member in counted.members
    }
    rows: dict[str, list[str]] = defaultdict(list)
    for case, values in told.items():
        for value in values:
            rows[value].append(case)
    single = all(len(values) <= 1 for values in told.values())
    return Breakdown(
        by=by,
        rows=tuple(Row(value, _fewest(rows[value], by_case, register), tuple(rows[value])) for value in sorted(rows)),
        untold=tuple(case for case, values in told.items() if not values),
        adds_up=by not in _MAY_OVERLAP and single,
    )


def _fewest(cases: Sequence[str], by_case: Mapping[str, Case], register: Register) -> int:
    """The fewest people of some cases; a person with several counts once."""
    keys = sorted({by_case[case].person.key for case in cases})
    return sum(key == head for key, head in heads(keys, alike(register.pairs)).items())


def _values(member: Member, case: Case, by: By, register: Register, rule: Rule) -> Iterator[str]:
    match by:
        case By.SEX:
            yield from (each.facts.sex for each in case.person.mentions if each.facts.sex)
        case By.MONTH:
            yield from _months(member, case)
        case By.GROUNDS:
            for event in _events(case, register, rule):
                yield from (ground.value for ground in event.grounds)
        case By.ARTICLE:
            for event in _events(case, register, rule):
                yield from (number for article in event.article if (number := article_number(article)))
        case By.PLACE:
            yield from (
                event.place for event in _events(case, register, rule) if event.place and event.type in rule.starts
            )


def _events(case: Case, register: Register, rule: Rule) -> Iterator[Event]:
    for step in case.steps:
        for identity in step.statements:
            statement = register.by_id[identity].statement
            if isinstance(statement.content, Event) and statement.certainty in rule.certainty:
                yield statement.content


def _months(member: Member, case: Case) -> Iterator[str]:
    """The month of the start that the member rests on first, where it is certain."""
    step = next((step for step in case.steps if set(step.statements) & set(member.statements[:1])), None)
    if step and (month := _month(step.days)):
        yield month


def _month(days: Days) -> str | None:
    if days.earliest is None or days.latest is None or f"{days.earliest:%Y-%m}" != f"{days.latest:%Y-%m}":
        return None
    return f"{days.earliest:%Y-%m}"
