"""Who a speaker is: by name, as the text names them before or behind a noun, or as the text calls them."""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import SUBJECTS, complement, phrase, row
from atleast.statement.english.names import Mention
from atleast.statement.english.page import Passage
from atleast.statement.english.references import parties_of_head
from atleast.statement.english.saying import knows_facts
from atleast.statement.english.tree import Word

_FARTHEST_NAME = 20
_AGED = frozenset({"old", "year-old"})
_BOTH = 2
_PLURAL = frozenset({"they", "them"})


def speakers(speaker: Word, passage: Passage, discourse: Discourse, *, own: Party | None = None) -> tuple[Party, ...]:
    """The speaker, and those named in the same breath: "Viasna and PEN said". `own` is who says "I" there, if known."""
    if own is None:
        quoted = passage.quotation_at(speaker.start, speaker.end) is not None
        own = discourse.speaker if quoted else discourse.me
    first = _named_beside(speaker, passage, discourse) or _of_head(speaker, passage, discourse, own)
    others = [
        party
        for item in row(speaker)[1:]
        if item.pos == "PROPN"
        for party in parties_of_head(item, passage, discourse, speaker=own)
    ]
    return tuple(dict.fromkeys([*first, *others]))


def _of_head(speaker: Word, passage: Passage, discourse: Discourse, own: Party | None) -> tuple[Party, ...]:
    known = _by_pronoun(speaker, discourse)
    if known:
        return known
    if speaker.lower == "it":
        speaker = _body_before(speaker, passage) or speaker
    found = parties_of_head(speaker, passage, discourse, speaker=own)
    if speaker.lower in _PLURAL and len(found) == 1 and found[0].person is not None:
        return ()
    if len(found) != 1 or found[0].person is not None or speaker.pos == "PRON":
        return found
    return (_by_noun(speaker, found[0], passage, discourse),)


def _by_pronoun(speaker: Word, discourse: Discourse) -> tuple[Party, ...]:
    """Whom "both", "they" and "the 34-year-old" mean where they speak: the only two, who spoke last, whom the text is about."""
    if speaker.lower == "both" and len(discourse.group) != _BOTH and len(discourse.affected) == _BOTH:
        return tuple(Party(person.name, person) for person in discourse.affected)
    if speaker.lower in _PLURAL and discourse.speaker is not None and discourse.speaker.plural:
        return (discourse.speaker,)
    if speaker.lower in _AGED and discourse.person is not None:
        return (Party(discourse.person.name, discourse.person),)
    return ()


def _by_noun(speaker: Word, written: Party, passage: Passage, discourse: Discourse) -> Party:
    """A noun that names nobody: a document with whose it is, somebody's lawyer by name, a body by its full name."""
    named = _by_kin_or_trade(speaker, passage, discourse)
    if named is not None:
        return named
    if speaker.lemma in lexicons.words("documents"):
        return _with_maker(speaker, written, passage, discourse)
    return discourse.in_full(written, speaker)


def _by_kin_or_trade(speaker: Word, passage: Passage, discourse: Discourse) -> Party | None:
    """ "Her lawyer", where the text calls one person so who is neither "she" nor somebody whom events befell."""
    whose = speaker.child("poss")
    called = discourse.names.called.get(speaker.lemma, [])
    if whose is None or len(called) != 1 or called[0] in discourse.affected:
        return None
    owners = parties_of_head(whose, passage, discourse)
    is_owner = not owners or any(party.person is called[0] for party in owners)
    return None if is_owner else Party(called[0].name, called[0])


def _body_before(it: Word, passage: Passage) -> Word | None:
    """ "The league published a statement in which it condemned ...": the first subject of the sentence that can speak."""
    low = passage.tree.sentences[it.sentence][0]
    for word in passage.tree.words[low : it.index]:
        if word.dep in SUBJECTS and word.is_noun:
            return word if word.tag in ("NN", "NNP") and knows_facts(word) else None
    return None


def _named_beside(speaker: Word, passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """ "The opposition movement Altceva", "a spokesman for the ministry, Ihar Dub,", "Ihar Dub, the man who said"."""
    if discourse.names.at(passage, speaker) is not None or not speaker.is_noun:
        return ()
    for child in speaker.children_by("appos"):
        if child.pos == "PROPN" and child.first == speaker.index + 1 and discourse.names.at(passage, child) is None:
            return (_as_written(child, passage, discourse),)
    if speaker.dep == "appos" and speaker.head.pos == "PROPN" and speaker.index > speaker.head.index:
        return parties_of_head(speaker.head, passage, discourse)
    if speaker.tag != "NN" or speaker.lemma not in lexicons.values("people"):
        return ()
    mention = _between_commas(speaker, passage, discourse)
    if mention is not None:
        return (discourse.party(mention),)
    return tuple(
        _as_written(child, passage, discourse) for child in speaker.children_by("appos") if _is_full_name(child)
    )[:1]


def _as_written(name: Word, passage: Passage, discourse: Discourse) -> Party:
    start, end = phrase(name, passage.tree)
    return Party(" ".join(discourse.page.text[start:end].split()))


def _is_full_name(word: Word) -> bool:
    """Whether a word ends a name of two words or more."""
    return word.pos == "PROPN" and any(child.dep == "compound" and child.pos == "PROPN" for child in word.children)


def _between_commas(speaker: Word, passage: Passage, discourse: Discourse) -> Mention | None:
    """The name that stands behind a noun between commas, before any verb."""
    words = passage.tree.words
    high = passage.tree.sentences[speaker.sentence][1]
    for mention in discourse.names.within(passage, speaker.index + 1, min(speaker.index + _FARTHEST_NAME, high - 1)):
        if words[mention.first - 1].text != ",":
            continue
        if any(word.is_verb or word.text in (";", ":") for word in words[speaker.index + 1 : mention.first]):
            return None
        following = words[mention.last + 1] if mention.last + 1 < high else None
        return mention if following is None or following.is_verb or following.text in (",", ".", '"', "(") else None
    return None


def _with_maker(document: Word, written: Party, passage: Passage, discourse: Discourse) -> Party:
    """ "A report" of "a report by the league": with whose it is."""
    by = complement(document, "by")
    if by is None:
        return written
    start, _ = phrase(document, passage.tree)
    _, end = phrase(by, passage.tree)
    return Party(" ".join(discourse.page.text[start:end].split()), None, written.plural, written.noun)
