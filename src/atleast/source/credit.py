"""Who a source says it is by, where from and of when: its metadata first, its text second, nothing else."""

from __future__ import annotations

from atleast.model.edtf import is_edtf
from atleast.model.source import Credit
from atleast.source.characters import storable
from atleast.source.months import parse_date
from atleast.source.parts import Anatomy


def credit_of(known: Credit, anatomy: Anatomy, language: str | None) -> Credit:
    """`known` (from the file's metadata), with what it leaves open taken from the text; None where nothing claims it."""
    dateline = anatomy.dateline
    return Credit(
        publisher=known.publisher or (dateline.agency if dateline else None),
        author=known.author or anatomy.author,
        title=known.title or anatomy.headline,
        place=known.place or (dateline.place if dateline else None),
        date=known.date or (dateline.date if dateline else None) or anatomy.date,
        language=known.language or language,
        url=known.url,
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
