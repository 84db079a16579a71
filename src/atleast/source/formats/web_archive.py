"""Web archives: the pages and documents of a WARC file (ISO 28500), or of the WARC files in a WACZ."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import IO, Any

from atleast.errors import DamagedSource, EmptySource
from atleast.limits import Limits
from atleast.source.credit import claimed
from atleast.source.formats.basket import Basket
from atleast.source.kinds import Kind
from atleast.source.months import parse_date
from atleast.source.opened import Opened

_DOCUMENTS = re.compile(
    r"text/(?!css|javascript|x-javascript|ecmascript)|application/(?:xhtml|pdf|msword|rtf|zip|vnd\.(?:openxml|ms-excel))|message/rfc822",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^[a-z]+://", re.IGNORECASE)
_PAGE_CUT_SHORT = "The page is cut short in the archive; what there is of it was taken out. Capture it again."
_CUT_SHORT = "The archive is cut short or altered here; what came before was taken out. Ask for it again."


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """Responses with status 200, and resources, that are pages or documents; scripts, styles and pictures are counted only.

    Raises DamagedSource, EmptySource, OversizedSource.
    """
    basket = Basket(name, limits)
    left = Counter[str]()
    kind = Kind.WACZ if zipfile.is_zipfile(path) else Kind.WARC
    if kind is Kind.WACZ:
        with zipfile.ZipFile(path) as package:
            for inner in sorted(package.namelist()):
                if inner.startswith("archive/") and inner.endswith((".warc", ".warc.gz")):
                    with package.open(inner) as stream:
                        _take_records(stream, package.getinfo(inner).file_size, basket, left)
    else:
        with path.open("rb") as stream:
            _take_records(stream, path.stat().st_size, basket, left)
    if not basket.members:
        _raise_for_nothing(name, basket, left)
    counted = (f"{count:,} {what} left in the archive." for what, count in sorted(left.items()))
    return Opened(
        kind.media_type, members=tuple(basket.members), problems=tuple(basket.problems), notes=(*basket.notes, *counted)
    )


def _raise_for_nothing(name: str, basket: Basket, left: Counter[str]) -> None:
    if basket.problems and not left:
        raise DamagedSource(f"{name} is cut short or altered.", remedy="Ask for it again.")
    raise EmptySource(
        f"{name} holds no page or document.", remedy="Check what was captured; it may hold pictures only."
    )


def _take_records(stream: IO[bytes], packed: int, basket: Basket, left: Counter[str]) -> None:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(stream):
            if record.rec_type in ("response", "resource"):
                _take(record, packed, basket, left)
            elif record.rec_type == "revisit":
                left["pages that had not changed since another capture were"] += 1
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zipfile.BadZipFile) as error:
        basket.refuse("the rest of the archive", f"{_CUT_SHORT} ({type(error).__name__})")


def _take(record: Any, packed: int, basket: Basket, left: Counter[str]) -> None:
    headers = record.rec_headers
    http = record.http_headers
    media_type = (http or headers).get_header("Content-Type") or ""
    if http is not None and http.get_statuscode() != "200":
        left["answers other than 200 (redirects, errors) were"] += 1
    elif media_type and not _DOCUMENTS.match(media_type):
        left["scripts, styles, pictures and the like were"] += 1
    else:
        url = claimed(headers.get_header("WARC-Target-URI"))
        date = parse_date((headers.get_header("WARC-Date") or "")[:10])
        name = _SCHEME.sub("", url or "unnamed").rstrip("/")
        basket.take(name, record.content_stream(), packed=packed, url=url, date=date, media_type=media_type)
        if _ends_early(record.raw_stream):
            basket.refuse(name, _PAGE_CUT_SHORT)


def _ends_early(stream: Any) -> bool:
    """Whether nothing more comes although the record states that it is longer."""
    return bool(getattr(stream, "limit", 0)) and not stream.read(1)
