"""Whom a reading has named so far: it goes through the text once, in order, and remembers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atleast.source.characters import plain
from atleast.statement.english import lexicons
from atleast.statement.english.bodies import Bodies
from atleast.statement.english.grammar import SUBJECTS, phrase, row
from atleast.statement.english.names import Mention, Names, Person
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_LONGEST_PHRASE = 200
_ARTICLE_AND_NOUN = 2
_HYPHENS = ("-", "‑")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in a role: a name in full, or a noun phrase of the text."""

    name: str
    person: Person | None = None
    plural: bool = False
    noun: str = ""
    """The base form of the noun that heads a phrase; empty for a name."""


@dataclass(slots=True)
class Discourse:
    """The page, its names, and whom it told of last."""

    page: Page
    names: Names
    speaker: Party | None = None
    """Who spoke last."""
    person: Person | None = None
    """Whom the last sentence that names somebody is about."""
    recent: dict[Person, None] = field(default_factory=dict)
    """The persons named, the last one last."""
    group: tuple[Party, ...] = ()
    """Those last told of together."""
    affected: dict[Person, None] = field(default_factory=dict)
    """Whom events happened to, in order."""
    somebody: Party | None = None
    """A person without a name whom the last sentence is about: "her mother"."""
    me: Party | None = None
    """Who says "I" outside of quotations: in a turn, in a letter."""
    body: Party | None = None
    """The organisation, office or document that was last a subject."""
    bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self.bodies = Bodies.of(self.page, self.names)

    def finish_sentence(self, passage: Passage, number: int, subjects: Sequence[Party]) -> None:
        """Remember whom a sentence named; `subjects` are those its events happened to."""
        low, high = passage.tree.sentences[number]
        mentions = self.names.within(passage, low, high - 1)
        for mention in mentions:
            self.recent.pop(mention.person, None)
            self.recent[mention.person] = None
        leading = [mention for mention in mentions if is_subject(passage, mention)]
        told = leading or [mention for mention in mentions if passage.quotation_at(mention.start, mention.end) is None]
        if told:
            self.person = told[0].person
        persons = [party for party in subjects if party.person is not None]
        self.affected.update(dict.fromkeys(party.person for party in persons if party.person is not None))
        self._note_body(passage, low, high)
        self._note_somebody(passage, low, high, leading)
        together = self._subjects_together(passage, leading)
        if together:
            self.group = together
        elif len(persons) > 1:
            self.group = tuple(persons)
        elif len(subjects) == 1 and subjects[0].plural:
            self.group = tuple(subjects)

    def party(self, mention: Mention) -> Party:
        """The person of a name."""
        return Party(mention.person.name, mention.person)

    def phrase(self, word: Word, passage: Passage) -> Party | None:
        """A noun phrase as it stands; None where there is no text in it."""
        start, end = phrase(word, passage.tree)
        if self.page.text[start - 1 : start] in _HYPHENS:
            start = min(
                (one.start for one in passage.tree.words if one.end >= start - 1 and one.index < word.index),
                default=start,
            )
        text = _without_half_quotation(" ".join(self.page.text[start : min(end, start + _LONGEST_PHRASE)].split()))
        plural = word.tag in ("NNS", "NNPS") or word.pos in ("PRON", "NUM")
        return Party(text, None, plural, word.lemma) if text else None

    def in_full(self, party: Party, word: Word) -> Party:
        """A body by the full name that the text gives it elsewhere; everybody else as they are."""
        named = word.pos == "PROPN" and word.entity not in ("GPE", "LOC", "NORP")
        bare = (
            word.tag == "NN" and len(party.name.split()) == _ARTICLE_AND_NOUN and party.name.lower().startswith("the ")
        )
        if party.person is not None or party.plural or not (named or bare):
            return party
        full = self.bodies.in_full(party.name, noun=word.lemma if bare else "")
        return Party(full, None, party.plural, party.noun) if full is not None else party

    def row_of_names(self, passage: Passage, mention: Mention) -> tuple[Party, ...]:
        """The persons named in one row that begins with a name; empty for a name alone."""
        for word in passage.tree.words[mention.first : mention.last + 1]:
            named = [found for item in row(word) if (found := self.names.at(passage, item)) is not None]
            if len(named) > 1:
                return tuple(self.party(one) for one in named)
        return ()

    def _subjects_together(self, passage: Passage, leading: Sequence[Mention]) -> tuple[Party, ...]:
        return next((together for mention in leading if (together := self.row_of_names(passage, mention))), ())

    def _note_somebody(self, passage: Passage, low: int, high: int, leading: Sequence[Mention]) -> None:
        """A sentence whose first subject is a person without a name is about that person; a pronoun leaves it as it was."""
        subjects = (word for word in passage.tree.words[low:high] if word.dep in SUBJECTS and word.pos != "PRON")
        first = next((word for word in subjects if passage.quotation_at(word.start, word.end) is None), None)
        if first is None or (leading and leading[0].first <= first.index):
            self.somebody = self.somebody if first is None else None
            return
        called = self.names.called.get(first.lemma, [])
        unnamed = first.tag == "NN" and first.lemma in lexicons.values("people") and len(called) != 1
        named_beside = self.names.within(passage, first.index, first.index + 1)
        self.somebody = self.phrase(first, passage) if unnamed and not named_beside else None

    def _note_body(self, passage: Passage, low: int, high: int) -> None:
        for word in passage.tree.words[low:high]:
            if word.dep not in SUBJECTS or not word.is_noun or word.tag not in ("NN", "NNP"):
                continue
            somebody = self.names.at(passage, word) is not None or word.lemma in lexicons.values("people")
            if not somebody and passage.quotation_at(word.start, word.end) is None:
                self.body = self.phrase(word, passage) or self.body
            return


def _without_half_quotation(text: str) -> str:
    """A phrase up to a quotation that does not end in it; nothing of a phrase that begins inside of one."""
    plain_text = plain(text)
    if plain_text.count('"') % 2 == 0:
        return text
    if "“" not in text and "”" in text:
        return ""
    before = text[: plain_text.rindex('"')].strip()
    return before if " " in before else text


def is_subject(passage: Passage, mention: Mention) -> bool:
    """Whether a name stands as the subject of a clause outside of an utterance."""
    if passage.quotation_at(mention.start, mention.end) is not None:
        return False
    return any(word.dep in SUBJECTS for word in passage.tree.words[mention.first : mention.last + 1])
