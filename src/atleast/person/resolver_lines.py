"""Decisions as lines of the resolver of nomenklatura, out and in.

A line is a JSON array: target, source, judgement, score, user, time, and sometimes when it was deleted; target is the
greater of the two ids (nomenklatura 4, resolver/edge.py). Its judgements are "positive", "negative", "unsure", and
"no_judgement" for what a machine proposes, which is no decision. It has one word for "unsure" and "not enough".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from atleast.dossier import clock, decisions
from atleast.dossier.decisions import standing
from atleast.dossier.dossier import Dossier
from atleast.errors import UsageError
from atleast.model.person import Decision
from atleast.model.words import Judgement
from atleast.person.deciding import decided

_WORDS = {
    Judgement.SAME: "positive",
    Judgement.DIFFERENT: "negative",
    Judgement.NOT_ENOUGH: "unsure",
    Judgement.UNSURE: "unsure",
}
_JUDGEMENTS = {word: judgement for judgement, word in _WORDS.items()}
_PROPOSED = "no_judgement"


def export_decisions(dossier: Dossier) -> Iterator[str]:
    """The decisions that hold, a line each, without a line end, in the order in which they were made."""
    for _, decision in sorted(standing(decided(dossier)).values(), key=lambda item: item[0]):
        target, source = sorted((decision.first, decision.second), reverse=True)
        line = [target, source, _WORDS[decision.judgement], None, decision.by, decision.at.removesuffix("Z")]
        yield json.dumps(line, ensure_ascii=False)


def lines_of(path: Path) -> list[str]:
    """The lines of a file. Raises UsageError where it cannot be read, or is not text in UTF-8."""
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as text in UTF-8.", remedy="Name a file that can be.") from error


def import_decisions(dossier: Dossier, lines: Iterable[str], name: str) -> int:
    """Take decisions in from such lines, all of them or none; the number of those that were new.

    `name` is what the lines are called in a message. Raises UsageError with the line for one that cannot be read.
    """
    read = (_decision(line, f"{name}, line {number}") for number, line in enumerate(lines, start=1) if line.strip())
    said = [decision for decision in read if decision]
    new = 0
    with dossier.write() as tx:
        held = {pair: one for pair, (_, one) in standing(decisions.all_decisions(tx)).items()}
        for decision in said:
            known = held.get((decision.first, decision.second))
            if known is None or _WORDS[known.judgement] != _WORDS[decision.judgement]:
                decisions.put(tx, decision)
                new += 1
    return new


def _decision(line: str, where: str) -> Decision | None:
    """The decision of a line; None for one that was deleted, or that only proposes."""
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where} is not JSON.", remedy="Write one JSON array a line.") from error
    if not isinstance(fields, list) or len(fields) not in (6, 7) or not all(isinstance(one, str) for one in fields[:3]):
        raise UsageError(
            f"{where} is not a line of a resolver.",
            remedy="It is an array of target, source, judgement, score, user, time.",
        )
    first, second, word, _, user, at, *deleted = fields
    if word == _PROPOSED or any(deleted):
        return None
    if word not in _JUDGEMENTS:
        known = ", ".join([*_JUDGEMENTS, _PROPOSED])
        raise UsageError(f"{where}: {word!r} is no judgement.", remedy=f"The judgements are {known}.")
    if first == second:
        raise UsageError(f"{where} judges {first!r} against itself.", remedy="Remove the line.")
    by = user if isinstance(user, str) and user.strip() else "unknown"
    why = f"taken in from {where}"
    return Decision(min(first, second), max(first, second), _JUDGEMENTS[word], by, _time(at), why)


def _time(at: object) -> str:
    """The time of a line as the ledger writes it; now, where a line has none that can be read."""
    found = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", at, re.ASCII) if isinstance(at, str) else None
    return f"{found[0]}Z" if found else clock.now()
