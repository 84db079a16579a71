"""Sayings by a verb: a clause or an object that a verb of saying governs, a quotation beside it, or what it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import agent, own_subject
from atleast.statement.english.page import Passage
from atleast.statement.english.quotations import Quotation
from atleast.statement.english.saying import Manner, Saying, can_speak, is_document, without_gaps
from atleast.statement.english.saying_content import content
from atleast.statement.english.saying_cue import Cue, is_used_to_say, quoted_as_saying
from atleast.statement.english.saying_needs import fits
from atleast.statement.english.tree import Word

_LONGEST_ASIDE = 10
_SPOKEN = frozenset({Manner.SAY, Manner.CLAIM, Manner.DENY, Manner.BELIEVE})
_DASHES = (",", "-", "–", "—")
_JOINS = frozenset({"and", "but", "or", "which", "who", "that", "while", "because", "although"})
_HANGING = ("acl", "relcl", "amod", "appos", "conj", "ccomp", "dep", "advcl")
_MARKED = (",", ":", ";", '"')
_UNSAID = {Manner.SAY: Manner.REFUSE, Manner.CLAIM: Manner.REFUSE, Manner.BELIEVE: Manner.DENY}
"""What becomes of a manner when it is negated: "did not say", "does not believe". The others say nothing then."""
_BELIEF = frozenset({Manner.FIND, Manner.VIEW})


def saying_by_verb(verb: Word, passage: Passage, quotations: Sequence[Quotation]) -> Saying | None:
    """The saying that a verb of `cues.toml` is the cue of, if it is used as one; `quotations` are its own."""
    if not is_used_to_say(verb):
        return None
    cue = Cue.of(verb, passage, quotations)
    return _as_said(cue) or _quoting(cue) or _inserted(cue) or _aside(cue) or _governing(cue)


def _governing(cue: Cue) -> Saying | None:
    for entry in lexicons.by_word("cues")[cue.verb.lemma]:
        if not fits(cue, entry):
            continue
        manner, speaker = Manner(entry.value), cue.speaker
        if cue.negated:
            unsaid = _unsaid(cue, manner)
            if unsaid is None:
                return None
            manner = unsaid
        if (cue.passive and speaker is None) or _is_rumour(cue.verb):
            if cue.verb.lemma not in lexicons.words("kinds", "rumour") or (cue.quotations and cue.clause is None):
                return None
            manner, speaker = Manner.RUMOUR, None
        elif not _may_be_said_by(speaker, manner, cue):
            return None
        said = () if manner is Manner.REFUSE else content(cue, speaker, manner)
        return Saying(cue.verb, manner, speaker, said, quoted=bool(cue.quotations))
    return None


def _unsaid(cue: Cue, manner: Manner) -> Manner | None:
    """What is said by what is not: who "does not believe" denies, who "did not say" keeps silent; the rest say nothing."""
    if cue.by_nobody or (manner is not Manner.BELIEVE and own_subject(cue.verb) is None and cue.verb.dep == "conj"):
        return None
    silent = cue.verb.lemma in lexicons.words("saying", "is declined") or cue.verb.lemma == "say"
    return _UNSAID.get(manner) if silent or manner is Manner.BELIEVE else None


def _is_rumour(verb: Word) -> bool:
    """ "Sums said to have been stolen": a participle that the parser takes for the past tense."""
    inner = verb.child("xcomp")
    if inner is None or not any(child.lower == "to" for child in inner.children) or verb.tag not in ("VBN", "VBD"):
        return False
    bare = own_subject(verb) is None and verb.dep in _HANGING
    return verb.lemma == "say" or (bare and verb.lemma in lexicons.words("kinds", "rumour"))


def _may_be_said_by(speaker: Word | None, manner: Manner, cue: Cue) -> bool:
    if speaker is not None and speaker.dep == "csubj":
        return False
    if manner in (Manner.REFUSE, Manner.DIRECT) and speaker is not None:
        return speaker.lemma not in lexicons.words("kinds", "cannot speak")
    if manner in _BELIEF:
        unclear = speaker is not None and speaker.pos == "PRON" and speaker.lower != "it"
        return speaker is not None and not (unclear and manner is Manner.FIND and cue.clause is None)
    return cue.verb.lemma != "accuse" or (speaker is not None and not cue.passive)


def _aside(cue: Cue) -> Saying | None:
    """ "..., Viasna said on Monday.": subject and verb behind a comma at the end of a sentence, however the parser hangs them."""
    verb, words = cue.verb, cue.passage.tree.words
    manner = Manner(lexicons.values("cues")[verb.lemma])
    who = own_subject(verb) or _name_before(verb, words)
    spoken = manner in _SPOKEN or (manner is Manner.FIND and who is not None and is_document(who))
    if not spoken or who is None or who.index > verb.index or cue.negated or not _stands_aside(cue):
        return None
    if verb.tag not in ("VBD", "VBZ", "VBP") or who.tag in ("WP", "WDT"):
        return None
    low, high = cue.passage.tree.sentences[verb.sentence]
    begins = min(who.first, who.index) if who.head is verb else _begin(who, words)
    if begins - low < 3 or high - verb.index > _LONGEST_ASIDE or words[begins - 1].text not in (",", '"', "'"):
        return None
    if any(
        (word.is_verb and word.dep != "acl")
        or (word.head is verb and (word.text in _MARKED or word.dep in ("dobj", "mark")))
        for word in words[verb.index + 1 : high]
    ):
        return None
    before = words[begins - 1]
    start, _ = cue.passage.sentence_span(verb)
    said = (start, before.start if before.text == "," else before.end)
    utterances = [(quotation.start, quotation.end) for quotation in cue.quotations]
    return Saying(verb, manner, who, (said, *utterances), quoted=bool(utterances))


def _begin(who: Word, words: Sequence[Word]) -> int:
    """Where a name begins that ends with a word."""
    first = who.index
    while first and words[first - 1].tag in ("NNP", "NNPS"):
        first -= 1
    return first


def _name_before(verb: Word, words: Sequence[Word]) -> Word | None:
    """The name between a comma and the verb, where the parser has lost its way before it."""
    first = _begin(verb, words)
    lost = first < verb.index and first > 0 and words[first - 1].text == "," and verb.dep == "conj"
    return words[verb.index - 1] if lost else None


def _end_of_insertion(verb: Word, behind: Sequence[Word]) -> Word | None:
    """The comma behind a verb, and behind whom it is said to or when: ", she told reporters on Monday,"."""
    objects = verb.lemma in lexicons.words("saying", "says to somebody")
    for word in behind[:_LONGEST_ASIDE]:
        if word.text in _DASHES:
            return word
        if word.is_verb or word.text in _MARKED or word.lower == "that" or (word.dep == "dobj" and not objects):
            return None
    return None


def _stands_aside(cue: Cue) -> bool:
    """Whether the verb says without an object or words in quotation marks beside it: "he said", not "he went"."""
    needs = [entry.needs for entry in lexicons.by_word("cues")[cue.verb.lemma]]
    return bool(cue.quotations) or any(need in ((), ("clause",)) for need in needs)


def _inserted(cue: Cue) -> Saying | None:
    """ "Korin, the league said, was ...", "and, diplomats said, agreed ...": subject and verb between two commas."""
    verb, words = cue.verb, cue.passage.tree.words
    manner, who = Manner(lexicons.values("cues")[verb.lemma]), own_subject(verb)
    low, high = cue.passage.tree.sentences[verb.sentence]
    if manner not in _SPOKEN or who is None or who.index > verb.index or cue.negated or who.tag in ("WP", "WDT"):
        return None
    if not _stands_aside(cue) or who.first <= low or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    before, after = words[who.first - 1], _end_of_insertion(verb, words[verb.index + 1 : high])
    if before.text not in _DASHES or after is None or cue.quotations or verb.child("ccomp") is not None:
        return None
    start, end = cue.passage.sentence_span(verb)
    joined = who.first - 2 >= low and words[who.first - 2].lower in _JOINS
    behind = (after.end, end)
    return Saying(verb, manner, who, without_gaps(behind) if joined else without_gaps((start, before.start), behind))


def _as_said(cue: Cue) -> Saying | None:
    """ "As Viasna notes, ...", "as reported by Viasna": the rest of the sentence is what is said."""
    verb = cue.verb
    if verb.dep not in ("advcl", "prep", "ccomp", "acl", "relcl") or not any(
        child.lower == "as" and child.index < verb.index for child in verb.children
    ):
        return None
    speaker = agent(verb) if cue.passive else own_subject(verb)
    if speaker is None or (verb.child("dobj") is not None and verb.lemma != "put"):
        return None
    words = cue.passage.tree.words
    low, high = cue.passage.sentence_span(verb)
    return Saying(verb, Manner.SAY, speaker, without_gaps((low, words[verb.first].start), (words[verb.last].end, high)))


def _quoting(cue: Cue) -> Saying | None:
    """ "The agency quoted him as saying that ...", "was quoted by the agency as saying": who quotes, around who is quoted."""
    said = quoted_as_saying(cue.verb)
    if said is None:
        return None
    speaker = (agent(cue.verb) or agent(said)) if cue.passive else cue.speaker
    if not can_speak(speaker):
        return None
    low, high = cue.passage.sentence_span(cue.verb)
    return Saying(cue.verb, Manner.SAY, speaker, without_gaps((low, cue.verb.start), (cue.verb.end, high)))
