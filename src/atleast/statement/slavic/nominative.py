"""The nominative of a person's name, where the grammar leaves no doubt.

A name is taken to be in an oblique case where its given name can be nothing else; then the surname follows by its ending and the
gender of the given name. What may be read in two ways stays as it is written.
"""

from __future__ import annotations

import re

from atleast.statement.slavic.name_parts import PATRONYMIC, given_name, is_initial

_Rule = tuple[frozenset[str], re.Pattern[str], str]


def _rules(rows: str) -> tuple[_Rule, ...]:
    """From rows "cases:ending>nominative ending", where "=" is no ending at all."""
    rules = []
    for row in rows.split():
        cases, _, rest = row.partition(":")
        ending, _, made = rest.partition(">")
        rules.append((frozenset(cases), re.compile(rf"(?:{ending})$"), made.replace("=", "")))
    return tuple(rules)


_HARD = "(?<=[бвгґджзклмнпрстфхцчшщў])"
_SOFT = "(?<=[лрнтд])"
_VOWEL = "(?<=[аеєиіїоуюя])"
_MASCULINE = {
    "ru": _rules(
        rf"""ga:(?<=[сц])кого>кий d:(?<=[сц])кому>кий i:(?<=[сц])ким>кий i:(?<=[оеё]в)ым>= i:(?<=[иы]н)ым>= i:(?<=ич)ем>=
        ga:вца>вец d:вцу>вец i:вцом>вец ga:{_HARD}а>= d:{_HARD}у>= i:{_HARD}ом>= a:{_HARD}у>а g:{_HARD}[ыи]>а d:{_HARD}е>а
        ga:{_VOWEL}я>й d:{_VOWEL}ю>й i:{_VOWEL}ем>й ga:{_SOFT}я>ь d:{_SOFT}ю>ь i:{_SOFT}ем>ь"""
    ),
    "be": _rules(
        rf"""ga:(?<=[сц])кага>кі d:(?<=[сц])каму>кі i:(?<=[сц])кім>кі ga:(?<=[оаеё])ва>ў d:(?<=[оаеё])ву>ў i:(?<=[оаеё])вым>ў
        i:(?<=[іы]н)ым>= ga:ўца>вец d:ўцу>вец i:ўцом>вец ga:{_HARD}а>= d:{_HARD}у>= i:{_HARD}[ао]м>= a:{_HARD}у>а
        g:{_HARD}[ыі]>а ga:{_VOWEL}я>й d:{_VOWEL}ю>й i:{_VOWEL}ем>й ga:{_SOFT}я>ь d:{_SOFT}ю>ь i:{_SOFT}ем>ь"""
    ),
    "uk": _rules(
        rf"""ga:(?<=[сц]ь)кого>кий d:(?<=[сц]ь)кому>кий i:(?<=[сц]ь)ким>кий i:(?<=[оеєі]в)им>= i:(?<=[иії]н)им>= i:(?<=ич)ем>=
        ga:енка>енко d:енку>енко d:енкові>енко i:енком>енко ga:вця>вець d:вцю>вець d:вцеві>вець i:вцем>вець
        ga:{_HARD}а>= d:{_HARD}у>= d:{_HARD}ові>= i:{_HARD}ом>= a:{_HARD}у>а g:{_HARD}и>а
        ga:{_VOWEL}я>й d:{_VOWEL}ю>й d:{_VOWEL}єві>й i:{_VOWEL}єм>й ga:{_SOFT}я>ь d:{_SOFT}ю>ь d:{_SOFT}еві>ь i:{_SOFT}ем>ь"""
    ),
}
_FEMININE = {
    "ru": _rules(
        rf"""a:(?<=[сц])кую>кая gdil:(?<=[сц])кой>кая a:(?<=[оеё]в|[иы]н)у>а gdil:(?<=[оеё]в|[иы]н)ой>а
        a:{_HARD}у>а g:{_HARD}[ыи]>а dl:{_HARD}е>а i:{_HARD}ой>а"""
    ),
    "be": _rules(
        rf"""a:(?<=[сц])кую>кая gdil:(?<=[сц])кай>кая a:(?<=[оаеё]в|[іы]н)у>а gdil:(?<=[оаеё]в|[іы]н)ай>а
        a:{_HARD}у>а g:{_HARD}[ыі]>а i:{_HARD}ай>а"""
    ),
    "uk": _rules(
        rf"""a:(?<=[сц]ь)ку>ка g:(?<=[сц]ь)кої>ка dl:(?<=[сц]ь)кій>ка a:(?<=[оеєі]в|[иії]н)у>а g:(?<=[оеєі]в|[иії]н)ої>а
        dl:(?<=[оеєі]в|[иії]н)ій>а a:{_HARD}у>а g:{_HARD}и>а i:{_HARD}ою>а"""
    ),
}
_FATHER = _rules("ngdail:(?<=[иіы]ч)(?:а|у|ем|ам|еві)>= ngdail:(?<=[оеў]вн|.ўн|[иі]чн)(?:ы|и|у|е|ой|ай|ою|і)>а")
_ANY = frozenset("ngdail")
_STANDS = re.compile(r"(?:ко|ых|их|[бвгґджзклмнпрстфхцчшщўйь])$")
"""A man's surname that is in the nominative, or never changes."""


def nominative(parts: tuple[str, ...], gender: str, language: str) -> str | None:
    """The name in the nominative; None where that is not sure, and the same name where it is in the nominative already."""
    known = [(place, given) for place, part in enumerate(parts) if (given := given_name(part, language))]
    if not known or len(parts) < 2:
        return None
    place, (lemma, cases, told) = known[0]
    if "n" in cases:
        return " ".join(parts)
    gender = told or gender
    made = []
    for number, part in enumerate(parts):
        if number == place:
            made.append(_spelt(lemma))
        elif is_initial(part):
            made.append(part)
        else:
            form = _surname(part, gender, cases, language)
            if form is None:
                return None
            made.append(form)
    return " ".join(made)


def _spelt(lemma: str) -> str:
    return lemma[:1].upper() + lemma[1:]


def _surname(part: str, gender: str, cases: frozenset[str], language: str) -> str | None:
    low = part.lower()
    if PATRONYMIC.search(low):
        return _by(_FATHER, part, _ANY) or part
    if gender == "f":
        return _by(_FEMININE[language], part, cases) or (None if low[-1:] in "аяеыіию" else part)
    if gender == "m":
        return _by(_MASCULINE[language], part, cases) or (part if _STANDS.search(low) else None)
    return None


def _by(rules: tuple[_Rule, ...], part: str, cases: frozenset[str]) -> str | None:
    for wanted, ending, made in rules:
        if wanted & cases and (found := ending.search(part.lower())):
            return part[: found.start()] + made
    return None
