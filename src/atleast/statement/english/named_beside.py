"""Names that stand beside a noun phrase and say whom it means: "its chair, Alena Marozava,", "a student named Vasil Korin"."""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import phrase, row
from atleast.statement.english.groups import size_of
from atleast.statement.english.lists import row_of
from atleast.statement.english.names import Mention
from atleast.statement.english.page import Passage
from atleast.statement.english.tree import Word


def named_inside(word: Word, passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """The names that a noun phrase gives to whom it means: "three associates, A, B and C"; "the activist A"."""
    names = discourse.names
    for child in word.children_by("appos"):
        named = [mention for item in row(child) if (mention := names.at(passage, item)) is not None]
        if child.index > word.index and named and size_of(word) in (None, len(named)):
            return tuple(discourse.party(mention) for mention in named)
        if child.index > word.index and (called := _called(child, passage, discourse)) is not None:
            return (discourse.party(called),)
    behind = _named_behind(word, passage, discourse)
    if behind:
        return behind
    for child in word.children_by("compound"):
        mention = names.at(passage, child)
        if (
            mention is not None
            and mention.first
            and passage.tree.words[mention.first - 1].lemma in lexicons.values("people")
        ):
            return (discourse.party(mention),)
    after = next(iter(passage.tree.words[word.index + 1 : word.index + 2]), None)
    mention = names.at(passage, after) if after is not None and word.tag in ("NN", "NNP") else None
    return (discourse.party(mention),) if mention is not None and word.lemma in lexicons.values("people") else ()


def _called(noun: Word, passage: Passage, discourse: Discourse) -> Mention | None:
    """ "A student named Vasil Korin"."""
    clause = noun.child("acl")
    name = clause.child("oprd", "dobj", "attr") if clause is not None and clause.lemma in ("name", "call") else None
    return discourse.names.at(passage, name) if name is not None else None


def _named_behind(word: Word, passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """ "Its chair, Alena Marozava,"; "three members of the bar, A, B and C,": names set off right behind a phrase for as many."""
    if word.lemma not in lexicons.values("people") or word.child("conj") is not None:
        return ()
    words = passage.tree.words
    _, end = phrase(word, passage.tree)
    comma = next((other for other in words[word.index + 1 :] if other.start >= end), None)
    if comma is None or comma.text not in (",", "-", "–", "—"):
        return ()
    first = next(iter(discourse.names.within(passage, comma.index + 1, comma.index + 1)), None)
    if first is None:
        return ()
    named = row_of(first, passage, discourse.names)
    after = words[named[-1].last + 1] if named[-1].last + 1 < len(words) else comma
    as_many = len(named) == (size_of(word) or 1) and (word.tag in ("NN", "NNP") or size_of(word) is not None)
    return (
        tuple(discourse.party(one) for one in named)
        if as_many and after.text in (",", ".", ";", "-", "–", "—", ")")
        else ()
    )


def named_before(word: Word, passage: Passage, discourse: Discourse) -> Mention | None:
    """ "Vasil Korin, a trade unionist who vanished": the name that the phrase is said of."""
    named = (
        word.dep == "appos"
        and word.tag == "NN"
        and word.lemma in lexicons.values("people")
        and word.head.index < word.index
    )
    return discourse.names.at(passage, word.head) if named else None
