"""Sayings without a verb of saying: "according to", "the claim that", "in the view of", "is concerned that", a colon."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, complement, subject
from atleast.statement.english.page import Passage
from atleast.statement.english.saying import Manner, Saying, can_speak, without_gaps
from atleast.statement.english.tree import Word

_FARTHEST_COLON = 6
_MOST_BEFORE_COLON = 8


def by_source(word: Word, passage: Passage) -> Saying | None:
    """ "According to the report, ...", "..., citing the ministry"."""
    to = next((child for child in word.children if child.lower == "to"), None)
    source = to.child("pobj") if to is not None else word.child("dobj", "pobj")
    if source is None or source.lemma in lexicons.words("saying", "is followed, not cited"):
        return None
    low, high = passage.sentence_span(word)
    rest = without_gaps((low, word.start), (passage.tree.words[source.last].end, high))
    return Saying(word, Manner.SAY, source, rest)


def by_noun(noun: Word, passage: Passage) -> Saying | None:
    """ "The family's claim that ...", "the findings were that ...", "in the view of the league ..."."""
    clause = _that_clause(noun)
    manner = lexicons.values("claims").get(noun.lemma)
    if clause is not None and manner is not None:
        words = passage.tree.words
        said = (words[clause.first].start, words[clause.last].end)
        return _claim(noun, Manner(manner), said)
    return _by_view(noun, passage)


def _claim(noun: Word, manner: Manner, said: tuple[int, int]) -> Saying | None:
    """What a noun with a that-clause says: whoever made it, or a document by itself; a claim of nobody is a rumour."""
    verb = noun.head.head
    if noun.dep == "pobj" and noun.head.lower in ("in", "with") and verb.lemma in lexicons.words("cues"):
        return None
    who = maker(noun)
    if who is None and noun.lemma in lexicons.words("documents"):
        who = noun
    if who is None:
        return Saying(noun, Manner.RUMOUR, None, (said,)) if manner is Manner.CLAIM else None
    return Saying(noun, manner, who, (said,))


def _by_view(noun: Word, passage: Passage) -> Saying | None:
    prepositions = [
        before
        for entry in lexicons.by_word("views").get(noun.lemma, ())
        if entry.value == "noun"
        for before in lexicons.options(entry, "after")
    ]
    speaker = noun.child("poss") or complement(noun, "by", "of", "from")
    if noun.dep != "pobj" or noun.head.lower not in prepositions or speaker is None:
        return None
    low, high = passage.sentence_span(noun)
    rest = without_gaps((low, noun.head.start), (passage.tree.words[noun.last].end, high))
    return Saying(noun, Manner.SAY, speaker, rest)


def maker(document: Word) -> Word | None:
    """Whose words a noun for words is: "the league's claim", "a report by the league", "the league issued a statement"."""
    own = document.child("poss") or complement(document, "by", "of", "from")
    if own is not None:
        return own if can_speak(own) else None
    for child in document.children:
        if child.dep == "acl" and child.tag == "VBN" and agent(child) is not None:
            return agent(child)
    verb = document.head
    makes = document.dep == "dobj" and verb.lemma in lexicons.words("saying", "makes a document")
    who = subject(verb) if makes else None
    return who if can_speak(who) else None


def by_carrier(verb: Word, passage: Passage) -> Saying | None:
    """ "In remarks carried by the state agency, the minister said ...": who carries them, around who says them."""
    carried = verb.head.lemma in lexicons.words("saying", "is carried")
    carrier = agent(verb)
    if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or not carried or carrier is None:
        return None
    low, high = passage.sentence_span(verb)
    rest = without_gaps((low, verb.start), (passage.tree.words[verb.last].end, high))
    return Saying(verb, Manner.SAY, carrier, rest)


def by_adjective(word: Word, passage: Passage) -> Saying | None:
    """ "The envoy is concerned that ...", "... was alarmed by the trials"."""
    speaker = subject(word) if word.is_verb else word.head.child("nsubj")
    said = word.child("ccomp", "prep", "xcomp", "agent")
    if said is None or not can_speak(speaker):
        return None
    words = passage.tree.words
    return Saying(word, Manner.BELIEVE, speaker, ((words[said.first].start, words[said.last].end),))


def by_colon(colon: Word, passage: Passage) -> Saying | None:
    """'Vasil Korin: "We were beaten."', 'Vasil Korin (lawyer): "We were beaten."'."""
    following = next(
        (quote for quote in passage.quotations if 0 <= quote.start - colon.end <= 2 and quote.is_utterance), None
    )
    low = passage.tree.sentences[colon.sentence][0]
    if following is None or colon.index - low > _MOST_BEFORE_COLON:
        return None
    named = _before_brackets(passage.tree.words[low : colon.index])
    if named is None or named.pos != "PROPN" or named.first - low > _FARTHEST_COLON:
        return None
    return Saying(colon, Manner.SAY, named, ((following.start, following.end),), quoted=True)


def _before_brackets(words: Sequence[Word]) -> Word | None:
    """The last word, or the last before what stands in brackets at the end."""
    if words and words[-1].text == ")":
        opened = next((at for at, word in enumerate(words) if word.text == "("), 0)
        words = words[:opened]
    return words[-1] if words else None


def _that_clause(noun: Word) -> Word | None:
    beside: Sequence[Word] = noun.head.children if noun.dep == "nsubj" and noun.head.lemma == "be" else ()
    inside = [part for child in noun.children if child.dep == "acl" for part in child.children]
    for child in (*noun.children, *beside, *inside):
        if (
            child.dep in ("acl", "ccomp", "relcl", "attr", "advcl")
            and child.is_verb
            and any(mark.lower == "that" and mark.dep == "mark" for mark in child.children)
        ):
            return child
    return None
