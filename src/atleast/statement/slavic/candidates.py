"""Who may fill a role in a sentence: names, nouns for people with their numbers and adjectives, and pronouns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.appositions import apply_kin, apply_titles, family, is_kin
from atleast.statement.slavic.inflection import ANY
from atleast.statement.slavic.mentions import Mention
from atleast.statement.slavic.page import Passage, Sentence, Word
from atleast.statement.slavic.people import bare_number, counted_phrase, is_modifier, people_phrase
from atleast.statement.slavic.references import Candidate, Discourse, Party, party_of
from atleast.statement.slavic.rows import join

_LONGEST_PHRASE = 5
_OF = frozenset("из з із".split())


def candidates(passage: Passage, sentence: Sentence, discourse: Discourse, *, roles: bool = True) -> list[Candidate]:
    """All that may fill a role in a sentence, in order. Without `roles` to fill, the case of a lone name is not asked for."""
    language = discourse.page.language
    mentions = discourse.names.within(passage, sentence.first, sentence.last)
    roles = roles or len(mentions) > 1
    found = [_named(mention, passage, sentence, language, roles=roles) for mention in mentions]
    taken = {index for one in found for index in range(one.first, one.last)}
    unnamed = _openings(language)
    for word in passage.words_of(sentence):
        if word.index not in taken and (word.low in unnamed or word.text[0].isdigit()):
            one = _unnamed(word, passage, sentence, discourse, taken, found)
            if one is not None:
                found.append(one)
    found.sort(key=lambda one: one.first)
    apply_kin(found, passage, discourse.page)
    apply_titles(found, passage, language)
    _apply_appositions(found, passage)
    join(found, passage, language)
    return found


@cache
def _openings(language: str) -> frozenset[str]:
    """Words that may be a candidate, or the head of one, without a name."""
    pronouns, numbers = lexicons.entries(language, "pronouns"), lexicons.words(language, "numbers", "number")
    return frozenset(lexicons.by_form(language, "people")) | frozenset(pronouns) | numbers


def _unnamed(
    word: Word, passage: Passage, sentence: Sentence, discourse: Discourse, taken: set[int], found: list[Candidate]
) -> Candidate | None:
    """The candidate that a word without a name makes: a pronoun, a noun for people, or a number."""
    page = discourse.page
    people = lexicons.by_form(page.language, "people")
    entry = lexicons.entries(page.language, "pronouns").get(word.low)
    if entry is not None:
        if _is_possessive(word, passage, sentence, people, entry.extra.get("cases", "")):
            return None
        cases, number = frozenset(entry.extra.get("cases", "ngdail")), entry.extra.get("number", "s")
        one = Candidate(
            word.index, word.index + 1, cases, number, entry.extra.get("gender", "").strip("-"), entry.value
        )
        after = passage.words[word.index + 1].low if word.index + 1 < sentence.last else ""
        if entry.value == "rest" and after in _OF:
            one.kind = "pronoun"
        elif entry.value == "rest":
            one.kind, one.parties = "noun", (Party(page.words(word.start, word.end), None, number),)
        return one
    if word.low in people:
        meanings, relatives = people[word.low], None
        if word.index + 1 in taken and not is_kin(word, passage, meanings):
            relatives = family(word, passage, meanings, found, discourse)
            if relatives is None:
                return None
        one = people_phrase(word, passage, sentence, page, meanings)
        one.parties = relatives or one.parties
        offices = lexicons.by_form(page.language, "authorities").get(word.low, ())
        one.is_actor = any(meaning.entry.value == "official" for meaning in offices)
        return one
    counted = counted_phrase(word, passage, sentence, page, people) if word.text[0].isdigit() else None
    return counted or bare_number(word, passage, sentence, page)


def _apply_appositions(found: list[Candidate], passage: Passage) -> None:
    """ "Иван Крук, журналист": the noun after the comma is he."""
    for named, noun in pairwise(found):
        if (
            named.kind == "name"
            and noun.kind == "noun"
            and noun.number != "p"
            and noun.first - named.last == 1
            and passage.words[named.last].text == ","
        ):
            noun.parties = named.parties
            if named.mention is not None:
                named.mention.person.nouns.add(noun.lemma)


def _named(mention: Mention, passage: Passage, sentence: Sentence, language: str, *, roles: bool) -> Candidate:
    cases, gender = (mention.cases, mention.gender or mention.person.gender) if roles else (ANY, "")
    parties = (party_of(mention.person),)
    if roles and not mention.is_full and _never_changes(mention.parts[0], gender):
        cases = ANY
    found = Candidate(mention.first, mention.last, cases, "s", gender, "name", mention, parties=parties)
    authorities = lexicons.by_form(language, "authorities")
    for index in range(mention.first - 1, max(sentence.first, mention.first - _LONGEST_PHRASE) - 1, -1):
        word = passage.words[index]
        if (
            word.low in authorities
            and authorities[word.low][0].entry.value != "body"
            and word.low not in lexicons.words(language, "unreal", "preposition")
        ):
            found.is_actor = not any(
                one.low in lexicons.words(language, "unreal", "former")
                for one in passage.words[max(sentence.first, index - 2) : index]
            )
            break
        if not word.is_word or (word.has_capital and not word.entity):
            break
    role = _apposed(mention, passage, sentence, language)
    if role:
        people = lexicons.by_form(language, "people")
        mention.person.nouns |= {meaning.form.lemma for meaning in people.get(passage.words[role[1]].low, ())}
        cases = frozenset(
            case
            for index in range(role[0], mention.first)
            for case in _case_of(passage.words[index], language, index == role[1])
        )
        if cases and found.cases & cases:
            found.cases = found.cases & cases
    return found


def _never_changes(surname: str, gender: str) -> bool:
    """ "Лемешко", and of a woman "Верес" and "Тарн": a surname that is the same in all cases."""
    low = surname.lower()
    return low.endswith("ко") or (gender == "f" and low[-1:] not in "аяоеёэыіїиуюйь")


def _case_of(word: Word, language: str, is_noun: bool) -> frozenset[str]:
    if not is_noun:
        return frozenset()
    meanings = lexicons.by_form(language, "people").get(word.low, ())
    return frozenset(case for meaning in meanings for case in meaning.form.cases)


def _apposed(mention: Mention, passage: Passage, sentence: Sentence, language: str) -> tuple[int, int] | None:
    """The noun for people right before a name, and where its phrase begins."""
    people = lexicons.by_form(language, "people")
    low = mention.first - 1
    if low < sentence.first or passage.words[low].low not in people:
        return None
    noun = low
    while low > sentence.first and is_modifier(passage.words[low - 1], language):
        low -= 1
    return low, noun


def _is_possessive(word: Word, passage: Passage, sentence: Sentence, people: Mapping[str, object], cases: str) -> bool:
    """ "Её адвоката": a pronoun in the genitive before a noun says whose."""
    return (
        word.index + 1 < sentence.last
        and "g" in cases
        and "n" not in cases
        and passage.words[word.index + 1].low in people
    )
