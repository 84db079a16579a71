"""Files into the dossier: every file under a folder is kept, laid out where it can be, and accounted for.

One file is one transaction, with all that comes out of it: after a kill, the next run finds it whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa

from atleast.dossier import clock, originals, sources
from atleast.dossier.dossier import Dossier
from atleast.dossier.watching import Watch, silent
from atleast.errors import UnreadableSource, UsageError
from atleast.limits import Limits
from atleast.model.source import Credit, Layout, Source
from atleast.model.words import SourceState
from atleast.source.on_disk import CHECK, CannotBeRead, FileStream, look_of, not_a_file, reading
from atleast.source.opened import Member, Opened
from atleast.source.opening import Opener


@dataclass(frozen=True, slots=True)
class Missed:
    """A file that could not even be copied, and why."""

    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of taking in a folder: how many sources are new, in which state, and what could not be had."""

    new: int = 0
    again: int = 0
    """Files whose bytes were on record under another name."""
    unchanged: int = 0
    states: dict[SourceState, int] = field(default_factory=dict)
    """Of the new ones."""
    unreadable: tuple[tuple[str, str], ...] = ()
    """Name of each new source without a text, and why."""
    missed: tuple[Missed, ...] = ()


def add(dossier: Dossier, place: Path, watch: Watch = silent) -> Intake:
    """Take in a file, or every file under a folder, in order of name. The dossier's own files are no sources.

    Raises UsageError where there is nothing at that place, StorageFull where the disk would not take the bytes. A single
    file that cannot be read is no error: it is kept and listed.
    """
    if not place.exists():
        raise UsageError(f"There is nothing at {place}.", remedy="Check the path.")
    with Opener(dossier.mandate.limits) as opener:
        desk = _Desk(dossier, opener)
        found = list(_files(dossier, place, desk.miss_folder))
        for number, (path, name) in enumerate(found, 1):
            desk.take_in(path, name)
            watch("taking in", number, len(found))
    return desk.result()


def _files(dossier: Dossier, place: Path, missed: Callable[[str, OSError], None]) -> Iterator[tuple[Path, str]]:
    """Every file at a place with the name it goes by, in order of name; links and devices too, so that they are listed.

    A folder that cannot be looked into is told to `missed`.
    """

    def refused(error: OSError) -> None:
        missed(_name(place, Path(error.filename)), error)

    if not place.is_dir():
        yield place, place.name
        return
    found: list[tuple[Path, str]] = []
    for folder, folders, files in os.walk(place, onerror=refused):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = [
            name for name in folders if name not in links and not dossier.paths.own(Path(folder, name).resolve())
        ]
        found += [(Path(folder, name), _name(place, Path(folder, name))) for name in files + links]
    for path, name in sorted(found, key=lambda each: (each[1], os.fsencode(each[0]))):
        if path.is_symlink() or not dossier.paths.own(path.resolve()):
            yield path, name


def _name(place: Path, path: Path) -> str:
    """The path below the folder, as text that can be stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path.relative_to(place).as_posix()).decode("utf-8", "replace")


class _Desk:
    """Takes in one file after the other and keeps the tally."""

    def __init__(self, dossier: Dossier, opener: Opener) -> None:
        self._dossier = dossier
        self._opener = opener
        self._limits: Limits = dossier.mandate.limits
        self._tally = Counter[str]()
        self._states = Counter[SourceState]()
        self._unreadable: list[tuple[str, str]] = []
        self._missed: list[Missed] = []
        self._members = 0
        self._bytes = 0

    def result(self) -> Intake:
        return Intake(
            new=self._tally["new"],
            again=self._tally["again"],
            unchanged=self._tally["unchanged"],
            states=dict(self._states),
            unreadable=tuple(self._unreadable),
            missed=tuple(self._missed),
        )

    def take_in(self, path: Path, name: str) -> None:
        """Take in one file; what cannot be copied is recorded as missed."""
        problem = not_a_file(path)
        if problem is None:
            try:
                self._take_in(path, name)
            except CannotBeRead as error:
                problem = str(error)
        if problem is not None:
            with self._dossier.write() as tx:
                self._miss(tx, name, problem)

    def miss_folder(self, name: str, error: OSError) -> None:
        """Record that a folder could not be looked into."""
        with self._dossier.write() as tx:
            self._miss(tx, name, f"It is a folder that could not be looked into ({error.strerror}). {CHECK}")

    def _miss(self, tx: sa.Connection, name: str, problem: str) -> None:
        self._missed.append(Missed(name, problem))
        sources.put_missed(tx, name, problem, clock.now())

    def _take_in(self, path: Path, name: str) -> None:
        with reading():
            path_hash = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
            look = look_of(path.stat())
        with self._dossier.read() as connection:
            sha256 = sources.seen(connection, path_hash, look)
            if sha256 is not None and sources.is_named(connection, sha256, name):
                self._tally["unchanged"] += 1
                return
        with FileStream(path) as stream:
            original = originals.keep(self._dossier.paths, stream)
            changed = stream.look() != look
        self._members = self._bytes = 0
        with self._dossier.write() as tx:
            note = "The file changed while it was read; what is kept is what was read." if changed else None
            self._put(tx, original, name, note=note)
            if not changed:
                sources.put_seen(tx, path_hash, look, original.sha256)
            sources.clear_missed(tx, name)

    def _put(
        self,
        tx: sa.Connection,
        original: originals.Original,
        name: str,
        *,
        container: str | None = None,
        member: Member | None = None,
        note: str | None = None,
        depth: int = 0,
    ) -> None:
        """Put bytes that are kept on record, and whatever is in them."""
        if sources.get(tx, original.sha256) is not None:
            if sources.is_named(tx, original.sha256, name):
                self._tally["unchanged"] += 1
            else:
                self._tally["again"] += 1
                sources.put_occurrence(tx, original.sha256, name, container, clock.now())
            return
        opened, problem = self._open(original, name, member)
        layout = opened.layout and _with_capture(opened.layout, member)
        state = _state(opened, problem)
        notes = [note, *opened.notes, *(f"{inner}: {why}" for inner, why in opened.problems)]
        source = Source(
            sha256=original.sha256,
            name=name,
            size=original.size,
            media_type=opened.media_type,
            state=state,
            taken_in=clock.now(),
            collected_by=self._dossier.mandate.collected_by,
            container=container,
            problem=problem,
            note="\n".join(line for line in notes if line) or None,
            credit=layout.credit if layout else Credit(),
        )
        sources.put(tx, source, layout)
        self._count(source)
        for inner in opened.members:
            self._put_member(tx, inner, source, depth + 1)

    def _put_member(self, tx: sa.Connection, member: Member, container: Source, depth: int) -> None:
        name = f"{container.name}!/{member.name}"[: self._limits.name_characters]
        self._members += 1
        self._bytes += len(member.data)
        reached = {"archive_depth": depth, "archive_members": self._members, "archive_bytes": self._bytes}
        for limit, value in reached.items():
            if value > getattr(self._limits, limit):
                stated = f"It lies beyond the limit {limit} = {getattr(self._limits, limit)}."
                self._miss(tx, name, f"{stated} Unpack {container.name} and add the folder.")
                return
        original = originals.keep(self._dossier.paths, io.BytesIO(member.data))
        self._put(tx, original, name, container=container.sha256, member=member, depth=depth)

    def _open(self, original: originals.Original, name: str, member: Member | None) -> tuple[Opened, str | None]:
        """What is in the bytes, and why there is nothing where there is nothing."""
        declared = member.media_type if member else None
        try:
            return self._opener.open(original.path, name, declared), None
        except UnreadableSource as error:
            return Opened(declared or "application/octet-stream"), str(error)

    def _count(self, source: Source) -> None:
        self._tally["new"] += 1
        self._states[source.state] += 1
        if source.problem is not None:
            self._unreadable.append((source.name, source.problem))


def _state(opened: Opened, problem: str | None) -> SourceState:
    if problem is not None:
        return SourceState.UNREADABLE
    return SourceState.LAID_OUT if opened.layout is not None else SourceState.UNPACKED


def _with_capture(layout: Layout, member: Member | None) -> Layout:
    """The layout, with the address that a web archive has for it."""
    if member is None or member.url is None or layout.credit.url:
        return layout
    return replace(layout, credit=replace(layout.credit, url=member.url))
