"""What verification answers: three values, item by item."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from atleast.errors import Exit
from atleast.model.words import Check


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of checking one thing."""

    item: str
    check: Check
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdicts on a whole dossier."""

    verdicts: tuple[Verdict, ...]

    @property
    def check(self) -> Check:
        """Failed if anything failed; else not checked if anything was not checked; else passed."""
        found = {verdict.check for verdict in self.verdicts}
        return next((check for check in (Check.FAILED, Check.NOT_CHECKED) if check in found), Check.PASSED)

    @property
    def exit(self) -> Exit:
        """The exit code that says so."""
        return {Check.PASSED: Exit.PASSED, Check.FAILED: Exit.FAILED, Check.NOT_CHECKED: Exit.NOT_CHECKED}[self.check]

    def tally(self) -> dict[Check, int]:
        """How many items have which verdict."""
        counted = Counter(verdict.check for verdict in self.verdicts)
        return {check: counted[check] for check in Check}


def verdict(item: str, passed: bool, detail: str) -> Verdict:
    """Passed, or failed with the detail."""
    return Verdict(item, Check.PASSED) if passed else Verdict(item, Check.FAILED, detail)
