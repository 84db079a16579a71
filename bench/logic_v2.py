"""nomenklatura's logic-v2 on pairs of names, in the peers' environment: its answers, speed when warm, cold start, memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.peers import ask

_CODE = """
import resource, time
began = time.process_time()
from followthemoney import model
from nomenklatura.matching import LogicV2
config = LogicV2.default_config()
def entity(name, key):
    made = model.make_entity("Person")
    made.id = key
    made.add("name", name)
    return made
first = LogicV2.compare(entity("Mikalai Draunitski", "a"), entity("Nikolai Dravnitski", "b"), config)
cold = time.process_time() - began
made = [(entity(a, f"a{at}"), entity(b, f"b{at}")) for at, (a, b) in enumerate(told)]
began = time.process_time()
scores = [LogicV2.compare(a, b, config).score for a, b in made]
new = time.process_time() - began
began = time.process_time()
for a, b in made:
    LogicV2.compare(a, b, config)
again = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
answer = {"scores": scores, "cold": cold, "speed": len(made) / new, "again": len(made) / again, "peak": peak}
"""
DEFAULT = 0.7
"""The score from which it says by default that two names are one person's."""


@dataclass(frozen=True, slots=True)
class LogicV2:
    """Scores in order; CPU seconds to the first; pairs a second of CPU time after it, and once more; peak memory in bytes."""

    scores: Sequence[float]
    cold: float
    speed: float
    again: float
    peak: int


def run(pairs: Sequence[tuple[str, str]]) -> LogicV2:
    """Raises NoPeersError where it is not installed."""
    return LogicV2(**ask(_CODE, [list(pair) for pair in pairs]))
