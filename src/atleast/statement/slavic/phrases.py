"""Noun phrases of a sentence: where one begins and ends, and which word is its head, without a parser."""

from __future__ import annotations

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite, noun_cases
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.references import Discourse

LONGEST = 9
_OBLIQUE_ADJECTIVES = tuple("ого его ому ему ой ом ых их ым им іх ім ай ага ій ої ую ный ний ні".split())
_NO_HEADS = {
    "ru": ("чи", "вши", "ом", "ем", "ами", "ями", "ах", "ях", "но"),
    "be": ("чы", "ўшы", "адна", "йна", "льна", "чна", "ова"),
    "uk": ("чи", "вши", "йно", "льно", "чно"),
}
"""Endings of gerunds, adverbs and oblique cases: no subject."""
OPENING = '«„“"'
_SKIPPED = 5


class NounPhrases:
    """Reads the noun phrases of one sentence."""

    def __init__(self, passage: Passage, sentence: Sentence, discourse: Discourse) -> None:
        self._passage = passage
        self._sentence = sentence
        self._discourse = discourse
        self._page: Page = discourse.page
        self._language = discourse.page.language
        self._stops = lexicons.words(self._language, "unreal", "subordinator")
        self._prepositions = lexicons.words(self._language, "unreal", "preposition")
        self._pronouns = lexicons.entries(self._language, "pronouns")
        self._bounds = lexicons.parts(self._language, "bounds")
        self._cues = lexicons.by_form(self._language, "cues")
        self._skip = lexicons.words(self._language, "speech_links", "skip")

    @property
    def language(self) -> str:
        """The language that is read."""
        return self._language

    def _skipped(self, index: int) -> int:
        words, first = self._passage.words, index
        while first < self._sentence.last and first - index < _SKIPPED:
            phrase = self._skip_phrase(first)
            if phrase == 0:
                break
            first += phrase
        del words
        return first

    def _skip_phrase(self, index: int) -> int:
        words = self._passage.words
        for phrase in (
            (words[index].low, words[index + 1].low) if index + 1 < self._sentence.last else (),
            (words[index].low,),
        ):
            if phrase and " ".join(phrase) in self._skip:
                return len(phrase)
        return 0

    def _previous(self, first: int) -> int:
        """Where the segment before the one that begins at a word begins."""
        words, low = self._passage.words, first - 1
        while low > self._sentence.first and words[low - 1].segment == words[first - 1].segment:
            low -= 1
        return max(low, self._sentence.first)

    def _sets_off(self, word: Word) -> bool:
        """Whether a segment that begins with a word only describes what stands before it: a participle or "который"."""
        pronoun = self._pronouns.get(word.low)
        if pronoun is not None and pronoun.value == "relative":
            return True
        return word.low.endswith(
            ("вший", "вшая", "вшие", "ющий", "ющая", "ющие", "щий", "щая", "щие", "анный", "анная", "енный", "енная")
        )

    def _end(self, first: int) -> int:
        """Where the noun phrase that begins at a word ends."""
        words, index = self._passage.words, first
        while index < self._sentence.last and index - first < LONGEST:
            word = words[index]
            if (
                word.text in OPENING
                and (quoted := self._passage.quotation_at(word.start, word.end))
                and not quoted.is_utterance
            ):
                while index < self._sentence.last and words[index].start < quoted.end:
                    index += 1
                continue
            if (index == first and word.text[0].isdigit()) or (index == first + 1 and words[first].text[0].isdigit()):
                index += 1
                continue
            if (
                not word.is_word
                and not (
                    (word.text[0].isdigit() and index > first and words[index - 1].text == "№")
                    or (word.text in ("№", ".") and word.text != ".")
                )
            ) or word.text in OPENING:
                break
            if (
                (index > first and word.low in self._cues and not word.has_capital)
                or word.low in self._stops
                or (word.low in self._prepositions and index > first)
                or (word.low in self._skip and index > first)
            ):
                break
            if word.low in ("и", "і", "й", "та", "ды") and not self._goes_on(index):
                break
            if (
                index > first
                and word.is_word
                and not word.has_capital
                and is_finite(word.low, self._language)
                and not words[index - 1].low.endswith(("ый", "ий"))
            ):
                break
            index += 1
        return index

    def _goes_on(self, index: int) -> bool:
        """Whether "and" joins one more noun of the phrase, not another clause."""
        after = self._passage.words[index + 1] if index + 1 < self._sentence.last else None
        return (
            after is not None
            and after.is_word
            and not is_finite(after.low, self._language)
            and (after.has_capital or len(after.low) > 3)
        )

    def _is_head(self, noun: int, name: int) -> bool:
        """Whether a noun before a name only says what the person is: no verb, mark or preposition between."""
        between = self._passage.words[noun:name]
        return all(word.is_word or word.text in '«»"№' for word in between) and not any(
            word.low in self._stops or is_finite(word.low, self._language) for word in between
        )

    def _first_noun(self, first: int, last: int) -> int | None:
        index, words = first, self._passage.words
        while index < last:
            word = words[index]
            if word.low in self._prepositions:
                index = self._past_prepositional(index, last)
                continue
            pronoun = self._pronouns.get(word.low)
            if pronoun is not None and pronoun.value == "pronoun" and "n" in pronoun.extra.get("cases", ""):
                return index
            if (
                word.text in OPENING
                and (quoted := self._passage.quotation_at(word.start, word.end))
                and not quoted.is_utterance
            ):
                return index
            mention = self._discourse.names.at(self._passage, index)
            if mention is not None and "n" not in mention.cases:
                index = mention.last
                continue
            if (
                word.text[0].isdigit()
                and index + 1 < last
                and self._passage.words[index + 1].is_word
                and self._passage.words[index + 1].segment == word.segment
                and word.segment == self._passage.words[last - 1].segment
                and self._is_countable(index + 1)
            ):
                return index
            if word.is_word and self._may_head(word):
                return index
            index += 1
        return None

    def _is_countable(self, index: int) -> bool:
        """Whether the word after a number is people or States, and no month or year."""
        low = self._passage.words[index].low
        return low.startswith(
            (
                "стран",
                "государств",
                "держав",
                "дзяржав",
                "дзяржаў",
                "краін",
                "країн",
                "делегац",
                "дэлегац",
                "организац",
                "арганізац",
                "організац",
            )
        ) or self._is_people(self._passage.words[index])

    def _may_head(self, word: Word) -> bool:
        if (
            word.low in self._bounds
            or (len(word.low) < 3 and word.entity != "ORG")
            or word.low in self._skip
            or word.low in self._stops
            or (is_finite(word.low, self._language) and not word.has_capital)
        ):
            return False
        if word.entity == "ORG":
            return True
        return (
            "n" in noun_cases(word.text, self._language)
            and not word.low.endswith(_NO_HEADS[self._language])
            and word.low not in lexicons.words(self._language, "not_names")
        )

    def _is_genitive(self, word: Word) -> bool:
        """Whether a noun after a noun only says whose or of what it is."""
        cases = noun_cases(word.text, self._language)
        return "g" in cases and (
            self._language == "ru"
            or word.low.endswith(
                ("ага", "аў", "яў", "ого", "ів", "ей", "ання", "ення", "ства", "ства", "сті", "сці", "асці", "ості")
            )
        )

    def _past_prepositional(self, index: int, last: int) -> int:
        """The word after a preposition and its noun."""
        words = self._passage.words
        index += 1
        while (
            index + 1 < last
            and words[index].is_word
            and words[index].low.endswith(_OBLIQUE_ADJECTIVES)
            and self._is_governed(words[index + 1])
        ):
            index += 1
        index += 1
        while (
            index < last
            and words[index].is_word
            and not words[index].has_capital
            and words[index - 1].entity != "LOC"
            and self._is_genitive(words[index])
        ):
            index += 1
        while (
            index < last
            and words[index].text in OPENING
            and (quoted := self._passage.quotation_at(words[index].start, words[index].end, utterance=False))
        ):
            while index < last and words[index].start < quoted.end:
                index += 1
        while index < last and (
            words[index].text[0].isdigit() or words[index].low in ("года", "году", "годзе", "року", "році")
        ):
            index += 1
        return index

    def _is_governed(self, word: Word) -> bool:
        """Whether a word after an adjective may be its noun: no pronoun, and nobody in the nominative only."""
        if not word.is_word or word.low in self._pronouns or word.low in self._cues:
            return False
        people = lexicons.by_form(self._language, "people").get(word.low)
        return people is None or any(case != "n" for one in people for case in one.form.cases)

    def _is_people(self, word: Word) -> bool:
        return any(
            word.low in lexicons.by_form(self._language, name) for name in ("people", "authorities", "institutions")
        )

    def _is_possessive(self, index: int) -> bool:
        """ "Его адвокат": a pronoun in the genitive before a noun for people."""
        entry = self._pronouns[self._passage.words[index].low]
        after = self._passage.words[index + 1] if index + 1 < self._sentence.last else None
        return "n" not in entry.extra.get("cases", "") and after is not None and self._is_people(after)

    def _is_body(self, word: Word) -> bool:
        """Whether a word is a body that speaks: by its noun, by the tagger, or by capitals or quotation marks."""
        known = word.low in lexicons.by_form(self._language, "institutions")
        return known or word.entity == "ORG" or word.text in OPENING or (word.text.isupper() and len(word.text) > 1)
