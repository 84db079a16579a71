"""The articles of law in a text: "Part 2 of Art. 342 of the Criminal Code", "ч. 2 ст. 411 УК".

Each article of a list is one of its own. Articles of treaties and constitutions are no articles that anybody is charged
under, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Self

from atleast.statement import lexicon
from atleast.statement.found import Found, apart, either, stretch_of

_NUMBER = r"\d+(?:[.-]\d+)*(?:\(\d+\))?(?![\w%])"
_COMPOUND = r"\d+(?:[.-]\d+)+(?:\(\d+\))?(?![\w%])"
# "Articles 228 (smuggling), 342 (...)": what an article is about may stand between two of them.
_EXPLAINED = r"(?:\s*\([^()]{1,300}\))?"


def find_articles(text: str, start: int, end: int, language: str) -> list[Found]:
    """The articles of `text[start:end]`, in order and apart from each other; `text` is each as it is written there."""
    if language not in lexicon.languages("articles"):
        return []
    words = _words(language)
    stretch = stretch_of(text, start, end)
    return apart(
        Found(start + first, start + last, " ".join(text[start + first : start + last].split()))
        for first, last in _spans(stretch, words)
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    article: re.Pattern[str]
    """An article with its parts, and the code where it is named."""
    next: re.Pattern[str]
    """One more article of a list."""
    other_law: re.Pattern[str]

    @classmethod
    def of(cls, language: str) -> Self:
        """The patterns from the lexicon articles."""
        words = {
            value: either(language, "articles", value)
            for value in ("article", "part", "code", "other_law", "of", "and")
        }
        part = rf"(?:{words['part']})\s*{_NUMBER}(?:(?:,|\s+(?:{words['and']}))\s+\d+)?"
        of = rf"\s+(?:(?:{words['of']})\s+)?"
        code = rf"(?:,?{of}(?:{words['code']})(?!\w))?"
        # "under Article 342 and 40 people": a bare number is one more article only where no noun follows it.
        ends = rf"(?=\s*(?:[,;.:()]|$)|\s+(?:{words['and']}|{words['of']}|{words['code']})(?!\w))"
        return cls(
            article=re.compile(
                rf"(?<!\w)(?:{part},?{of})?(?:{words['article']})\s*{_NUMBER}(?:,?\s+{part})?{code}", re.IGNORECASE
            ),
            next=re.compile(
                rf"{_EXPLAINED}(?:\s*[,;]\s*(?:(?:{words['and']})\s+)?|\s+(?:{words['and']})\s+)(?P<article>(?:{_COMPOUND}|{_NUMBER}{ends}){code})",
                re.IGNORECASE,
            ),
            other_law=re.compile(rf",?{of}(?:[^\W\d_]+\s+){{0,3}}?(?:{words['other_law']})", re.IGNORECASE),
        )


@cache
def _words(language: str) -> _Words:
    return _Words.of(language)


def _spans(stretch: str, words: _Words) -> Iterator[tuple[int, int]]:
    reached = 0
    for article in words.article.finditer(stretch):
        if article.start() < reached:
            continue
        group = [article.span()]
        while more := words.next.match(stretch, group[-1][1]):
            group.append(more.span("article"))
        reached = group[-1][1]
        if not words.other_law.match(stretch, reached):
            yield from group
