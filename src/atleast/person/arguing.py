"""What speaks for two persons being one, what against, and what would settle it: in words, for whoever decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atleast.model.edtf import exclude_each_other
from atleast.model.person import Person
from atleast.person.candidates import Pair
from atleast.person.spelling import Verdict
from atleast.person.spelling.comparing import NO_PATRONYMIC
from atleast.person.spelling.words import name_of


@dataclass(frozen=True, slots=True)
class Arguments:
    """The case for and against, what tells most first."""

    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    would_settle: tuple[str, ...]


def arguments(pair: Pair, one: Person, other: Person) -> Arguments:
    """What is known of the two persons of a pair."""
    doubtful = pair.likeness.verdict is Verdict.CANNOT_TELL
    names = tuple(reason for reason in pair.likeness.reasons if reason != NO_PATRONYMIC) or ("the same name",)
    shared = tuple(_shared(one, other))
    return Arguments(
        speaks_for=shared if doubtful else (*names, *shared),
        speaks_against=(*(names if doubtful else ()), *_against(one, other)),
        would_settle=tuple(_would_settle(one, other)),
    )


_SHARED = (
    ("birth", "born {} by both"),
    ("arrested", "arrested {} by both"),
    ("sentenced", "sentenced {} by both"),
    ("facilities", "held in {} by both"),
    ("authorities", "{} by both"),
    ("articles", "{} by both"),
    ("occupation", "{} by both"),
)


def _shared(one: Person, other: Person) -> Iterator[str]:
    for fact, words in _SHARED:
        for value in sorted(_told(one, fact) & _told(other, fact)):
            yield words.format(value)


def _against(one: Person, other: Person) -> Iterator[str]:
    if both := _editions(one) & _editions(other):
        yield f"{_many(len({listed for listed, _ in both}), 'list has', 'lists have')} them in two rows"
    prose = {mention.source for mention in one.mentions if not mention.listed}
    if shared := prose & {mention.source for mention in other.mentions if not mention.listed}:
        yield f"{_many(len(shared), 'source names', 'sources name')} both, each by its own name"
    for fact, verb in (("arrested", "arrested"), ("sentenced", "sentenced")):
        mine, theirs = _told(one, fact), _told(other, fact)
        if mine and theirs and all(exclude_each_other(a, b) for a in mine for b in theirs):
            yield f"{verb} {_listed(mine)} by one, {_listed(theirs)} by the other; it may be another case"


def _editions(person: Person) -> set[tuple[str, str]]:
    """The editions of lists that a person stands in, by list and source."""
    return {(mention.listed, mention.source) for mention in person.mentions if mention.listed}


def _would_settle(one: Person, other: Person) -> Iterator[str]:
    if not (_told(one, "birth") and _told(other, "birth")):
        yield "a date of birth of each"
    if not (_has_patronymic(one) and _has_patronymic(other)):
        yield "a patronymic of each"
    if min(len(name_of(one.name).words), len(name_of(other.name).words)) < 2:
        yield "a full name"


def _told(person: Person, fact: str) -> frozenset[str]:
    values: list[str] = []
    for mention in person.mentions:
        value = getattr(mention.facts, fact)
        values += [value] if isinstance(value, str) else value or ()
    return frozenset(values)


def _has_patronymic(person: Person) -> bool:
    return any(name_of(name).patronymic for name in person.names)


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _listed(values: Iterable[str]) -> str:
    return " or ".join(sorted(values))
