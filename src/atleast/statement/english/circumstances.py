"""When and where an event was, by which article, to what penalty, on what grounds: what its clause says.

A date belongs to the word that it hangs on: to the verb or the noun of the event, not to the verb of saying beside it ("said
on Monday that he had died"). What a clause does not say is not filled in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from atleast.model.statement import When
from atleast.model.words import EventType, Ground
from atleast.statement.articles import find_articles
from atleast.statement.dates import Dated, DateKind, find_dates
from atleast.statement.english import lexicons
from atleast.statement.english.grammar import SUBJECTS, phrase
from atleast.statement.english.matching import Told
from atleast.statement.english.names import Names
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word
from atleast.statement.lexicon import load
from atleast.statement.penalties import find_penalties

_PLACES = ("in", "near", "at", "outside", "inside", "from", "to", "across", "around", "of", "within", "on")
_REASONS = (" for ", " over ", " with ", " of ", " on charges ", " because ", " on suspicion ", " under ", " to ")
_CAUSES = (" for ", " over ", " because ", " on charges ", " on suspicion ")
_ACCUSING = frozenset({EventType.CHARGE})
_STOPS = (";", ", while ", ", who ", ", but ", ", wh", " after ", ", calling ", ", saying ", " in which ")
_LONGEST_REASON = 300
_OPENING = 3
_DECISIONS = frozenset({"decision", "ruling", "verdict", "judgment", "judgement", "order", "decree"})
_LIGHT = frozenset(
    {
        "be",
        "begin",
        "start",
        "take",
        "spend",
        "have",
        "hold",
        "open",
        "end",
        "last",
        "come",
        "happen",
        "occur",
        "conduct",
        "carry",
        "go",
        "continue",
        "remain",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The dates of a page, in order, as the page's own date makes them."""

    dates: tuple[Dated, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, page: Page) -> Calendar:
        """The dates from the first paragraph to the last."""
        if not page.passages:
            return cls((), ())
        first, last = page.passages[0].start, page.passages[-1].end
        dates = tuple(find_dates(page.text, first, last, page.source.source.credit.date, lexicons.LANGUAGE))
        return cls(dates, tuple(date.start for date in dates))

    def within(self, start: int, end: int) -> Sequence[Dated]:
        """The dates that begin in `[start:end]`."""
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def dates_by_word(passage: Passage, calendar: Calendar, events: Sequence[Told]) -> dict[int, Dated]:
    """For the index of each word that tells an event, the date that hangs on it; each date is given once."""
    triggers = {told.word.index: told for told in events}
    found: dict[int, Dated] = {}
    words = passage.tree.words
    for date in calendar.within(passage.start, passage.end):
        if date.when is None or date.kind in (DateKind.UNTIL, DateKind.AS_OF):
            continue
        anchor = next((word for word in words if date.start <= word.start < date.end), None)
        if anchor is None:
            continue
        owner = _owner(anchor, date, words, triggers) or _opened(anchor, passage, triggers)
        if owner is not None:
            found.setdefault(owner.index, date)
    _share(passage, events, found)
    return found


def _owner(anchor: Word, date: Dated, words: Sequence[Word], triggers: dict[int, Told]) -> Word | None:
    """The event word that a date hangs on: the first one above it, or what a light verb above it is about."""
    for above in (anchor, *anchor.ancestors()):
        if above.index in triggers:
            return above
        if date.start <= above.start < date.end or above.pos == "ADP" or above.dep in ("npadvmod", "nummod"):
            continue
        if above.is_verb and above.dep == "acl" and above.head.lemma in _DECISIONS:
            continue
        if above.is_verb:
            about = [
                triggers[word.index].word
                for word in words[above.first : above.last + 1]
                if word.index in triggers and _about(word, above)
            ]
            return about[0] if about else None
    return None


def _opened(anchor: Word, passage: Passage, triggers: dict[int, Told]) -> Word | None:
    """A date that opens a sentence, which the parser hung on a noun: it is that of the sentence's first verb, if that tells an event."""
    low, high = passage.tree.sentences[anchor.sentence]
    if anchor.index - low > _OPENING or any(above.is_verb for above in anchor.ancestors()):
        return None
    verb = next(
        (
            word
            for word in passage.tree.words[anchor.index : high]
            if word.is_verb
            and word.tag in ("VBD", "VBZ", "VBP", "VBN")
            and word.dep not in ("amod", "aux", "auxpass", "relcl")
        ),
        None,
    )
    return triggers[verb.index].word if verb is not None and verb.index in triggers else None


def _about(event: Word, verb: Word) -> bool:
    """Whether the event noun is what a light verb is about: "the trial began on Monday", "had been in detention since May"."""
    if not event.is_noun or verb.lemma not in _LIGHT:
        return event.head is verb and event.dep == "xcomp"
    return event.head is verb or (event.head.pos == "ADP" and event.head.head is verb)


def _share(passage: Passage, events: Sequence[Told], found: dict[int, Dated]) -> None:
    """Coordinated verbs share a date that stands before them all, or after the last of them: "arrested and jailed on Monday"."""
    for told in events:
        word = told.word
        if word.index in found or not word.is_verb or word.dep != "conj":
            continue
        first = word.head
        date = found.get(first.index)
        if date is not None and (date.start < first.start or date.start > word.end):
            found[word.index] = date
    for told in events:
        word = told.word
        if word.index in found or not word.is_verb:
            continue
        later = next(
            (
                child
                for child in word.children_by("conj")
                if child.index in found and not child.child("nsubj", "nsubjpass")
            ),
            None,
        )
        if (
            later is not None
            and found[later.index].start > later.start
            and word.last == later.last
            and later.index - word.index <= 3
        ):
            found[word.index] = found[later.index]


def place_and_facility(told: Told, passage: Passage, page: Page, names: Names) -> tuple[str | None, str | None]:
    """Where it was: a place by name, and where somebody was held, as the clause says."""
    held = lexicons.words("facilities", "held")
    place: str | None = None
    facility: str | None = None
    words = passage.tree.words
    clause = told.word
    for word in words[clause.first : clause.last + 1]:
        if word.dep != "pobj" or word.head.lower not in _PLACES:
            continue
        if facility is None and word.lemma in held and word.head.lower in ("in", "at", "inside", "to", "from", "into"):
            start, end = phrase(word, passage.tree)
            facility = _one_line(page.text[start:end])
        if (
            place is None
            and word.entity in ("GPE", "LOC", "FAC")
            and names.at(passage, word) is None
            and _stands_at(word, told.word, held)
        ):
            place = _entity(word, passage, page)
    return place, facility


def _stands_at(place: Word, event: Word, held: frozenset[str]) -> bool:
    """Whether a place hangs on the event itself, on where somebody is held, or on the court or office that acts."""
    for above in place.ancestors():
        if above is event:
            return True
        if (
            above.pos == "ADP"
            or above.lemma in held
            or (above.dep in SUBJECTS and above.lemma in lexicons.words("authorities"))
        ):
            continue
        return False
    return False


def _entity(word: Word, passage: Passage, page: Page) -> str:
    words = passage.tree.words
    low = high = word.index
    while (
        low
        and words[low - 1].entity == word.entity
        and words[low - 1].sentence == word.sentence
        and words[low - 1].pos == "PROPN"
    ):
        low -= 1
    while high + 1 < len(words) and words[high + 1].entity == word.entity and words[high + 1].pos == "PROPN":
        high += 1
    return _one_line(page.text[words[low].start : words[high].end])


def law(told: Told, passage: Passage, page: Page) -> tuple[tuple[str, ...], str | None]:
    """The articles and the penalty that the clause names, for the types that have them."""
    words = passage.tree.words
    start, end = told.start, words[told.word.last].end
    low, high = passage.sentence_span(told.word)
    articles: tuple[str, ...] = ()
    if told.trigger.type in (EventType.CHARGE, EventType.SENTENCE, EventType.ARREST, EventType.FINE, EventType.TRIAL):
        articles = tuple(
            _one_line(found.text) for found in find_articles(page.text, min(start, low), high, lexicons.LANGUAGE)
        )
    penalty: str | None = None
    if told.trigger.type in (EventType.SENTENCE, EventType.FINE):
        found = find_penalties(page.text, start, max(end, start + 1), lexicons.LANGUAGE)
        penalty = "; ".join(_one_line(one.text) for one in found) or None
    return articles, penalty


def grounds(told: Told, passage: Passage, page: Page) -> tuple[Ground, ...]:
    """What it was for, by the words of the reason that the clause gives; for a protest, assembly."""
    if told.trigger.type is EventType.PROTEST:
        return (Ground.ASSEMBLY,)
    if told.trigger.type not in _WITH_GROUNDS:
        return ()
    words = passage.tree.words
    end = min(
        words[told.word.last].end if told.word.last > told.word.index else passage.sentence_span(told.word)[1],
        told.end + _LONGEST_REASON,
    )
    text = " " + _one_line(page.text[told.end : end]).lower() + " "
    cues = (
        _REASONS
        if told.trigger.type in _ACCUSING or told.word.lemma == "convict" or told.trigger.more == "guilty"
        else _CAUSES
    )
    reason = min((found for cue in cues if (found := text.find(cue)) >= 0), default=-1)
    if reason < 0:
        return ()
    text = text[reason:]
    stop = min((found for mark in _STOPS if (found := text.find(mark)) >= 0), default=len(text))
    text = text[:stop]
    found = {ground for phrase_, ground in _ground_words() if phrase_ in text}
    if Ground.EXPRESSION_ONLINE in found:
        found.discard(Ground.EXPRESSION)
    if Ground.READING in found:
        found -= {Ground.EXPRESSION, Ground.EXPRESSION_ONLINE}
    if Ground.LANGUAGE in found:
        found -= {Ground.EXPRESSION, Ground.ASSEMBLY}
    return tuple(ground for ground in Ground if ground in found)


_WITH_GROUNDS = frozenset(
    {
        EventType.ARREST,
        EventType.CHARGE,
        EventType.SENTENCE,
        EventType.FINE,
        EventType.TRIAL,
        EventType.SEARCH,
        EventType.DISMISSAL,
        EventType.ILL_TREATMENT,
    }
)


@cache
def _ground_words() -> tuple[tuple[str, Ground], ...]:
    return tuple(
        (f" {word}", Ground(entry.value)) for entry in load(lexicons.LANGUAGE, "grounds") for word in entry.words
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
