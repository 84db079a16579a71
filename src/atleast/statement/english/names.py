"""The names of a page, and which of them are the same person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from atleast.statement.english.name_spans import Span, given_names, name_key, name_spans, surname_ahead
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word


@dataclass(slots=True, eq=False)
class Person:
    """A human being the text names: the longest form of the name, and what else the text calls them."""

    name: str
    pronoun: str | None
    """"he" or "she" where the given name tells."""
    roles: dict[str, str] = field(default_factory=dict)
    """Nouns by which the text calls them, each with the fullest phrase: {"ambassador": "U.S. ambassador to the OSCE"}."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A name as it stands in a paragraph: the words `[first, last]`, both inclusive, and their span in the text."""

    first: int
    last: int
    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of one source by their place."""

    mentions: tuple[tuple[Mention, ...], ...]
    """For each paragraph, in order."""
    by_word: tuple[dict[int, Mention], ...]
    called: dict[str, list[Person]]
    """The persons whom the text calls by a noun: {"ambassador": [...]}."""

    def at(self, passage: Passage, word: Word) -> Mention | None:
        """The name that the word is part of."""
        return self.by_word[passage.number].get(word.index)

    def within(self, passage: Passage, first: int, last: int) -> list[Mention]:
        """The names that begin within the words `[first, last]`, in order."""
        return [mention for mention in self.mentions[passage.number] if first <= mention.first <= last]


def names_of(page: Page) -> Names:
    """The names of persons in a page, each with its person."""
    spans = name_spans(page)
    persons = _persons(page, spans)
    mentions = tuple(
        tuple(_mention(passage, span, persons) for span in found)
        for passage, found in zip(page.passages, spans, strict=True)
    )
    by_word = tuple({index: one for one in found for index in range(one.first, one.last + 1)} for found in mentions)
    return Names(mentions, by_word, {})


def _mention(passage: Passage, span: Span, persons: dict[str, Person]) -> Mention:
    first, last = span
    words = passage.tree.words
    return Mention(first, last, words[first].start, words[last].end, persons[_text(passage, span)])


def _persons(page: Page, spans: Sequence[Sequence[Span]]) -> dict[str, Person]:
    """The person of each form of a name: a shorter form is the one longer name that holds all its words, if only one does."""
    forms = sorted(
        {_text(passage, span) for passage, found in zip(page.passages, spans, strict=True) for span in found}
    )
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in forms:
        by_surname[_last(name)].append(name)
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in forms:
        if " " in name:
            by_given[_given(name)].append(name)
    persons: dict[str, Person] = {}
    for name in forms:
        longer = [other for other in by_surname[_last(name)] if _is_form_of(name, other)]
        longer += by_given[name] if " " not in name else []
        fullest = [other for other in longer if not any(other != more and _is_form_of(other, more) for more in longer)]
        best = fullest[0] if len(fullest) == 1 else name
        if best not in persons:
            persons[best] = Person(best, given_names().get(name_key(_given(best))))
        persons[name] = persons[best]
    return persons


def _is_form_of(name: str, other: str) -> bool:
    """Whether `other` is the same name in a fuller form: all its words in order, or initials for them."""
    parts, more = name.split(" "), other.split(" ")
    if len(parts) > len(more) or parts[-1] != more[-1]:
        return False
    rest = iter(more[:-1])
    return all(any(_agrees(part, word) for word in rest) for part in parts[:-1])


def _agrees(part: str, word: str) -> bool:
    return part == word or (part.endswith(".") and word.startswith(part[:-1]))


def _text(passage: Passage, span: Span) -> str:
    """The name as it is written, with the surname that it shares with the next: "Andrei" of "Andrei and Pavel Korin"."""
    words = passage.tree.words[span[0] : span[1] + 1]
    text = words[0].text
    shared = surname_ahead(passage.tree.words, span)
    if shared is not None:
        return f"{text} {shared}"
    for before, word in pairwise(words):
        text += (" " if word.start > before.end else "") + word.text
    return text


def _given(name: str) -> str:
    """The first word of a name, or the second behind a surname in capitals."""
    first, *rest = name.split(" ")
    return rest[0] if rest and first.isupper() and len(first) > 2 else first


def _last(name: str) -> str:
    return name.rpartition(" ")[2]
