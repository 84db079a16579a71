"""Which stretches of the text a verb gives to its speaker: the clause, the object, what is quoted, what stands after a colon."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.saying import Manner
from atleast.statement.english.saying_cue import Cue
from atleast.statement.english.tree import Word

_FARTHEST_SPEAKER = 40
_GAP = 20
"""A comma and a blank, or "yesterday"."""
_ABOUT = frozenset({"for", "against", "on", "about", "of", "to", "as", "with", "over", "that", "at", "upon"})
_ARGUMENTS = ("dobj", "xcomp", "oprd", "ccomp", "advcl", "nsubjpass")


def content(cue: Cue, speaker: Word | None, manner: Manner) -> tuple[tuple[int, int], ...]:
    """The stretches of the stored text that are said, in no certain order; they may overlap."""
    verb, clause, words = cue.verb, cue.clause, cue.passage.tree.words
    low, high = cue.passage.sentence_span(verb)
    found: list[tuple[int, int]] = []
    if clause is verb.head and manner in (Manner.JUDGE, Manner.DIRECT, Manner.VIEW):
        clause = None
    if clause is not None and clause is not verb.head:
        start = words[_beginning_of(clause, manner)].start
        found.extend(_around_cue(start, words[clause.last].end, cue, speaker))
        if clause.index < verb.index:
            found.append((low, _beginning(cue, speaker)))
    elif clause is not None:
        found.extend(_around_cue(low, high, cue, speaker))
    elif manner in (Manner.SAY, Manner.CLAIM) and not cue.quotations and verb.last == verb.index:
        found.append((low, verb.start))
    else:
        found.extend(_governed(cue, speaker))
    found.extend((quotation.start, quotation.end) for quotation in cue.quotations)
    if verb.index + 1 < len(words) and words[verb.index + 1].text == ":":
        found.append((words[verb.index + 1].end, high))
    return tuple(span for span in found if span[0] < span[1])


def _beginning_of(clause: Word, manner: Manner) -> int:
    """Where a clause begins; "urged the States not to ...", behind those who are urged."""
    addressed = clause.child("nsubj") if manner is Manner.DIRECT and clause.child("aux") is not None else None
    infinitive = any(child.lower == "to" for child in clause.children)
    return addressed.last + 1 if addressed is not None and infinitive else clause.first


def _governed(cue: Cue, speaker: Word | None) -> Sequence[tuple[int, int]]:
    """What a verb governs, and what it is said about, joined where it stands together; of "told AP of beatings" not "AP"."""
    words = cue.passage.tree.words
    found: list[tuple[int, int]] = []
    for child in _said_things(cue, speaker):
        start, end = words[child.first].start, words[child.last].end
        joined = found.pop() if found and start - found[-1][1] <= _GAP else (start, end)
        found.append((joined[0], end))
    return found


def _said_things(cue: Cue, speaker: Word | None) -> Sequence[Word]:
    found = []
    for child in cue.verb.children:
        after = child.index > cue.verb.index or child.dep == "nsubjpass"
        if child.dep == "nsubjpass" and cue.verb.lemma in lexicons.words("saying", "says to somebody"):
            continue
        argument = (child.dep in _ARGUMENTS and child is not speaker and after) or _is_term_asked_for(child, cue)
        if argument or (child.dep in ("prep", "dative") and child.lower in _ABOUT):
            found.append(child)
    lemma = cue.verb.lemma
    addressing = lemma in lexicons.words("saying", "says to somebody") or lemma in lexicons.words(
        "saying", "addresses its object"
    )
    addressed = found[0] if addressing and len(found) > 1 else None
    return found[1:] if addressed is not None and addressed.dep in ("dobj", "dative") and _follows(found[1]) else found


def _follows(child: Word) -> bool:
    """Whether it says what the addressee is told or asked to do, and not only since when or with whom."""
    return child.dep in ("xcomp", "ccomp", "advcl", "dobj") or child.lower in ("of", "about", "for", "against", "to")


def _is_term_asked_for(child: Word, cue: Cue) -> bool:
    """ "Demanded eight years"."""
    return child.dep == "npadvmod" and _may_direct(cue.verb) and cue.verb.child("dobj") is None


def _may_direct(verb: Word) -> bool:
    return any(entry.value == Manner.DIRECT for entry in lexicons.by_word("cues")[verb.lemma])


def _beginning(cue: Cue, speaker: Word | None) -> int:
    """Where the cue begins, or its speaker before it."""
    if speaker is None or speaker.index > cue.verb.index:
        return cue.verb.start
    return min(cue.verb.start, cue.passage.tree.words[speaker.first].start)


def _around_cue(start: int, end: int, cue: Cue, speaker: Word | None) -> list[tuple[int, int]]:
    """A stretch without the cue and its speaker, where these stand inside it."""
    verb, words = cue.verb, cue.passage.tree.words
    low, high = verb.start, verb.end
    if speaker is not None and speaker.head is verb and abs(speaker.index - verb.index) < _FARTHEST_SPEAKER:
        low = min(low, words[speaker.first].start)
        high = max(high, words[speaker.last].end)
    return [(start, end)] if high <= start or end <= low else [(start, low), (high, end)]
