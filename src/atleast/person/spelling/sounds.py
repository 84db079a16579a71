"""A word as it sounds: one string for the spellings of a name in Cyrillic, Latin, Georgian and Arabic letters.

The letters and what they become are data, `tables/letters.toml`. Where languages differ in what a letter is (г, о, дз) the
sounds stay apart, and `distance` counts little for the exchange. Words in other scripts have no sounds here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from atleast.person.spelling.data import table

_SIGNS = re.compile(r"['`´ʹʺʻʼʽˈ‘’‛′＇]")
_TWICE = re.compile(r"(.)\1+")
# й, j and y before a vowel soften what stands before them, and after one, at the end, are left out as often as not.
_GLIDE = re.compile(r"i(?=[aeou])|(?<=[aeou])i$")
# Belarusian ў, which Latin letters write u: after a vowel, before a consonant or at the end.
_SHORT_U = re.compile(r"(?<=[aeo])u(?=$|[^aeiouyаеёиоуыэюяіїєў])")
# Arabic: what a page turned round of lam and alef (علاء for عالء), and a final ه, which stands for ة as often as not.
_LAM_ALEF, _ALLAH, _FINAL_HA = re.compile("لا|لآ|لأ|لإ"), re.compile("هللا"), re.compile("(?<=[\u0621-\u064a]{2})ه$")
_MEMORY = 1 << 19


@lru_cache(_MEMORY)
def sounds_of(word: str) -> str:
    """The sounds of one word; empty where it has no letter of the scripts that are known."""
    letters = _SIGNS.sub("", unicodedata.normalize("NFC", word.lower()))
    letters = _SHORT_U.sub("v", letters)
    if is_abjad(letters):
        letters = _FINAL_HA.sub("ة", _LAM_ALEF.sub("ال", _ALLAH.sub("الله", letters)))
    heard = _longest().sub(lambda found: _values()[found[0]], "".join(_plain(letters)))
    return _TWICE.sub(r"\1", _GLIDE.sub("", _TWICE.sub(r"\1", heard)))


def is_abjad(word: str) -> bool:
    """Whether a word is in Arabic letters, which leave short vowels out."""
    return any("\u0620" <= letter <= "\u06d3" for letter in word)


def _plain(letters: str) -> Iterator[str]:
    """The letters that the table knows, others without their marks; what is no letter of the table is left out."""
    for letter in letters:
        if letter in _values():
            yield letter
        else:
            bare = unicodedata.normalize("NFD", letter)[0]
            if bare in _values() or bare in "abdefgiklmnoprstuvzhc":
                yield bare


@cache
def _values() -> dict[str, str]:
    bare = {letter: letter for letter in "abcdefghiklmnoprstuvz"}
    return bare | {letters: sound for rows in table("letters").values() for letters, sound in rows.items()}


@cache
def _longest() -> re.Pattern[str]:
    """Any key of the table, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(_values(), key=lambda letters: (-len(letters), letters)))))
