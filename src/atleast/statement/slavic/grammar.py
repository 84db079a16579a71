"""What any word of a text may be: cases of names and nouns, and whether it is a finite verb.

Russian words are asked of the dictionary, each once. In Belarusian and Ukrainian the ending tells, as far as an ending can; a
doubtful word may be in several cases, and the rules that ask take what fits.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from atleast.statement.slavic.forms import CASES, GENDERS, morphology
from atleast.statement.slavic.letters import look_up_form

_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"})
_NAME_KINDS = frozenset({"Name", "Surn", "Patr"})
_PARSES = 8

# Endings of names and nouns, the longest first, each with the cases that it may be.
_ENDINGS_AND_CASES = {
    "be": """
        скага:ga цкага:ga скаму:d цкаму:d скую:a цкую:a ская:n цкая:n скім:il цкім:il скай:gdil цкай:gdil
        скіх:gal цкіх:gal скі:n цкі:n ымі:i амі:i ямі:i ых:gal іх:gal ага:ga яга:ga аму:d ыя:na ія:na ую:a
        юю:a ая:n яя:n ае:na ам:id ям:id ом:i ём:i ем:i ым:il ім:il ой:gdil ай:gdiln яй:gdil ёй:gdil аў:gan
        яў:gan оў:gan ах:l ях:l аю:ia а:nga я:nga у:dal ю:dal е:dln ы:ngdl і:ngdl о:n ь:na
    """,
    "uk": """
        ського:ga цького:ga ському:dl цькому:dl ська:n цька:n ську:a цьку:a ський:n цький:n ської:g цької:g
        ським:i цьким:i ськими:i ських:gal цьких:gal ами:i ями:i ими:i их:gal іх:gal ого:ga ього:ga ому:dl
        ові:dl еві:dl єві:dl ої:g ій:dln ий:n ою:i ею:i єю:i им:i ам:d ям:d ом:i ем:i єм:i ів:gan їв:ga ах:l
        ях:l ії:gn а:nga я:nga у:dal ю:dal і:dln ї:gn и:ng о:n е:n ь:na
    """,
    "ru": """
        ского:ga цкого:ga скому:d цкому:d ская:n цкая:n скую:a цкую:a ский:n цкий:n ской:gdil цкой:gdil
        ским:id цким:id ском:l цком:l ами:i ями:i ыми:i ими:i ых:gal их:gal ого:ga его:ga ому:d ему:d ую:a
        юю:a ая:n яя:n ой:gdiln ей:gdiln ий:n ый:n ым:i им:i ом:i ем:i ём:i ам:d ям:d ов:gan ев:gan ёв:gan
        ах:l ях:l а:nga я:nga у:dal ю:dal е:dl и:ngdl ы:ng о:n ь:na
    """,
}
_ENDINGS = {
    language: tuple((ending, frozenset(cases)) for ending, _, cases in (one.partition(":") for one in table.split()))
    for language, table in _ENDINGS_AND_CASES.items()
}


def cases_by_ending(word: str, language: str) -> frozenset[str]:
    """The cases that the ending of a word leaves open; a word that ends in a consonant is nominative, or like it."""
    low = word.lower()
    for ending, cases in _ENDINGS[language]:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return cases
    return frozenset("na")


class Features(NamedTuple):
    """What a tag of the dictionary says, in the letters of `inflection`."""

    part: str
    """Part of speech, in the letters of OpenCorpora."""
    case: str
    number: str
    gender: str
    is_name: bool
    is_given: bool


class Parse(NamedTuple):
    """One of the things that a Russian word may be, as the dictionary has it."""

    features: Features
    lemma: str
    is_given_name: bool
    """Whether it is a form of a given name, and not only a word that ends like one."""


@lru_cache(100_000)
def russian(word: str) -> tuple[Parse, ...]:
    """What a Russian word may be, the likeliest first."""
    parses = morphology().parse(word)[:_PARSES]
    said = ((_features(parse.tag), parse) for parse in parses)
    return tuple(Parse(one, parse.normal_form, one.is_given and parse.is_known) for one, parse in said)


@cache
def _features(tag: Any) -> Features:
    kinds = tag.grammemes
    case, gender = CASES.get(str(tag.case), ""), GENDERS.get(str(tag.gender), "")
    return Features(str(tag.POS), case, str(tag.number or ""), gender, bool(kinds & _NAME_KINDS), "Name" in kinds)


def noun_cases(word: str, language: str) -> frozenset[str]:
    """The cases that a noun or adjective may be in."""
    if language == "ru":
        said = (one.features for one in russian(look_up_form(word, language)))
        return frozenset(one.case for one in said if one.case and one.part in _NOMINAL)
    return cases_by_ending(word, language)


def name_cases(word: str, language: str) -> frozenset[str]:
    """The cases that a part of a name may be in: as a name in the dictionary, or by its ending."""
    if language == "ru":
        said = (one.features for one in russian(look_up_form(word, language)))
        found = frozenset(one.case for one in said if one.case and one.is_name and one.number != "plur")
        if found:
            return found
    return cases_by_ending(word, language)


_VERB_LIKE = {
    "ru": re.compile(
        r"(?:[аеёиоуыя](?:л|ла|ло|ли)|[аеёиоуя]т|ут|ют|ит|ят)(?:ся|сь)?$|(?:ен|ан|ён|ян|ыт|ят|ут)[аоы]?$"
        r"|(?:мог|нес|вез|вел|шел|умер|погиб|исчез)(?:ла|ло|ли)?$"
    ),
    "be": re.compile(
        r"(?<![оы])(?:[аеёіоуыя](?:ў|ла|ло|лі)|(?:ае|уе|юе|яе|ёе|ьне|уць|юць))(?:ся|цца)?$|(?:ыць|іць)(?:ца)?$"
    ),
    "uk": re.compile(
        r"[аеиоуюяїєі](?:в|ла|ло|ли)(?:ся|сь)?$|(?:ає|ує|ює|яє|уть|ють|ить|ять)(?:ся)?$|(?:ано|ено|ито|уто|ято)$"
    ),
}
# Plural genitives that end as a past tense does: "гадоў", "студэнтаў", "років"; and the verbs that end as they do.
_NO_VERB = {
    "ru": re.compile(r"(?!)"),
    "be": re.compile(r"(?:[оё]ў|няў|[^вмзсд]аў|[нт]ам[аі])$"),
    "uk": re.compile(r"[іїє]в$"),
}
_STILL_VERBS = {
    "ru": frozenset[str](),
    "be": frozenset(
        """пайшоў прыйшоў выйшаў знайшоў увайшоў распавёў прывёў завёў вёў правёў узяў прыняў зняў падняў чакаў казаў
        шукаў пісаў чытаў пытаў катаў адбываў атрымаў""".split()
    ),
    "uk": frozenset(
        """розповів відповів провів привів вів довів завів зумів хотів сидів володів зрозумів захворів перевів вивів
        летів волів терпів""".split()
    ),
}
_NOT_FINITE = {
    "ru": frozenset[str](),
    "be": frozenset("школа справа слова права сіла каля паводле аднак для дзяржаве палове галаве справе".split()),
    "uk": frozenset(
        """школа школи сили зали скали справ прав слав держав страв справа слова права сила голова для мова коло тіло
        число місто авто відділ""".split()
    ),
}


@lru_cache(50_000)
def is_finite(word: str, language: str) -> bool:
    """Whether a word, as it is looked up, is a finite verb or a short passive: something that makes a clause."""
    if not _VERB_LIKE[language].search(word) or word in _NOT_FINITE[language]:
        return False
    if _NO_VERB[language].search(word) and word not in _STILL_VERBS[language]:
        return False
    if language == "ru":
        return bool(found := russian(word)) and found[0].features.part in ("VERB", "PRTS", "PRED")
    return True


def agree(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two words may be in the same case."""
    return bool(first & second) or not first or not second
