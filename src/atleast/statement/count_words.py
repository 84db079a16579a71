"""The vocabulary of counts in one language, compiled once: nouns, bounds, links and cues as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from atleast.model.words import Bound, FigureKind
from atleast.statement import lexicon
from atleast.statement.lexicon import Entry

_MODIFIERS = 3
# "28 Belgravians": English writes what people are called by their country with a capital.
_DEMONYM = r"[A-Z][a-z]+(?:ians|ans|ese|ers|is|iaks)"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is counted."""

    kind: str
    """person, case or organisation."""
    designation: str | None
    needs: re.Pattern[str] | None
    """What its sentence must hold for the number to bear on repression."""


@dataclass(frozen=True, slots=True)
class CountWords:
    """The patterns of one language. All are made for text as `source.characters.plain` gives it."""

    phrase: re.Pattern[str]
    """After a number: up to three modifiers and a noun, groups `modifiers` and `noun`."""
    noun: re.Pattern[str]
    them: re.Pattern[str]
    """ "of them", with the noun that may follow it in the group `noun`."""
    fate: re.Pattern[str]
    """ "were released", after a number that stands alone; the word in the group `fate`."""
    who: re.Pattern[str]
    before_them: re.Pattern[str]
    group: re.Pattern[str]
    number_of: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    range: re.Pattern[str]
    """What stands between the two numbers of a range."""
    crowd: re.Pattern[str]
    """What makes those counted a crowd: "marched", within two words after them."""
    either: re.Pattern[str]
    """ "or", before the larger of two numbers."""
    alone: re.Pattern[str]
    """What may follow a number that no noun follows."""
    cue: re.Pattern[str]
    nouns: dict[str, Noun]
    bounds: dict[tuple[str, str], Bound]
    """The bound that words say, by their place (before or after) and themselves."""
    cues: dict[str, FigureKind]

    @classmethod
    def of(cls, language: str) -> Self:
        """The vocabulary of a language that has the lexicons countable, bounds, count_links and figure_cues."""
        nouns = {word.lower(): _noun(entry) for entry in lexicon.load(language, "countable") for word in entry.words}
        links = {value: _either(_words_of(language, "count_links", value)) for value in _LINKS}
        bounds = {
            (entry.extra.get("place", "before"), word): Bound(entry.value)
            for entry in lexicon.load(language, "bounds")
            for word in entry.words
        }
        cues = {
            word: FigureKind(entry.value) for entry in lexicon.load(language, "figure_cues") for word in entry.words
        }
        noun = rf"(?P<noun>(?i:{_either(nouns)})" + (rf"|{_DEMONYM})" if language == "en" else ")")
        modifier = rf"(?!(?i:{links['stop']}|{links['or']})\b)[^\W\d_][\w'-]*\s+"
        filler = rf"(?:\s+(?:{links['filler']}))*\s*"
        return cls(
            phrase=re.compile(
                rf"(?:-|\s+)(?:of\s+)?(?:the\s+|these\s+|those\s+|his\s+|her\s+|their\s+)?"
                rf"(?:(?i:{links['more']})\s+)?"
                rf"(?P<modifiers>(?:{modifier}){{0,{_MODIFIERS}}}?){noun}(?!\w)"
            ),
            noun=re.compile(rf"(?<!\w){noun}(?!\w)"),
            them=re.compile(rf"\s+(?i:{links['them']})(?!\w)(?:\s+{noun}(?!\w))?"),
            fate=re.compile(rf"\s+(?i:{links['aux']})\s+(?:\w+\s+)?(?P<fate>(?i:{links['fate']}))(?!\w)"),
            who=re.compile(rf",?\s+(?i:{links['who']})(?!\w)"),
            before_them=re.compile(rf"(?<!\w)(?i:{links['them']})(?i:{filler})$"),
            group=re.compile(rf"(?<!\w)(?i:{links['group']})\s+$"),
            number_of=re.compile(rf"(?<!\w)(?i:{links['number_of']})(?!\w)"),
            bound_before=re.compile(rf"(?<!\w)(?P<bound>{_either(_at(bounds, 'before'))})(?:{filler})$", re.IGNORECASE),
            bound_after=re.compile(rf",?\s+(?P<bound>{_either(_at(bounds, 'after'))})(?!\w)", re.IGNORECASE),
            range=re.compile(rf"\s*(?:[-\u2013]|(?i:{links['to']}))\s*"),
            crowd=re.compile(rf"(?:\s+[\w'-]+){{0,2}}?\s+(?i:{links['crowd']})(?!\w)"),
            either=re.compile(rf"(?<!\w)(?i:{links['or']})\s+$"),
            alone=re.compile(rf"\s*(?:[.,;:!?)]|$|\s(?i:{links['stop']}|{links['or']}|{links['aux']})(?!\w))"),
            cue=re.compile(rf"(?<!\w)(?:{_either(cues)})(?!\w)", re.IGNORECASE),
            nouns=nouns,
            bounds=bounds,
            cues=cues,
        )


_LINKS = ("them", "group", "number_of", "who", "stop", "filler", "more", "aux", "fate", "or", "to", "crowd")


@cache
def count_words(language: str) -> CountWords:
    """The vocabulary of a language, compiled once."""
    return CountWords.of(language)


def _noun(entry: Entry) -> Noun:
    needs = re.compile("|".join(map(re.escape, entry.needs)), re.IGNORECASE) if entry.needs else None
    return Noun(entry.value, entry.extra.get("designation"), needs)


def _words_of(language: str, name: str, value: str) -> list[str]:
    return [word for entry in lexicon.load(language, name) if entry.value == value for word in entry.words]


def _at(bounds: dict[tuple[str, str], Bound], place: str) -> list[str]:
    return [word for at, word in bounds if at == place]


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
