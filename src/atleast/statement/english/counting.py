"""Counts of a page: the numbers that the words give, with the place that their clause gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atleast.statement.counts import Counted, find_counts
from atleast.statement.english import lexicons
from atleast.statement.english.calendar import Calendar
from atleast.statement.english.drafts import Draft, Telling, draft
from atleast.statement.english.grammar import agent, is_passive, own_subject, phrase
from atleast.statement.english.names import Names
from atleast.statement.english.page import Page, Passage
from atleast.statement.english.tree import Word
from atleast.statement.english.voices import Voice

_REACH = 3
_RECOGNISE = frozenset({"recognise", "recognize", "consider", "deem", "declare", "designate"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_WHERE = ("in", "across", "inside", "within", "throughout")


def counts(passage: Passage, voices: Sequence[Voice], page: Page, names: Names) -> Iterator[Draft]:
    """The counts of a paragraph, each said by the voices that cover it."""
    for counted in _counted(passage, page):
        word = next((word for word in passage.tree.words if word.end > counted.number_start), None)
        if word is None:
            continue
        count = replace(counted.count, place=counted.count.place or _place(word, passage, page, names))
        if count.designation:
            count = replace(count, designation=_designator(word, passage, page) or count.designation)
        telling = Telling(passage, word, (counted.start, counted.end), voices)
        yield draft(telling, count, f"count: {count.bound.value} {count.of}")


def _counted(passage: Passage, page: Page, reach: int = _REACH) -> list[Counted]:
    """The counts of a paragraph. A number without a noun may stand for one in a paragraph before it, so many of them back."""

    def before() -> Counted | None:
        for earlier in reversed(page.passages[max(0, passage.number - reach) : passage.number]):
            if found := _counted(earlier, page, 0):
                return found[-1]
        return None

    dates = Calendar.of(page).within(passage.start, passage.end)
    published = page.source.source.credit.date
    return find_counts(page.text, passage.start, passage.end, published, lexicons.LANGUAGE, dates, before)


def _designator(word: Word, passage: Passage, page: Page) -> str | None:
    """Who recognises them in the clause of the number: "the centre recognises 40 people", "recognised by the centre"."""
    for above in (word, *word.ancestors()):
        verbs = [above, *above.children_by("conj")] if above.is_verb else above.children_by("acl", "relcl")
        for verb in verbs:
            if verb.lemma not in _RECOGNISE:
                continue
            who = agent(verb) if is_passive(verb) or verb.dep == "acl" else own_subject(verb)
            if who is not None and who.lower not in _PRONOUNS:
                start, end = phrase(who, passage.tree)
                return " ".join(page.text[start:end].split()).removeprefix("The ").removeprefix("the ")
    return None


def _place(word: Word, passage: Passage, page: Page, names: Names) -> str | None:
    """A place by name that the counted thing, or the verb of its clause, says it is in."""
    for above in (word, *word.ancestors()):
        for preposition in above.children_by("prep"):
            place = preposition.child("pobj")
            if place is None or preposition.lower not in _WHERE or names.at(passage, place) is not None:
                continue
            if place.entity in ("GPE", "LOC"):
                return " ".join(page.text[place.start : place.end].split())
        if above.is_verb:
            return None
    return None
