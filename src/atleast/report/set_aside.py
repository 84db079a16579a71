"""What was set aside: statements on which nothing in the report rests, and why not."""

from __future__ import annotations

from atleast.dossier.readings import Recorded
from atleast.report.desk import Desk
from atleast.report.inline import Inline, Quote, fill, verbatim, words
from atleast.report.phrases import in_words

_REJECTED = "A person looked at it and rejected it: {kind}, {quote}. The reason given: {why}.{notes}"
_PROPOSED = "A language model proposed it and no person has confirmed it: {kind}, {quote}.{notes}"


def set_aside(desk: Desk) -> tuple[Inline, ...]:
    """A line for each statement that a person rejected, or that a model proposed and nobody confirmed, in order."""
    return tuple(_line(desk, each) for each in desk.register.set_aside)


def _line(desk: Desk, recorded: Recorded) -> Inline:
    said = recorded.statement
    type_ = getattr(said.content, "type", None)
    return fill(
        _REJECTED if recorded.rejected else _PROPOSED,
        kind=words(in_words(type_) if type_ else said.kind),
        quote=(Quote(said.quote, said.language),),
        why=verbatim(recorded.review.why if recorded.review else ""),
        notes=desk.notes([recorded.id]),
    )
