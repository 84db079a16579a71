"""Events that a text tells more than once: what one telling lacks, another may have."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.statement import When
from atleast.model.words import EventType
from atleast.statement.english.events import Happening

_HANDED_DOWN = frozenset({"receive", "get", "give", "find", "hand"})
_JUDGED = frozenset({"find", "convict"})
_SIZES = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_NEAR = 4
"""How many events on, in the order of the text, a lead may be answered."""
_FAR = 40
"""How many events away, before or after, the same event may be told again."""


def tell_again(events: Sequence[Happening]) -> None:
    """Fill roles from where the same event is told more fully.

    A lead that counts people ("three members were sentenced") is answered by the next event of the type that names as many;
    an event without a date has that of the same verdict or the same death.
    """
    for number, event in enumerate(events):
        _name_the_counted(event, events[number + 1 : number + _NEAR])
    for number, event in enumerate(events):
        if event.date is None:
            before = list(reversed(events[max(0, number - _FAR) : number]))
            event.date = _date_of_the_same(
                event, [*before, *events[number + 1 : number + _FAR]]
            ) or _date_of_the_verdict(event, before)


def _name_the_counted(event: Happening, following: Sequence[Happening]) -> None:
    if len(event.subjects) != 1 or event.subjects[0].person is not None:
        return
    size = _SIZES.get(event.subjects[0].name.split(" ", 1)[0].lower())
    for later in following:
        persons = tuple(party for party in later.subjects if party.person is not None)
        named_in_full = len(persons) == len(later.subjects) == size
        if later.type is event.type and named_in_full and later.passage.number - event.passage.number <= 1:
            event.subjects = persons
            return


def _date_of_the_same(event: Happening, others: Sequence[Happening]) -> When | None:
    """One dies once; "the verdict", or "was found guilty", is the sentence that is told of elsewhere."""
    word = event.told.word
    told_before = word.is_noun or (word.lemma in _JUDGED and event.penalty is None)
    if event.type is not EventType.DEATH_IN_CUSTODY and not (event.type is EventType.SENTENCE and told_before):
        return None
    mine = {party.name for party in event.subjects if party.person is not None}
    for other in others:
        if other.type is event.type and other.date is not None and mine & {party.name for party in other.subjects}:
            return other.date
    return None


def _date_of_the_verdict(event: Happening, before: Sequence[Happening]) -> When | None:
    """ "B received nine years" after "on Friday a court sentenced A to ten", in one paragraph: the same sitting."""
    word = event.told.word
    if event.type is not EventType.SENTENCE or not (word.is_noun or word.lemma in _HANDED_DOWN):
        return None
    for other in before:
        if other.passage is not event.passage:
            return None
        if other.type is EventType.SENTENCE and other.date is not None:
            return other.date
    return None
