"""The events of a whole page together: what a noun has from the verb beside it, which stand, and who the unnamed are."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.words import EventType
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.circumstances import Calendar
from atleast.statement.slavic.dating import carry_dates
from atleast.statement.slavic.happenings import Happening
from atleast.statement.slavic.letters import look_up_form
from atleast.statement.slavic.page import Page
from atleast.statement.slavic.parties import ACTS, BODIES
from atleast.statement.slavic.references import Party

_IN_CUSTODY = frozenset(
    {
        EventType.ARREST,
        EventType.SENTENCE,
        EventType.TRANSFER,
        EventType.SOLITARY_CONFINEMENT,
        EventType.DENIAL_OF_MEDICAL_CARE,
        EventType.DEATH_IN_CUSTODY,
    }
)


def share(events: Sequence[Happening]) -> None:
    """A noun beside a verb is about the same people: "паводле памілавання вызвалілі 258 палітвязняў"."""
    for event in events:
        if not event.trigger.is_noun or event.type not in _BESIDE_VERB:
            continue
        beside = next(
            (
                one
                for one in events
                if not one.trigger.is_noun and one.subjects and one.trigger.word.segment == event.trigger.word.segment
            ),
            None,
        )
        if beside is not None:
            event.subjects = event.subjects or beside.subjects
            event.date, event.place = event.date or beside.date, event.place or beside.place


def is_idle(event: Happening) -> bool:
    """Whether an event says nothing: a step of nobody's case ("после освобождения"), or a denial about nobody."""
    if event.subjects:
        return False
    if event.denied and not event.trigger.is_noun and event.type in _PERSONAL | {EventType.TRIAL}:
        return not _denies_all(event)
    if event.type not in _PERSONAL:
        return False
    if not event.trigger.is_noun:
        return False
    if _is_general(event):
        return True
    return event.trigger.form.number != "p" and event.type not in _ABUSES


def _is_general(event: Happening) -> bool:
    """ "По числу задержаний", "при задержаниях": what is spoken of in general."""
    index = event.trigger.word.index
    words = event.passage.words[max(event.sentence.first, index - 2) : index]
    heads = lexicons.words(event.language, "links", "general")
    return event.date is None and any(word.low in heads for word in words)


def _denies_all(event: Happening) -> bool:
    """Whether the sentence denies that there was any: "никаких дел не возбуждалось"."""
    none = lexicons.words(event.language, "unreal", "none")
    return any(word.low in none for word in event.passage.words_of(event.sentence))


_ABUSES = frozenset(
    {
        EventType.TORTURE,
        EventType.ILL_TREATMENT,
        EventType.DISAPPEARANCE,
        EventType.INCOMMUNICADO,
        EventType.DEPORTATION,
        EventType.KILLING,
    }
)
"""What is told of in general and still is an event: "пытки", "насильственные исчезновения"."""
_BESIDE_VERB = frozenset(
    {EventType.PARDON, EventType.SEARCH, EventType.TRIAL, EventType.SOLITARY_CONFINEMENT, EventType.TRANSFER}
)
_PERSONAL = frozenset(EventType) - ACTS - BODIES - {
    EventType.ELECTION,
    EventType.PROTEST,
    EventType.PARDON,
    EventType.TRIAL,
} | {EventType.SEARCH}


def settle(events: list[Happening], page: Page, calendar: Calendar) -> list[Happening]:
    """The events that stand once the whole page is read: deaths only of prisoners, and what is told again with its date."""
    prison = lexicons.stems(page.language, "unreal", "prison")
    held = {
        party
        for event in events
        if event.type in _IN_CUSTODY - {EventType.DEATH_IN_CUSTODY}
        for party in event.subjects
    }
    kept = []
    for event in events:
        if is_idle(event):
            continue
        if "prison" in event.trigger.entry.needs:
            near = any(word.low.startswith(stem) for word in event.passage.words_of(event.sentence) for stem in prison)
            if not near and not held & set(event.subjects):
                continue
        kept.append(event)
    _name_the_unnamed(kept)
    _name_the_group(kept, page)
    carry_dates(kept, page, calendar)
    return kept


def _name_the_group(events: Sequence[Happening], page: Page) -> None:
    """ "Пятерых жителей приговорили … Ивану дали три года, Анне …": a group is those who are named, where the number agrees."""
    for number, event in enumerate(events):
        size = _size(event, page)
        if size is None:
            continue
        named: dict[Party, None] = {}
        for one in events[number + 1 :]:
            if one.type is event.type and all(party.person for party in one.subjects):
                named.update(dict.fromkeys(one.subjects))
                if len(named) >= size:
                    break
        if len(named) == size:
            group = event.subjects
            for one in events:
                if one.subjects == group:
                    one.subjects = tuple(named)


def _size(event: Happening, page: Page) -> int | None:
    """How many people a group of two to twelve is said to be, where it is all that an event happened to."""
    if len(event.subjects) != 1 or event.subjects[0].person is not None or event.subjects[0].number != "p":
        return None
    first = look_up_form(event.subjects[0].name.split()[0], page.language)
    entry = lexicons.entries(page.language, "numbers").get(first)
    told = (
        int(first)
        if first.isdigit()
        else int(entry.extra.get("number", "0"))
        if entry and entry.value == "number"
        else 0
    )
    return told if 1 < told <= _MOST_NAMED else None


_MOST_NAMED = 12


def _name_the_unnamed(events: Sequence[Happening]) -> None:
    """A lead without a name ("a political prisoner died") is answered by the next event of its type that has one."""
    for number, event in enumerate(events):
        if (
            len(event.subjects) != 1
            or event.subjects[0].person is not None
            or event.subjects[0].number != "s"
            or event.type in ACTS | BODIES
        ):
            continue
        later = next((one for one in events[number + 1 : number + 4] if one.type is event.type), None)
        if (
            later is None
            or len(later.subjects) != 1
            or later.subjects[0].person is None
            or later.passage.number - event.passage.number > 1
        ):
            continue
        unnamed = event.subjects
        for other in events:
            if other.subjects == unnamed and other.sentence is event.sentence:
                other.subjects = later.subjects
