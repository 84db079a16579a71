"""The parts of a name: stems that all cases have in common, given names, and what looks like a surname."""

from __future__ import annotations

import re
from functools import lru_cache

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import russian
from atleast.statement.slavic.letters import look_up_form

SURNAME = {
    "be": re.compile(
        r"(?:"
        r"віч|[нк]к[аіу]|[еэ]нк[аіу]|[цс]к(?:і|ага|аму|ая|ую|ай|ім|іх)"
        r"|[аоеё](?:ў|в(?:а|у|ай|ым|ой))|[уюаіяы]к(?:а|у|ом|ам)?|[яа]н(?:а|у|ам|ом)?"
        r"|[іы]н(?:а|у|ым|ай)?|шк[аіу]|чык(?:а|у|ам)?|[еэа]ц|[аоў]ц[аоу]|[еэ]ль|віча|вічу|вічам"
        r"|[уы]ра|[оа]вец|ейк[аоіу]|[аэ]йка"
        r")$"
    ),
    "uk": re.compile(
        r"(?:"
        r"вич(?:а|у|ем|еві)?|[еєюуа]нк[ао]?|енком|енку|ськ(?:ий|ого|ому|им|а|у|ої|ій)"
        r"|цьк(?:ий|ого|ому|им|а|у|ої|ій)|[оеєі](?:в|ва|ву|вим|вої|ву)|[уюа]к(?:а|у|ом|ові)?"
        r"|[яа]н(?:а|у|ом)?|[иії]н(?:а|у|им|ої)?|чик(?:а|у|ом)?|ець|[єе]ць|шин|ишин|[оау]ра|ько"
        r"|ьк[ау]"
        r")$"
    ),
    "ru": re.compile(
        r"(?:"
        r"вич(?:а|у|ем)?|енко|[сц]к(?:ий|ого|ому|им|ая|ую|ой)|[оеё]в(?:а|у|ым|ой)?"
        r"|[иы]н(?:а|у|ым|ой)?|[уюя]к(?:а|у|ом)?|чик(?:а|у|ом)?|[ая]н(?:а|у|ом)?|ец|ко"
        r")$"
    ),
}
"""How a surname may end, in any case."""
PATRONYMIC = re.compile(r"(?:[оеаєё]вич|[иі]ч|[оеа][вў]іч|[оеі]вн|[аоеі]ўн|[иі]чн)\w{0,3}$")
_ENDINGS = re.compile(
    r"(?:скага|скаму|скую|ская|скім|скай|скі|цкага|цкаму|цкую|цкая|цкім|цкай|цкі|ського|ському|ським|ська|ську|ської|ській|ський|цького|цькому|цьким|цька|цьку|цької|цький"
    r"|ского|скому|ским|ском|ская|скую|ской|ский|цкого|цкому|цким|цком|цкая|цкую|цкой|цкий)$"
)
_FLEETING = re.compile(r"[бвгджзклмнпрстфхцчшщ][еоаэёі][цкл]$")
_TAIL = re.compile(
    r"(?:ями|ами|ямі|амі|ыми|ими|ымі|ого|его|ому|ему|ага|аму|ові|еві|єві|ою|ею|єю|ым|им|ім|ом|ем|єм|ём|ам|ям|ой|ей|ай|яй|ую|ых|их|іх|ою|ів|їв|ый|ий|ая|[аяуюеєиіыїоьй])$"
)
PLURAL = re.compile(
    r"(?:оў|аў|яў|еў|скіх|цкіх|амі|ямі|скімі|цкімі|ам|ів|їв|ських|цьких|ами|ями|ськими|цькими|ов|ев|ёв|ых|их|ским|цким|скими|цкими|овых|овым|овыми|вічы|вичі|вичи|укі|юкі|уки|юки|енкі|енки|ские|цкие|скія|цкія|ські|цькі|овы|евы|ины|ови|еви|іни|авы)$"
)

INDECLINABLE = re.compile(r"(?:ко|ых|их|аго|яго|ово|[аеэ]нка|[йуюіэ]|[^аеёиоуыэюяіїєйь])$")
"""A surname that two of different gender may share in one form."""


def key_of(part: str, language: str) -> str:
    """What all cases of a name have in common: its stem, with fleeting vowels left out."""
    low = look_up_form(part, language).replace("ў", "в")
    if ending := _ENDINGS.search(low):
        return low[: ending.start()] + ending.group()[:1] + "к"
    if len(low) > 3 and low.endswith(("овец", "авец", "евец", "івець")):
        return low[:-3].rstrip("ве") + "вц" if not low.endswith("ь") else low[:-4] + "вц"
    stem = _TAIL.sub("", low) if len(low) > 3 else low
    fleeting = _FLEETING.search(low)
    return low[: fleeting.start() + 1] + low[-1] if fleeting and stem == low and len(low) > 3 else stem


def same_key(first: str, second: str) -> bool:
    """Whether two stems are of one name: alike up to a last letter that softens or falls out."""
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < 4 or len(longer) - len(shorter) > 1:
        return False
    return longer[: len(shorter)] == shorter and longer[-1:] in "ьйнцв"


@lru_cache(10_000)
def _given(low: str, language: str) -> tuple[str, frozenset[str], str] | None:
    """What a form is by the list of given names: dictionary form, cases and gender, or no gender where both have it."""
    meanings = [one for one in lexicons.by_form(language, "given_names").get(low, ()) if one.form.number != "p"]
    if not meanings:
        return None
    genders = {one.entry.value for one in meanings}
    cases = frozenset(case for one in meanings for case in one.form.cases)
    return meanings[0].form.lemma, cases, genders.pop() if len(genders) == 1 else ""


def given_name(word: str, language: str) -> tuple[str, frozenset[str], str] | None:
    """What a form of a given name is: its dictionary form, the cases that it may be in, and its gender."""
    low = look_up_form(word, language)
    known = _given(low, language)
    if known or language != "ru":
        return known
    return _russian_given(low)


def _russian_given(low: str) -> tuple[str, frozenset[str], str] | None:
    found = [one for one in russian(low) if one.is_given_name]
    found = [one for one in found if one.features.number == "sing" and one.features.part == "NOUN"]
    if not found:
        return None
    declined = [one for one in found if one.lemma != low]
    if len({one.features.case for one in found if one.lemma == low}) > 2:
        found = declined or found
    found = [one for one in found if one.lemma.endswith("ия")] or found
    genders = {"f" if one.features.gender == "f" else "m" for one in found}
    lemma = min((one.lemma for one in found), key=lambda lemma: (len(lemma), lemma))
    return lemma, frozenset(one.features.case for one in found), genders.pop() if len(genders) == 1 else ""


def leads(part: str, language: str) -> bool:
    """Whether the first word of a full name is a given name. In Russian only what looks like a surname is looked up."""
    if language == "ru" and SURNAME[language].search(part.lower()) is None:
        return True
    return given_name(part, language) is not None


def given_key(part: str, language: str) -> str:
    """What all cases of a given name have in common: its dictionary form, where a list has it, or its stem."""
    if language == "ru":
        return key_of(part, language)
    known = given_name(part, language)
    return known[0] if known else key_of(part, language)


def is_initial(part: str) -> bool:
    """Whether it is only the first letter of a name."""
    return len(part) <= 2 and part[:1].isupper()


def singular(surname: str) -> str:
    """The stem of a surname in the plural, with the ending of an adjective where it is one."""
    ending = PLURAL.search(surname.lower())
    if ending is None:
        return surname
    stem = surname[: ending.start()]
    return stem + ending.group()[:1] + "кі" if ending.group()[1:2] in ("к", "ь") else stem


_FEMININE = tuple("ская цкая ська цька скую ську цкую цьку ову еву ской скай ської".split())
_MASCULINE = tuple(
    "ский цкий ского скому ський ського ському скі цкі скага скаму ов ев аў оў еў ым".split()
)  # "Петрова" may be either


def gender_of_surname(part: str) -> str:
    """ "f" or "m" where the ending of a surname leaves no doubt, or nothing."""
    low = part.lower()
    return "f" if low.endswith(_FEMININE) else "m" if low.endswith(_MASCULINE) else ""
