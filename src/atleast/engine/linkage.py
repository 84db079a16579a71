"""Pairs of records weighed by Splink: how a model is trained without answers, and what it says.

Fellegi and Sunter 1969; the parameters by expectation maximisation, as Splink 5 does it. Records stand in one table, and pairs
of one list that holds nobody twice are left out by a rule: so Splink's link_only, whose predict_between is quadratic (5.0.0),
is never asked for. What Splink does not know is set right before and after: among pairs drawn at random are some of one
person, who are most of those that share a rare name; and how many pairs are one person's at all is reckoned from the weights.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from splink import DuckDBAPI, Linker

from atleast.engine.blocks import Block, pairs_in_blocks, with_blocks
from atleast.engine.duck import connect
from atleast.engine.models import APART, ID, Comparison, Made, Model, Plan

_MOST_PAIRS = 1_000_000
_FEWEST_PAIRS = 50
_SEED = 1
_DIGITS = 6
_PLACES = 4
_FEWEST_TRUE = 0.02
"""Pairs of one person that are believed in for each record, however few are seen at first."""
_SLACK = 6.0
"""How many bits the share of true pairs may be off before it is reckoned from the pairs."""
_MOST_STEPS = 200
_LEAST_CHANCE = 0.5 / _MOST_PAIRS
"""The chance of what was never seen among so many pairs."""
_LEAST_SHARE = 1 / 8
_NEVER_SEEN = 2.0**-10
"""What was never seen is at most so much rarer by chance than among pairs of one person, whatever the sample."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The pairs that share a block, as first, second (ids, the smaller first) and weight in bits, in order; by which model."""

    pairs: pa.Table
    model: Model
    looked_at: int
    """How many pairs shared a block, whatever they weighed."""
    left_out: tuple[int, ...]
    """For each block how many records were not looked at in it, since it is too large to tell anybody apart."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two records agree in one comparison, in words, and what that weighs in bits before the rarity of what is shared."""

    comparison: str
    words: str
    bits: float


def train_and_score(table: pa.Table, plan: Plan, *, at_least: float) -> Scored:
    """Train a model on the records alone, and weigh their pairs by it; those below `at_least` bits are left out."""
    with _records(table, plan.blocks) as (connection, left_out):
        trained = _trained(connection, plan, table.num_rows)
        model = Model(_rounded(trained.misc.save_model_to_json(None)), plan.blocks, plan.made)
        pairs, looked_at = _predicted(connection, model, at_least - _SLACK)
        pairs, model = _with_prior(pairs, model, _pairs_in(connection))
        return Scored(pairs.filter(pc.greater_equal(pairs["weight"], at_least)), model, looked_at, tuple(left_out))


def score(table: pa.Table, model: Model, *, at_least: float) -> Scored:
    """Weigh the pairs of records by a model that was trained before."""
    with _records(table, model.blocks) as (connection, left_out):
        pairs, looked_at = _predicted(connection, model, at_least)
        return Scored(pairs, model, looked_at, tuple(left_out))


def agreements(table: pa.Table, model: Model, pairs: Sequence[tuple[str, str]]) -> list[list[Agreement]]:
    """For each pair of ids how its records agree in each comparison of the model that knows something of both."""
    compared = model.settings["comparisons"]
    cases = ", ".join(_case(comparison["comparison_levels"]) for comparison in compared)
    asked = pa.table({"n": range(len(pairs)), "a": [one for one, _ in pairs], "b": [other for _, other in pairs]})
    sides = ", ".join(f'x.{column} as "{column}_l", y.{column} as "{column}_r"' for column in table.column_names)
    connection = connect()
    try:
        connection.register("records", table)
        connection.register("asked", asked)
        found = connection.execute(
            f"select {cases} from (select n, {sides} from asked join records x on x.{ID} = a"  # noqa: S608 - our own names
            f" join records y on y.{ID} = b) order by n"
        ).fetchall()
    finally:
        connection.close()
    return [[_agreement(comparison, at) for comparison, at in zip(compared, row, strict=True) if at] for row in found]


def _case(levels: Sequence[dict[str, Any]]) -> str:
    """The number of the first level that holds; the level that says nothing is the first, 0."""
    known = [
        f"when {level['sql_condition']} then {at}"
        for at, level in enumerate(levels)
        if level["sql_condition"] != "ELSE"
    ]
    return f"case {' '.join(known)} else {len(levels) - 1} end"


def _agreement(comparison: dict[str, Any], at: int) -> Agreement:
    level = comparison["comparison_levels"][at]
    bits = _bits_of(level["m_probability"], level["u_probability"])
    return Agreement(comparison["output_column_name"], level["label_for_charts"], bits)


def _bits_of(true: float, chance: float) -> float:
    return round(float(np.log2(true / chance)), 2)


def _trained(connection: duckdb.DuckDBPyConnection, plan: Plan, count: int) -> Linker:
    """First how often each level is met among any pairs, by chance; then among those of one person, by what varies together."""
    by_chance = _linker(connection, _settings(plan, count), None)
    by_chance.training.estimate_u_using_random_sampling(max_pairs=_MOST_PAIRS, seed=_SEED)
    prior = _prior(connection, plan.made, count) if plan.made else _guessed_prior(count)
    linker = _linker(connection, _without_true_pairs(by_chance.misc.save_model_to_json(None), prior), plan.made)
    for sample in plan.samples:
        if _pairs_in(connection, sample.equal) >= _FEWEST_PAIRS:
            agree = [f"l.{column} = r.{column}" for column in sample.equal]
            known = [f"l.{column} is not null" for column in sample.aside]
            linker.training.estimate_parameters_using_expectation_maximisation(
                " and ".join([*agree, *known, _NOT_APART]),
                estimate_without_term_frequencies=True,
                max_pairs=_MOST_PAIRS,
                record_sample_proportion=0.1,
            )
    return linker


def _without_true_pairs(settings: dict[str, Any], prior: float) -> dict[str, Any]:
    """The chances without the pairs of one person that are among any pairs, and most of those where a rare name is shared."""
    for comparison in settings["comparisons"]:
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                true = level.get("m_probability", 0.0)
                chance = level.get("u_probability", max(_LEAST_CHANCE, true * _NEVER_SEEN))
                level["u_probability"] = max((chance - prior * true) / (1 - prior), chance * _LEAST_SHARE)
    return settings | {"probability_two_random_records_match": prior}


def _guessed_prior(count: int) -> float:
    """One pair a record, for want of anything better."""
    return min(0.1, 2 / max(count, 2))


def _prior(connection: duckdb.DuckDBPyConnection, made: Made, count: int) -> float:
    """The share of pairs of one person: those that agree in the made column beyond chance, and as many more as do not."""
    by_chance = 1.0
    for column in made.of:
        counts = f"select count(*) as n from records where {column} is not null group by {column}"  # noqa: S608 - our own names
        found = connection.execute(f"select sum(n * n) / sum(n)^2 from ({counts})").fetchone()  # noqa: S608
        by_chance *= found[0] if found and found[0] else 0.0
    pairs = _pairs_in(connection)
    beyond = _pairs_in(connection, (made.column,)) - by_chance * pairs
    return min(0.1, max(beyond / made.equal, count * _FEWEST_TRUE) / max(pairs, 1))


def _rounded(settings: dict[str, Any]) -> dict[str, Any]:
    """The same without the last digits, which depend on the order in which threads add up."""
    rounded: dict[str, Any] = json.loads(
        json.dumps(settings), parse_float=lambda digits: float(f"{float(digits):.{_DIGITS}g}")
    )
    return rounded


def _predicted(connection: duckdb.DuckDBPyConnection, model: Model, at_least: float) -> tuple[pa.Table, int]:
    """The pairs that weigh enough, and how many were looked at."""
    looked_at = pairs_in_blocks(connection, "records", model.blocks, _NOT_APART, into="blocked")
    linker = _linker(connection, model.settings, model.made)
    linker.table_management.register_blocked_pairs_for_predict(DuckDBAPI(connection).register("blocked"))
    found = linker.inference.predict(threshold_match_weight=at_least).physical_name
    pairs: pa.Table = connection.execute(
        f"select least({ID}_l, {ID}_r) as first, greatest({ID}_l, {ID}_r) as second,"  # noqa: S608 - our own names
        f" round(match_weight, {_PLACES}) as weight from {found} order by first, second"
    ).to_arrow_table()
    return pairs, looked_at


def _with_prior(pairs: pa.Table, model: Model, all_pairs: int) -> tuple[pa.Table, Model]:
    """The same with the share of pairs of one person among all, which the training does not tell, by the pairs themselves.

    The share under which the pairs' probabilities add up to it: one more step of expectation maximisation, to its end.
    """
    key = "probability_two_random_records_match"
    before = share = model.settings[key]
    weights = pairs["weight"].to_numpy() - _bits(before)
    for _ in range(_MOST_STEPS):
        odds = np.exp2(np.minimum(weights + _bits(share), 60))
        new = max(float(np.sum(odds / (1 + odds))), 1.0) / max(all_pairs, 1)
        if abs(new - share) <= share * 1e-6:
            break
        share = new
    share = float(f"{share:.{_DIGITS}g}")
    shifted = pc.round(pc.add(pairs["weight"], _bits(share) - _bits(before)), _PLACES)
    return pairs.set_column(2, "weight", shifted), replace(model, settings=model.settings | {key: share})


def _bits(probability: float) -> float:
    return float(np.log2(probability / (1 - probability)))


@contextmanager
def _records(table: pa.Table, blocks: Sequence[Block]) -> Iterator[tuple[duckdb.DuckDBPyConnection, list[int]]]:
    connection = connect()
    try:
        connection.register("given", table)
        left_out = with_blocks(connection, "given", blocks, into="records")
        connection.unregister("given")
        yield connection, left_out
    finally:
        connection.close()


def _linker(connection: duckdb.DuckDBPyConnection, settings: dict[str, Any], made: Made | None) -> Linker:
    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection)
    linker = Linker(api.register("records", dataset_display_name="lists"), settings, log_level=None)
    if made:
        connection.execute(_frequencies(made))
        linker.table_management.register_term_frequency_lookup(api.register("made_frequencies"), made.column)
    return linker


def _frequencies(made: Made) -> str:
    one, other = made.of
    share = "(select {0}, count(*) / (select count({0}) from records) as share from records group by {0})"
    return (
        f"create or replace table made_frequencies as select {made.column}, min(a.share * b.share) as tf_{made.column}"  # noqa: S608
        f" from records join {share.format(one)} a using ({one}) join {share.format(other)} b using ({other})"
        f" where {made.column} is not null group by {made.column}"
    )


_NOT_APART = f"(l.{APART} is null or r.{APART} is null or l.{APART} <> r.{APART})"


def _settings(plan: Plan, count: int) -> dict[str, Any]:
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": ID,
        "comparisons": [_as_splink(comparison) for comparison in plan.comparisons],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": _rule(at, block)} for at, block in enumerate(plan.blocks)
        ],
        "probability_two_random_records_match": _guessed_prior(count),
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        "linker_uid": "atleast",
    }


def _rule(at: int, block: Block) -> str:
    further = f" and ({block.condition})" if block.condition else ""
    return f"l.block_{at} = r.block_{at} and {_NOT_APART}{further}"


def _as_splink(comparison: Comparison) -> dict[str, Any]:
    levels = []
    for level in comparison.levels:
        told: dict[str, Any] = {"sql_condition": level.condition, "label_for_charts": level.words}
        if level.unknown:
            told["is_null_level"] = True
        if level.expected:
            told["m_probability"] = level.expected
        if level.frequency:
            told |= {"tf_adjustment_column": level.frequency, "disable_tf_exact_match_detection": level.whole}
        levels.append(told)
    return {"output_column_name": comparison.name, "comparison_levels": levels}


def _pairs_in(connection: duckdb.DuckDBPyConnection, columns: Sequence[str] = ()) -> int:
    """How many pairs of records agree in all of the columns and are not both of one list that holds nobody twice."""
    known = " and ".join(["true", *(f"{column} is not null" for column in columns)])
    counts = f"select count(*) as n from records where {known}"  # noqa: S608 - names of our own columns
    terms = ", ".join(["true", *columns])
    pairs = "select coalesce(sum(n * (n - 1) // 2), 0) from"
    together, apart = f"{counts} group by {terms}", f"{counts} and {APART} is not null group by {terms}, {APART}"
    counted = connection.execute(f"select ({pairs} ({together})) - ({pairs} ({apart}))").fetchone()
    return int(counted[0]) if counted else 0
