"""The dates of a page, and which event each of them is the date of.

A date belongs to the word that it hangs on: to the verb or the noun of the event, not to the verb of saying beside it ("said
on Monday that he had died"). An event that no date hangs on has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from atleast.model.statement import When
from atleast.model.words import EventType
from atleast.statement.dates import Dated, DateKind, find_dates
from atleast.statement.english import lexicons
from atleast.statement.english.affected import ACTS
from atleast.statement.english.candidate import Told
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.relative_days import days_counted_on
from atleast.statement.english.tenses import Tense, tense_of
from atleast.statement.english.tree import Word

_A_YEAR = re.compile(r"^[ \t]*(?P<year>(?:19|20)\d\d)[.:]?[ \t]*$", re.MULTILINE)
_A_MONTH = re.compile(r"(?P<month>[A-Z][a-z]{2,8})\s*[-–—:]\s")
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_HEADING = 5
"""How many characters into a paragraph a date heads it."""
_ROW_OF_VERBS = 3
_ROW_OF_ACTS = 10
"""How far apart two verbs may stand that share a date behind the second: alone, and each with its object."""
_OPENING = 3
"""How many words into a sentence a date opens it."""
_NOT_OF_EVENTS = (DateKind.UNTIL, DateKind.AS_OF)


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The dates of a page, in order, as the page's own date makes them."""

    dates: tuple[Dated, ...]
    starts: tuple[int, ...]

    @classmethod
    @lru_cache(maxsize=1)
    def of(cls, page: Page) -> Calendar:
        """The dates from the first paragraph to the last. The calendar of the last page is kept for all who ask for it."""
        if not page.passages:
            return cls((), ())
        dates: list[Dated] = []
        for start, end, anchor in _chapters(page):
            dates += find_dates(page.text, start, end, anchor, lexicons.LANGUAGE)
        dates += [month for passage in page.passages if (month := _month_ahead(page, passage)) is not None]
        dates.sort(key=lambda date: date.start)
        dates += days_counted_on(page.text, page.passages[0].start, page.passages[-1].end, dates)
        dates.sort(key=lambda date: date.start)
        return cls(tuple(dates), tuple(date.start for date in dates))

    def within(self, start: int, end: int) -> Sequence[Dated]:
        """The dates that begin in `[start:end]`."""
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def _chapters(page: Page) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of a page with the date that theirs are counted from: its own, or the year that heads a chapter."""
    start, anchor, end = page.passages[0].start, page.source.source.credit.date, page.passages[-1].end
    for year in _A_YEAR.finditer(page.text, 0, end):
        if year.end() > start:
            yield start, max(start, year.start()), anchor
        start, anchor = max(start, year.end()), year["year"]
    yield start, end, anchor


def _month_ahead(page: Page, passage: Passage) -> Dated | None:
    """A month alone that heads an entry: "March - The court ...", read as if the text said "in March"."""
    month = _A_MONTH.match(page.text, passage.start, passage.end)
    if month is None:
        return None
    anchor = next(anchor for start, end, anchor in _chapters(page) if start <= passage.start < max(end, start + 1))
    words = month["month"]
    found = find_dates(f"in {words}", 0, len(words) + 3, anchor, lexicons.LANGUAGE)
    when = found[0].when if found else None
    return Dated(month.start("month"), month.end("month"), When(when.edtf, words), DateKind.PERIOD) if when else None


def dates_by_word(passage: Passage, calendar: Calendar, events: Sequence[Told]) -> Mapping[int, Dated]:
    """For the index of each word that tells an event, the date that hangs on it."""
    triggers = {told.word.index: told for told in events}
    found: dict[int, Dated] = {}
    of_others: dict[int, Dated] = {}
    words = passage.tree.words
    for date in calendar.within(passage.start, passage.end):
        anchor = next((word for word in words if date.start <= word.start < date.end), None)
        if date.when is None or date.kind in _NOT_OF_EVENTS or anchor is None:
            continue
        owner = _owner(anchor, date, words, triggers) or _opened(anchor, passage, triggers)
        if owner is not None:
            open_ended = date.kind is DateKind.SINCE and _goes_on(owner, triggers[owner.index])
            found.setdefault(owner.index, _open_ended(date) if open_ended else date)
        elif (verb := next((above for above in anchor.ancestors() if above.is_verb), None)) is not None:
            of_others.setdefault(verb.index, date)
    _add_heading(passage, calendar, events, found)
    for told in events:
        if told.word.index not in found and told.word.is_verb:
            acts = told.trigger.type in ACTS
            shared = (
                _shared_before(told.word, {**of_others, **found} if acts else found)
                or _shared_after(told.word, found)
                or _at_the_same_time(told.word, found)
            )
            if shared is not None:
                found[told.word.index] = shared
    for told in events:
        noun = told.word
        if told.trigger.type is EventType.MEETING and noun.dep == "pobj" and noun.head.head.index in found:
            found.setdefault(noun.index, found[noun.head.head.index])
    return found


def _open_ended(date: Dated) -> Dated:
    return date if date.when is None else replace(date, when=When(f"{date.when.edtf}/..", date.when.words))


def _goes_on(event: Word, told: Told) -> bool:
    """ "Since May 40 people have been detained", "no word since May": from then on; "has been held since May": then."""
    if told.trigger.type is EventType.INCOMMUNICADO:
        return True
    counted = any(word.child("nummod") is not None for word in event.children_by("nsubjpass", "nsubj", "dobj"))
    return counted and tense_of(event) is Tense.PERFECT


def _add_heading(passage: Passage, calendar: Calendar, events: Sequence[Told], found: dict[int, Dated]) -> None:
    """A date that heads a paragraph ("5 May. A court fined ...") is that of its main clauses, in one tense."""
    heading = next(iter(calendar.within(passage.start, passage.start + _HEADING)), None)
    if heading is None or heading.when is None:
        return
    words = passage.tree.words
    after = next((word for word in words if word.start >= heading.end), None)
    if after is None or after.text.lstrip("*")[:1] not in (".", ":", "-", "–", "—"):
        return
    first = next((word for word in words[after.index :] if word.text[0].isalnum()), after)
    tense = next((tense_of(word) for word in passage.sentence_words(first.sentence) if _is_main_verb(word)), None)
    for told in events:
        word = told.word
        verb = next((above for above in (word, *word.ancestors()) if _is_main_verb(above)), None)
        main = word is verb or (word.dep == "conj" and word.head is verb)
        about = verb is not None and word.is_noun and _is_about(word, verb)
        if word.index not in found and (main or about) and verb is not None and tense_of(verb) is tense:
            found[word.index] = heading


def _is_main_verb(word: Word) -> bool:
    return word.is_verb and word.head is word


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


def _at_the_same_time(verb: Word, found: Mapping[int, Dated]) -> Dated | None:
    """ "Police fired as crowds marched", "was killed when ...": a clause of the same moment."""
    joined = verb.dep == "advcl" and any(
        child.lower in ("as", "while", "when") for child in verb.children_by("mark", "advmod")
    )
    return found.get(verb.head.index) if joined else None


def _shared_after(verb: Word, found: Mapping[int, Dated]) -> Dated | None:
    """ "He was arrested and jailed on Monday": nothing of its own stands between this verb and the next."""
    for later in verb.children_by("conj"):
        date = found.get(later.index)
        objects = verb.child("dobj") is not None and later.child("dobj") is not None
        near = later.index - verb.index <= (_ROW_OF_ACTS if objects else _ROW_OF_VERBS)
        adjacent = verb.last == later.last and near and later.child("nsubj", "nsubjpass") is None
        if date is not None and adjacent and date.start > later.start:
            return date
    return None
