"""Rows: those who fill a role together, and the names that a group is made of."""

from __future__ import annotations

from itertools import pairwise

from atleast.statement.slavic import lexicons
from atleast.statement.slavic.grammar import agree, is_finite
from atleast.statement.slavic.page import Passage, Word
from atleast.statement.slavic.references import Candidate

_LONGEST_JOINT = 8
_AND = frozenset(("и", "і", "й", "та", "ды", "а", "также", "таксама", "також", "ни", "ні"))
_BESIDE = _AND | frozenset("его её ее их ещё еще яго яе іх яшчэ його її їх їхніх ще".split())
_DASHES = "—–:"
_AMONG = frozenset("среди сярод серед числе ліку числі зокрема".split())


def join(found: list[Candidate], passage: Passage, language: str) -> None:
    """ "A, B и C": those in one row fill a role together; each of the row has the parties of all."""
    _join_names(found, passage, language)
    _add_members(found, passage)
    for one, other in pairwise(found):
        if (
            one.kind in ("name", "noun")
            and other.kind in ("name", "noun")
            and _are_beside(one, other, passage, language)
        ):
            parties = tuple(dict.fromkeys([*one.parties, *other.parties]))
            for each in found:
                if each in (one, other) or (each.parties == one.parties and len(one.parties) > 1):
                    each.parties, each.number = parties, "p"


def _are_beside(one: Candidate, other: Candidate, passage: Passage, language: str) -> bool:
    """ "Учительницу Анну Тарн и двух подростков": an "and" and no more between, in one case."""
    between, numbers = passage.words[one.last : other.first], lexicons.words(language, "numbers")
    if "noun" not in (one.kind, other.kind) or not any(word.low in _AND for word in between):
        return False
    counted = (word.low in _BESIDE or word.low in numbers or word.text[0].isdigit() for word in between)
    return all(counted) and bool(one.cases & other.cases) and one.parties != other.parties


def _add_members(found: list[Candidate], passage: Passage) -> None:
    """ "Двух её коллег — Ивана и Тимофея": a group is those whom the dash names; "12 человек, среди них" has them too."""
    for place, group in enumerate(found):
        if group.kind != "noun" or group.number != "p" or place + 1 == len(found):
            continue
        first = found[place + 1]
        between = passage.words[group.last : first.first]
        if first.kind == "name" and between and between[-1].text in _DASHES and len(between) <= _LONGEST_JOINT:
            group.parties = first.parties
        elif first.kind == "pronoun" and place + 2 < len(found) and any(word.low in _AMONG for word in between):
            named = found[place + 2]
            if named.kind == "name" and named.first - first.last <= _LONGEST_JOINT:
                group.parties = tuple(dict.fromkeys([*group.parties, *named.parties]))


def _join_names(found: list[Candidate], passage: Passage, language: str) -> None:
    position = 0
    while position < len(found):
        row = [found[position]]
        while position + len(row) < len(found) and _are_joined(row[-1], found[position + len(row)], passage, language):
            row.append(found[position + len(row)])
        if len(row) > 1:
            parties = tuple(dict.fromkeys(party for one in row for party in one.parties))
            cases = row[0].cases
            for one in row[1:]:
                cases = cases & one.cases or cases
            joined = any(word.low in _AND for word in passage.words[row[0].last : row[-1].first])
            if joined or len(row) > 2:
                for one in row:
                    one.parties, one.cases, one.number = parties, cases, "p"
        position += len(row)


def _are_joined(one: Candidate, other: Candidate, passage: Passage, language: str) -> bool:
    """Whether two names stand in one row: joined by "and" or a comma, with no more than a description of the second between."""
    between = passage.words[one.last : other.first]
    if (
        one.kind != "name"
        or other.kind != "name"
        or not 0 < len(between) <= _LONGEST_JOINT
        or not agree(one.cases, other.cases)
    ):
        return False
    if not (between[0].text in "(," or between[0].low in _AND):
        return False
    return all(word.text in ",()" or word.low in _AND or _describes(word, language) for word in between)


def _describes(word: Word, language: str) -> bool:
    """Whether a word between two names of a row may belong to a description of the second: no verb, no preposition."""
    if not word.is_word:
        return word.text[0].isdigit()
    no_part = lexicons.either(language, "unreal", "preposition", "subordinator")
    return not word.has_capital and word.low not in no_part and not is_finite(word.low, language)
