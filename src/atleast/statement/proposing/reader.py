"""The reader that asks a model: a source in, proposed statements out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from atleast.dossier.model_address import ModelAddress
from atleast.errors import MandateError
from atleast.limits import Limits
from atleast.model.source import SourceText
from atleast.model.statement import PROPOSING, Statement
from atleast.statement.proposing.accepting import Dropped, NoSense, accept
from atleast.statement.proposing.client import HttpModel, Model
from atleast.statement.proposing.prompt import VERSIONS, request, stretches


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a model proposed of one source, and how many proposals were dropped, by reason."""

    statements: tuple[Statement, ...] = ()
    dropped: Counter[Dropped] = field(default_factory=Counter)
    failed: str | None = None
    """Why nothing could be made of an answer, where that is so; then there are no statements."""

    @property
    def problem(self) -> str | None:
        """The same in words, for the record; None where nothing was dropped."""
        told = "; ".join(f"{why}: {number}" for why, number in sorted(self.dropped.items()))
        return f"Proposals of the model that were dropped: {told}." if told else None


@dataclass(frozen=True, slots=True)
class ModelReader:
    """Reads any language that the model reads. `name` and `version` say which model and which prompt."""

    model: Model
    model_name: str
    version: int
    limits: Limits

    @property
    def name(self) -> str:
        """What it is called on the record: "model NAME"."""
        return f"{PROPOSING}{self.model_name}"

    def read(self, source: SourceText) -> Proposals:
        """What it proposes of a source. Raises NoAnswer where there is no answer to a part of it."""
        statements: list[Statement] = []
        dropped: Counter[Dropped] = Counter()
        for stretch in stretches(source):
            answer = self.model.answer(request(self.model_name, source, stretch))
            try:
                accepted = accept(answer, source, stretch, f"{self.name} {self.version}", self.limits.model_proposals)
            except NoSense as error:
                return Proposals(failed=f"{str(error)[0].upper()}{str(error)[1:]}.")
            statements += accepted.statements
            dropped += accepted.dropped
        return Proposals(tuple(statements), dropped)


def model_reader(address: ModelAddress, limits: Limits) -> ModelReader:
    """The reader for a model that mandate.toml names. Raises MandateError for a prompt that there is not."""
    if address.prompt_version not in VERSIONS:
        raise MandateError(
            f"There is no version {address.prompt_version} of the prompt.",
            remedy=f"Write prompt_version = {VERSIONS[-1]} under [reading.model] in mandate.toml.",
        )
    return ModelReader(HttpModel(address, limits), address.name, address.prompt_version, limits)
