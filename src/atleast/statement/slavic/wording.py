"""What must stand near a word for it to mean what its entry says: phrases, a term, a person, "not".

A date's own words ("в 2031 году", "год назад", "в возрасте сорока лет") are no term, and are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.lexicons import Meaning
from atleast.statement.slavic.page import Page, Passage, Sentence, Word

_PERSON_REACH = 6
_NUMBER_REACH = 3
_YEAR = 4
_QUOTES = '«»„“”"'
_DATED = frozenset(
    """этом этого прошлом прошлого том того текущем текущего следующем следующего каждый последний этот прошлый
    гэтым гэтага мінулым мінулага тым таго наступным апошні гэты мінулы
    цьому цього минулому минулого тому того поточному наступному останній цей минулий торік""".split()
)
"""Words before "year" or "month" that make a date of it."""


class Near:
    """The words `[low:high]` of a sentence around one word."""

    def __init__(self, passage: Passage, page: Page, word: Word, low: int, high: int) -> None:
        self._words = passage.words[low:high]
        self._language = page.language
        self._word = word
        self._line: str | None = None

    @property
    def line(self) -> str:
        """The words as they are looked up, in one line, without those of dates and of ages."""
        if self._line is None:
            units = lexicons.words(self._language, "penalties", "unit")
            kept = (
                one.low
                for place, one in enumerate(self._words)
                if one.text not in _QUOTES and not (one.low in units and _is_dated(self._words, place, self._language))
            )
            self._line = " " + " ".join(kept) + " "
        return self._line

    def fits(self, meaning: Meaning) -> bool:
        """Whether what an entry asks for is there and nothing that it excludes."""
        needs, line = meaning.entry.needs, self.line
        if any(phrase in line for phrase in meaning.unwanted):
            return False
        also = lexicons.options(meaning.entry, "and")
        if also and not any(f" {phrase}" in line for phrase in also):
            return False
        wanted = any(phrase in line for phrase in meaning.wanted)
        if "person" in needs:
            return wanted or self._has_person()
        if meaning.wanted and not wanted:
            return False
        return "term" not in needs or self._has_term()

    def _has_term(self) -> bool:
        """Whether a length of time that is no date stands in the word's own segment: "три года", "15 суток", "на сутки"."""
        units = lexicons.words(self._language, "penalties", "unit")
        numbers = lexicons.words(self._language, "numbers")
        for place, one in enumerate(self._words):
            if (
                one.low not in units
                or one.segment != self._word.segment
                or _is_dated(self._words, place, self._language)
            ):
                continue
            before = self._words[max(0, place - _NUMBER_REACH) : place]
            if any(other.low in numbers or other.text[0].isdigit() for other in before):
                return True
            if one.low.startswith("сут") and before and before[-1].low == "на":
                return True
        return False

    def _has_person(self) -> bool:
        """Whether a person stands nearby in the same segment: a name, a noun for people or a pronoun."""
        people = lexicons.by_form(self._language, "people").texts
        pronouns = lexicons.entries(self._language, "pronouns")
        return any(
            (one.entity == "PER" or one.low in people or one.low in pronouns)
            and one.segment == self._word.segment
            and abs(one.index - self._word.index) <= _PERSON_REACH
            for one in self._words
        )


def near(word: Word, passage: Passage, sentence: Sentence, page: Page, before: int, after: int) -> Near:
    """The words around one in its sentence, up to a strong mark."""
    low, high = max(sentence.first, word.index - before), min(sentence.last, word.index + after)
    for index in range(word.index - 1, low - 1, -1):
        if passage.words[index].text in ";:":
            low = index + 1
            break
    for index in range(word.index + 1, high):
        if passage.words[index].text == ";":
            high = index
            break
    return Near(passage, page, word, low, high)


def _is_dated(words: Sequence[Word], place: int, language: str) -> bool:
    """Whether a unit of time belongs to a date or an age: "2031 года", "прошлом году", "год назад", "в возрасте 40 лет"."""
    before = words[place - 1] if place else None
    after = words[place + 1].low if place + 1 < len(words) else ""
    if before is not None and ((before.text[0].isdigit() and len(before.text) == _YEAR) or before.low in _DATED):
        return True
    if after in lexicons.words(language, "penalties", "not_before"):
        return True
    aged = lexicons.words(language, "penalties", "not_after")
    return any(one.low in aged for one in words[max(0, place - _NUMBER_REACH) : place])


def is_negated(word: Word, passage: Passage, sentence: Sentence, language: str) -> bool:
    """Whether "not" stands before a verb, before the auxiliary before it, or before the one after it."""
    negations = lexicons.either(language, "unreal", "negation", "none")
    auxiliaries = lexicons.words(language, "unreal", "auxiliary")
    index = word.index - 1
    while index >= sentence.first and word.index - index <= 3:
        one = passage.words[index]
        if one.low in negations:
            return True
        if one.low not in auxiliaries:
            break
        index -= 1
    after = passage.words[word.index + 1 : min(sentence.last, word.index + 3)]
    return len(after) == 2 and after[0].low in negations and after[1].low in auxiliaries
