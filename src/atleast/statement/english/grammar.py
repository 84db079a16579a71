"""Subjects, objects, noun phrases and clauses: what a grammar says about words of a tree.

Rules over the dependency labels of spaCy's English models (the ClearNLP scheme).
"""

from __future__ import annotations

from collections.abc import Iterator

from atleast.statement.english.tree import Tree, Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_CLAUSES = ("relcl", "acl", "advcl", "parataxis", "ccomp")
_TOO_DEEP = 8
_LONGEST_ROW = 60


def is_passive(verb: Word) -> bool:
    """Whether the verb is in the passive, be it a full one, a coordinated one or a bare participle after a noun."""
    if verb.tag != "VBN":
        return False
    if verb.child("auxpass", "nsubjpass", "agent"):
        return True
    if verb.child("aux"):
        return False
    if verb.dep == "conj" and verb.head.is_verb and not verb.child("nsubj"):
        return is_passive(verb.head) or verb.head.tag not in ("VBN", "VBD")
    return verb.dep in ("acl", "advcl", "amod", "relcl", "ROOT", "pcomp", "xcomp", "ccomp") and not verb.child("nsubj")


def subject(verb: Word, depth: int = 0) -> Word | None:
    """The word that the verb's action is told of: its own subject, or the one it shares with the verb it depends on."""
    own = verb.child(*SUBJECTS)
    if own is not None and own.lower not in ("there", "it") or depth > _TOO_DEEP:
        return _antecedent(own, verb) if own is not None else None
    if own is not None:
        return own
    above = verb.head
    if above is verb:
        return None
    if verb.dep in ("acl", "relcl", "amod"):
        return above
    if verb.dep in ("pcomp", "prep", "pobj") or above.pos == "ADP":
        return subject(above, depth + 1) if above.is_verb else _governor_subject(above, depth)
    if verb.dep in ("xcomp", "ccomp") and above.is_verb:
        controller = above.child("dobj", "dative")
        if verb.dep == "xcomp" and controller is not None:
            return controller
        return subject(above, depth + 1)
    if above.is_verb or above.pos == "ADJ":
        return subject(above, depth + 1)
    return None


def _governor_subject(word: Word, depth: int) -> Word | None:
    for above in word.ancestors():
        if above.is_verb or above.pos == "ADJ":
            return subject(above, depth + 1)
        if above.is_noun and above.dep not in ("pobj",):
            owner = above.child("poss")
            if owner is not None:
                return owner
    return None


def _antecedent(pronoun: Word, verb: Word) -> Word:
    """For "who" and "which", the noun that the relative clause belongs to."""
    if pronoun.lower in _RELATIVE:
        clause = verb
        while clause.dep == "conj" and clause.head is not clause:
            clause = clause.head
        if clause.dep in ("relcl", "acl", "ccomp") and clause.head.is_noun | (clause.head.pos in ("PRON", "NUM")):
            return clause.head
    return pronoun


def direct_object(verb: Word) -> Word | None:
    """The object of an active verb; for a coordinated verb without one, that of the last verb of the row."""
    own = verb.child("dobj", "dative")
    if own is not None:
        return _antecedent(own, verb) if own.lower in _RELATIVE else own
    for later in verb.children_by("conj"):
        if later.is_verb and later.tag == verb.tag and later.child("dobj") and not later.child(*SUBJECTS):
            return later.child("dobj")
    if verb.dep == "relcl" and verb.head.is_noun and verb.child("nsubj") and verb.child("nsubj").lower not in _RELATIVE:  # type: ignore[union-attr]
        return verb.head
    return None


def agent(verb: Word) -> Word | None:
    """Who a passive says it was done by."""
    for by in verb.children:
        if by.dep == "agent" or (by.dep == "prep" and by.lower == "by"):
            return by.child("pobj")
    return None


def complement(word: Word, *prepositions: str) -> Word | None:
    """The noun after one of these prepositions: "of Ales" -> "Ales"."""
    for preposition in word.children:
        if preposition.dep in ("prep", "agent") and preposition.lower in prepositions:
            found = preposition.child("pobj")
            if found is not None:
                return found
    return None


def row(word: Word) -> list[Word]:
    """The word and what is coordinated with it, in order: "Ales, Uladz and Zmitser"."""
    found = [word]
    for item in found:
        for child in item.children:
            if child.dep == "conj" and (child.is_noun or child.pos in ("NUM", "PRON", "X")):
                found.append(child)
            elif (
                child.dep == "appos"
                and item.entity
                and child.entity == item.entity
                and child.pos == "PROPN"
                and (item.child("conj") or child.child("conj"))
            ):
                found.append(child)
        if len(found) > _LONGEST_ROW:
            break
    if word.entity == "ORG" and len(found) == 1:
        found.extend(_row_inside_name(word))
    return found


def _row_inside_name(word: Word) -> list[Word]:
    """ "the Association of Journalists, PEN and the Committee": the parser hangs the rest of the row on the last word of the first name."""
    inner = complement(word, "of", "for")
    return row(inner)[1:] if inner is not None and inner.entity == "ORG" and inner.child("conj") else []


def phrase(word: Word, tree: Tree) -> tuple[int, int]:
    """The span of a noun phrase in the text: without relative clauses, appositions, what is coordinated, and outer marks."""
    low, high = word.index, word.index
    for child in word.children:
        if child.index < word.index:
            if child.entity == "DATE" and word.entity != "DATE":
                continue
            if child.dep not in (
                "preconj",
                "cc",
                "punct",
                "advcl",
                "meta",
                "dep",
                "intj",
                "prep",
                "ccomp",
                "parataxis",
                "nsubj",
                "mark",
                "advmod",
            ):
                low = min(low, child.first)
            elif child.dep == "advmod" and child.index >= word.index - 4:
                low = min(low, child.first)
        elif _belongs(child, tree):
            high = max(high, child.last) if child.dep != "prep" else max(high, _preposition_end(child, tree))
    while (
        low < word.index
        and tree.words[low].pos in ("PUNCT", "CCONJ", "SPACE")
        and tree.words[low].text not in ("(", '"')
    ):
        low += 1
    while high > word.index and (tree.words[high].pos == "PUNCT" or tree.words[high].lower == "'s"):
        high -= 1
    return tree.words[low].start, tree.words[high].end


def _belongs(child: Word, tree: Tree) -> bool:
    if child.dep in ("prep",):
        return child.lower in ("of", "for", "in", "from", "to", "on", "with", "against", "near", "at") and not _set_off(
            child, tree
        )
    return child.dep in ("nummod", "nmod", "compound", "amod", "flat", "quantmod", "npadvmod") and not _set_off(
        child, tree
    )


def _set_off(child: Word, tree: Tree) -> bool:
    before = tree.words[child.first - 1] if child.first else child
    return before.pos == "PUNCT" and before.text in (",", ";", ":", "(", "-", "–", "—")


def _preposition_end(preposition: Word, tree: Tree) -> int:
    """Where a prepositional phrase ends if its own relative clauses, and all after them, are left out."""
    end = preposition.index
    for word in tree.words[preposition.index : preposition.last + 1]:
        if word.dep in _CLAUSES and not (word.dep == "acl" and word.index == end + 1 and False):
            return min(end, word.first - 1) if word.first > preposition.index else end
        if word.pos == "PUNCT" and word.text in (",", ";", ":", "(", "-", "–", "—"):
            return end
        end = word.index
    return end


def clause_of(word: Word) -> Word:
    """The verb of the clause that the word stands in; the word itself where no verb stands above it."""
    if word.is_verb and word.dep not in ("aux", "auxpass", "amod"):
        return word
    for above in word.ancestors():
        if above.is_verb and above.dep not in ("aux", "auxpass", "amod"):
            return above
    return word


def inside_clause(verb: Word, tree: Tree) -> Iterator[Word]:
    """The words of a clause, without those of clauses with a subject of their own inside it."""
    skip_to = -1
    for word in tree.words[verb.first : verb.last + 1]:
        if word.index <= skip_to:
            continue
        yield word


def has_word(word: Word, *lowers: str) -> bool:
    """Whether one of its children is one of these words."""
    return any(child.lower in lowers for child in word.children)
