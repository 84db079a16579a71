"""What `needs` asks of a verb in `event_verbs.toml`: one small question for each word that may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from atleast.model.words import EventType
from atleast.statement.english import calling, lexicons
from atleast.statement.english.affected import all_heads, looks_human, thing_acted_on
from atleast.statement.english.candidate import Candidate
from atleast.statement.english.grammar import complement, has_word, is_passive, subject
from atleast.statement.english.tree import Word

_BY_FORCE = frozenset({"forcibly", "illegally", "unlawfully", "forcefully"})
_LOOK_BACK = 40
"""How many words before its sentence the years may stand that "received seven" means."""


def _is_human(candidate: Candidate) -> bool:
    def named(word: Word) -> bool:
        return candidate.is_named(word) or any(candidate.is_named(beside) for beside in word.children_by("appos"))

    return candidate.implied or any(looks_human(word, named=named(word)) for word in all_heads(candidate.affected))


def _has_human_object(candidate: Candidate) -> bool:
    thing = candidate.word.child("dobj")
    return thing is not None and any(looks_human(word, named=candidate.is_named(word)) for word in all_heads([thing]))


def _is_body(candidate: Candidate) -> bool:
    def one(word: Word) -> bool:
        by_name = (
            word.pos == "PROPN" and not candidate.is_named(word) and word.entity not in ("GPE", "DATE", "LANGUAGE")
        )
        return by_name or word.lemma in lexicons.words("bodies")

    return any(one(word) for word in all_heads(candidate.affected))


def speaks_of_prison(candidate: Candidate) -> bool:
    """Whether the paragraph speaks of a prison or of prisoners, or the page has told of a death in one just before."""
    prison = lexicons.words("facilities", "prison")
    words = candidate.passage.tree.words
    if any(
        word.lemma in prison or (word.lower == "bars" and words[word.index - 1].lower == "behind") for word in words
    ):
        return True
    return any(told.trigger.type is EventType.DEATH_IN_CUSTODY for told in candidate.before)


def _speaks_of_sanctions(candidate: Candidate) -> bool:
    affects = _is_human(candidate) or any(
        word.lemma in ("name", "entity", "company", "firm") for word in candidate.affected
    )
    return affects and candidate.about_sanctions


def _is_negated(candidate: Candidate) -> bool:
    def one(child: Word) -> bool:
        return (
            child.dep == "neg"
            or child.lower in ("nobody", "nothing", "no", "none")
            or any(part.lower == "no" for part in child.children)
        )

    return any(one(child) for child in candidate.word.children)


def _is_refused(candidate: Candidate) -> bool:
    refuses = candidate.word.lemma in ("deny", "refuse", "deprive", "withhold", "lack")
    without = " no " in f"{candidate.following} " or " without " in candidate.following
    return refuses or without or candidate.word.child("neg") is not None


def _by_law(candidate: Candidate) -> bool:
    verb = candidate.word
    return verb.lemma in lexicons.words("kinds", "designates") or is_passive(verb)


def _sum_of_years(candidate: Candidate) -> bool:
    """ "Received seven": a bare number, where years or months are spoken of just before."""
    verb, words = candidate.word, candidate.passage.tree.words
    thing = verb.child("dobj", "oprd", "npadvmod", "attr") if is_passive(verb) else thing_acted_on(verb)
    low, high = candidate.passage.tree.sentences[verb.sentence]
    years = any(word.lemma in ("year", "month") for word in words[max(0, low - _LOOK_BACK) : high])
    return thing is not None and thing.pos == "NUM" and years


def _from_a_country(candidate: Candidate) -> bool:
    thing = candidate.word.child("dobj")
    if thing is None or thing.pos != "PROPN" or candidate.is_named(thing):
        return False
    to = complement(candidate.word, "for") or complement(thing, "for")
    return to is not None and to.pos == "PROPN" and not candidate.is_named(to)


def _to_custody(candidate: Candidate) -> bool:
    """To a prison, a cell or a hospital."""
    back = next((child for child in candidate.word.children_by("advmod") if child.lower == "back"), candidate.word)
    to = complement(candidate.word, "to", "into") or complement(back, "to", "into")
    held = lexicons.words("facilities", "held") | {"hospital", "clinic", "sanatorium", "ward"}
    return to is not None and (to.lemma in held or any(part.lemma in held for part in to.children))


def _is_negated_or_its_thing(candidate: Candidate) -> bool:
    """ "No doctor was called", "was given no medicine", "did not call a doctor"."""
    return candidate.word.child("neg") is not None or " no " in f"{candidate.following} " or _is_negated(candidate)


def _left_a_place(candidate: Candidate) -> bool:
    """ "Left Velmaria", with no errand and no return in view."""
    thing = candidate.word.child("dobj")
    named = thing is not None and thing.pos == "PROPN" and not candidate.is_named(thing)
    return (
        named and thing is not None and thing.entity in ("GPE", "LOC", "NORP", "ORG", "") and not _has_errand(candidate)
    )


def _has_errand(candidate: Candidate) -> bool:
    return any(
        f" {words}" in candidate.following
        for words in ("on a visit", "for talks", "for a visit", "for a summit", "on a trip", "to attend")
    )


def _by_a_person(candidate: Candidate) -> bool:
    """Whether who receives guests is a person; to visit is anybody's."""
    actor = subject(candidate.word)
    if candidate.word.lemma == "visit":
        return True
    return actor is not None and (candidate.is_named(actor) or actor.lemma in lexicons.words("people", "role"))


def _is_no_stock(candidate: Candidate) -> bool:
    """ "31 editors are behind bars" counts prisoners; "31 have been behind bars since May" tells when they were taken."""
    counted = any(word.child("nummod") is not None or word.pos == "NUM" for word in candidate.affected)
    if candidate.word.child("attr") is not None:
        return False
    dated = any(f" {word} " in candidate.following for word in ("since", "for"))
    return dated or not (counted or (candidate.word.lemma == "be" and candidate.word.tag in ("VBP", "VB")))


def _to_a_country(candidate: Candidate) -> bool:
    to = complement(candidate.word, "to")
    return to is not None and to.entity in ("GPE", "NORP") and not candidate.is_named(to)


def _out_of_a_country(candidate: Candidate) -> bool:
    """ "Flown out of Velmaria", "thrown out of my country"."""
    out = next((child for child in candidate.word.children_by("prep") if child.lower == "out"), None)
    place = complement(out, "of") if out is not None else None
    return place is not None and (place.lemma in ("country", "homeland") or place.entity == "GPE")


def _in_a_prison(candidate: Candidate) -> bool:
    """ "Is in a remand prison"."""
    place = complement(candidate.word, "in")
    named = place is not None and any(
        part.lower in ("colony", "prison", "remand", "jail") for part in (place, *place.children)
    )
    return named and candidate.word.child("acomp", "attr") is None


def _by_no_prison(candidate: Candidate) -> bool:
    """ "The colony holds 400 people" tells how many there are."""
    holder = subject(candidate.word)
    return holder is None or holder.lemma not in lexicons.words("facilities", "held") | {
        "place",
        "facility",
        "institution",
    }


def _by_no_fund(candidate: Candidate) -> bool:
    """ "A fund that pays the fines of protesters" is not who was fined."""
    payer = subject(candidate.word)
    return (
        candidate.word.lemma != "pay"
        or payer is None
        or payer.lemma not in lexicons.words("bodies") | {"fund", "charity", "reader"}
    )


def _speaks_of_care(candidate: Candidate) -> bool:
    low, high = candidate.passage.tree.sentences[candidate.word.sentence]
    care = lexicons.words("kinds", "medical care")
    return any(
        word.lemma in care and word.lemma not in ("help", "attention")
        for word in candidate.passage.tree.words[low:high]
    )


def _lets_go(candidate: Candidate) -> bool:
    return (
        candidate.word.dep == "ccomp"
        and candidate.word.head.lemma == "let"
        and candidate.word.index > candidate.word.head.index
    )


def _forced(candidate: Candidate) -> bool:
    return has_word(candidate.word, *_BY_FORCE) or is_passive(candidate.word)


VERB_NEEDS: Mapping[str, Callable[[Candidate], bool]] = {
    "passive": lambda candidate: is_passive(candidate.word),
    "active": lambda candidate: not is_passive(candidate.word),
    "human": _is_human,
    "human object": _has_human_object,
    "body": _is_body,
    "prison": speaks_of_prison,
    "sanctions": _speaks_of_sanctions,
    "negated": lambda candidate: candidate.word.child("neg") is not None,
    "no news": _is_negated,
    "refused": _is_refused,
    "to custody": _to_custody,
    "dead": lambda candidate: has_word(candidate.word, "dead"),
    "by law": _by_law,
    "sum of years": _sum_of_years,
    "appeal": calling.is_appeal,
    "to act": calling.asks_to_act,
    "speaker": calling.has_speaker,
    "not in court": calling.is_out_of_court,
    "a country": _from_a_country,
    "forced": _forced,
    "negated thing": _is_negated_or_its_thing,
    "a place": _left_a_place,
    "urges": calling.urges,
    "by a person": _by_a_person,
    "let go": _lets_go,
    "medical": _speaks_of_care,
    "a term": lambda candidate: re.search(r"\b(?:year|month|day|life)", candidate.following) is not None,
    "by no fund": _by_no_fund,
    "going on": lambda candidate: candidate.word.tag == "VBG" and candidate.word.child("aux") is not None,
    "alone": lambda candidate: candidate.word.child("prep", "dobj", "xcomp", "ccomp", "dative") is None,
    "sanctions page": lambda candidate: candidate.about_sanctions,
    "by no prison": _by_no_prison,
    "out of a country": _out_of_a_country,
    "in a prison": _in_a_prison,
    "not a stock": _is_no_stock,
    "killing": lambda candidate: any(told.trigger.type is EventType.KILLING for told in candidate.before),
    "to a country": _to_a_country,
    "last": lambda candidate: has_word(candidate.word, "last"),
    "fatally": lambda candidate: has_word(candidate.word, "fatally", "mortally"),
}
"""Each word that may stand in `needs` of a verb, and its question."""
