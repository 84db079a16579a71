"""Several persons at once: "they", "the four", "both", "all nine", taken to those whom the text told of together."""

from __future__ import annotations

from atleast.statement.english import lexicons
from atleast.statement.english.discourse import Discourse, Party
from atleast.statement.english.grammar import SUBJECTS
from atleast.statement.english.page import Passage
from atleast.statement.english.tree import Word

PLURAL = frozenset({"they", "them", "their", "themselves", "both"})
OF_A_GROUP = frozenset({"all", "most", "many", "some"})
_DEFINITE = frozenset({"the", "all", "both", "these", "those"})
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("both two pair duo couple", "three trio", "four quartet", "five", "six", "seven", "eight", "nine", "ten"), 2
    )
    for word in words.split()
}
_PLURAL_NOUNS = ("NNS", "NNPS", "CD")


def they(word: Word, passage: Passage, discourse: Discourse) -> Word | tuple[Party, ...]:
    """Whom a plural pronoun means: a plural subject before it in its sentence, a row of names, or the group told of last."""
    low = passage.tree.sentences[word.sentence][0]
    if word.lower != "both":
        for other in reversed(passage.tree.words[low : word.index]):
            if other.dep in SUBJECTS and other.head is not word.head and _is_people(other):
                return other
    row = next(
        (
            together
            for mention in discourse.names.within(passage, low, word.index - 1)
            if (together := discourse.row_of_names(passage, mention))
        ),
        (),
    )
    return row or discourse.group


def stands_for_group(word: Word, discourse: Discourse) -> bool:
    """ "All were fined": the group; "most were sent abroad": a group that is not told by name."""
    if word.lower not in OF_A_GROUP or word.child("prep") is not None or not discourse.group:
        return False
    return word.lower == "all" or all(party.person is None for party in discourse.group)


def by_group(word: Word, discourse: Discourse) -> tuple[Party, ...]:
    """ "The four", "all three", "the defendants"."""
    case = lexicons.values("people").get(word.lemma) == "case" and word.tag in ("NNS", "NNPS")
    size = _NUMBERS.get(word.lower) or (size_of(word) if case else None)
    definite = word.lower == "both" or any(child.lower in _DEFINITE for child in word.children_by("det", "predet"))
    if not definite or not (size or case) or any(_narrows(child, word) for child in word.children):
        return ()
    if len(discourse.group) > 1 and size in (None, len(discourse.group)):
        return discourse.group
    if len(discourse.affected) > 1 and size in (None, len(discourse.affected)):
        return tuple(Party(person.name, person) for person in discourse.affected)
    return ()


def size_of(noun: Word) -> int | None:
    """How many a noun phrase says they are, in a word or in figures."""
    number = noun if noun.pos == "NUM" else noun.child("nummod")
    if number is None:
        return None
    in_figures = number.text.isascii() and number.text.isdigit() and len(number.text) <= 3
    return int(number.text) if in_figures else _NUMBERS.get(number.lower)


def counted_together(word: Word) -> Word | None:
    """The last noun of "34 men and boys", "journalists and activists": one phrase, where each has no word of its own."""
    last = word.child("conj")
    if last is None or last.child("conj") is not None or last.tag != "NNS" or word.tag != "NNS":
        return None
    own = last.child("det", "nummod", "poss", "amod", "relcl", "prep", "acl", "compound")
    return last if own is None and last.index - word.index == 2 else None


def _is_people(word: Word) -> bool:
    """Whether a subject is several people who do not act for a State."""
    if word.tag not in _PLURAL_NOUNS or word.entity in ("DATE", "MONEY", "PERCENT", "TIME"):
        return False
    people = word.lemma in lexicons.values("people") or word.pos == "NUM"
    return people and word.lemma not in lexicons.words("authorities") and word.lemma not in _OBSERVERS


def _narrows(child: Word, noun: Word) -> bool:
    """ "The four who were tried" are others; "the four, who were tried," are the same."""
    return child.dep in ("acl", "prep") or (child.dep == "relcl" and child.first == noun.index + 1)


_OBSERVERS = frozenset(
    {
        "expert",
        "observer",
        "monitor",
        "journalist",
        "lawyer",
        "defender",
        "witness",
        "relative",
        "diplomat",
        "researcher",
    }
)
"""Who tells of others as "they" at least as often as of themselves."""
