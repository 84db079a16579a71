"""Mentions into persons: by what people decided, by the rules of the mandate, and against whatever sets them apart."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from atleast.dossier.mandate import SAME_BY_DEFAULT, SameBy
from atleast.dossier.readings import Recorded
from atleast.model.edtf import days_of, exclude_each_other, is_edtf
from atleast.model.person import Decision, Mention, Person
from atleast.model.words import Judgement
from atleast.person.clustering import Bars, Refusal, Strength, Tie, chains, clusters
from atleast.person.mentions import mentions, shown
from atleast.person.names import key_of
from atleast.person.rows import Rows

_MARK = 6
"""So many hex digits tell apart the keys of persons with one name."""
Decided = Mapping[tuple[str, str], Decision]
"""Keys of two mentions, in order of the alphabet, to the decision that holds about them."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The persons, in order of their keys, and what was not joined although something spoke for it."""

    persons: tuple[Person, ...]
    bars: Bars
    refused: tuple[Refusal, ...]


def match(
    record: Sequence[Recorded],
    rows: Rows | None = None,
    decided: Decided | None = None,
    same_by: frozenset[SameBy] = SAME_BY_DEFAULT,
) -> Matched:
    """The persons that the statements of a record name; `rows` says which of them stand in lists.

    Two mentions are one person where somebody decided so, or where a rule of the mandate says so (`same_by`) and nothing
    speaks against it. Order of intake does not matter, and decisions commute unless they contradict each other.
    """
    places = {recorded.id: number for number, recorded in enumerate(record)}
    matched = match_mentions(mentions(record, rows), decided, same_by)
    in_order = (
        replace(one, statements=tuple(sorted(one.statements, key=places.__getitem__))) for one in matched.persons
    )
    return replace(matched, persons=tuple(in_order))


def match_mentions(
    said: Sequence[Mention], decided: Decided | None = None, same_by: frozenset[SameBy] = SAME_BY_DEFAULT
) -> Matched:
    """The same for mentions that are at hand; the statements of a person are in the order of its mentions."""
    by_key = {mention.key: mention for mention in said}
    known = {pair: one for pair, one in (decided or {}).items() if pair[0] in by_key and pair[1] in by_key}
    apart = _apart(known)
    ties = [*_decided_ties(known), *_ties(said, same_by, apart | _contradictions(_namesakes(said), known))]
    chained = ([by_key[key] for key in keys] for keys in chains(by_key, ties))
    bars = _contradictions(chain(_namesakes(said), chained), known) | apart
    joined, refused = clusters(by_key, ties, bars)
    return Matched(tuple(_persons([[by_key[key] for key in keys] for keys in joined])), bars, tuple(refused))


def _decided_ties(decided: Decided) -> Iterator[Tie]:
    for (first, second), decision in decided.items():
        if decision.judgement is Judgement.SAME:
            yield Tie(Strength.DECISION, first, second)


def _ties(said: Iterable[Mention], same_by: frozenset[SameBy], bars: Bars) -> Iterator[Tie]:
    listed: dict[tuple[str, str], list[str]] = defaultdict(list)
    born: dict[tuple[str, str], list[str]] = defaultdict(list)
    named: dict[str, list[Mention]] = defaultdict(list)
    barred = frozenset(chain.from_iterable(bars))
    for mention in said:
        folded = {key_of(name) for name in mention.names}
        if mention.listed and mention.listed_id:
            listed[mention.listed, mention.listed_id].append(mention.key)
        for name in sorted(folded):
            named[name].append(mention)
            if mention.facts.birth and _is_a_day(mention.facts.birth):
                born[name, mention.facts.birth].append(mention.key)
    if SameBy.LIST_ID in same_by:
        yield from _each(Strength.LIST_ID, listed.values())
    if SameBy.NAME_AND_BIRTH in same_by:
        yield from _each(Strength.NAME_AND_BIRTH, born.values())
    if SameBy.NAME in same_by:
        alone = (bearers for name, bearers in named.items() if "-" in name and not _several(bearers, bars, barred))
        yield from _each(Strength.NAME, ([mention.key for mention in bearers] for bearers in alone))


def _each(strength: Strength, groups: Iterable[Sequence[str]]) -> Iterator[Tie]:
    for keys in groups:
        first, *others = sorted(keys)
        yield from (Tie(strength, first, other) for other in others)


def _several(bearers: Sequence[Mention], bars: Bars, barred: frozenset[str]) -> bool:
    """Whether a name is borne by more than one person, so that it tells nothing: two rows of one edition of a list have it."""
    rows = {(mention.listed, mention.source, mention.row) for mention in bearers if mention.listed}
    if len(rows) > len({edition[:2] for edition in rows}):
        return True
    keys = sorted(mention.key for mention in bearers if mention.key in barred)
    return any(pair in bars for pair in combinations(keys, 2))


def _apart(decided: Decided) -> dict[tuple[str, str], str]:
    return {
        pair: f"{decision.by} decided that they are two people"
        for pair, decision in decided.items()
        if decision.judgement is Judgement.DIFFERENT
    }


def _namesakes(said: Iterable[Mention]) -> list[list[Mention]]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in said:
        for name in sorted({key_of(name) for name in mention.names}):
            by_name[name].append(mention)
    return list(by_name.values())


def _contradictions(groups: Iterable[Sequence[Mention]], decided: Decided) -> dict[tuple[str, str], str]:
    """The pairs within each group that facts keep apart, and why; but for two that somebody decided to be one."""
    found = {}
    for group in groups:
        telling = sorted((each for each in group if tells_apart(each)), key=lambda mention: mention.key)
        for one, other in combinations(telling, 2):
            decision = decided.get((one.key, other.key))
            if (why := contradiction(one, other)) and not (decision and decision.judgement is Judgement.SAME):
                found[one.key, other.key] = why
    return found


def tells_apart(mention: Mention) -> bool:
    """Whether a mention says anything of its bearer that could exclude somebody."""
    return bool(mention.facts.birth or mention.facts.sex or mention.listed_id)


def contradiction(one: Mention, other: Mention) -> str | None:
    """What of two mentions excludes that they are one person, in words; None where nothing does."""
    if (
        one.listed
        and one.listed == other.listed
        and one.listed_id
        and other.listed_id
        and one.listed_id != other.listed_id
    ):
        return "one list gives them two ids"
    if one.facts.sex and other.facts.sex and one.facts.sex != other.facts.sex:
        return f"one is {one.facts.sex}, the other {other.facts.sex}"
    mine, theirs = one.facts.birth, other.facts.birth
    if mine and theirs and exclude_each_other(mine, theirs):
        return f"one was born {mine}, the other {theirs}"
    return None


def _is_a_day(edtf: str) -> bool:
    return is_edtf(edtf) and (days := days_of(edtf)).earliest is not None and days.earliest == days.latest


def _persons(joined: Iterable[Sequence[Mention]]) -> list[Person]:
    people = [_person(own) for own in joined]
    bearers = Counter(person.key for person in people)
    return sorted(
        (person if bearers[person.key] == 1 else _marked(person) for person in people), key=lambda person: person.key
    )


def _person(own: Sequence[Mention]) -> Person:
    forms: Counter[str] = Counter()
    for mention in own:
        forms.update({name: 1 for name in mention.names if name != mention.name})
        forms[mention.name] += len(mention.statements)
    name = shown(forms)
    statements = tuple(dict.fromkeys(identity for mention in own for identity in mention.statements))
    return Person(key_of(name), name, tuple(sorted(forms)), statements, tuple(own))


def _marked(person: Person) -> Person:
    """The person with a key of its own: the name, and the first digits of the hash of its first mention's key."""
    mark = hashlib.sha256(person.mentions[0].key.encode()).hexdigest()[:_MARK]
    return Person(f"{person.key}-{mark}", person.name, person.names, person.statements, person.mentions)
