"""Proposals for the mentions of a dossier: by names and facts where there are few, by a trained model where there are many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from atleast.model.person import Mention
from atleast.person.linking.evidence import Evidence, evidence, excluded, settling
from atleast.person.linking.proposal import Proposal, probability_of
from atleast.person.spelling import Likeness, Verdict, compare
from atleast.person.spelling.blocking import meeting
from atleast.person.spelling.comparing import DIFFERENT_BELOW, score

FEW = 500
"""Below so many mentions there is too little to train a model on, and names and facts decide what is proposed."""

_BITS = {Verdict.SAME: 4.0, Verdict.MAY_BE_SAME: 2.0, Verdict.CANNOT_TELL: -1.0}
_AT_LEAST = -3.0
_RIVAL = "{0} fits as well, and is another person: cannot tell which"


def propose(mentions: Sequence[Mention], weights: Mapping[tuple[str, str], float] | None = None) -> list[Proposal]:
    """The pairs of mentions that may be one person's, the likeliest first.

    `weights` are bits of a trained model by pair of keys in order of the alphabet (`linking.weigh`), which then say what is
    likely; without them names and facts do. Brothers, and two who were born on different days, are not proposed.
    """
    by_key = {mention.key: mention for mention in mentions}
    pairs = meeting({mention.key: mention.names for mention in mentions}) if weights is None else weights.keys()
    found = []
    for first, second in sorted(pairs):
        one, other = by_key[first], by_key[second]
        likeness = _closest(one, other)
        if likeness and not excluded(one.facts, other.facts):
            bits = weights[first, second] if weights is not None else None
            found.append(_proposal(one, other, likeness, bits))
    likely = [proposal for proposal in found if proposal.probability >= probability_of(_AT_LEAST)]
    told = _with_rivals(likely, by_key)
    return sorted(told, key=lambda proposal: (-proposal.probability, proposal.first, proposal.second))


def _closest(one: Mention, other: Mention) -> Likeness | None:
    """The likeness of the two spellings that are most alike; None where all are two people's names."""
    spellings = [(a, b) for a in one.names for b in other.names]
    best = max(spellings, key=lambda pair: score(*pair))
    return compare(*best) if score(*best) >= DIFFERENT_BELOW else None


def _proposal(one: Mention, other: Mention, likeness: Likeness, bits: float | None) -> Proposal:
    found = [*_of_names(likeness), *evidence(one, other)]
    total = sum(each.bits for each in found) if bits is None else bits
    by_weight = sorted(found, key=lambda each: -abs(each.bits))
    return Proposal(
        one.key,
        other.key,
        probability_of(total),
        tuple(each.words for each in by_weight if each.bits > 0),
        tuple(each.words for each in by_weight if each.bits <= 0),
        tuple(settling(one, other)),
    )


def _of_names(likeness: Likeness) -> Iterable[Evidence]:
    reasons = "; ".join(likeness.reasons) or "the same name"
    yield Evidence(f"names: {reasons}", _BITS[likeness.verdict] + 5 * (likeness.score - 1))


def _with_rivals(proposals: Sequence[Proposal], by_key: Mapping[str, Mention]) -> list[Proposal]:
    """The same, but where a mention fits two that do not fit one another, each of the two speaks against the other."""
    fits: dict[str, set[str]] = defaultdict(set)
    joined = {(proposal.first, proposal.second) for proposal in proposals}
    for first, second in joined:
        fits[first].add(second)
        fits[second].add(first)

    def rivals(proposal: Proposal) -> Iterable[str]:
        for one, other in ((proposal.first, proposal.second), (proposal.second, proposal.first)):
            strangers = {each for each in fits[one] - {other} if (min(each, other), max(each, other)) not in joined}
            if strangers:
                yield _RIVAL.format(by_key[min(strangers)].name)

    return [
        Proposal(
            each.first,
            each.second,
            each.probability,
            each.reasons_for,
            (*each.reasons_against, *rivals(each)),
            each.settles,
        )
        for each in proposals
    ]
