"""What comes of opening one file: a text laid out, or the files that were in it, or (an e-mail) both."""

from __future__ import annotations

from dataclasses import dataclass

from atleast.model.source import Layout


@dataclass(frozen=True, slots=True)
class Member:
    """One file out of an archive or e-mail. `name` is for display only: it never becomes a path on disk."""

    name: str
    data: bytes
    url: str | None = None
    date: str | None = None
    """EDTF: when a web page was captured, or an archive says that the file was last changed."""
    media_type: str | None = None
    """As the archive or e-mail declares it, parameters included ("text/html; charset=koi8-r"); None where it does not."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What comes of opening one file."""

    media_type: str
    layout: Layout | None = None
    members: tuple[Member, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    """Name of each member that was not taken out, or not whole, and why, with what to do."""
    notes: tuple[str, ...] = ()
    """What a person should know besides, such as letters that could not be decoded or a member that was renamed."""
