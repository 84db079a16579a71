"""The day that a whole text is about, for what it tells without a day of its own.

What a statement itself does ("we demand", "we recognise") it does on its own date. A report of a day of protest tells of that
day, and a year in figures of that year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from atleast.model.statement import When
from atleast.model.words import EventType
from atleast.statement.english.calendar import Calendar
from atleast.statement.english.events import Happening
from atleast.statement.english.page import Page
from atleast.statement.english.tenses import Tense, tense_of

_OWN_ACTS = frozenset({EventType.CALL, EventType.RECOGNITION})
_UNREST = frozenset({EventType.PROTEST, EventType.ILL_TREATMENT, EventType.KILLING})
_OF_UNREST = _UNREST | {EventType.ARREST, EventType.RELEASE, EventType.DEPORTATION, EventType.CENSORSHIP}
_OTHER_TIME = frozenset(
    {"later", "earlier", "previously", "since", "before", "again", "ago", "already", "last", "years", "week"}
)
_YEAR_IN_REVIEW = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)\s+in\s+(?:figures|numbers|review)|"
    r"(?:annual|yearly)\s+(?:report|review|summary)\D{0,30}\b(?P<reported>(?:19|20)\d\d)|results\s+of\s+(?P<results>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_A_DAY = 10
_HEAD = 200
"""How far into a text its title may stand, where the credit has none."""


def date_by_occasion(events: Sequence[Happening], page: Page, calendar: Calendar) -> None:
    """Date what the text does itself, and what it tells of the day or the year that it is about."""
    _date_own_acts(events, page, calendar)
    day = _day_of_unrest(events)
    year = _year_in_review(page)
    for event in events:
        if event.date is not None or event.told.denied or _has_own_time(event, calendar):
            continue
        if day is not None and event.type in _OF_UNREST and _is_of_the_day(event):
            event.date = day
        elif year is not None and tense_of(event.told.word) is Tense.PAST:
            event.date = year


def _date_own_acts(events: Sequence[Happening], page: Page, calendar: Calendar) -> None:
    published = page.source.source.credit.date
    for event in events:
        if event.type not in _OWN_ACTS or event.date is not None:
            continue
        quoted = event.passage.quotation_at(event.told.start, event.told.end) is not None
        if quoted:
            event.date = _date_of_same_speaker(event, events) or (
                _said_on(calendar, published) if event.type is EventType.CALL else None
            )
        elif published is not None and len(published) == _A_DAY and tense_of(event.told.word) is Tense.PRESENT:
            event.date = When(published)


def _said_on(calendar: Calendar, published: str | None) -> When | None:
    """The day of publication, where the text begins with what was said on it: "said today"."""
    first = next((date for date in calendar.dates if date.when is not None), None)
    return first.when if first is not None and first.when is not None and first.when.edtf == published else None


def _date_of_same_speaker(event: Happening, events: Sequence[Happening]) -> When | None:
    names = {party.name for party in event.subjects}
    return next(
        (
            other.date
            for other in events
            if other.type is event.type and other.date and names & {party.name for party in other.subjects}
        ),
        None,
    )


def _day_of_unrest(events: Sequence[Happening]) -> When | None:
    """The day of the protest or the violence that the first paragraph with events tells of."""
    if not events:
        return None
    lead = [event for event in events if event.passage is events[0].passage and event.type in _UNREST]
    days = [event.date for event in lead if event.date is not None and len(event.date.edtf) == _A_DAY]
    return days[0] if days else None


def _is_of_the_day(event: Happening) -> bool:
    word = event.told.word
    if word.is_noun:
        return event.type in (EventType.ARREST, EventType.ILL_TREATMENT) and word.tag == "NNS"
    reported = word.dep == "ccomp" or (word.dep == "conj" and word.head.dep == "ccomp")
    return tense_of(word) is Tense.PAST or (tense_of(word) is Tense.PLUPERFECT and reported)


def _has_own_time(event: Happening, calendar: Calendar) -> bool:
    """Whether the clause has a date or speaks of another time."""
    words = event.passage.tree.words[event.told.word.first : event.told.word.last + 1]
    return bool(calendar.within(words[0].start, words[-1].end)) or any(word.lower in _OTHER_TIME for word in words)


def _year_in_review(page: Page) -> When | None:
    found = _YEAR_IN_REVIEW.search(page.source.source.credit.title or page.text[:_HEAD])
    year = found and next(filter(None, (found["year"], found["reported"], found["results"])), None)
    return When(year) if year else None
