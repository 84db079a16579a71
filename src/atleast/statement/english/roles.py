"""What the text calls its persons: "Ambassador Michael Carpenter", "Ales Bialiatski, the founder of Viasna"."""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import phrase
from atleast.statement.english.names import Mention, Names, Person
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_LONGEST = 120
_ARTICLES = ("the ", "a ", "an ", "his ", "her ", "their ", "its ")


def note_roles(page: Page, names: Names) -> None:
    """Write into each person of `names` the nouns by which the page calls them, with the fullest phrase for each."""
    for passage in page.passages:
        for mention in names.mentions[passage.number]:
            for noun, first in _nouns(passage, mention):
                note_role(mention.person, noun, page, first)


def note_role(person: Person, noun: Word, page: Page, span: tuple[int, int]) -> None:
    """One noun of a person; the longer phrase is kept, without its article."""
    text = page.text[span[0] : span[1]]
    for article in _ARTICLES:
        if text.lower().startswith(article):
            text = text[len(article) :]
            break
    if len(text) <= _LONGEST and len(text) > len(person.roles.get(noun.lemma, "")):
        person.roles[noun.lemma] = text


def _nouns(passage: Passage, mention: Mention) -> list[tuple[Word, tuple[int, int]]]:
    words = passage.tree.words
    people = lexicons.values("people")
    found: list[tuple[Word, tuple[int, int]]] = []
    before = words[mention.first - 1] if mention.first else None
    if before is not None and before.is_noun and (before.lemma in people or before.text in lexicons.words("titles")):
        low = before.index
        while low and words[low - 1].pos in ("ADJ", "NOUN", "PROPN") and words[low - 1].sentence == before.sentence:
            low -= 1
        found.append((before, (words[low].start, before.end)))
    for word in words[mention.first : mention.last + 1]:
        for child in word.children:
            if child.dep == "appos" and child.index > mention.last:
                found.extend((noun, phrase(noun, passage.tree)) for noun in _coordinated(child) if noun.lemma in people)
        if word.dep == "appos" and word.head.is_noun and word.head.lemma in people and word.head.index < mention.first:
            found.append((word.head, phrase(word.head, passage.tree)))
        if word.dep == "nsubj" and word.head.lemma == "be":
            found.extend(
                (noun, phrase(noun, passage.tree)) for noun in word.head.children_by("attr") if noun.lemma in people
            )
    return found


def _coordinated(noun: Word) -> list[Word]:
    return [noun, *(child for child in noun.children if child.dep == "conj" and child.is_noun)]
