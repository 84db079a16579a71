"""Rows of names as they are written, whatever the parser makes of them: "A, B, the lawyer C and D"; "seven people: A, B, ..."."""

from __future__ import annotations

from collections.abc import Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.grammar import SUBJECTS
from atleast.statement.english.names import Mention, Names
from atleast.statement.english.page import Passage
from atleast.statement.english.tree import Word

_JOINING = frozenset({",", "and", "&", ";", "as", "well", "(", ")"})
_MOST_BETWEEN = 8
_OPENING = (":", "-", "–", "—")
_AMONG = frozenset({"including", "among", "like", "namely"})


def row_of(mention: Mention, passage: Passage, names: Names) -> list[Mention]:
    """The name, and the names that follow it in one row; those before it, where the row opens the sentence."""
    found = [mention]
    for before in reversed(names.mentions[passage.number]):
        if before.last < found[0].first and _joined_before(before, found[0], passage):
            found.insert(0, before)
    for following in names.mentions[passage.number]:
        if following.first <= found[-1].last:
            continue
        if not _joined(found[-1], following, passage):
            break
        found.append(following)
    return found


def listed_after(noun: Word, passage: Passage, names: Names) -> list[Mention]:
    """The names that a list behind a noun phrase gives: "seven people: A, B and C", "18 prisoners, among them the editor A"."""
    words = passage.tree.words
    _, high = passage.tree.sentences[noun.sentence]
    for word in words[noun.index + 1 : high]:
        opens = (
            word.text in _OPENING
            or word.lower in _AMONG
            or (word.lower == "such" and words[min(word.index + 1, high - 1)].lower == "as")
        )
        if opens:
            first = next(iter(names.within(passage, word.index + 1, min(word.index + _MOST_BETWEEN, high - 1))), None)
            if first is None or any(
                between.is_verb for between in words[word.index + 1 : first.first] if word.lower != "including"
            ):
                return []
            return row_of(first, passage, names)
        if word.lower in ("who", "which", "that") or word.text == ";":
            return []
    return []


def _joined_before(before: Mention, after: Mention, passage: Passage) -> bool:
    """ "Engineer A, poet B and nurse C got six years": a row at the head of a sentence whose last name is the subject."""
    words = passage.tree.words
    low = passage.tree.sentences[words[before.first].sentence][0]
    verbless = not any(word.is_verb for word in words[low : after.first])
    return verbless and _are_joined(words[before.last + 1 : after.first], words, before, after)


def _joined(before: Mention, after: Mention, passage: Passage) -> bool:
    words = passage.tree.words
    between = words[before.last + 1 : after.first]
    if _is_other_subject(after, words) and not _is_other_subject(before, words):
        return False
    if words[min(after.last + 1, len(words) - 1)].lower == "'s":
        return False
    return _are_joined(between, words, before, after)


def _are_joined(between: Sequence[Word], words: Sequence[Word], before: Mention, after: Mention) -> bool:
    """Whether only commas, "and", nouns for people and ages stand between two names of one sentence."""
    if not between or len(between) > _MOST_BETWEEN or words[before.first].sentence != words[after.first].sentence:
        return False
    if between[0].lower not in _JOINING or between[0].text == "(":
        return False
    people = lexicons.values("people")
    return all(
        word.lower in _JOINING
        or word.lower in ("the", "a", "an", "former", "his", "her")
        or word.pos == "ADJ"
        or (word.is_noun and (word.lemma in people or word.dep == "compound"))
        for word in between
    ) or _age_only(between)


def _age_only(between: Sequence[Word]) -> bool:
    """ "A, 34, B, 27 and C (30)"."""
    return all(word.lower in _JOINING or word.pos == "NUM" for word in between)


def _is_other_subject(mention: Mention, words: Sequence[Word]) -> bool:
    return any(word.dep in SUBJECTS for word in words[mention.first : mention.last + 1])
