"""Noun phrases for people: a noun with its adjectives, numbers and bounds, or a number alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite, noun_cases
from atleast.statement.slavic.inflection import ANY
from atleast.statement.slavic.page import Page, Passage, Sentence, Word
from atleast.statement.slavic.references import Candidate, Party

_LONGEST_PHRASE = 5
_LONGEST_NUMBER = 3
_OF = frozenset("из з із".split())
_MORE = frozenset("ещё еще яшчэ ще".split())
_ALREADY = frozenset("уже ужо вже".split())
_ADJECTIVE = {
    "ru": re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ыми|ими|ую|юю|ым|им)$"),
    "be": re.compile(r"(?:[нквтгхшжчр]ы|[кгх]і|ага|яга|аму|яму|ая|яя|ое|ае|яе|ыя|ія|ых|іх|ымі|імі|ую|юю|ым|ім|ай|ой)$"),
    "uk": re.compile(r"(?:ий|ій|ого|ього|ому|ьому|ої|ьої|ою|ьою|их|іх|ими|іми|им|ім|[нквтлр](?:а|е|і|у))$"),
}
_COUNTED = re.compile(r"(?:ов|ев|ей|ц|ин|ян|аў|яў|оў|ів|їв|ян|ин)$")


def _cases_of_people(meaning: lexicons.Meaning) -> frozenset[str]:
    """The cases of a form that is people: what looks like a nominative is no accusative, but for women and children."""
    cases = meaning.form.cases
    masculine = meaning.form.number == "p" or meaning.entry.extra.get("gender") == "m"
    return cases - {"a"} if masculine and {"n", "a"} <= cases and "g" not in cases else cases


def people_phrase(
    word: Word, passage: Passage, sentence: Sentence, page: Page, meanings: Sequence[lexicons.Meaning]
) -> Candidate:
    """The noun phrase whose head a word is, from its bound or first adjective on."""
    first = word.index
    while (
        first > sentence.first
        and word.index - first < _LONGEST_PHRASE
        and _leads(passage.words[first - 1], page.language)
    ):
        first -= 1
    first = _with_bound(first, passage, sentence, page.language)
    cases = frozenset(case for meaning in meanings for case in _cases_of_people(meaning))
    numbers = {meaning.form.number for meaning in meanings if meaning.form.number}
    counted = any(is_number(passage.words[index], page.language) for index in range(first, word.index))
    number = "p" if counted or numbers == {"p"} else "s" if numbers == {"s"} else ""
    if counted:
        cases = ANY
    elif (
        first < word.index
        and (modifier := noun_cases(passage.words[word.index - 1].text, page.language))
        and modifier & cases
    ):
        cases = modifier & cases
    last = word.index + 1
    if number == "p" and last < sentence.last and passage.words[last].entity == "PER":
        last += 1
    text = page.words(passage.words[first].start, passage.words[last - 1].end)
    gender = meanings[0].entry.extra.get("gender", "m") if number != "p" else ""
    former = lexicons.words(page.language, "unreal", "former")
    bare = all(one.low in former for one in passage.words[first : word.index])
    lemma = meanings[0].form.lemma if bare else ""
    anyone = meanings[0].entry.value == "anyone"
    return Candidate(
        first,
        last,
        cases,
        number,
        gender,
        "noun",
        parties=(Party(text, None, number or "s", gender),),
        lemma=lemma,
        anyone=anyone,
    )


def is_number(word: Word, language: str) -> bool:
    """Whether it is a number in digits or in words."""
    return (word.text[0].isdigit() and not any(letter.isalpha() for letter in word.text)) or word.low in lexicons.words(
        language, "numbers"
    )


def _with_bound(first: int, passage: Passage, sentence: Sentence, language: str) -> int:
    """Where "не менш за 30 чалавек" begins: the words of a bound before a number belong to the phrase."""
    if not passage.words[first].text[0].isdigit() and passage.words[first].low not in lexicons.words(
        language, "numbers", "number"
    ):
        return first
    if first == sentence.first or passage.words[first - 1].low not in lexicons.parts(language, "bounds"):
        return first
    for phrase, entry in lexicons.phrases(language, "bounds"):
        low = first - len(phrase)
        if (
            entry.extra.get("place", "before") == "before"
            and low >= sentence.first
            and tuple(word.low for word in passage.words[low:first]) == phrase
        ):
            return low
    return first


def _leads(word: Word, language: str) -> bool:
    """Whether a word before a noun belongs to its phrase: a number, an adjective, "at least"."""
    return is_number(word, language) or is_modifier(word, language)


def counted_phrase(
    word: Word, passage: Passage, sentence: Sentence, page: Page, people: Mapping[str, object]
) -> Candidate | None:
    """A number with a noun that the lexicon of people does not have: "28 велмарийцев"; no time, sum or share."""
    after = passage.words[word.index + 1] if word.index + 1 < sentence.last else None
    if (
        after is None
        or not after.is_word
        or len(after.low) < 6
        or not _COUNTED.search(after.low)
        or after.low in people
    ):
        return None
    language = page.language
    if any(
        after.low in lexicons.words(language, name) for name in ("dates", "penalties", "number_neighbours", "countable")
    ):
        return None
    if after.low.startswith(
        (
            "процент",
            "відсотк",
            "адсотк",
            "миллион",
            "мільйон",
            "тысяч",
            "тисяч",
            "рубл",
            "километр",
            "государств",
            "дзяржа",
            "держав",
            "пункт",
            "параграф",
        )
    ):
        return None
    text = page.words(word.start, after.end)
    return Candidate(word.index, word.index + 2, ANY, "p", "", "noun", parties=(Party(text, None, "p"),))


def is_modifier(word: Word, language: str) -> bool:
    """Whether a word before a noun looks like an adjective."""
    low = word.low
    if (
        not word.is_word
        or word.entity == "PER"
        or len(low) < 5
        or low in lexicons.words(language, "unreal", "preposition")
    ):
        return False
    if (
        _ADJECTIVE[language].search(low) is None
        or is_finite(low, language)
        or low in lexicons.parts(language, "bounds")
    ):
        return False
    return low not in lexicons.words(language, "not_names") and low not in lexicons.by_form(language, "people")


def bare_number(word: Word, passage: Passage, sentence: Sentence, page: Page) -> Candidate | None:
    """A number of people without its noun, beside a verb: "22 получили условные сроки", "помиловали 48", "трое из них"."""
    language = page.language
    if word.low not in lexicons.words(language, "numbers", "number") and not word.text.isdigit():
        return None
    after = passage.words[word.index + 1] if word.index + 1 < sentence.last else None
    before = passage.words[word.index - 1] if word.index > sentence.first else None
    if after is not None and after.low in lexicons.by_form(language, "people"):
        return None
    verbs = lexicons.by_form(language, "event_verbs").texts
    ends = after is None or after.text in ".,;!" or after.low in _OF
    if ends:
        beside = (before is not None and before.low in verbs) or (after is not None and after.low in _OF)
    else:
        following = [one.low for one in passage.words[word.index + 1 : sentence.last] if one.low not in _ALREADY]
        beside = following[0] in verbs if following else False
    if not beside or (word.text.isdigit() and len(word.text) > _LONGEST_NUMBER):
        return None
    first = word.index
    if before is not None and before.low in _MORE:
        first -= 1
    first = _with_bound(first, passage, sentence, language)
    text = page.words(passage.words[first].start, word.end)
    return Candidate(
        first, word.index + 1, _cases_of_number(word.low), "p", "", "noun", parties=(Party(text, None, "p"),)
    )


def _cases_of_number(low: str) -> frozenset[str]:
    if low.endswith(("ым", "им", "ім", "ём", "ем", "ум", "ом", "му")):
        return frozenset("d")
    return frozenset("ga") if low.endswith(("ых", "их", "іх", "ух", "ёх", "ох")) else frozenset("na")
