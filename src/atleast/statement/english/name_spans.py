"""Which words of a page are names of persons: spans of words, not yet whose.

The parser's own names are joined with names that begin with a known given name; a surname that stands once behind a given
name is a name wherever else it stands. A lone word that only the parser takes for a person must look like a surname.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from atleast.statement.english import lexicons
from atleast.statement.english.name_shapes import names_by_shape
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

Span = tuple[int, int]
"""The first and the last word of a name, by index, both inclusive."""

_PATRONYMIC = frozenset({"oglu", "ogly", "oğlu", "qizi", "kizi", "gizi", "kyzy", "uulu"})
_LINKS = _PATRONYMIC | {"bin", "ibn", "al", "el", "de", "da", "di", "van", "von", "der", "den"}
_POSSESSIVE = ("'s", "'", "’s", "’")
_SPELLINGS = tuple(
    pair.split(">")
    for pair in (
        "ł>l tz>ts ch>h kh>h ck>k ce>tse ci>tsi c>ts ja>ia ya>ia ju>iu yu>iu je>e ye>e ie>e j>i y>i ii>i ks>x w>v ph>f"
    ).split()
)
"""Letters that transliterations write differently, each with the one that stands for both, in the order they are replaced."""
_SHORTEST_KEYED = 4
_SHORTEST_SURNAME = 4
_LONGEST = 5
"""Most words of a name."""
_OF_A_BODY = 3
"""How much it counts against a lone word being a person that it is part of a body's name."""
_KEYS_KEPT = 65_536


def name_spans(page: Page) -> list[list[Span]]:
    """The names of persons in each paragraph of a page, in order, apart from each other."""
    spans = [list(_by_given_name(passage.tree.words)) for passage in page.passages]
    lone: Counter[str] = Counter()
    for passage, found in zip(page.passages, spans, strict=True):
        _add_tagged(passage, found, lone)
        found.extend(list(names_by_shape(passage.tree.words, found, _may_be_name)))
        found.sort()
    surnames = frozenset(
        passage.tree.words[last].text
        for passage, found in zip(page.passages, spans, strict=True)
        for first, last in found
        if last > first
    )
    given = frozenset(
        passage.tree.words[first].text
        for passage, found in zip(page.passages, spans, strict=True)
        for first, last in found
        if name_key(passage.tree.words[first].text) in given_names()
    )
    for passage, found in zip(page.passages, spans, strict=True):
        _add_repeated(passage, found, surnames, given, lone)
    return spans


@cache
def given_names() -> dict[str, str]:
    """The key of each known given name, and the pronoun it is taken up by."""
    return {name_key(name): pronoun for name, pronoun in lexicons.values("given_names").items()}


@lru_cache(_KEYS_KEPT)
def name_key(word: str) -> str:
    """What the spellings of a given name in Latin letters share: Valiantsin, Valjantsin, Valjancin; empty for no capital."""
    if not word[:1].isupper() or len(word) < _SHORTEST_KEYED or word.isupper():
        return word if word[:1].isupper() else ""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(letter)
    )
    for written, key in _SPELLINGS:
        plain = plain.replace(written, key)
    return plain


def _by_given_name(words: Sequence[Word]) -> Iterator[Span]:
    """Names that begin with a known given name: "Vasil Korin", "Abdul Rustam oglu Aliyev"."""
    given = given_names()
    index = 0
    while index < len(words):
        if name_key(words[index].text) not in given:
            index += 1
            continue
        before = words[index - 1] if index else None
        saint = before is not None and before.text in ("St.", "Saint")
        last = index if saint else _end_of_name(words, index)
        first = index - 1 if before is not None and _is_surname_in_capitals(before) else index
        if last > first or surname_ahead(words, (index, index)) is not None:
            yield first, last
        index = last + 1


def _is_surname_in_capitals(word: Word) -> bool:
    """ "KORIN Vasil", as lists have it."""
    if not word.text.isupper() or len(word.text) < _SHORTEST_SURNAME:
        return False
    known = word.lower in lexicons.words("authorities") or word.lower in lexicons.words("bodies")
    return word.text.replace("-", "").isalpha() and not known


def surname_ahead(words: Sequence[Word], span: Span) -> str | None:
    """The surname of the next name, where a given name alone is joined to it: "Andrei and Pavel Korin"."""
    first, last = span
    if first != last or last + 3 >= len(words) or words[last + 1].lower not in ("and", "&"):
        return None
    given = given_names()
    if name_key(words[first].text) not in given or name_key(words[last + 2].text) not in given:
        return None
    surname = words[last + 3]
    return surname.text if _may_be_name(surname) else None


def _end_of_name(words: Sequence[Word], first: int) -> int:
    last = first
    for index in range(first + 1, min(first + _LONGEST, len(words))):
        word = words[index]
        goes_on = index + 1 < len(words) and words[index + 1].text[:1].isupper()
        apostrophe = word.text in _POSSESSIVE and word.start == words[index - 1].end
        if goes_on and (word.lower in _LINKS or (apostrophe and word.text not in ("'s", "’s"))):
            continue
        if not _may_be_name(word):
            break
        last = index
    return last


def _may_be_name(word: Word) -> bool:
    text = word.text
    if len(text) == 2 and text[0].isupper() and text[1] == ".":
        return True
    if (
        len(text) < 2
        or not text[0].isupper()
        or word.entity in ("DATE", "TIME")
        or any(letter.isdigit() for letter in text)
    ):
        return False
    abbreviation = text.isupper() and len(text) < 5
    return not abbreviation and text not in lexicons.words("not_names") and text not in lexicons.words("titles")


def _add_tagged(passage: Passage, found: list[Span], lone: Counter[str]) -> None:
    """The parser's own persons; lone words are only counted: for a person, against."""
    words = passage.tree.words
    taken = {index for first, last in found for index in range(first, last + 1)}
    index = 0
    while index < len(words):
        first = last = index
        entity = words[index].entity if index not in taken else ""
        while entity and last + 1 < len(words) and words[last + 1].entity == entity and last + 1 not in taken:
            last += 1
        if entity == "PERSON":
            _add_person(words, _trimmed(words, first, last), found, lone)
        elif entity and last == first:
            lone[words[first].text] -= 1
        elif entity == "ORG":
            lone.subtract({word.text: _OF_A_BODY for word in words[first : last + 1]})
        index = last + 1
    found.sort()


def _trimmed(words: Sequence[Word], first: int, last: int) -> Span:
    """A name without titles before it and a possessive behind it, with a patronymic that goes on."""
    while first <= last and (words[first].text in lexicons.words("titles") or not words[first].text[:1].isupper()):
        first += 1
    while last >= first and (words[last].text in _POSSESSIVE or not words[last].text[:1].isalpha()):
        last -= 1
    while (
        first < last
        and last + 2 < len(words)
        and words[last + 1].lower in _PATRONYMIC
        and _may_be_name(words[last + 2])
    ):
        last += 2
    return first, last


def _add_person(words: Sequence[Word], span: Span, found: list[Span], lone: Counter[str]) -> None:
    first, last = span
    name = words[first : last + 1]
    following = words[last + 1].text if last + 1 < len(words) else ""
    not_names = lexicons.words("not_names")
    if not name or len(name) > _LONGEST or following in not_names or any(word.text in not_names for word in name):
        return
    if first == last:
        lone[name[0].text] += 1 if _looks_like_surname(words, first) else -1
        return
    definite = first > 0 and words[first - 1].lower == "the"
    if not definite and all(_may_be_name(word) or word.lower in _LINKS or word.text in ("-", "'") for word in name):
        found.append(span)


def _looks_like_surname(words: Sequence[Word], index: int) -> bool:
    word, before = words[index], words[index - 1].text if index else ""
    if before in lexicons.words("titles") and before != "The":
        return True
    if before.lower() == "the" or word.dep == "amod" or len(word.text) < _SHORTEST_SURNAME or word.text.isupper():
        return False
    return word.text.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicons.words("surnames")))


def _add_repeated(
    passage: Passage, found: list[Span], surnames: frozenset[str], given: frozenset[str], lone: Counter[str]
) -> None:
    """Surnames and given names that stand alone, and lone words that are more often a person than not."""
    words = passage.tree.words
    taken = {index for first, last in found for index in range(first, last + 1)}
    for word in words:
        if word.index in taken or not word.text[:1].isupper():
            continue
        following = words[word.index + 1].text if word.index + 1 < len(words) else ""
        is_surname = len(word.text) > 2 and (word.text in surnames or word.text in given)
        if is_surname or (lone.get(word.text, 0) > 0 and following not in lexicons.words("not_names")):
            found.append((word.index, word.index))
    found.sort()
