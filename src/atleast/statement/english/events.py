"""Events of a paragraph, with their roles filled from the clause and from what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.statement import Event, When
from atleast.model.words import EventType, Ground
from atleast.statement.english import circumstances
from atleast.statement.english.affected import ACTS, actor_of_noun, actor_of_verb
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import phrase
from atleast.statement.english.matching import Told
from atleast.statement.english.page import Passage
from atleast.statement.english.references import parties
from atleast.statement.english.tree import Word

_OF_A_CASE = frozenset(
    {EventType.ARREST, EventType.CHARGE, EventType.TRIAL, EventType.SENTENCE, EventType.FINE, EventType.APPEAL, EventType.RELEASE,
     EventType.DEATH_IN_CUSTODY, EventType.PARDON, EventType.TRANSFER}
)  # fmt: skip
_FOLLOW_A_CASE = frozenset(
    {EventType.CHARGE, EventType.TRIAL, EventType.SENTENCE, EventType.FINE, EventType.APPEAL, EventType.ARREST}
)
_FINITE = ("VBD", "VBZ", "VBP")
_RECENT = 60
"""How many events back "the verdict" may go."""
_LONGEST_APPOSITION = 16


@dataclass(slots=True, eq=False)
class Happening:
    """An event on its way to a statement: roles may still be filled from where the text tells it again."""

    told: Told
    passage: Passage
    type: EventType
    subjects: tuple[Party, ...]
    authority: str | None
    facility: str | None
    place: str | None
    article: tuple[str, ...]
    penalty: str | None
    grounds: tuple[Ground, ...]
    date: When | None = None

    def content(self) -> Event:
        """The record."""
        return Event(
            type=self.type,
            subject=tuple(party.name for party in self.subjects),
            persons=tuple(party.name for party in self.subjects if party.person is not None),
            authority=self.authority,
            facility=self.facility,
            place=self.place,
            date=self.date,
            article=self.article,
            penalty=self.penalty,
            grounds=self.grounds,
        )


def happening(
    told: Told, passage: Passage, discourse: Discourse, speaker: Party | None, before: Sequence[Happening]
) -> Happening:
    """One event with its roles. `speaker` is who says "I" where it stands; `before` are the events told so far."""
    subjects = _subjects(told, passage, discourse, speaker)
    if not subjects and told.trigger.type in _OF_A_CASE and told.word.is_noun and _is_definite(told):
        subjects = _of_the_case(told, before[-_RECENT:])
    if not subjects and told.trigger.type is EventType.SEARCH:
        subjects = _just_told_of(passage, before[-_RECENT:])
    place, facility = circumstances.place_and_facility(told, passage, discourse)
    article, penalty = circumstances.law(told, passage, discourse.page)
    return Happening(
        told,
        passage,
        told.trigger.type,
        subjects,
        _authority(told, passage, discourse),
        facility,
        place,
        article,
        penalty,
        circumstances.grounds(told, passage, discourse.page),
    )


def _subjects(told: Told, passage: Passage, discourse: Discourse, speaker: Party | None) -> tuple[Party, ...]:
    found: list[Party] = []
    for word in told.affected:
        found += parties(word, passage, discourse, speaker=speaker, before=_end_of_antecedent(word, told))
    is_verdict = told.trigger.type in (EventType.SENTENCE, EventType.FINE) and told.word.is_verb
    if is_verdict and any(party.person for party in found):
        found += _gapped(told, passage, discourse)
    return tuple(dict.fromkeys(found))


def _end_of_antecedent(word: Word, told: Told) -> int | None:
    """ "A, who fled, and B": a relative clause is about what stands before it."""
    verb = told.word
    return verb.index if verb.is_verb and verb.dep == "relcl" and verb.head is word else None


def _gapped(told: Told, passage: Passage, discourse: Discourse) -> list[Party]:
    """ "A was given nine years, B seven and C eight"; "sentenced A to ten years and B, an editor, to seven"."""
    words = passage.tree.words
    _, high = passage.tree.sentences[told.word.sentence]
    found: list[Party] = []
    for mention in discourse.names.within(passage, told.word.index + 1, high - 1):
        if any(word.is_verb and word.tag in _FINITE for word in words[told.word.index + 1 : mention.first]):
            break
        if _has_own_number(words[mention.last + 1 : high]):
            found.append(Party(mention.person.name, mention.person))
    return found


def _has_own_number(after: Sequence[Word]) -> bool:
    """Whether a name is followed by its number: "B seven", "B to seven", "B, an editor, to seven"."""
    if not after:
        return False
    if after[0].text != ",":
        number = after[1] if after[0].lower == "to" and len(after) > 1 else after[0]
        return number.pos == "NUM"
    for index, word in enumerate(after[:_LONGEST_APPOSITION]):
        if word.is_verb or word.text == ";":
            return False
        if word.lower == "to":
            return index + 1 < len(after) and after[index + 1].pos == "NUM"
    return False


def _of_the_case(told: Told, before: Sequence[Happening]) -> tuple[Party, ...]:
    """ "The verdict" is that of whom the first sentence was told of; "the charges" those of the case."""
    same = [one for one in before if one.type is told.trigger.type and one.subjects]
    if same:
        return next((one for one in same if any(party.person for party in one.subjects)), same[-1]).subjects
    case = [one for one in before if one.type in _OF_A_CASE and any(party.person for party in one.subjects)]
    if not case or told.trigger.type not in _FOLLOW_A_CASE:
        return ()
    verdicts = [one for one in case if one.type is EventType.SENTENCE] or case[-1:]
    return tuple(dict.fromkeys(party for one in verdicts for party in one.subjects if party.person is not None))


def _just_told_of(passage: Passage, before: Sequence[Happening]) -> tuple[Party, ...]:
    """ "Officers searched the flat": that of the person whom the paragraph has last told of."""
    for one in reversed(before):
        persons = tuple(party for party in one.subjects if party.person is not None)
        if one.passage is passage and persons:
            return persons
    return ()


def _is_definite(told: Told) -> bool:
    """ "The verdict", "the charges", "these charges": one that was told of; not "arrests" of any kind."""
    noun = told.word
    many = noun.tag == "NNS" and told.trigger.type is not EventType.CHARGE
    if many or noun.child("nummod") is not None:
        return False
    return any(child.dep == "det" and child.lower in ("the", "this", "these") for child in noun.children)


def _authority(told: Told, passage: Passage, discourse: Discourse) -> str | None:
    word = actor_of_verb(told.word, told.trigger) if told.word.is_verb else actor_of_noun(told.word, told.trigger)
    if word is None or told.trigger.type in ACTS or word in told.affected:
        return None
    mention = discourse.names.at(passage, word)
    if mention is not None:
        return mention.person.name
    if word.pos == "PRON":
        return None
    start, end = phrase(word, passage.tree)
    return " ".join(discourse.page.text[start:end].split()) or None
