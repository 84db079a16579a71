"""Nouns beside names: a title that leads up to a name, somebody's father, the brothers of a surname."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import is_finite
from atleast.statement.slavic.name_parts import key_of, same_key, singular
from atleast.statement.slavic.page import Page, Passage, Word
from atleast.statement.slavic.people import is_modifier
from atleast.statement.slavic.references import Candidate, Discourse, Party, party_of

_LONGEST_TITLE = 7
_QUOTES = '«»„“”"'
_WHOSE = frozenset("его её ее их свой своего свою яго яе іх ягоны ягонага свайго сваю його її їх їхнього свого".split())
_AND = frozenset(("и", "і", "й", "та", "ды", "а"))


def is_kin(word: Word, passage: Passage, meanings: Sequence[lexicons.Meaning]) -> bool:
    """ "Отца", "адвоката": somebody of somebody, where no possessive says whose."""
    before = passage.words[word.index - 1].low if word.index else ""
    return meanings[0].entry.value == "kin" and before not in _WHOSE


def family(
    word: Word, passage: Passage, meanings: Sequence[lexicons.Meaning], found: list[Candidate], discourse: Discourse
) -> tuple[Party, ...] | None:
    """ "Супругов Лойко": a noun in the plural before a lone surname, and all whom the page names by it; else None.

    The candidate that the surname made is taken out of `found`: it is no single person.
    """
    beside = next((one for one in found if one.first == word.index + 1), None)
    if beside is None or beside.mention is None or beside.mention.is_full:
        return None
    after = passage.words[beside.last].low if beside.last < len(passage.words) else ""
    if any(one.form.number == "s" for one in meanings) or after in _AND:
        return None
    found.remove(beside)
    key = key_of(singular(beside.mention.parts[0]), discourse.page.language)
    relatives = [one for one in discourse.names.persons if one.given and same_key(one.surname, key)]
    return tuple(party_of(one) for one in relatives) if len(relatives) > 1 else ()


def apply_kin(found: list[Candidate], passage: Passage, page: Page) -> None:
    """ "Бацьку палітзняволенага Івана Крука": a name in the genitive after such a noun only says whose father it is."""
    people = lexicons.by_form(page.language, "people")
    for noun, name in pairwise(list(found)):
        if noun.kind != "noun" or name.kind != "name" or name not in found or "g" not in name.cases:
            continue
        head = passage.words[noun.last - 1]
        between = passage.words[noun.last : name.first]
        if not is_kin(head, passage, people.get(head.low, ())) if head.low in people else True:
            continue
        if all(word.low in people or is_modifier(word, page.language) for word in between):
            noun.last = name.last
            noun.parties = (
                Party(
                    page.words(passage.words[noun.first].start, passage.words[name.last - 1].end),
                    None,
                    "s",
                    noun.gender,
                ),
            )
            noun.lemma = ""
            found.remove(name)


def apply_titles(found: list[Candidate], passage: Passage, language: str) -> None:
    """ "Основателя центра «Дуб» Алеся Вереска": a noun and the name that it leads up to are one."""
    for noun, named in pairwise(list(found)):
        if noun.kind != "noun" or named.kind != "name" or noun.number == "p" or not noun.cases & named.cases:
            continue
        between = passage.words[noun.last : named.first]
        leads = all(
            word.is_word or word.text in _QUOTES or passage.quotation_at(word.start, word.end) for word in between
        )
        verbs = any(is_finite(word.low, language) for word in between if word.is_word)
        if len(between) <= _LONGEST_TITLE and leads and not verbs:
            found.remove(noun)
            if named.mention is not None:
                meanings = lexicons.by_form(language, "people").get(passage.words[noun.last - 1].low, ())
                named.mention.person.nouns |= {meaning.form.lemma for meaning in meanings}
