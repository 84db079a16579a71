"""Letters: those of Belarusian and Ukrainian as Russian ones, and Belarusian in Latin script as Cyrillic.

The Russian map is one letter to one letter, so that offsets stay. Latin script is not, and so it comes with a table: each
Cyrillic letter knows the stretch of the stored text that it was made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from atleast.source.characters import plain

_TO_RUSSIAN = {
    "ru": {},
    "be": str.maketrans("іІўЎ", "иИвВ"),
    "uk": str.maketrans("іІїЇєЄґҐ", "иИиИеЕгГ"),
}
_SOFT_INSIDE = re.compile(r"ь(?=[бвгджзклмнпрстфхцчшщ])")
_SHORT_U = re.compile(r"(?<!\w)ў")
_STRESS = re.compile("[\u0300\u0301]")


def russian_letters(word: str, language: str) -> str:
    """The word as the Russian tagger can read it; as long as it was."""
    return plain(word).translate(_TO_RUSSIAN[language])


@lru_cache(50_000)
def look_up_form(word: str, language: str) -> str:
    """How a word is looked up: small letters, plain apostrophe, no stress, ё as е in Russian, Belarusian without inner ь.

    Belarusian is written with ь between consonants ("сьнежань") or without it ("снежань"), to taste, and у at the beginning of a
    word turns to ў after a vowel, and foreign words have лё or ло ("калёнія", "калонія").
    """
    return look_up_word(look_up_letters(word, language), language)


def look_up_letters(text: str, language: str) -> str:
    """The part of it that keeps the length of a text, for a whole paragraph at once."""
    low = plain(text).lower()
    if len(low) != len(text):
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain(text))
    return low.replace("ё", "е") if language == "ru" else low


def look_up_word(low: str, language: str) -> str:
    """The rest of it, for one word of such a paragraph."""
    if not low.isalpha():
        low = _STRESS.sub("", low)
    if language != "be":
        return low
    if "ь" in low:
        low = _SOFT_INSIDE.sub("", low)
    return _SHORT_U.sub("у", low.replace("лё", "ло")) if "ў" in low or "лё" in low else low


@dataclass(frozen=True, slots=True)
class Cyrillic:
    """A text in Cyrillic, and for each of its letters where the stored text has what it was made of."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that `[start:end]` was made of. The stretch must not be empty."""
        return self.starts[start], self.ends[end - 1]


_VOWELS = {"a": "а", "e": "э", "i": "і", "o": "о", "u": "у", "y": "ы"}
_IOTATED = {"a": "я", "e": "е", "o": "ё", "u": "ю"}
_CONSONANTS = {
    "b": "б", "c": "ц", "č": "ч", "d": "д", "f": "ф", "g": "ґ", "h": "г", "k": "к", "ł": "л", "m": "м", "n": "н", "p": "п",
    "r": "р", "s": "с", "š": "ш", "t": "т", "v": "в", "w": "в", "z": "з", "ž": "ж", "ŭ": "ў", "j": "й", "q": "к", "x": "кс",
}  # fmt: skip
_SOFT = {"ć": "ць", "ń": "нь", "ś": "сь", "ź": "зь", "ĺ": "ль"}


def cyrillic(text: str) -> Cyrillic:
    """Belarusian in Latin script (łacinka) as Cyrillic; what is no Latin letter stays as it is."""
    low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index = 0
    while index < len(text):
        made, length = _next(low, index)
        if text[index].isupper():
            made = made[:1].upper() + made[1:]
        letters.append(made)
        starts.extend([index] * len(made))
        ends.extend([index + length] * len(made))
        index += length
    return Cyrillic("".join(letters), tuple(starts), tuple(ends))


def _next(low: str, index: int) -> tuple[str, int]:
    """The Cyrillic for the letter or two at a place, and how many Latin letters it stands for."""
    letter, after = low[index], low[index + 1 : index + 2]
    if letter == "c" and after == "h":
        return "х", 2
    if letter in "ji" and after in _IOTATED:
        apart = letter == "j" and index > 0 and low[index - 1] in _CONSONANTS and low[index - 1] != "j"
        return ("'" if apart else "") + _IOTATED[after], 2
    if letter == "l":
        return _soft_l(after)
    return _SOFT.get(letter) or _CONSONANTS.get(letter) or _VOWELS.get(letter) or letter, 1


def _soft_l(after: str) -> tuple[str, int]:
    """An l without a stroke is soft: the vowel after it tells so, or a soft sign does."""
    if after in _IOTATED and after:
        return "л" + _IOTATED[after], 2
    return ("л", 1) if after in ("i", "l", "y") and after else ("ль", 1)
