"""Names of bodies in a text, and the full name that a short one stands for: "Rights Monitor", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atleast.statement.english import lexicons
from atleast.statement.english.names import Names
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_INSIDE = frozenset({"of", "for", "the", "and", "on", "&", "in", "-"})
_NO_BODY = frozenset({"DATE", "GPE", "LOC", "NORP", "MONEY", "TIME", "EVENT", "LAW"})
_FEWEST, _MOST = 2, 9


@dataclass(frozen=True, slots=True)
class Bodies:
    """The names of two words or more that the bodies of a page bear."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, page: Page, names: Names) -> Bodies:
        """The names on a page, headlines included, in order."""
        found = (name for passage in page.passages for name in _names_in(passage, names))
        return cls(tuple(dict.fromkeys(found)))

    def in_full(self, name: str, *, noun: str = "") -> str | None:
        """The one name that a shorter one begins, or that holds a noun ("ministry"); None where there is none, or several."""
        words = name.lower().removeprefix("the ").split()
        if noun:
            fitting = [one for one in self.names if noun in one.lower().split()]
        else:
            fitting = [one for one in self.names if one.lower().split()[: len(words)] == words]
        longest = max(fitting, key=len, default=None)
        alike = longest is not None and all(one in longest for one in fitting)
        return longest if alike and longest is not None and len(longest.split()) > len(words) else None


def _names_in(passage: Passage, names: Names) -> Iterator[str]:
    run: list[Word] = []
    for word in passage.tree.words:
        if _continues(word, run, passage, names):
            run.append(word)
            continue
        yield from _name(run)
        run = [word] if _continues(word, [], passage, names) else []
    yield from _name(run)


def _continues(word: Word, run: list[Word], passage: Passage, names: Names) -> bool:
    if run and (word.sentence != run[-1].sentence or len(run) >= _MOST):
        return False
    if word.tag in ("NNP", "NNPS"):
        in_name = word.entity not in _NO_BODY or (bool(run) and word.entity in ("GPE", "LOC"))
        return in_name and names.at(passage, word) is None and word.lemma not in lexicons.values("people")
    if not run:
        inside = word.index > passage.tree.sentences[word.sentence][0]
        return word.text[:1].isupper() and (word.entity == "ORG" or (inside and word.tag == "NNS"))
    return word.lower in _INSIDE or (word.text[:1].isupper() and word.pos in ("ADJ", "NOUN") and word.entity != "DATE")


def _name(run: Iterable[Word]) -> Iterator[str]:
    words = list(run)
    while words and words[-1].lower in _INSIDE:
        words.pop()
    if len(words) >= _FEWEST:
        yield " ".join(word.text for word in words).replace(" - ", "-")
