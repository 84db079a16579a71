"""What a rule asks for besides a start: events on record or not, grounds, articles, places, a recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from atleast.case.naming import article_number
from atleast.dossier.readings import Recorded
from atleast.dossier.rules import Rule
from atleast.model.case import Step
from atleast.model.statement import Event, Statement
from atleast.model.words import ChainRole, EventType
from atleast.person.names import fold


def lacking(
    rule: Rule, had: Sequence[Step], told: Sequence[Step], by_id: Mapping[str, Recorded], *, firmly: bool
) -> str:
    """What the rule asks for and is not among what was had by the day, or what was told at all; empty where nothing lacks.

    `firmly`: only what is told with a certainty of the rule.
    """
    surely = "certainly " if firmly else ""
    if missing := sorted(rule.needs - {step.type for step in had}):
        return f"No {', no '.join(in_words(kind) for kind in missing)} is {surely}on record by that day."
    if rule.recognised_by and not _is_recognised(rule, had, by_id, firmly=firmly):
        return f"No recognition by a body that the rule names is {surely}on record by that day."
    for what, wanted, is_named in _asked_by_name(rule):
        if wanted and not any(is_named(event) for event in _events(rule, told, by_id, firmly=firmly)):
            return f"None of the {what} is {'firmly ' if firmly else ''}named."
    return ""


def excluded_by(rule: Rule, steps: Iterable[Step]) -> str:
    """Which of the steps the rule excludes, in words; empty where none is."""
    found = sorted({step.type for step in steps} & rule.without)
    return (
        f"{' and '.join(in_words(kind) for kind in found).capitalize()} by that day, which the rule excludes."
        if found
        else ""
    )


def in_words(kind: EventType) -> str:
    """A type as words: "ill treatment"."""
    return kind.value.replace("_", " ")


def names_place(wanted: str, place: str | None) -> bool:
    """Whether a place as a source names it is the one wanted, or lies in its name: "the city of Sarnik", "Sarnik"."""
    return place is not None and _words_of(wanted) <= _words_of(place)


def recognised_by(statement: Statement) -> str | None:
    """Whose recognition a statement tells: the body it names, else the last of the chain who says so."""
    event = statement.content
    if not isinstance(event, Event) or event.type is not EventType.RECOGNITION:
        return None
    if event.authority:
        return event.authority
    inner = [link.name for link in statement.chain if link.role is not ChainRole.OUTLET]
    outlets = [link.name for link in statement.chain if link.role is ChainRole.OUTLET]
    said = inner or outlets
    return said[-1] if said else None


def is_body(wanted: str, named: str | None) -> bool:
    """Whether a body as a source names it bears all words of the name wanted."""
    return named is not None and _words_of(wanted) <= _words_of(named)


def _is_recognised(rule: Rule, had: Iterable[Step], by_id: Mapping[str, Recorded], *, firmly: bool) -> bool:
    said = (by_id[identity].statement for step in had for identity in step.statements)
    bodies = (recognised_by(each) for each in said if not firmly or each.certainty in rule.certainty)
    return any(is_body(wanted, body) for body in bodies for wanted in rule.recognised_by)


def _asked_by_name(rule: Rule) -> Iterator[tuple[str, Iterable[str], Callable[[Event], bool]]]:
    articles = {article_number(article) for article in rule.articles}
    yield (
        f"grounds {', '.join(sorted(rule.grounds))}",
        rule.grounds,
        lambda event: bool(rule.grounds & set(event.grounds)),
    )
    yield (
        "articles that the rule asks for",
        rule.articles,
        lambda event: bool(articles & {article_number(each) for each in event.article}),
    )
    yield (
        "places that the rule asks for",
        rule.places,
        lambda event: any(names_place(place, event.place) for place in rule.places),
    )


def _events(rule: Rule, steps: Iterable[Step], by_id: Mapping[str, Recorded], *, firmly: bool) -> Iterator[Event]:
    for step in steps:
        for identity in step.statements:
            statement = by_id[identity].statement
            if isinstance(statement.content, Event) and (not firmly or statement.certainty in rule.certainty):
                yield statement.content


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())
