"""One spelling for the same name: the exact folded name is what mentions are matched by.

Folding takes away case, accents, punctuation and titles; it does not cross scripts or spellings.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_APOSTROPHES = re.compile("['`´ʹʻʼʽˈ‘’‛′＇]")
# Cyrillic letters that their mark makes another letter (й, ў, ї), as against stress marks and the dots of ё, which
# writers leave out.
_OWN_LETTERS = frozenset({("и", "\u0306"), ("у", "\u0306"), ("і", "\u0308")})
_TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "sir", "judge", "president", "minister", "rapporteur", "ambassador"]
)


def fold(name: str) -> str:
    """The form of a name that mentions are compared by: "Dr. Aleś  Bialacki" and "ales bialacki" are one."""
    bare = "".join(letter for letter in _APOSTROPHES.sub("", name) if unicodedata.category(letter) != "Cf")
    taken_apart = _taken_apart(_taken_apart(bare)).translate(_PLAIN)
    words = re.sub(r"[^\w\s]|_", " ", unicodedata.normalize("NFC", _without_accents(taken_apart))).split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def key_of(name: str) -> str:
    """The folded name as a key that can stand in an address: "ales-bialacki"."""
    return fold(name).replace(" ", "-")


def _taken_apart(name: str) -> str:
    """Letters and marks one by one, in lower case. Once is not enough where a sign stands for capital letters."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFD", name).casefold())


def _without_accents(letters: str) -> str:
    kept: list[str] = []
    base = ""
    for letter in letters:
        if not unicodedata.combining(letter):
            base = letter
            kept.append(letter)
        elif (base, letter) in _OWN_LETTERS:
            kept.append(letter)
    return "".join(kept)
