"""Events of a paragraph, with their roles filled from the clause and from what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.statement import Event, When
from atleast.model.words import EventType, Ground
from atleast.statement.english import circumstances
from atleast.statement.english.affected import ACTS, actor_of_verb
from atleast.statement.english.affected_nouns import actor_of_noun
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import own_subject, phrase
from atleast.statement.english.lists import row_of
from atleast.statement.english.matching import Told
from atleast.statement.english.names import Mention, Names
from atleast.statement.english.page import Passage
from atleast.statement.english.places import place_and_facility
from atleast.statement.english.references import parties
from atleast.statement.english.tree import Word

_OF_A_CASE = frozenset(
    {EventType.ARREST, EventType.CHARGE, EventType.TRIAL, EventType.SENTENCE, EventType.FINE, EventType.APPEAL, EventType.RELEASE,
     EventType.DEATH_IN_CUSTODY, EventType.PARDON, EventType.TRANSFER}
)  # fmt: skip
_FOLLOW_A_CASE = frozenset(
    {EventType.CHARGE, EventType.TRIAL, EventType.SENTENCE, EventType.FINE, EventType.APPEAL, EventType.ARREST}
)
_OF_ALL = frozenset({"verdict"})
"""Nouns for the whole of what a court decided, about everybody."""
_FINITE = ("VBD", "VBZ", "VBP")
_RECENT = 60
"""How many events back "the verdict" may go."""
_LONGEST_APPOSITION = 16
_HEAD_OF_ENTRY = 2
"""How many words may stand before the name that heads an entry: a number and its full stop."""


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
    place, facility = place_and_facility(told, passage, discourse)
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
    if told.implied or (not told.affected and is_entry(passage, discourse.names)):
        return _heads_entry(passage, discourse)
    for word in map(_with_others, told.affected):
        named = _named_before_who(word, told, passage, discourse.names)
        if named is not None:
            found.append(discourse.party(named))
        else:
            found += parties(word, passage, discourse, speaker=speaker, before=_end_of_antecedent(word, told))
    is_verdict = told.trigger.type in (EventType.SENTENCE, EventType.FINE) and told.word.is_verb
    if is_verdict and any(party.person for party in found):
        found += _gapped(told, passage, discourse)
    return tuple(dict.fromkeys(found))


def _with_others(word: Word) -> Word:
    """ "A, B and others who died": the whole row."""
    first = word
    while first.dep == "conj" and word.lower == "others" and first.head.is_noun:
        first = first.head
    return first


def is_entry(passage: Passage, names: Names) -> bool:
    """ "KORIN Vasil, born 1984. Arrested on 3 May.": a paragraph about the name at its head, whose sentences lack a subject."""
    first = next(iter(names.mentions[passage.number]), None)
    if first is None or first.first > _HEAD_OF_ENTRY:
        return False
    openings = (passage.tree.words[low] for low, high in passage.tree.sentences[1:] if low < high)
    return any(word.tag in ("VBN", "VBD") and own_subject(word) is None for word in openings)


def _heads_entry(passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """Whom an entry without subjects is about: the names that head its paragraph, or whom the page told of last."""
    first = next(iter(discourse.names.mentions[passage.number]), None)
    if first is not None and first.first <= _HEAD_OF_ENTRY:
        return tuple(discourse.party(mention) for mention in row_of(first, passage, discourse.names))
    return (Party(discourse.person.name, discourse.person),) if discourse.person is not None else ()


def _named_before_who(word: Word, told: Told, passage: Passage, names: Names) -> Mention | None:
    """ "Fourteen prisoners, including our citizen Vasil Korin, who had been held": "who" is the name right before it."""
    clause = told.word
    while clause.dep == "conj" and clause.head.is_verb:
        clause = clause.head
    if clause.dep != "relcl" or clause.head is not word:
        return None
    who = next(
        (child for child in clause.children_by("nsubj", "nsubjpass", "dobj") if child.lower in ("who", "whom")), None
    )
    words = passage.tree.words
    if who is None or who.index < 2 or words[who.index - 1].text != ",":
        return None
    mention = names.at(passage, words[who.index - 2])
    alone = mention is not None and mention.first > 0 and words[mention.first - 1].lower not in ("and", ",", "&")
    single = (
        any(child.tag == "VBZ" or child.lower in ("was", "has") for child in clause.children) or who.head.tag == "VBZ"
    )
    return mention if mention is not None and (alone or single) and names.at(passage, word) is not mention else None


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
    clause = len(after) > 1 and after[1].lower in ("who", "whose")
    for index, word in enumerate(after[:_LONGEST_APPOSITION]):
        following = after[index + 1 : index + 3]
        if (
            index
            and word.text == ","
            and [one.pos for one in following[:1]] == ["NUM"]
            and following[-1].lemma in ("year", "month", "day")
        ):
            return True
        if (word.is_verb and not clause) or word.text == ";":
            return False
        if word.lower == "to":
            return index + 1 < len(after) and after[index + 1].pos == "NUM"
    return False


def _of_the_case(told: Told, before: Sequence[Happening]) -> tuple[Party, ...]:
    """ "The verdict" is that of whom the first sentence was told of; "the charges" those of the case."""
    same = [one for one in before if one.type is told.trigger.type and one.subjects]
    if told.word.lemma in _OF_ALL:
        return tuple(dict.fromkeys(party for one in same for party in one.subjects if party.person is not None)) or (
            same[-1].subjects if same else ()
        )
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
