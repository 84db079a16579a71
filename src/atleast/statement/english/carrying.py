"""What one telling gives to the next: the day, the court and the place that a text says once of several sentences.

Three things go together. The parts of one ruling ("A got five years, B was fined", "the verdict"); the steps of one scene ("on
4 June she was seized. They put her on the floor"); and the same event told again ("his arrest"). What is told of another time,
or in another tense, is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from atleast.model.words import EventType
from atleast.statement.english.affected import ACTS
from atleast.statement.english.events import Happening
from atleast.statement.english.tenses import Tense, tense_of
from atleast.statement.english.tree import Word

_RULINGS = frozenset({EventType.SENTENCE, EventType.FINE})
_OF_A_SCENE = frozenset(
    {EventType.ARREST, EventType.SEARCH, EventType.ILL_TREATMENT, EventType.TORTURE, EventType.KILLING, EventType.RELEASE,
     EventType.DEPORTATION, EventType.PROTEST}
)  # fmt: skip
_ONCE = frozenset(
    {EventType.ARREST, EventType.SEARCH, EventType.RELEASE, EventType.KILLING, EventType.DISAPPEARANCE, EventType.DEPORTATION,
     EventType.DISMISSAL, EventType.DEATH_IN_CUSTODY, EventType.LIQUIDATION, EventType.TRANSFER, EventType.SENTENCE}
)  # fmt: skip
"""What befalls somebody once in most texts: a noun for it ("her arrest") is the one that is told of elsewhere."""
_OF_SOMEBODY = _ONCE | {
    EventType.CHARGE,
    EventType.TRIAL,
    EventType.FINE,
    EventType.APPEAL,
    EventType.PARDON,
    EventType.PROTEST,
}
_OF_NOBODY = frozenset({EventType.ELECTION, EventType.INVOCATION})
_IN_PRISON = frozenset(
    {EventType.DEATH_IN_CUSTODY, EventType.DENIAL_OF_MEDICAL_CARE, EventType.ILL_TREATMENT, EventType.TORTURE,
     EventType.SOLITARY_CONFINEMENT}
)  # fmt: skip
_GOING_ON = frozenset({"serve", "spend", "languish", "be", "term"})
_OTHER_TIME = frozenset(
    {
        "later",
        "earlier",
        "previously",
        "since",
        "before",
        "after",
        "again",
        "ago",
        "now",
        "already",
        "next",
        "following",
    }
)
_SOON_AFTER = frozenset({"hours", "hour", "evening", "day", "questioning"})
_NEAR = 12
"""How many events back the beginning of a scene or a ruling may lie."""
_FAR = 60
_A_DAY = 10
"""How many characters an EDTF day has."""


def carry(events: Sequence[Happening]) -> None:
    """Give each event what it lacks of day, place, facility and authority, from the telling that it goes on from."""
    for event in events:
        _name_those_of_clause(event, events)
    for number, event in enumerate(events):
        before = events[max(0, number - _FAR) : number]
        for source, gives in _sources(event, before, events[number + 1 : number + _FAR]):
            gives(event, source)


def _name_those_of_clause(event: Happening, events: Sequence[Happening]) -> None:
    """ "Convicted after a closed trial", "held on espionage charges": those of the event in whose clause it stands."""
    noun = event.told.word
    if noun.is_verb or event.subjects or event.type not in _OF_SOMEBODY or noun.dep != "pobj":
        return
    above = noun.head.head if noun.head.head.is_verb else noun.head.head.head.head
    suits = (one for one in events if one.passage is event.passage and one.told.word is above)
    governing = (one for one in suits if one.type not in ACTS)
    event.subjects = next((one.subjects for one in governing), ())


def _sources(
    event: Happening, before: Sequence[Happening], after: Sequence[Happening]
) -> Iterator[tuple[Happening, Callable[[Happening, Happening], None]]]:
    ruling = _first(before[-_NEAR:], lambda other: _is_same_ruling(event, other))
    if ruling is None and not any(other.type in _RULINGS for other in before):
        ruling = next(
            (other for other in after[:_NEAR] if other.date is not None and _is_same_ruling(other, event)), None
        )
    if ruling is not None:
        yield ruling, _give_court
    scene = next(iter(reversed(before)), None)
    if scene is not None and _is_same_scene(event, scene):
        yield scene, _give_scene
    beside = _first(before[-_NEAR:], lambda other: _is_beside(event, other)) or _first(
        after[:2], lambda other: _is_beside(event, other)
    )
    if beside is not None:
        yield beside, _give_place
    again = _first(before, lambda other: _is_same_event(event, other)) or _first(
        list(reversed(after)), lambda other: _is_same_event(event, other)
    )
    if again is not None:
        yield again, _give_all


def _first(events: Sequence[Happening], suits: Callable[[Happening], bool]) -> Happening | None:
    """The nearest one before that suits, one with a date first."""
    suited = [other for other in reversed(events) if suits(other)]
    return next((other for other in suited if other.date is not None), suited[0] if suited else None)


def _is_same_ruling(event: Happening, other: Happening) -> bool:
    """Whether two verdicts or fines are of one sitting of a court."""
    if (
        event.type not in _RULINGS
        or other.type not in _RULINGS
        or not (_is_handed_down(event) and _is_handed_down(other))
    ):
        return False
    if (
        event.penalty
        and other.penalty
        and event.type is other.type
        and _share_somebody(event, other)
        and event.penalty != other.penalty
    ):
        return False
    apart = event.date is not None and other.date is not None and event.date != other.date
    courts = event.authority is not None and other.authority is not None and event.authority != other.authority
    near = _is_next_of_row(event, other) and tense_of(event.told.word) is not Tense.PLUPERFECT
    return not apart and not courts and (near or _share_somebody(event, other))


def _is_next_of_row(event: Happening, other: Happening) -> bool:
    """ "Korin got ten years, Marozava seven": named persons of one paragraph, with no other court between."""
    if event.passage is not other.passage or event.authority is not None:
        return False
    named = all(party.person is not None for party in event.subjects)
    return named or event.told.word.sentence == other.told.word.sentence


def _is_handed_down(event: Happening) -> bool:
    return event.told.word.lemma not in _GOING_ON


def _is_same_scene(event: Happening, other: Happening) -> bool:
    """Whether an event is the next step of what was told just before it, in the same paragraph and tense."""
    if event.passage is not other.passage or not {event.type, other.type} <= _OF_A_SCENE or other.date is None:
        return False
    if len(other.date.edtf) != _A_DAY or event.date is not None or event.told.denied:
        return False
    if not event.told.word.is_verb or tense_of(event.told.word) not in (Tense.PAST, Tense.PRESENT):
        return False
    if other.told.word.is_verb and tense_of(other.told.word) is not tense_of(event.told.word):
        return False
    words = {word.lower for word in _clause(event)}
    if event.type is EventType.RELEASE and not words & _SOON_AFTER:
        return False
    return not words & _OTHER_TIME and (not event.subjects or _share_somebody(event, other))


def _is_beside(event: Happening, other: Happening) -> bool:
    """ "Died in prison after being refused a doctor": what befell somebody in one place."""
    return event.passage is other.passage and {event.type, other.type} <= _IN_PRISON and _share_somebody(event, other)


def _clause(event: Happening) -> Sequence[Word]:
    word = event.told.word
    return event.passage.tree.words[word.first : word.last + 1]


def _is_same_event(event: Happening, other: Happening) -> bool:
    """Whether an event is told of again: by a noun, or as the one thing of its kind."""
    if event.type is not other.type or event.told.denied is not other.told.denied:
        return False
    if event.type in _OF_NOBODY:
        return event.told.word.is_noun and other.date is not None
    retold = event.told.word.is_noun or event.type in (
        EventType.DEATH_IN_CUSTODY,
        EventType.KILLING,
        EventType.DISAPPEARANCE,
    )
    return event.type in _ONCE and retold and _share_somebody(event, other) and _is_handed_down(other)


def _share_somebody(event: Happening, other: Happening) -> bool:
    mine = {party.name for party in event.subjects}
    return bool(mine & {party.name for party in other.subjects})


def _give_court(event: Happening, other: Happening) -> None:
    event.date = event.date or other.date
    event.authority = event.authority or other.authority
    event.place = event.place or other.place


def _give_scene(event: Happening, other: Happening) -> None:
    event.date = event.date or other.date
    if event.place is None and event.facility is None:
        event.place, event.facility = other.place, other.facility
    if event.type is not EventType.RELEASE:
        event.authority = event.authority or other.authority


def _give_place(event: Happening, other: Happening) -> None:
    if event.place is None and event.facility is None:
        event.place, event.facility = other.place, other.facility


def _give_all(event: Happening, other: Happening) -> None:
    if event.date is not None and other.date is not None and event.date.edtf != other.date.edtf:
        return
    event.date = event.date or other.date
    event.authority = event.authority or other.authority
    event.place = event.place or other.place
    event.facility = event.facility or other.facility
