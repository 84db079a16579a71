"""The numbers of a report: every figure that the page prints, with what it is made of.

numbers.json is described in docs/reference/numbers.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from atleast.dossier.rules import Rule
from atleast.model.words import Bound

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of the page.

    `statements` are ids, `sources` SHA-256 hashes, `members` ids of cases; `rule` and `day` say how a count of our own
    was made, so that it can be made again.
    """

    id: str
    value: int
    label: str
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    bound: Bound | None = None
    rule: str | None = None
    day: date | None = None
    members: tuple[str, ...] | None = None


class Numbers:
    """The register of figures; ids run in the order in which the page is put together."""

    def __init__(self) -> None:
        self._all: list[Number] = []

    def add(
        self,
        value: int,
        label: str,
        *,
        statements: Iterable[str] = (),
        sources: Iterable[str] = (),
        bound: Bound | None = None,
        rule: tuple[str, date] | None = None,
        members: Sequence[str] | None = None,
    ) -> Number:
        """Register a figure; `rule` is a rule's name with the day it was counted on."""
        number = Number(
            id=f"n{len(self._all) + 1}",
            value=value,
            label=label,
            statements=tuple(statements),
            sources=tuple(sources),
            bound=bound,
            rule=rule[0] if rule else None,
            day=rule[1] if rule else None,
            members=None if members is None else tuple(members),
        )
        self._all.append(number)
        return number

    def all(self) -> tuple[Number, ...]:
        """Every figure, in order of id."""
        return tuple(self._all)


def to_bytes(numbers: Iterable[Number], rules: Mapping[str, Rule], version: str) -> bytes:
    """numbers.json: UTF-8, indented, keys sorted, a newline at the end. Same numbers, same bytes."""
    content = {
        "format": _FORMAT,
        "program": {"name": "atleast", "version": version},
        "rules": {name: _rule(rule) for name, rule in rules.items()},
        "numbers": [_number(number) for number in numbers],
    }
    written = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return (written + "\n").encode("utf-8", errors="replace")


def from_bytes(data: bytes) -> dict[str, Number]:
    """The figures of a numbers.json by id. Raises ValueError or KeyError where it is none."""
    return {said["id"]: _from(said) for said in json.loads(data)["numbers"]}


def _number(number: Number) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": number.id,
        "value": number.value,
        "label": number.label,
        "statements": list(number.statements),
        "sources": list(number.sources),
    }
    if number.bound is not None:
        said["bound"] = number.bound.value
    if number.rule is not None and number.day is not None:
        said |= {"rule": number.rule, "day": number.day.isoformat()}
    if number.members is not None:
        said["members"] = list(number.members)
    return said


def _from(said: Mapping[str, Any]) -> Number:
    return Number(
        id=said["id"],
        value=said["value"],
        label=said["label"],
        statements=tuple(said["statements"]),
        sources=tuple(said["sources"]),
        bound=Bound(said["bound"]) if "bound" in said else None,
        rule=said.get("rule"),
        day=date.fromisoformat(said["day"]) if "day" in said else None,
        members=tuple(said["members"]) if "members" in said else None,
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "of": rule.of,
        "starts": sorted(rule.starts),
        "ends": sorted(rule.ends),
        "certainty": sorted(rule.certainty),
        "needs": sorted(rule.needs),
        "without": sorted(rule.without),
        "recognised_by": list(rule.recognised_by),
        "grounds": sorted(rule.grounds),
        "articles": list(rule.articles),
        "places": list(rule.places),
        "counts": rule.counts.value,
        "measure": rule.measure.value,
        "period": rule.period,
        "definition": rule.definition,
    }
