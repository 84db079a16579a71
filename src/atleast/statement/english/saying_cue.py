"""A verb that may be a cue, with what stands around it: the clause that is said, quotations, who says it, negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, has_word, is_passive, own_subject, subject
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.tree import Word

_CLAUSES = ("ccomp", "parataxis")
_LONGEST_NAME = 8
_NEGATIVE = frozenset({"never", "neither", "nor", "hardly", "scarcely"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that may be a cue."""

    verb: Word
    passage: Passage
    clause: Word | None
    """The verb of the clause that is said."""
    quotations: Sequence[Quotation]
    """The utterances that are its own."""
    passive: bool

    @classmethod
    def of(cls, verb: Word, passage: Passage, quotations: Sequence[Quotation]) -> Cue:
        """The cue that a verb may be."""
        active = _heads_its_sentence(verb) or verb.child("nsubj") is not None
        passive = _is_called(verb) or (is_passive(verb) and not active)
        return cls(verb, passage, _said_clause(verb) or _clause_behind_noun(verb), quotations, passive)

    @property
    def speaker(self) -> Word | None:
        """Who says it: the subject, by whom it is said, or who is "quoted as saying" it."""
        quoting = self.verb.head.head if self.verb.dep == "pcomp" else self.verb
        if quoting is not self.verb and quoted_as_saying(quoting) is self.verb:
            return subject(quoting) if is_passive(quoting) else quoting.child("dobj")
        if self.passive:
            by = agent(self.verb)
            return None if by is not None and by.lemma in lexicons.words("saying", "is a means") else by
        if self.verb.is_noun:
            return self.verb.child("nsubj", "compound")
        if own_subject(self.verb) is not None:
            return _maker_or(subject(self.verb))
        return _behind(self) or _maker_or(_shared_subject(self.verb))

    @property
    def negated(self) -> bool:
        """Whether it is not said."""
        return any(child.dep == "neg" or child.lower in _NEGATIVE for child in self.verb.children) or self.by_nobody

    @property
    def by_nobody(self) -> bool:
        """Whether nobody says it."""
        who = self.verb.child("nsubj")
        return who is not None and (who.lower in _NOBODY or has_word(who, "no", "neither"))

    def has_preposition(self, *prepositions: str) -> bool:
        """Whether one of these hangs on it."""
        return any(child.dep in ("prep", "prt") and child.lower in prepositions for child in self.verb.children)


def _shared_subject(verb: Word) -> Word | None:
    """The subject that a verb without its own shares; what the parser joins to a noun or to "according to" has the sentence's."""
    if verb.dep == "conj" and verb.head.is_noun:
        return None
    if verb.dep == "conj" and verb.head.lower == "according":
        return next((subject(above) for above in verb.head.ancestors() if above.is_verb), None)
    return subject(verb)


def _holds_words(noun: Word) -> bool:
    return noun.lemma in lexicons.words("documents") or noun.lemma in lexicons.words("claims")


def _maker_or(speaker: Word | None) -> Word | None:
    """ "Issued a statement saying ...": whoever issued it; a document by itself where the text does not say who."""
    made = speaker is not None and speaker.dep == "dobj" and _holds_words(speaker)
    who = subject(speaker.head) if made and speaker.head.lemma in lexicons.words("saying", "makes a document") else None  # type: ignore[union-attr]
    return who if who is not None else speaker


def _behind(cue: Cue) -> Word | None:
    """'"...," said his friend Ionela Pascuta, her jacket soaked.': who stands behind the verb."""
    if not cue.quotations or cue.quotations[0].start > cue.verb.start:
        return None
    words, first = cue.passage.tree.words, cue.verb.index + 1
    nouns = [
        word
        for word in words[first : first + _LONGEST_NAME]
        if word.first == first and (word.is_noun or word.pos == "PRON")
    ]
    return max(nouns, key=lambda word: word.last - word.first, default=None)


def is_used_to_say(verb: Word) -> bool:
    """Whether a verb in this place says that something is said: no wish, no duty, no condition, nothing one is made to say."""
    if verb.dep == "amod" or (verb.tag == "VBG" and verb.dep in ("pobj", "compound")):
        return False
    if verb.dep == "pcomp" and verb.tag == "VBG" and verb.head.lower in lexicons.words("saying", "unsaid after"):
        return False
    if has_word(verb, "if", "unless", "whether") or _is_mere_wish(verb):
        return False
    first = verb
    while first.dep == "conj" and first.head.is_verb and first.head is not first:
        first = first.head
    infinitive = has_word(verb, "to")
    if verb.tag == "VB" and verb.dep == "ROOT" and not infinitive and verb.child("nsubj", "aux", "csubj") is None:
        return False
    if infinitive and verb.dep in ("advcl", "acl", "relcl"):
        return False
    to_an_end = first.dep == "xcomp" and first.head.child("dobj") is not None
    made_to = to_an_end or (
        first.dep in ("xcomp", "ccomp") and first.head.lemma in lexicons.words("saying", "makes somebody say")
    )
    return not (infinitive and made_to)


def _is_mere_wish(verb: Word) -> bool:
    """ "Should say", "might say"; but "will say" is a promise, and "would not say" a refusal."""
    modals = {child.lower for child in verb.children} & lexicons.words("unreal", "modal") - {"will"}
    return bool(modals) and not (modals == {"would"} and verb.child("neg") is not None)


def quoted_as_saying(verb: Word) -> Word | None:
    """Of "was quoted as saying", "cited him as saying": "saying"."""
    if verb.lemma not in lexicons.words("saying", "quotes"):
        return None
    for child in verb.children:
        said = child.child("pcomp") if child.lower == "as" else None
        if said is not None and said.lemma in lexicons.words("cues"):
            return said
    return None


def _is_called(verb: Word) -> bool:
    """ "A department called one of the main bodies of repression": nobody says so."""
    bare = own_subject(verb) is None and verb.child("dobj", "dative", "ccomp") is None and verb.tag in ("VBN", "VBD")
    names = verb.lemma in lexicons.words("kinds", "calls it something") and verb.child("oprd", "attr") is not None
    return bare and names and verb.dep != "relcl"


def _heads_its_sentence(verb: Word) -> bool:
    """ "The envoy noted with concern that ...": a verb that the parser takes for a participle of the sentence's only noun."""
    above = verb.head
    alone = verb.dep == "acl" and above.dep == "ROOT" and above.is_noun and verb.child("agent") is None
    return alone and verb.last > verb.index and verb.lower.endswith("ed")


def _clause_behind_noun(verb: Word) -> Word | None:
    """ "Noted with concern that ...", "told the press that ...", where the parser hangs the clause on the noun before it."""
    for child in verb.children:
        noun = child.child("pobj") if child.dep == "prep" else child if child.dep in ("dobj", "dative") else None
        clause = noun.child("acl", "ccomp", "relcl") if noun is not None and child.index > verb.index else None
        if clause is not None and any(mark.lower == "that" and mark.dep == "mark" for mark in clause.children):
            return clause
    return None


def _said_clause(verb: Word) -> Word | None:
    for child in verb.children:
        if _is_apart(child, verb):
            continue
        if (
            child.dep in _CLAUSES
            and (child.is_verb or child.is_noun or child.pos == "ADJ")
            and not _is_inserted(child, verb)
        ):
            return child
        if child.dep == "dep" and child.is_verb:
            return child
        if child.dep == "advcl" and child.index < verb.index and child.is_verb and _is_sentence(child):
            return child
    above = verb.head
    hangs = verb.dep == "parataxis" or (verb.dep in ("ccomp", "dep") and verb.last == verb.index and _is_sentence(verb))
    return above if hangs and above.is_verb and above is not verb else None


def _is_apart(clause: Word, verb: Word) -> bool:
    """Whether a semicolon stands between a clause and a verb behind it: two sentences in one."""
    marks = [child for child in verb.children if child.text == ";"]
    return any(clause.index < mark.index < verb.index for mark in marks)


def _is_inserted(clause: Word, verb: Word) -> bool:
    """ "And, diplomats said, agreed": a cue of its own; "recorded 40 arrests - they are listed below": another sentence."""
    if clause.dep != "parataxis":
        return False
    own_cue = clause.index < verb.index and clause.lemma in lexicons.words("cues")
    return own_cue or (clause.index > verb.index and verb.child("dobj") is not None)


def _is_sentence(verb: Word) -> bool:
    """Whether a clause could stand alone: a subject, and nothing that subordinates it."""
    subordinated = verb.child("mark", "advmod") is not None or has_word(verb, "that")
    return verb.child("nsubj", "nsubjpass") is not None and not subordinated
