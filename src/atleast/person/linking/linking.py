"""Lists in, scored pairs out."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from atleast.engine.linkage import Agreement, Scored, agreements, score, train_and_score
from atleast.engine.models import Model, Plan
from atleast.model.person import Mention
from atleast.person.linking.blocking import blocks_for
from atleast.person.linking.plan import comparisons_for, made_for, samples_for
from atleast.person.linking.profile import Holds, Profile
from atleast.person.linking.proposal import Proposal, probability_of
from atleast.person.linking.records import records

PROPOSED = 2.0
"""The weight from which a pair is proposed: 4 to 1."""


def link(lists: Sequence[tuple[pa.Table, Profile]], model: Model | None = None, *, at_least: float = -2.0) -> Scored:
    """The pairs of records, of one list or of two, that may be one person's, from a weight of `at_least` bits on."""
    table = records(lists)
    if model:
        return score(table, model, at_least=at_least)
    return _learnt(table, at_least)


def explain(lists: Sequence[tuple[pa.Table, Profile]], found: Scored, at_least: float = PROPOSED) -> list[Proposal]:
    """The pairs that weigh `at_least` bits as proposals, the likeliest first: what agrees, what does not, what is not known."""
    chosen = found.pairs.filter(pc.greater_equal(found.pairs["weight"], at_least)).sort_by([("weight", "descending")])
    pairs = list(zip(chosen["first"].to_pylist(), chosen["second"].to_pylist(), strict=True))
    told = agreements(records(lists), found.model, pairs)
    return [
        _proposal(pair, weight, agreed, found.model)
        for pair, weight, agreed in zip(pairs, chosen["weight"].to_pylist(), told, strict=True)
    ]


def _proposal(pair: tuple[str, str], weight: float, agreed: Sequence[Agreement], model: Model) -> Proposal:
    by_weight = sorted(agreed, key=lambda each: -abs(each.bits))
    return Proposal(
        *pair,
        probability_of(weight),
        tuple(each.words for each in by_weight if each.bits > 0),
        tuple(each.words for each in by_weight if each.bits <= 0),
        tuple(f"{name} of both" for name in model.comparisons if name not in {each.comparison for each in agreed}),
    )


def weigh(mentions: Sequence[Mention]) -> dict[tuple[str, str], float]:
    """The weight in bits of the pairs of mentions of a dossier, by a model trained on them: for some hundreds and more.

    Dates and places are taken from their facts, of several the first.
    """
    facts = [mention.facts for mention in mentions]
    columns = {
        "birth": [fact.birth for fact in facts],
        "sex": [fact.sex for fact in facts],
        "place": [fact.place for fact in facts],
        "occupation": [fact.occupation for fact in facts],
        "article": [" ".join(sorted(fact.articles)) or None for fact in facts],
        "court": [min(fact.authorities, default=None) for fact in facts],
        "facility": [min(fact.facilities, default=None) for fact in facts],
        "arrested": [min(fact.arrested, default=None) for fact in facts],
        "sentenced": [min(fact.sentenced, default=None) for fact in facts],
    }
    named = {"key": [mention.key for mention in mentions], "name": [mention.name for mention in mentions]}
    table = pa.table({name: pa.array(values, pa.string()) for name, values in (named | columns).items()})
    profile = Profile("key", {"name": Holds.NAME} | {column: Holds(column) for column in columns}, "dossier")
    pairs = _learnt(records([(table, profile)]), -6.0).pairs
    keys = zip(pairs["first"].to_pylist(), pairs["second"].to_pylist(), strict=True)
    return dict(zip(keys, pairs["weight"].to_pylist(), strict=True))


def _learnt(table: pa.Table, at_least: float) -> Scored:
    filled = {column for column in table.column_names if table[column].null_count < table.num_rows}
    plan = Plan(comparisons_for(filled), blocks_for(filled), samples_for(filled), made_for(filled))
    return train_and_score(table, plan, at_least=at_least)
