"""Whose designation a count rests on: nobody is a political prisoner as such, but by somebody's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atleast.model.statement import Content, Count, Link


def with_designator(content: Content, chain: Sequence[Link]) -> Content:
    """A count of what is a designation ("political prisoners") with whose it is: the last in the chain of who says so.

    `find_counts` marks such a count with the words of the designation. Everything else is left as it is.
    """
    if not isinstance(content, Count) or content.designation is None:
        return content
    return replace(content, designation=chain[-1].name if chain else None)
