"""A saying: words of a text that somebody is said to have said. A cue, a speaker and a content, after Pareti (2015)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from atleast.statement.english import lexicons
from atleast.statement.english.tree import Word

_SPEAKING = frozenset(
    (
        "he",
        "she",
        "they",
        "we",
        "i",
        "who",
        "him",
        "her",
        "them",
        "those",
        "others",
        "many",
        "some",
        "several",
        "both",
        "one",
        "all",
    )
)


class Manner(StrEnum):
    """How something is said: the values of `cues.toml`."""

    SAY = "say"
    CLAIM = "claim"
    BELIEVE = "believe"
    DIRECT = "direct"
    JUDGE = "judge"
    FIND = "find"
    DENY = "deny"
    VIEW = "view"
    REFUSE = "refuse"
    """Somebody does not say it: "declined to say", "did not say"."""
    RUMOUR = "rumour"
    """It is said, without a speaker: "is reported to have"."""


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """Words of a text that somebody is said to have said."""

    cue: Word
    manner: Manner
    speaker: Word | None
    content: tuple[tuple[int, int], ...]
    """Stretches of the stored text."""
    quoted: bool = False
    """Whether the content is a quotation."""

    def covers(self, start: int, end: int) -> bool:
        """Whether `[start:end]` is part of what is said."""
        return any(low <= start and end <= high for low, high in self.content)


def can_speak(speaker: Word | None) -> bool:
    """Whether a subject may say something: somebody, a body or a document; not a thing, not an expletive."""
    if speaker is None:
        return False
    if speaker.pos == "PRON":
        return speaker.lower in _SPEAKING
    return (
        speaker.pos == "PROPN"
        or speaker.lemma in lexicons.values("people")
        or _is_body(speaker)
        or speaker.lemma in lexicons.words("kinds", "can speak")
        or speaker.lemma in lexicons.words("saying", "speaks")
    )


def knows_facts(speaker: Word | None) -> bool:
    """Whether a subject may hold figures: a document, a body, an expert; not a person by name."""
    if speaker is None or speaker.entity == "PERSON" or speaker.pos == "PRON":
        return speaker is not None and speaker.lower == "it"
    return (
        _is_body(speaker)
        or lexicons.values("people").get(speaker.lemma) == "role"
        or (speaker.pos == "PROPN" and speaker.entity in ("ORG", ""))
        or speaker.lemma in lexicons.words("kinds", "knows facts")
        or speaker.lemma in lexicons.words("saying", "speaks")
    )


def is_document(word: Word) -> bool:
    """Whether a noun is a document, or figures; "an opposition figure" is somebody."""
    return word.lemma in lexicons.words("documents") and not (word.lemma == "figure" and word.tag == "NN")


def _is_body(word: Word) -> bool:
    return any(word.lemma in lexicons.words(name) for name in ("documents", "bodies", "authorities"))


def without_gaps(*spans: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The spans that hold more than a mark."""
    return tuple(span for span in spans if span[1] - span[0] > 2)
