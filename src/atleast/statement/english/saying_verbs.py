"""Sayings by a verb: a clause or an object that a verb of saying governs, a quotation beside it, or what it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, complement, has_word, is_passive, own_subject, subject
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.saying import Manner, Saying, can_speak, knows_facts, without_gaps
from atleast.statement.english.tree import Word

_CLAUSES = ("ccomp", "parataxis")
_LONGEST_ASIDE = 10
_FARTHEST_SPEAKER = 40
_SPOKEN = frozenset({Manner.SAY, Manner.CLAIM, Manner.DENY, Manner.BELIEVE})
_BORROWING = frozenset({Manner.DIRECT, Manner.JUDGE, Manner.FIND})
"""Manners whose content may be a few borrowed words."""
_MARKED = (",", ":", ";", '"')


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb that may be a cue, with what stands around it."""

    verb: Word
    passage: Passage
    clause: Word | None
    """The verb of the clause that is said."""
    quotations: Sequence[Quotation]
    """Those in and beside its sentence, apart from one that it stands in itself."""
    passive: bool

    @property
    def spoken(self) -> bool:
        """Whether somebody's words are quoted beside it."""
        return any(quotation.is_utterance for quotation in self.quotations)

    def has_preposition(self, *prepositions: str) -> bool:
        """Whether one of these hangs on it."""
        return any(child.dep in ("prep", "prt") and child.lower in prepositions for child in self.verb.children)


def saying_by_verb(verb: Word, passage: Passage) -> Saying | None:
    """The saying that a verb of `cues.toml` is the cue of, if it is used as one."""
    if verb.dep == "amod" or (verb.tag == "VBG" and verb.dep in ("pobj", "compound")):
        return None
    if (verb.dep in ("advcl", "acl") and has_word(verb, "to")) or has_word(
        verb, *lexicons.words("unreal", "modal") - {"will"}
    ):
        return None
    cue = _Cue(verb, passage, _said_clause(verb), _quotations(verb, passage), is_passive(verb))
    return _aside(cue) or _as_said(cue) or _governing(cue)


def _governing(cue: _Cue) -> Saying | None:
    for entry in lexicons.by_word("cues")[cue.verb.lemma]:
        manner = Manner(entry.value)
        if not (all(_NEEDS[need](cue) for need in entry.needs) if entry.needs else _FITS.get(manner, _says)(cue)):
            continue
        speaker = agent(cue.verb) if cue.passive else subject(cue.verb)
        if cue.passive and speaker is None:
            if cue.verb.lemma not in lexicons.words("kinds", "rumour") or (cue.quotations and cue.clause is None):
                return None
            manner = Manner.RUMOUR
        if not _may_be_said_by(speaker, manner, cue):
            return None
        return Saying(cue.verb, manner, speaker, _content(cue, speaker, manner), quoted=bool(cue.quotations))
    return None


def _may_be_said_by(speaker: Word | None, manner: Manner, cue: _Cue) -> bool:
    if manner in (Manner.FIND, Manner.VIEW):
        return speaker is not None and not (manner is Manner.FIND and speaker.pos == "PRON")
    return cue.verb.lemma != "accuse" or (speaker is not None and not cue.passive)


def _says(cue: _Cue) -> bool:
    if cue.clause is not None or cue.spoken:
        return True
    if cue.passive and agent(cue.verb) is not None:
        return cue.verb.lemma in ("confirm", "report", "announce")
    return cue.verb.lemma in lexicons.words("kinds", "says anything") and cue.verb.dep not in (
        "acl",
        "compound",
        "xcomp",
    )


def _directs(cue: _Cue) -> bool:
    verb = cue.verb
    if verb.lemma == "call":
        return complement(verb, "for", "on", "upon") is not None and verb.child("oprd") is None
    governs = (
        verb.child("xcomp", "dobj", "npadvmod") is not None
        or complement(verb, "for", "on", "against", "to", "upon") is not None
    )
    return cue.clause is not None or governs or cue.spoken


def _judges(cue: _Cue) -> bool:
    verb = cue.verb
    if verb.lemma not in lexicons.words("kinds", "calls it something"):
        return verb.child("dobj", "ccomp", "prep", "nsubjpass") is not None
    named = verb.child("oprd", "xcomp") is not None or (verb.child("ccomp") is not None and verb.lemma != "call")
    return named or _as_something(cue)


def _denies(cue: _Cue) -> bool:
    thing = cue.verb.child("dobj", "xcomp")
    if cue.clause is not None or thing is None:
        return cue.clause is not None
    somebody = thing.tag == "PRP" or thing.entity == "PERSON" or len(cue.verb.children_by("dobj")) > 1
    refused = (
        somebody or cue.verb.child("dative") is not None or thing.lemma in lexicons.words("kinds", "can be refused")
    )
    return thing.lemma in lexicons.words("kinds", "can be denied") or (cue.verb.lemma == "deny" and not refused)


def _has_number(cue: _Cue) -> bool:
    if cue.verb.child("dobj") is None:
        return False
    words = cue.passage.tree.words[cue.verb.index : cue.verb.last + 1]
    return any(word.pos == "NUM" and word.entity != "DATE" for word in words)


def _as_something(cue: _Cue) -> bool:
    return cue.has_preposition("as") and cue.verb.child("dobj") is not None


_FITS: Mapping[Manner, Callable[[_Cue], bool]] = {Manner.DIRECT: _directs, Manner.JUDGE: _judges, Manner.DENY: _denies}
_NEEDS: Mapping[str, Callable[[_Cue], bool]] = {
    "clause": lambda cue: cue.clause is not None,
    "quote": lambda cue: cue.spoken,
    "object": lambda cue: cue.verb.child("dobj") is not None and not cue.passive and can_speak(subject(cue.verb)),
    "figures": lambda cue: cue.verb.child("dobj") is not None and not cue.passive and knows_facts(subject(cue.verb)),
    "number": lambda cue: _has_number(cue) and not cue.passive and knows_facts(subject(cue.verb)),
    "of": lambda cue: (
        cue.has_preposition("of", "about", "against", "to", "out", "for")
        and not cue.passive
        and can_speak(subject(cue.verb))
    ),
    "as": _as_something,
}


def _said_clause(verb: Word) -> Word | None:
    for child in verb.children:
        if child.dep in _CLAUSES and (child.is_verb or child.is_noun or child.pos == "ADJ"):
            return child
        if child.dep == "dep" and child.is_verb:
            return child
        if child.dep == "advcl" and child.index < verb.index and child.is_verb and _is_sentence(child):
            return child
    above = verb.head
    hangs = verb.dep == "parataxis" or (verb.dep in ("ccomp", "dep") and verb.last == verb.index and _is_sentence(verb))
    return above if hangs and above.is_verb and above is not verb else None


def _is_sentence(verb: Word) -> bool:
    """Whether a clause could stand alone: a subject, and nothing that subordinates it."""
    return verb.child("nsubj", "nsubjpass") is not None and verb.child("mark", "advmod") is None


def _quotations(verb: Word, passage: Passage) -> Sequence[Quotation]:
    low, high = passage.sentence_span(verb)
    if passage.quotation_at(verb.start, verb.end) is not None:
        return []
    near = [quotation for quotation in passage.quotations if quotation.start < high + 2 and low - 2 < quotation.end]
    return [quotation for quotation in near if not quotation.holds(verb.start, verb.end)]


def _aside(cue: _Cue) -> Saying | None:
    """ "..., Viasna said on Monday.": subject and verb behind a comma at the end of a sentence, however the parser hangs them."""
    verb, words = cue.verb, cue.passage.tree.words
    manner = Manner(lexicons.values("cues")[verb.lemma])
    who = own_subject(verb)
    if (
        manner not in _SPOKEN
        or who is None
        or who.index > verb.index
        or verb.tag not in ("VBD", "VBZ", "VBP")
        or who.tag in ("WP", "WDT")
    ):
        return None
    low, high = cue.passage.tree.sentences[verb.sentence]
    if who.first - low < 3 or high - verb.index > _LONGEST_ASIDE or words[who.first - 1].text not in (",", '"', "'"):
        return None
    if any(
        word.is_verb or (word.head is verb and (word.text in _MARKED or word.dep in ("dobj", "mark")))
        for word in words[verb.index + 1 : high]
    ):
        return None
    before = words[who.first - 1]
    start, _ = cue.passage.sentence_span(verb)
    said = (start, before.start if before.text == "," else before.end)
    utterances = [(quotation.start, quotation.end) for quotation in cue.quotations if quotation.is_utterance]
    return Saying(verb, manner, who, (said, *utterances), quoted=bool(utterances))


def _as_said(cue: _Cue) -> Saying | None:
    """ "As Viasna notes, ...", "as reported by Viasna": the rest of the sentence is what is said."""
    verb = cue.verb
    if verb.dep not in ("advcl", "prep", "ccomp", "acl") or not any(
        child.lower == "as" and child.index < verb.index for child in verb.children
    ):
        return None
    speaker = agent(verb) if cue.passive else verb.child("nsubj")
    if speaker is None or (verb.child("dobj") is not None and verb.lemma != "put"):
        return None
    words = cue.passage.tree.words
    low, high = cue.passage.sentence_span(verb)
    return Saying(verb, Manner.SAY, speaker, without_gaps((low, words[verb.first].start), (words[verb.last].end, high)))


def _content(cue: _Cue, speaker: Word | None, manner: Manner) -> tuple[tuple[int, int], ...]:
    verb, clause, words = cue.verb, cue.clause, cue.passage.tree.words
    low, high = cue.passage.sentence_span(verb)
    found: list[tuple[int, int]] = []
    if clause is not None and clause.head is verb:
        found.extend(_around_cue(words[clause.first].start, words[clause.last].end, cue, speaker))
        if clause.index < verb.index:
            found.append((low, _beginning(cue, speaker)))
    elif clause is not None:
        found.extend(_around_cue(low, high, cue, speaker))
    elif manner in (Manner.SAY, Manner.CLAIM) and not cue.quotations and verb.last == verb.index:
        found.append((low, verb.start))
    else:
        found.extend(_governed(cue, speaker))
    found.extend((quote.start, quote.end) for quote in cue.quotations if quote.is_utterance or manner in _BORROWING)
    if verb.index + 1 < len(words) and words[verb.index + 1].text == ":":
        found.append((words[verb.index + 1].end, high))
    return tuple(span for span in found if span[0] < span[1])


def _governed(cue: _Cue, speaker: Word | None) -> Sequence[tuple[int, int]]:
    words = cue.passage.tree.words
    found: list[tuple[int, int]] = []
    for child in cue.verb.children:
        after = child.index > cue.verb.index or child.dep == "nsubjpass"
        argument = (
            child.dep in ("dobj", "xcomp", "oprd", "ccomp", "advcl", "nsubjpass") and child is not speaker and after
        )
        about = child.dep in ("prep", "dative") and child.lower in _ABOUT
        if argument or about:
            start, end = words[child.first].start, words[child.last].end
            joined = found.pop() if found and start - found[-1][1] <= 1 else (start, end)
            found.append((joined[0], end))
    return found


_ABOUT = frozenset({"for", "against", "on", "about", "of", "to", "as", "with", "over", "that"})


def _beginning(cue: _Cue, speaker: Word | None) -> int:
    """Where the cue begins, or its speaker before it."""
    before = speaker is not None and speaker.index < cue.verb.index
    return (
        min(cue.verb.start, cue.passage.tree.words[speaker.first].start)
        if before and speaker is not None
        else cue.verb.start
    )


def _around_cue(start: int, end: int, cue: _Cue, speaker: Word | None) -> list[tuple[int, int]]:
    """A stretch without the cue and its speaker, where these stand inside it."""
    verb, words = cue.verb, cue.passage.tree.words
    low, high = verb.start, verb.end
    if speaker is not None and speaker.head is verb and abs(speaker.index - verb.index) < _FARTHEST_SPEAKER:
        low = min(low, words[speaker.first].start)
        high = max(high, words[speaker.last].end)
    return [(start, end)] if high <= start or end <= low else [(start, low), (high, end)]
