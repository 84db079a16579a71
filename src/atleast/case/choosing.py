"""Which of rival versions is shown first: by the rule that the mandate declares. The others stay beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atleast.case.versions import By, Detail, Occurrence, Version
from atleast.dossier.versions import First, Versions, What
from atleast.model.edtf import days_of
from atleast.model.source import Source
from atleast.model.words import ChainRole
from atleast.statement.terms import least_days


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown first of a detail, and which rule chose it, in words."""

    value: str
    by: str


def shown_first(
    case: str, occurrence: Occurrence, detail: Detail, rule: Versions, by_id: By, by_hash: Mapping[str, Source]
) -> Shown:
    """The version shown first. Where the rule of the mandate cannot tell, the range is, and that is said."""
    if len(detail.versions) == 1:
        return Shown(detail.versions[0].value, "the only version")
    match rule.first:
        case First.DECISION:
            chosen = _decided(case, occurrence, detail, rule)
        case First.HIERARCHY:
            chosen = _first_in_hierarchy(detail, rule, by_id, by_hash)
        case First.MAJORITY:
            chosen = _told_by_most(detail, by_id, by_hash)
        case First.RANGE:
            return Shown(_range(detail, by_id), "shown as a range")
    return chosen or Shown(_range(detail, by_id), f"shown as a range, since the rule {rule.first.value} does not tell")


def _decided(case: str, occurrence: Occurrence, detail: Detail, rule: Versions) -> Shown | None:
    for chosen in rule.decisions:
        if (chosen.case, chosen.step, chosen.what) == (case, occurrence.type, detail.what):
            why = f": {chosen.why}" if chosen.why else ""
            return Shown(chosen.value, f"decided by {chosen.by}{why}")
    return None


def _first_in_hierarchy(detail: Detail, rule: Versions, by_id: By, by_hash: Mapping[str, Source]) -> Shown | None:
    for publisher in rule.publishers:
        told = [each for each in detail.versions if _is_told_by(publisher, each, by_id, by_hash)]
        if len(told) == 1:
            return Shown(told[0].value, f"told by {publisher}, which stands first in the hierarchy of sources")
    return None


def _told_by_most(detail: Detail, by_id: By, by_hash: Mapping[str, Source]) -> Shown | None:
    origins = {each: len(_origins(each, by_id, by_hash)) for each in detail.versions}
    leading = [each for each, number in origins.items() if number == max(origins.values())]
    return Shown(leading[0].value, "told by most origins, as far as they are named") if len(leading) == 1 else None


def _is_told_by(publisher: str, version: Version, by_id: By, by_hash: Mapping[str, Source]) -> bool:
    wanted = publisher.casefold()
    return any(wanted == (_publisher(each, by_id, by_hash) or "").casefold() for each in version.statements)


def _publisher(identity: str, by_id: By, by_hash: Mapping[str, Source]) -> str | None:
    statement = by_id[identity].statement
    outlets = [link.name for link in statement.chain if link.role is ChainRole.OUTLET]
    return by_hash[statement.source].credit.publisher or next(iter(outlets), None)


def _origins(version: Version, by_id: By, by_hash: Mapping[str, Source]) -> set[str]:
    """Who a version comes from: the last who is named in the chain, else the publisher, else the source itself."""
    found = set()
    for identity in version.statements:
        statement = by_id[identity].statement
        inner = [link.name for link in statement.chain if link.role is not ChainRole.OUTLET]
        found.add((inner[-1] if inner else _publisher(identity, by_id, by_hash) or statement.source).casefold())
    return found


def _range(detail: Detail, by_id: By) -> str:
    """From the least to the most where there is an order: of dates and of penalties; else all, in order of the alphabet."""
    values = [version.value for version in detail.versions]
    if detail.what is What.DATE:
        return _span(values)
    if detail.what is What.PENALTY:
        lengths = {version.value: _length(version, by_id) for version in detail.versions}
        if all(length is not None for length in lengths.values()):
            in_order = sorted(values, key=lambda value: lengths[value] or 0)
            return f"{in_order[0]} to {in_order[-1]}"
    return " / ".join(sorted(values))


def _span(values: Sequence[str]) -> str:
    days = [days_of(value) for value in values]
    first = min((each.earliest for each in days if each.earliest), default=None)
    last = max((each.latest for each in days if each.latest), default=None)
    if first is None or last is None:
        return " / ".join(sorted(values))
    return first.isoformat() if first == last else f"{first}/{last}"


def _length(version: Version, by_id: By) -> int | None:
    language = by_id[version.statements[0]].statement.language
    return least_days(version.value, language)
