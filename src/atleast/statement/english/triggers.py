"""Words that tell of an event, matched against `event_verbs.toml` and `event_nouns.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from atleast.model.words import EventType
from atleast.statement.english.lexicons import LANGUAGE, options
from atleast.statement.lexicon import load


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of a lexicon of events: what else must be there for a word to tell of an event, and to whom it happens."""

    type: EventType
    needs: frozenset[str]
    objects: frozenset[str]
    """Lemmas: of the object for a verb, of an adjective for a noun."""
    following: tuple[str, ...]
    """Each begins with a space: a phrase must begin where a word begins."""
    not_following: tuple[str, ...]
    subjects: frozenset[str]
    owners: tuple[str, ...]
    happens_to: tuple[str, ...]
    """Where to look for whom it happens to, in order: the first place that has somebody counts."""
    more: str | None
    """A word further on that belongs to the trigger: "found guilty"."""

    def follows(self, text: str) -> bool:
        """Whether what follows in the clause, in small letters after a space, has what must follow and nothing that may not."""
        if self.following and not any(phrase in text for phrase in self.following):
            return False
        return not any(phrase in text for phrase in self.not_following)


@cache
def verbs() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers of each verb, by its lemma."""
    return _by_lemma("event_verbs")


@cache
def participles() -> Mapping[str, str]:
    """The participles in -ed of the verbs, each with its verb: {"jailed": "jail"}."""
    return {form: verb for verb in verbs() for form in _participles(verb)}


def _participles(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (f"{verb}d",)
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (f"{verb[:-1]}ied",)
    return (f"{verb}ed", f"{verb}{verb[-1]}ed")


@cache
def nouns() -> Mapping[str, tuple[Trigger, ...]]:
    """The triggers of each noun, by its lemma."""
    return _by_lemma("event_nouns")


def _by_lemma(name: str) -> Mapping[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for entry in load(LANGUAGE, name):
        trigger = Trigger(
            EventType(entry.value),
            frozenset(entry.needs),
            frozenset(options(entry, "object") or options(entry, "adjective")),
            tuple(f" {phrase}" for phrase in options(entry, "with")),
            tuple(f" {phrase}" for phrase in options(entry, "without")),
            frozenset(options(entry, "subject_is")),
            options(entry, "owners"),
            tuple(entry.extra.get("happens_to", "object").split(" or ")),
            entry.extra.get("trigger"),
        )
        for word in entry.words:
            found[word] = (*found.get(word, ()), trigger)
    return found
