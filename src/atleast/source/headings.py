"""The headings of the cases of a list: "17. Anton Lisk", "6. Rauf Azari, Fikrat oğlu", "20. Lala Rey (Lala Reyova)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from atleast.source.characters import plain

_LONGEST = 160
"""In characters."""
_MOST_WORDS = 8
_NUMBER = re.compile(
    r"\s*(?:#{1,6}\s+)?(?:\*\*|__)?\s*(?P<number>(?:No\.?|№|#)?\s*\d{1,4})\s*[.)]\s*(?=\D)", re.IGNORECASE
)
_MARKS = re.compile(r"\s*(?:#{1,6}\s+)?(?:\*\*|__)?\s*")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?(?:,?\s+[^\W\d_]+(?:['-][^\W\d_]+)*\.?)+")
_PATRONYMICS = frozenset(
    "oglu oğlu ogly oghlu qizi qızı kizi kızı gizi kyzy uulu оглы оглу огли кызы кизи гызы углы уулу".split()
)
_PARTICLES = _PATRONYMICS | frozenset("de da di van von der den al el bin ibn le la ван фон де аль".split())


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """A heading that names one person."""

    number: str | None
    """The number in the list."""
    name: str
    """The name as it is written, on one line; without a patronymic that stands behind a comma, or another name in brackets."""
    also: str | None = None
    """What stands in brackets."""

    @classmethod
    def of(cls, line: str) -> Self | None:
        """The heading that a line, or a few joined, is; None where it names nobody."""
        if len(line) > _LONGEST or line.rstrip().endswith((":", ";", "?", "!")):
            return None
        numbered = _NUMBER.match(line)
        start = (numbered or _MARKS.match(line)).end()  # type: ignore[union-attr]
        rest = " ".join(plain(line[start:]).split()).rstrip("*_ ")
        bracket = _BRACKETS.search(rest)
        name = _BRACKETS.sub("", rest).strip(" ,.") if bracket else rest.rstrip(" ,")
        if not _is_name(name):
            return None
        before, comma, after = name.partition(", ")
        if comma and " " in before and _PATRONYMICS & set(after.lower().split()):
            name = before
        number = numbered["number"].strip("No.№# ") if numbered else None
        return cls(number, name, bracket[1].strip() if bracket else None)


def begins_heading(line: str) -> bool:
    """Whether a line has the number of a heading, or names a person as a heading does."""
    return _NUMBER.match(line) is not None or CaseHeading.of(line) is not None


def is_unfinished(line: str) -> bool:
    """Whether a heading must go on in the next line: a bracket is open, or a patronymic or a comma stands last."""
    words = line.lower().split()
    return is_open(line) or line.rstrip().endswith((",", "-")) or (bool(words) and words[-1] in _PARTICLES)


def goes_on_heading(line: str) -> bool:
    """Whether a line can only be the rest of a heading: it begins with a bracket or with a patronymic."""
    words = line.lower().split()
    return line.startswith("(") or (bool(words) and words[0] in _PARTICLES)


def is_open(text: str) -> bool:
    """Whether more brackets are opened in a text than closed."""
    return text.count("(") > text.count(")")


def _is_name(name: str) -> bool:
    """Two to eight words, each with a capital letter or a particle of names, and nothing else."""
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= _MOST_WORDS or _NAME.fullmatch(name) is None:
        return False
    capitals = [word for word in words if word[0] != word[0].lower()]
    return len(capitals) >= 2 and all(word in capitals or word.lower() in _PARTICLES for word in words)
