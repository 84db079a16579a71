"""What a number counts by the noun beside it: "40 detained journalists", "12 of them women", "six dancers were detained"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from atleast.statement.count_bare import bare, stood_for
from atleast.statement.count_nouns import PERSON, Noun
from atleast.statement.count_site import REACH, Site, Thing

_MODIFIERS = 3
_FEW = 5
""" "These four men" are those just named; "the nineteen defendants" is a count."""
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
# "members of the Lamp centre": up to four words that belong to a name.
_OF_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,3}")
_QUOTE = re.compile(r"[\"'(]?")
_OPENING = re.compile(r"\s+[\"'(]?")
_MANY = re.compile(r"[a-z]{3,}(?:[^su]s)(?!\w)|[^\W\d_]{3,}(?:ов|ев|ей|ів|їв|аў|яў|оў|ек|ок|ак|иц|ис|ісок|иков)(?!\w)")
"""A noun in the plural that no lexicon has."""


def thing(site: Site, before: Callable[[], Thing | None], dates: Sequence[int]) -> Thing | None:
    """What the number counts: the noun after it, or the one it stands for; None where it is nothing that matters.

    `before` is asked for what was counted before the stretch; `dates` are where dates begin.
    """
    following = site.after(_NEXT)
    if following and following[1].lower() in site.words.units:
        return None
    if them := site.after(site.words.them):
        return _part(site, them.end(), before)
    whole = _described(site, site.end) or _of_whole(site)
    if whole:
        return whole
    if found := _noun(site, site.end):
        return _counted(site, *found)
    return _unknown(site) or bare(site, before, dates)


def _part(site: Site, end: int, before: Callable[[], Thing | None]) -> Thing:
    """ "Of them" after the number: with what those are ("12 of them women"), or not."""
    found = _described(site, end) or _beside(site, end)
    if found:
        return found
    last = site.last or before() or stood_for(site)
    return last.at(end) if last else replace(site.anybody, end=end)


def _described(site: Site, start: int) -> Thing | None:
    """ "Twelve are women": the noun that tells what those counted are."""
    are = None if site.before(site.words.definite) else site.after(site.words.are, start)
    found = _beside(site, are.end() - 1) if are else None
    # "Twelve were detained" tells what befell them, not what they are.
    return None if found is None or site.words.fate_before.search(found.of) else found


def _of_whole(site: Site) -> Thing | None:
    """ "Eight of the nineteen defendants": what the whole is that a number is a part of."""
    upper = site.upper
    if upper is None or not site.words.of_the.fullmatch(site.text, site.end, upper.start):
        return None
    found = _noun(site, upper.end)
    return replace(_named(site, *found), end=site.end) if found else None


def _counted(site: Site, start: int, end: int, noun: Noun) -> Thing | None:
    """The noun after the number, where its number bears on repression and it is not told of the same people again."""
    if site.number.value < _FEW and (site.before(site.words.definite) or site.before(site.words.all)):
        return None
    if noun.needs and not noun.needs.search(site.text, site.opens, site.closes):
        done = site.after(site.words.fate, end)
        if noun.kind != "force" or not ((done and done["aux"]) or site.before(site.words.fate_before)):
            return None
    nearby = max(site.opens, site.number.start - REACH)
    aside = site.words.before_them.search(site.text, nearby, site.claim.start) is not None
    return _named(site, start, end, noun, aside=aside)


def _beside(site: Site, start: int) -> Thing | None:
    found = _noun(site, start)
    return _named(site, *found, aside=True) if found else None


def _noun(site: Site, start: int) -> tuple[int, int, Noun] | None:
    """The noun that follows within three words: where it begins with its modifiers, where it ends, and itself."""
    text, words = site.text, site.words
    before = site.after(words.before_noun, start)
    if before is None:
        return None
    quote = _QUOTE.match(text, before.end())
    first = at = quote.end() if quote else before.end()
    for _ in range(_MODIFIERS + 1):
        if found := words.nouns.at(text, at):
            return (first, found[1], found[0]) if found[1] <= site.closes else None
        modifier = None if words.stop.match(text, at) else words.modifier.match(text, at)
        if modifier is None or modifier.end() >= site.closes:
            return None
        at = modifier.end()
    return None


def _unknown(site: Site) -> Thing | None:
    """ "Detained six dancers", "six dancers were detained": what befalls them tells that they are people."""
    after = site.after(_OPENING)
    noun = after and site.after(_MANY, after.end())
    if noun is None or noun.group().lower() in site.words.units or site.after(site.words.acts):
        return None
    if site.words.stop.match(site.text, noun.start()):
        return None
    return _named(site, noun.start(), noun.end(), PERSON) if site.befell(noun.end()) else None


def _named(site: Site, start: int, end: int, noun: Noun, *, aside: bool = False) -> Thing:
    if name := _OF_NAME.match(site.text, end):
        end = name.end()
    return Thing(" ".join(site.text[start:end].split()), end, noun, aside)
