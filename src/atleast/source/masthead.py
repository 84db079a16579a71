"""Names that stand for whoever publishes, told from names of places and of persons by words and not by a list of outlets."""

from __future__ import annotations

import re

from atleast.source.characters import plain
from atleast.source.dateline import dateline_words


def is_organisation(name: str) -> bool:
    """Whether a name has a word of organisations or media in it: Centre, Ministry, Post, Радыё."""
    words = f" {plain(name).lower()}"
    return any(f" {beginning}" in words for beginning in dateline_words("organisations"))


def is_place(name: str, text: str) -> bool:
    """Whether "Velgrad" in a line such as "Velgrad, 12 May 2023" is a place: a capital, or one that the text says "in" of.

    The ending of the name may be another in the text, as after a preposition in Slavic languages.
    """
    if plain(name).lower() in dateline_words("places"):
        return True
    if is_organisation(name):
        return False
    stem = re.escape(name[:-2] if len(name) > 5 else name[:-1] if len(name) > 3 else name)
    before = "|".join(sorted(dateline_words("before_places")))
    return re.search(rf"\b(?:{before})\s+{stem}[^\W\d_]{{0,4}}\b", text, re.IGNORECASE) is not None
