"""A paragraph as words that know their heads: what the rules read, apart from the parser that made it.

Offsets are those of the stored text of the source, in characters. White space is not a word here. Labels are spaCy's:
`tag` Penn Treebank, `pos` Universal Dependencies, `dep` ClearNLP, `entity` OntoNotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from atleast.statement.english import lexicons, triggers


@dataclass(slots=True, eq=False)
class Word:
    """One word or mark of a paragraph, with its place in the parse. `head` is the word itself at the top of a sentence."""

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    entity: str
    sentence: int
    """Number of its sentence within the paragraph."""
    first: int = 0
    last: int = 0
    """Indexes of the outermost words of its subtree, both inclusive."""
    head: Word = field(init=False, repr=False)
    children: list[Word] = field(default_factory=list, repr=False)

    def child(self, *deps: str) -> Word | None:
        """The first child with one of these labels."""
        for word in self.children:
            if word.dep in deps:
                return word
        return None

    def children_by(self, *deps: str) -> list[Word]:
        """All children with one of these labels, in order."""
        return [word for word in self.children if word.dep in deps]

    def ancestors(self) -> Iterator[Word]:
        """The words above it, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def is_noun(self) -> bool:
        """A common or proper noun."""
        return self.pos in ("NOUN", "PROPN")

    @property
    def is_verb(self) -> bool:
        """A verb or an auxiliary."""
        return self.pos in ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one paragraph and its sentences, each a pair of indexes `[first, last)` into the words."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    def between(self, start: int, end: int) -> Sequence[Word]:
        """The words that lie within `[start:end]` of the text."""
        return [word for word in self.words if start <= word.start and word.end <= end]


def tree_of(doc: Any, offset: int) -> Tree:
    """The tree of a parsed spaCy Doc whose text begins at `offset` of the stored text.

    A participle of a verb of events that stands as an adjective of its own ("is jailed") is a verb here.
    """
    tokens = [token for token in doc if not token.is_space]
    mistaken, participles = lexicons.values("lemmas"), triggers.participles()
    sentences: list[tuple[int, int]] = []
    words: list[Word] = []
    by_token: dict[int, Word] = {}
    for token in tokens:
        if token.is_sent_start and words:
            sentences.append((sentences[-1][1] if sentences else 0, len(words)))
        start = offset + token.idx
        text = token.text
        lemma, tag, pos = token.lemma_.lower(), token.tag_, token.pos_
        if tag == "JJ" and token.dep_ in ("acomp", "conj", "ROOT") and text.lower() in participles:
            lemma, tag, pos = participles[text.lower()], "VBN", "VERB"
        words.append(
            Word(
                len(words), start, start + len(text), text, text.lower(), mistaken.get(lemma, lemma), tag, pos,
                token.dep_, token.ent_type_, len(sentences),
            )
        )  # fmt: skip
        by_token[token.i] = words[-1]
    if words:
        sentences.append((sentences[-1][1] if sentences else 0, len(words)))
    _link(tokens, words, by_token)
    return Tree(tuple(words), tuple(sentences))


def _link(tokens: Sequence[Any], words: Sequence[Word], by_token: dict[int, Word]) -> None:
    for token, word in zip(tokens, words, strict=True):
        head = by_token.get(token.head.i, word)
        word.head = head
        word.first = word.last = word.index
        if head is not word:
            head.children.append(word)
    for word in words:
        _stretch(word)


def _stretch(word: Word) -> None:
    """Let every word above know how far the subtree reaches."""
    index = word.index
    above = word
    while above.head is not above:
        above = above.head
        if above.first <= index <= above.last:
            continue
        above.first = min(above.first, index)
        above.last = max(above.last, index)
