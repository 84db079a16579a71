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
from atleast.statement.slavic.participles import participle
from atleast.statement.slavic.wording import Near, is_negated, near

_BEFORE, _AFTER = 14, 13
_BEFORE_PARTICIPLE = 22
"""How many words on either side of a verb the words that it needs may stand."""
_NEAR = 5
_PLURAL_VERBS = (
    "ли",
    "лі",
    "лись",
    "ліся",
    "лися",
    "т",
    "тся",
    "уць",
    "юць",
    "яць",
    "цца",
    "уть",
    "ють",
    "ять",
    "ться",
)
_TYPES = {kind.value: kind for kind in EventType}
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
        return _TYPES[self.entry.value]

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
        if word.entity == "PER" and word.has_capital and word.index != sentence.first:
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
        if not _repeats(one, found)
        and not any(
            _completes(one, other) if one.is_noun else _is_farther(one, other, passage, sentence) for other in found
        )
    ]


def _repeats(verb: Trigger, found: Sequence[Trigger]) -> bool:
    """ "Задержали и доставили в РОВД": the second verb tells of nothing new."""
    if verb.entry.extra.get("repeats") != "no":
        return False
    return any(one.type is verb.type and one.word.index < verb.word.index for one in found)


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
    if verb.word.segment != other.word.segment and _has_its_own(verb, passage):
        return False
    mine, its = _gap(verb, passage, sentence), _gap(other, passage, sentence)
    return its is not None and (mine is None or (its[1] == mine[1] and its[0] < mine[0]))


def _has_its_own(verb: Trigger, passage: Passage) -> bool:
    """Whether the words that a verb needs stand in its own segment."""
    line = " " + " ".join(word.low for word in passage.segment(verb.word)) + " "
    return any(phrase in line for phrase in verb.wanted)


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
    around = near(word, passage, sentence, page, _BEFORE, _AFTER)
    for meaning in sorted(meanings, key=lambda one: _is_doubtful(one, meanings, word, passage, sentence, page)):
        form = meaning.form
        if form.kind is Kind.PASSIVE:
            around = near(word, passage, sentence, page, _BEFORE_PARTICIPLE, _AFTER)
        if form.kind not in _TOLD or not _fits(meaning, around, word, passage, sentence, page):
            continue
        if form.kind in (Kind.PASSIVE, Kind.ACTIVE):
            alike = [one for one in meanings if one.entry is meaning.entry]
            found = participle(word, alike, passage, sentence, page)
            if found is None:
                continue
            form = found
        return Trigger(word, meaning.entry, form, is_noun=False, wanted=meaning.wanted, language=page.language)
    return None


def _fits(meaning: Meaning, around: Near, word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    if not around.fits(meaning):
        return False
    if "negated" not in meaning.entry.needs or is_negated(word, passage, sentence, page.language):
        return True
    none = lexicons.words(page.language, "unreal", "none")
    after = passage.words[word.index + 1 : min(sentence.last, word.index + _NEAR)]
    return meaning.form.kind is Kind.NOUN and any(one.low in none for one in after)


def _is_doubtful(
    meaning: Meaning, meanings: Sequence[Meaning], word: Word, passage: Passage, sentence: Sentence, page: Page
) -> bool:
    """Whether a form that is infinitive and present alike (Belarusian "знаходзіцца") is here the present: no verb governs it."""
    if meaning.form.kind is not Kind.INFINITIVE or not any(
        one.form.kind is Kind.PRESENT and one.entry is meaning.entry for one in meanings
    ):
        return False
    before = passage.words[max(sentence.first, word.index - 3) : word.index]
    governs = [
        *lexicons.stems(page.language, "unreal", "fact"),
        *lexicons.stems(page.language, "unreal", "wish"),
        *lexicons.stems(page.language, "unreal", "modal"),
    ]
    return not any(one.low.startswith(stem) for one in before for stem in governs)


def _is_plural_subject(word: Word, cases: frozenset[str], passage: Passage, page: Page) -> bool:
    """ "Задержания продолжаются": what may be one in the genitive is many where it opens its clause before a verb."""
    segment = passage.segment(word)
    place = next(number for number, one in enumerate(segment) if one is word)
    opens = all(
        noun_cases(one.text, page.language) and not is_finite(one.low, page.language)
        for one in segment[:place]
        if one.is_word
    )
    verbs = [one for one in segment[place + 1 :] if one.is_word and is_finite(one.low, page.language)]
    return "n" in cases and opens and bool(verbs) and verbs[0].low.endswith(_PLURAL_VERBS)


def _noun(word: Word, meanings: Sequence[Meaning], passage: Passage, sentence: Sentence, page: Page) -> Trigger | None:
    around = near(word, passage, sentence, page, _NEAR, _NEAR + 2)
    for meaning in meanings:
        if _fits(meaning, around, word, passage, sentence, page):
            numbers = {one.form.number for one in meanings if one.entry is meaning.entry}
            cases = frozenset(case for one in meanings if one.entry is meaning.entry for case in one.form.cases)
            number = "s" if "s" in numbers and not _is_plural_subject(word, cases, passage, page) else "p"
            return Trigger(
                word,
                meaning.entry,
                Form(meaning.form.lemma, Kind.NOUN, number, meaning.form.gender, cases),
                is_noun=True,
                language=page.language,
            )
    return None
