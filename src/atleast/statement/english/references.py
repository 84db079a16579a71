"""Pronouns, roles and groups, taken to the names they stand for.

A reading goes through the text once, in order, and remembers whom it has named. "He" is the person last told of, of the
right pronoun; "they" and "the four" the group last told of, if it has that size; "the ambassador" the one person whom the
text calls so. What cannot be told with some certainty stays as it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import SUBJECTS, phrase, row
from atleast.statement.english.lists import listed_after, row_of
from atleast.statement.english.names import Mention, Names, Person
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.roles import note_role
from atleast.statement.english.tree import Word

_SINGULAR = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_PLURAL = frozenset({"they", "them", "their", "themselves", "both"})
_OWN = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_THING = frozenset({"it", "its", "itself"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "trio": 3,
            "pair": 2, "duo": 2, "couple": 2, "quartet": 4}  # fmt: skip
_LONGEST_PHRASE = 200


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in a role, as a name in full or a noun phrase of the text."""

    name: str
    person: Person | None = None
    plural: bool = False
    common: bool = False
    """Whether the name is a common noun phrase: "four journalists", "the court"."""


@dataclass(slots=True)
class Discourse:
    """Whom a reading has named so far."""

    page: Page
    names: Names
    speaker: Party | None = None
    """Who spoke last."""
    person: Person | None = None
    """Whom the last sentence that names somebody is about."""
    recent: list[Person] = field(default_factory=list)
    """The persons named, the last one first."""
    group: tuple[Party, ...] = ()
    """Those last told of together."""
    affected: list[Person] = field(default_factory=list)
    """Whom events happened to, in order."""
    body: Party | None = None
    """The organisation or office that was last a subject."""

    def parties(
        self, word: Word, passage: Passage, *, speaker: Party | None = None, before: int | None = None
    ) -> tuple[Party, ...]:
        """Those whom a noun phrase names, with what is coordinated with it (before a word's index, where one is given).

        `speaker` is who says "I" there.
        """
        found: list[Party] = []
        for item in row(word):
            if before is None or item.index < before:
                found.extend(self._party(item, passage, speaker))
        if before is None:
            self._add_listed(word, passage, found)
        return tuple(dict.fromkeys(found))

    def _add_listed(self, word: Word, passage: Passage, found: list[Party]) -> None:
        """The names that a row written out in the text adds to those that the parser joined; all of them stand for their number."""
        mention = self.names.at(passage, word)
        if mention is None and word.tag in ("NNS", "NNPS", "CD"):
            listed = listed_after(word, passage, self.names)
            if _size(word) == len(listed):
                found.clear()
        elif mention is not None:
            listed = row_of(mention, passage, self.names)
        else:
            return
        found.extend(Party(one.person.name, one.person) for one in listed)

    def parties_of_head(self, word: Word, passage: Passage, *, speaker: Party | None = None) -> tuple[Party, ...]:
        """Those whom one noun phrase names, without what is coordinated with it."""
        return self._party(word, passage, speaker)

    def finish_sentence(self, passage: Passage, number: int, subjects: Sequence[Party]) -> None:
        """Remember whom a sentence named; `subjects` are those its events happened to."""
        low, high = passage.tree.sentences[number]
        mentions = self.names.within(passage, low, high - 1)
        for mention in mentions:
            self._push(mention.person)
        leading = [mention for mention in mentions if _is_subject(passage, mention)]
        if leading:
            self.person = leading[0].person
        elif mentions:
            self.person = mentions[0].person
        persons = [party for party in subjects if party.person is not None]
        for party in persons:
            if party.person not in self.affected:
                self.affected.append(party.person)  # type: ignore[arg-type]
        self._note_body(passage, low, high)
        together = _subject_row(passage, low, high, self)
        if len(together) > 1:
            self.group = tuple(together)
        elif len(persons) > 1:
            self.group = tuple(persons)
        elif len(subjects) == 1 and subjects[0].plural:
            self.group = tuple(subjects)

    def _note_body(self, passage: Passage, low: int, high: int) -> None:
        for word in passage.tree.words[low:high]:
            if (
                word.dep in SUBJECTS
                and word.is_noun
                and word.tag in ("NN", "NNP")
                and self.names.at(passage, word) is None
            ):
                if word.lemma not in lexicons.values("people") and passage.quotation_at(word.start, word.end) is None:
                    self.body = next(iter(self._party(word, passage, None)), self.body)
                return

    def _push(self, person: Person) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.insert(0, person)

    def _party(self, word: Word, passage: Passage, speaker: Party | None) -> tuple[Party, ...]:
        mention = self.names.at(passage, word)
        if mention is not None:
            return (Party(mention.person.name, mention.person),)
        if word.pos in ("PRON", "DET") or word.lower in _SINGULAR or word.lower in _PLURAL:
            return self._pronoun(word, passage, speaker)
        named = self._named_inside(word, passage)
        if named:
            return named
        group = self._group(word)
        if group:
            return group
        role = self._role(word, passage)
        if role is not None:
            return (Party(role.name, role),)
        start, end = phrase(word, passage.tree)
        text = self.page.text[start : min(end, start + _LONGEST_PHRASE)].strip()
        return (Party(_one_line(text), None, word.tag in ("NNS", "NNPS"), common=word.pos != "PROPN"),) if text else ()

    def _pronoun(self, word: Word, passage: Passage, speaker: Party | None) -> tuple[Party, ...]:
        lower = word.lower
        if lower in _SINGULAR:
            person = self._he_or_she(word, passage, _SINGULAR[lower], speaker)
            if person is None:
                return self._unnamed_earlier(word, passage)
            return (Party(person.name, person),)
        if lower in _OWN:
            return (speaker,) if speaker is not None else ()
        if lower in _PLURAL:
            return self._earlier_row(word, passage) or self.group
        if lower in _THING:
            return (self.body,) if self.body is not None else ()
        if lower in ("those", "others", "everyone", "many", "several", "some", "all", "one", "none", "most"):
            start, end = phrase(word, passage.tree)
            return (Party(_one_line(self.page.text[start:end]), None, plural=True, common=True),)
        return ()

    def _he_or_she(self, word: Word, passage: Passage, pronoun: str, speaker: Party | None) -> Person | None:
        low = passage.tree.sentences[word.sentence][0]
        earlier = [
            mention
            for mention in self.names.within(passage, low, word.index - 1)
            if mention.person.pronoun in (None, pronoun) and not _same_clause(word, passage, mention)
        ]
        quoted = passage.quotation_at(word.start, word.end) is not None
        ahead = self._subject_ahead(word, passage, pronoun)
        if ahead is not None:
            return ahead
        leading = [mention for mention in earlier if _is_subject(passage, mention)]
        if leading:
            return leading[0].person
        if earlier:
            return earlier[-1].person
        for person in (self.person, *self.recent):
            if person is None or person.pronoun not in (None, pronoun):
                continue
            if quoted and speaker is not None and person is speaker.person:
                continue
            return person
        return None

    def _subject_ahead(self, word: Word, passage: Passage, pronoun: str) -> Person | None:
        """ "Before his arrest, Korin published ...": the subject that a phrase at the head of the sentence leads up to."""
        for above in word.ancestors():
            if not above.is_verb:
                continue
            subject = above.child(*SUBJECTS)
            mention = self.names.at(passage, subject) if subject is not None else None
            if subject is not None and subject.index > word.index and above.index > word.index:
                return mention.person if mention is not None and mention.person.pronoun in (None, pronoun) else None
            if subject is not None:
                return None
        return None

    def _unnamed_earlier(self, word: Word, passage: Passage) -> tuple[Party, ...]:
        """ "A prisoner died after the guards refused him a doctor": the subject earlier in the sentence, a person without a name."""
        people = lexicons.values("people")
        low = passage.tree.sentences[word.sentence][0]
        for other in passage.tree.words[low : word.index]:
            if other.dep in SUBJECTS and other.tag == "NN" and other.lemma in people and other.head is not word.head:
                return self._party(other, passage, None)
        return ()

    def _earlier_row(self, word: Word, passage: Passage) -> tuple[Party, ...]:
        """The row of persons named earlier in the same sentence: "A and B said they were beaten"."""
        low = passage.tree.sentences[word.sentence][0]
        earlier = self.names.within(passage, low, word.index - 1)
        for mention in earlier:
            together = _row_of_names(passage, mention, self)
            if len(together) > 1:
                return tuple(together)
        return ()

    def _named_inside(self, word: Word, passage: Passage) -> tuple[Party, ...]:
        """The names that a noun phrase gives to whom it means: "three associates, A, B and C"; "prisoners, including A"."""
        for child in word.children:
            if child.dep in ("compound", "nmod", "flat") and child.index < word.index:
                continue
            if child.dep == "appos" and child.index > word.index:
                named = [mention for item in row(child) if (mention := self.names.at(passage, item))]
                if named and _size(word) in (None, len(named)):
                    return tuple(Party(mention.person.name, mention.person) for mention in named)
        after = passage.tree.words[word.index + 1 : word.index + 2]
        if (
            after
            and (mention := self.names.at(passage, after[0]))
            and word.lemma in lexicons.values("people")
            and word.tag in ("NN", "NNP")
        ):
            return (Party(mention.person.name, mention.person),)
        return ()

    def _group(self, word: Word) -> tuple[Party, ...]:
        """ "The four", "all three", "the defendants"."""
        number = _NUMBERS.get(word.lower)
        count = next((_NUMBERS.get(child.lower) for child in word.children if child.dep == "nummod"), None)
        definite = any(
            child.lower in ("the", "all", "both", "these", "those")
            for child in word.children
            if child.dep in ("det", "predet")
        )
        case = lexicons.values("people").get(word.lemma) == "case" and word.tag in ("NNS", "NNPS")
        size = number or (count if case else None)
        if (
            not definite
            and word.lower != "both"
            or not (size or case)
            or any(
                child.dep in ("acl", "prep") or (child.dep == "relcl" and child.first == word.index + 1)
                for child in word.children
            )
        ):
            return ()
        if len(self.group) > 1 and size in (None, len(self.group)):
            return self.group
        if len(self.affected) > 1 and size in (None, len(self.affected)):
            return tuple(Party(person.name, person) for person in self.affected)
        return ()

    def _role(self, word: Word, passage: Passage) -> Person | None:
        """ "The ambassador" is the one person whom the text calls so; "the activist" may be the one it is about."""
        if word.tag not in ("NN", "NNP") or not any(
            child.dep == "det" and child.lower in ("the", "this") for child in word.children
        ):
            return None
        kind = lexicons.values("people").get(word.lemma)
        if kind not in ("case", "role"):
            return None
        called = [person for person in self.names.persons if word.lemma in person.roles]
        if len(called) == 1:
            note_role(called[0], word, self.page, phrase(word, passage.tree))
            return called[0]
        if kind == "case" and len(self.affected) == 1 and not word.child("prep"):
            return self.affected[0]
        return None


def _size(noun: Word) -> int | None:
    """How many a noun phrase says they are, in a word or in figures."""
    number = noun if noun.pos == "NUM" else noun.child("nummod")
    if number is None:
        return None
    return (
        int(number.text)
        if number.text.isascii() and number.text.isdigit() and len(number.text) < 4
        else _NUMBERS.get(number.lower)
    )


def _is_subject(passage: Passage, mention: Mention) -> bool:
    """Whether a name stands as the subject of a clause outside of an utterance."""
    if passage.quotation_at(mention.start, mention.end):
        return False
    return any(word.dep in SUBJECTS for word in passage.tree.words[mention.first : mention.last + 1])


def _same_clause(pronoun: Word, passage: Passage, mention: Mention) -> bool:
    """ "X arrested him": the object of a verb is not its subject."""
    if pronoun.dep not in ("dobj", "pobj", "dative"):
        return False
    verb = pronoun.head if pronoun.head.is_verb else pronoun.head.head
    subjects = verb.children_by(*SUBJECTS)
    return any(mention.first <= word.index <= mention.last for word in subjects)


def _row_of_names(passage: Passage, mention: Mention, discourse: Discourse) -> list[Party]:
    for word in passage.tree.words[mention.first : mention.last + 1]:
        named = [found for item in row(word) if (found := discourse.names.at(passage, item))]
        if len(named) > 1:
            return [Party(item.person.name, item.person) for item in named]
    return []


def _subject_row(passage: Passage, low: int, high: int, discourse: Discourse) -> list[Party]:
    for word in passage.tree.words[low:high]:
        if word.dep in SUBJECTS:
            mention = discourse.names.at(passage, word)
            if mention is not None:
                together = _row_of_names(passage, mention, discourse)
                if len(together) > 1:
                    return together
    return []


def _one_line(text: str) -> str:
    return " ".join(text.split())
