"""What the text calls its persons: "Ambassador Alena Marozava", "Vasil Korin, the founder of the league"."""

from __future__ import annotations

from collections.abc import Iterator

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import phrase
from atleast.statement.english.names import Mention, Names, Person
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_LONGEST = 120
_ARTICLES = ("the ", "a ", "an ", "his ", "her ", "their ", "its ")
_BEFORE_A_NAME = ("ADJ", "NOUN", "PROPN")


def note_roles(page: Page, names: Names) -> None:
    """Note for each person of `names` the nouns by which the page calls them, with the fullest phrase for each."""
    for passage in page.passages:
        for mention in names.mentions[passage.number]:
            for noun, span in _nouns(passage, mention):
                note_role(mention.person, noun.lemma, page.text[span[0] : span[1]], names)


def note_role(person: Person, noun: str, text: str, names: Names) -> None:
    """Note one noun for a person; the longer phrase is kept, without its article."""
    article = next((article for article in _ARTICLES if text.lower().startswith(article)), "")
    text = " ".join(text[len(article) :].split())
    if len(text) > _LONGEST:
        return
    if noun not in person.roles:
        names.called.setdefault(noun, []).append(person)
    if len(text) > len(person.roles.get(noun, "")):
        person.roles[noun] = text


def _nouns(passage: Passage, mention: Mention) -> Iterator[tuple[Word, tuple[int, int]]]:
    """The nouns for people that stand before a name, beside it in apposition, or after "is"."""
    people = lexicons.values("people")
    yield from _title(passage, mention)
    for word in passage.tree.words[mention.first : mention.last + 1]:
        nouns: list[Word] = []
        for child in word.children_by("appos"):
            nouns += [child, *child.children_by("conj")] if child.index > mention.last else []
        if word.dep == "appos" and word.head.is_noun and word.head.index < mention.first:
            nouns.append(word.head)
        if word.dep == "nsubj" and word.head.lemma == "be":
            nouns += word.head.children_by("attr")
        for noun in nouns:
            if noun.is_noun and noun.lemma in people:
                yield noun, phrase(noun, passage.tree)


def _title(passage: Passage, mention: Mention) -> Iterator[tuple[Word, tuple[int, int]]]:
    words = passage.tree.words
    before = words[mention.first - 1] if mention.first else None
    if before is None or not before.is_noun:
        return
    if before.lemma in lexicons.values("people") or before.text in lexicons.words("titles"):
        low = before.index
        while low and words[low - 1].pos in _BEFORE_A_NAME and words[low - 1].sentence == before.sentence:
            low -= 1
        yield before, (words[low].start, before.end)
