"""When and where an event was, by which article, to what penalty, on what grounds: what its sentence says.

A date belongs to the segment that it stands in, or to the verb next to it where its own segment has none; where that verb is one
of saying, the date is that of the saying and not of the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atleast.model.statement import When
from atleast.model.words import EventType, Ground
from atleast.statement.anchor import Anchor
from atleast.statement.articles import find_articles
from atleast.statement.dates import Dated, DateKind, find_dates
from atleast.statement.lexicon import load
from atleast.statement.penalties import find_penalties
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite
from atleast.statement.slavic.inflection import Kind
from atleast.statement.slavic.names import Names
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.people import is_modifier
from atleast.statement.slavic.triggers import Trigger

_WITH_ARTICLE = frozenset({EventType.CHARGE, EventType.SENTENCE, EventType.ARREST, EventType.FINE, EventType.TRIAL})
_WITH_GROUNDS = _WITH_ARTICLE | {EventType.SEARCH, EventType.DISMISSAL, EventType.ILL_TREATMENT, EventType.DESIGNATION}
_IN = frozenset("в во у ў на пад під под із зі з из са с".split())
_ACCUSING = frozenset({EventType.CHARGE, EventType.SENTENCE})
_REASON_BEFORE, _LONGEST_REASON, _NEAR = 12, 30, 4


class Calendar:
    """The dates of a page, found where they are asked for.

    Where nothing says when the page was published, a date may take its year from one before it, and so all are found at once.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._dates: dict[int, list[Dated]] = {}
        if page.passages and Anchor.of(page.date, page.language) is None:
            whole = find_dates(page.text, page.passages[0].start, page.passages[-1].end, page.date, page.language)
            self._dates = {one.number: _between(whole, one.start, one.end) for one in page.passages}

    def of(self, passage: Passage) -> list[Dated]:
        """The dates of a paragraph, in order."""
        if passage.number not in self._dates:
            page = self._page
            self._dates[passage.number] = find_dates(page.text, passage.start, passage.end, page.date, page.language)
        return self._dates[passage.number]


def _between(dates: Sequence[Dated], start: int, end: int) -> list[Dated]:
    """The dates that begin in `[start:end]`."""
    return [date for date in dates if start <= date.start < end]


def dates_by_word(
    passage: Passage, sentence: Sentence, calendar: Calendar, told: Sequence[Trigger], page: Page
) -> dict[int, Dated]:
    """For the index of each word that tells an event, the date that belongs to it."""
    found: dict[int, Dated] = {}
    for date in _between(calendar.of(passage), sentence.start, sentence.end) if told else ():
        if date.when is None or date.kind in (DateKind.UNTIL, DateKind.AS_OF):
            continue
        anchor = next((word for word in passage.words_of(sentence) if word.end > date.start), None)
        if anchor is None:
            continue
        for trigger in _owners(anchor, date, passage, sentence, told, page):
            found.setdefault(trigger.word.index, date)
    return found


def _owners(
    anchor: Word, date: Dated, passage: Passage, sentence: Sentence, told: Sequence[Trigger], page: Page
) -> list[Trigger]:
    """The events that a date belongs to."""
    bound = _bound_to_noun(anchor, told)
    if bound is not None:
        return [bound]
    here = [one for one in told if one.word.segment == anchor.segment]
    verbs = [one for one in here if not one.is_noun]
    cues = _cues(passage, sentence, page)
    if any(cue.segment == anchor.segment and _is_nearer(cue, anchor, verbs) for cue in cues):
        return []
    if verbs:
        nearest = min(verbs, key=lambda one: abs(one.word.index - anchor.index))
        return [one for one in verbs if one is nearest or anchor.index < min(nearest.word.index, one.word.index)]
    finite = [
        word
        for word in passage.words_of(sentence)
        if word.segment == anchor.segment and word.is_word and is_finite(word.low, page.language)
    ]
    if here and (finite or len(here) == 1):
        return here[:1]
    if finite:
        return _when_clause(anchor, sentence, passage, told, page)
    return _beside(anchor, date, passage, sentence, told, page)


def _bound_to_noun(anchor: Word, told: Sequence[Trigger]) -> Trigger | None:
    """ "После выборов 2020 года", "арест 5 мая": the date right after a noun is the noun's."""
    for one in told:
        gap = anchor.index - one.word.index
        if (
            one.is_noun
            and 0 < gap <= 3
            and one.word.segment == anchor.segment
            and not any(other.word.index > one.word.index and other.word.index < anchor.index for other in told)
        ):
            verbs = [other for other in told if not other.is_noun and other.word.segment == anchor.segment]
            if gap == 1 or not verbs:
                return one
    return None


def _cues(passage: Passage, sentence: Sentence, page: Page) -> list[Word]:
    cues = lexicons.by_form(page.language, "cues")
    return [word for word in passage.words_of(sentence) if word.low in cues and is_finite(word.low, page.language)]


def _is_nearer(cue: Word, anchor: Word, verbs: Sequence[Trigger]) -> bool:
    gap = abs(cue.index - anchor.index)
    return all(gap < abs(one.word.index - anchor.index) and one.word.index != cue.index for one in verbs)


def _when_clause(
    anchor: Word, sentence: Sentence, passage: Passage, told: Sequence[Trigger], page: Page
) -> list[Trigger]:
    """ "Всё началось 5 июня, когда к ним пришли с обыском": the date is that of the clause that says when."""
    words = passage.words_of(sentence)
    when = lexicons.words(page.language, "links", "when")
    opens = next((word for word in words if word.segment == anchor.segment + 1 and word.is_word), None)
    if opens is None or opens.low not in when:
        return []
    return [one for one in told if one.word.segment == opens.segment][:1]


def _beside(
    anchor: Word, date: Dated, passage: Passage, sentence: Sentence, told: Sequence[Trigger], page: Page
) -> list[Trigger]:
    """ "В пятницу, 7 мая, его задержали": a segment without a verb belongs to the next one with a verb, or to the one before."""
    cues = {cue.index for cue in _cues(passage, sentence, page)}
    triggers = {one.word.index: one for one in told}
    ahead = [word for word in passage.words_of(sentence) if word.index > anchor.index and word.end > date.end]
    for word in ahead:
        if word.text in ";:" or word.low in lexicons.words(page.language, "unreal", "subordinator"):
            break
        if word.index in triggers and not triggers[word.index].is_noun:
            return [triggers[word.index]]
        if word.index in cues or (word.is_word and is_finite(word.low, page.language)):
            return (
                [one for one in told if one.is_noun and one.word.segment == word.segment][:1]
                if word.index not in cues
                else []
            )
    behind = [one for one in told if one.word.index < anchor.index and not one.is_noun]
    between = passage.words[behind[-1].word.index + 1 : anchor.index] if behind else ()
    if behind and not any(word.is_word and is_finite(word.low, page.language) for word in between):
        return behind[-1:]
    return [one for one in told if one.is_noun][:1] if len(told) == 1 else []


def when_of(date: Dated, trigger: Trigger) -> When | None:
    """What a date says of an event; of one since which something has happened again and again, from it on."""
    now = lexicons.words(trigger.language, "links", "now")
    is_held_now = trigger.type is EventType.ARREST and trigger.form.kind is Kind.PRESENT
    if date.when is None or (is_held_now and (date.when.words or "").lower() in now):
        return None
    if (
        date.kind is DateKind.SINCE
        and not trigger.is_noun
        and "/" not in date.when.edtf
        and trigger.form.number == "p"
        and trigger.type is not EventType.ARREST
    ):
        return When(f"{date.when.edtf}/..", date.when.words)
    return date.when


def place_and_facility(
    trigger: Trigger, passage: Passage, sentence: Sentence, page: Page, names: Names
) -> tuple[str | None, str | None]:
    """Where it was: a place by name, and where somebody was held."""
    words = passage.words_of(sentence)
    busy = {one.segment for one in words if one.is_word and is_finite(one.low, page.language)} - {trigger.word.segment}
    near = sorted(
        (word for word in words if word.segment not in busy and _is_in(word, passage, sentence, page)),
        key=lambda word: (abs(word.segment - trigger.word.segment), abs(word.index - trigger.word.index)),
    )
    free = [word for word in near if names.at(passage, word.index) is None]
    held = lexicons.by_form(page.language, "facilities")
    known = next((word for word in free if word.tag == "B-LOC"), None)
    place = known or next((word for word in free if _looks_like_place(word, passage, page)), None)
    facility = next((word for word in near if word.low in held and abs(word.segment - trigger.word.segment) <= 1), None)
    return (
        _entity(place, passage, sentence, page, names) if place else None,
        _facility(facility, passage, sentence, page) if facility else None,
    )


def _looks_like_place(word: Word, passage: Passage, page: Page) -> bool:
    """A word with a capital right after "in", which nothing else explains."""
    before = passage.words[word.index - 1].low
    if not word.has_capital or word.text.isupper() or word.entity == "ORG" or before not in ("в", "во", "у"):
        return False
    return not any(
        word.low in lexicons.by_form(page.language, name) for name in ("institutions", "facilities", "authorities")
    )


def _is_in(word: Word, passage: Passage, sentence: Sentence, page: Page) -> bool:
    """Whether "in" or "from" stands before a place, with no more than its own adjectives between."""
    for index in range(word.index - 1, max(sentence.first, word.index - 4) - 1, -1):
        before = passage.words[index]
        if before.low in _IN:
            return True
        if not (is_modifier(before, page.language) or before.low in lexicons.by_form(page.language, "facilities")):
            return False
    return False


def _entity(word: Word, passage: Passage, sentence: Sentence, page: Page, names: Names) -> str:
    last = word.index + 1
    while (
        last < sentence.last
        and passage.words[last].tag == "I-LOC"
        and passage.words[last].has_capital
        and names.at(passage, last) is None
    ):
        last += 1
    return page.words(word.start, passage.words[last - 1].end)


def _facility(word: Word, passage: Passage, sentence: Sentence, page: Page) -> str:
    first, last = word.index, word.index + 1
    while (
        first > sentence.first
        and passage.words[first - 1].is_word
        and passage.words[first - 1].low not in _IN
        and word.index - first < 4
    ):
        first -= 1
    while last < sentence.last and (
        passage.words[last].text == "№"
        or (passage.words[last].text[0].isdigit() and passage.words[last - 1].text in ("№", "-"))
    ):
        last += 1
    return page.words(passage.words[first].start, passage.words[last - 1].end)


def law(trigger: Trigger, sentence: Sentence, page: Page, low: int, high: int) -> tuple[tuple[str, ...], str | None]:
    """The articles of the sentence and the penalty of the stretch `[low:high]`, for the types that have them."""
    articles: tuple[str, ...] = ()
    penalty: str | None = None
    if trigger.type in _WITH_ARTICLE:
        articles = tuple(
            page.words(one.start, one.end)
            for one in find_articles(page.text, sentence.start, sentence.end, page.language)
        )
    if trigger.type in (EventType.SENTENCE, EventType.FINE):
        found = find_penalties(page.text, low, high, page.language, expected=True)
        penalty = "; ".join(page.words(one.start, one.end) for one in found) or None
    return articles, penalty


def grounds(trigger: Trigger, passage: Passage, sentence: Sentence, page: Page) -> tuple[Ground, ...]:
    """What it was for, by the words of the reason that the sentence gives; for a protest, assembly."""
    if trigger.type is EventType.PROTEST:
        return (Ground.ASSEMBLY,)
    if trigger.type not in _WITH_GROUNDS:
        return ()
    reasons = lexicons.words(page.language, "links", "reason")
    accusing = lexicons.words(page.language, "links", "charge_reason") if trigger.type in _ACCUSING else frozenset()
    words = passage.words_of(sentence)
    begin = next(
        (
            word
            for word in words
            if (word.low in reasons or (word.low in accusing and 0 < word.index - trigger.word.index <= _NEAR))
            and word.index > trigger.word.index - _REASON_BEFORE
            and not _is_custody(word, passage, page)
        ),
        None,
    )
    if begin is None:
        return ()
    low = " " + " ".join(word.low for word in _reason(begin, passage, sentence, page) if word.text not in '«»"') + " "
    found = {ground for phrase, ground in _ground_words(page.language) if phrase in low}
    if Ground.EXPRESSION_ONLINE in found:
        found.discard(Ground.EXPRESSION)
    if Ground.READING in found:
        found -= {Ground.EXPRESSION, Ground.EXPRESSION_ONLINE}
    if len(found) > 1:
        found.discard(Ground.OTHER)
    return tuple(ground for ground in Ground if ground in found)


def _reason(begin: Word, passage: Passage, sentence: Sentence, page: Page) -> list[Word]:
    """The words of a reason: up to a verb of saying, or another event's verb after a comma."""
    cues = lexicons.by_form(page.language, "cues")
    found: list[Word] = []
    for word in passage.words[begin.index + 1 : min(sentence.last, begin.index + _LONGEST_REASON)]:
        if word.text == ";" or (
            word.low in cues and word.segment != begin.segment and is_finite(word.low, page.language)
        ):
            break
        found.append(word)
    return found


def _is_custody(word: Word, passage: Passage, page: Page) -> bool:
    """ "За решёткой", "за тыдзень": no reason."""
    after = passage.words[word.index + 1].low if word.index + 1 < len(passage.words) else ""
    return any(after.startswith(stem) for stem in lexicons.stems(page.language, "links", "no_reason"))


@cache
def _ground_words(language: str) -> tuple[tuple[str, Ground], ...]:
    from atleast.statement.slavic.letters import look_up_form

    return tuple(
        (f" {look_up_form(word, language)}", Ground(entry.value))
        for entry in load(language, "grounds")
        for word in entry.words
    )
