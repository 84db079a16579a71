"""Pronouns, roles and groups, taken to the names they stand for.

"He" is the person last told of, of the right pronoun; "they" and "the four" the group last told of, if it has that size;
"the ambassador" the one person whom the text calls so. What cannot be told with some certainty stays as it is written.
"""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Discourse, Party, is_subject
from atleast.statement.english.grammar import SUBJECTS, phrase, row
from atleast.statement.english.groups import (
    OF_A_GROUP,
    PLURAL,
    by_group,
    counted_together,
    size_of,
    stands_for_group,
    they,
)
from atleast.statement.english.lists import listed_after, row_of
from atleast.statement.english.named_beside import named_before, named_inside
from atleast.statement.english.names import Mention, Person
from atleast.statement.english.page import Passage
from atleast.statement.english.roles import note_role
from atleast.statement.english.tree import Word

_SINGULAR = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_OWN = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_THING = frozenset({"it", "its", "itself"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_SOME = frozenset({"those", "others", "everyone", "many", "several", "some", "all", "one", "none", "most"})


def parties(
    word: Word, passage: Passage, discourse: Discourse, *, speaker: Party | None = None, before: int | None = None
) -> tuple[Party, ...]:
    """Those whom a noun phrase names, with what is coordinated with it (before a word's index, where one is given).

    `speaker` is who says "I" there.
    """
    found: list[Party] = []
    if word.lower in _NOBODY or any(child.lower == "no" and word.lower == "one" for child in word.children):
        return ()
    last = counted_together(word)
    if last is not None and before is None:
        return (_as_one(word, last, passage, discourse),)
    for item in row(word):
        if before is None or item.index < before:
            found += parties_of_head(item, passage, discourse, speaker=speaker)
    if before is None:
        _add_listed(word, passage, discourse, found)
    if word.pos == "NUM" and size_of(word) == len(found) - 1 and all(party.person for party in found[1:]):
        del found[0]
    return tuple(dict.fromkeys(found))


def parties_of_head(
    word: Word, passage: Passage, discourse: Discourse, *, speaker: Party | None = None
) -> tuple[Party, ...]:
    """Those whom one noun phrase names, without what is coordinated with it."""
    mention = discourse.names.at(passage, word) or named_before(word, passage, discourse)
    if mention is not None:
        return (discourse.party(mention),)
    if word.pos in ("PRON", "DET") or word.lower in {*_SINGULAR, *PLURAL, *OF_A_GROUP}:
        return _by_pronoun(word, passage, discourse, speaker)
    found = named_inside(word, passage, discourse) or by_group(word, discourse) or _by_role(word, passage, discourse)
    if found:
        return found
    written = discourse.phrase(word, passage)
    return (written,) if written is not None else ()


def _add_listed(word: Word, passage: Passage, discourse: Discourse, found: list[Party]) -> None:
    """The names that a row written out in the text adds to those that the parser joined; all of them stand for their number."""
    mention = discourse.names.at(passage, word)
    if mention is not None:
        found += [discourse.party(one) for one in row_of(mention, passage, discourse.names)]
    elif word.tag in ("NNS", "NNPS", "CD"):
        listed = listed_after(word, passage, discourse.names)
        if size_of(word) == len(listed):
            found.clear()
        found += [discourse.party(one) for one in listed]


def _by_pronoun(word: Word, passage: Passage, discourse: Discourse, speaker: Party | None) -> tuple[Party, ...]:
    lower = word.lower
    if lower in _SINGULAR:
        person = _he_or_she(word, passage, discourse, speaker)
        if person is not None:
            return (Party(person.name, person),)
        somebody = discourse.somebody
        suits = somebody is not None and lexicons.values("kin").get(somebody.noun, _SINGULAR[lower]) == _SINGULAR[lower]
        return _unnamed_earlier(word, passage, discourse) or ((somebody,) if somebody is not None and suits else ())
    if lower in PLURAL:
        meant = they(word, passage, discourse)
        return meant if isinstance(meant, tuple) else parties(meant, passage, discourse)
    written = speaker if lower in _OWN else discourse.body if lower in _THING else None
    if lower in _SOME:
        identified = _identified(word)
        if identified is not None:
            return parties(identified, passage, discourse)
        if stands_for_group(word, discourse):
            return discourse.group
        written = discourse.phrase(word, passage)
    return (written,) if written is not None else ()


def _identified(word: Word) -> Word | None:
    """ "Those released are A and B", "A is among those released": who they are said to be."""
    verb = word.head.head if word.dep == "pobj" and word.head.lower == "among" else word.head
    if verb.lemma not in ("be", "include"):
        return None
    others = verb.children_by("attr", "nsubj", "dobj")
    return next((other for other in others if other is not word and other.is_noun), None)


def _he_or_she(word: Word, passage: Passage, discourse: Discourse, speaker: Party | None) -> Person | None:
    """The subject that the sentence leads up to, or has led off with; else the name before; else whom the text is about."""
    pronoun = _SINGULAR[word.lower]
    ahead = _subject_ahead(word, passage, discourse)
    if ahead is not None and ahead.pronoun in (None, pronoun):
        return ahead
    low = passage.tree.sentences[word.sentence][0]
    around = passage.quotation_at(word.start, word.end)
    before = [
        one
        for one in discourse.names.within(passage, low, word.index - 1)
        if around or not passage.quotation_at(one.start, one.end)
    ]
    barred = {mention.person for mention in before if _is_subject_of_same_verb(word, mention)}
    barred.update(
        one.person
        for one in discourse.names.within(passage, word.index + 1, passage.tree.sentences[word.sentence][1] - 1)
    )
    if speaker is not None and speaker.person is not None and around is not None:
        barred.add(speaker.person)
    earlier = [one for one in before if one.person.pronoun in (None, pronoun) and one.person not in barred]
    leading = [mention for mention in earlier if is_subject(passage, mention)]
    if earlier:
        return leading[0].person if leading else earlier[-1].person
    if discourse.somebody is not None and lexicons.values("kin").get(discourse.somebody.noun, pronoun) == pronoun:
        return None
    about = [discourse.person] if discourse.person is not None else []
    candidates = (person for person in (*about, *reversed(discourse.recent)) if person not in barred)
    return next((person for person in candidates if person.pronoun in (None, pronoun)), None)


def _subject_ahead(word: Word, passage: Passage, discourse: Discourse) -> Person | None:
    """ "Before his arrest, Korin published ...": the subject that a phrase at the head of the sentence leads up to."""
    for above in word.ancestors():
        subject = above.child(*SUBJECTS) if above.is_verb else None
        if subject is None:
            continue
        mention = discourse.names.at(passage, subject)
        return (
            mention.person if mention is not None and word.index < subject.index and word.index < above.index else None
        )
    return None


def _is_subject_of_same_verb(pronoun: Word, mention: Mention) -> bool:
    """ "Korin arrested him": the object of a verb is not its subject."""
    if pronoun.dep not in ("dobj", "pobj", "dative"):
        return False
    verb = pronoun.head if pronoun.head.is_verb else pronoun.head.head
    return any(mention.first <= word.index <= mention.last for word in verb.children_by(*SUBJECTS))


def _unnamed_earlier(word: Word, passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """ "A prisoner died after the guards refused him a doctor": the subject before, a person without a name."""
    low = passage.tree.sentences[word.sentence][0]
    for other in passage.tree.words[low : word.index]:
        somebody = other.dep in SUBJECTS and other.tag == "NN" and other.lemma in lexicons.values("people")
        if somebody and other.head is not word.head:
            return parties_of_head(other, passage, discourse)
    return ()


def _by_role(word: Word, passage: Passage, discourse: Discourse) -> tuple[Party, ...]:
    """ "The ambassador" is the one person whom the text calls so; "the activist" may be the one it is about."""
    definite = any(child.lower in ("the", "this") for child in word.children_by("det"))
    kind = lexicons.values("people").get(word.lemma)
    if word.tag not in ("NN", "NNP") or not definite or kind not in ("case", "role"):
        return ()
    called = discourse.names.called.get(word.lemma, [])
    if len(called) == 1:
        start, end = phrase(word, passage.tree)
        note_role(called[0], word.lemma, discourse.page.text[start:end], discourse.names)
        return (Party(called[0].name, called[0]),)
    if kind == "case" and len(discourse.affected) == 1 and word.child("prep") is None:
        return tuple(Party(person.name, person) for person in discourse.affected)
    return ()


def _as_one(word: Word, last: Word, passage: Passage, discourse: Discourse) -> Party:
    """A phrase up to its last noun: "34 men and boys"."""
    start, end = phrase(word, passage.tree)[0], phrase(last, passage.tree)[1]
    return Party(" ".join(discourse.page.text[start:end].split()), None, True, last.lemma)
