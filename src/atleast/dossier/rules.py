"""Counting rules: what is counted, and by what it is decided who counts. Read from [rules.NAME] of mandate.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from atleast.dossier.definitions import shipped_definitions
from atleast.dossier.toml_text import TomlText
from atleast.model.edtf import days_of, is_edtf
from atleast.model.words import Certainty, EventType, Ground

FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.REPORTED})


class Unit(StrEnum):
    """What one is counted as one."""

    PEOPLE = "people"
    """A person counts once, whatever befell them."""
    CASES = "cases"
    """Each case counts: a person who was taken, released and taken again has two."""
    DETENTIONS = "detentions"
    """Each taking counts, as far as it is certainly another: a release that is told lies between."""


class Measure(StrEnum):
    """Whether a rule counts who is held on a day, or whom it befell within a period."""

    STOCK = "stock"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class Rule:
    """A counting rule.

    By a stock a person counts on a day who has a step of `starts` that is certainly past by then, told with one of
    `certainty`, and no step of `ends` that may have come after it by then. By a flow a person counts in a period in which
    a step of `starts`, told as firmly, certainly lies. Besides, the case must have by then each of `needs` and none of
    `without`; a recognition by one of `recognised_by`; and, told as firmly, one of `grounds`, of `articles`, of `places`.
    Where a set is empty, nothing is asked.
    """

    name: str
    of: str
    starts: frozenset[EventType]
    ends: frozenset[EventType]
    certainty: frozenset[Certainty] = FIRM
    needs: frozenset[EventType] = frozenset()
    without: frozenset[EventType] = frozenset()
    grounds: frozenset[Ground] = frozenset()
    articles: tuple[str, ...] = ()
    """Articles of law by their numbers, "361-4"."""
    places: tuple[str, ...] = ()
    """Places as sources name them."""
    recognised_by: tuple[str, ...] = ()
    """Bodies whose recognition is asked for. It is that body's claim."""
    counts: Unit = Unit.PEOPLE
    measure: Measure = Measure.STOCK
    period: str = ""
    """The period of a flow, EDTF; empty: the mandate's."""
    definition: str = ""
    """The named definition that the words of the rule follow; it is printed, not executed."""

    @property
    def asks_more(self) -> bool:
        """Whether the rule asks for more than starts and ends."""
        asked = (self.needs, self.without, self.grounds, self.articles, self.places, self.recognised_by)
        return any(asked)


_KEYS = {
    *("of", "extends", "counts", "measure", "period", "definition", "starts", "ends", "certainty", "needs", "without"),
    *("grounds", "articles", "places", "recognised_by"),
}


def read_rules(text: TomlText, content: Mapping[str, Any], defined: frozenset[str] = frozenset()) -> dict[str, Rule]:
    """The rules of a mandate by name; `defined` are the definitions that it makes itself. Raises MandateError."""
    tables = text.table(content, "rules", None)
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise text.error("rules", name, "a rule is a block", f"Begin it with [rules.{name}].")
        text.known(table, f"rules.{name}", _KEYS)
    return {name: _rule(text, name, _extended(text, name, tables), defined) for name in tables}


def _extended(text: TomlText, name: str, tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What a rule says, with what it takes over from the rule that it builds on, and that one from its own."""
    line, at = [name], name
    while base := text.text(tables[at], f"rules.{at}", "extends"):
        if base not in tables:
            remedy = f"There are: {', '.join(sorted(tables))}."
            raise text.error(f"rules.{at}", "extends", f"there is no rule named {base!r}", remedy)
        if base in line:
            way = " -> ".join([*line[line.index(base) :], base])
            raise text.error(f"rules.{at}", "extends", f"rules build on each other in a circle: {way}", "Cut it.")
        line.append(base)
        at = base
    merged: dict[str, Any] = {}
    for each in reversed(line):
        merged |= tables[each]
    return merged


def _rule(text: TomlText, name: str, table: Mapping[str, Any], defined: frozenset[str]) -> Rule:
    section = f"rules.{name}"
    starts = text.words(table, section, "starts", EventType)
    ends = text.words(table, section, "ends", EventType)
    if not starts:
        raise text.error(section, "starts", "the rule starts from nothing", 'Name event types: starts = ["arrest"].')
    if both := starts & ends:
        raise text.error(section, "ends", f"{', '.join(sorted(both))} cannot both start and end", "Keep it in one.")
    needs = text.words(table, section, "needs", EventType)
    without = text.words(table, section, "without", EventType)
    if both := (needs | starts) & without:
        problem = f"{', '.join(sorted(both))} cannot be both asked for and excluded"
        raise text.error(section, "without", problem, "Keep it in one.")
    return Rule(
        name=name,
        of=text.text(table, section, "of") or name,
        starts=starts,
        ends=ends,
        certainty=text.words(table, section, "certainty", Certainty) or FIRM,
        needs=needs,
        without=without,
        grounds=text.words(table, section, "grounds", Ground),
        articles=_articles(text, table, section),
        places=_named(text, table, section, "places"),
        recognised_by=_named(text, table, section, "recognised_by"),
        counts=text.word(table, section, "counts", Unit, Unit.PEOPLE),
        measure=text.word(table, section, "measure", Measure, Measure.STOCK),
        period=_period(text, table, section),
        definition=_definition(text, table, section, defined),
    )


def _articles(text: TomlText, table: Mapping[str, Any], section: str) -> tuple[str, ...]:
    articles = _named(text, table, section, "articles")
    for article in articles:
        if not any(letter.isdigit() for letter in article):
            raise text.error(section, "articles", f"{article!r} holds no number", 'Write "361" or "361-4".')
    return articles


def _named(text: TomlText, table: Mapping[str, Any], section: str, key: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.texts(table, section, key))
    if not all(names):
        raise text.error(section, key, "an empty name", "Take it out: it would fit everything.")
    return names


def _period(text: TomlText, table: Mapping[str, Any], section: str) -> str:
    period = text.text(table, section, "period")
    if period and not is_edtf(period):
        problem = f"{period!r} is not a period of the calendar, as an EDTF date"
        raise text.error(section, "period", problem, 'Write "2023" or "2020-08/2023-05".')
    if period and None in ((days := days_of(period)).earliest, days.latest):
        raise text.error(section, "period", f"{period!r} is open on one side", "Give both its first and its last day.")
    return period


def _definition(text: TomlText, table: Mapping[str, Any], section: str, defined: frozenset[str]) -> str:
    name = text.text(table, section, "definition")
    known = defined | {each.id for each in shipped_definitions()}
    if name and name not in known:
        problem = f"there is no definition named {name!r}"
        raise text.error(section, "definition", problem, f"There are: {', '.join(sorted(known))}.")
    return name
