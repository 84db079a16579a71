"""What a number counts that has no noun: "34 are in custody", "another 14", "22 in February", "their number is 40"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from atleast.statement.count_site import REACH, Site, Thing

_SHORT = 10
"""How many characters may stand between a number and its date: "22 in February"."""
_SOME, _TEN, _SIZEABLE, _LARGE = 5, 10, 100, 1000
""" "All four" are those just named, "all 34" is a count; from a hundred on a number with a bound counts what was named
before, from a thousand on any."""
# "Studio 12" is a name, and 2007 a year.
_NAMED = re.compile(r"(?:(?<=[^\W\d_] )|(?<=, ))[^\W\d_a-zа-яёіїєґў][\w'-]+ $")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Digits without a mark between thousands: a number of something else, or a number and that of its note.
_LONG = re.compile(r"\d{5}")
_LABEL = re.compile(
    r"(?:[^\W_][\w'-]*\s+){0,4}[^\W_][\w'-]*(?:\s*:|\s[-\u2013\u2014]|\s(?:было|стало|всего|було|стала|усяго|всього))\s+$"
)
# "Пятеро", "двох" with "-оє": a number that only people have.
_COLLECTIVE = re.compile(r"(?:дво|тро|обо)[еєі]\w*|\w+(?:еро|ёра|[её]рых|ярых|ерим|ерым)", re.IGNORECASE)
_IN_PLACE = re.compile(r"\s+(?:[-\u2013\u2014]\s+)?(?:in|at|во?|у|ў)\s+[^\W\d_a-zа-яёіїєґў]")
# "Under house arrest — three", "61 got a term, 22 — a suspended one".
_AFTER_DASH = re.compile(r"\s[-\u2013\u2014]\s+$")
_BEFORE_DASH = re.compile(r"\s+[-\u2013\u2014]\s")
_DIGIT = re.compile(r"\d")


def bare(site: Site, before: Callable[[], Thing | None], dates: Sequence[int]) -> Thing | None:
    """What a number without a noun counts, by the words around it; None where they do not tell.

    `before` is asked for what was counted before the stretch; `dates` are where dates begin.
    """
    if _is_no_number_of_people(site):
        return None
    found = _labelled(site) or _totalled(site)
    if found:
        return found
    is_of_people = _is_of_people(site)
    if site.last is None and (is_of_people or _goes_on(site)):
        site = replace(site, last=before())
    if is_of_people:
        people = (
            site if site.last is None or site.last.noun.kind in {"person", "force"} else replace(site, last=site.people)
        )
        return stood_for(people) or site.anybody
    return stood_for(site) if _is_linked(site, dates) else None


def _is_no_number_of_people(site: Site) -> bool:
    """Whether it is a sum, a year, part of a name, or the number of those whom the text has just named."""
    number, words = site.number, site.words
    if site.before(words.sum) or _LONG.search(site.text, number.start, number.end):
        return True
    if site.before(_NAMED) or _YEAR.fullmatch(site.text, number.start, number.end):
        return True
    if site.before(words.all):
        return number.value < _SOME
    return bool(site.before(words.definite)) and not (number.value >= _SIZEABLE and site.after(words.who))


def _labelled(site: Site) -> Thing | None:
    """ "Political prisoners in Velmaria: 312", "задержанных — 40": a noun, a mark and the number."""
    label = _LABEL.search(site.text, site.opens, site.claim.start)
    if label is None or not site.is_alone or (site.has_last_in_sentence and ":" not in label.group()):
        return None
    nouns = site.words.nouns.within(site.text, label.start(), label.end())
    return next((Thing(site.text[first:after], site.end, noun) for first, after, noun in nouns), None)


def _totalled(site: Site) -> Thing | None:
    """ "The number of prisoners has grown to 40", "brings to 40 the number of prisoners": the noun after "number of"."""
    if behind := site.after(site.words.the_number_of):
        after = site.words.nouns.within(site.text, behind.end(), site.closes)
        return next((Thing(site.text[a:b], site.end, noun, total=True) for a, b, noun in after), None)
    if not site.is_alone or site.before(site.words.before_them):
        return None
    links = list(
        site.words.number_of.finditer(site.text, max(site.opens, site.claim.start - 2 * REACH), site.claim.start)
    )
    if not links or _DIGIT.search(site.text, links[-1].end(), site.claim.start):
        return None
    nouns = list(site.words.nouns.within(site.text, links[-1].end(), site.number.start))
    if nouns:
        begin, end, noun = nouns[0]
        return Thing(site.text[begin:end], site.end, noun, total=True)
    counted = stood_for(site)
    return counted and replace(counted, total=True)


def _is_of_people(site: Site) -> bool:
    """Whether the words beside the number tell that people are counted: "were released", "detained four"."""
    words = site.words
    if words.inverted.search(site.text, site.opens, site.number.start) or site.after(words.fate):
        return True
    if _COLLECTIVE.fullmatch(site.text, site.number.start, site.number.end) and (
        site.after(words.acts) or site.before(words.acts_before)
    ):
        return True
    return site.is_alone and site.before(words.fate_before) is not None


def _goes_on(site: Site) -> bool:
    """Whether the number may stand for what a paragraph before counted: "another 14", "12 received fines"."""
    words, at = site.words, site.number
    if site.after(words.acts) or words.more_after.match(site.text, at.end) or site.before(words.all):
        return True
    return bool(words.more_before.search(site.text, site.opens, at.start) or site.before(words.acts_before))


def _is_linked(site: Site, dates: Sequence[int]) -> bool:
    """Whether the words around the number, or its size, say that it counts what was named before."""
    words, number = site.words, site.number
    if (
        words.group.search(site.text, site.opens, number.start)
        or site.before(words.before_them)
        or site.before(words.all)
    ):
        return True
    more = words.more_after.match(site.text, number.end)
    end = more.end() if more else number.end
    if not words.alone.match(site.text, end):
        is_told = bool(site.last) and site.after(words.acts) is not None
        in_place = site.has_last_in_sentence and _IN_PLACE.match(site.text, number.end) is not None
        return is_told or in_place or (number.value >= _LARGE and site.after(words.who) is not None)
    return bool(more and site.last) or _is_one_more(site, end, dates) or number.value >= _least(site)


def _is_one_more(site: Site, end: int, dates: Sequence[int]) -> bool:
    """Whether a number that stands alone goes on with what was counted before."""
    words, number = site.words, site.number
    if site.last is None:
        return False
    if words.more_before.search(site.text, site.opens, number.start) or site.after(words.acts):
        return True
    if site.has_last_in_sentence and site.before(words.compared):
        return True
    if site.has_last_in_sentence:
        following = bisect_left(dates, end)
        is_dated = following < len(dates) and dates[following] - end <= _SHORT
        if is_dated or site.claim.start < number.start or _IN_PLACE.match(site.text, number.end):
            return True
        if site.before(_AFTER_DASH) or _BEFORE_DASH.match(site.text, number.end):
            return True
    return number.value >= _TEN and site.before(words.acts_before) is not None


def _least(site: Site) -> int:
    """From what number on it must count what was named before, whatever else is told."""
    return _SIZEABLE if site.claim.start < site.number.start else _LARGE


def stood_for(site: Site) -> Thing | None:
    """What was counted before, or else the nearest persons named before the number."""
    if site.last:
        return site.last.at(site.end)
    named = None
    for first, after, noun in site.words.nouns.within(site.text, 0, site.number.start):
        words = site.text[first:after]
        if noun.kind == "person" and not site.words.fate_before.fullmatch(words):
            named = Thing(words, site.end, noun)
    return named
