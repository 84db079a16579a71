"""A dossier's sources shown to the model that its mandate names, each once; what it proposes is recorded beside what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from atleast.dossier import clock, readings, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.readings import Reading
from atleast.dossier.watching import Watch, silent
from atleast.model.source import SourceText
from atleast.model.words import PartKind, ReadingState
from atleast.statement.proposing.client import NoAnswer
from atleast.statement.proposing.reader import ModelReader, Proposals, model_reader

_PATIENCE = 3
"""Times in a row that no answer came, after which the model is not asked again in this run."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: how many statements were proposed and kept, and dropped by reason; who was not asked, and why."""

    proposed: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[tuple[str, str], ...] = ()
    """Name of each source that no usable answer came about, and why. They are on record and not asked about again."""
    not_asked: int = 0
    """Sources that are left for the next run."""
    why_not: str | None = None


def ask(dossier: Dossier, watch: Watch = silent, reader: ModelReader | None = None) -> Asked:
    """Ask the model of the mandate about every source that this version of it has not seen; nothing where there is none.

    `reader` asks in its place. A model that cannot be reached leaves its sources for the next run, and nothing on record.
    """
    mandate = dossier.mandate
    if reader is None:
        if mandate.model is None:
            return Asked()
        reader = model_reader(mandate.model, mandate.limits)
    with dossier.read() as connection:
        unread = readings.unread(connection, reader.name, reader.version, PartKind.BODY)
    tally = _Tally()
    for number, source in enumerate(unread):
        with dossier.read() as connection:
            text = next(sources.texts(connection, [source]))
        try:
            tally.take(text, _answered(dossier, reader, text))
        except NoAnswer as error:
            tally.miss(error)
            if error.gone or tally.in_vain >= _PATIENCE:
                tally.not_asked += len(unread) - number - 1
                break
        watch("asking the model", number + 1, len(unread))
    return tally.asked()


@dataclass(slots=True)
class _Tally:
    """What has come of asking so far."""

    proposed: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)
    not_asked: int = 0
    why_not: str | None = None
    in_vain: int = 0

    def take(self, text: SourceText, proposals: Proposals) -> None:
        self.in_vain = 0
        self.proposed += len(proposals.statements)
        self.dropped.update({why.value: times for why, times in proposals.dropped.items()})
        if proposals.failed:
            self.failed.append((text.source.name, proposals.failed))

    def miss(self, error: NoAnswer) -> None:
        self.in_vain += 1
        self.not_asked += 1
        self.why_not = str(error)

    def asked(self) -> Asked:
        return Asked(
            self.proposed, dict(sorted(self.dropped.items())), tuple(self.failed), self.not_asked, self.why_not
        )


def _answered(dossier: Dossier, reader: ModelReader, text: SourceText) -> Proposals:
    """What the model proposes of a text, put on record. Raises NoAnswer, with nothing on record."""
    proposals = reader.read(text)
    state = ReadingState.FAILED if proposals.failed else ReadingState.READ
    problem, sha256 = proposals.failed or proposals.problem, text.source.sha256
    reading = Reading(sha256, PartKind.BODY, reader.name, reader.version, state, clock.now(), problem)
    with dossier.write() as tx:
        readings.put(tx, reading, text, proposals.statements)
    return proposals
