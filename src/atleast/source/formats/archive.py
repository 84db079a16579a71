"""Zip archives: their files, taken out into memory and never onto the disk by name."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path

from atleast.errors import EmptySource, EncryptedSource
from atleast.limits import Limits
from atleast.source.formats.basket import Basket
from atleast.source.kinds import Kind
from atleast.source.months import parse_date
from atleast.source.opened import Opened
from atleast.source.writing import too_large

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800


def read(path: Path, name: str, limits: Limits, declared: str | None = None) -> Opened:  # noqa: ARG001
    """The files of the archive; archives among them are members like any other.

    Raises EmptySource, EncryptedSource (all of it), OversizedSource. What cannot be taken out is a problem on record.
    """
    basket = Basket(name, limits)
    with zipfile.ZipFile(path) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if not infos:
            raise EmptySource(
                f"{name} is an archive with nothing in it.", remedy="Check the archive where it came from."
            )
        if len(infos) > limits.archive_members:
            raise too_large(name, "archive_members", len(infos), limits.archive_members, "members")
        if all(info.flag_bits & _ENCRYPTED for info in infos):
            raise EncryptedSource(f"{name} asks for a password.", remedy="Unpack it and add what was in it.")
        for info in infos:
            _take(archive, info, basket)
    return Opened(
        Kind.ZIP.media_type, members=tuple(basket.members), problems=tuple(basket.problems), notes=tuple(basket.notes)
    )


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, basket: Basket) -> None:
    name = member_name(info)
    if info.flag_bits & _ENCRYPTED:
        basket.refuse(name, "It asks for a password. Unpack it and add what was in it.")
    elif stat.S_ISLNK(info.external_attr >> 16):
        basket.refuse(name, "It is a link to another file, and links are not followed. Add the file it points to.")
    else:
        try:
            with archive.open(info) as stream:
                basket.take(name, stream, packed=info.compress_size, date=_date(info))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            basket.refuse(
                name, f"It could not be unpacked ({error}). Ask for the archive again, or unpack it and add it."
            )


def member_name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: without the UTF-8 mark it is UTF-8 all the same, or cp866, as Windows writes Cyrillic."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    for encoding in ("utf-8", "cp866"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def _date(info: zipfile.ZipInfo) -> str | None:
    """The day of the last change; the first day that a zip can state means that none was."""
    year, month, day = info.date_time[:3]
    return None if (year, month, day) == (1980, 1, 1) else parse_date(f"{year:04}-{month:02}-{day:02}")
