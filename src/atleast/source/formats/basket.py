"""Members of an archive as they are taken out of it, within limits that are counted while unpacking."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import IO

from atleast.errors import OversizedSource
from atleast.limits import MIB, Limits
from atleast.source.characters import storable
from atleast.source.opened import Member
from atleast.source.writing import too_large

_CHUNK = 256 * 1024
_RATIO_FROM = MIB
"""Members up to this many bytes may be packed as tightly as they like."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Basket:
    """What has been taken out of one archive so far."""

    def __init__(self, archive: str, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._bytes = 0
        self._names: set[str] = set()
        self.members: list[Member] = []
        self.problems: list[tuple[str, str]] = []
        self.notes: list[str] = []

    def take(
        self, name: str, stream: IO[bytes], *, packed: int, url: str | None = None, date: str | None = None,
        media_type: str | None = None,
    ) -> None:  # fmt: skip
        """Read a member of `packed` bytes to its end. Raises OversizedSource where the archive is beyond its limits.

        A member that unpacks to too much for its packed size is refused and the rest is still taken.
        """
        shown = self._shown(name)
        data = bytearray()
        while chunk := stream.read(_CHUNK):
            data += chunk
            if self._bytes + len(data) > self._limits.archive_bytes:
                raise beyond_bytes(self._archive, self._limits)
            if len(data) > _RATIO_FROM and len(data) > self._limits.archive_ratio * max(1, packed):
                self.refuse(name, _bomb(self._limits))
                return
        self._bytes += len(data)
        if len(self.members) >= self._limits.archive_members:
            raise too_large(
                self._archive, "archive_members", len(self.members) + 1, self._limits.archive_members, "members or more"
            )
        self.members.append(Member(shown, bytes(data), url, date, media_type))

    def refuse(self, name: str, why: str) -> None:
        """Put on record that a member was not taken out."""
        self.problems.append((clean_name(name), why))

    def _shown(self, name: str) -> str:
        """The name by which a member is known: clean, within the limit, and not given twice."""
        clean = clean_name(name)[-self._limits.name_characters :]
        if clean != name:
            self.notes.append(
                f"{clean}: Its name in the archive, {name[:200]!r}, is no plain path; this name is used instead."
            )
        shown, number = clean, 1
        while shown in self._names:
            number += 1
            shown = f"{clean} ({number})"
        if number > 1:
            self.notes.append(f"{shown}: Another member has the same name; this one is shown with a number.")
        self._names.add(shown)
        return shown


def clean_name(name: str) -> str:
    """A name for display without ways out of a folder, drive letters, or characters that would garble a line."""
    steps = _CONTROLS.sub("\ufffd", storable(name)).replace("\\", "/").split("/")
    if steps and re.fullmatch(r"[A-Za-z]:", steps[0]):
        steps = steps[1:]
    return "/".join(step for step in steps if step not in ("", ".", "..")) or "unnamed"


def check_package(path: Path, name: str, limits: Limits) -> None:
    """Raise OversizedSource for a .docx or .xlsx whose parts would unpack beyond the limits for archives.

    The sizes are those the package states: zipfile never reads more of a member than it states.
    """
    with zipfile.ZipFile(path) as package:
        infos = package.infolist()
    if len(infos) > limits.archive_members:
        raise too_large(name, "archive_members", len(infos), limits.archive_members, "parts")
    if sum(info.file_size for info in infos) > limits.archive_bytes:
        raise beyond_bytes(name, limits)
    for info in infos:
        if info.file_size > _RATIO_FROM and info.file_size > limits.archive_ratio * max(1, info.compress_size):
            ratio = info.file_size // max(1, info.compress_size)
            raise too_large(
                name, "archive_ratio", ratio, limits.archive_ratio, f"times its packed bytes in {info.filename}"
            )


def beyond_bytes(name: str, limits: Limits) -> OversizedSource:
    """The error for an archive that unpacks to more bytes than the limit."""
    return OversizedSource(
        f"{name} unpacks to more than {limits.archive_bytes:,} bytes.",
        remedy="Unpack what you need from it and add that, or raise archive_bytes under [limits] in mandate.toml.",
    )


def _bomb(limits: Limits) -> str:
    return (
        f"It unpacks to more than {limits.archive_ratio} times its packed size, as a bomb does. If it is none, unpack it and "
        "add it, or raise archive_ratio under [limits] in mandate.toml."
    )
