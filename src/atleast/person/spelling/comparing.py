"""Two names: how like they are, whether they may be one person's, and why, in words.

The words of the shorter name are matched one to one to those of the longer, in whatever order; the worst match weighs as much
as the mean of all, since a family name that agrees says little where the given names do not. Measured by `python -m bench
persons`; the method is told in docs/explanation/names.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import permutations

from atleast.person.spelling.distance import exchanges, likeness, words_for
from atleast.person.spelling.words import Name, Word, beginnings, name_of

MAY_BE = 0.85
"""The score from which two names may be one person's."""
DIFFERENT_BELOW = 0.7
"""The score under which they are two people's names; in between nobody can tell."""
NO_PATRONYMIC = "no patronymic on both sides tells namesakes apart"
"""The reason that says what is missing, as against those that say what is there."""

_MEMORY = 1 << 20
_EQUIVALENT = 0.97
_INFLECTED = 0.02
_INITIAL = 0.8
_OTHER_GIVEN_NAME, _NEAR_GIVEN_NAME = 0.4, 0.72
_SAME_FATHER, _OTHER_FATHER = 0.76, 0.6
_MOST_WORDS = 5


class Verdict(StrEnum):
    """What two names say about the people who bear them. A name alone proves nobody to be anybody."""

    SAME = "same"
    """One name in all its parts, patronymic included."""
    MAY_BE_SAME = "may_be_same"
    """One name as far as both give it; a namesake is not excluded."""
    CANNOT_TELL = "cannot_tell"
    """What both give agrees, and is too little: one word, an initial, a doubtful spelling."""
    DIFFERENT = "different"
    """Two names."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are, 0 to 1; what follows; and why, in words, what tells most first."""

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


def compare(a: str, b: str) -> Likeness:
    """Compare two names as they are written. The order of the two does not matter."""
    first, second = name_of(a), name_of(b)
    score, pairs = _score(first, second)
    verdict = _verdict(score, first, second, pairs)
    return Likeness(round(score, 4), verdict, tuple(_reasons(first, second, pairs, verdict)))


def score(a: str, b: str) -> float:
    """The score alone, for many pairs: what `compare` gives, without the reasons."""
    return round(_score(name_of(a), name_of(b))[0], 4)


_Pairs = Sequence[tuple[Word, Word]]


def _score(first: Name, second: Name) -> tuple[float, _Pairs]:
    if not first.words or not second.words:
        return 0.0, ()
    mine, theirs, swapped = first.words, second.words, len(first.words) > len(second.words)
    if swapped:
        mine, theirs = theirs, mine
    matched = _best(mine, theirs)
    values = [_match(x, y) for x, y in matched]
    score = 0.5 * min(values) + 0.5 * sum(values) / len(values)
    if len(values) == 1 and (len(theirs) > 1 or first.patronymic or second.patronymic):
        score *= 0.8
    fathers = _fathers(first, second)
    if fathers is not None and fathers < _SAME_FATHER:
        score = min(score, 0.55 if fathers < _OTHER_FATHER else 0.8)
    return score, [(y, x) for x, y in matched] if swapped else matched


def _best(mine: Sequence[Word], theirs: Sequence[Word]) -> _Pairs:
    """The matching of the words of the shorter name with the highest sum."""
    if len(theirs) == 2 and len(mine) == 2:
        return _best_of_two(mine, theirs)
    if len(theirs) > _MOST_WORDS:
        return _one_by_one(mine, theirs)
    ways = permutations(theirs, len(mine))
    return list(zip(mine, max(ways, key=lambda way: sum(map(_match, mine, way))), strict=True))


def _best_of_two(mine: Sequence[Word], theirs: Sequence[Word]) -> _Pairs:
    """The same for two words each. Where one word stands in its place in both, no other order is better."""
    first, second = _match(mine[0], theirs[0]), _match(mine[1], theirs[1])
    straight = list(zip(mine, theirs, strict=True))
    if max(first, second) == 1.0:
        return straight
    crossed = _match(mine[0], theirs[1]) + _match(mine[1], theirs[0])
    return straight if first + second >= crossed else [(mine[0], theirs[1]), (mine[1], theirs[0])]


def _one_by_one(mine: Sequence[Word], theirs: Sequence[Word]) -> _Pairs:
    """A matching of long names: each word in turn takes the best that is left."""
    left = list(theirs)
    pairs = []
    for word in mine:
        best = max(left, key=lambda other: _match(word, other))
        left.remove(best)
        pairs.append((word, best))
    return pairs


@lru_cache(_MEMORY)
def _match(x: Word, y: Word) -> float:
    """How like two words are, as parts of a name."""
    if x is y:
        return 1.0
    if not x.sounds or not y.sounds or (x.digits and y.digits and x.digits != y.digits):
        return 0.0
    if x.sounds == y.sounds:
        return 1.0
    if x.is_initial or y.is_initial:
        return _INITIAL if _begins_alike(x, y) else 0.0
    if x.is_abjad != y.is_abjad:
        return likeness(x.sounds, y.sounds, unwritten=True)
    value = likeness(x.sounds, y.sounds)
    if x.stem != x.sounds or y.stem != y.sounds:
        value = max(value, likeness(x.stem, y.stem) - _INFLECTED)
    return _as_given_names(x, y, value) if x.given and y.given else value


def _as_given_names(x: Word, y: Word, value: float) -> float:
    """The same for two given names of the table: equivalents are one name, others two, however like they look."""
    if x.given & y.given:
        return max(value, _EQUIVALENT)
    if x.is_given and y.is_given:
        return min(value, _NEAR_GIVEN_NAME if value >= MAY_BE else _OTHER_GIVEN_NAME)
    return value


def _begins_alike(x: Word, y: Word) -> bool:
    """Whether an initial fits: M. fits Nikolai, who is Mikalai in another language."""
    return any(likeness(one, other) >= 0.5 for one in beginnings(x) for other in beginnings(y))


def _fathers(first: Name, second: Name) -> float | None:
    """How like the fathers' names are; None where one of the two has none."""
    if first.patronymic is None or second.patronymic is None:
        return None
    return _same_father(first.patronymic, second.patronymic)


@lru_cache(_MEMORY)
def _same_father(x: Word, y: Word) -> float:
    if x.fathers and y.fathers:
        return 1.0 if x.fathers & y.fathers else _OTHER_GIVEN_NAME
    return likeness(x.father, y.father)


def _verdict(score: float, first: Name, second: Name, pairs: _Pairs) -> Verdict:
    if score < DIFFERENT_BELOW:
        return Verdict.DIFFERENT
    initials = any(x.is_initial or y.is_initial for x, y in pairs)
    if score < MAY_BE or initials or len(pairs) < 2:
        return Verdict.CANNOT_TELL
    whole = first.patronymic is not None and second.patronymic is not None
    return Verdict.SAME if whole and len(first.words) == len(second.words) else Verdict.MAY_BE_SAME


def _reasons(first: Name, second: Name, pairs: _Pairs, verdict: Verdict) -> list[str]:
    if not pairs:
        return ["a name is empty, or in a script that is not compared"]
    reasons = [reason for x, y in sorted(pairs, key=lambda pair: _match(*pair)) if (reason := _reason(x, y))]
    reasons += _about_fathers(first, second)
    if len(first.words) != len(second.words):
        reasons.append("only one word of a name is given" if len(pairs) == 1 else "one has a further word")
    if verdict is Verdict.MAY_BE_SAME and (first.patronymic is None or second.patronymic is None):
        reasons.append(NO_PATRONYMIC)
    return reasons


def _about_fathers(first: Name, second: Name) -> list[str]:
    fathers = _fathers(first, second)
    if fathers is None:
        return []
    if fathers >= _SAME_FATHER:
        return ["patronymics agree"]
    return ["patronymics contradict" if fathers < _OTHER_FATHER else "patronymics hardly agree"]


def _reason(x: Word, y: Word) -> str:
    """What sets two matched words apart, or joins them, in words; empty where they are spelt alike."""
    if x.text == y.text:
        return ""
    both = f"{_capitalised(x.text)} and {_capitalised(y.text)}"
    if x.is_initial or y.is_initial:
        return f"{both}: an initial that {'fits' if _match(x, y) else 'does not fit'}"
    return f"{both}: {_kinship(x, y)}"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _kinship(x: Word, y: Word) -> str:
    value = _match(x, y)
    if value == 1.0:
        return "the same name in other letters"
    if x.given & y.given:
        return "given names are equivalents"
    if value < DIFFERENT_BELOW:
        return "two names"
    if x.is_given and y.is_given:
        return "two given names a slip apart"
    if x.stem == y.stem:
        return "other endings of gender or case"
    return _differing(x, y)


def _differing(x: Word, y: Word) -> str:
    a, b = (x.stem, y.stem) if likeness(x.stem, y.stem) > likeness(x.sounds, y.sounds) else (x.sounds, y.sounds)
    told = dict.fromkeys(words_for(one, other) or "a letter" for one, other in exchanges(a, b))
    return f"differ by {' and '.join(told)}" if len(told) <= 2 else "differ in several letters"
