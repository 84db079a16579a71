"""One spelling for the same name: the exact folded name is what mentions are matched by.

Folding takes away case, accents, punctuation and titles; it does not cross scripts or spellings.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "sir", "judge", "president", "minister", "rapporteur", "ambassador"])


def fold(name: str) -> str:
    """The form of a name that mentions are compared by: "Dr. Aleś  Bialacki" and "ales bialacki" are one."""
    taken_apart = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN)
    letters = "".join(letter for letter in taken_apart if not unicodedata.combining(letter) or letter == "\u0306")
    words = re.sub(r"[^\w\s]", " ", unicodedata.normalize("NFC", re.sub("['’ʼ`´-]", "", letters))).split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def key_of(name: str) -> str:
    """The folded name as a key that can stand in an address: "ales-bialacki"."""
    return fold(name).replace(" ", "-")
