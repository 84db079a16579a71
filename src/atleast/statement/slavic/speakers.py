"""Who speaks: the phrase beside a word of saying that names the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite, noun_cases
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.references import Discourse, Party, party_of

_LONGEST = 9
_SKIPPED = 5
_OPENING = '«„“"'


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the words `[first:last]` that say so, and what the text calls them."""

    party: Party
    first: int
    last: int
    description: str | None = None


class Phrases:
    """Finds speakers in one sentence."""

    def __init__(self, passage: Passage, sentence: Sentence, discourse: Discourse) -> None:
        self._passage = passage
        self._sentence = sentence
        self._discourse = discourse
        self._page: Page = discourse.page
        self._language = discourse.page.language
        self._stops = lexicons.words(self._language, "unreal", "subordinator")
        self._prepositions = lexicons.words(self._language, "unreal", "preposition")
        self._pronouns = {words[0]: entry for words, entry in lexicons.phrases(self._language, "pronouns")}
        self._bounds = frozenset(low for phrase in lexicons.words(self._language, "bounds") for low in phrase.split())
        self._cues = lexicons.by_form(self._language, "cues")
        self._skip = lexicons.words(self._language, "speech_links", "skip")

    def after(self, index: int, *, case: str = "n") -> Speaker | None:
        """The speaker named from word `index` on: "сообщила «Весна»", "по словам сестры"."""
        first = self._skipped(index)
        if first >= self._sentence.last:
            return None
        word = self._passage.words[first]
        if word.low in self._prepositions:
            return self._institution(first + 1) if word.low in ("в", "во", "у", "ў", "на") else None
        return self._at(first, case)

    def before(self, index: int) -> Speaker | None:
        """The speaker named before word `index` in its segment, or in the one before where that is only set off."""
        cue = self._passage.words[index]
        first = index
        while first > self._sentence.first and self._passage.words[first - 1].segment == cue.segment:
            first -= 1
        found = self._within(first, index)
        if (
            found is None
            and first > self._sentence.first
            and not any(is_finite(word.low, self._language) for word in self._passage.words[first:index])
        ):
            found = self._earlier(first, index)
        return found

    def document(self, index: int) -> Speaker | None:
        """ "В докладе говорится", "говорится в докладе": the document that says it."""
        words = self._passage.words
        near = [
            *range(index + 1, min(self._sentence.last, index + 3)),
            *range(max(self._sentence.first, index - 8), index),
        ]
        for place in near:
            if (
                words[place].low in ("в", "во", "у")
                and place + 1 < self._sentence.last
                and words[place].segment == words[index].segment
            ):
                last = self._end(place + 1)
                if place + 1 < last and any(self._is_body(word) for word in words[place + 1 : last]):
                    return self._phrase(place + 1, last)
        return None

    def _is_body(self, word: Word) -> bool:
        """Whether a word is a body that speaks: by its noun, by the tagger, or by capitals or quotation marks."""
        known = word.low in lexicons.by_form(self._language, "institutions")
        return known or word.entity == "ORG" or word.text in _OPENING or (word.text.isupper() and len(word.text) > 1)

    def _earlier(self, first: int, index: int) -> Speaker | None:
        """ "Мария, сестра арестованного, рассказала": the speaker stands before what is set off."""
        words = self._passage.words
        mentions = [
            one
            for one in self._discourse.names.within(self._passage, self._sentence.first, first)
            if "n" in one.cases and index - one.last <= _LONGEST + 6
        ]
        if mentions and not any(
            is_finite(word.low, self._language) or word.low in self._stops for word in words[mentions[-1].last : index]
        ):
            return self._person(mentions[-1].first, mentions[-1].first)
        low = self._previous(first)
        after = words[low + 1] if low + 1 < self._sentence.last else None
        if low > self._sentence.first and after is not None and self._sets_off(after):
            return self._within(self._previous(low), low)
        return None

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

    def _at(self, first: int, case: str) -> Speaker | None:
        """The phrase that begins at a word."""
        words = self._passage.words
        word = words[first]
        if (
            word.low in self._pronouns
            and self._pronouns[word.low].value == "pronoun"
            and not self._is_possessive(first)
        ):
            return self._pronoun(first)
        last = self._end(first)
        if last <= first:
            return None
        mention = next(
            (
                one
                for one in self._discourse.names.within(
                    self._passage, first, min(self._sentence.last, first + _LONGEST + 3)
                )
                if one.first <= last
            ),
            None,
        )
        if mention is not None and not self._is_genitive_of(mention.first, first, mention.cases, case):
            return self._person(mention.first, first)
        relative = self._relative(first, last, case)
        if relative is not None:
            return self._phrase(relative, last)
        if not (word.is_word or word.text in _OPENING) or (not self._is_noun_like(first, last, case)):
            return None
        return self._phrase(first, last)

    def _relative(self, first: int, last: int, case: str) -> int | None:
        """ "Сказала Радыё Брэж іх маці": where a noun for people comes after a name, it is who speaks."""
        people = lexicons.by_form(self._language, "people")
        words = self._passage.words
        for index in range(first + 1, last):
            if (
                case == "n"
                and words[index].low in people
                and words[first].has_capital
                and "n" in {c for one in people[words[index].low] for c in one.form.cases}
            ):
                return index - 1 if index - 1 > first and words[index - 1].low in self._pronouns else index
        return None

    def _is_genitive_of(self, name: int, first: int, cases: frozenset[str], case: str) -> bool:
        """ "Адвокат Петрова", "сестра Ивана": the name says whose; "адвокат Петров" is a name."""
        return case == "n" and name > first and "n" not in cases

    def _is_possessive(self, index: int) -> bool:
        """ "Его адвокат": a pronoun in the genitive before a noun for people."""
        entry = self._pronouns[self._passage.words[index].low]
        after = self._passage.words[index + 1] if index + 1 < self._sentence.last else None
        return "n" not in entry.extra.get("cases", "") and after is not None and self._is_people(after)

    def _is_people(self, word: Word) -> bool:
        return any(
            word.low in lexicons.by_form(self._language, name) for name in ("people", "authorities", "institutions")
        )

    def _pronoun(self, index: int) -> Speaker | None:
        entry = self._pronouns[self._passage.words[index].low]
        if "n" not in entry.extra.get("cases", "n"):
            return None
        gender, number = entry.extra.get("gender", "").strip("-"), entry.extra.get("number", "s")
        own = self._discourse.speaker
        if own is not None and (own.gender == gender or number == "p") and (number == "p") == (own.number == "p"):
            return Speaker(own, index, index + 1)
        found = self._discourse.last(number, gender)
        if own is not None and not own.gender and own.number == "s" and not found:
            return Speaker(own, index, index + 1)
        return Speaker(found[0], index, index + 1) if found else None

    def _person(self, name: int, first: int) -> Speaker | None:
        mention = self._discourse.names.at(self._passage, name)
        if mention is None:
            return None
        words = self._passage.words
        role = self._page.words(words[first].start, words[mention.first - 1].end) if first < mention.first else None
        if role and not mention.person.role:
            mention.person.role = role
        return Speaker(party_of(mention.person), first, mention.last, role)

    def _phrase(self, first: int, last: int) -> Speaker:
        words = self._passage.words
        start, end = words[first].start, words[last - 1].end
        if (
            words[first].text in _OPENING
            and words[last - 1].text in '»”“"'
            and last - first > 2
            and not any(word.text in '»”"' for word in words[first + 1 : last - 1])
        ):
            start, end = words[first + 1].start, words[last - 2].end
        name = self._page.words(start, end)
        plural = is_plural(words[first].low, self._language)
        return Speaker(Party(name, None, "p" if plural else "s", ""), first, last)

    def _end(self, first: int) -> int:
        """Where the noun phrase that begins at a word ends."""
        words, index = self._passage.words, first
        while index < self._sentence.last and index - first < _LONGEST:
            word = words[index]
            if (
                word.text in _OPENING
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
                (not word.is_word
                and not (
                    (word.text[0].isdigit()
                    and index > first
                    and words[index - 1].text == "№")
                    or (word.text in ("№", ".")
                    and word.text != ".")
                ))
                or word.text in _OPENING
            ):
                break
            if (
                (index > first and word.low in self._cues and not word.has_capital)
                or word.low in self._stops
                or (word.low in self._prepositions
                and index > first)
                or (word.low in self._skip
                and index > first)
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

    def _is_noun_like(self, first: int, last: int, case: str) -> bool:
        words = self._passage.words
        if any(word.entity in ("ORG", "PER") or word.text in _OPENING for word in words[first:last]):
            return True
        word = words[first]
        if not word.is_word or len(word.low) < 3 or word.low in self._skip:
            return False
        if case != "n" or (word.low in self._pronouns and self._is_possessive(first)):
            return True
        return "n" in noun_cases(word.text, self._language)

    def _institution(self, first: int) -> Speaker | None:
        """ "Сообщили в правозащитном центре «Весна»": a body that speaks, not a place where somebody does."""
        last = self._end(first)
        if last <= first:
            return None
        words = self._passage.words[first:last]
        if not any(self._is_body(word) for word in words):
            return None
        return self._phrase(first, last)

    def _within(self, first: int, last: int) -> Speaker | None:
        """The subject among words before a verb: a name in the nominative, or else the first noun that no preposition governs."""
        mentions = [one for one in self._discourse.names.within(self._passage, first, last) if "n" in one.cases]
        index = self._first_noun(first, last)
        if mentions and (index is None or self._is_head(index, mentions[-1].first)):
            begin = index if index is not None and index < mentions[-1].first else mentions[-1].first
            return self._person(mentions[-1].first, begin)
        if index is None:
            return None
        word = self._passage.words[index]
        if word.low in self._pronouns and self._pronouns[word.low].value == "pronoun":
            return self._pronoun(index)
        return self._phrase(index, max(index + 1, min(self._end(index), last)))

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
                word.text in _OPENING
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
            or (len(word.low) < 3
            and word.entity != "ORG")
            or word.low in self._skip
            or word.low in self._stops
            or (is_finite(word.low, self._language)
            and not word.has_capital)
        ):
            return False
        if word.entity == "ORG":
            return True
        return (
            "n" in noun_cases(word.text, self._language)
            and not word.low.endswith(("чи", "чы", "ўшы", "вши"))
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
            index < last
            and words[index].is_word
            and words[index].low.endswith(
                (
                    "ого",
                    "его",
                    "ому",
                    "ему",
                    "ой",
                    "ом",
                    "ых",
                    "их",
                    "ым",
                    "им",
                    "ых",
                    "іх",
                    "ым",
                    "ім",
                    "ай",
                    "ага",
                    "ій",
                    "ої",
                    "ую",
                    "ую",
                    "ный",
                    "ний",
                    "ні",
                )
            )
            and index + 1 < last
            and words[index + 1].is_word
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
        while index < last and words[index].text in _OPENING and (quoted := self._passage.quotation_at(words[index].start, words[index].end, utterance=False)):
            while index < last and words[index].start < quoted.end:
                index += 1
        while index < last and (
            words[index].text[0].isdigit() or words[index].low in ("года", "году", "годзе", "року", "році")
        ):
            index += 1
        return index


def is_plural(low: str, language: str) -> bool:
    """Whether a noun in the nominative is a plural, by its ending."""
    ends = {"ru": ("ы", "и", "ые", "ие"), "be": ("ы", "і", "ыя", "ія"), "uk": ("и", "і", "ї")}[language]
    return low.endswith(ends) and not low.endswith(("ий", "ый", "скі", "цкі"))
