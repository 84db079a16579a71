"""What two records are compared in, and a model that has learnt what that is worth: the records that linkage works with.

None of this knows of names or persons: columns, levels of agreement in SQL, and blocks.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from atleast.engine.blocks import Block
from atleast.errors import InvalidRecord

ID, APART = "unique_id", "apart"
"""The columns that every table has: the record's id, and the list that it stands in where that holds nobody twice."""


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of agreement: a condition in SQL over `<column>_l` and `<column>_r`, and what it is called, in words.

    `frequency` names the column whose value's frequency says how telling the agreement is: to share a rare name is more than
    to share a common one. The frequency itself takes the place of the chance of such an agreement where the level is `whole`:
    where it says all that the column says. The condition of a level that says nothing, since a value is missing, is `unknown`.
    """

    words: str
    condition: str
    expected: float | None = None
    """How often it is met among pairs of one person, by experience: where the training begins, and stays if it learns nothing."""
    frequency: str | None = None
    whole: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The levels of one independent piece of evidence, the strongest agreement first and "ELSE" last."""

    name: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs to train on: those that agree in the columns `equal`. What uses one of these or of `aside` is not trained by it."""

    equal: tuple[str, ...]
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A column whose value is made of two others: it is as frequent as both together, if they are independent.

    Counted, a rare name would be as frequent as the one person is listed who bears it.
    """

    column: str
    of: tuple[str, str]
    equal: float
    """How often it is equal among pairs of one person, by experience."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is compared, which records are looked at together, and on which samples of pairs the training goes."""

    comparisons: tuple[Comparison, ...]
    blocks: tuple[Block, ...]
    samples: tuple[Sample, ...]
    made: Made | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model: Splink's own settings with our blocks, as JSON can hold them."""

    settings: dict[str, Any]
    blocks: tuple[Block, ...]
    made: Made | None = None

    @property
    def comparisons(self) -> tuple[str, ...]:
        """What its comparisons are called."""
        return tuple(comparison["output_column_name"] for comparison in self.settings["comparisons"])

    def to_json(self) -> str:
        """The model as text, the same for the same model."""
        told = {
            "settings": self.settings,
            "blocks": [asdict(block) for block in self.blocks],
            "made": self.made and asdict(self.made),
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Model:
        """The model that `to_json` wrote. Raises InvalidRecord where it is none."""
        try:
            told = json.loads(text)
            blocks = tuple(Block(tuple(row["terms"]), row["most"], row["condition"]) for row in told["blocks"])
            made = told["made"]
            return cls(
                told["settings"], blocks, Made(made["column"], tuple(made["of"]), made["equal"]) if made else None
            )
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidRecord("This is no model of linkage.", remedy="Train it again.") from error
