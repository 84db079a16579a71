"""Whom a page names: mentions taken together that are the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.words import PartKind
from atleast.statement.slavic.mentions import Mention, Person, mentions_of
from atleast.statement.slavic.name_parts import PATRONYMIC, given_key, given_name, is_initial, key_of, leads, same_key
from atleast.statement.slavic.nominative import nominative
from atleast.statement.slavic.page import Page, Passage

_FULL = 2
"""From so many words on a name is full."""


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


def names_of(page: Page) -> Names:
    """The persons whom a page names."""
    return _grouped(page, mentions_of(page))


def _grouped(page: Page, found: dict[int, list[Mention]]) -> Names:
    """Mentions by person: full names first, then lone words, to the last person before them that has the name."""
    persons: list[Person] = []
    everything = [one for number in sorted(found) for one in found[number]]
    for mention in everything:
        if mention.is_full:
            _assign(mention, _same_full(mention, persons), persons)
    for position, mention in enumerate(everything):
        if not mention.is_full:
            before = [one.person for one in everything[:position] if one.person is not None]
            _assign(mention, _same_lone(mention, persons, before), persons)
    for person in persons:
        _name(page, person)
    by_passage: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in everything:
        by_passage[mention.passage].append(mention)
    return Names(persons, dict(by_passage))


def _split(mention: Mention) -> tuple[str, set[str]]:
    """The stem of the surname and those of the given names; a name may begin with either."""
    language, parts = mention.language, mention.parts
    if len(parts) == 1:
        known = given_name(parts[0], language) is not None
        return ("", {given_key(parts[0], language)}) if known else (key_of(parts[0], language), set())
    surname = len(parts) - 1
    if not is_initial(parts[0]) and not leads(parts[0], language):
        others = [number for number, part in enumerate(parts) if number and not _is_given(part, language)]
        surname = others[-1] if others else 0
    elif surname > 1 and PATRONYMIC.search(parts[-1].lower()):
        surname = 0
    given = {given_key(part, language) for number, part in enumerate(parts) if number != surname}
    return key_of(parts[surname], language), given


def _is_given(part: str, language: str) -> bool:
    """Whether a word after a surname is a given name, an initial or a patronymic."""
    return is_initial(part) or PATRONYMIC.search(part.lower()) is not None or given_name(part, language) is not None


def _same_full(mention: Mention, persons: Sequence[Person]) -> Person | None:
    surname, given = _split(mention)
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


def _same_lone(mention: Mention, persons: Sequence[Person], before: Sequence[Person]) -> Person | None:
    key = key_of(mention.parts[0], mention.language)
    matching = [one for one in persons if same_key(one.surname, key)]
    if not matching:
        given = given_key(mention.parts[0], mention.language)
        matching = [one for one in persons if given in one.given]
        return matching[0] if len(matching) == 1 else None
    if len(matching) > 1:
        matching = [one for one in matching if not one.gender or _fits(mention, one)] or matching
    recent = [one for one in before if any(one is other for other in matching)]
    return recent[-1] if recent else matching[0]


_MASCULINE = tuple("ого ага ому аму ым им ім ом ем ський ский ов ев ин аў еў оў ів".split())
_FEMININE = tuple("ская ська ую ську ской скай ської ой ою ай".split())


def _fits(mention: Mention, person: Person) -> bool:
    """Whether the ending of a lone surname does not speak against a person's gender."""
    return not mention.parts[-1].lower().endswith(_MASCULINE if person.gender == "f" else _FEMININE)


def _assign(mention: Mention, person: Person | None, persons: list[Person]) -> None:
    if person is None or mention.is_full:
        surname, given = _split(mention)
        if person is None:
            person = Person(len(persons), set(), surname)
            persons.append(person)
        person.given |= given
    mention.person = person
    person.mentions.append(mention)


def _name(page: Page, person: Person) -> None:
    """The name to give a person: the first that is fullest; and its nominative, where the text or the grammar has it."""
    fullest = max(min(_words(one), _FULL) for one in person.mentions)
    full = [one for one in person.mentions if min(_words(one), _FULL) == fullest]
    body = {passage.number for passage in page.passages if passage.kind is PartKind.BODY}
    best = min(full, key=lambda one: (-_words(one), bool(one.shared), one.passage not in body, one.passage, one.first))
    person.name = best.shared or page.words(best.start, best.end)
    told = [one for one in full if _words(one) == _words(best) and one.cases == {"n"}]
    if told:
        person.nominative = told[0].shared or page.words(told[0].start, told[0].end)
    elif page.latin is None:
        person.nominative = nominative(best.parts, person.gender, page.language) or person.name
    else:
        person.nominative = person.name


def _words(mention: Mention) -> int:
    """The number of words of a name, without initials."""
    return sum(not is_initial(part) for part in mention.parts)
