"""Belarusian and Ukrainian forms by rule, from the form that a dictionary has.

Rules give every form there may be, and some that there are not: a form that nobody writes harms nobody. What is irregular is
written out in the lexicon. The rules are those of the school grammars: past from the stem of the infinitive, passive participle
in -ны and -ты (-ний, -тий), softened before -ены (-ений), nouns by the letter that they end in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

ANY = frozenset("ngdail")
"""All cases: nominative, genitive, dative, accusative, instrumental, locative."""


class Kind(StrEnum):
    """What a form is."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    IMPERATIVE = "imperative"
    PREDICATE = "predicate"
    """A short passive: "задержан", "затримано"."""
    PASSIVE = "passive"
    """A passive participle with case endings: "задержанный", "затрыманы"."""
    ACTIVE = "active"
    """An active participle: "отбывавший"."""
    GERUND = "gerund"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the word `lemma`. Empty strings where a feature is not known or does not apply."""

    lemma: str
    kind: Kind
    number: str
    gender: str
    cases: frozenset[str]
    reflexive: bool = False
    person: str = ""


def _table(rows: str) -> tuple[tuple[str, str, str, str], ...]:
    """Ending, number, gender and cases, from rows such as "ого:s:m:ga"."""
    return tuple(
        (ending, number, gender, cases) for ending, number, gender, cases in (row.split(":") for row in rows.split())
    )


_ADJECTIVE = {
    "be": _table(
        """ы:s:m:na і:s:m:na ая:s:f:n а:s:f:n ае:s:n:na о:s:n:n ыя:p::na ія:p::na ага:s:m:ga ага:s:n:g аму:s:m:d ым:s:m:il
        а:s:n:na ай:s:f:gdil ую:s:f:a ых:p::gal ым:p::d ымі:p::i"""
    ),
    "uk": _table(
        """ий:s:m:na а:s:f:n е:s:n:na і:p::na ого:s:m:ga ому:s:m:dl им:s:m:i ої:s:f:g ій:s:f:dl у:s:f:a ою:s:f:i их:p::gal
        им:p::d ими:p::i"""
    ),
}
_PAST = {
    "be": (("ў", "s", "m"), ("ла", "s", "f"), ("ло", "s", "n"), ("лі", "p", "")),
    "uk": (("в", "s", "m"), ("ла", "s", "f"), ("ло", "s", "n"), ("ли", "p", "")),
}
_FIRST_PERSON = {
    "be": (("юць", "ем"), ("уць", "ем"), ("яць", "ім"), ("аць", "ым")),
    "uk": (("ють", "ємо"), ("уть", "емо"), ("ять", "имо"), ("ать", "имо")),
}
"""Endings of "they" and of "we"."""
_SOFTENED = {
    "be": tuple(one.split(":") for one in "сц:шч зд:здж дз:дж д:дж ц:ч т:ч с:ш з:ж б:бл п:пл в:ўл м:мл ф:фл".split()),
    "uk": tuple(one.split(":") for one in "ст:щ зд:ждж д:дж т:ч с:ш з:ж б:бл п:пл в:вл м:мл ф:фл".split()),
}


def verb(infinitive: str, language: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb; of one in -ся or -ца, those with that ending."""
    for suffix in ("ся", "ца", "сь"):
        if infinitive.endswith(suffix):
            base = infinitive.removesuffix(suffix)
            base += "ь" if base.endswith("ц") else ""
            for text, form in _verb(base, infinitive, language):
                if form.kind in (Kind.PAST, Kind.PRESENT, Kind.FUTURE, Kind.INFINITIVE):
                    yield from _reflexive(text, form, language, own=True)
            yield infinitive, Form(infinitive, Kind.INFINITIVE, "", "", ANY)
            return
    for text, form in _verb(infinitive, infinitive, language):
        yield text, form
        if is_imperfective(infinitive) and form.kind in (Kind.PAST, Kind.PRESENT):
            yield from _reflexive(text, form, language, own=False)


def is_imperfective(infinitive: str) -> bool:
    """Whether a verb tells of something going on, by its suffix: затримувати, затрымліваць, асуджаць."""
    base = infinitive.removesuffix("ся").removesuffix("сь")
    base = base.removesuffix("ца") + "ь" if base.endswith("цца") else base
    return base.endswith(
        (
            "увати",
            "ювати",
            "ваць",
            "джаць",
            "джати",
            "няць",
            "няти",
            "кати",
            "каць",
            "жати",
            "жаць",
            "ляти",
            "ляць",
            "чати",
            "чаць",
            "шаць",
            "шати",
            "мати",
            "маць",
            "идати",
            "ідаць",
            "гати",
            "гаць",
            "вати",
        )
    )


def _reflexive(text: str, form: Form, language: str, *, own: bool) -> Iterator[tuple[str, Form]]:
    reflexive = Form(form.lemma, form.kind, form.number, form.gender, form.cases, not own, form.person)
    if language == "be" and text.endswith("ць"):
        yield text[:-2] + "цца", reflexive
    elif language == "be" and form.kind is Kind.PRESENT and form.number == "s":
        yield text + "цца", reflexive
    elif language == "uk" and form.kind is Kind.PRESENT and form.number == "s" and text[-1] in "єе":
        yield text + "ться", reflexive
    else:
        yield text + "ся", reflexive
        if text[-1] in "аеиоуюяіиоы":
            yield text + "сь", reflexive


def _verb(infinitive: str, lemma: str, language: str) -> Iterator[tuple[str, Form]]:
    yield infinitive, Form(lemma, Kind.INFINITIVE, "", "", ANY)
    stem = _stem(infinitive)
    past = stem
    if past[-1:] in "аеиоуюяіїыэ":
        for ending, number, gender in _PAST[language]:
            yield past + ending, Form(lemma, Kind.PAST, number, gender, ANY)
    yield from _strong(infinitive, lemma, language)
    present_kind = Kind.PRESENT if is_imperfective(lemma) else Kind.FUTURE
    for text, number in _present(infinitive, stem, language):
        yield text, Form(lemma, present_kind, number, "", ANY, person="3")
        for they, we in _FIRST_PERSON[language]:
            if number == "p" and text.endswith(they):
                yield text.removesuffix(they) + we, Form(lemma, present_kind, number, "", ANY, person="1")
    for passive in _passive_stems(stem, language):
        yield from _participle(passive, lemma, language)
    for ending in ("ўшы", "вши", "ючы", "ючи"):
        yield stem + ending, Form(lemma, Kind.GERUND, "", "", ANY)


_STRONG = {
    "be": """везці:вёз,вез:везла:везлі:везен несці:нёс,нес:несла:неслі:несен весці:вёў,веў:вяла,вела:вялі,велі:ведзен
        йсці:йшоў,йшаў:йшла:йшлі:йдзен ерці:ёр,ер:ерла:ерлі: сесці:сеў:села:селі: красці:краў:крала:кралі:крадзен
        пячы:пёк:пякла:пяклі:печан трэсці:трос:трэсла:трэслі:трэсен цячы:цёк:цякла:цяклі: ехаць:ехаў:ехала:ехалі:""",
    "uk": """везти:віз,вез:везла:везли:везен нести:ніс:несла:несли:несен вести:вів:вела:вели:веден йти:йшов:йшла:йшли:йден
        піти:пішов:пішла:пішли: ерти:ер:ерла:ерли: сісти:сів:сіла:сіли: красти:крав:крала:крали:краден пекти:пік:пекла:пекли:печен
        текти:тік:текла:текли: чезнути:чез:чезла:чезли: никнути:ник:никла:никли: бігти:біг:бігла:бігли:""",
}
"""Verbs whose past has its own stem, by their endings: infinitive, he, she, they, passive participle."""


def _strong(infinitive: str, lemma: str, language: str) -> Iterator[tuple[str, Form]]:
    """Past and passive of "вывезці", "перевести", "прийти", "померти"."""
    for row in _STRONG[language].split():
        ending, _, rest = row.partition(":")
        if not rest or not infinitive.endswith(ending):
            continue
        base = infinitive.removesuffix(ending)
        men, women, many, passive = (part.split(",") for part in rest.split(":"))
        for forms, number, gender in ((men, "s", "m"), (women, "s", "f"), (many, "p", "")):
            for form in forms:
                yield base + form, Form(lemma, Kind.PAST, number, gender, ANY)
        for form in women:
            yield base + form[:-1] + "о", Form(lemma, Kind.PAST, "s", "n", ANY)
        for form in filter(None, passive):
            yield from _participle(base + form, lemma, language)


def _stem(infinitive: str) -> str:
    for ending in ("ці", "ти", "ць", "ть", "чы", "чи"):
        if infinitive.endswith(ending):
            return infinitive.removesuffix(ending)
    return infinitive


def _present(infinitive: str, stem: str, language: str) -> Iterator[tuple[str, str]]:
    """Third persons: -ує -ують, -ае -аюць, -ить -ять."""
    del infinitive
    for suffix in ("ва", "юва", "ува", "ава", "ява"):
        if stem.endswith(suffix) and len(stem) > len(suffix) + 1:
            short = stem.removesuffix(suffix)
            ends = (
                (("у", ("е", "юць")), ("ю", ("е", "юць")))
                if language == "be"
                else (("у", ("є", "ють")), ("ю", ("є", "ють")))
            )
            for vowel, (one, many) in ends:
                yield short.removesuffix("у").removesuffix("ю") + vowel + one, "s"
                yield short.removesuffix("у").removesuffix("ю") + vowel + many, "p"
            if suffix == "ва" and short.endswith(("а", "я")):
                yield short + ("е" if language == "be" else "є"), "s"
                yield short + ("юць" if language == "be" else "ють"), "p"
    if stem.endswith(("а", "я")):
        yield stem + ("е" if language == "be" else "є"), "s"
        yield stem + ("юць" if language == "be" else "ють"), "p"
    elif stem.endswith(("и", "і", "ы", "ї")):
        short = stem[:-1]
        if language == "be":
            yield stem + "ць", "s"
            yield short + "яць", "p"
            yield short + "аць", "p"
        else:
            yield stem + "ть", "s"
            for base in dict.fromkeys((short, _soften(short, language))):
                yield base + "ять", "p"
                yield base + "ать", "p"
    elif stem.endswith("ну"):
        short = stem[:-1]
        yield short + "е", "s"
        yield short + ("уть" if language == "uk" else "уць"), "p"


def _passive_stems(stem: str, language: str) -> Iterator[str]:
    if stem.endswith(("ня", "зя", "ча")):
        yield stem + "т"
    if stem.endswith(("а", "я")):
        yield stem + "н"
        for suffix, made in (("ува", "ован"), ("юва", "йован"), ("ява", "яван")):
            if stem.endswith(suffix):
                yield stem.removesuffix(suffix) + made
    elif stem.endswith(("и", "і", "ы", "ї")):
        for base in dict.fromkeys((_soften(stem[:-1], language), stem[:-1])):
            yield base + "ен"
            if language == "be":
                yield base + "ан"
                yield base + "он"
        yield stem + "т"
    elif stem.endswith(("у", "о", "ё")):
        yield stem + "т"


def _soften(stem: str, language: str) -> str:
    for hard, soft in _SOFTENED[language]:
        if stem.endswith(hard):
            return stem.removesuffix(hard) + soft
    return stem


def _participle(stem: str, lemma: str, language: str) -> Iterator[tuple[str, Form]]:
    if language == "uk":
        yield stem + "о", Form(lemma, Kind.PREDICATE, "s", "n", frozenset("a"))
    for ending, number, gender, cases in _ADJECTIVE[language]:
        yield stem + ending, Form(lemma, Kind.PASSIVE, number, gender, frozenset(cases))


_NOUN = {
    "be": {
        "hard": ("|n а|ga у|gdl ам|i ом|i е|l ы|np аў|gap оў|gap ам|dp амі|ip ах|lp і|np эй|gap"),
        "soft": ("ь|n я|ga ю|gdl ем|i ям|i і|l і|np яў|gap ёў|gap ям|dp ямі|ip ях|lp ей|gap"),
        "a": ("а|n ы|g і|g е|dl ы|dl у|a ай|i аю|i ы|np і|np |gap аў|gap ам|dp амі|ip ах|lp"),
        "ya": ("я|n і|gdl ю|a яй|i ёй|i і|np яў|gap ь|gap й|gap ям|dp ямі|ip ях|lp"),
        "e": ("е|na я|g ю|d ем|i і|l і|np яў|gap ь|gap ям|dp ямі|ip ях|lp"),
        "o": ("а|na о|na а|ga у|d ам|i е|l ы|np |gp аў|gp ам|dp амі|ip ах|lp"),
    },
    "uk": {
        "hard": ("|n а|ga у|gdl ові|dl ом|i еві|dl ем|i і|l и|np і|np ів|gap ам|dp ами|ip ах|lp"),
        "soft": ("ь|n я|ga ю|gdl еві|dl ем|i єм|i і|l і|np ів|gap їв|gap ям|dp ями|ip ях|lp"),
        "a": ("а|n и|g і|dl у|a ою|i и|np і|np |gap ам|dp ами|ip ах|lp"),
        "ya": ("я|n і|gdl ї|gdl ю|a ею|i єю|i і|np ї|np ь|gap й|gap ям|dp ями|ip ях|lp"),
        "e": ("я|na я|g ю|d ям|i і|l я|np ь|gp ям|dp ями|ip ях|lp"),
        "o": ("о|na е|na а|ga у|d ові|d ом|i ем|i і|l а|np |gp ам|dp ами|ip ах|lp"),
    },
}  # fmt: skip
_WOMEN = {"be": ("ная", "тая", "лая"), "uk": ("ена", "ана", "єна", "дна", "сна")}
"""How adjectives and participles end that stand for women: "зняволеная", "затримана"."""
_CHANGED = {"к": "ц", "г": "з", "х": "с"}
_BEFORE_E = {"д": "дз", "т": "ц"}
_MASCULINE_IN_A = ("мужчына", "суддзя", "суддя", "староста", "чоловік")


def noun(nominative: str, language: str) -> Iterator[tuple[str, Form]]:
    """The forms of a noun or of an adjective that serves as one, singular and plural."""
    if nominative.endswith(("ны", "ий", "ній", "чы", "ты", "лы")) and len(nominative) > 4:
        stem = nominative.removesuffix("ы").removesuffix("ий").removesuffix("ій")
        for ending, number, gender, cases in _ADJECTIVE[language]:
            yield stem + ending, Form(nominative, Kind.NOUN, number, gender, frozenset(cases))
        return
    if nominative.endswith(_WOMEN[language]):
        stem = nominative.removesuffix("ая" if language == "be" else "а")
        for ending, number, gender, cases in _ADJECTIVE[language]:
            if gender == "f" or number == "p":
                yield stem + ending, Form(nominative, Kind.NOUN, number, gender, frozenset(cases))
        return
    for stem, table, gender in _declensions(nominative, language):
        for row in _NOUN[language][table].split():
            ending, _, cases = row.partition("|")
            # "затримань", "затрыманняў": the doubled letter is single before a soft sign.
            doubled = stem[-2:-1] == stem[-1:]
            if table == "e" and ending == "ь" and not doubled:
                continue
            base = stem[:-1] if ending == "ь" and doubled else stem
            number = "p" if cases.endswith("p") else "s"
            yield base + ending, Form(nominative, Kind.NOUN, number, gender, frozenset(cases.rstrip("p")))


def _declensions(nominative: str, language: str) -> Iterator[tuple[str, str, str]]:
    """Stem, table and gender of a noun; more than one where its stem changes."""
    last = nominative[-1]
    if nominative.endswith(("нне", "цце", "лле", "ссе", "ння", "ття", "ззя", "ддзе")):
        yield nominative[:-1], "e", "n"
    elif last in "ая":
        gender = "m" if nominative in _MASCULINE_IN_A else "f"
        for stem in _stems_in_a(nominative[:-1], language) if last == "а" else (nominative[:-1],):
            yield stem, "a" if last == "а" else "ya", gender
    elif last in "оеэ":
        yield nominative[:-1], "e" if last == "е" and language == "be" else "o", "n"
    else:
        yield from ((stem, table, "m") for stem, table in _masculine(nominative, language))


def _stems_in_a(stem: str, language: str) -> Iterator[str]:
    """журналістка: журналістк-, журналістак, журналістц-; Вольга: Вольг-, Вольз-."""
    yield stem
    if stem.endswith("к"):
        yield stem[:-1] + ("ок" if language == "uk" else "ак")
    if stem[-1:] in _CHANGED:
        yield stem[:-1] + _CHANGED[stem[-1]]


def _masculine(nominative: str, language: str) -> Iterator[tuple[str, str]]:
    """Stems and tables of nouns in a consonant, with its changes: палітвязень, украінец, Павел, даклад."""
    last = nominative[-1]
    if last in "ьй":
        yield nominative[:-1], "soft"
        if last == "й":
            yield nominative, "hard"
        if nominative.endswith("ень"):
            yield nominative[:-3] + "н", "soft"
        if nominative.endswith("ець"):
            yield from ((nominative[:-3] + "ц", table) for table in ("soft", "hard"))
        return
    yield nominative, "hard"
    if last in _CHANGED or (language == "be" and last in _BEFORE_E):
        yield nominative[:-1] + (_CHANGED.get(last) or _BEFORE_E[last]), "hard"
    if nominative.endswith("ец"):
        yield nominative[:-2] + "ц", "hard"
    if nominative[-2:-1] in "еоаэ" and last in "клр" and len(nominative) > 3:
        stem = nominative[:-2] + last
        yield re.sub("в(?=л$)", "ў", stem) if language == "be" else stem, "hard"
