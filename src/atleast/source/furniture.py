"""What single lines are by their words alone: furniture of a page, a byline, a date of publication, a name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from atleast.source.characters import plain
from atleast.source.months import parse_date

_DATA = Path(__file__).with_name("words") / "furniture.toml"
_MOST_WORDS = 12
"""A longer line is not furniture, however it begins."""
_LONGEST = 200
"""Characters: a longer line is no byline, date or name, and is not searched for one."""
_NAME_WORD = r"(?:[^\W\d_a-zа-яёўіїєґ][^\W\d_]*(?:[-'][^\W\d_]+)*|[^\W\d_]\.(?:[^\W\d_]\.)?)"
_NAME = re.compile(rf"{_NAME_WORD}(?: (?:(?:de|van|von|der|al|el|bin|da|di|le|la|oglu|oğlu) )?{_NAME_WORD}){{1,3}}")
_NAMES = re.compile(
    rf"(?P<names>{_NAME.pattern}(?:(?:, | and | и | і | & ){_NAME.pattern})*)(?:\s*[,|/(].*|\s+for .*|\.)?"
)
# A line of a table of contents: "4. Court cases ........ 12".
_LEADER = re.compile(r"(?:\. ?){6,}\s*\d{1,4}\s*$")
_RULE = r"[-\u2013\u2014|/ ]*"
_PAGE_NUMBER = re.compile(
    rf"(?:page|p\.|стр\.|страница|старонка|ст\.|стор\.)?\s*{_RULE}\d{{1,4}}(?:\s*(?:of|из|з|/)\s*\d{{1,4}})?{_RULE}",
    re.IGNORECASE,
)


def folded(line: str) -> str:
    """The line as lines are compared: lower case, one space, plain quotation marks, nothing but letters at its ends."""
    words = " ".join(plain(line).lower().replace("ё", "е").split())
    start, end = 0, len(words)
    while start < end and not words[start].isalpha():
        start += 1
    while end > start and not words[end - 1].isalpha():
        end -= 1
    return words[start:end]


def is_furniture(line: str) -> bool:
    """Whether the line is of the page and not of the text: navigation, sharing, follow us, a section's label, a rule."""
    words = folded(line)
    if not words:
        return not any(letter.isdigit() for letter in line)
    if _LEADER.search(line[-_LONGEST:]):
        return True
    if len(words.split()) > _MOST_WORDS:
        return False
    return words in _lines() or plain(line).lower().lstrip().startswith(_starts())


def is_page_number(line: str) -> bool:
    """Whether the line is the number of a page and nothing else."""
    return len(line) < _LONGEST and _PAGE_NUMBER.fullmatch(line.strip()) is not None


def is_name(line: str) -> bool:
    """Whether the line has the shape of a person's name and nothing else: two to four capitalised words."""
    if len(line) > _LONGEST:
        return False
    line = " ".join(plain(line).split())
    return _NAME.fullmatch(line) is not None and not line.isupper() and folded(line) not in _lines()


def is_unnamed_byline(line: str) -> bool:
    """Whether the line is a byline that names nobody: "Agencies", "Staff reporter"."""
    return len(line) < _LONGEST and folded(line) in _unnamed()


def author_in_byline(line: str) -> str | None:
    """The name, or names, in a line such as "By Maria Kova, Velgrad" or "Автор: Марія Кова", or None."""
    words = " ".join(plain(line[: _LONGEST + 1]).split())
    match = _byline().match(words) if len(words) <= _LONGEST else None
    if match is None:
        return None
    named = _NAMES.fullmatch(words, match.end())
    return named["names"] if named else None


def publication_date(line: str, language: str | None = None) -> str | None:
    """The EDTF date of a line that is a date, with or without "Published:" before it, or None."""
    if len(line) > _LONGEST:
        return None
    words = " ".join(plain(line).split()).strip(" |")
    match = _published().match(words)
    date = parse_date(words[match.end() :] if match else words, language)
    # A line that is only "2023" or "May 2023" is more often a heading than a date of publication.
    return date if date and len(date) == len("2023-05-12") else None


@cache
def _gathered(key: str) -> tuple[str, ...]:
    languages: dict[str, dict[str, list[str]]] = tomllib.loads(_DATA.read_text("utf-8"))
    return tuple(words for language in languages.values() for words in language[key])


@cache
def _lines() -> frozenset[str]:
    return frozenset(folded(line) for line in _gathered("lines") + _gathered("sections"))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(folded(line) for line in _gathered("unnamed"))


@cache
def _starts() -> tuple[str, ...]:
    return _gathered("starts")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('byline')})\s?[:\u2013\u2014-]\s*|(?:{_any_of('by')})\s?:?\s+", re.IGNORECASE)


@cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('published')})\s?:?\s+", re.IGNORECASE)


def _any_of(key: str) -> str:
    return "|".join(re.escape(words) for words in sorted(_gathered(key), key=lambda words: (-len(words), words)))
