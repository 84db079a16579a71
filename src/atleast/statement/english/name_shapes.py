"""Names of persons that neither the parser nor the list of given names knows, by what stands around them.

"Mr. Azat Nuraly", "the lawyer Azat Nuraly", "Azat Nuraly, 34," and "Azat Nuraly, a lawyer," can only be persons; so is what
stands in a row with persons, and what ends as a surname clearly does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from atleast.statement.english import lexicons
from atleast.statement.english.tree import Word

Span = tuple[int, int]

_MOST, _FEWEST = 3, 2
_ROLE_WITHIN = 4
"""How many words behind a comma a noun for a person may stand: "a former deputy director"."""
_OLDEST = 99
_JOINING = frozenset({",", "and", "&"})


def names_by_shape(words: Sequence[Word], found: Sequence[Span], may_be_name: Callable[[Word], bool]) -> Iterator[Span]:
    """Runs of two or three capitalised words that must be a person's name and are none of those found already."""
    taken = {index for first, last in found for index in range(first, last + 1)}
    for first, last in _runs(words, taken, may_be_name):
        if (
            _is_surname(words[last])
            or _is_introduced(words, first)
            or _is_explained(words, last)
            or _is_in_row(words, first, last, taken)
        ):
            yield first, last


def _runs(words: Sequence[Word], taken: set[int], may_be_name: Callable[[Word], bool]) -> Iterator[Span]:
    index = 0
    while index < len(words):
        if words[index].pos != "PROPN":
            index += 1
            continue
        last = index
        while (
            last < len(words)
            and last not in taken
            and words[last].pos == "PROPN"
            and may_be_name(words[last])
            and _is_free(words[last])
        ):
            last += 1
        length = last - index
        definite = index > 0 and words[index - 1].lower == "the"
        goes_on = last < len(words) and words[last].pos == "PROPN" and last not in taken
        if _FEWEST <= length <= _MOST and not definite and not goes_on:
            yield index, last - 1
        index = max(last, index + 1)


def _is_free(word: Word) -> bool:
    """Whether a word belongs to no court, ministry or party, and is no noun of rank itself."""
    others = lexicons.words("authorities") | lexicons.words("bodies") | lexicons.words("facilities", "held")
    return word.lower not in others and word.lower not in lexicons.values("people")


def _is_surname(word: Word) -> bool:
    return len(word.text) > _ROLE_WITHIN and word.text.endswith(tuple(sorted(lexicons.words("surnames", "clear"))))


def _is_introduced(words: Sequence[Word], first: int) -> bool:
    """ "Mr. X Y", "the lawyer X Y"."""
    if not first:
        return False
    before = words[first - 1]
    return before.text in lexicons.words("titles") or (
        before.tag == "NN" and lexicons.values("people").get(before.lemma) == "role"
    )


def _is_explained(words: Sequence[Word], last: int) -> bool:
    """ "X Y, 34,", "X Y, a lawyer"."""
    after = words[last + 1 : last + 3 + _ROLE_WITHIN]
    if len(after) < _FEWEST or after[0].text != ",":
        return False
    if after[1].text.isascii() and after[1].text.isdigit():
        closes = len(after) == _FEWEST or after[2].text in (",", ".", ")", "and")
        return closes and 10 < int(after[1].text[:4]) <= _OLDEST
    opens = after[1].lower in (
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "former",
        "head",
        "deputy",
        "who",
        "whose",
    )
    roles = (word for word in after[1:] if word.tag == "NN" and word.lemma in lexicons.values("people"))
    return after[1].lower in ("who", "whose") or (
        opens and any(roles) and not any(word.text == "," for word in after[2:_ROLE_WITHIN])
    )


def _is_in_row(words: Sequence[Word], first: int, last: int, taken: set[int]) -> bool:
    """Whether it is joined to a name on either side: "A B, X Y and C D"."""
    behind = last + 2 < len(words) and words[last + 1].lower in _JOINING and last + 2 in taken
    before = first > 1 and words[first - 1].lower in _JOINING and first - 2 in taken
    return words[last].entity not in ("GPE", "LOC", "FAC") and (behind or before)
