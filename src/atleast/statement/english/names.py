"""Which words name persons, and which of those names are the same person's.

The parser's own names are joined with names that begin with a known given name; a surname that stands once behind a given
name is a name wherever else it stands. A lone word that only the parser takes for a person must look like a surname.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from atleast.statement.english import lexicons
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_LINKS = frozenset(
    {
        "oglu",
        "ogly",
        "oğlu",
        "qizi",
        "kizi",
        "gizi",
        "kyzy",
        "uulu",
        "bin",
        "ibn",
        "al",
        "el",
        "de",
        "da",
        "di",
        "van",
        "von",
        "der",
        "den",
    }
)
_PATRONYMIC = frozenset({"oglu", "ogly", "oğlu", "qizi", "kizi", "gizi", "kyzy", "uulu"})
_SHORTEST_NAME = 4
_KEYS_KEPT = 65_536
_SPELLINGS = (
    ("ł", "l"),
    ("tz", "ts"),
    ("ch", "h"),
    ("kh", "h"),
    ("ck", "k"),
    ("ce", "tse"),
    ("ci", "tsi"),
    ("c", "ts"),
    ("ja", "ia"),
    ("ya", "ia"),
    ("ju", "iu"),
    ("yu", "iu"),
    ("je", "e"),
    ("ye", "e"),
    ("ie", "e"),
    ("j", "i"),
    ("y", "i"),
    ("ii", "i"),
    ("ks", "x"),
    ("w", "v"),
    ("ph", "f"),
)
_LONGEST = 5


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
    """A name as it stands in a paragraph, the words `[first, last]` of it."""

    passage: int
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
    persons: tuple[Person, ...]

    def at(self, passage: Passage, word: Word) -> Mention | None:
        """The name that the word is part of."""
        return self.by_word[passage.number].get(word.index)

    def within(self, passage: Passage, first: int, last: int) -> list[Mention]:
        """The names that begin within the words `[first, last]`, in order."""
        return [mention for mention in self.mentions[passage.number] if first <= mention.first <= last]


def names_of(page: Page) -> Names:
    """The names of persons in a page."""
    spans = [list(_given_name_spans(passage)) for passage in page.passages]
    lone: Counter[str] = Counter()
    for passage, found in zip(page.passages, spans, strict=True):
        _add_tagged(passage, found, lone)
    known = {_text(passage, span) for passage, found in zip(page.passages, spans, strict=True) for span in found}
    full = {name for name in known if " " in name}
    surnames = defaultdict(set)
    for name in full:
        surnames[_last(name)].add(name)
    for passage, found in zip(page.passages, spans, strict=True):
        _add_repeated(passage, found, surnames, lone)
    return _registry(page, spans)


@lru_cache(_KEYS_KEPT)
def name_key(word: str) -> str:
    """What the spellings of a given name in Latin letters share: Valiantsin, Valjantsin, Valjancin; empty for no capital."""
    if not word[:1].isupper() or len(word) < _SHORTEST_NAME or word.isupper():
        return word if word[:1].isupper() else ""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(letter)
    )
    for written, key in _SPELLINGS:
        plain = plain.replace(written, key)
    return plain


def _given_name_spans(passage: Passage) -> Iterator[tuple[int, int]]:
    """Names that begin with a known given name: "Ales Bialiatski", "Abdul Abdulmanaf oglu Abilov"."""
    given = given_names()
    words = passage.tree.words
    index = 0
    while index < len(words):
        if name_key(words[index].text) not in given or (index and words[index - 1].text in ("St.", "Saint")):
            index += 1
            continue
        last = _name_end(words, index)
        if last > index:
            yield index, last
        index = last + 1


def _name_end(words: Sequence[Word], first: int) -> int:
    last = first
    index = first + 1
    while index < len(words) and index - first < _LONGEST:
        word = words[index]
        if (
            word.text in ("'", "’")
            and word.start == words[index - 1].end
            and index + 1 < len(words)
            and words[index + 1].text[:1].isupper()
        ):
            index += 1
            continue
        if word.lower in _LINKS and index + 1 < len(words) and words[index + 1].text[:1].isupper():
            index += 1
            continue
        if not _may_be_name(word) or words[index - 1].text.endswith((",", ";")):
            break
        last = index
        index += 1
    return last


def _may_be_name(word: Word) -> bool:
    text = word.text
    if not text[:1].isupper() or text in _not_names() or text in _titles() and "." not in text:
        return False
    if len(text) == 2 and text[1] == ".":
        return True
    return (
        len(text) > 1
        and not any(letter.isdigit() for letter in text)
        and not (text.isupper() and len(text) < 5)
        and word.entity not in ("DATE", "TIME")
    )


def _add_tagged(passage: Passage, found: list[tuple[int, int]], lone: Counter[str]) -> None:
    """The parser's own persons, without titles; lone words are only counted: for a person, against."""
    words = passage.tree.words
    taken = {index for first, last in found for index in range(first, last + 1)}
    index = 0
    while index < len(words):
        word = words[index]
        if not word.entity or index in taken:
            index += 1
            continue
        last = index
        while last + 1 < len(words) and words[last + 1].entity == word.entity and last + 1 not in taken:
            last += 1
        if word.entity == "PERSON":
            _add_person(words, index, last, found, lone)
        elif last == index:
            lone[word.text] -= 1
        index = last + 1
    found.sort()


def _add_person(words: Sequence[Word], first: int, last: int, found: list[tuple[int, int]], lone: Counter[str]) -> None:
    while first <= last and (words[first].text in _titles() or not words[first].text[:1].isupper()):
        first += 1
    while last >= first and (words[last].text in ("'s", "'", "’s", "’") or not words[last].text[:1].isalpha()):
        last -= 1
    if first > last or last - first + 1 > _LONGEST:
        return
    name = words[first : last + 1]
    if any(word.text in _not_names() for word in name):
        return
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.text in _not_names():
        return
    if first == last:
        lone[name[0].text] += 1 if _looks_like_surname(words, first) else -1
        return
    while last + 2 < len(words) and words[last + 1].lower in _PATRONYMIC and _may_be_name(words[last + 2]):
        last += 2
    name = words[first : last + 1]
    if all(_may_be_name(word) or word.lower in _LINKS or word.text in ("-", "'") for word in name) and not (
        first and words[first - 1].lower == "the"
    ):
        found.append((first, last))


def _looks_like_surname(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    before = words[index - 1] if index else None
    if before is not None and before.text in _titles() and before.text != "The":
        return True
    if before is not None and before.lower == "the" or word.dep == "amod" or len(word.text) < 4 or word.text.isupper():
        return False
    return word.text.endswith(_surname_endings())


def _add_repeated(
    passage: Passage, found: list[tuple[int, int]], surnames: dict[str, set[str]], lone: Counter[str]
) -> None:
    words = passage.tree.words
    taken = {index for first, last in found for index in range(first, last + 1)}
    for word in words:
        if word.index in taken or not word.text[:1].isupper():
            continue
        if word.text in surnames and len(word.text) > 2 or lone.get(word.text, 0) > 0:
            following = words[word.index + 1] if word.index + 1 < len(words) else None
            if word.text in surnames or following is None or following.text not in _not_names():
                found.append((word.index, word.index))
    found.sort()


def _registry(page: Page, spans: Sequence[Sequence[tuple[int, int]]]) -> Names:
    """Give each span its person: a shorter form is the one longer name that holds all its words, if only one does."""
    texts = sorted(
        {_text(passage, span) for passage, found in zip(page.passages, spans, strict=True) for span in found}
    )
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in texts:
        by_surname[_last(name)].append(name)
    persons: dict[str, Person] = {}
    for name in texts:
        longer = [other for other in by_surname[_last(name)] if _is_form_of(name, other)]
        fullest = [other for other in longer if not any(other != more and _is_form_of(other, more) for more in longer)]
        best = fullest[0] if len(fullest) == 1 else name
        if best not in persons:
            persons[best] = Person(best, given_names().get(name_key(best.split(" ")[0])))
        persons[name] = persons[best]
    mentions = []
    for passage, found in zip(page.passages, spans, strict=True):
        words = passage.tree.words
        mentions.append(
            tuple(
                Mention(
                    passage.number,
                    first,
                    last,
                    words[first].start,
                    words[last].end,
                    persons[_text(passage, (first, last))],
                )
                for first, last in found
            )
        )
    by_word = tuple(
        {index: mention for mention in row for index in range(mention.first, mention.last + 1)} for row in mentions
    )
    return Names(tuple(mentions), by_word, tuple(dict.fromkeys(persons.values())))


def _is_form_of(name: str, other: str) -> bool:
    """Whether `other` is the same name in a fuller form: all its words in order, or initials for them."""
    parts, more = name.split(" "), other.split(" ")
    if len(parts) > len(more) or parts[-1] != more[-1]:
        return False
    rest = iter(more[:-1])
    return all(any(_agrees(part, word) for word in rest) for part in parts[:-1])


def _agrees(part: str, word: str) -> bool:
    return part == word or (part.endswith(".") and word.startswith(part[:-1]))


def _text(passage: Passage, span: tuple[int, int]) -> str:
    words = passage.tree.words[span[0] : span[1] + 1]
    text = ""
    for before, word in zip((None, *words), words, strict=False):
        text += (" " if before is not None and word.start > before.end else "") + word.text
    return text


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


@cache
def given_names() -> dict[str, str]:
    """The key of each known given name, and the pronoun it is taken up by."""
    return {name_key(name): pronoun for name, pronoun in lexicons.values("given_names").items()}


def _not_names() -> frozenset[str]:
    return lexicons.words("not_names")


def _titles() -> frozenset[str]:
    return lexicons.words("titles")


def _surname_endings() -> tuple[str, ...]:
    return tuple(sorted(lexicons.words("surnames")))
