"""The dates of a page, and which event each of them is the date of.

A date belongs to the word that it hangs on: to the verb or the noun of the event, not to the verb of saying beside it ("said
on Monday that he had died"). An event that no date hangs on has none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atleast.model.words import EventType
from atleast.statement.dates import Dated, DateKind, find_dates
from atleast.statement.english import lexicons
from atleast.statement.english.candidate import Told
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word

_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_HEADING = 5
"""How many characters into a paragraph a date heads it."""
_OPENING = 3
"""How many words into a sentence a date opens it."""
_NOT_OF_EVENTS = (DateKind.UNTIL, DateKind.AS_OF)


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


def dates_by_word(passage: Passage, calendar: Calendar, events: Sequence[Told]) -> Mapping[int, Dated]:
    """For the index of each word that tells an event, the date that hangs on it."""
    triggers = {told.word.index: told for told in events}
    found: dict[int, Dated] = {}
    words = passage.tree.words
    for date in calendar.within(passage.start, passage.end):
        anchor = next((word for word in words if date.start <= word.start < date.end), None)
        if date.when is None or date.kind in _NOT_OF_EVENTS or anchor is None:
            continue
        owner = _owner(anchor, date, words, triggers) or _opened(anchor, passage, triggers)
        if owner is not None:
            found.setdefault(owner.index, date)
    _add_heading(passage, calendar, events, found)
    for told in events:
        if told.word.index not in found and told.word.is_verb:
            shared = _shared_before(told.word, found) or _shared_after(told.word, found)
            if shared is not None:
                found[told.word.index] = shared
    for told in events:
        noun = told.word
        if told.trigger.type is EventType.MEETING and noun.dep == "pobj" and noun.head.head.index in found:
            found.setdefault(noun.index, found[noun.head.head.index])
    return found


def _add_heading(passage: Passage, calendar: Calendar, events: Sequence[Told], found: dict[int, Dated]) -> None:
    """A date that heads a paragraph ("5 May. A court fined ...") is that of what its first sentence tells in the main clause."""
    heading = next(iter(calendar.within(passage.start, passage.start + _HEADING)), None)
    if heading is None or heading.when is None:
        return
    words = passage.tree.words
    after = next((word for word in words if word.start >= heading.end), None)
    if after is None or after.text.lstrip("*")[:1] not in (".", ":", "-", "–", "—"):
        return
    first = next((word for word in words[after.index :] if word.text[0].isalnum()), after)
    rest = passage.sentence_words(first.sentence)
    verb = next((word for word in rest if word.is_verb and word.head is word), None)
    for told in events:
        word = told.word
        main = word is verb or (word.dep == "conj" and word.head is verb)
        about = verb is not None and word.is_noun and _is_about(word, verb)
        if word.index not in found and (main or about):
            found[word.index] = heading


def _owner(anchor: Word, date: Dated, words: Sequence[Word], triggers: Mapping[int, Told]) -> Word | None:
    """The event word that a date hangs on: the first one above it, or what a light verb above it is about."""
    for above in (anchor, *anchor.ancestors()):
        if above.index in triggers:
            return above
        if not above.is_verb or (above.dep == "acl" and above.head.lemma in lexicons.words("kinds", "decision")):
            continue
        if date.start <= above.start < date.end:
            continue
        if above.dep == "relcl" and above.head.index in triggers and above.lemma in lexicons.words("kinds", "light"):
            return above.head
        within = words[above.first : above.last + 1]
        return next((word for word in within if word.index in triggers and _is_about(word, above)), None)
    return None


def _is_about(event: Word, verb: Word) -> bool:
    """Whether the event is what a light verb is about: "the trial began on Monday", "had been in detention since May"."""
    if not event.is_noun or verb.lemma not in lexicons.words("kinds", "light"):
        return event.head is verb and event.dep == "xcomp"
    return event.head is verb or (event.head.pos == "ADP" and event.head.head is verb)


def _opened(anchor: Word, passage: Passage, triggers: Mapping[int, Told]) -> Word | None:
    """The first verb of a sentence that a date opens, where the parser hung the date on a noun."""
    low, high = passage.tree.sentences[anchor.sentence]
    if anchor.index - low > _OPENING or any(above.is_verb for above in anchor.ancestors()):
        return None
    for word in passage.tree.words[anchor.index : high]:
        if word.is_verb and word.tag in _FINITE and word.dep not in ("amod", "aux", "auxpass", "relcl"):
            return word if word.index in triggers else None
    return None


def _shared_before(verb: Word, found: Mapping[int, Dated]) -> Dated | None:
    """ "On Monday he was arrested and jailed": the date stands before the first verb, or behind this one."""
    date = found.get(verb.head.index) if verb.dep == "conj" else None
    return date if date is not None and (date.start < verb.head.start or date.start > verb.end) else None


def _shared_after(verb: Word, found: Mapping[int, Dated]) -> Dated | None:
    """ "He was arrested and jailed on Monday": nothing of its own stands between this verb and the next."""
    for later in verb.children_by("conj"):
        date = found.get(later.index)
        adjacent = (
            verb.last == later.last and later.index - verb.index <= 3 and later.child("nsubj", "nsubjpass") is None
        )
        if date is not None and adjacent and date.start > later.start:
            return date
    return None
