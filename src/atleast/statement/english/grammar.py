"""Subjects, objects, noun phrases and rows: what a grammar says about words of a tree.

Rules over the dependency labels of spaCy's English models (the ClearNLP scheme).
"""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.tree import Tree, Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_REFLEXIVE = ("self", "selves")
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_CLAUSES = ("relcl", "acl", "advcl", "parataxis", "ccomp")
_NOT_IN_PHRASE = frozenset(
    {"preconj", "cc", "punct", "advcl", "meta", "dep", "intj", "prep", "ccomp", "parataxis", "nsubj", "mark"}
)
_IN_PHRASE = frozenset({"nummod", "nmod", "compound", "amod", "flat", "quantmod", "npadvmod"})
_PHRASE_PREPOSITIONS = frozenset({"of", "for", "in", "from", "to", "on", "with", "against", "near", "at"})
_SETS_OFF = frozenset({",", ";", ":", "(", "-", "–", "—"})
_BARE_PARTICIPLE = ("acl", "acomp", "advcl", "amod", "relcl", "ROOT", "pcomp", "xcomp", "ccomp")
_LONGEST_ROW = 60
_DEEPEST = 8
_FARTHEST_ADVERB = 4
_CAUSING = frozenset({"have", "get", "order", "keep", "see"})


def is_passive(verb: Word) -> bool:
    """Whether the verb is in the passive, be it a full one, a coordinated one or a bare participle after a noun."""
    if verb.tag in ("VBN", "VBD") and _is_had_done(verb):
        return True
    if verb.tag == "VBD":
        return _shares_passive(verb)
    if verb.tag != "VBN" or verb.child("auxpass", "nsubjpass", "agent") is not None:
        return verb.tag == "VBN"
    if verb.child("aux", "nsubj") is not None:
        return False
    if verb.dep == "conj" and verb.head.is_verb:
        return is_passive(verb.head) or verb.head.tag not in ("VBN", "VBD") or not _acts_on_something(verb)
    return verb.dep in _BARE_PARTICIPLE


def _is_had_done(verb: Word) -> bool:
    """ "Had her flat searched", "has ten editors locked up", "ordered Korin held"."""
    caused = verb.dep == "ccomp" and verb.head.lemma in _CAUSING and verb.head.index < verb.index
    return caused and verb.child("dobj", "aux", "auxpass", "mark") is None and verb.child("nsubj") is not None


def _acts_on_something(verb: Word) -> bool:
    """Whether the verb has an object; the sum of "fined 900 crowns" is none."""
    thing = verb.child("dobj")
    return thing is not None and not (
        verb.lemma == "fine" and (thing.child("nummod") is not None or thing.pos == "NUM")
    )


def _shares_passive(verb: Word) -> bool:
    """ "Was stopped at the border and detained": a form that the parser takes for the past tense, without an object."""
    alone = (
        verb.dep == "conj"
        and verb.head.is_verb
        and verb.child("aux", "prt", "ccomp", "xcomp", *SUBJECTS) is None
        and not _acts_on_something(verb)
    )
    return alone and verb.lower.endswith(("ed", "n", "t")) and is_passive(verb.head)


def subject(verb: Word, depth: int = 0) -> Word | None:
    """The word that the verb's action is told of: its own subject, or the one it shares with the verb it depends on."""
    own, above = own_subject(verb), verb.head
    if own is not None or depth > _DEEPEST or above is verb:
        return _antecedent(own, verb) if own is not None else None
    if verb.dep in ("acl", "relcl", "amod"):
        return (_subject_above(above, depth) if _is_beside_phrase(verb) else None) or above
    if verb.dep == "xcomp" and above.is_verb and (controller := above.child("dobj", "dative")) is not None:
        return controller
    if above.is_verb or above.pos == "ADJ":
        return subject(above, depth + 1)
    return _subject_above(above, depth) if verb.dep in ("pcomp", "prep", "pobj") or above.pos == "ADP" else None


def _is_beside_phrase(verb: Word) -> bool:
    """ "She is behind bars serving ten years": what is hung on a noun that cannot do it."""
    noun = verb.head
    return verb.tag == "VBG" and noun.dep == "pobj" and noun.head.lower == "behind"


def own_subject(verb: Word) -> Word | None:
    """The subject that stands at the verb itself: the nearest, where the parser finds two ("Korin, Marozava said, was ...")."""
    subjects = [word for word in verb.children_by(*SUBJECTS) if not word.lower.endswith(_REFLEXIVE)]
    return min(subjects, key=lambda word: abs(word.index - verb.index), default=None)


def _subject_above(word: Word, depth: int) -> Word | None:
    """The subject that a gerund after a preposition shares: "after being tried, A ...", "A's role in organising ..."."""
    for above in word.ancestors():
        if above.is_verb or above.pos == "ADJ":
            return subject(above, depth + 1)
        owner = above.child("poss") if above.is_noun and above.dep != "pobj" else None
        if owner is not None:
            return owner
    return None


def _antecedent(pronoun: Word, verb: Word) -> Word:
    """For "who" and "which", the noun that the relative clause belongs to."""
    if pronoun.lower not in _RELATIVE:
        return pronoun
    clause = verb
    while clause.dep == "conj" and clause.head is not clause:
        clause = clause.head
    noun = clause.head
    if clause.dep not in ("relcl", "acl", "ccomp") or not (noun.is_noun or noun.pos in ("PRON", "NUM")):
        return pronoun
    people = lexicons.values("people")
    above = noun.head.head if noun.dep == "pobj" else noun
    return above if pronoun.lower == "who" and noun.lemma not in people and above.lemma in people else noun


def direct_object(verb: Word) -> Word | None:
    """The object of an active verb; for a coordinated verb without one, that of the last verb of the row."""
    own = _object_at(verb)
    if own is not None:
        return _antecedent(own, verb)
    behind = _subject_of_participle(verb) or _noun_described(verb) or _subject_of_adjective(verb)
    if behind is not None:
        return behind
    for later in verb.children_by("conj"):
        shares = later.is_verb and later.tag == verb.tag and later.child(*SUBJECTS) is None
        if shares and later.child("dobj") is not None:
            return later.child("dobj")
    who = verb.child("nsubj") if verb.dep == "relcl" and verb.head.is_noun else None
    return verb.head if who is not None and who.lower not in _RELATIVE else None


def _subject_of_participle(verb: Word) -> Word | None:
    """ "Searched her house looking for her": an object that the parser gave to the participle behind it."""
    for clause in verb.children_by("advcl", "ccomp", "xcomp"):
        noun = clause.child("nsubj") if clause.tag == "VBG" else None
        if noun is not None and noun.first == verb.index + 1:
            return noun
    return None


def _subject_of_adjective(verb: Word) -> Word | None:
    """ "Found a father and his son guilty": an object that the parser made the subject of the adjective."""
    for clause in verb.children_by("ccomp", "xcomp", "oprd"):
        if clause.pos == "ADJ" and (noun := clause.child("nsubj")) is not None and clause.child("aux", "cop") is None:
            return noun
    return None


def _noun_described(verb: Word) -> Word | None:
    """ "Officers tortured dozens of people": a verb in the past tense that the parser took for an adjective of its object."""
    described = verb.dep == "amod" and verb.tag == "VBD" and verb.child("nsubj") is not None
    return verb.head if described and verb.head.index > verb.index else None


def _object_at(verb: Word) -> Word | None:
    """Of "fined Korin 900 crowns" and "gave Korin ten years" the first: to whom, before what."""
    objects = [word for word in verb.children_by("dative", "dobj") if word.pos != "ADP"]
    if not objects and (behind := complement(verb, "off", "up", "down", "away")) is not None:
        return behind
    return next(
        (word for word in objects if word.entity not in ("MONEY", "DATE", "PERCENT")), objects[0] if objects else None
    )


def agent(verb: Word) -> Word | None:
    """Who a passive says it was done by."""
    for by in verb.children:
        if by.dep == "agent" or (by.dep == "prep" and by.lower == "by"):
            return by.child("pobj")
    return None


def complement(word: Word, *prepositions: str) -> Word | None:
    """The noun after one of these prepositions: "of Korin" -> "Korin"."""
    for preposition in word.children:
        if preposition.dep in ("prep", "agent", "dative") and preposition.lower in prepositions:
            found = preposition.child("pobj")
            if found is not None:
                return found
    return _behind_date(word, prepositions)


def _behind_date(word: Word, prepositions: tuple[str, ...]) -> Word | None:
    """ "The conviction on 30 April of Korin", "opened on 3 May against Korin": a phrase that the parser hangs on the date."""
    for preposition in word.children_by("prep"):
        date = preposition.child("pobj")
        inner = date.children_by("prep") if date is not None and date.entity == "DATE" else []
        for other in inner:
            if other.lower in prepositions and (found := other.child("pobj")) is not None and found.entity != "DATE":
                return found
    return None


def row(word: Word) -> list[Word]:
    """The word and what is coordinated with it, in order: "Vasil, Alena and Ihar"."""
    found = [word]
    for item in found:
        found.extend(child for child in item.children if _continues(item, child))
        if len(found) > _LONGEST_ROW:
            break
    if word.entity == "ORG" and len(found) == 1:
        found.extend(_row_inside_name(word))
    return found


def _continues(item: Word, child: Word) -> bool:
    if child.dep == "conj":
        return child.is_noun or child.pos in ("NUM", "PRON", "X")
    alike = child.dep == "appos" and child.pos == "PROPN" and item.entity != "" and child.entity == item.entity
    return alike and (item.child("conj") is not None or child.child("conj") is not None)


def _row_inside_name(word: Word) -> list[Word]:
    """The rest of a row that the parser hangs on the last word of its first name: "the Union of Tailors, PEN and ..."."""
    inner = complement(word, "of", "for")
    return row(inner)[1:] if inner is not None and inner.entity == "ORG" and inner.child("conj") is not None else []


def phrase(word: Word, tree: Tree) -> tuple[int, int]:
    """The span of a noun phrase in the text: without relative clauses, appositions, what is coordinated, and outer marks."""
    low = min(
        (child.first for child in word.children if child.index < word.index and _leads(child, word)), default=word.index
    )
    high = max((_reach(child, tree) for child in word.children if child.index > word.index), default=word.index)
    high = max(high, word.index)
    while low < word.index and tree.words[low].pos in ("PUNCT", "CCONJ") and tree.words[low].text not in ("(", '"'):
        low += 1
    while high > word.index and (tree.words[high].pos == "PUNCT" or tree.words[high].lower == "'s"):
        high -= 1
    return tree.words[low].start, tree.words[high].end


def _leads(child: Word, word: Word) -> bool:
    """Whether what stands before a noun belongs to its phrase: not a date, not an adverb from far away."""
    if child.entity == "DATE" and word.entity != "DATE":
        return False
    if child.dep == "advmod":
        return word.index - child.index <= _FARTHEST_ADVERB
    return child.dep not in _NOT_IN_PHRASE


def _reach(child: Word, tree: Tree) -> int:
    """How far a phrase goes with what stands behind its noun; -1 where that is no part of it."""
    before = tree.words[child.first - 1] if child.first else child
    if before.text in _SETS_OFF:
        return -1
    if child.dep == "prep" and child.lower in _PHRASE_PREPOSITIONS:
        return _preposition_end(child, tree)
    return child.last if child.dep in _IN_PHRASE else -1


def _preposition_end(preposition: Word, tree: Tree) -> int:
    """Where a prepositional phrase ends if its clauses, and all behind a comma, are left out."""
    end = preposition.index
    for word in tree.words[preposition.index : preposition.last + 1]:
        inner = word.child("pobj") if word.dep == "prep" else None
        if inner is not None and inner.entity == "DATE":
            return word.index - 1 if word is not preposition else -1
        if word.dep in _CLAUSES:
            return min(end, word.first - 1) if word.first > preposition.index else end
        if word.text in _SETS_OFF:
            return end
        end = word.index
    return end


def has_word(word: Word, *lowers: str) -> bool:
    """Whether one of its children is one of these words."""
    return any(child.lower in lowers for child in word.children)
