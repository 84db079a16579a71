"""Participles that tell of an event: what a clause says, or what is said of whoever stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite
from atleast.statement.slavic.inflection import Form, Kind
from atleast.statement.slavic.lexicons import Meaning
from atleast.statement.slavic.page import Page, Passage, Sentence, Word

_AMONG = frozenset("среди сярод серед".split())
_LEADS = 8
_ADVERBS = ("но", "на", "ва", "во", "ко", "ка")
_AND = frozenset("и і й та ды а".split())


def participle(
    word: Word, meanings: Sequence[Meaning], passage: Passage, sentence: Sentence, page: Page
) -> Form | None:
    """What a participle is: predicate, attribute after a comma, or attribute before a name; None where it is only a noun."""
    forms = [one.form for one in meanings if one.form.kind in (Kind.PASSIVE, Kind.ACTIVE)]
    cases = frozenset(case for form in forms for case in form.cases)
    first = forms[0]
    before = passage.words[word.index - 1] if word.index > sentence.first else None
    after = passage.words[word.index + 1] if word.index + 1 < sentence.last else None
    auxiliaries = lexicons.words(page.language, "unreal", "auxiliary")
    near = [passage.words[index].low for index in range(max(sentence.first, word.index - 4), word.index)]
    numbers = {form.number for form in forms}
    number = numbers.pop() if len(numbers) == 1 else ""
    genders = {form.gender for form in forms if form.gender}
    gender = genders.pop() if len(genders) == 1 else ""
    if before is not None and before.low in _AMONG:
        listed = any(one.entity == "PER" for one in passage.words[word.index + 1 : sentence.last])
        return Form(first.lemma, first.kind, "p", "", cases) if listed else None
    if first.kind is Kind.PASSIVE and ("n" in cases or "i" in cases) and any(low in auxiliaries for low in near):
        return Form(first.lemma, Kind.PREDICATE, number, gender, frozenset("n"))
    if _is_set_off(word, passage, sentence) and after is not None and (after.is_word or after.text[0].isdigit()):
        return Form(first.lemma, first.kind, number, gender, cases)
    if (
        page.language != "ru"
        and first.kind is Kind.PASSIVE
        and "n" in cases
        and _is_predicate(word, after, passage, page)
    ):
        return Form(first.lemma, Kind.PREDICATE, number, gender, frozenset("n"))
    if after is not None and (after.entity == "PER" or _leads_to_name(word, passage, sentence)):
        return Form(first.lemma, first.kind, number, gender, cases)
    return None


def _is_set_off(word: Word, passage: Passage, sentence: Sentence) -> bool:
    """Whether a comma stands before a participle, with no more than an adverb between: ", незаконно осуждённый …"."""
    index = word.index - 1
    if index > sentence.first and passage.words[index].low.endswith(_ADVERBS):
        index -= 1
    return index >= sentence.first and passage.words[index].text in ",("


def _is_predicate(word: Word, after: Word | None, passage: Passage, page: Page) -> bool:
    """Whether a participle (Belarusian, Ukrainian) says what its clause says: no verb beside it, no noun after."""
    before = passage.words[word.index - 1].low if word.index else ""
    verbs = (one is not word and is_finite(one.low, page.language) for one in passage.segment(word))
    if before not in _AND and any(verbs):
        return False
    if not any(one.is_word and is_finite(one.low, page.language) for one in passage.segment(word) if one is not word):
        return before not in lexicons.words(page.language, "unreal", "preposition")
    if after is None or not after.is_word or after.has_capital:
        return True
    follows = lexicons.either(page.language, "unreal", "preposition", "negation")
    return after.low in follows or after.low in lexicons.parts(page.language, "bounds")


def _leads_to_name(word: Word, passage: Passage, sentence: Sentence) -> bool:
    """ "Задержанный накануне в Минске журналист Иван": up to seven words on, in the same segment, a name follows."""
    for one in passage.words[word.index + 1 : min(sentence.last, word.index + _LEADS)]:
        if one.segment != word.segment:
            return False
        if one.entity == "PER":
            return True
    return False
