"""The articles of a charge as lists of cases give them, each with what it is about in brackets: "228.1 (buying arms), 234".

The brackets may be long, hold brackets, and be left open. What stands in them is no list of articles.
"""

from __future__ import annotations

import re
from itertools import groupby

from atleast.statement.articles import find_articles
from atleast.statement.found import Found

_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"(?<![\w.-])\d{2,}(?:[.-]\d+)*(?:\(\d+\))?(?!\w)")
_ORDINAL = re.compile(r"(?<=\d)-[^\W\d_]{1,3}(?!\w)")
"""The ending of an ordinal: "278-ci", "228-й"."""
_NEXT = re.compile(r"[,;]\s*(?:\w{1,8}\.?\s+){0,2}\d+(?:[.-]\d+)*\s*$|;\s*(?:\w{1,8}\.?\s+){1,2}\d[^()]*$")
"""What stands before a bracket that explains one more article of a list, up to it."""
_REACH = 120
"""How far before a bracket is looked for such an article, in characters."""
_OF_PARTS = re.compile(r"(?<!\w)(?:parts|paragraphs|clauses|points|items|чч|части|часткі|частини)(?!\w)", re.IGNORECASE)


def charge_articles(text: str, language: str) -> tuple[tuple[str, ...], list[str]]:
    """The articles that a charge names, each once, and the numbers in it that may be more.

    A number with an explanation behind it is an article, whatever stands before it ("... və 278 (...)"). Where an article
    is told with several parts ("Article 59, Parts 1 (...), 17 (...)"), the bare numbers behind it are of these parts.
    """
    text = _ORDINAL.sub(lambda ending: " " * len(ending.group()), text)
    bare = without_explanations(text)
    articles = find_articles(bare, 0, len(bare), language)
    left = list(bare)
    for article in articles:
        left[article.start : article.end] = " " * (article.end - article.start)
    numbers = [Found(number.start(), number.end(), number.group()) for number in _NUMBER.finditer("".join(left))]
    explained = [number for number in numbers if text[number.end :].lstrip().startswith("(")] if articles else []
    others = [number.text for number in numbers if number not in explained]
    found = sorted([*articles, *explained], key=lambda article: article.start)
    return tuple(dict.fromkeys(_with_parts(found))), others


def without_explanations(text: str) -> str:
    """The text with blanks for what stands in brackets; as long as it was.

    Only brackets with words go: "287(1)" stays. A bracket that is still open where one more article is explained was
    never closed; it ends before that article.
    """
    letters = list(text)
    depth = first = closed = 0
    for place, letter in enumerate(text):
        if letter == "(":
            if depth and (following := _NEXT.search(text, max(closed, first, place - _REACH), place)):
                _blank(letters, text, first, following.start())
                depth = 0
            first = first if depth else place
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            closed = place + 1
            if depth == 0:
                _blank(letters, text, first, closed)
    return "".join(letters)


def _blank(letters: list[str], text: str, start: int, end: int) -> None:
    if _WORD.search(text, start, end):
        letters[start:end] = " " * (end - start)


def _with_parts(found: list[Found]) -> list[str]:
    """The words of each article, those of parts with the bare numbers that follow them."""
    articles: list[str] = []
    for is_bare, group in groupby(found, key=lambda article: article.text.isdigit()):
        words = [article.text for article in group]
        if is_bare and articles and _OF_PARTS.search(articles[-1]):
            articles[-1] = ", ".join([articles[-1], *words])
        else:
            articles += words
    return articles
