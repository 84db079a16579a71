"""The nouns that are counted in one language, looked up word by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from atleast.model.words import FigureKind
from atleast.statement import lexicon
from atleast.statement.lexicon import Entry
from atleast.statement.slavic.letters import look_up_form

_WORD = re.compile(r"[^\W_][\w'-]*")
_GAP = re.compile(r"\s+")
# "Detained journalists", "задержанных журналистов": what has been done to somebody, before what they are.
_ADJECTIVAL = re.compile(r".+(?:ed|ых|их|ые|ие|ым|им|іх|ыя|ія|ими|ымі|імі)")
# English puts one noun before another: "staff members"; "people detained" is none of these.
_COMPOUND = re.compile(r"(?:.*\s)?(?:media|staff|opposition|student|rights|women|child|civil)", re.IGNORECASE)
# "28 Belgravians": English writes what people are called by their country with a capital.
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ians|ans|ese|ers|is|iaks)")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is counted."""

    kind: str
    """person, force (persons who may as well be those who did it), case, place, name or organisation."""
    designation: str | None
    needs: re.Pattern[str] | None
    """What its sentence must hold for the number to bear on repression."""
    usual: FigureKind = FigureKind.FLOW
    """The kind of figure where nothing tells it."""


PERSON = Noun("person", None, None)


class Nouns:
    """The nouns of a language, by their words as they are looked up; the longest phrase that stands at a place is meant."""

    def __init__(self, language: str) -> None:
        self.known: dict[str, Noun] = {}
        self._language = language
        self._phrases: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._has_demonyms = language == "en"
        for entry in lexicon.load(language, "countable"):
            noun = _noun(entry)
            for words in (*entry.words, *_inflected(entry, language)):
                parts = tuple(self._folded(word) for word in words.split())
                self.known.setdefault(" ".join(parts), noun)
                self._phrases[parts[0]].add(parts)

    def at(self, text: str, start: int) -> tuple[Noun, int] | None:
        """The noun that begins at a place, with what it describes ("detained journalists"), and where it ends."""
        found = self._single(text, start)
        while found and (_ADJECTIVAL.fullmatch(text, start, found[1]) or _COMPOUND.fullmatch(text, start, found[1])):
            gap = _GAP.match(text, found[1])
            further = gap and self._single(text, gap.end())
            if not gap or not further:
                break
            noun = found[0] if found[0].designation else further[0]
            start, found = gap.end(), (noun, further[1])
        return found

    def within(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Noun]]:
        """The nouns of a stretch, in order: where each begins and ends."""
        reached = start
        for word in _WORD.finditer(text, start, end):
            if word.start() >= reached and (found := self.at(text, word.start())):
                reached = found[1]
                yield word.start(), reached, found[0]

    def _single(self, text: str, start: int) -> tuple[Noun, int] | None:
        word = _WORD.match(text, start)
        if word is None:
            return None
        for phrase in sorted(self._phrases.get(self._folded(word.group()), ()), key=len, reverse=True):
            end = self._end_of(phrase, text, start)
            if end is not None:
                return self.known[" ".join(phrase)], end
        if self._has_demonyms and _DEMONYM.fullmatch(word.group()):
            return PERSON, word.end()
        return None

    def _end_of(self, phrase: Iterable[str], text: str, start: int) -> int | None:
        """Where a phrase ends that begins at a place, or None where the text goes on otherwise."""
        end = start
        for number, part in enumerate(phrase):
            gap = _GAP.match(text, end) if number else None
            if number and gap is None:
                return None
            word = _WORD.match(text, gap.end() if gap else end)
            if word is None or self._folded(word.group()) != part:
                return None
            end = word.end()
        return end

    def _folded(self, word: str) -> str:
        return look_up_form(word, self._language)


def _noun(entry: Entry) -> Noun:
    needs = re.compile("|".join(map(re.escape, entry.needs)), re.IGNORECASE) if entry.needs else None
    designation = entry.extra.get("designation")
    usual = FigureKind(entry.extra.get("figure", "stock" if designation else "flow"))
    return Noun(entry.value, designation, needs, usual)


def _inflected(entry: Entry, language: str) -> Iterator[str]:
    """Every form of the entry's `lemmas`; of two words, an adjective and its noun, the forms that agree."""
    lemmas = [lemma.split() for lemma in entry.extra.get("lemmas", "").split("|") if lemma.strip()]
    if not lemmas:
        return
    from atleast.statement.slavic.forms import forms_of  # a dictionary, where a language needs one

    for lemma in lemmas:
        forms = [list(forms_of(word, language, verb=False)) for word in lemma]
        for row in product(*forms):
            numbers = {form.number for _, form in row if form.number}
            if len(numbers) <= 1 and frozenset.intersection(*(form.cases for _, form in row)):
                yield " ".join(text for text, _ in row)
