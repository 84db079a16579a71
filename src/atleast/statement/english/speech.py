"""Who says which words: verbs of saying, "according to", quotations and who speaks them.

A saying has a cue, a speaker and the stretches of text that are its content. Found by dependency: a clause that a verb of
saying governs, on either side of it; a quotation in the sentence; a paragraph that goes on quoting. After Pareti (2015),
whose attribution is a cue, a source and a content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, complement, has_word, is_passive, subject
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.tree import Word


class Manner(StrEnum):
    """How something is said."""

    SAY = "say"
    CLAIM = "claim"
    BELIEVE = "believe"
    DIRECT = "direct"
    JUDGE = "judge"
    FIND = "find"
    DENY = "deny"
    VIEW = "view"
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
    negated: bool = False
    quoted: bool = False
    """Whether the content is a quotation."""

    def covers(self, start: int, end: int) -> bool:
        """Whether `[start:end]` is part of what is said."""
        return any(low <= start and end <= high for low, high in self.content)

    @property
    def width(self) -> int:
        """Characters of content, to tell outer from inner sayings."""
        return sum(high - low for low, high in self.content)


_SPOKEN = frozenset({Manner.SAY, Manner.CLAIM, Manner.DENY, Manner.BELIEVE})
_CLAUSES = ("ccomp", "parataxis")
_LONGEST_ASIDE = 10
_CARE = frozenset(
    {
        "care",
        "treatment",
        "access",
        "medication",
        "medicine",
        "entry",
        "visit",
        "bail",
        "request",
        "assistance",
        "help",
        "contact",
        "right",
        "lawyer",
        "correspondence",
    }
)
_RUMOURED = frozenset({"say", "report", "allege", "believe", "claim", "rumour", "rumor", "think", "suspect", "know"})
_DENIABLE = frozenset(
    {
        "claim",
        "allegation",
        "accusation",
        "report",
        "criticism",
        "suggestion",
        "charge",
        "finding",
        "any",
        "responsibility",
        "involvement",
        "wrongdoing",
    }
)
_SOURCES = ("according", "citing", "quoting")
_VIEWS = ("view", "regard")
_FINITE = ("VBN", "VBD", "VBZ", "VBP")


def sayings(passage: Passage) -> list[Saying]:
    """The sayings of a paragraph, in order of their cues."""
    cues, views = lexicons.by_word("cues"), lexicons.values("views")
    found: list[Saying] = []
    for word in passage.tree.words:
        if word.lower in _SOURCES:
            found.extend(_by_source(word, passage))
        elif word.lemma in cues and (
            word.pos == "VERB" or word.tag in _FINITE or (word.lemma in _VIEWS and word.child("dobj") is not None)
        ):
            found.extend(_by_verb(word, passage))
        elif word.is_noun and (word.lemma in _CLAIMING_NOUNS or word.lemma in views):
            found.extend(_by_noun(word, passage))
        elif (
            word.lower in views and word.dep in ("acomp", "conj", "ROOT") or (word.lower in views and word.tag == "VBN")
        ):
            found.extend(_by_adjective(word, passage))
        elif word.text == ":" and word.index:
            found.extend(_by_colon(word, passage))
    return found


_CLAIMING_NOUNS = {
    "claim": Manner.CLAIM, "allegation": Manner.CLAIM, "accusation": Manner.CLAIM, "statement": Manner.SAY, "belief": Manner.BELIEVE,
    "opinion": Manner.BELIEVE, "view": Manner.BELIEVE, "finding": Manner.FIND, "conclusion": Manner.FIND, "warning": Manner.SAY,
    "announcement": Manner.SAY, "account": Manner.SAY, "word": Manner.SAY, "assessment": Manner.BELIEVE,
}  # fmt: skip


def _by_verb(verb: Word, passage: Passage) -> Iterator[Saying]:
    if verb.dep == "amod" or (verb.tag == "VBG" and verb.dep in ("pobj", "compound")):
        return
    if verb.dep in ("advcl", "acl") and has_word(verb, "to"):
        return
    aside = _aside(verb, passage)
    if aside is not None and lexicons.values("cues")[verb.lemma] in _SPOKEN:
        yield Saying(
            verb, Manner(lexicons.values("cues")[verb.lemma]), verb.child("nsubj"), aside, quoted=_quotes(verb, passage)
        )
        return
    outside = [quote for quote in _near_quotations(verb, passage) if not quote.holds(verb.start, verb.end)]
    clause = _said_clause(verb)
    passive = is_passive(verb)
    as_said = _as_said(verb, passage, passive=passive)
    if as_said is not None:
        yield as_said
        return
    for entry in lexicons.by_word("cues")[verb.lemma]:
        manner = Manner(entry.value)
        if not _fits(verb, manner, entry.needs, clause, outside, passage):
            continue
        speaker = _speaker(verb, passive=passive)
        if passive and speaker is None:
            if verb.lemma not in _RUMOURED or outside and clause is None:
                return
            manner = Manner.RUMOUR
        elif manner in (Manner.FIND, Manner.VIEW) and (
            speaker is None or manner is Manner.FIND and speaker.pos == "PRON"
        ):
            return
        if manner in (Manner.CLAIM,) and verb.lemma == "accuse" and (passive or speaker is None):
            return
        content = _content(verb, clause, speaker, outside, passage, manner)
        negated = any(child.dep == "neg" for child in verb.children)
        yield Saying(verb, manner, speaker, content, negated, quoted=bool(outside))
        return


def _as_said(verb: Word, passage: Passage, *, passive: bool) -> Saying | None:
    """ "As Viasna notes, ...", "as reported by Viasna": the rest of the sentence is what is said."""
    if verb.dep not in ("advcl", "prep", "ccomp", "acl") or not any(
        child.lower == "as" and child.index < verb.index for child in verb.children
    ):
        return None
    speaker = agent(verb) if passive else verb.child("nsubj")
    if speaker is None or verb.child("dobj") is not None and verb.lemma != "put":
        return None
    words = passage.tree.words
    low, high = passage.sentence_span(verb)
    spans = ((low, words[verb.first].start), (words[verb.last].end, high))
    return Saying(verb, Manner.SAY, speaker, tuple(span for span in spans if span[1] - span[0] > 2))


def _aside(verb: Word, passage: Passage) -> tuple[tuple[int, int], ...] | None:
    """ "..., Viasna said on Monday.": subject and verb behind a comma at the end of a sentence, however the parser hangs them."""
    words = passage.tree.words
    who = verb.child("nsubj")
    if (
        who is None
        or who.index > verb.index
        or verb.tag not in ("VBD", "VBZ", "VBP")
        or who.lower in ("who", "which", "that")
    ):
        return None
    low, high = passage.tree.sentences[verb.sentence]
    before = words[who.first - 1] if who.first > low else None
    if (
        before is None
        or before.text not in (",", '"', "'")
        or who.first - low < 3
        or high - verb.index > _LONGEST_ASIDE
    ):
        return None
    rest = words[verb.index + 1 : high]
    if any(
        word.is_verb or word.text in (",", ":", ";", '"') or word.dep in ("dobj", "ccomp", "mark")
        for word in rest
        if word.head is verb or word.is_verb
    ):
        return None
    start, _ = passage.sentence_span(verb)
    return (
        (start, before.start if before.text == "," else before.end),
        *((quote.start, quote.end) for quote in _outside(verb, passage)),
    )


def _outside(verb: Word, passage: Passage) -> list[Quotation]:
    return [
        quote
        for quote in _near_quotations(verb, passage)
        if not quote.holds(verb.start, verb.end) and quote.is_utterance
    ]


def _quotes(verb: Word, passage: Passage) -> bool:
    return bool(_outside(verb, passage))


def _fits(
    verb: Word,
    manner: Manner,
    needs: Sequence[str],
    clause: Word | None,
    outside: Sequence[Quotation],
    passage: Passage,
) -> bool:
    spoken = any(quote.is_utterance for quote in outside)
    if "clause" in needs:
        return clause is not None
    if "quote" in needs:
        return spoken or (
            clause is not None and clause.dep != "xcomp" and verb.lemma not in ("begin", "go", "continue", "point")
        )
    if "object" in needs:
        return verb.child("dobj") is not None and not is_passive(verb) and _speaks(subject(verb))
    if "figures" in needs:
        return verb.child("dobj") is not None and not is_passive(verb) and _knows(subject(verb))
    if "of" in needs:
        return (
            any(
                child.dep in ("prep", "prt") and child.lower in ("of", "about", "against", "to", "out", "for")
                for child in verb.children
            )
            and not is_passive(verb)
            and _speaks(subject(verb))
        )
    if "as" in needs:
        return (
            any(child.dep == "prep" and child.lower == "as" for child in verb.children)
            and verb.child("dobj") is not None
        )
    if manner is Manner.DIRECT:
        return (
            clause is not None
            or verb.child("xcomp", "dobj", "npadvmod") is not None
            or bool(complement(verb, "for", "on", "against", "to", "upon"))
            or spoken
        )
    if manner is Manner.JUDGE:
        if verb.lemma in ("call", "describe", "label", "brand", "dub", "characterize", "characterise"):
            return (
                verb.child("oprd", "xcomp") is not None
                or (any(child.lower == "as" for child in verb.children_by("prep")) and verb.child("dobj") is not None)
                or len(verb.children_by("ccomp")) > 0
                and verb.lemma != "call"
            )
        return verb.child("dobj", "ccomp", "prep", "nsubjpass") is not None
    if manner is Manner.DENY:
        thing = verb.child("dobj", "xcomp")
        return clause is not None or (
            thing is not None
            and (
                verb.lemma == "deny"
                and not verb.child("dative")
                and thing.lemma not in _CARE
                or thing.lemma in _DENIABLE
            )
        )
    if clause is not None or spoken:
        return True
    if is_passive(verb) and verb.lemma in ("confirm", "report", "announce") and agent(verb) is not None:
        return True
    return verb.lemma in ("say", "tell", "report", "announce", "write", "claim") and verb.dep not in (
        "acl",
        "amod",
        "compound",
        "xcomp",
    )


def _speaks(speaker: Word | None) -> bool:
    """Whether a subject may say something: not a thing, not an expletive."""
    if speaker is None:
        return False
    if speaker.pos == "PRON":
        return speaker.lower in ("he", "she", "they", "we", "i", "who")
    return (
        speaker.pos == "PROPN"
        or speaker.lemma in lexicons.values("people")
        or speaker.lemma in lexicons.words("authorities")
        or speaker.lemma in lexicons.words("bodies")
        or speaker.lemma in lexicons.words("documents")
        or speaker.lemma in ("delegation", "mission", "state", "country", "coalition", "statement")
    )


def _knows(speaker: Word | None) -> bool:
    """Whether a subject may hold facts: a document, or a body by name or noun."""
    if speaker is None or speaker.entity == "PERSON" or speaker.pos == "PRON":
        return False
    return (
        speaker.lemma in lexicons.words("documents")
        or speaker.lemma in lexicons.words("bodies")
        or lexicons.values("people").get(speaker.lemma) == "role"
        or (speaker.pos == "PROPN" and speaker.entity in ("ORG", ""))
        or speaker.lemma in ("researcher", "activist", "defender", "mission", "monitor", "expert")
    )


def _said_clause(verb: Word) -> Word | None:
    for child in verb.children:
        if child.dep in _CLAUSES and (child.is_verb or child.pos in ("ADJ", "NOUN", "PROPN")):
            return child
        if child.dep == "dep" and child.is_verb:
            return child
        if (
            child.dep == "advcl"
            and child.index < verb.index
            and child.is_verb
            and child.child("nsubj", "nsubjpass")
            and not child.child("mark", "advmod")
        ):
            return child
    if (
        verb.dep in ("parataxis", "ccomp", "dep", "conj")
        and verb.head.is_verb
        and verb.head is not verb
        and _is_aside(verb)
    ):
        return verb.head
    return None


def _is_aside(verb: Word) -> bool:
    """ "A, Viasna said, is held": the verb of saying hangs on what is said."""
    return verb.dep in ("parataxis",) or (
        verb.dep in ("ccomp", "dep")
        and not verb.child("mark")
        and verb.last == verb.index
        and verb.child("nsubj") is not None
    )


def _speaker(verb: Word, *, passive: bool) -> Word | None:
    if passive:
        return agent(verb)
    found = subject(verb)
    if found is not None and found.lower in ("it", "there") and verb.child("auxpass"):
        return None
    return found


def _near_quotations(verb: Word, passage: Passage) -> list[Quotation]:
    low, high = passage.sentence_span(verb)
    return [quote for quote in passage.quotations if quote.start < high + 2 and low - 2 < quote.end]


def _content(
    verb: Word,
    clause: Word | None,
    speaker: Word | None,
    outside: Sequence[Quotation],
    passage: Passage,
    manner: Manner,
) -> tuple[tuple[int, int], ...]:
    words = passage.tree.words
    low, high = passage.sentence_span(verb)
    found: list[tuple[int, int]] = []
    if clause is not None and clause.head is verb:
        found.extend(_without_cue(words[clause.first].start, words[clause.last].end, verb, speaker, passage))
        if clause.index < verb.index:
            found.append(
                (
                    low,
                    min(
                        verb.start,
                        words[speaker.first].start
                        if speaker is not None and speaker.index < verb.index
                        else verb.start,
                    ),
                )
            )
    elif clause is not None:
        found.extend(_without_cue(low, high, verb, speaker, passage))
    elif manner in (Manner.SAY, Manner.CLAIM) and not outside and verb.last == verb.index:
        found.append((low, verb.start))
    else:
        found.extend(
            (words[child.first].start, words[child.last].end)
            for child in verb.children
            if child.dep in ("dobj", "xcomp", "oprd", "ccomp", "advcl", "nsubjpass")
            and child is not speaker
            and (child.index > verb.index or child.dep == "nsubjpass")
            or child.dep in ("prep", "dative")
            and child.lower in ("for", "against", "on", "about", "of", "to", "as", "with", "over", "that")
        )
    found.extend((quote.start, quote.end) for quote in outside if quote.is_utterance or manner not in _SPOKEN)
    if verb.index + 1 < len(words) and any(word.text == ":" for word in words[verb.index + 1 : verb.index + 2]):
        found.append((words[verb.index + 1].end, high))
    return tuple(span for span in found if span[0] < span[1])


def _without_cue(start: int, end: int, verb: Word, speaker: Word | None, passage: Passage) -> list[tuple[int, int]]:
    """A stretch without the cue and its speaker, where these stand inside it."""
    words = passage.tree.words
    hole_low, hole_high = verb.start, verb.end
    if speaker is not None and abs(speaker.index - verb.index) < 40 and speaker.head is verb:
        hole_low = min(hole_low, words[speaker.first].start)
        hole_high = max(hole_high, words[speaker.last].end)
    if hole_high <= start or end <= hole_low:
        return [(start, end)]
    return [(start, hole_low), (hole_high, end)]


def _by_source(word: Word, passage: Passage) -> Iterator[Saying]:
    """ "According to the report, ...", "..., citing the ministry"."""
    if word.lower == "according":
        to = next((child for child in word.children if child.lower == "to"), None)
        source = to.child("pobj") if to is not None else word.child("pobj")
    else:
        source = word.child("dobj", "pobj")
    if source is None:
        return
    low, high = passage.sentence_span(word)
    start, end = word.start, passage.tree.words[source.last].end
    yield Saying(word, Manner.SAY, source, tuple(span for span in ((low, start), (end, high)) if span[0] < span[1]))


def _by_noun(noun: Word, passage: Passage) -> Iterator[Saying]:
    """ "The family's claim that ...", "the findings were that ...", "In its account ..."."""
    clause = next(
        (
            child
            for child in (
                *noun.children,
                *(noun.head.children if noun.dep == "nsubj" and noun.head.lemma == "be" else ()),
            )
            if child.dep in ("acl", "ccomp", "relcl", "attr")
            and child.is_verb
            and any(mark.lower == "that" and mark.dep == "mark" for mark in child.children)
        ),
        None,
    )
    speaker = noun.child("poss") or complement(noun, "by", "of", "from")
    words = passage.tree.words
    if clause is not None and noun.lemma in _CLAIMING_NOUNS:
        yield Saying(
            noun, _CLAIMING_NOUNS[noun.lemma], speaker or noun, ((words[clause.first].start, words[clause.last].end),)
        )
    elif (
        noun.lemma in lexicons.words("views", "noun")
        and noun.dep == "pobj"
        and noun.head.lower in ("in", "by", "from", "on")
        and speaker is not None
    ):
        low, high = passage.sentence_span(noun)
        spans = ((low, noun.head.start), (words[noun.last].end, high))
        yield Saying(noun, Manner.SAY, speaker, tuple(span for span in spans if span[1] - span[0] > 2))


def _by_adjective(word: Word, passage: Passage) -> Iterator[Saying]:
    """ "The envoy is concerned that ...", "... was alarmed by the trials"."""
    speaker = subject(word) if word.is_verb else word.head.child("nsubj") if word.head.is_verb else word.child("nsubj")
    said = word.child("ccomp", "prep", "xcomp", "agent")
    if said is None or not _speaks(speaker):
        return
    words = passage.tree.words
    yield Saying(word, Manner.BELIEVE, speaker, ((words[said.first].start, words[said.last].end),))


def _by_colon(colon: Word, passage: Passage) -> Iterator[Saying]:
    """'Vasil Korin: "We were beaten."'"""
    words = passage.tree.words
    before = words[colon.index - 1]
    following = next(
        (quote for quote in passage.quotations if 0 <= quote.start - colon.end <= 2 and quote.is_utterance), None
    )
    if following is None or before.pos != "PROPN" or passage.tree.sentences[before.sentence][0] < before.first - 6:
        return
    yield Saying(colon, Manner.SAY, before, ((following.start, following.end),), quoted=True)
