"""Whose designation a count rests on: nobody is a political prisoner as such, but by somebody's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from atleast.model.statement import Content, Count, Link
from atleast.statement import lexicon


def with_designator(content: Content, chain: Sequence[Link]) -> Content:
    """A count of what is a designation ("political prisoners") with whose it is: the last in the chain of who says so.

    `find_counts` marks such a count with the words of the designation. Everything else is left as it is: a count of no
    designation, and one for which the text says who designates.
    """
    if not isinstance(content, Count) or content.designation not in _designations():
        return content
    return replace(content, designation=chain[-1].name if chain else None)


@cache
def _designations() -> frozenset[str]:
    """The words of every designation, as the lexicons have them."""
    return frozenset(
        entry.extra["designation"]
        for language in lexicon.languages("countable")
        for entry in lexicon.load(language, "countable")
        if "designation" in entry.extra
    )
