"""The words of a name, each with what it may be: initial, given name, patronymic, family name in whatever case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise

from atleast.person.spelling.data import given_names, table
from atleast.person.spelling.distance import likeness
from atleast.person.spelling.sounds import is_abjad, sounds_of

_MEMORY = 1 << 19
_SHORTEST_STEM = 3
_NEAR_A_GIVEN_NAME = 0.88
_WORD = re.compile(r"[^\W_]+(?:['`´ʹʻʼʽˈ‘’‛′＇][^\W_]+)*['’ʹ]?")
_JOINED = re.compile(r"(?<=[a-zа-яёіў])(?=[A-ZА-ЯЁІЎ])")
_VOWELS = re.compile("[aeiou]")


@dataclass(frozen=True, eq=False, slots=True)
class Word:
    """One word of a name. There is one object for each spelling, so that it can be compared by identity."""

    text: str
    sounds: str
    stem: str
    """The sounds without endings of gender and case."""
    given: frozenset[int]
    """The given names of the table that it may be a form of, by number."""
    is_given: bool
    """Whether it is a given name of the table as it stands, and not only near to one."""
    father: str
    """The sounds of the father's name, where it looks like a patronymic; else empty."""
    fathers: frozenset[int] = frozenset()
    """The given names of the table that the father's may be a form of."""

    digits: str = ""
    """The digits in it, which are no spelling of one another."""
    is_abjad: bool = False
    """Whether it is in letters that leave short vowels out."""

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter, or one sound (Yu, Ю)."""
        return len(self.sounds) == 1 and len(self.text) <= 2 and not self.digits


@dataclass(frozen=True, eq=False, slots=True)
class Name:
    """A name in its words; a patronymic stands apart, since lists give it or not as they please."""

    words: tuple[Word, ...]
    patronymic: Word | None


@lru_cache(_MEMORY)
def name_of(written: str) -> Name:
    """The words of a name as it is written, in any order; titles and "oglu" left out."""
    spelt = joined(_JOINED.sub(" ", written) if " " not in written.strip() else written)
    found = [text for text in _WORD.findall(spelt) if text.casefold() not in _titles()]
    words = [word_of(text.casefold()) for text in found]
    fathered = [number for number, text in enumerate(found) if number and text.casefold() in _filiations()]
    if fathered:
        father = words[fathered[0] - 1]
        others = [word for number, word in enumerate(words) if number not in (fathered[0] - 1, *fathered)]
        as_patronymic = Word(
            father.text, father.sounds, father.stem, father.given, father.is_given, father.sounds, father.given
        )
        return Name(tuple(word for word in others if word.sounds or word.digits), as_patronymic)
    words = [word for word in words if word.sounds or word.digits]
    patronymic = _patronymic(words)
    return Name(tuple(word for word in words if word is not patronymic), patronymic)


def joined(name: str) -> str:
    """The name with what belongs to one word in one word: "Abd al-Rahman", "عبد الرحمن"."""
    for gap, instead in joining():
        name = re.sub(gap, instead, name)
    return name


@cache
def joining() -> tuple[tuple[str, str], ...]:
    """The substitutions that make one word of a word and what it begins or ends with, as Python and RE2 both read them."""
    first, last = ("|".join(map(re.escape, table("endings")["joined"][at])) for at in ("first", "last"))
    return (
        (r"(?i)((?:^|\s)al)-", r"\1"),
        (rf"(?i)((?:^|[\s-])(?:{first}))[\s-]+", r"\1"),
        (rf"(?i)[\s-]+((?:{last})(?:$|[\s-]))", r"\1"),
    )


def _patronymic(words: list[Word]) -> Word | None:
    """The patronymic among three words and more: it follows the given name; a family name in -ovich does not."""
    likely = [word for word in words if word.father]
    if len(words) < 3 or not likely:
        return None
    after_given = [word for before, word in pairwise(words) if word in likely and before.is_given]
    surely = [word for word in likely if role_of(word) is Role.PATRONYMIC]
    return (surely or after_given or likely)[0]


class Role(IntEnum):
    """What one word may be in a name, by itself."""

    NONE = 0
    """No part of a name: a title."""
    OTHER = 1
    GIVEN = 2
    PATRONYMIC = 3
    PERHAPS_PATRONYMIC = 4
    """A patronymic or a family name: both end in -ovich."""
    FILIATION = 5
    """"Son of", "daughter of"."""


_FAMILY_NAMES_END_SO_TOO = ("ich", "icz", "ič", "іч", "ич", "ic", "ыч")


def role_of(word: Word) -> Role:
    """What a word may be in a name, without looking at the others."""
    if word.text in _titles():
        return Role.NONE
    if word.text in _filiations():
        return Role.FILIATION
    if word.father:
        return Role.PERHAPS_PATRONYMIC if word.text.endswith(_FAMILY_NAMES_END_SO_TOO) else Role.PATRONYMIC
    return Role.GIVEN if word.is_given else Role.OTHER


@lru_cache(_MEMORY)
def word_of(text: str) -> Word:
    """One word, in lower case."""
    sounds = sounds_of(text)
    stem = _stem(sounds)
    exact = _given_by_sounds().get(sounds, frozenset())
    inflected = frozenset().union(*(_given_by_sounds().get(form, frozenset()) for form in _nominatives(sounds)))
    given = exact or inflected or _nearest_given(sounds)
    father = _father(sounds)
    fathers = _given_by_trunk().get(_trunk(father), frozenset())
    digits = "".join(filter(str.isdigit, text))
    return Word(text, sounds, stem, given, bool(exact), father, fathers, digits, is_abjad(text))


def beginnings(word: Word) -> frozenset[str]:
    """The sounds that a word may begin with, in whatever language its given name stands."""
    return frozenset(word.sounds[0]).union(*(_beginnings(number) for number in word.given if not word.is_initial))


@cache
def _beginnings(number: int) -> frozenset[str]:
    return frozenset(sounds_of(form)[0] for form in given_names()[number].forms)


def _stem(sounds: str) -> str:
    for kind in ("adjective", "possessive", "noun"):
        for ending, after in _endings(kind):
            if sounds.endswith(ending) and len(sounds) - len(ending) >= _SHORTEST_STEM:
                stem = sounds[: -len(ending)]
                if not after or stem.endswith(after):
                    return stem
    return sounds


def _nominatives(sounds: str) -> Iterator[str]:
    """What the word may be in its first case, if it stands in another: without its ending, or with another for it."""
    for ending, _ in _endings("noun"):
        if sounds.endswith(ending) and len(sounds) - len(ending) >= _SHORTEST_STEM - 1:
            stem = sounds[: -len(ending)]
            yield from (stem, stem + "a", stem + "i", stem + "o", stem + "e")


def _nearest_given(sounds: str) -> frozenset[int]:
    """The given names that a word is only a slip away from."""
    rivals = _given_by_consonants().get(consonants(sounds), ())
    near = [name for form, name in rivals if likeness(form, sounds) >= _NEAR_A_GIVEN_NAME]
    return frozenset(near)


def _father(sounds: str) -> str:
    for ending, _ in _endings("patronymic"):
        if sounds.endswith(ending) and len(sounds) - len(ending) >= 2:
            return sounds[: -len(ending)]
    short = re.fullmatch(r"(\w{2,})(?:iC|iX|ic|iCna|iXna|iniCna|iniXna)", sounds)
    return short[1] if short else ""


def _trunk(sounds: str) -> str:
    """What a given name and the patronymic made of it share: Mikala- of Mikalai and of Mikalaevich."""
    return sounds.rstrip("aeiou")


def consonants(sounds: str) -> str:
    """The consonants of a word by kind, twice the same taken for one: what spellings hardly touch."""
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", sounds.translate(_KINDS)))


_KINDS = str.maketrans(
    {"h": "g", "X": "g", "k": "g", "Q": "g", "C": "s", "c": "s", "S": "s", "z": "s", "Z": "s", "J": "s", "t": "d"}
    | {"f": "b", "p": "b", "v": None, "m": "n"}
)


@cache
def _given_by_sounds() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for name in given_names():
        for form in (*name.forms, *name.diminutives):
            found[sounds_of(form)].add(name.number)
    return {sounds: frozenset(numbers) for sounds, numbers in found.items()}


@cache
def _given_by_trunk() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for name in given_names():
        if name.sex == "male":
            for form in name.forms:
                found[_trunk(sounds_of(form))].add(name.number)
    return {trunk: frozenset(numbers) for trunk, numbers in found.items() if trunk}


@cache
def _given_by_consonants() -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for sounds, numbers in _given_by_sounds().items():
        found[consonants(sounds)] += [(sounds, number) for number in sorted(numbers)]
    return {key: tuple(forms) for key, forms in found.items()}


@cache
def _endings(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = table("endings")[kind]
    longest_first = sorted(rows["endings"], key=lambda ending: (-len(ending), ending))
    return tuple((ending, tuple(rows.get("after", ()))) for ending in longest_first)


@cache
def _titles() -> frozenset[str]:
    return _words(table("endings")["titles"]["words"])


@cache
def _filiations() -> frozenset[str]:
    rows = table("endings")["filiation"]
    return _words([*rows["son"], *rows["daughter"]])


def _words(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in listed)
