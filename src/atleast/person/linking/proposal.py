"""What the machine proposes, and a person decides: two records that may be one person's, with reasons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records, by their keys in order of the alphabet, that may be one person's. The machine never decides it."""

    first: str
    second: str
    probability: float
    """0 to 1. By a trained model it is an estimate; in a small dossier it only orders what to look at first."""
    reasons_for: tuple[str, ...]
    """What speaks for one person, in words, the most telling first."""
    reasons_against: tuple[str, ...]
    settles: tuple[str, ...]
    """What would settle it, if it were known."""


def probability_of(bits: float) -> float:
    """The probability that a weight in bits stands for: 0 is one in two, 5 is 32 to 1."""
    return round(1 / (1 + 2 ** -max(-60.0, min(60.0, bits))), 4)
