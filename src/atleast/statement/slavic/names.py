"""Whom a page names: mentions taken together that are the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from atleast.model.words import PartKind
from atleast.statement.slavic.mentions import Mention, Person, mentions_of
from atleast.statement.slavic.name_parts import (
    PATRONYMIC,
    gender_of_surname,
    given_key,
    given_name,
    is_initial,
    key_of,
    same_key,
)
from atleast.statement.slavic.page import Page, Passage


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
        or is_initial(part)
        or (number > 0 and PATRONYMIC.search(part.lower()) is not None and number < len(keys) - 1)
        for number, part in enumerate(mention.parts)
    ]
    rest = [number for number, is_given in enumerate(known) if not is_given]
    surname = rest[-1] if rest else len(keys) - 1
    if len(keys) == 1:
        return ("", {given_key(mention.parts[0], language)}) if known[0] else (keys[0], set())
    return keys[surname], {
        given_key(mention.parts[number], language) for number in range(len(keys)) if number != surname
    }


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
    person.gender = person.gender or mention.gender or gender_of_surname(mention.parts[-1])
    mention.person = person
    mention.gender = mention.gender or person.gender
    person.mentions.append(mention)


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
