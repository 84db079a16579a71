"""Events of a paragraph, with their roles filled from the clause and from what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atleast.model.statement import Event, When
from atleast.model.words import EventType
from atleast.statement.english import circumstances
from atleast.statement.english.affected import ACTS, actor_of_noun, actor_of_verb
from atleast.statement.english.circumstances import Calendar
from atleast.statement.english.grammar import phrase
from atleast.statement.english.matching import Told
from atleast.statement.english.page import Passage
from atleast.statement.english.references import Discourse, Party
from atleast.statement.english.tree import Word

_OF_A_CASE = frozenset(
    {EventType.ARREST, EventType.CHARGE, EventType.TRIAL, EventType.SENTENCE, EventType.FINE, EventType.APPEAL, EventType.RELEASE,
     EventType.DEATH_IN_CUSTODY, EventType.PARDON, EventType.TRANSFER}
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Happening:
    """An event on its way to a statement: roles may still be filled from where the text tells it again."""

    told: Told
    passage: Passage
    type: EventType
    subjects: tuple[Party, ...]
    authority: str | None = None
    facility: str | None = None
    place: str | None = None
    date: When | None = None
    article: tuple[str, ...] = ()
    penalty: str | None = None
    grounds: tuple[object, ...] = field(default=())

    def content(self) -> Event:
        """The record."""
        return Event(
            self.type,
            tuple(party.name for party in self.subjects),
            tuple(party.name for party in self.subjects if party.person is not None),
            self.authority,
            self.facility,
            self.place,
            self.date,
            self.article,
            self.penalty,
            self.grounds,  # type: ignore[arg-type]
        )


def happening(
    told: Told,
    passage: Passage,
    discourse: Discourse,
    date: When | None,
    speaker: Party | None,
    before: Sequence[Happening],
) -> Happening:
    """One event with its roles. `speaker` is who says "I" where it stands; `before` are the events told so far."""
    page, names = discourse.page, discourse.names
    subjects = _subjects(told, passage, discourse, speaker)
    if not subjects and told.word.is_noun and told.trigger.type in _OF_A_CASE and _is_definite(told):
        subjects = _of_the_case(told, before)
    place, facility = circumstances.place_and_facility(told, passage, page, names)
    article, penalty = circumstances.law(told, passage, page)
    return Happening(
        told,
        passage,
        told.trigger.type,
        subjects,
        _authority(told, passage, discourse),
        facility,
        place,
        date,
        article,
        penalty,
        circumstances.grounds(told, passage, page),
    )


def _subjects(told: Told, passage: Passage, discourse: Discourse, speaker: Party | None) -> tuple[Party, ...]:
    found: list[Party] = []
    for word in told.affected:
        found.extend(discourse.parties(word, passage, speaker=speaker, before=_end_of_antecedent(word, told)))
    if (
        told.trigger.type in (EventType.SENTENCE, EventType.FINE)
        and told.word.is_verb
        and any(party.person for party in found)
    ):
        found.extend(_gapped(told, passage, discourse))
    return tuple(dict.fromkeys(found))


def _end_of_antecedent(word: Word, told: Told) -> int | None:
    """ "A, who fled, and B": a relative clause is about what stands before it."""
    verb = told.word
    return verb.index if verb.is_verb and verb.dep == "relcl" and verb.head is word else None


def _gapped(told: Told, passage: Passage, discourse: Discourse) -> list[Party]:
    """ "A was given nine years, B seven and C eight"; "sentenced A to ten years and B, an editor, to seven"."""
    words = passage.tree.words
    _, high = passage.tree.sentences[told.word.sentence]
    found = []
    for mention in discourse.names.within(passage, told.word.index + 1, high - 1):
        if any(
            word.is_verb and word.tag in ("VBD", "VBZ", "VBP") for word in words[told.word.index + 1 : mention.first]
        ):
            break
        index = mention.last + 1
        if index < high and words[index].text == ",":
            while (
                index < high
                and words[index].lower != "to"
                and not words[index].is_verb
                and words[index].text != ";"
                and index - mention.last < 16
            ):
                index += 1
        elif index < high and words[index].lower == "to":
            pass
        elif not (index < high and words[index].pos == "NUM"):
            continue
        if index < high and words[index].lower == "to":
            index += 1
        if index < high and words[index].pos == "NUM" and index > mention.last:
            found.append(Party(mention.person.name, mention.person))
    return found


def _of_the_case(told: Told, before: Sequence[Happening]) -> tuple[Party, ...]:
    """ "The verdict" is that of whom the last sentence was told of; "the charges" those of the case."""
    same = [one for one in before if one.type is told.trigger.type and one.subjects]
    if same:
        return next((one for one in same if any(party.person for party in one.subjects)), same[-1]).subjects
    case = [one for one in before if one.type in _OF_A_CASE and any(party.person for party in one.subjects)]
    if not case or told.trigger.type in (EventType.RELEASE, EventType.DEATH_IN_CUSTODY, EventType.TRANSFER):
        return ()
    verdicts = [one for one in case if one.type is EventType.SENTENCE] or case[-1:]
    return tuple(dict.fromkeys(party for one in verdicts for party in one.subjects if party.person is not None))


def _is_definite(told: Told) -> bool:
    """ "The verdict", "the charges", "these charges": one that was told of; not "arrests" of any kind."""
    noun = told.word
    if noun.tag == "NNS" and told.trigger.type is not EventType.CHARGE or noun.child("nummod") is not None:
        return False
    return any(child.dep == "det" and child.lower in ("the", "this", "these") for child in noun.children)


def _authority(told: Told, passage: Passage, discourse: Discourse) -> str | None:
    word: Word | None
    word = actor_of_verb(told.word, told.trigger) if told.word.is_verb else actor_of_noun(told.word, told.trigger)
    if word is None or told.trigger.type in ACTS or word in told.affected:
        return None
    if discourse.names.at(passage, word) is not None:
        return discourse.names.at(passage, word).person.name  # type: ignore[union-attr]
    if word.pos == "PRON":
        return None
    start, end = phrase(word, passage.tree)
    return " ".join(discourse.page.text[start:end].split()) or None


def tell_again(events: Sequence[Happening]) -> None:
    """Fill roles from where the same event is told more fully.

    A lead that counts people ("three members were sentenced") is answered by the next event of the type that names as many;
    an event of the same type and persons without a date has the date of the other.
    """
    for number, event in enumerate(events):
        _name_the_counted(event, events[number + 1 : number + 4])
    for number, event in enumerate(events):
        if event.date is None:
            event.date = _date_of_the_same(
                event, [*reversed(events[:number]), *events[number + 1 :]]
            ) or _date_of_the_verdict(event, events[:number])


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


def _name_the_counted(event: Happening, following: Sequence[Happening]) -> None:
    if len(event.subjects) != 1 or event.subjects[0].person is not None:
        return
    size = _SIZES.get(event.subjects[0].name.split(" ", 1)[0].lower())
    for later in following:
        persons = tuple(party for party in later.subjects if party.person is not None)
        if (
            later.type is event.type
            and size is not None
            and len(persons) == len(later.subjects) == size
            and later.passage.number - event.passage.number <= 1
        ):
            event.subjects = persons
            return


def _date_of_the_verdict(event: Happening, before: Sequence[Happening]) -> When | None:
    """ "B received nine years", "the verdict", after "on Friday a court sentenced A to ten": the same sitting, in the same paragraph."""
    word = event.told.word
    if event.type is not EventType.SENTENCE or not (word.is_noun or word.lemma in _HANDED_DOWN):
        return None
    for other in reversed(before):
        if other.passage is not event.passage:
            return None
        if other.type is EventType.SENTENCE and other.date is not None:
            return other.date
    return None


def _date_of_the_same(event: Happening, others: Sequence[Happening]) -> When | None:
    if event.type is EventType.SENTENCE and not (
        event.told.word.is_noun or event.told.word.lemma in _JUDGED and event.penalty is None
    ):
        return None
    if event.type not in (EventType.SENTENCE, EventType.DEATH_IN_CUSTODY):
        return None
    mine = {party.name for party in event.subjects if party.person is not None}
    for other in others:
        if other.type is event.type and other.date is not None and mine & {party.name for party in other.subjects}:
            return other.date
    return None
