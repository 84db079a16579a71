"""Who a source says it is by, where from and of when: its metadata first, its text second, nothing else."""

from __future__ import annotations

import re

from atleast.model.edtf import is_edtf
from atleast.model.source import Credit
from atleast.source.characters import storable
from atleast.source.masthead import is_organisation
from atleast.source.months import parse_date
from atleast.source.parts import Anatomy

# A program put the name of the file, or of itself, where a title should be.
_NO_TITLE = re.compile(r"microsoft word|untitled|document ?\d*$|word document|без названия|.*\.\w{2,4}$", re.IGNORECASE)


def credit_of(known: Credit, anatomy: Anatomy, language: str | None, properties: Credit) -> Credit:
    """`known` from the file's metadata, then what the text says, then what the file's properties say; else None.

    Properties are what a program wrote of the file, not of the text, and so come last.
    """
    return Credit(
        publisher=known.publisher or anatomy.publisher or properties.publisher,
        author=known.author or anatomy.author or properties.author,
        title=known.title or anatomy.headline or properties.title,
        place=known.place or anatomy.place,
        date=known.date or anatomy.date or properties.date,
        language=known.language or language,
        url=known.url or properties.url,
    )


def properties_of(title: object, creator: object, created: object) -> Credit:
    """What the properties of an office file or PDF say that can be used.

    A creator is a publisher where it is an organisation. The name of a person there says who typed the file; that may be
    somebody in danger, and it is not taken.
    """
    words, maker = claimed(title), claimed(creator)
    return Credit(
        publisher=maker if maker and is_organisation(maker) else None,
        title=None if words is None or _NO_TITLE.match(words) else words,
        date=claimed_date(created),
    )


def claimed(value: object) -> str | None:
    """A value of metadata as one line of text, or None where it says nothing."""
    if not isinstance(value, str):
        return None
    return " ".join(storable(value).split()) or None


def claimed_date(value: object) -> str | None:
    """A date of metadata as EDTF, or None where it is not one that can be read."""
    words = claimed(value)
    if words is None:
        return None
    return words if is_edtf(words) else parse_date(words)
