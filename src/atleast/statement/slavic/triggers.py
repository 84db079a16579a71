"""Words that tell of an event, by the lexicons `event_verbs` and `event_nouns`: each with its entry and its grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.words import EventType
from atleast.statement.lexicon import Entry
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite, noun_cases
from atleast.statement.slavic.inflection import Form, Kind
from atleast.statement.slavic.lexicons import Meaning
from atleast.statement.slavic.page import Page, Passage, Sentence, Word

_BEFORE, _AFTER = 14, 13
_BEFORE_PARTICIPLE = 22
"""How many words on either side of a verb the words that it needs may stand."""
_NEAR = 5
_TOLD = (Kind.PAST, Kind.PRESENT, Kind.INFINITIVE, Kind.PREDICATE, Kind.PASSIVE, Kind.ACTIVE, Kind.GERUND, Kind.FUTURE)


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A word of a sentence that may tell of an event."""

    word: Word
    entry: Entry
    form: Form
    is_noun: bool
    wanted: tuple[str, ...] = ()
    """Beginnings of phrases of which one must stand near."""
    language: str = "ru"

    @property
    def type(self) -> EventType:
        """The type of the event."""
        return EventType(self.entry.value)

    @property
    def is_passive(self) -> bool:
        """Whether its grammatical subject is whom it happens to."""
        return not self.is_noun and (self.form.kind in (Kind.PREDICATE, Kind.PASSIVE) or self.form.reflexive)

    @property
    def roles(self) -> tuple[str, ...]:
        """How the one to whom it happens is said: object, subject, dative, at, against, over, genitive, nobody."""
        return lexicons.options(self.entry, "happens_to") or (
            ("genitive", "dative", "over", "against") if self.is_noun else ("object",)
        )


def triggers(passage: Passage, sentence: Sentence, page: Page) -> list[Trigger]:
    """The triggers of a sentence in order; a noun that only completes a verb of the same type is left out."""
    verbs = lexicons.by_form(page.language, "event_verbs")
    nouns = lexicons.by_form(page.language, "event_nouns")
    found: list[Trigger] = []
    verb_forms, noun_forms = verbs.texts, nouns.texts
    for word in passage.words_of(sentence):
        low, trigger = word.low, None
        if word.entity == "PER" and word.index != sentence.first:
            continue
        if low in verb_forms:
            trigger = _verb(word, verbs[low], passage, sentence, page)
        if trigger is None and low in noun_forms:
            trigger = _noun(word, nouns[low], passage, sentence, page)
        if trigger is not None:
            found.append(trigger)
    return [
        one
        for one in found
        if not any(
            _completes(one, other) if one.is_noun else _is_farther(one, other, passage, sentence) for other in found
        )
    ]


def _is_farther(verb: Trigger, other: Trigger, passage: Passage, sentence: Sentence) -> bool:
    """Whether the words that a verb needs stand nearer to another verb of the same type: they are that one's."""
    after = passage.words[verb.word.index + 1].low if verb.word.index + 1 < sentence.last else ""
    if (
        after in lexicons.words(verb.language, "numbers")
        or after in lexicons.words(verb.language, "pronouns")
        or after[:1].isdigit()
    ):
        return False
    if verb is other or other.is_noun or verb.type is not other.type or not (verb.wanted and other.wanted):
        return False
    mine, its = _gap(verb, passage, sentence), _gap(other, passage, sentence)
    return its is not None and (mine is None or (its[1] == mine[1] and its[0] < mine[0]))


def _gap(verb: Trigger, passage: Passage, sentence: Sentence) -> tuple[int, int] | None:
    """How far the nearest phrase that a verb needs is, and at which word it begins."""
    words = passage.words
    best: tuple[int, int] | None = None
    for index in range(max(sentence.first, verb.word.index - _BEFORE), min(sentence.last, verb.word.index + _AFTER)):
        line = " " + " ".join(word.low for word in words[index : index + 4])
        if index != verb.word.index and any(line.startswith(phrase) for phrase in verb.wanted):
            gap = abs(index - verb.word.index)
            best = (gap, index) if best is None or gap < best[0] else best
    return best


def _completes(noun: Trigger, other: Trigger) -> bool:
    """ "Вынес приговор" is one event; of two nouns of a kind side by side ("процесс суда") the first is kept."""
    if noun is other or noun.type is not other.type or noun.word.sentence != other.word.sentence:
        return False
    gap = abs(noun.word.index - other.word.index)
    if other.is_noun:
        return gap == 1 and other.word.index < noun.word.index
    return gap <= _NEAR + 2 and abs(noun.word.segment - other.word.segment) <= 0


def _verb(word: Word, meanings: Sequence[Meaning], passage: Passage, sentence: Sentence, page: Page) -> Trigger | None:
    around = _around(word, passage, sentence, _BEFORE, _AFTER)
    for meaning in sorted(meanings, key=lambda one: _is_doubtful(one, meanings, word, passage, sentence, page)):
        form = meaning.form
        if form.kind is Kind.PASSIVE:
            around = _around(word, passage, sentence, _BEFORE_PARTICIPLE, _AFTER)
        if form.kind not in _TOLD or not _fits(meaning, around, word, passage, sentence, page):
            continue
        if form.kind in (Kind.PASSIVE, Kind.ACTIVE):
            participle = _participle(
                word, [one for one in meanings if one.entry is meaning.entry], passage, sentence, page
            )
            if participle is None:
                continue
            return Trigger(
                word, meaning.entry, participle, is_noun=False, wanted=meaning.wanted, language=page.language
            )
        return Trigger(word, meaning.entry, form, is_noun=False, wanted=meaning.wanted, language=page.language)
    return None


def _is_doubtful(
    meaning: Meaning, meanings: Sequence[Meaning], word: Word, passage: Passage, sentence: Sentence, page: Page
) -> bool:
    """Whether a form that is infinitive and present alike (Belarusian "знаходзіцца") is here the present: no verb governs it."""
    if meaning.form.kind is not Kind.INFINITIVE or not any(
        one.form.kind is Kind.PRESENT and one.entry is meaning.entry for one in meanings
    ):
        return False
    near = passage.words[max(sentence.first, word.index - 3) : word.index]
    governs = [
        *lexicons.stems(page.language, "unreal", "fact"),
        *lexicons.stems(page.language, "unreal", "wish"),
        *lexicons.stems(page.language, "unreal", "modal"),
    ]
    return not any(one.low.startswith(stem) for one in near for stem in governs)


def _noun(word: Word, meanings: Sequence[Meaning], passage: Passage, sentence: Sentence, page: Page) -> Trigger | None:
    around = _around(word, passage, sentence, _NEAR, _NEAR + 2)
    for meaning in meanings:
        if _fits(meaning, around, word, passage, sentence, page):
            numbers = {one.form.number for one in meanings if one.entry is meaning.entry}
            cases = frozenset(case for one in meanings if one.entry is meaning.entry for case in one.form.cases)
            number = "s" if "s" in numbers else "p"
            return Trigger(
                word,
                meaning.entry,
                Form(meaning.form.lemma, Kind.NOUN, number, meaning.form.gender, cases),
                is_noun=True,
            )
    return None


def _around(word: Word, passage: Passage, sentence: Sentence, before: int, after: int) -> str:
    """The words around one in its sentence, in one line, up to a strong mark."""
    low, high = max(sentence.first, word.index - before), min(sentence.last, word.index + after)
    for index in range(word.index - 1, low - 1, -1):
        if passage.words[index].text in ";:":
            low = index + 1
            break
    for index in range(word.index + 1, high):
        if passage.words[index].text == ";":
            high = index
            break
    return " " + " ".join(one.low for one in passage.words[low:high]) + " "


def _fits(meaning: Meaning, around: str, word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    if not meaning.fits(around):
        return False
    return "negated" not in meaning.entry.needs or is_negated(word, passage, sentence, page.language)


def is_negated(word: Word, passage: Passage, sentence: Sentence, language: str) -> bool:
    """Whether "not" stands before a verb, or before the auxiliary before it."""
    negations = lexicons.either(language, "unreal", "negation", "none")
    auxiliaries = lexicons.words(language, "unreal", "auxiliary")
    index = word.index - 1
    while index >= sentence.first and word.index - index <= 3:
        one = passage.words[index]
        if one.low in negations:
            return True
        if one.low not in auxiliaries:
            return False
        index -= 1
    return False


def _participle(
    word: Word, meanings: Sequence[Meaning], passage: Passage, sentence: Sentence, page: Page
) -> Form | None:
    """What a participle is: predicate, attribute after a comma, or attribute before a name; None where it is only a noun."""
    forms = [one.form for one in meanings if one.form.kind in (Kind.PASSIVE, Kind.ACTIVE)]
    cases = frozenset(case for form in forms for case in form.cases)
    first = forms[0]
    before = passage.words[word.index - 1] if word.index > sentence.first else None
    after = passage.words[word.index + 1] if word.index + 1 < sentence.last else None
    auxiliaries = lexicons.words(page.language, "unreal", "auxiliary")
    near = [passage.words[index].low for index in range(max(sentence.first, word.index - 4), word.index)]
    numbers = {form.number for form in forms}
    number = numbers.pop() if len(numbers) == 1 else ""
    genders = {form.gender for form in forms if form.gender}
    gender = genders.pop() if len(genders) == 1 else ""
    if first.kind is Kind.PASSIVE and ("n" in cases or "i" in cases) and any(low in auxiliaries for low in near):
        return Form(first.lemma, Kind.PREDICATE, number, gender, frozenset("n"))
    if before is not None and before.text in ",(" and after is not None and (after.is_word or after.text[0].isdigit()):
        return Form(first.lemma, first.kind, number, gender, cases)
    if (
        page.language != "ru"
        and first.kind is Kind.PASSIVE
        and "n" in cases
        and _is_predicate(word, after, passage, page)
    ):
        return Form(first.lemma, Kind.PREDICATE, number, gender, frozenset("n"))
    if after is not None and (after.entity == "PER" or _leads_to_name(word, passage, sentence, page)):
        return Form(first.lemma, first.kind, number, gender, cases)
    return None


def _is_predicate(word: Word, after: Word | None, passage: Passage, page: Page) -> bool:
    """Whether a participle (Belarusian, Ukrainian) says what its clause says: no verb beside it, no noun after."""
    if any(one is not word and is_finite(one.low, page.language) for one in passage.segment(word)):
        return False
    if after is None or not after.is_word or after.has_capital:
        return True
    if after.low in lexicons.words(page.language, "unreal", "preposition"):
        return True
    people = lexicons.by_form(page.language, "people").get(after.low)
    cases = (
        frozenset(case for one in people for case in one.form.cases)
        if people
        else noun_cases(after.text, page.language)
    )
    return "n" not in cases and "i" in cases


def _leads_to_name(word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """ "Задержанный накануне в Минске журналист Иван": up to seven words on, in the same segment, a name follows."""
    for one in passage.words[word.index + 1 : min(sentence.last, word.index + 8)]:
        if one.segment != word.segment:
            return False
        if one.entity == "PER":
            return True
    del page
    return False
