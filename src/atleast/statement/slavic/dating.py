"""The date of an event whose own sentence gives none: from what the text tells around it.

In this order: the date of the clause that its sentence begins with; of what the sentence points back to ("тогда же"); of the same
event told elsewhere; of the day that the news is about; and of the stretch of time that a survey covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from atleast.model.statement import When
from atleast.model.words import EventType
from atleast.statement.dates import Dated
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.circumstances import Calendar
from atleast.statement.slavic.happenings import Happening
from atleast.statement.slavic.inflection import Kind
from atleast.statement.slavic.page import Page, Passage, Sentence

_HAPPENED = frozenset({Kind.PAST, Kind.PREDICATE, Kind.PASSIVE})
_OF_A_DAY = frozenset(
    {
        EventType.ARREST, EventType.SEARCH, EventType.RELEASE, EventType.ILL_TREATMENT, EventType.SENTENCE, EventType.TRIAL,
        EventType.FINE, EventType.PROTEST, EventType.TRANSFER, EventType.DEPORTATION, EventType.APPEAL,
    }
)  # fmt: skip
"""What is told of one day's news."""
_NOT_AGAIN = frozenset(
    {
        EventType.INCOMMUNICADO,
        EventType.ILL_TREATMENT,
        EventType.TORTURE,
        EventType.CALL,
        EventType.MEETING,
        EventType.PROTEST,
    }
)
"""What happens more than once to the same people."""
_FRESH = timedelta(days=3)
_DAY = len("2031-01-01")
_OPENING, _THAN = 60, 6
_SCENE = 3
"""Paragraphs that the news of a day goes on for."""


def carry_dates(events: Sequence[Happening], page: Page, calendar: Calendar) -> None:
    """Give each event without a date the one that the text around it gives, where it gives one."""
    own = {id(event) for event in events if event.date is not None}
    for number, event in enumerate(events):
        if event.date is None and event.type is EventType.CALL and _is_said_now(event, page):
            event.date = When(str(page.date))
        if event.date is None and _happened(event):
            event.date = _within_sentence(event, events[:number]) or _pointed_at(event, events[:number], page)
    for event in events:
        if event.date is None and event.type not in _NOT_AGAIN and event.trigger.form.kind is not Kind.PRESENT:
            event.date = _told_again(event, [one for one in events if id(one) in own])
    _from_the_day(events, page, calendar)
    _from_the_survey(events, page, calendar)


def _is_said_now(event: Happening, page: Page) -> bool:
    """ "Мы требуем": whoever publishes the text demands it on that day."""
    said = event.trigger.form.kind is Kind.PRESENT and event.trigger.form.person == "1"
    return said and _is_day(When(page.date or ""))


def _happened(event: Happening) -> bool:
    """Whether the word tells of one time in the past, and not of what goes on."""
    return event.trigger.is_noun or event.trigger.form.kind in _HAPPENED


def _within_sentence(event: Happening, earlier: Sequence[Happening]) -> When | None:
    """ "Вечером 4 мая её задержали, продержали ночь и отпустили": the date of the first verb is that of the others."""
    if event.trigger.is_noun:
        return None
    words, relative = event.passage.words, lexicons.words(event.language, "pronouns", "relative")
    for one in reversed(earlier):
        if one.sentence is not event.sentence or any(
            word.low in relative for word in words[one.trigger.word.index : event.trigger.word.index]
        ):
            return None
        leads = one.date is not None and one.date_at < one.trigger.word.start
        if leads and not one.trigger.is_noun and set(one.subjects) & set(event.subjects):
            return one.date
    return None


def _pointed_at(event: Happening, earlier: Sequence[Happening], page: Page) -> When | None:
    """ "Тогда в их квартирах прошли обыски": the date of what was told before."""
    words = [word.low for word in event.passage.words_of(event.sentence) if word.is_word]
    line = " " + " ".join(words) + " "
    if not any(f" {phrase} " in line for phrase in lexicons.words(page.language, "links", "same_day")):
        return None
    return next((one.date for one in reversed(earlier) if one.date is not None), None)


def _told_again(event: Happening, dated: Sequence[Happening]) -> When | None:
    """The date of the same event told elsewhere: of one type, to one of the same people, on one date and no other."""
    alike = {
        one.date.edtf: one.date
        for one in dated
        if one.date is not None and one.type is event.type and one.denied == event.denied
        and set(one.subjects) & set(event.subjects)
    }  # fmt: skip
    return next(iter(alike.values())) if len(alike) == 1 else None


def _from_the_day(events: Sequence[Happening], page: Page, calendar: Calendar) -> None:
    """News of a day goes on until the text says another date, or that something was earlier."""
    scene: When | None = None
    since = 0
    for event in events:
        if event.date is not None and _has_date(event.passage, event.sentence, calendar):
            if _is_fresh(event.date, page.date):
                scene, since = event.date, event.passage.number
            elif _is_day(event.date):
                scene = None
        elif scene is not None:
            if event.passage.number - since > _SCENE:
                scene = None
            elif _breaks(event, page) or _has_date(event.passage, event.sentence, calendar):
                continue
            elif event.date is None and event.type in _OF_A_DAY and _is_told_plainly(event):
                event.date = scene


def _is_told_plainly(event: Happening) -> bool:
    """Whether a verb in the past says it in a clause of its own, and nobody denies it."""
    if event.denied or event.trigger.is_noun or event.trigger.form.kind not in (Kind.PAST, Kind.PREDICATE):
        return False
    relative = lexicons.words(event.language, "pronouns", "relative")
    return not any(word.low in relative for word in event.passage.segment(event.trigger.word))


def _breaks(event: Happening, page: Page) -> bool:
    """Whether the sentence goes back in time: "ранее", "напомним"."""
    before = lexicons.words(page.language, "links", "earlier")
    return any(word.low in before for word in event.passage.words_of(event.sentence))


def _has_date(passage: Passage, sentence: Sentence, calendar: Calendar) -> bool:
    return any(sentence.start <= one.start < sentence.end and one.when is not None for one in calendar.of(passage))


def _is_day(when: When) -> bool:
    return len(when.edtf) == _DAY and "/" not in when.edtf


def _is_fresh(when: When, published: str | None) -> bool:
    """Whether a date is a day just before that of publication."""
    try:
        gap = date.fromisoformat((published or "")[:10]) - date.fromisoformat(when.edtf)
    except ValueError:
        return False
    return timedelta(0) <= gap <= _FRESH


def _from_the_survey(events: Sequence[Happening], page: Page, calendar: Calendar) -> None:
    """ "За полугодие": what a survey counts afterwards is of that stretch of time, until it names another."""
    counted = [
        event
        for event in events
        if event.date is None and _is_counted(event) and not _breaks(event, page) and _happened(event)
    ]
    frames = _frames(page, calendar) if counted else []
    for event in counted:
        before = [one for one in frames if one.start < event.sentence.end]
        event.date = before[-1].when if before else None


def _frames(page: Page, calendar: Calendar) -> list[Dated]:
    """The stretches of time that the text sets: an interval, or a year or month after "in the course of"."""
    over = lexicons.words(page.language, "links", "over")
    found = []
    for passage in page.body:
        for one in calendar.of(passage):
            if one.when is None or _is_day(one.when) or _is_compared(one, passage, page):
                continue
            before = [word.low for word in passage.words if word.end <= one.start][-3:]
            opens = any(
                one.start - sentence.start < _OPENING for sentence in passage.sentences if sentence.start <= one.start
            )
            if opens and ("/" in one.when.edtf or any(low in over for low in before)):
                found.append(one)
    return found


def _is_compared(one: Dated, passage: Passage, page: Page) -> bool:
    """Whether a stretch of time is only what another is compared with: "чем за тот же период прошлого года"."""
    than = lexicons.words(page.language, "links", "than")
    return any(word.low in than for word in [word for word in passage.words if word.end <= one.start][-_THAN:])


def _is_counted(event: Happening) -> bool:
    """Whether it happened to a number of people."""
    return bool(event.subjects) and all(party.person is None and party.number == "p" for party in event.subjects)
