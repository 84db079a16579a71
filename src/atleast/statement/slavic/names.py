"""Which words name persons, and which of them name the same one.

The tagger proposes. In Belarusian and Ukrainian, where it is out of its depth, a lone word is kept only if it is a known given
name, or looks like a surname and does not open a sentence, or is part of a fuller name elsewhere. Then every word that is the
surname of somebody named in full is a mention as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from atleast.model.words import PartKind
from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import name_cases, russian
from atleast.statement.slavic.inflection import ANY
from atleast.statement.slavic.letters import look_up_form
from atleast.statement.slavic.page import Page, Passage, Word

_SURNAME = {
    "be": re.compile(r"(?:віч|[нк]к[аіу]|[еэ]нк[аіу]|[цс]к(?:і|ага|аму|ая|ую|ай|ім|іх)|[аоеё](?:ў|в(?:а|у|ай|ым|ой))|[уюаіяы]к(?:а|у|ом|ам)?|[яа]н(?:а|у|ам|ом)?|[іы]н(?:а|у|ым|ай)?|шк[аіу]|чык(?:а|у|ам)?|[еэа]ц|[аоў]ц[аоу]|[еэ]ль|віча|вічу|вічам|[уы]ра|[оа]вец|ейк[аоіу]|[аэ]йка)$"),
    "uk": re.compile(r"(?:вич(?:а|у|ем|еві)?|[еєюуа]нк[ао]?|енком|енку|ськ(?:ий|ого|ому|им|а|у|ої|ій)|цьк(?:ий|ого|ому|им|а|у|ої|ій)|[оеєі](?:в|ва|ву|вим|вої|ву)|[уюа]к(?:а|у|ом|ові)?|[яа]н(?:а|у|ом)?|[иії]н(?:а|у|им|ої)?|чик(?:а|у|ом)?|ець|[єе]ць|шин|ишин|[оау]ра|ько|ьк[ау])$"),
    "ru": re.compile(r"(?:вич(?:а|у|ем)?|енко|[сц]к(?:ий|ого|ому|им|ая|ую|ой)|[оеё]в(?:а|у|ым|ой)?|[иы]н(?:а|у|ым|ой)?|[уюя]к(?:а|у|ом)?|чик(?:а|у|ом)?|[ая]н(?:а|у|ом)?|ец|ко)$"),
}  # fmt: skip
_PATRONYMIC = re.compile(r"(?:[оеаєё]вич|[иі]ч|[оеа][вў]іч|[оеі]вн|[аоеі]ўн|[иі]чн)\w{0,3}$")
_ENDINGS = re.compile(
    r"(?:скага|скаму|скую|ская|скім|скай|скі|цкага|цкаму|цкую|цкая|цкім|цкай|цкі|ського|ському|ським|ська|ську|ської|ській|ський|цького|цькому|цьким|цька|цьку|цької|цький"
    r"|ского|скому|ским|ском|ская|скую|ской|ский|цкого|цкому|цким|цком|цкая|цкую|цкой|цкий)$"
)
_TAIL = re.compile(
    r"(?:ями|ами|ямі|амі|ыми|ими|ымі|ого|его|ому|ему|ага|аму|ові|еві|єві|ою|ею|єю|ым|им|ім|ом|ем|єм|ём|ам|ям|ой|ей|ай|яй|ую|ых|их|іх|ою|ів|їв|ый|ий|ая|[аяуюеєиіыїоьй])$"
)
_CAPITAL = re.compile(r"[A-ZА-ЯЁІЇЄҐЎ]")


def key_of(part: str, language: str) -> str:
    """What all cases of a name have in common: its stem, with fleeting vowels left out."""
    low = look_up_form(part, language).replace("ў", "в")
    if ending := _ENDINGS.search(low):
        return low[: ending.start()] + ending.group()[:1] + "к"
    if len(low) > 3 and low.endswith(("овец", "авец", "евец", "івець")):
        return low[:-3].rstrip("ве") + "вц" if not low.endswith("ь") else low[:-4] + "вц"
    stem = _TAIL.sub("", low) if len(low) > 3 else low
    if len(stem) > 3 and (fleeting := re.search(r"([бвгджзклмнпрстфхцчшщ])[еоаэёі]([ецклн]|ць)$", low)):
        if stem == low and fleeting.group(2) in "цкл":
            stem = low[: fleeting.start()] + fleeting.group(1) + fleeting.group(2)
    return stem


def same_key(first: str, second: str) -> bool:
    """Whether two stems are of one name: alike up to a last letter that softens or falls out."""
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < 4 or len(longer) - len(shorter) > 1:
        return False
    return longer[: len(shorter)] == shorter and longer[-1:] in "ьйнцв"


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the text names."""

    number: int
    given: set[str] = field(default_factory=set)
    surname: str = ""
    gender: str = ""
    mentions: list[Mention] = field(default_factory=list)
    role: str = ""
    """What the text calls them, the fullest phrase."""
    nouns: set[str] = field(default_factory=set)
    """The nouns that stand beside the name, as the dictionary has them."""
    name: str = ""


@dataclass(slots=True, eq=False)
class Mention:
    """Words `[first:last]` of a paragraph that name a person."""

    passage: int
    first: int
    last: int
    start: int
    end: int
    parts: tuple[str, ...]
    cases: frozenset[str]
    gender: str
    person: Person = None  # type: ignore[assignment]

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return len(self.parts) > 1


@dataclass(slots=True, eq=False)
class Names:
    """The persons of a page, and their mentions by paragraph in order."""

    persons: list[Person]
    mentions: dict[int, list[Mention]]

    def within(self, passage: Passage, first: int, last: int) -> list[Mention]:
        """The mentions among the words `[first:last]` of a paragraph."""
        return [one for one in self.mentions.get(passage.number, ()) if first <= one.first and one.last <= last]

    def at(self, passage: Passage, index: int) -> Mention | None:
        """The mention that holds a word."""
        return next((one for one in self.mentions.get(passage.number, ()) if one.first <= index < one.last), None)


@cache
def _given(language: str) -> dict[str, tuple[str, frozenset[str], str]]:
    """Forms of given names: dictionary form, cases and gender."""
    found: dict[str, tuple[str, set[str], str]] = {}
    for text, meanings in lexicons.by_form(language, "given_names").items():
        for meaning in meanings:
            if meaning.form.number == "p":
                continue
            lemma, cases, gender = found.setdefault(text, (meaning.form.lemma, set(), meaning.entry.value))
            cases |= meaning.form.cases
            if gender != meaning.entry.value:
                found[text] = (lemma, cases, "")
    return {text: (lemma, frozenset(cases), gender) for text, (lemma, cases, gender) in found.items()}


def given_name(word: str, language: str) -> tuple[str, frozenset[str], str] | None:
    """What a form of a given name is: its dictionary form, the cases that it may be in, and its gender."""
    low = look_up_form(word, language)
    known = _given(language).get(low)
    if known or language != "ru":
        return known
    return _russian_given(low)


def _russian_given(low: str) -> tuple[str, frozenset[str], str] | None:
    found = [parse for parse in russian(low) if parse.is_given_name and parse.number == "sing" and parse.part == "NOUN"]
    if not found:
        return None
    if any(parse.lemma.endswith("ия") for parse in found):
        found = [parse for parse in found if parse.lemma.endswith("ия")]
    genders = {"f" if parse.gender == "f" else "m" for parse in found}
    lemma = min((parse.lemma for parse in found), key=lambda one: (len(one), one))
    return lemma, frozenset(parse.case for parse in found), genders.pop() if len(genders) == 1 else ""


def names_of(page: Page) -> Names:
    """The persons whom a page names."""
    places = {
        key_of(word.text, page.language) for passage in page.passages for word in passage.words if word.tag == "B-LOC"
    }
    found = {
        passage.number: sorted([*_proposed(page, passage), *_known_names(page, passage)], key=lambda one: one.first)
        for passage in page.passages
    }
    keys = {
        key_of(mention.parts[-1], page.language)
        for many in found.values()
        for mention in many
        if mention.is_full and len(mention.parts[-1]) > 3
    }
    keys |= {
        key_of(part, page.language)
        for many in found.values()
        for mention in many
        if mention.is_full
        for part in mention.parts[:1]
        if given_name(part, page.language)
    }
    for passage in page.passages:
        if page.language != "ru":
            found[passage.number] = [
                one
                for one in found[passage.number]
                if one.is_full or _may_stand_alone(page, passage, one, keys, places)
            ]
        found[passage.number] = _completed(page, passage, found[passage.number], keys)
        _families(page, passage, found[passage.number])
    return _grouped(page, found)


def _proposed(page: Page, passage: Passage) -> Iterator[Mention]:
    """The names that the tagger proposes, each checked for its shape; a title before a name is left out."""
    index, words = 0, passage.words
    while index < len(words):
        if words[index].tag != "B-PER" and not (
            words[index].tag == "I-PER" and (index == 0 or words[index - 1].entity != "PER")
        ):
            index += 1
            continue
        last = index + 1
        while last < len(words) and words[last].tag == "I-PER" and words[last].sentence == words[index].sentence:
            last += 1
        yield from _checked(page, passage, index, last)
        index = last


def _checked(page: Page, passage: Passage, first: int, last: int) -> Iterator[Mention]:
    """The mention that the words are, without lower-case words and foreign letters at its ends."""
    words, language = passage.words, page.language
    titles = (
        lexicons.by_form(language, "people"),
        lexicons.by_form(language, "authorities"),
        lexicons.by_form(language, "event_nouns"),
    )
    known = [any(words[index].low in one for one in titles) for index in range(first, last)]
    while first < last and (
        not words[first].has_capital
        or (last - first > 1
        and (known[0] or words[first].low in lexicons.words(language, "unreal")))
    ):
        first, known = first + 1, known[1:]
    while first < last and (not words[last - 1].has_capital or words[last - 1].text in ".,"):
        last -= 1
    if (
        language != "ru"
        and last < len(words)
        and words[last].has_capital
        and words[last].tag == "O"
        and last - first == 1
        and given_name(words[first].text, language)
        and _SURNAME[language].search(words[last].low)
    ):
        last += 1
    if first >= last or last - first > 5 or _is_quoted_name(passage, words[first]):
        return
    parts = tuple(word.text for word in words[first:last] if word.text != ".")
    if any(not part[:1].isalpha() for part in parts) or (
        any(re.search("[A-Za-z]", part) for part in parts) and page.latin is None and language != "ru"
    ):
        return
    if len(parts) == 1 and ((parts[0].isupper() and len(parts[0]) > 1) or len(parts[0]) < 3):
        return
    first = _past_title(words, first, last, language)
    parts = tuple(word.text for word in words[first:last] if word.text != ".")
    opens = passage.sentences[words[first].sentence].first == first
    if (
        language != "ru"
        and len(parts) > 1
        and (opens or any(words[index].low in lexicons.words(language, "not_names") for index in range(first, last)))
        and not any(given_name(part, language) or _is_initial(part) for part in parts)
        and not _SURNAME[language].search(parts[-1].lower())
    ):
        return
    yield _mention(page, passage, first, last, parts)


def _past_title(words: Sequence[Word], first: int, last: int, language: str) -> int:
    """Where the name begins in "Уповноважений Верховної Ради Дмитро Лубін": at the given name, unless a surname leads."""
    if last - first < 3 or _PATRONYMIC.search(words[last - 1].low) or given_name(words[first].text, language) or _is_initial(words[first].text):
        return first
    return next((index for index in range(first + 1, last - 1) if given_name(words[index].text, language)), first)


def _mention(page: Page, passage: Passage, first: int, last: int, parts: tuple[str, ...]) -> Mention:
    cases, gender = ANY, ""
    for part in parts:
        given = given_name(part, page.language)
        here = given[1] if given and given[1] else name_cases(part, page.language) if not _is_initial(part) else ANY
        gender = gender or (given[2] if given else "")
        cases = (cases & here) or cases
    return Mention(
        passage.number, first, last, passage.words[first].start, passage.words[last - 1].end, parts, cases, gender
    )


def _is_initial(part: str) -> bool:
    return len(part) <= 2 and part[:1].isupper()


def _is_quoted_name(passage: Passage, word: Word) -> bool:
    return passage.quotation_at(word.start, word.end, utterance=False) is not None


def _known_names(page: Page, passage: Passage) -> Iterator[Mention]:
    """Names that the tagger missed: a known given name, with the word after it where that looks like a surname."""
    words, language = passage.words, page.language
    if language == "ru":
        return
    index = 0
    while index < len(words):
        word = words[index]
        index += 1
        if (
            word.entity == "PER"
            or not word.has_capital
            or len(word.text) < 3
            or given_name(word.text, language) is None
            or _is_quoted_name(passage, word)
        ):
            continue
        after = words[index] if index < len(words) else None
        begins = passage.sentences[word.sentence].first == word.index
        is_surname = (
            after is not None
            and after.has_capital
            and after.is_word
            and after.entity == ""
            and (not begins or _SURNAME[language].search(after.low) is not None)
        )
        if is_surname and after is not None and after.sentence == word.sentence:
            index += 1
            yield _mention(page, passage, word.index, index, (word.text, after.text))
        elif (
            not begins
            and (after is None or not after.has_capital or after.entity == "PER")
            and word.low not in lexicons.words(language, "not_names")
        ):
            yield _mention(page, passage, word.index, word.index + 1, (word.text,))


def _may_stand_alone(page: Page, passage: Passage, mention: Mention, keys: set[str], places: set[str]) -> bool:
    word = passage.words[mention.first]
    if word.low in lexicons.words(page.language, "not_names"):
        return False
    key = key_of(word.text, page.language)
    if any(same_key(key, other) for other in keys) or given_name(word.text, page.language):
        return True
    if key in places or _is_place(passage, mention):
        return False
    opens = passage.sentences[word.sentence].first == mention.first or passage.words[mention.first - 1].text in '«„"—–-'
    return (
        not opens
        and _SURNAME[page.language].search(word.low) is not None
        and word.low not in lexicons.words(page.language, "not_names")
    )


def _is_place(passage: Passage, mention: Mention) -> bool:
    """ "У Сарніку": after "in", and not in the genitive that "at somebody's" asks for."""
    before = passage.words[mention.first - 1].low if mention.first else ""
    if before in ("з", "са", "із", "зі"):
        return not mention.cases & {"g", "i"}
    return before in ("у", "в", "во", "на") and "g" not in mention.cases


def _completed(page: Page, passage: Passage, mentions: list[Mention], keys: set[str]) -> list[Mention]:
    """The mentions, with every other word that is the name of somebody named in full."""
    taken = {index for one in mentions for index in range(one.first, one.last)}
    not_names = lexicons.words(page.language, "not_names")
    for word in passage.words:
        if (
            word.index in taken
            or not word.has_capital
            or len(word.text) < 4
            or word.entity in ("LOC", "ORG")
            or word.low in not_names
        ):
            continue
        if key_of(word.text, page.language) in keys and not _is_quoted_name(passage, word):
            mentions.append(_mention(page, passage, word.index, word.index + 1, (word.text,)))
    return sorted(mentions, key=lambda one: one.first)


_PLURAL = re.compile(
    r"(?:оў|аў|яў|еў|скіх|цкіх|амі|ямі|скімі|цкімі|ам|ів|їв|ських|цьких|ами|ями|ськими|цькими|ов|ев|ёв|ых|их|ским|цким|скими|цкими|овых|овым|овыми|вічы|вичі|вичи|укі|юкі|уки|юки|енкі|енки|ские|цкие|скія|цкія|ські|цькі|овы|евы|ины|ови|еви|іни|авы)$"
)


def _families(page: Page, passage: Passage, mentions: list[Mention]) -> None:
    """ "Братоў Андрэя і Паўла Калвашукоў": the surname in the plural is that of both."""
    for first, second in zip(mentions, mentions[1:], strict=False):
        between = passage.words[first.last : second.first]
        if (
            first.is_full
            or not second.is_full
            or len(between) != 1
            or between[0].low not in ("і", "и", "й", "та", "ды")
        ):
            continue
        if (
            given_name(first.parts[0], page.language)
            and given_name(second.parts[0], page.language)
            and _PLURAL.search(second.parts[-1].lower())
        ):
            surname = _singular(second.parts[-1])
            first.parts = (first.parts[0], surname)
            second.parts = (*second.parts[:-1], surname)


def _singular(surname: str) -> str:
    """The stem of a surname in the plural, with the ending of an adjective where it is one."""
    ending = _PLURAL.search(surname.lower())
    if ending is None:
        return surname
    stem = surname[: ending.start()]
    return stem + ending.group()[:1] + "кі" if ending.group()[1:2] in ("к", "ь") else stem


def _grouped(page: Page, found: dict[int, list[Mention]]) -> Names:
    """Mentions by person: full names first, then lone words, to the last person before them that has the name."""
    persons: list[Person] = []
    everything = [one for number in sorted(found) for one in found[number]]
    for mention in everything:
        if mention.is_full:
            _assign(mention, _same_full(mention, persons, page.language), persons, page.language)
    for position, mention in enumerate(everything):
        if not mention.is_full:
            before = [one.person for one in everything[:position] if one.person] + [
                one.person for one in everything[position:] if one.person
            ]
            _assign(
                mention,
                _same_lone(mention, persons, before[: position or None] or persons, page.language),
                persons,
                page.language,
            )
    for person in persons:
        _name(page, person)
    by_passage: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in everything:
        by_passage[mention.passage].append(mention)
    return Names(persons, dict(by_passage))


def _split(mention: Mention, language: str) -> tuple[str, set[str]]:
    """The stem of the surname and those of the given names; a name may begin with either."""
    keys = [key_of(part, language) for part in mention.parts]
    known = [
        given_name(part, language) is not None
        or _is_initial(part)
        or (number > 0 and _PATRONYMIC.search(part.lower()) is not None and number < len(keys) - 1)
        for number, part in enumerate(mention.parts)
    ]
    rest = [number for number, is_given in enumerate(known) if not is_given]
    surname = rest[-1] if rest else len(keys) - 1
    if len(keys) == 1:
        return ("", {_given_key(mention.parts[0], language)}) if known[0] else (keys[0], set())
    return keys[surname], {
        _given_key(mention.parts[number], language) for number in range(len(keys)) if number != surname
    }


def _given_key(part: str, language: str) -> str:
    known = given_name(part, language)
    return known[0] if known else key_of(part, language)


def _same_full(mention: Mention, persons: Sequence[Person], language: str) -> Person | None:
    surname, given = _split(mention, language)
    for person in persons:
        if not same_key(person.surname, surname):
            continue
        initials = {one[:1].lower() for one in given}
        if (
            person.given & given
            or any(len(one) <= 2 and one[:1] in {other[:1].lower() for other in person.given} for one in given)
            or (any(len(other) <= 2 for other in person.given) and {other[:1] for other in person.given} & initials)
        ):
            return person
    return None


def _same_lone(mention: Mention, persons: Sequence[Person], before: Sequence[Person], language: str) -> Person | None:
    key = key_of(mention.parts[0], language)
    given = given_name(mention.parts[0], language)
    matching = [one for one in persons if same_key(one.surname, key)]
    if given and not matching:
        matching = [one for one in persons if given[0] in one.given]
        return matching[-1] if len({id(one) for one in matching}) == 1 else None
    fitting = [one for one in matching if not one.gender or _fits(mention, one)] or matching
    recent = [one for one in before if any(one is other for other in fitting)]
    return recent[-1] if recent else fitting[0] if fitting else None


def _fits(mention: Mention, person: Person) -> bool:
    last = mention.parts[-1].lower()
    if person.gender == "f":
        return not last.endswith(
            (
                "ого",
                "ага",
                "ому",
                "аму",
                "ым",
                "им",
                "ім",
                "ом",
                "ем",
                "ський",
                "ский",
                "ов",
                "ев",
                "ин",
                "аў",
                "еў",
                "оў",
                "ів",
            )
        )
    return not last.endswith(("ская", "ська", "ую", "ську", "ской", "скай", "ської", "ой", "ою", "ай"))


def _assign(mention: Mention, person: Person | None, persons: list[Person], language: str) -> None:
    surname, given = _split(mention, language)
    if person is None:
        person = Person(len(persons), set(given), surname, mention.gender)
        persons.append(person)
    person.given |= given if mention.is_full else set()
    person.gender = person.gender or mention.gender or _gender_by_surname(mention.parts[-1], mention.cases)
    mention.person = person
    mention.gender = mention.gender or person.gender
    person.mentions.append(mention)


def _gender_by_surname(part: str, cases: frozenset[str]) -> str:
    low = part.lower()
    if low.endswith(
        ("ская", "цкая", "ська", "цька", "скую", "ську", "цкую", "цьку", "ову", "еву", "ской", "скай", "ської")
    ):
        return "f"
    if low.endswith(
        (
            "ский",
            "цкий",
            "ского",
            "скому",
            "ський",
            "ського",
            "ському",
            "скі",
            "цкі",
            "скага",
            "скаму",
            "ов",
            "ев",
            "аў",
            "оў",
            "еў",
            "ым",
        )
    ):
        return "m"
    del cases
    return ""


def _name(page: Page, person: Person) -> None:
    """The name to give a person: in full where the text has it in full, in the nominative where it has that."""
    body = {passage.number for passage in page.passages if passage.kind is PartKind.BODY}
    best = min(
        person.mentions,
        key=lambda one: (
            one.last - one.first < 2,
            not _is_nominative(one),
            -len([part for part in one.parts if len(part) > 2]),
            one.passage not in body,
            one.passage,
            one.first,
        ),
    )
    person.name = page.words(best.start, best.end)


def _is_nominative(mention: Mention) -> bool:
    return "n" in mention.cases
