"""What stands between quotation marks, in one paragraph and across several.

Works on the stored text, letter by letter, so that “ ” and « » tell where a quotation begins and where it ends; straight
marks are taken in turn. A quotation that is not closed runs to the end of its paragraph and is taken up by the next
paragraph that opens with a mark, as newspapers print long quotations.
"""

from __future__ import annotations

from dataclasses import dataclass

_CLOSING = {"“": '”“"', "„": '”“"', "«": "»", '"': '"”', "‘": "’"}
_SHORTEST_UNCLOSED = 25
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, `[start:end]` of the stored text."""

    start: int
    end: int
    closed: bool
    """False where the paragraph ends before the quotation does."""
    words: int
    """How many words it has, in the rough count of a split at white space."""
    sentence_like: bool
    """Whether it ends as a sentence or a clause of speech does, with a mark inside the quotation marks."""

    @property
    def is_utterance(self) -> bool:
        """Whether somebody speaks; otherwise words are only borrowed ("a pariah")."""
        return self.words >= _FEWEST_WORDS or (self.sentence_like and self.words >= 2)

    def holds(self, start: int, end: int) -> bool:
        """Whether `[start:end]` lies inside."""
        return self.start <= start and end <= self.end


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations in the paragraph `[start:end]`, in order, none inside another."""
    found: list[Quotation] = []
    opened: int | None = None
    for index in range(start, end):
        letter = text[index]
        if opened is None:
            if letter in _CLOSING and (letter != "‘" or _opens(text, index, start)):
                opened = index
        elif letter in _CLOSING[text[opened]] and (letter != "’" or _closes(text, index, end)):
            found.append(_quotation(text, opened, index + 1, closed=True))
            opened = None
    if opened is not None and text[opened] != "‘" and end - opened >= _SHORTEST_UNCLOSED:
        found.append(_quotation(text, opened, end, closed=False))
    return found


def _opens(text: str, index: int, start: int) -> bool:
    return index == start or not text[index - 1].isalnum()


def _closes(text: str, index: int, end: int) -> bool:
    return index + 1 >= end or not text[index + 1].isalnum()


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    inner = text[start + 1 : end - 1 if closed else end].rstrip()
    return Quotation(start, end, closed, len(inner.split()), inner[-1:] in tuple(",.!?…"))
