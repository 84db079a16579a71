"""Splink by itself on the same lists, as its own documentation would have it: what the figures are measured beside.

The columns are as they came, in lower case; Cyrillic by anyascii. The comparisons are Splink's own for names, dates and
places; the blocking rules are pairs of columns, as in its examples.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from bench.linking_data import Known
from bench.peers import anyascii


@dataclass(frozen=True, slots=True)
class Plain:
    """What Splink found: pairs (first, second, weight), its own connected components at 0.95, and pairs that it scored."""

    pairs: pa.Table
    groups: list[tuple[str, ...]]
    scored: int


def run(
    tables: Sequence[pa.Table], settings: SettingsCreator, certain: list[Any], training: list[Any], recall: float = 0.7
) -> Plain:
    """Train and predict; `certain` rules give the share of matches."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI()
    frames = [api.register(table, dataset_display_name=f"list_{at}") for at, table in enumerate(tables)]
    linker = Linker(frames, settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match(certain, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_weight=-30)
    pairs = api.query_sql(
        f"select least(unique_id_l, unique_id_r) as first, greatest(unique_id_l, unique_id_r) as second,"  # noqa: S608
        f" match_weight as weight from {found.physical_name}",
    )
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.95)
    rows = clusters.as_record_list()
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row["cluster_id"], []).append(row["unique_id"])
    table = pairs.as_pyarrow_table()
    return Plain(table, [tuple(group) for group in groups.values() if len(group) > 1], table.num_rows)


def historical(known: Known) -> Plain:
    """The documentation's own model of the historical figures."""
    table = known.lists[0][0]
    table = table.append_column("first_name_surname_concat", _joined(table, "first_name", "surname"))
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake, 1, 3)", "dob"),
            block_on("substr(postcode_fake, 1, 3)", "first_name"),
            block_on("substr(postcode_fake, 1, 3)", "surname"),
            block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
        ],
    )
    certain = [
        "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
        "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
        "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
    ]
    return run([table], settings, certain, [block_on("first_name", "surname"), block_on("dob")], recall=0.6)


def editions(known: Known) -> Plain:
    """The two editions by the four parts of a name, each a comparison by itself."""
    tables = []
    for table, profile in known.lists:
        words = [(name or "").split() for name in table["name"].to_pylist()]
        parts = {
            "given": [row[0] if row else None for row in words],
            "father": [row[1] if len(row) > 3 else None for row in words],
            "grandfather": [" ".join(row[2:-1]) or None for row in words],
            "family": [row[-1] if len(row) > 1 else None for row in words],
            "age": [int(age) if age and int(age) >= 0 else None for age in table["age"].to_pylist()],
        }
        tables.append(pa.table({"unique_id": table[profile.identity], "sex": table["sex"]} | parts))
    names = ("given", "father", "grandfather", "family")
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            *(
                cl.JaroWinklerAtThresholds(name, [0.95, 0.88, 0.7]).configure(term_frequency_adjustments=True)
                for name in names
            ),
            cl.ExactMatch("age"),
            cl.ExactMatch("sex"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given", "family"),
            block_on("given", "father", "grandfather"),
            block_on("father", "grandfather", "family"),
            block_on("given", "father", "age"),
            block_on("family", "father", "age"),
        ],
    )
    training = [block_on("given", "family"), block_on("father", "grandfather")]
    return run(tables, settings, [block_on(*names)], training)


def febrl(known: Known) -> Plain:
    """FEBRL as the documentation links it."""
    tables = [
        table.rename_columns(["unique_id" if c == "rec_id" else c for c in table.column_names])
        for table, _ in known.lists
    ]
    settings = SettingsCreator(
        link_type="dedupe_only" if len(tables) == 1 else "link_only",
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("soc_sec_id"),
            block_on("given_name", "surname"),
            block_on("given_name", "date_of_birth"),
            block_on("surname", "date_of_birth"),
            block_on("given_name", "postcode"),
            block_on("surname", "postcode"),
            block_on("date_of_birth", "postcode"),
            block_on("street_number", "date_of_birth"),
        ],
    )
    certain = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
    training = [block_on("date_of_birth"), block_on("surname", "given_name")]
    return run(tables, settings, certain, training, recall=0.9)


def crossing(known: Known) -> Plain:
    """Latin beside Cyrillic by anyascii."""
    tables = []
    for table, profile in known.lists:
        columns = {"unique_id": table[profile.identity], "birth": table["birth"]}
        for name in ("given", "family", "place"):
            words = table[name].to_pylist()
            known_words = sorted({word for word in words if word})
            latin = dict(zip(known_words, anyascii(known_words), strict=True)) if profile.name == "Cyrillic" else {}
            columns[name] = pa.array([latin.get(word, word) for word in words], pa.string())
        tables.append(pa.table(columns))
    return run(tables, _two_names("link_only"), [block_on("given", "family", "birth")], _TWO_NAMES_TRAINING, recall=0.2)


def many(known: Known) -> Plain:
    table, profile = known.lists[0]
    table = table.rename_columns(["unique_id" if c == profile.identity else c for c in table.column_names])
    return run([table], _two_names("dedupe_only"), [block_on("given", "family", "birth")], _TWO_NAMES_TRAINING)


_TWO_NAMES_TRAINING = [block_on("given", "family"), block_on("birth")]


def _two_names(link_type: Any) -> SettingsCreator:
    return SettingsCreator(
        link_type=link_type,
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.95, 0.88, 0.7]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("family", [0.95, 0.88, 0.7]).configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("birth", [1, 2]),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given", "family"),
            block_on("family", "birth"),
            block_on("given", "birth"),
            block_on("family", "place"),
            block_on("given", "place"),
            block_on("birth", "place"),
            block_on("substr(given, 1, 3)", "substr(family, 1, 4)"),
            block_on("substr(given, 1, 2)", "substr(family, 1, 2)", "substr(birth, 1, 4)"),
        ],
    )


def _joined(table: pa.Table, one: str, other: str) -> pa.Array:
    pairs = zip(table[one].to_pylist(), table[other].to_pylist(), strict=True)
    return pa.array([f"{a} {b}" if a and b else None for a, b in pairs], pa.string())
