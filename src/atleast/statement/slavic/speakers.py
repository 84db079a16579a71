"""Who speaks: the phrase beside a word of saying that names the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite, noun_cases
from atleast.statement.slavic.phrases import LONGEST, OPENING, NounPhrases
from atleast.statement.slavic.references import Party, party_of


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, the words `[first:last]` that say so, and what the text calls them."""

    party: Party
    first: int
    last: int
    description: str | None = None


class Speakers(NounPhrases):
    """Finds speakers in one sentence."""

    def after(self, index: int, *, case: str = "n") -> Speaker | None:
        """The speaker named from word `index` on: "сообщила «Весна»", "по словам сестры"."""
        first = self._skipped(index)
        if first >= self._sentence.last:
            return None
        word = self._passage.words[first]
        if word.low in self._bounds and case == "n" and (last := self._end(first + 1)) > first + 1:
            return self._phrase(first, last)
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

    def _earlier(self, first: int, index: int) -> Speaker | None:
        """ "Мария, сестра арестованного, рассказала": the speaker stands before what is set off."""
        words = self._passage.words
        mentions = [
            one
            for one in self._discourse.names.within(self._passage, self._sentence.first, first)
            if "n" in one.cases and index - one.last <= LONGEST + 6
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
                    self._passage, first, min(self._sentence.last, first + LONGEST + 3)
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
        if not (word.is_word or word.text in OPENING) or (not self._is_noun_like(first, last, case)):
            return None
        return self._named_after(first, last) or self._phrase(first, last)

    def _named_after(self, first: int, last: int) -> Speaker | None:
        """ "По словам матери, Марии Гудзий, …": the name that a comma sets beside the noun."""
        words = self._passage.words
        if last + 1 >= self._sentence.last or words[last].text != "," or not self._is_people(words[first]):
            return None
        named = self._discourse.names.at(self._passage, last + 1)
        closes = named is not None and named.last < self._sentence.last and words[named.last].text == ","
        if named is None or not closes:
            return None
        role = self._page.words(words[first].start, words[last - 1].end)
        return Speaker(party_of(named.person), first, named.last, role)

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
            words[first].text in OPENING
            and words[last - 1].text in '»”“"'
            and last - first > 2
            and not any(word.text in '»”"' for word in words[first + 1 : last - 1])
        ):
            start, end = words[first + 1].start, words[last - 2].end
        if known := self._known(first, last):
            return Speaker(known, first, last)
        name = self._page.words(start, end)
        plural = is_plural(words[first].low, self._language)
        return Speaker(Party(name, None, "p" if plural else "s", ""), first, last)

    def _known(self, first: int, last: int) -> Party | None:
        """ "Чиновник", "обвиняемый": a noun alone for somebody whom the page has named."""
        word = self._passage.words[first]
        if last - first != 1 or (word.has_capital and word.index != self._sentence.first):
            return None
        for name in ("people", "authorities"):
            for meaning in lexicons.by_form(self._language, name).get(word.low, ()):
                if meaning.form.number == "p":
                    continue
                own = self._discourse.speaker
                told = [own] if own is not None else []
                told += self._discourse.last("s", meaning.entry.extra.get("gender", ""), persons=True)
                for party in told:
                    if party.person is not None and meaning.form.lemma in party.person.nouns:
                        return party
                if meaning.entry.value == "anyone":
                    return next(iter(self._discourse.last("s", meaning.entry.extra.get("gender", ""))), None)
                if meaning.entry.value == "official" and own is not None and own.person is not None and own.person.role:
                    return own
        return None

    def _is_noun_like(self, first: int, last: int, case: str) -> bool:
        words = self._passage.words
        if any(word.entity in ("ORG", "PER") or word.text in OPENING for word in words[first:last]):
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


def is_plural(low: str, language: str) -> bool:
    """Whether a noun in the nominative is a plural, by its ending."""
    ends = {"ru": ("ы", "и", "ые", "ие"), "be": ("ы", "і", "ыя", "ія"), "uk": ("и", "і", "ї")}[language]
    return low.endswith(ends) and not low.endswith(("ий", "ый", "скі", "цкі"))
