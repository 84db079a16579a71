"""The events that a paragraph tells: its words against the lexicons of events, and against what is real."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.model.words import EventType
from atleast.statement.english import reality, triggers
from atleast.statement.english.affected import affected_by_verb, all_heads, thing_acted_on
from atleast.statement.english.affected_nouns import affected_by_noun
from atleast.statement.english.candidate import Candidate, Told
from atleast.statement.english.conditions import VERB_NEEDS, speaks_of_prison
from atleast.statement.english.grammar import agent, is_passive, own_subject, subject
from atleast.statement.english.lists import listed_after
from atleast.statement.english.names import Names
from atleast.statement.english.nominal import ALL_OF, ONE_OF
from atleast.statement.english.once import is_told_apart, is_told_by_its_verb
from atleast.statement.english.page import Passage
from atleast.statement.english.reality import Reality
from atleast.statement.english.tree import Word
from atleast.statement.english.triggers import Trigger

__all__ = ["Told", "told_in"]

_WINDOW = 160
"""How much of a clause is looked at for what must follow, in characters."""
_MOST_FOLLOWING = 30
_FOLLOWING_A_LONE_VERB = 12
_UNITS = frozenset({"year", "month", "day", "week", "hour", "term"})
_LETTING = frozenset({"let", "allow", "permit"})
_PAST = ("VBN", "VBD")
_RELUCTANT = frozenset({"slow", "unable", "unwilling"})
_PASSES_FOR_FACT = frozenset({"negated", "negated thing", "refused", "no news"})
_REFUSING = frozenset({"deny", "refuse", "deprive", "withhold"})
_UNTOLD_WHERE_DENIED = frozenset({EventType.MEETING, EventType.APPEAL, EventType.CALL, EventType.REPORT})
"""Types of which nobody says that they were not, but that they were not yet."""
_ALWAYS_DUTY = frozenset({EventType.SENTENCE, EventType.FINE})


def told_in(passage: Passage, names: Names, *, about_sanctions: bool = False) -> list[Told]:
    """The events that a paragraph tells, in order of their words. `about_sanctions`: the page speaks of sanctions."""
    verbs, nouns = triggers.verbs(), triggers.nouns()
    found: list[Told] = []
    words = [word for word in passage.tree.words if word.entity != "DATE"]
    for word in words:
        told = None
        if (
            word.lemma in verbs
            and (word.is_verb or word.tag in ("VBN", "VBD"))
            and (word.dep not in ("amod", "aux", "auxpass", "compound") or (word.dep == "amod" and word.child("nsubj")))
        ):
            told = _by_verb(word, verbs[word.lemma], passage, names, found, about_sanctions=about_sanctions)
        elif word.lower in _RELUCTANT and word.child("xcomp") is not None:
            told = _by_verb(word, verbs.get("fail", ()), passage, names, found)
        if told is not None:
            found.append(told)
    found = [told for told in found if is_told_apart(told, found)]
    for word in words:
        if word.lemma in nouns and word.is_noun:
            told = _by_noun(word, nouns[word.lemma], passage, names, found)
            if told is not None:
                found.append(told)
    return sorted(found, key=lambda told: (told.start, told.end))


def _by_verb(
    verb: Word,
    options: Sequence[Trigger],
    passage: Passage,
    names: Names,
    before: Sequence[Told],
    *,
    about_sanctions: bool = False,
) -> Told | None:
    following = _following(verb, passage)
    for trigger in options:
        if not (
            _follows(verb, trigger, following, passage) and _has_object(verb, trigger) and _has_subject(verb, trigger)
        ):
            continue
        affected = affected_by_verb(verb, trigger) or _listed(verb, trigger, passage, names)
        implied = not affected and _is_elliptic(verb, passage)
        candidate = Candidate(verb, trigger, affected, following, passage, names, before, about_sanctions, implied)
        if not all(VERB_NEEDS[need](candidate) for need in trigger.needs):
            continue
        status = reality.of_verb(verb, duty_is_fact=trigger.type in _ALWAYS_DUTY)
        if status is Reality.UNREAL:
            return None
        not_so = verb.lemma in _REFUSING or not trigger.needs & _PASSES_FOR_FACT
        denied = status is Reality.DENIED and not_so
        if denied and trigger.type in _UNTOLD_WHERE_DENIED:
            return None
        return Told(verb, trigger, verb.start, _end(verb, trigger, passage), denied, tuple(affected), implied)
    return None


def _by_noun(
    noun: Word, options: Sequence[Trigger], passage: Passage, names: Names, before: Sequence[Told]
) -> Told | None:
    beside_name = noun.dep == "compound" and names.at(passage, noun.head) is not None and noun.tag == "NN"
    status = Reality.FACT if beside_name and names.at(passage, noun) is None else reality.of_noun(noun)
    if status is Reality.UNREAL or (noun.dep == "pobj" and noun.head.head.lower == "according"):
        return None
    if _is_measured(noun):
        return None
    for trigger in options:
        affected = affected_by_noun(noun, trigger)
        candidate = Candidate(noun, trigger, affected, "", passage, names, before)
        if trigger.objects and not any(child.lower in trigger.objects for child in noun.children):
            continue
        if not any(ONE_OF[need](candidate) for need in trigger.needs if need in ONE_OF):
            continue
        if not all(ALL_OF[need](candidate) for need in trigger.needs if need in ALL_OF):
            continue
        if "prison" in trigger.needs and not speaks_of_prison(candidate):
            continue
        if is_told_by_its_verb(candidate):
            return None
        return Told(noun, trigger, noun.start, noun.end, status is Reality.DENIED, tuple(affected))
    return None


def _is_elliptic(verb: Word, passage: Passage) -> bool:
    """ "Arrested on 3 May; released the next day.": an entry about whom it is headed by has no subjects."""
    low, _ = passage.tree.sentences[verb.sentence]
    opening = passage.tree.words[low]
    if (
        opening.tag not in _PAST
        or verb.tag not in _PAST
        or own_subject(verb) is not None
        or own_subject(opening) is not None
    ):
        return False
    return verb is opening or verb is opening.head or (verb.dep == "conj" and verb.head is opening)


def _is_measured(noun: Word) -> bool:
    """ "15 days of administrative arrest", "three years of imprisonment": a term; not "the day of her arrest"."""
    unit = noun.head.head
    counted = unit.child("nummod") is not None or unit.tag == "NNS"
    return (
        noun.dep == "pobj"
        and noun.head.lower == "of"
        and unit.lemma in _UNITS
        and counted
        and noun.child("poss") is None
    )


def _listed(verb: Word, trigger: Trigger, passage: Passage, names: Names) -> list[Word]:
    """ "We recognise as political prisoners: A, B and C"."""
    if trigger.happens_to[0] not in ("object", "to") or is_passive(verb):
        return []
    return [passage.tree.words[mention.last] for mention in listed_after(verb, passage, names)]


def _following(verb: Word, passage: Passage) -> str:
    """The text after the verb, in small letters, up to the end of its clause or of the sentence."""
    words = passage.tree.words
    _, high = passage.tree.sentences[verb.sentence]
    last = verb.last if verb.last > verb.index else min(high - 1, verb.index + _FOLLOWING_A_LONE_VERB)
    parts = []
    for word in words[verb.index + 1 : min(last + 1, verb.index + _MOST_FOLLOWING)]:
        if word.text == ";" or (word.dep == "conj" and word.head is verb and word.is_verb):
            break
        parts.append(word.lower)
    return " " + " ".join(parts).replace(" - ", "-").replace(" 's", "'s")[:_WINDOW]


def _follows(verb: Word, trigger: Trigger, following: str, passage: Passage) -> bool:
    """Whether what must follow does; where the object stands before a passive verb, it counts as following."""
    if not (trigger.following or trigger.not_following):
        return True
    thing = thing_acted_on(verb) if trigger.objects else None
    if thing is not None and thing.index < verb.index:
        before = " ".join(word.lower for word in passage.tree.words[thing.first : thing.last + 1])
        return trigger.follows(f" {before}{following}")
    return trigger.follows(following)


def _has_object(verb: Word, trigger: Trigger) -> bool:
    if not trigger.objects:
        return True
    thing = thing_acted_on(verb)
    candidates = all_heads([thing]) if thing is not None else []
    candidates += verb.children_by("npadvmod", "oprd", "attr", "dobj", "ccomp")
    candidates += [
        noun for clause in verb.children_by("ccomp") for noun in clause.children_by("nsubj") if verb.lemma in _LETTING
    ]
    return any(_is_or_has(word, trigger.objects, "compound", "amod", "nmod") for word in candidates)


def _has_subject(verb: Word, trigger: Trigger) -> bool:
    if not trigger.subjects:
        return True
    actor = (
        agent(verb) if is_passive(verb) else verb.child("nsubj") if verb.lemma in ("be", "remain") else subject(verb)
    )
    if actor is None:
        return False
    service = "police" in trigger.subjects and actor.tag == "NNP" and (actor.text.isupper() or actor.entity == "ORG")
    return service or any(_is_or_has(word, trigger.subjects, "compound") for word in all_heads([actor]))


def _is_or_has(word: Word, lemmas: frozenset[str], *deps: str) -> bool:
    return word.lemma in lemmas or any(part.lemma in lemmas and part.dep in deps for part in word.children)


def _end(verb: Word, trigger: Trigger, passage: Passage) -> int:
    """Where the trigger ends: "found guilty", "stood trial" end with their second word, where it is near."""
    near = passage.tree.words[verb.index + 1 : verb.index + 4]
    return next((word.end for word in near if word.lower == trigger.more), verb.end)
