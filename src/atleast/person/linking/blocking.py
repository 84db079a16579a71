"""The blocks in which records of one person are sure to meet somewhere, by the columns that the lists have."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from atleast.engine.blocks import Block

_SMALL, _LARGE = 60, 300
_ALIKE = 0.75
_DAYS = 1100
_NAMES = "least(given_key, family_key) || ' ' || greatest(given_key, family_key)"


def blocks_for(columns: AbstractSet[str]) -> tuple[Block, ...]:
    """Names first, by what spellings hardly touch; then each piece of evidence with another, so that a slip loses nobody."""
    others = sorted(column for column in columns if column.startswith("other_"))
    agreed = _something_else_agrees(columns)
    wanted = [
        Block((_NAMES,), _LARGE, f"({_names_alike()}) and {_not_far(columns)}"),
        Block(("lineage",), _LARGE, _not_far(columns)),
        Block(("given_key", "fore_key"), _LARGE, _not_far(columns)),
        Block(("fore_key", "family_key"), _LARGE, _not_far(columns)),
        Block(("family_key", "born_year"), _LARGE, _alike("given_form")),
        Block(("family",), _LARGE, agreed),
        Block(("given", "birth"), _LARGE),
        Block(("birth", "place"), _LARGE),
        Block(("given", "place"), _LARGE, _not_far(columns)),
        *(Block((other, part), _LARGE) for other in others for part in ("given", "birth")),
        *(Block((other,), _SMALL) for other in others),
    ]
    return tuple(block for block in wanted if columns >= {_column(term) for term in block.terms})


def _column(term: str) -> str:
    return "family" if term == _NAMES else term


def _alike(column: str, other: str | None = None) -> str:
    return f"jaro_winkler_similarity(l.{column}, r.{other or column}) >= {_ALIKE}"


def _names_alike() -> str:
    """Given and family name alike, or each like the other's where their order is not known."""
    straight = f"{_alike('family')} and {_alike('given_form')}"
    return f"{straight} or {_alike('family', 'given_form')} and {_alike('given_form', 'family')}"


def _not_far(columns: AbstractSet[str]) -> str:
    """Births not years apart, as far as they are known, but by a slip of the pen."""
    if "born_from" not in columns:
        return "true"
    near = f"l.born_from - r.born_to <= {_DAYS} and r.born_from - l.born_to <= {_DAYS}"
    return f"coalesce({near} or damerau_levenshtein(l.birth, r.birth) <= 1, true)"


def _something_else_agrees(columns: AbstractSet[str]) -> str:
    agreeing = [column for column in ("born_year", "place", "occupation", "father", "court") if column in columns]
    agreeing += [column for column in columns if column.startswith("other_")]
    given = "l.given_form[1:2] = r.given_form[1:2]"
    return " or ".join([given, *(f"l.{column} = r.{column}" for column in sorted(agreeing))])
