"""Which of rival versions is shown first: a choice that [versions] of mandate.toml declares. All of them stay on the page.

The four ways are those of casualty recording (Every Casualty Worldwide, Standards for Casualty Recording): a range, the
majority, a hierarchy of sources, or a decision of the team. One is chosen, and said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from atleast.dossier.toml_text import TomlText
from atleast.model.words import EventType


class First(StrEnum):
    """How it is chosen which version is shown first."""

    RANGE = "range"
    """None is: all are shown as a range, from the least to the most."""
    MAJORITY = "majority"
    """The one that most origins tell, as far as they are named."""
    HIERARCHY = "hierarchy"
    """The one told by the publisher that stands first in `publishers`."""
    DECISION = "decision"
    """The one that somebody decided on, in [[versions.decisions]]."""


class What(StrEnum):
    """What of a step versions may differ in."""

    DATE = "date"
    PLACE = "place"
    FACILITY = "facility"
    ARTICLE = "article"
    PENALTY = "penalty"
    GROUNDS = "grounds"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A decision about what is shown first in a step of a case."""

    case: str
    step: EventType
    what: What
    value: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What [versions] says."""

    first: First = First.RANGE
    publishers: tuple[str, ...] = ()
    decisions: tuple[Chosen, ...] = ()


def read_versions(text: TomlText, content: Mapping[str, Any]) -> Versions:
    """What the mandate says about versions. Raises MandateError."""
    table = text.table(content, "versions", {"first", "publishers", "decisions"})
    first = text.word(table, "versions", "first", First, First.RANGE)
    publishers = tuple(text.texts(table, "versions", "publishers"))
    if first is First.HIERARCHY and not publishers:
        raise text.error("versions", "first", "a hierarchy of nobody", 'Name publishers: publishers = ["…"].')
    decisions = table.get("decisions", [])
    if not isinstance(decisions, list) or not all(isinstance(each, dict) for each in decisions):
        raise text.error("versions", "decisions", "decisions are blocks", "Begin each with [[versions.decisions]].")
    return Versions(first, publishers, tuple(_chosen(text, each) for each in decisions))


def _chosen(text: TomlText, table: Mapping[str, Any]) -> Chosen:
    section = "versions.decisions"
    text.known(table, section, {"case", "step", "what", "value", "by", "why"})
    for key in ("case", "step", "what", "value", "by"):
        if not text.text(table, section, key):
            raise text.error(section, key, f"a decision needs {key}", f'Write {key} = "…".')
    return Chosen(
        case=text.text(table, section, "case"),
        step=text.word(table, section, "step", EventType, EventType.ARREST),
        what=text.word(table, section, "what", What, What.DATE),
        value=text.text(table, section, "value"),
        by=text.text(table, section, "by"),
        why=text.text(table, section, "why"),
    )
