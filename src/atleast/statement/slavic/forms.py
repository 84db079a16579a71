"""The forms of a word that a lexicon gives by its dictionary form, with what each form is.

Russian forms come from the OpenCorpora dictionary in pymorphy3 (Korobov 2015). Belarusian and Ukrainian ones are made by
the rules in `inflection`, since no dictionary of either may be shipped here (docs/decisions/0007).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from atleast.statement.slavic import inflection
from atleast.statement.slavic.inflection import ANY, Form, Kind
from atleast.statement.slavic.letters import look_up_form

CASES = {
    "nomn": "n",
    "gent": "g",
    "datv": "d",
    "accs": "a",
    "ablt": "i",
    "loct": "l",
    "gen2": "g",
    "loc2": "l",
    "voct": "n",
    "acc2": "a",
}
"""The cases of the dictionary, in the letters of `inflection`."""
GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
"""Its genders, in the same letters."""
_KINDS = {
    "INFN": Kind.INFINITIVE,
    "GRND": Kind.GERUND,
    "NOUN": Kind.NOUN,
    "ADJF": Kind.NOUN,
    "PRTS": Kind.PREDICATE,
    "ADJS": Kind.PREDICATE,
}


def forms_of(word: str, language: str, *, verb: bool) -> Iterator[tuple[str, Form]]:
    """Each form of a word, as it is looked up, with what it is."""
    made: Iterable[tuple[str, Form]]
    if language == "ru":
        made = _russian(word, verb=verb)
    else:
        made = inflection.verb(word, language) if verb else inflection.noun(word, language)
    for text, form in made:
        yield look_up_form(text, language), form


def _russian(word: str, *, verb: bool) -> Iterator[tuple[str, Form]]:
    parses = morphology().parse(word)
    wanted = [
        parse
        for parse in parses
        if (parse.tag.POS == "INFN") == verb and parse.normal_form.replace("ё", "е") == word.lower().replace("ё", "е")
    ]
    if not wanted:
        yield word, Form(word, Kind.PAST if verb else Kind.NOUN, "", "", ANY)
        return
    best = next((parse for parse in wanted if word[0].isupper() and "Name" in parse.tag), wanted[0])
    for parse in best.lexeme:
        form = _form(word, parse.tag)
        yield parse.word, form
        if (
            verb
            and parse.tag.aspect == "impf"
            and form.kind in (Kind.PAST, Kind.PRESENT)
            and not parse.word.endswith(("ся", "сь"))
        ):
            ending = "сь" if parse.word[-1] in "аеиоуыэюя" else "ся"
            yield parse.word + ending, Form(word, form.kind, form.number, form.gender, form.cases, reflexive=True)


def _form(word: str, tag: Any) -> Form:
    kind, number, gender, cases, person = _features(tag)
    return Form(word, kind, number, gender, cases, person=person)


@cache
def _features(tag: Any) -> tuple[Kind, str, str, frozenset[str], str]:
    """What a tag of the dictionary says of a form: kind, number, gender, cases and person. There are a few hundred tags."""
    number = "p" if tag.number == "plur" else "s" if tag.number == "sing" else ""
    gender = GENDERS.get(str(tag.gender), "")
    case = CASES.get(str(tag.case))
    if tag.POS == "VERB":
        future = tag.tense in ("futr", None) and tag.mood != "impr"
        kind = (
            Kind.IMPERATIVE
            if tag.mood == "impr"
            else Kind.PAST
            if tag.tense == "past"
            else Kind.FUTURE
            if future
            else Kind.PRESENT
        )
        return kind, number, gender, ANY, "" if tag.tense == "past" else str(tag.person or "")[:1]
    if tag.POS == "PRTF":
        return (Kind.PASSIVE if tag.voice == "pssv" else Kind.ACTIVE), number, gender, frozenset(case or "n"), ""
    return _KINDS.get(str(tag.POS), Kind.NOUN), number, gender, frozenset(case) if case else ANY, ""


@cache
def morphology() -> Any:
    """The Russian analyser, loaded once."""
    import pymorphy3  # a dictionary of 15 MB

    return pymorphy3.MorphAnalyzer(lang="ru")
