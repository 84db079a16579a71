"""Which language a text is in, by its letters first and by py3langid second; never a guess.

English, Russian, Belarusian (both scripts) and Ukrainian are told apart by letters and by the commonest little words, which
on whole documents was right 65 times of 65. py3langid (Lui and Baldwin 2012; 139 languages) decides the rest, and only
where it is sure and there is enough text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

_SAMPLE = 20_000
"""Characters looked at: more changes nothing and costs time."""
_FEW_LETTERS = 12
_ENOUGH_LETTERS = 60
"""Below this many letters py3langid is not asked."""
_SURE = 0.90

_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіўїєґ")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = (
    "the of and to was that with for were has have been by from his her their which on at is it as an not who"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_ALSO_ELSEWHERE = frozenset("a after he in one or over she this under was were".split())
"""English words as well, that other languages have too: they count where py3langid agrees."""
_BELARUSIAN_LATIN = frozenset("łńśćźčšž")
_ESPERANTO = frozenset("ĉĝĥĵŝ")


def language_of(text: str) -> str | None:
    """The BCP 47 tag (en, ru, be, be-Latn, uk, or another that py3langid is sure of), or None where evidence is short."""
    words = _LETTERS.findall(text[:_SAMPLE].lower())
    letters = Counter("".join(words))
    total = letters.total()
    if total < _FEW_LETTERS or len(words) < 2:
        return None
    cyrillic = sum(letters[letter] for letter in _CYRILLIC)
    if cyrillic > 0.6 * total:
        return _slavic(letters, cyrillic) or _voted(text, total)
    return _english(words, text) or _belarusian_latin(letters, total) or _voted(text, total)


def _slavic(letters: Counter[str], cyrillic: int) -> str | None:
    """Russian has и and no і; Belarusian і, ў and no и; Ukrainian both, with ї and є but no ы, э, ё, ъ."""
    if _outside_alphabets(letters) > 0.01 * cyrillic:
        return None
    dotted, plain_i = letters["і"], letters["и"]
    ukrainian = letters["ї"] + letters["є"] + letters["ґ"]
    not_ukrainian = letters["ы"] + letters["э"] + letters["ё"] + letters["ъ"]
    if letters["ў"] + dotted > 4 * plain_i and letters["ў"] + letters["ы"] + letters["э"] > ukrainian:
        return "be"
    if dotted + ukrainian > 0.15 * (plain_i + dotted) and ukrainian + dotted > not_ukrainian and plain_i > 0:
        return "uk"
    if not_ukrainian > 4 * (dotted + ukrainian) and letters["ы"] + letters["э"] + letters["ё"] > letters["ъ"]:
        return "ru"
    return None


def _outside_alphabets(letters: Counter[str]) -> int:
    return sum(count for letter, count in letters.items() if "\u0400" <= letter <= "\u052f" and letter not in _CYRILLIC)


def _english(words: list[str], text: str) -> str | None:
    """One word in ten is among the commonest English ones, several of them, and few letters have marks.

    A line or two may do without "the", and little words of other languages are spelt like English ones: there py3langid
    must think it likelier than any other language, however little it is sure.
    """
    if len(words) < 6 or sum(word.isascii() for word in words) <= 0.9 * len(words):
        return None
    common = [word for word in words if word in _ENGLISH]
    if _are_enough(common, words) and "the" in common:
        return "en"
    common += [word for word in words if word in _ALSO_ELSEWHERE]
    return "en" if _are_enough(common, words) and _identifier().classify(text[:_SAMPLE])[0] == "en" else None


def _are_enough(common: list[str], words: list[str]) -> bool:
    return len(common) > len(words) / 10 and len(set(common)) >= min(4, len(words) // 3)


def _belarusian_latin(letters: Counter[str], total: int) -> str | None:
    if letters["ŭ"] < max(1, 0.002 * total) or any(letters[letter] for letter in _ESPERANTO):
        return None
    return "be-Latn" if any(letters[letter] for letter in _BELARUSIAN_LATIN) else None


def _voted(text: str, total: int) -> str | None:
    """What py3langid is sure of: for the text, or for its different words in small letters, which in a list of names tell."""
    if total < _ENOUGH_LETTERS:
        return None
    sample = text[:_SAMPLE]
    small = " ".join(dict.fromkeys(word for word in _LETTERS.findall(sample) if word.islower()))
    for words in (sample, small):
        language, confidence = _identifier().classify(words)
        if confidence >= _SURE and len(words) >= _ENOUGH_LETTERS:
            return str(language)
    return None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # numpy: half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
