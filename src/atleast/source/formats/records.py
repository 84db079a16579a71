"""JSON that holds one text with what is known of it: `{"text": …, "title": …, "publisher": …, "date": …, "url": …}`.

JSON of FollowTheMoney entities is a list of persons: see `entities`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from atleast.errors import DamagedSource, UnknownFormat
from atleast.limits import Limits
from atleast.model.source import Credit
from atleast.source.credit import claimed, claimed_date
from atleast.source.encoding import decode
from atleast.source.formats import entities
from atleast.source.kinds import Kind
from atleast.source.opened import Opened
from atleast.source.writing import laid_out


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:
    """The stored text is exactly the value of "text"; the other keys become the credit.

    Raises DamagedSource for what is not JSON, UnknownFormat for JSON without a text.
    """
    decoded = decode(path.read_bytes(), declared)
    text_of_file = decoded.text.removeprefix("\ufeff")
    if entities.are_entities(text_of_file):
        return entities.opened(text_of_file, name, limits, decoded.note)
    record = _parsed(text_of_file, name)
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        raise UnknownFormat(
            f'{name} is JSON without a "text".',
            remedy='Write it as {"text": "…", "title": "…", "publisher": "…", "date": "…"}.',
        )
    notes = (decoded.note,) if decoded.note else ()
    return Opened(Kind.JSON.media_type, laid_out(text, name, limits, known=_credit(record)), notes=notes)


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise DamagedSource(
            f"{name} is not whole JSON{where}.", remedy="The file was cut short or altered; ask for it again."
        ) from error


def _credit(record: dict[str, Any]) -> Credit:
    return Credit(
        publisher=claimed(record.get("publisher")),
        author=claimed(record.get("author")),
        title=claimed(record.get("title")),
        place=claimed(record.get("place")),
        date=claimed_date(record.get("date")),
        language=claimed(record.get("language")) or claimed(record.get("lang")),
        url=claimed(record.get("url")),
    )
