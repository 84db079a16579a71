"""The fixed labels of lists of cases: "Date of arrest:", "Место содержания:". What each says is data (`words/labels.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from atleast.source.characters import plain

_DATA = Path(__file__).with_name("words") / "labels.toml"
_LONGEST = 60
"""In characters: a colon that stands further from the start of its line ends no label."""
_BEFORE = r"[ \t\u00a0]*(?:[-*\u2022\u2013\u2014\u00b7][ \t\u00a0]+)?(?:\*\*|__)?(?:the[ \t\u00a0]+)?"
_AFTER = r"[ \t\u00a0]*(?:\*\*|__)?[ \t\u00a0]*:(?:\*\*|__)?[ \t\u00a0]*"
# A label that no list of words has: one to four words, the first with a capital letter.
_ANY = re.compile(rf"{_BEFORE}(?=[^\W\d_a-zа-яёўіїєґ])[^\W\d_]+(?:[ \u00a0'’/-][^\W\d_]+){{0,3}}{_AFTER}(?=\s|$)")


class Meaning(StrEnum):
    """What a label says of the words behind it."""

    ARREST_DATE = "arrest_date"
    SENTENCE_DATE = "sentence_date"
    RELEASE_DATE = "release_date"
    DEATH_DATE = "death_date"
    ARTICLE = "article"
    PENALTY = "penalty"
    FACILITY = "facility"
    PLACE = "place"
    STATUS = "status"
    AUTHORITY = "authority"
    GROUNDS = "grounds"
    ASIDE = "aside"
    """A fact that is no event: a date of birth, an occupation."""
    NARRATIVE = "narrative"
    """Prose about the case, which is read as prose."""
    UNKNOWN = "unknown"
    """It has the shape of a label, and no list of words has it."""


TELLING = frozenset(Meaning) - {Meaning.AUTHORITY, Meaning.ASIDE, Meaning.NARRATIVE, Meaning.UNKNOWN}
"""The labels that tell what befell a person."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label: what it says, in which language, and where the words behind it begin."""

    meaning: Meaning
    language: str | None
    end: int


def label_at(text: str, start: int, end: int, language: str | None = None) -> Label | None:
    """The label with which the line `text[start:end]` begins, if it is one that the lists have.

    Where two languages have the same label, `language` decides, BCP 47.
    """
    head = plain(text[start : min(end, start + _LONGEST)])
    if ":" not in head:
        return None
    first = (language or "").partition("-")[0]
    for each in sorted(_known(), key=lambda other: (other != first, other)):
        pattern, meanings = _known()[each]
        match = pattern.match(head)
        # Letters that only a comparison without case takes for those of the label, such as "ſ", are none.
        if match and (meaning := meanings.get(_folded(match["label"]))):
            return Label(meaning, each, start + match.end())
    return None


def any_label_at(text: str, start: int, end: int, language: str | None = None) -> Label | None:
    """The same, or what has the shape of a label, with the meaning `unknown`."""
    if known := label_at(text, start, end, language):
        return known
    match = _ANY.match(text, start, min(end, start + _LONGEST))
    return Label(Meaning.UNKNOWN, None, match.end()) if match else None


@cache
def _known() -> dict[str, tuple[re.Pattern[str], dict[str, Meaning]]]:
    """For each language, what finds a label at the start of a line, and what each of them says."""
    entries: dict[str, list[dict[str, str | list[str]]]] = tomllib.loads(_DATA.read_text("utf-8"))
    known = {}
    for language, labels in entries.items():
        meanings = {_folded(words): Meaning(str(entry["value"])) for entry in labels for words in entry["words"]}
        longest_first = sorted(meanings, key=lambda words: (-len(words), words))
        forms = "|".join(re.escape(words).replace(r"\ ", r"[ \t]+").replace("е", "[её]") for words in longest_first)
        known[language] = (re.compile(rf"{_BEFORE}(?P<label>{forms}){_AFTER}", re.IGNORECASE), meanings)
    return known


def _folded(words: str) -> str:
    return " ".join(plain(words).lower().replace("ё", "е").split())
