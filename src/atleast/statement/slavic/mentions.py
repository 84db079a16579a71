"""Which words name persons.

The tagger proposes. In Belarusian and Ukrainian, where it is out of its depth, a lone word is kept only if it is a known given
name, or looks like a surname and does not open a sentence, or is part of a fuller name elsewhere. Then every word that is the
name of somebody named in full is a mention as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import name_cases
from atleast.statement.slavic.inflection import ANY
from atleast.statement.slavic.name_parts import (
    INDECLINABLE,
    PATRONYMIC,
    PLURAL,
    SURNAME,
    gender_of_surname,
    given_name,
    is_initial,
    key_of,
    leads,
    same_key,
    singular,
)
from atleast.statement.slavic.page import Page, Passage, Word

_OF_PLACES = tuple(
    "ский ского скому ским ском скі скага скаму скім ський ського ському ським цкий цкі цкага цкаму ській ская ской".split()
)
_OF_BODIES = tuple("ый ий ой ны ні кі ого ага ому аму ым им ім ий ная кая най кай суд суда суду судом".split())
_NO_NAMES = ("people", "authorities", "event_nouns", "event_verbs", "cues")
"""Lexicons whose words, with a capital at the beginning of a sentence, are no part of the name that follows."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the text names."""

    number: int
    given: set[str] = field(default_factory=set)
    surname: str = ""
    mentions: list[Mention] = field(default_factory=list)
    role: str = ""
    """What the text calls them, the fullest phrase."""
    nouns: set[str] = field(default_factory=set)
    """The nouns that stand beside the name, as the dictionary has them."""
    name: str = ""
    """As the text has it."""
    nominative: str = ""
    """The name as it stands in a list of names, or as the text has it where its nominative is not sure."""

    @property
    def gender(self) -> str:
        """By the given name, or by a surname that leaves no doubt; nothing where neither tells."""
        told = next((one.gender for one in self.mentions if one.gender), "")
        return told or next((told for one in self.mentions if (told := gender_of_surname(one.parts[-1]))), "")


@dataclass(slots=True, eq=False)
class Mention:
    """Words `[first:last]` of a paragraph that name a person."""

    passage: int
    first: int
    last: int
    start: int
    end: int
    parts: tuple[str, ...]
    language: str
    shared: str = ""
    """The name in full, where its surname stands with another: "Петра и Анны Лойко"."""
    person: Person = None  # type: ignore[assignment]
    _grammar: tuple[frozenset[str], str] | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return len(self.parts) > 1

    @property
    def cases(self) -> frozenset[str]:
        """The cases that the name may be in, asked of the dictionary only when somebody asks."""
        return self._told()[0]

    @property
    def gender(self) -> str:
        """ "f" or "m" where a given name tells."""
        return self._told()[1]

    def _told(self) -> tuple[frozenset[str], str]:
        if self._grammar is None:
            cases, gender = ANY, ""
            for part in self.parts:
                given = given_name(part, self.language)
                here = given[1] if given and given[1] else ANY if is_initial(part) else name_cases(part, self.language)
                gender = gender or (given[2] if given else "")
                cases = (cases & here) or cases
            self._grammar = cases, gender
        return self._grammar


def mentions_of(page: Page) -> dict[int, list[Mention]]:
    """The mentions of persons in each paragraph, in order; those of one person are not yet known to be so."""
    places = {
        key_of(word.text, page.language) for passage in page.passages for word in passage.words if word.tag == "B-LOC"
    }
    found = {
        passage.number: sorted([*_proposed(page, passage), *_known_names(page, passage)], key=lambda one: one.first)
        for passage in page.passages
    }
    keys = {
        key_of(mention.parts[-1], page.language)
        for many in found.values()
        for mention in many
        if mention.is_full and len(mention.parts[-1]) > 3
    }
    keys |= {
        key_of(part, page.language)
        for many in found.values()
        for mention in many
        if mention.is_full
        for part in mention.parts[:1]
        if leads(part, page.language)
    }
    for passage in page.passages:
        if page.language != "ru":
            found[passage.number] = [
                one
                for one in found[passage.number]
                if one.is_full or _may_stand_alone(page, passage, one, keys, places)
            ]
        found[passage.number] = _completed(page, passage, found[passage.number], keys)
        _families(page, passage, found[passage.number])
    return found


def _proposed(page: Page, passage: Passage) -> Iterator[Mention]:
    """The names that the tagger proposes, each checked for its shape; a title before a name is left out."""
    index, words = 0, passage.words
    while index < len(words):
        if words[index].tag != "B-PER" and not (
            words[index].tag == "I-PER" and (index == 0 or words[index - 1].entity != "PER")
        ):
            index += 1
            continue
        last = index + 1
        while last < len(words) and words[last].tag == "I-PER" and words[last].sentence == words[index].sentence:
            last += 1
        yield from _checked(page, passage, index, last)
        index = last


def _checked(page: Page, passage: Passage, first: int, last: int) -> Iterator[Mention]:
    """The mention that the words are, without lower-case words and foreign letters at its ends."""
    words, language = passage.words, page.language
    titles = [lexicons.by_form(language, name) for name in _NO_NAMES]
    known = [any(words[index].low in one for one in titles) for index in range(first, last)]
    while first < last and (
        not words[first].has_capital
        or (last - first > 1 and (known[0] or words[first].low in lexicons.words(language, "unreal")))
    ):
        first, known = first + 1, known[1:]
    while first < last and (not words[last - 1].has_capital or words[last - 1].text in ".,"):
        last -= 1
    if (
        language != "ru"
        and last < len(words)
        and words[last].has_capital
        and words[last].tag == "O"
        and last - first == 1
        and given_name(words[first].text, language)
        and SURNAME[language].search(words[last].low)
    ):
        last += 1
    if (
        first >= last
        or last - first > 5
        or _is_quoted_name(passage, words[first])
        or _names_a_place(page, words, first, last)
    ):
        return
    parts = tuple(word.text for word in words[first:last] if word.text != ".")
    if any(not part[:1].isalpha() for part in parts) or (
        any(re.search("[A-Za-z]", part) for part in parts) and page.latin is None and language != "ru"
    ):
        return
    if len(parts) == 1 and ((parts[0].isupper() and len(parts[0]) > 1) or len(parts[0]) < 3):
        return
    first = _past_title(words, first, last, language)
    parts = tuple(word.text for word in words[first:last] if word.text != ".")
    opens = passage.sentences[words[first].sentence].first == first
    if (
        language != "ru"
        and len(parts) > 1
        and (opens or any(words[index].low in lexicons.words(language, "not_names") for index in range(first, last)))
        and not any(given_name(part, language) or is_initial(part) for part in parts)
        and not SURNAME[language].search(parts[-1].lower())
    ):
        return
    yield _mention(page, passage, first, last, parts)


def _names_a_place(page: Page, words: Sequence[Word], first: int, last: int) -> bool:
    """ "Заречанский районный суд", "на площади Ленина": an adjective before a body, or a name after a street."""
    before = words[first - 1].low if first else ""
    if before.startswith(lexicons.stems(page.language, "links", "street")):
        return True
    if last - first > 1 or not words[first].low.endswith(_OF_PLACES):
        return False
    bodies = [lexicons.by_form(page.language, name) for name in ("institutions", "authorities", "facilities")]
    after = [word.low for word in words[last : last + 3]]
    return bool(after) and after[0].endswith(_OF_BODIES) and any(low in forms for low in after for forms in bodies)


def _past_title(words: Sequence[Word], first: int, last: int, language: str) -> int:
    """Where the name begins in "Уповноважений Верховної Ради Дмитро Лубін": at the given name, unless a surname leads."""
    if (
        last - first < 3
        or PATRONYMIC.search(words[last - 1].low)
        or given_name(words[first].text, language)
        or is_initial(words[first].text)
    ):
        return first
    return next((index for index in range(first + 1, last - 1) if given_name(words[index].text, language)), first)


def _mention(page: Page, passage: Passage, first: int, last: int, parts: tuple[str, ...]) -> Mention:
    start, end = passage.words[first].start, passage.words[last - 1].end
    return Mention(passage.number, first, last, start, end, parts, page.language)


def _is_quoted_name(passage: Passage, word: Word) -> bool:
    return passage.quotation_at(word.start, word.end, utterance=False) is not None


def _known_names(page: Page, passage: Passage) -> Iterator[Mention]:
    """Names that the tagger missed: a known given name, with the word after it where that looks like a surname."""
    words, language = passage.words, page.language
    if language == "ru":
        return
    index = 0
    while index < len(words):
        word = words[index]
        index += 1
        if (
            word.entity == "PER"
            or not word.has_capital
            or len(word.text) < 3
            or given_name(word.text, language) is None
            or _is_quoted_name(passage, word)
        ):
            continue
        after = words[index] if index < len(words) else None
        begins = passage.sentences[word.sentence].first == word.index
        is_surname = (
            after is not None
            and after.has_capital
            and after.is_word
            and after.entity == ""
            and (not begins or SURNAME[language].search(after.low) is not None)
        )
        if is_surname and after is not None and after.sentence == word.sentence:
            index += 1
            yield _mention(page, passage, word.index, index, (word.text, after.text))
        elif (
            not begins
            and (after is None or not after.has_capital or after.entity == "PER")
            and word.low not in lexicons.words(language, "not_names")
        ):
            yield _mention(page, passage, word.index, word.index + 1, (word.text,))


def _may_stand_alone(page: Page, passage: Passage, mention: Mention, keys: set[str], places: set[str]) -> bool:
    word = passage.words[mention.first]
    if word.low in lexicons.words(page.language, "not_names"):
        return False
    key = key_of(word.text, page.language)
    if any(same_key(key, other) for other in keys) or given_name(word.text, page.language):
        return True
    if key in places or _is_place(passage, mention):
        return False
    opens = passage.sentences[word.sentence].first == mention.first or passage.words[mention.first - 1].text in '«„"—–-'
    return (
        not opens
        and SURNAME[page.language].search(word.low) is not None
        and word.low not in lexicons.words(page.language, "not_names")
    )


def _is_place(passage: Passage, mention: Mention) -> bool:
    """ "У Сарніку": after "in", and not in the genitive that "at somebody's" asks for."""
    before = passage.words[mention.first - 1].low if mention.first else ""
    if before in ("з", "са", "із", "зі"):
        return not mention.cases & {"g", "i"}
    return before in ("у", "в", "во", "на") and "g" not in mention.cases


def _completed(page: Page, passage: Passage, mentions: list[Mention], keys: set[str]) -> list[Mention]:
    """The mentions, with every other word that is the name of somebody named in full."""
    taken = {index for one in mentions for index in range(one.first, one.last)}
    not_names = lexicons.words(page.language, "not_names")
    for word in passage.words:
        if (
            word.index in taken
            or not word.has_capital
            or len(word.text) < 3
            or word.entity in ("LOC", "ORG")
            or word.low in not_names
        ):
            continue
        if key_of(word.text, page.language) in keys and not _is_quoted_name(passage, word):
            mentions.append(_mention(page, passage, word.index, word.index + 1, (word.text,)))
    return sorted(mentions, key=lambda one: one.first)


def _families(page: Page, passage: Passage, mentions: list[Mention]) -> None:
    """ "Братоў Андрэя і Паўла Калвашукоў", "Петра и Анну Лойко": the surname is that of both."""
    for first, second in pairwise(mentions):
        between = passage.words[first.last : second.first]
        if (
            first.is_full
            or not second.is_full
            or len(between) != 1
            or between[0].low not in ("і", "и", "й", "та", "ды")
            or not (given_name(first.parts[0], page.language) and given_name(second.parts[0], page.language))
        ):
            continue
        surname = second.parts[-1]
        if PLURAL.search(surname.lower()):
            first.parts = (first.parts[0], singular(surname))
            second.parts = (*second.parts[:-1], singular(surname))
        elif INDECLINABLE.search(surname.lower()):
            first.parts = (first.parts[0], surname)
        else:
            continue
        stored = page.words(passage.words[second.last - 1].start, passage.words[second.last - 1].end)
        first.shared = f"{page.words(first.start, first.end)} {stored}"
